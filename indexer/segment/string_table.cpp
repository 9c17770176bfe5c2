#include "indexer/segment/string_table.h"

#include <algorithm>
#include <cstring>

#include "common/base/hash.h"

namespace news {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kBlockBytes = 64u << 10;
constexpr std::size_t kHeadBytes = sizeof(std::uint64_t);
// 2^64 divided by the golden ratio: Knuth's multiplicative hashing.
constexpr std::uint64_t kMultiplier = 0x9e3779b97f4a7c15;

}  // namespace

StringTable::StringTable() : slots_(kFirstSlots) {}

StringTable::Key::Key(std::string_view text) : text_(text) {
  for (std::size_t i = 0; i < std::min(kHeadBytes, text.size()); ++i) {
    head_ |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  }
  if (text.size() > kHeadBytes) {
    hash_ = hash64(text);
  } else {
    hash_ = (head_ ^ text.size()) * kMultiplier;
    hash_ ^= hash_ >> 32;
  }
}

std::size_t StringTable::slot_of(const Key& key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = key.hash_ & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.text == nullptr) return i;
    if (slot.head != key.head_ || slot.length != key.text_.size()) continue;
    if (slot.length <= kHeadBytes || std::memcmp(slot.text, key.text_.data(), slot.length) == 0) {
      return i;
    }
  }
}

StringTable::Place StringTable::add(const Key& key) {
  const std::string_view text = key.text_;
  Slot& slot = slots_[slot_of(key)];
  if (slot.text != nullptr) return {slot.number, false};
  const std::uint32_t number = size();
  slot = {keep(text), key.head_, static_cast<std::uint32_t>(text.size()), number};
  texts_.emplace_back(slot.text, text.size());
  if (2 * texts_.size() > slots_.size()) grow();
  return {number, true};
}

std::optional<std::uint32_t> StringTable::find(std::string_view text) const {
  const Slot& slot = slots_[slot_of(Key(text))];
  if (slot.text == nullptr) return std::nullopt;
  return slot.number;
}

void StringTable::grow() {
  std::vector<Slot>(2 * slots_.size()).swap(slots_);
  for (std::uint32_t number = 0; number < size(); ++number) {
    const std::string_view text = texts_[number];
    const Key key(text);
    slots_[slot_of(key)] = {text.data(), key.head_, static_cast<std::uint32_t>(text.size()),
                            number};
  }
}

const char* StringTable::keep(std::string_view text) {
  if (blocks_.empty() || text.size() > block_left_) {
    block_left_ = std::max(kBlockBytes, text.size());
    blocks_.push_back(std::make_unique<char[]>(block_left_));
    block_bytes_ += block_left_;
    free_ = blocks_.back().get();
  }
  char* const kept = free_;
  std::memcpy(kept, text.data(), text.size());
  free_ += text.size();
  block_left_ -= text.size();
  return kept;
}

std::size_t StringTable::memory() const {
  return block_bytes_ + slots_.capacity() * sizeof(Slot) +
         texts_.capacity() * sizeof(std::string_view);
}

void StringTable::clear() { *this = StringTable(); }

}  // namespace news
