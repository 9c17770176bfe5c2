#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace news {

/// Different texts, numbered from 0 in the order in which they came: a hash table with open
/// addressing, made for the one question that an indexer asks for every word it reads. Texts are
/// kept until the table is cleared or destroyed. One thread adds; when that is done, many may ask.
class StringTable {
 public:
  StringTable();

  /// A text that is asked for, with its hash. Borrows the text.
  class Key {
   public:
    explicit Key(std::string_view text);
    std::string_view text() const { return text_; }

   private:
    friend class StringTable;
    std::string_view text_;
    /// The first eight bytes: most words end there, and are compared and hashed without a look at
    /// the text itself.
    std::uint64_t head_ = 0;
    std::uint64_t hash_ = 0;
  };

  struct Place {
    std::uint32_t number = 0;
    bool is_new = false;
  };
  /// Number of the key's text, which is copied when it is new.
  Place add(const Key& key);
  Place add(std::string_view text) { return add(Key(text)); }
  /// Has the processor fetch what `add` will look at first. In a large table that is most of its
  /// time, so who has many texts asks for those to come.
  void prefetch(const Key& key) const {
    __builtin_prefetch(&slots_[key.hash_ & (slots_.size() - 1)]);
  }
  std::optional<std::uint32_t> find(std::string_view text) const;

  std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
  std::string_view operator[](std::uint32_t number) const { return texts_[number]; }
  /// Bytes held.
  std::size_t memory() const;
  /// Forgets all texts and gives their memory back.
  void clear();

 private:
  struct Slot {
    const char* text = nullptr;  ///< null: free
    std::uint64_t head = 0;
    std::uint32_t length = 0;
    std::uint32_t number = 0;
  };

  /// Index of the slot that has the key, or of the free one where it belongs.
  std::size_t slot_of(const Key& key) const;
  void grow();
  const char* keep(std::string_view text);

  std::vector<Slot> slots_;  ///< a power of two of them, at most half in use
  std::vector<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;        ///< in the last block
  std::size_t block_left_ = 0;  ///< bytes from `free_` on
  std::size_t block_bytes_ = 0;
};

}  // namespace news
