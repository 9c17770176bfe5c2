#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace news {

/// A table of names with a value each, kept as one text: "\nname=value\nname=value\n", in byte
/// order of the names, which hold no '=' and no line end. A literal in the program costs no time
/// when it starts, however long it is. Immutable and so thread-safe.
class NameTable {
 public:
  /// Borrows the text.
  constexpr explicit NameTable(std::string_view text) : text_(text) {}
  /// The same for a literal, which may be too long for a compiler to count its letters.
  template <std::size_t kSize>
  constexpr explicit NameTable(const char (&text)[kSize]) : text_(text, kSize - 1) {}

  /// The value of a name, which lives as long as the text; nothing for a name that isn't there.
  std::optional<std::string_view> find(std::string_view name) const;

  /// Calls `use(name, value)` for each row whose name begins so, in order.
  template <typename Use>
  void for_each_beginning(std::string_view prefix, Use use) const {
    for (std::string_view left = text_.substr(first_not_below(prefix)); !left.empty();) {
      const Row row = row_of(left.substr(0, left.find('\n')));
      if (!row.name.starts_with(prefix)) return;
      use(row.name, row.value);
      left.remove_prefix(std::min(left.find('\n'), left.size() - 1) + 1);
    }
  }

  /// Calls `use(name)` for each name, in order.
  template <typename Use>
  void for_each_name(Use use) const {
    for_each_beginning({}, [&](std::string_view name, std::string_view) { use(name); });
  }

  /// True when the names are in byte order and none is there twice: what `find` relies on.
  bool is_ordered() const;

 private:
  struct Row {
    std::string_view name;
    std::string_view value;
  };
  static Row row_of(std::string_view line) {
    const std::string_view name = line.substr(0, line.find('='));
    return {name, line.substr(std::min(name.size() + 1, line.size()))};
  }
  /// Where the first row begins whose name is `name` or comes after it.
  std::size_t first_not_below(std::string_view name) const;

  std::string_view text_;
};

/// The first letters of the names of some tables, in any case: tells most other texts apart without
/// looking them up. Immutable once made, and so thread-safe.
class NameBeginnings {
 public:
  explicit NameBeginnings(std::initializer_list<const NameTable*> tables);

  /// False when no name begins as `text` does. Looks at four bytes; a shorter text is a name as a
  /// whole, or not.
  bool may_hold(std::string_view text) const { return known_[place_of(text)]; }

 private:
  static std::size_t place_of(std::string_view name);
  std::vector<bool> known_;
};

}  // namespace news
