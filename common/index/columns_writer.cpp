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

void ColumnsWriter::add_labels(std::string_view name,
                               const std::vector<std::vector<std::string>>& labels,
                               std::string (*key)(std::string_view)) {
  std::map<std::string, std::pair<std::string, std::int64_t>> shown;  // by key
  for (const auto& list : labels) {
    for (const std::string& label : list) {
      auto& entry = shown.try_emplace(key(label), label, 0).first->second;
      entry.first = std::min(entry.first, label);
    }
  }
  std::string text;
  std::vector<std::int64_t> ends;
  std::int64_t next = 0;
  for (auto& [unused, entry] : shown) {
    entry.second = next++;
    text += entry.first;
    ends.push_back(static_cast<std::int64_t>(text.size()));
  }
  std::vector<std::int64_t> starts = {0};
  std::vector<std::int64_t> ids;
  for (const auto& list : labels) {
    for (const std::string& label : list) ids.push_back(shown.at(key(label)).second);
    starts.push_back(static_cast<std::int64_t>(ids.size()));
  }
  std::vector<Part> parts = {write_numbers(starts), write_numbers(ids), write_numbers(ends)};
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
