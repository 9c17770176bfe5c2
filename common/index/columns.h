#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/framed_file.h"

namespace news {

// Names of the number columns of a segment; label columns are named after their attribute.
inline constexpr std::string_view kPublishedColumn = "published";  ///< Unix seconds; see precision
inline constexpr std::string_view kPrecisionColumn = "precision";  ///< a Precision; 0 is undated
inline constexpr std::string_view kDoubtfulColumn = "doubtful";    ///< 0 or 1
inline constexpr std::string_view kLengthColumn = "length";        ///< tokens
/// The 64 bits of a FingerprintMaker, as a signed number.
inline constexpr std::string_view kFingerprintColumn = "fingerprint";
// ReadingNotes, a number column each.
inline constexpr std::string_view kPageColumn = "page";
inline constexpr std::string_view kStrippedColumn = "stripped";
inline constexpr std::string_view kRepairedColumn = "repaired";
/// Labels: what was guessed about an article's date, see `date_guesses`.
inline constexpr std::string_view kDateGuessColumn = "date-guess";

/// Gathers the labels of one attribute, article by article. One thread.
class LabelColumnBuilder {
 public:
  /// Adds the next article's labels, in their order.
  void add(const std::vector<std::string>& labels);

 private:
  friend class ColumnsWriter;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> labels_;  ///< by number
  std::vector<std::int64_t> ids_;
  std::vector<std::int64_t> starts_ = {0};
};

/// Writes the file `columns` of a segment: one value, or a list of labels, for each article. One
/// thread.
class ColumnsWriter {
 public:
  ColumnsWriter(const std::filesystem::path& path, std::uint64_t articles);
  /// `values[i]` belongs to article i + 1.
  void add_numbers(std::string_view name, const std::vector<std::int64_t>& values);
  /// Labels whose `key` is the same are one label, shown as the one that sorts first; `key` must be
  /// a pure function.
  void add_labels(std::string_view name, const LabelColumnBuilder& labels,
                  std::string (*key)(std::string_view));
  void finish();

 private:
  struct Part {
    std::uint64_t offset = 0;
    std::int64_t base = 0;
    std::uint32_t width = 0;
    std::uint64_t count = 0;
  };
  Part write_numbers(const std::vector<std::int64_t>& values);
  void describe(std::string_view name, char kind, const std::vector<Part>& parts);

  FramedWriter out_;
  std::uint64_t articles_;
  std::string directory_;
  std::uint64_t columns_ = 0;
};

/// A flat array of whole numbers, read in place.
class NumberColumn {
 public:
  NumberColumn() = default;
  std::uint64_t size() const { return count_; }
  /// Value `i`, from 0. Throws Error{Index} when there is none or the file is damaged.
  std::int64_t operator[](std::uint64_t i) const {
    if (i >= count_) has_no(i);
    if (width_ == 0) return base_;
    // Eight bytes can be read wherever a value begins: checksums stand behind the last one.
    const std::uint64_t rest = get_u64(file_->span(offset_ + i * width_, width_).data()) & mask_;
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(base_) + rest);
  }

 private:
  friend class Columns;
  [[noreturn]] void has_no(std::uint64_t i) const;

  const FramedFile* file_ = nullptr;
  std::uint64_t offset_ = 0;
  std::int64_t base_ = 0;
  std::uint32_t width_ = 0;  ///< bytes a value; 0 when all are the same
  std::uint64_t mask_ = 0;   ///< the bits of as many bytes
  std::uint64_t count_ = 0;
};

/// For each article the numbers of its labels, and the labels.
class LabelColumn {
 public:
  /// Number of different labels.
  std::uint64_t size() const { return label_ends_.size(); }
  std::string_view label(std::uint64_t i) const;
  /// Calls `use(label number)` for each label of article `number`, from 1.
  template <typename Use>
  void for_each(std::uint64_t number, Use use) const {
    const Range range = labels_of(number);
    for (std::uint64_t i = range.begin; i < range.end; ++i) use(id(i));
  }

 private:
  friend class Columns;
  struct Range {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
  };
  /// Positions in `ids_`.
  Range labels_of(std::uint64_t number) const;
  /// The label at a position.
  std::uint64_t id(std::uint64_t i) const;

  const FramedFile* file_ = nullptr;
  NumberColumn group_starts_;  ///< position in `ids_` of each group of articles
  NumberColumn ends_;          ///< of each article's labels, from the start of its group
  NumberColumn ids_;
  NumberColumn label_ends_;  ///< position in the text after each label
  std::uint64_t text_ = 0;   ///< offset of the labels' text
};

/// The columns of a segment. Borrowed columns live as long as it does. Many threads.
class Columns {
 public:
  explicit Columns(const std::filesystem::path& path);
  std::uint64_t articles() const { return articles_; }
  /// Throws Error{Index} when there is no such column.
  const NumberColumn& numbers(std::string_view name) const;
  const LabelColumn& labels(std::string_view name) const;
  void verify() const { file_.verify(); }

 private:
  NumberColumn read_part(std::string_view& directory) const;

  FramedFile file_;
  std::uint64_t articles_ = 0;
  std::map<std::string, NumberColumn, std::less<>> numbers_;
  std::map<std::string, LabelColumn, std::less<>> labels_;
};

}  // namespace news
