#include "common/index/posting_file.h"

#include "common/base/error.h"
#include "common/base/varint.h"
#include "common/index/file_names.h"
#include "common/index/glass_key.h"

namespace news {
namespace {

constexpr std::size_t kLevelAt = 4;
constexpr std::size_t kDirectoryEndAt = 9;
constexpr std::size_t kDirectoryAt = 11;
constexpr std::size_t kEntryBytes = 2;

constexpr std::uint32_t kLastPart = 0x4000;
constexpr std::uint32_t kFirstPart = 0x2000;
constexpr std::uint32_t kSizeMask = 0x1fff;
constexpr std::uint32_t kSizeBias = 3;
constexpr std::size_t kPartNumberBytes = 2;
constexpr std::size_t kBlockNumberBytes = 4;

std::uint32_t big(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

bool get_number(std::string_view& in, std::uint32_t& number) {
  std::uint64_t value = 0;
  if (!get_varint(in, value) || value > UINT32_MAX) return false;
  number = static_cast<std::uint32_t>(value);
  return true;
}

}  // namespace

PostingFile::PostingFile(const std::filesystem::path& folder, const std::filesystem::path& checks)
    : path_(posting_table_path(folder)) {
  try {
    map_ = MappedFile(path_);
    if (map_.bytes().size() % kGlassBlockBytes != 0) damaged();
    blocks_ = static_cast<std::uint32_t>(map_.bytes().size() / kGlassBlockBytes);
    version_ = read_posting_version(folder, blocks_);
  } catch (const Error& e) {
    throw Error(ErrorKind::Index, e.what());
  }
  checks_ = std::make_unique<PostingChecks>(checks, blocks_);
}

std::string_view PostingFile::block(std::uint32_t number) const {
  if (number >= blocks_) damaged();
  const std::string_view bytes =
      map_.bytes().substr(std::uint64_t{number} * kGlassBlockBytes, kGlassBlockBytes);
  if (!checks_->is_whole(number, bytes)) damaged();
  return bytes;
}

unsigned PostingFile::item_count(std::string_view block) const {
  const std::uint32_t end = big(block.substr(kDirectoryEndAt, 2));
  if (end < kDirectoryAt || end > kGlassBlockBytes) damaged();
  return (end - kDirectoryAt) / kEntryBytes;
}

std::string_view PostingFile::item_bytes(std::string_view block, unsigned index) const {
  const std::uint32_t at = big(block.substr(kDirectoryAt + index * kEntryBytes, kEntryBytes));
  if (at > kGlassBlockBytes) damaged();
  return block.substr(at);
}

PostingFile::Item PostingFile::leaf_item(std::string_view block, unsigned index) const {
  std::string_view bytes = item_bytes(block, index);
  if (bytes.size() < kSizeBias) damaged();
  const std::uint32_t head = big(bytes.substr(0, 2));
  const std::size_t size = (head & kSizeMask) + kSizeBias;
  const std::size_t key_size = static_cast<unsigned char>(bytes[2]);
  Item item;
  item.first = (head & kFirstPart) != 0;
  item.last = (head & kLastPart) != 0;
  const std::size_t overhead = 3 + key_size + (item.first ? 0 : kPartNumberBytes);
  if (size > bytes.size() || overhead > size) damaged();
  item.key = bytes.substr(3, key_size);
  item.part = bytes.substr(overhead, size - overhead);
  return item;
}

std::uint32_t PostingFile::child(std::string_view block, std::string_view key) const {
  // The last item whose separator is not after the key. The first one has no key, which is before
  // all, and a separator that is a later part of the same tag is after it.
  unsigned low = 0;
  unsigned high = item_count(block);
  if (high == 0) damaged();
  while (high - low > 1) {
    const unsigned middle = low + (high - low) / 2;
    const std::string_view bytes = item_bytes(block, middle);
    if (bytes.size() <= kBlockNumberBytes) damaged();
    const std::size_t key_size = static_cast<unsigned char>(bytes[kBlockNumberBytes]);
    const std::size_t before_part = kBlockNumberBytes + 1 + key_size;
    if (bytes.size() < before_part + kPartNumberBytes) damaged();
    const std::string_view separator = bytes.substr(kBlockNumberBytes + 1, key_size);
    const bool later_part =
        separator == key && big(bytes.substr(before_part, kPartNumberBytes)) > 1;
    (separator > key || later_part ? high : low) = middle;
  }
  const std::string_view bytes = item_bytes(block, low);
  if (bytes.size() < kBlockNumberBytes) damaged();
  return big(bytes.substr(0, kBlockNumberBytes));
}

bool PostingFile::step(std::uint32_t& block_number, unsigned& index) const {
  if (++index < item_count(block(block_number))) return true;
  index = 0;
  while (++block_number < blocks_) {
    const std::string_view next = block(block_number);
    if (next[kLevelAt] == 0 && item_count(next) > 0) return true;
  }
  return false;
}

std::string_view PostingFile::tag(std::uint32_t& block_number, unsigned& index,
                                  std::vector<char>& joined) const {
  Item item = leaf_item(block(block_number), index);
  if (item.last) return item.part;
  joined.assign(item.part.begin(), item.part.end());
  while (!item.last) {
    if (!step(block_number, index)) damaged();
    item = leaf_item(block(block_number), index);
    if (item.first) damaged();
    joined.insert(joined.end(), item.part.begin(), item.part.end());
  }
  return {joined.data(), joined.size()};
}

void PostingFile::seek(std::string_view key, std::uint32_t& block_number, unsigned& index) const {
  block_number = version_.root;
  for (unsigned level = version_.levels; level > 0; --level) {
    block_number = child(block(block_number), key);
  }
  const std::string_view leaf = block(block_number);
  index = 0;
  unsigned high = item_count(leaf);
  while (index < high) {
    const unsigned middle = index + (high - index) / 2;
    if (leaf_item(leaf, middle).key < key) {
      index = middle + 1;
    } else {
      high = middle;
    }
  }
}

std::optional<PostingFile::List> PostingFile::find(std::string_view term) const {
  // The table's first item has no key and is no term's.
  if (term.empty()) return std::nullopt;
  List list(*this);
  append_sortable(list.key_, term);
  seek(list.key_, list.block_, list.item_);
  const std::string_view leaf = block(list.block_);
  if (list.item_ == item_count(leaf)) return std::nullopt;
  const Item found = leaf_item(leaf, list.item_);
  if (found.key != list.key_) return std::nullopt;
  if (!found.first) damaged();
  std::string_view bytes = tag(list.block_, list.item_, list.joined_);
  std::uint64_t occurrences = 0;
  std::uint32_t first = 0;
  if (!get_number(bytes, list.frequency_) || !get_varint(bytes, occurrences) ||
      !get_number(bytes, first) || first == UINT32_MAX || list.frequency_ == 0 ||
      list.frequency_ > articles()) {
    damaged();
  }
  list.chunk_.first = first + 1;
  list.read_chunk(bytes);
  list.key_.push_back('\0');
  return list;
}

void PostingFile::for_each_term(std::string_view prefix,
                                const std::function<bool(const std::string&)>& use) const {
  std::string start;
  append_sortable(start, prefix);
  std::uint32_t block_number = 0;
  unsigned index = 0;
  seek(start, block_number, index);
  if (index == item_count(block(block_number)) && !step(block_number, index)) return;
  std::string term;
  do {
    const Item item = leaf_item(block(block_number), index);
    if (!item.key.starts_with(start)) return;
    // Others are further parts and further chunks.
    if (item.first && get_sortable(item.key, term) && !use(term)) return;
  } while (step(block_number, index));
}

void PostingFile::List::read_chunk(std::string_view tag) {
  if (tag.empty()) file_->damaged();
  chunk_.is_last = tag.front() == '1';
  tag.remove_prefix(1);
  std::uint32_t width = 0;
  if (!get_number(tag, width) || width > UINT32_MAX - chunk_.first) file_->damaged();
  chunk_.last = chunk_.first + width;
  chunk_.codes = tag;
}

bool PostingFile::List::next() {
  if (chunk_.is_last) return false;
  if (!file_->step(block_, item_)) file_->damaged();
  const Item item = file_->leaf_item(file_->block(block_), item_);
  std::uint32_t first = 0;
  if (!item.first || !item.key.starts_with(key_) ||
      !get_sortable(item.key.substr(key_.size()), first) || first <= chunk_.last) {
    file_->damaged();
  }
  chunk_.first = first;
  read_chunk(file_->tag(block_, item_, joined_));
  return true;
}

void PostingFile::damaged() const {
  throw Error(ErrorKind::Index, "index file '" + path_.string() +
                                    "' is damaged: its postings can't be read; "
                                    "'newsindex check' tells more");
}

}  // namespace news
