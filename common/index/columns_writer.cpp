#include <algorithm>
#include <limits>
#include <map>

#include "common/base/varint.h"
#include "common/index/columns.h"
#include "common/index/columns_format.h"
#include "common/index/little_endian.h"

namespace news {
namespace {

std::uint32_t width_for(std::uint64_t range) {
  if (range == 0) return 0;
  if (range <= std::numeric_limits<std::uint8_t>::max()) return 1;
  if (range <= std::numeric_limits<std::uint16_t>::max()) return 2;
  return range <= std::numeric_limits<std::uint32_t>::max() ? 4 : 8;
}

struct GroupedEnds {
  std::vector<std::int64_t> group_starts;
  std::vector<std::int64_t> ends;
};

/// `starts` has where each article's labels begin, and where the last one's end.
GroupedEnds group_ends(const std::vector<std::int64_t>& starts) {
  GroupedEnds out;
  bool is_one_each = true;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    if (i % kLabelGroup == 0) out.group_starts.push_back(starts[i]);
    out.ends.push_back(starts[i + 1] - out.group_starts.back());
    is_one_each = is_one_each && starts[i + 1] - starts[i] == 1;
  }
  return is_one_each ? GroupedEnds{} : out;
}

}  // namespace

ColumnsWriter::ColumnsWriter(const std::filesystem::path& path, std::uint64_t articles)
    : out_(path, kColumnsMagic, kColumnsVersion), articles_(articles) {}

ColumnsWriter::Part ColumnsWriter::write_numbers(const std::vector<std::int64_t>& values) {
  Part part;
  part.count = values.size();
  if (!values.empty()) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    part.base = *least;
    part.width = width_for(static_cast<std::uint64_t>(*most) - static_cast<std::uint64_t>(*least));
  }
  out_.align(sizeof(std::uint64_t));
  part.offset = out_.offset();
  std::string bytes;
  for (const std::int64_t value : values) {
    const std::uint64_t rest =
        static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(part.base);
    bytes.append(reinterpret_cast<const char*>(&rest), part.width);
  }
  out_.write(bytes);
  return part;
}

void ColumnsWriter::describe(std::string_view name, char kind, const std::vector<Part>& parts) {
  ++columns_;
  put_string(directory_, name);
  directory_.push_back(kind);
  for (const Part& part : parts) {
    put_varint(directory_, part.offset);
    put_u64(directory_, static_cast<std::uint64_t>(part.base));
    put_varint(directory_, part.width);
    put_varint(directory_, part.count);
  }
}

void ColumnsWriter::add_numbers(std::string_view name, const std::vector<std::int64_t>& values) {
  describe(name, kNumberKind, {write_numbers(values)});
}

void LabelColumnBuilder::add(const std::vector<std::string>& labels) {
  for (const std::string& label : labels) {
    const auto [place, is_new] =
        numbers_.try_emplace(label, static_cast<std::uint32_t>(labels_.size()));
    if (is_new) labels_.push_back(label);
    ids_.push_back(place->second);
  }
  starts_.push_back(static_cast<std::int64_t>(ids_.size()));
}

void ColumnsWriter::add_labels(std::string_view name, const LabelColumnBuilder& labels,
                               std::string (*key)(std::string_view)) {
  struct Shown {
    std::string label;
    std::vector<std::uint32_t> forms;  ///< labels that are the same for the key
  };
  std::map<std::string, Shown> by_key;
  for (std::uint32_t i = 0; i < labels.labels_.size(); ++i) {
    Shown& shown =
        by_key.try_emplace(key(labels.labels_[i]), Shown{labels.labels_[i], {}}).first->second;
    shown.label = std::min(shown.label, labels.labels_[i]);
    shown.forms.push_back(i);
  }
  std::string text;
  std::vector<std::int64_t> ends;
  std::vector<std::int64_t> number(labels.labels_.size());
  for (const auto& [unused, shown] : by_key) {
    for (const std::uint32_t form : shown.forms)
      number[form] = static_cast<std::int64_t>(ends.size());
    text += shown.label;
    ends.push_back(static_cast<std::int64_t>(text.size()));
  }
  std::vector<std::int64_t> ids = labels.ids_;
  for (std::int64_t& id : ids) id = number[static_cast<std::size_t>(id)];
  const GroupedEnds places = group_ends(labels.starts_);
  std::vector<Part> parts = {write_numbers(places.group_starts), write_numbers(places.ends),
                             write_numbers(ids), write_numbers(ends)};
  Part bytes;
  bytes.offset = out_.offset();
  bytes.count = text.size();
  out_.write(text);
  parts.push_back(bytes);
  describe(name, kLabelKind, parts);
}

void ColumnsWriter::finish() {
  const std::uint64_t directory = out_.offset();
  std::string tail = std::move(directory_);
  const std::uint64_t length = tail.size();
  put_u64(tail, directory);
  put_u64(tail, length);
  put_u64(tail, columns_);
  put_u64(tail, articles_);
  out_.write(tail);
  out_.finish();
}

}  // namespace news
