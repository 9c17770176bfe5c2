#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article_codec.h"
#include "common/index/article_words.h"
#include "common/index/token_stream.h"
#include "common/index/words.h"

namespace news {

/// Makes the texts of a segment's articles again, from their words and layouts. Keeps the spellings
/// of frequent words at hand. One thread. Throws Error{Index} on damage.
class TextRestorer {
 public:
  /// All stay borrowed. `other` is the word order of stripped texts; nullptr when there is none.
  TextRestorer(const TokenStream& tokens, const TokenStream* other, const WordList& words)
      : tokens_(tokens), other_(other), words_(words) {}

  /// Fills in the texts of `kLaidOutFields` that are wanted; `number` is the article's, from 1.
  /// `words`, when given, gets what they are made of, and the words of captions unless no body is
  /// wanted.
  void restore(std::uint64_t number, StoredArticle& stored, ArticleParts parts,
               ArticleWords* words = nullptr);

 private:
  class FieldWords;
  void restore_text(std::size_t field, FieldWords& codes, StoredArticle& stored,
                    ArticleWords* words);
  void read_captions(std::uint64_t number, const Article& article, ArticleWords& words);

  /// Spellings of words that are neighbours in frequency.
  static constexpr std::uint32_t kGroup = 16;
  using Spellings = std::array<std::string, kGroup>;

  const std::string& spelling(std::uint32_t number);

  const TokenStream& tokens_;
  const TokenStream* other_;
  const WordList& words_;
  /// By number, a group as soon as a word of it is asked for; "" for those that weren't. The whole
  /// table would be most of what a fresh process makes.
  std::vector<std::unique_ptr<Spellings>> frequent_;
  std::string rare_;
  // Of the field that is restored.
  std::vector<std::uint32_t> numbers_;
  std::vector<Break> breaks_;
  std::size_t used_ = 0;  ///< of the numbers
};

}  // namespace news
