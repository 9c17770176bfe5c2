#include "indexer/clean/dateline_inner.h"

#include <utility>

#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kLongestLead = 250;
constexpr std::size_t kLongestDateline = 200;

}  // namespace

std::optional<InnerDateline> find_inner_dateline(std::string_view text) {
  text = utf8_prefix(text, kLongestLead + kLongestDateline);
  for (std::size_t i = 0; i + 2 < text.size() && i < kLongestLead; ++i) {
    if (text[i + 1] != ' ' || std::string_view(".?!\"").find(text[i]) == std::string_view::npos)
      continue;
    auto read = read_dateline(text.substr(i + 2));
    if (!read || read->country_rule != "city" || read->length == 0) continue;
    if (text.substr(i + 2, read->length).find(": ") != std::string_view::npos) continue;
    return InnerDateline{i + 2, std::move(*read)};
  }
  return std::nullopt;
}

}  // namespace news
