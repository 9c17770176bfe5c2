#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/oracle/oracle.h"

namespace news::test {

/// A search with the words of its query, for messages.
struct MadeQuery {
  std::string text;  ///< "" for none
  std::string zone = "UTC";
  OracleRequest request;  ///< its `query` is left out: parse the text
};

/// Makes queries from a corpus' own words, word sequences, values and dates. The same seed makes
/// the same queries (with the same compiler).
class QueryMaker {
 public:
  QueryMaker(const OracleCorpus& corpus, std::uint64_t seed) : corpus_(corpus), random_(seed) {}

  /// Takes the kinds of query in turn.
  MadeQuery next();

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  bool chance(std::size_t percent) { return below(100) < percent; }
  const OracleArticle& some_article();
  /// A place in its story; now and then in what was stripped, where plain words find nothing.
  std::size_t some_place(const OracleArticle& article);
  /// The words at `at` in an article, as they are written there, up to `count` of one stretch.
  std::string words_at(const OracleArticle& article, std::size_t at, std::size_t count) const;

  std::string word();
  std::string inflected(std::string word);
  std::string phrase();
  std::string part_of_word();
  std::string misspelt();
  std::string in_field();
  /// Words of what was stripped from a page.
  std::string in_zone();
  std::string operand(const OracleArticle& article, std::size_t at);
  std::string positional();
  /// Words of an article from place `first` up to `last`.
  std::string positional(const OracleArticle& article, std::size_t first, std::size_t last);
  std::string date();
  std::string value();
  std::string length();
  std::string leaf();
  std::string boolean(std::size_t depth);
  void add_filters(MadeQuery& made);
  void add_dates(MadeQuery& made);

  const OracleCorpus& corpus_;
  std::mt19937_64 random_;
  std::size_t made_ = 0;
};

}  // namespace news::test
