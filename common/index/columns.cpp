#include "common/index/columns.h"

#include <string>

#include "common/base/error.h"
#include "common/base/varint.h"
#include "common/index/columns_format.h"
#include "common/index/little_endian.h"

namespace news {
namespace {

constexpr std::uint64_t kMostLabels = 1u << 26;  // of an article: a record has 64 MiB

}  // namespace

void NumberColumn::has_no(std::uint64_t i) const {
  file_->damaged("a column has no value " + std::to_string(i));
}

std::string_view LabelColumn::label(std::uint64_t i) const {
  const std::int64_t begin = i == 0 ? 0 : label_ends_[i - 1];
  const std::int64_t end = label_ends_[i];
  if (begin < 0 || end < begin) file_->damaged("the labels of a column run backwards");
  return file_->span(text_ + static_cast<std::uint64_t>(begin),
                     static_cast<std::uint64_t>(end - begin));
}

LabelColumn::Range LabelColumn::labels_of(std::uint64_t number) const {
  const std::uint64_t i = number - 1;
  if (ends_.size() == 0) return {i, number};
  const auto start = static_cast<std::uint64_t>(group_starts_[i / kLabelGroup]);
  const std::uint64_t before =
      i % kLabelGroup == 0 ? 0 : static_cast<std::uint64_t>(ends_[i - 1]);
  const Range range{start + before, start + static_cast<std::uint64_t>(ends_[i])};
  if (range.end > ids_.size() || range.end - range.begin > kMostLabels) {
    file_->damaged("an article has more labels than there are");
  }
  return range;
}

std::uint64_t LabelColumn::id(std::uint64_t i) const {
  const auto label = static_cast<std::uint64_t>(ids_[i]);
  if (label >= size()) file_->damaged("a column has no label " + std::to_string(label));
  return label;
}

NumberColumn Columns::read_part(std::string_view& directory) const {
  NumberColumn part;
  part.file_ = &file_;
  std::uint64_t width = 0;
  bool good = get_varint(directory, part.offset_) && directory.size() >= 8;
  if (good) {
    part.base_ = static_cast<std::int64_t>(get_u64(directory.data()));
    directory.remove_prefix(8);
    good = get_varint(directory, width) && get_varint(directory, part.count_) && width <= 8;
  }
  if (!good || part.offset_ > file_.end() || part.count_ > (std::uint64_t{1} << 40)) {
    file_.damaged("its directory is broken");
  }
  part.width_ = static_cast<std::uint32_t>(width);
  if (width > 0) part.mask_ = ~std::uint64_t{0} >> (64 - 8 * width);
  return part;
}

Columns::Columns(const std::filesystem::path& path) : file_(path, kColumnsMagic, kColumnsVersion) {
  if (file_.end() - file_.begin() < kColumnsFooterBytes) file_.damaged("it is cut short");
  const std::uint64_t footer = file_.end() - kColumnsFooterBytes;
  std::string_view directory = file_.span(file_.u64(footer), file_.u64(footer + 8));
  articles_ = file_.u64(footer + 24);
  for (std::uint64_t left = file_.u64(footer + 16); left > 0; --left) {
    std::string_view name;
    if (!get_string(directory, name) || directory.empty()) {
      file_.damaged("its directory is broken");
    }
    const char kind = directory.front();
    directory.remove_prefix(1);
    if (kind == kNumberKind) {
      numbers_.emplace(name, read_part(directory));
      continue;
    }
    LabelColumn column;
    column.file_ = &file_;
    column.group_starts_ = read_part(directory);
    column.ends_ = read_part(directory);
    column.ids_ = read_part(directory);
    column.label_ends_ = read_part(directory);
    column.text_ = read_part(directory).offset_;
    // Each label but one has text.
    if (column.size() > file_.end()) file_.damaged("a column has more labels than text");
    labels_.emplace(name, column);
  }
}

const NumberColumn& Columns::numbers(std::string_view name) const {
  const auto found = numbers_.find(name);
  if (found == numbers_.end()) file_.damaged("it has no column '" + std::string(name) + "'");
  return found->second;
}

const LabelColumn& Columns::labels(std::string_view name) const {
  const auto found = labels_.find(name);
  if (found == labels_.end()) file_.damaged("it has no column '" + std::string(name) + "'");
  return found->second;
}

}  // namespace news
