#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article_codec.h"
#include "common/index/token_stream.h"
#include "common/index/words.h"

namespace news {

/// Makes the texts of a segment's articles again, from their words and layouts. Keeps the spellings
/// of frequent words at hand. One thread. Throws Error{Index} on damage.
class TextRestorer {
 public:
  /// Both stay borrowed.
  TextRestorer(const TokenStream& tokens, const WordList& words) : tokens_(tokens), words_(words) {}

  /// Fills in the texts of `kLaidOutFields`; `number` is the article's, from 1.
  void restore(std::uint64_t number, StoredArticle& stored);

 private:
  const std::string& spelling(std::uint32_t number);

  const TokenStream& tokens_;
  const WordList& words_;
  std::vector<std::string> frequent_;  ///< by number; "" until it is asked for
  std::string rare_;
};

}  // namespace news
