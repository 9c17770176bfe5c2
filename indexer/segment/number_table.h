#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace news {

/// A small number for each of some large ones, in a hash table with open addressing. Clearing takes
/// time for what was added only. One thread.
class NumberTable {
 public:
  static constexpr std::uint64_t kFree = std::numeric_limits<std::uint64_t>::max();

  /// The value of `key`, which is not `kFree`; a new key's is `value`. Good until the next call.
  std::uint32_t& at(std::uint64_t key, std::uint32_t value) {
    if (2 * used_.size() >= slots_.size()) grow();
    const std::size_t place = place_of(key);
    if (slots_[place].key == kFree) {
      slots_[place] = {key, value};
      used_.push_back(static_cast<std::uint32_t>(place));
    }
    return slots_[place].value;
  }
  /// The value of `key`; nullptr when it has none.
  const std::uint32_t* find(std::uint64_t key) const {
    const Slot& slot = slots_[place_of(key)];
    return slot.key == kFree ? nullptr : &slot.value;
  }
  /// Has the processor fetch what `at` and `find` will look at first.
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&slots_[first_place_of(key)]); }
  void clear() {
    for (const std::uint32_t place : used_) slots_[place].key = kFree;
    used_.clear();
  }
  /// Bytes held.
  std::size_t memory() const {
    return slots_.capacity() * sizeof(Slot) + used_.capacity() * sizeof(std::uint32_t);
  }

 private:
  static constexpr unsigned kFirstBits = 8;
  struct Slot {
    std::uint64_t key = kFree;
    std::uint32_t value = 0;
  };

  std::size_t first_place_of(std::uint64_t key) const {
    // Knuth's multiplicative hashing: the upper bits of a product with 2^64 / the golden ratio.
    return key * 0x9e3779b97f4a7c15 >> (64 - bits_);
  }
  std::size_t place_of(std::uint64_t key) const {
    std::size_t place = first_place_of(key);
    while (slots_[place].key != key && slots_[place].key != kFree) {
      place = (place + 1) & (slots_.size() - 1);
    }
    return place;
  }
  void grow() {
    std::vector<Slot> old(std::size_t{1} << ++bits_);
    old.swap(slots_);
    for (std::uint32_t& place : used_) {
      const Slot slot = old[place];
      place = static_cast<std::uint32_t>(place_of(slot.key));
      slots_[place] = slot;
    }
  }

  unsigned bits_ = kFirstBits;
  std::vector<Slot> slots_ = std::vector<Slot>(std::size_t{1} << kFirstBits);
  std::vector<std::uint32_t> used_;
};

}  // namespace news
