#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/schema.h"

namespace news::test {

/// A token of an article, in reading order: headline, summary, dateline, each author, each caption,
/// body; then what was stripped from its page.
struct OracleToken {
  std::uint32_t word = 0;     ///< in OracleCorpus::words
  std::uint32_t stretch = 0;  ///< one headline, one caption, the body, what was stripped
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
  TextField field = TextField::Body;
  bool in_lead = false;  ///< first paragraph of the body, first 60 words
};

/// A written word as the stories of one language have it, or as their pages have it beside them.
struct OracleWord {
  std::string written;
  std::string folded;
  std::string stem;
  bool is_stripped = false;
};

struct OracleArticle {
  std::string id;
  nlohmann::json line;  ///< as `newsindex extract` prints it, without the body
  std::vector<OracleToken> tokens;
  std::size_t length = 0;  ///< of them, without what was stripped
};

/// The articles that `newsindex extract` prints, cut into words: what queries are answered over by
/// brute force. Of articles with one id the latest counts.
class OracleCorpus {
 public:
  explicit OracleCorpus(std::string_view extracted);

  const std::vector<OracleArticle>& articles() const { return articles_; }
  const std::vector<OracleWord>& words() const { return words_; }
  /// All languages of the corpus, as articles name them.
  const std::vector<std::string>& languages() const { return languages_; }

 private:
  void add_tokens(OracleArticle& article);
  void add_text(OracleArticle& article, TextField field, const std::string& text);
  std::uint32_t word_number(const std::string& language, std::string_view written,
                            bool is_stripped);

  std::vector<OracleArticle> articles_;
  std::vector<OracleWord> words_;
  std::vector<std::string> languages_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::uint32_t stretches_ = 0;
  std::uint32_t sentences_ = 0;
  std::uint32_t paragraphs_ = 0;
};

/// The text of a key; "" for null.
std::string text_of(const nlohmann::json& line, const char* key);

}  // namespace news::test
