#include "common/index/deletions.h"

#include <bit>

#include "common/index/little_endian.h"

namespace news {
namespace {

// Payload: one bit an article (u64 each 64), an entry for each word that occurs in a removed
// article, in order of its number (word u64, occurrences u64), then this footer:
//   articles of the segment, removed ones, words (u64 each)
constexpr std::string_view kMagic = "NEWSDEL";
constexpr std::uint32_t kVersion = 1;
constexpr std::uint64_t kFooterBytes = 24;
constexpr std::uint64_t kEntryBytes = 16;

}  // namespace

bool DeletedArticles::add(std::uint64_t number) {
  std::uint64_t& word = bits[(number - 1) / 64];
  const std::uint64_t bit = std::uint64_t{1} << ((number - 1) % 64);
  if ((word & bit) != 0) return false;
  word |= bit;
  ++count;
  return true;
}

void write_deletions(const std::filesystem::path& path, std::uint64_t articles,
                     const DeletedArticles& deleted) {
  FramedWriter out(path, kMagic, kVersion);
  std::string bytes;
  for (const std::uint64_t word : deleted.bits) put_u64(bytes, word);
  for (const auto& [word, occurrences] : deleted.occurrences) {
    put_u64(bytes, word);
    put_u64(bytes, occurrences);
  }
  put_u64(bytes, articles);
  put_u64(bytes, deleted.count);
  put_u64(bytes, deleted.occurrences.size());
  out.write(bytes);
  out.finish();
}

Deletions::Deletions(const std::filesystem::path& path, std::uint64_t articles)
    : file_(path, kMagic, kVersion), articles_(articles) {
  if (file_.end() - file_.begin() < kFooterBytes) file_.damaged("it is cut short");
  const std::uint64_t footer = file_.end() - kFooterBytes;
  const std::uint64_t groups = (articles + 63) / 64;
  count_ = file_.u64(footer + 8);
  words_ = file_.u64(footer + 16);
  words_begin_ = file_.begin() + groups * 8;
  const std::uint64_t room = footer - file_.begin();
  if (file_.u64(footer) != articles || groups * 8 > room ||
      words_ != (room - groups * 8) / kEntryBytes) {
    file_.damaged("it is not of this segment");
  }
  std::uint64_t found = 0;
  bits_.reserve(groups);
  for (std::uint64_t i = 0; i < groups; ++i) {
    bits_.push_back(file_.u64(file_.begin() + i * 8));
    found += static_cast<std::uint64_t>(std::popcount(bits_.back()));
  }
  const bool beyond = articles % 64 != 0 && bits_.back() >> (articles % 64) != 0;
  if (found != count_ || beyond) file_.damaged("its count is wrong");
}

std::optional<std::uint64_t> Deletions::next(std::uint64_t number) const {
  if (number > articles_) return std::nullopt;
  std::uint64_t group = (number - 1) / 64;
  std::uint64_t rest = bits_[group] >> ((number - 1) % 64) << ((number - 1) % 64);
  while (rest == 0) {
    if (++group == bits_.size()) return std::nullopt;
    rest = bits_[group];
  }
  return group * 64 + static_cast<std::uint64_t>(std::countr_zero(rest)) + 1;
}

std::uint64_t Deletions::word_entry(std::uint64_t i) const {
  return file_.u64(words_begin_ + i * kEntryBytes);
}

std::uint64_t Deletions::occurrences(std::uint32_t word) const {
  std::uint64_t low = 0;
  std::uint64_t high = words_;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (word_entry(middle) < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == words_ || word_entry(low) != word) return 0;
  return file_.u64(words_begin_ + low * kEntryBytes + 8);
}

DeletedArticles Deletions::read() const {
  DeletedArticles deleted(articles_);
  deleted.bits = bits_;
  deleted.count = count_;
  for (std::uint64_t i = 0; i < words_; ++i) {
    deleted.occurrences.emplace_hint(deleted.occurrences.end(),
                                     static_cast<std::uint32_t>(word_entry(i)),
                                     file_.u64(words_begin_ + i * kEntryBytes + 8));
  }
  return deleted;
}

}  // namespace news
