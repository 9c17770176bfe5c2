#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "searcher/query/parse_query.h"
#include "searcher/query/print_query.h"

namespace {

/// Reads the text as a query and as plain words. What is understood has to be printed so that it is
/// understood alike; what isn't has to be a query error.
void check(std::string_view text) {
  try {
    const news::QueryNode query = news::parse_query(text);
    const std::string printed = news::print_query(query);
    // The printed form of a query near the limit of length may be over it.
    if (printed.size() <= news::kMaxQueryBytes &&
        !news::same_query(news::parse_query(printed), query)) {
      std::abort();
    }
  } catch (const news::Error& error) {
    if (error.kind() != news::ErrorKind::Query) std::abort();
  }
  try {
    news::parse_plain_words(text);
  } catch (const news::Error& error) {
    if (error.kind() != news::ErrorKind::Query) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check({reinterpret_cast<const char*>(data), size});
  return 0;
}
