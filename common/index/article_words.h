#pragma once

#include <cstdint>
#include <vector>

#include "common/analysis/tokenizer.h"

namespace news {

/// The tokens of a text as it was indexed, and for each the number of its word in the segment.
struct TextWords {
  /// The number of a token that the index doesn't know.
  static constexpr std::uint32_t kUnknown = UINT32_MAX;

  std::vector<Token> tokens;
  std::vector<std::uint32_t> numbers;
};

/// Those of the texts of an article.
struct ArticleWords {
  TextWords headline;
  TextWords summary;
  TextWords body;
  TextWords other;
  std::vector<TextWords> captions;
};

}  // namespace news
