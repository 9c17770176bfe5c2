#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace news {

/// The words of a story's opening, for asking whether another line speaks of the same things. Words
/// count by their first letters, so that endings don't matter; Chinese and Japanese by pairs.
class Vocabulary {
 public:
  void add(std::string_view text);
  /// Call between the last `add` and the first `share`.
  void seal();
  /// The share of the longer words of `text` that are among those added: 0 to 1. 0.3, which tells
  /// nothing, for a text without such words.
  double share(std::string_view text) const;

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace news
