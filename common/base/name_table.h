#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

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

  /// True when the names are in byte order and none is there twice: what `find` relies on.
  bool is_ordered() const;

 private:
  std::string_view text_;
};

}  // namespace news
