#include "common/index/token_stream.h"

#include <algorithm>

#include "common/index/little_endian.h"

namespace news {
namespace {

// Payload: codes, offset table, then offset of the table (u64) and number of articles (u64).
constexpr std::string_view kMagic = "NEWSTOK";
constexpr std::uint32_t kVersion = 1;
constexpr std::uint64_t kFooterBytes = 16;

static_assert(kFieldMark + kTextFieldCount <= kFirstWordCode, "marks and words overlap");

}  // namespace

TokenStreamWriter::TokenStreamWriter(const std::filesystem::path& path)
    : out_(path, kMagic, kVersion) {}

void TokenStreamWriter::add(std::string_view encoded) {
  offsets_.add(out_.offset());
  out_.write(encoded);
}

void TokenStreamWriter::finish() {
  const std::uint64_t table = out_.offset();
  offsets_.write(out_, table);
  std::string footer;
  put_u64(footer, table);
  put_u64(footer, offsets_.size());
  out_.write(footer);
  out_.finish();
}

void TokenStream::prefetch_codes(std::uint64_t number) const {
  constexpr std::size_t kLineBytes = 64;
  // Enough for most articles; of a longer one the rest is fetched while these are read.
  constexpr std::size_t kMostBytes = 24 * kLineBytes;
  const std::string_view codes = article(number);
  for (std::size_t at = 0; at < std::min(codes.size(), kMostBytes); at += kLineBytes) {
    __builtin_prefetch(codes.data() + at);
  }
}

TokenStream::TokenStream(const std::filesystem::path& path) : file_(path, kMagic, kVersion) {
  if (file_.end() - file_.begin() < kFooterBytes) file_.damaged("it is cut short");
  const std::uint64_t footer = file_.end() - kFooterBytes;
  offsets_ = OffsetTable(file_, file_.u64(footer), file_.u64(footer + 8));
}

}  // namespace news
