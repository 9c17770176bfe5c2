#include "indexer/segment/glass/table_writer.h"

#include <algorithm>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/varint.h"

namespace news {
namespace {

constexpr std::size_t kMaxKeyBytes = 255;
constexpr std::uint32_t kMaxComponents = 0xffff;

/// Four items of the largest size must fit into a block.
constexpr std::size_t kMaxItemBytes =
    (kGlassBlockBytes - GlassBlock::kHeaderBytes - 4 * GlassBlock::kDirectoryEntryBytes) / 4;

/// A part of a tag smaller than this, key not counted, is not worth the item, the separator and the
/// second block that a reader then needs. Xapian's compactor found the same value.
constexpr std::size_t kMinPartBytes = 34;

/// The first two bytes of an item in a leaf: flags, and the size of the item less this.
constexpr std::uint32_t kLastPart = 0x4000;
constexpr std::uint32_t kFirstPart = 0x2000;
constexpr std::size_t kItemSizeBias = 3;

std::size_t leaf_overhead(std::string_view key, std::uint32_t component) {
  return 2 + 1 + key.size() + (component > 1 ? 2 : 0);
}

char* put_key(char* out, std::string_view key) {
  *out++ = static_cast<char>(key.size());
  return std::copy(key.begin(), key.end(), out);
}

}  // namespace

GlassTableWriter::GlassTableWriter(const std::filesystem::path& path) : file_(path) {
  levels_.push_back(std::make_unique<Level>());
  // Every table begins with an item without key or tag, which readers start from.
  char* item = levels_.front()->block.append(kItemSizeBias);
  *put_big16(item, kFirstPart | kLastPart) = 0;
}

void GlassTableWriter::add(std::string_view key, std::string_view tag) {
  if (key.empty() || key.size() > kMaxKeyBytes) {
    throw Error(ErrorKind::Bug, "a key of a posting table has " + std::to_string(key.size()) +
                                    " bytes; shorten the term, in which a zero byte counts twice");
  }
  GlassBlock& leaf = levels_.front()->block;
  for (std::uint32_t component = 1;; ++component) {
    if (component > kMaxComponents)
      throw Error(ErrorKind::Bug, "a posting table's tag is too long");
    const std::size_t overhead = leaf_overhead(key, component);
    const std::size_t whole = overhead + tag.size();
    if (const std::size_t room = leaf.room();
        whole > std::min(room, kMaxItemBytes) && room < overhead + key.size() + kMinPartBytes) {
      start_leaf(key, component);
    }
    const std::size_t size = std::min({whole, leaf.room(), kMaxItemBytes});
    const std::size_t part = size - overhead;
    add_item(key, component, tag.substr(0, part), size == whole);
    tag.remove_prefix(part);
    if (size == whole) break;
  }
  last_key_ = key;
  ++root_.entries;
}

void GlassTableWriter::add_item(std::string_view key, std::uint32_t component,
                                std::string_view part, bool last) {
  const std::size_t size = leaf_overhead(key, component) + part.size();
  const std::uint32_t flags = (component == 1 ? kFirstPart : 0) | (last ? kLastPart : 0);
  char* out = levels_.front()->block.append(size);
  out = put_big16(out, flags | static_cast<std::uint32_t>(size - kItemSizeBias));
  out = put_key(out, key);
  if (component > 1) out = put_big16(out, component);
  std::copy(part.begin(), part.end(), out);
}

void GlassTableWriter::start_leaf(std::string_view key, std::uint32_t component) {
  close_block(0);
  Separator& first = levels_.front()->first;
  first.component = component;
  if (component > 1) {
    first.key = key;
    return;
  }
  const auto differs = std::mismatch(key.begin(), key.end(), last_key_.begin(), last_key_.end());
  const auto same = static_cast<std::size_t>(differs.first - key.begin());
  first.key = key.substr(0, same + 1);
}

void GlassTableWriter::add_child(unsigned level, const Separator& separator, std::uint32_t child) {
  if (level == levels_.size()) levels_.push_back(std::make_unique<Level>());
  // Block number, key with its length, component: the same for the short first item of a block.
  const auto item_bytes = [](std::string_view key) { return 4 + 1 + key.size() + 2; };
  if (!levels_[level]->block.fits(item_bytes(separator.key))) close_block(level);
  Level& here = *levels_[level];
  std::string_view key = separator.key;
  std::uint32_t component = separator.component;
  if (here.block.empty()) {
    // The block's own separator, one level up, already says what this key would.
    here.first = separator;
    key = {};
    component = 0;
  }
  char* out = here.block.append(item_bytes(key));
  put_big16(put_key(put_big32(out, child), key), component);
}

void GlassTableWriter::close_block(unsigned level) {
  const std::uint32_t number = write_block(level);
  add_child(level + 1, levels_[level]->first, number);
  levels_[level]->block.clear();
}

std::uint32_t GlassTableWriter::write_block(unsigned level) {
  const std::string_view bytes = levels_[level]->block.seal(level);
  file_.write(bytes);
  std::string chain;
  put_varint(chain, root_.digest);
  put_varint(chain, hash64(bytes));
  root_.digest = hash64(chain);
  return root_.blocks++;
}

GlassTableRoot GlassTableWriter::finish() {
  unsigned level = 0;
  for (; level + 1 < levels_.size(); ++level) close_block(level);
  root_.block = write_block(level);
  root_.level = level;
  file_.finish();
  return root_;
}

}  // namespace news
