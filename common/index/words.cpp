#include "common/index/words.h"

#include "common/base/varint.h"
#include "common/index/schema.h"
#include "common/index/words_format.h"

namespace news {

/// What the list has of a word but its folded spelling; views into the file.
struct WordList::Row {
  std::string_view spelling;  ///< "" when it is the folded one
  std::uint32_t number = 0;
  std::uint32_t stem = 0;
  std::uint64_t frequency = 0;

  WordEntry entry(const std::string& folded) const {
    return {number, frequency, stem, spelling.empty() ? folded : std::string(spelling), folded};
  }
};

/// Reads entries of one group of words or stems in order.
class WordList::Reader {
 public:
  /// Group `group` of the list whose group offsets begin at `offsets`.
  Reader(const FramedFile& file, std::uint64_t offsets, std::uint32_t group) : file_(file) {
    const std::uint64_t begin = file.u64(offsets + std::uint64_t{group} * 8);
    const std::uint64_t end = file.u64(offsets + std::uint64_t{group} * 8 + 8);
    if (end < begin) file.damaged("its groups run backwards");
    rest_ = file.span(begin, end - begin);
  }

  bool at_end() const { return rest_.empty(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    if (!get_varint(rest_, value)) damaged();
    return value;
  }

  std::string_view text() {
    std::string_view value;
    if (!get_string(rest_, value)) damaged();
    return value;
  }

  /// The next front-coded text; stays until the next call.
  const std::string& front_coded() {
    const std::uint64_t shared = number();
    if (shared > text_.size()) damaged();
    text_.resize(shared);
    text_.append(text());
    return text_;
  }

  /// The first text of the group, which has nothing to be coded against.
  std::string_view first_text() {
    if (number() != 0) damaged();
    return text();
  }

  /// What stands behind the folded spelling of a word.
  Row row() {
    Row row;
    row.spelling = text();
    row.number = static_cast<std::uint32_t>(number());
    row.stem = static_cast<std::uint32_t>(number());
    row.frequency = number();
    return row;
  }

  [[noreturn]] void damaged() const { file_.damaged("a list of words is broken"); }

 private:
  const FramedFile& file_;
  std::string_view rest_;
  std::string text_;
};

WordList::WordList(const std::filesystem::path& path) : file_(path, kWordsMagic, kWordsVersion) {
  if (file_.end() - file_.begin() < kWordsFooterBytes) file_.damaged("it is cut short");
  const std::uint64_t footer = file_.end() - kWordsFooterBytes;
  // Each word has a rank of four bytes, and each stem a byte at least.
  if (file_.u64(footer) > file_.end() / sizeof(std::uint32_t) ||
      file_.u64(footer + 8) > file_.end()) {
    file_.damaged("it has more words than bytes");
  }
  word_count_ = static_cast<std::uint32_t>(file_.u64(footer));
  stem_count_ = static_cast<std::uint32_t>(file_.u64(footer + 8));
  word_groups_ = file_.u64(footer + 16);
  stem_groups_ = file_.u64(footer + 24);
  ranks_ = file_.u64(footer + 32);
}

WordEntry WordList::entry(std::uint32_t rank) const {
  Reader group(file_, word_groups_, rank / kWordGroup);
  for (std::uint32_t before = rank % kWordGroup; before > 0; --before) {
    group.front_coded();
    group.row();
  }
  const std::string& folded = group.front_coded();
  const Row row = group.row();
  if (row.stem >= stem_count_) file_.damaged("a word has a stem that there is not");
  return row.entry(folded);
}

WordEntry WordList::word(std::uint32_t number) const {
  if (number >= word_count_) file_.damaged("it has no word " + std::to_string(number));
  const std::uint32_t rank = file_.u32(ranks_ + std::uint64_t{number} * 4);
  if (rank >= word_count_) file_.damaged("its ranks are wrong");
  return entry(rank);
}

std::string WordList::stem(std::uint32_t stem_number) const {
  if (stem_number >= stem_count_) file_.damaged("it has no such stem");
  Reader group(file_, stem_groups_, stem_number / kWordGroup);
  for (std::uint32_t i = 0;; ++i) {
    const std::string& stem = group.front_coded();
    if (i == stem_number % kWordGroup) return stem;
    for (std::uint64_t n = group.number(); n > 0; --n) group.number();
  }
}

bool WordList::subtract_deletions(Row& row) const {
  if (deletions_ == nullptr) return true;
  const std::uint64_t gone = deletions_->occurrences(row.number);
  if (gone >= row.frequency) return false;
  row.frequency -= gone;
  return true;
}

bool WordList::is_live(std::uint32_t number) const {
  if (deletions_ == nullptr) return true;
  const std::uint64_t gone = deletions_->occurrences(number);
  return gone == 0 || word(number).frequency > gone;
}

std::uint32_t WordList::first_group_at_or_before(std::string_view folded) const {
  std::uint32_t low = 0;
  std::uint32_t high = (word_count_ + kWordGroup - 1) / kWordGroup;
  // Words with one folded spelling may span groups, so the group wanted is the last one that
  // begins below it.
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    Reader group(file_, word_groups_, middle);
    (group.first_text() < folded ? low : high) = middle;
  }
  return low;
}

std::uint32_t WordList::rank_of(std::string_view folded) const {
  if (word_count_ == 0) return 0;
  const std::uint32_t group = first_group_at_or_before(folded);
  Reader words(file_, word_groups_, group);
  std::uint32_t rank = group * kWordGroup;
  for (; !words.at_end() && words.front_coded() < folded; ++rank) words.row();
  return rank;
}

std::uint32_t WordList::marked_count() const {
  std::string behind(kOtherMark);
  ++behind.back();
  return rank_of(behind) - rank_of(kOtherMark);
}

template <typename Use>
void WordList::for_each_from(std::string_view folded, Use use) const {
  const std::uint32_t groups = (word_count_ + kWordGroup - 1) / kWordGroup;
  if (groups == 0) return;
  for (std::uint32_t g = first_group_at_or_before(folded); g < groups; ++g) {
    Reader group(file_, word_groups_, g);
    while (!group.at_end()) {
      const std::string& text = group.front_coded();
      Row row = group.row();
      if (text >= folded && !use(text, row)) return;
    }
  }
}

std::vector<WordEntry> WordList::with_folded(std::string_view folded) const {
  std::vector<WordEntry> found;
  for_each_from(folded, [&](const std::string& text, Row& row) {
    if (text != folded) return false;
    if (subtract_deletions(row)) found.push_back(row.entry(text));
    return true;
  });
  return found;
}

std::vector<WordEntry> WordList::with_prefix(std::string_view prefix, std::size_t limit) const {
  std::vector<WordEntry> found;
  for_each_from(prefix, [&](const std::string& text, Row& row) {
    if (!text.starts_with(prefix)) return false;
    if (!subtract_deletions(row)) return true;
    if (found.size() == limit) return false;
    found.push_back(row.entry(text));
    return true;
  });
  return found;
}

std::optional<std::pair<std::uint32_t, std::vector<std::uint32_t>>> WordList::find_in_stems(
    std::string_view stem) const {
  std::uint32_t low = 0;
  std::uint32_t high = (stem_count_ + kWordGroup - 1) / kWordGroup;
  if (high == 0) return std::nullopt;
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    Reader group(file_, stem_groups_, middle);
    (group.first_text() <= stem ? low : high) = middle;
  }
  Reader group(file_, stem_groups_, low);
  for (std::uint32_t place = low * kWordGroup; !group.at_end(); ++place) {
    const bool is_found = group.front_coded() == stem;
    std::uint64_t count = group.number();
    if (count > word_count_) group.damaged();
    std::vector<std::uint32_t> numbers;
    std::uint64_t last = 0;
    for (; count > 0; --count) {
      last += group.number();
      if (is_found) numbers.push_back(static_cast<std::uint32_t>(last));
    }
    if (is_found) return std::pair{place, std::move(numbers)};
  }
  return std::nullopt;
}

std::optional<std::uint32_t> WordList::find_stem(std::string_view stem) const {
  const auto found = find_in_stems(stem);
  if (!found) return std::nullopt;
  return found->first;
}

std::vector<std::uint32_t> WordList::numbers_with_stem(std::string_view stem) const {
  auto found = find_in_stems(stem);
  if (!found) return {};
  std::erase_if(found->second, [this](std::uint32_t number) { return !is_live(number); });
  return std::move(found->second);
}

}  // namespace news
