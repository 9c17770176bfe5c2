#include "tests/oracle/oracle_corpus.h"

#include <map>
#include <set>

#include "common/analysis/tokenizer.h"
#include "common/analysis/word_forms.h"
#include "common/base/text.h"

namespace news::test {
namespace {

/// When an article was last changed: comparable, the start of what is known.
std::string changed(const nlohmann::json& line) {
  std::string time = text_of(line, "updated");
  if (time.empty()) time = text_of(line, "published");
  const std::string start = "1970-01-01T00:00:00Z";
  return time + start.substr(std::min(time.size(), start.size()));
}

}  // namespace

std::string text_of(const nlohmann::json& line, const char* key) {
  const nlohmann::json& value = line.at(key);
  return value.is_null() ? std::string() : value.get<std::string>();
}

OracleCorpus::OracleCorpus(std::string_view extracted) {
  std::map<std::string, std::size_t> by_id;
  std::set<std::string> languages;
  for (const std::string_view text : split(extracted, '\n')) {
    if (text.empty()) continue;
    OracleArticle article;
    article.line = nlohmann::json::parse(text);
    article.id = article.line.at("id").get<std::string>();
    languages.insert(text_of(article.line, "language"));
    add_tokens(article);
    article.line.erase("body");
    const auto [known, is_new] = by_id.try_emplace(article.id, articles_.size());
    if (is_new) {
      articles_.push_back(std::move(article));
    } else if (changed(article.line) >= changed(articles_[known->second].line)) {
      articles_[known->second] = std::move(article);
    }
  }
  languages_.assign(languages.begin(), languages.end());
}

void OracleCorpus::add_tokens(OracleArticle& article) {
  const nlohmann::json& line = article.line;
  add_text(article, TextField::Headline, text_of(line, "headline"));
  add_text(article, TextField::Summary, text_of(line, "summary"));
  add_text(article, TextField::Dateline, text_of(line.at("dateline"), "text"));
  for (const auto& author : line.at("authors")) add_text(article, TextField::Byline, author);
  for (const auto& caption : line.at("captions")) add_text(article, TextField::Caption, caption);
  add_text(article, TextField::Body, text_of(line, "body"));
  article.length = article.tokens.size();
  add_text(article, TextField::Other, text_of(line, "other"));
}

void OracleCorpus::add_text(OracleArticle& article, TextField field, const std::string& text) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  const std::string language = text_of(article.line, "language");
  ++stretches_;
  ++sentences_;
  ++paragraphs_;
  bool in_first_paragraph = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && tokens[i].before != Break::None) ++sentences_;
    if (i > 0 && tokens[i].before == Break::Paragraph) {
      ++paragraphs_;
      in_first_paragraph = false;
    }
    OracleToken token;
    token.word =
        word_number(language, text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin),
                    field == TextField::Other);
    token.stretch = stretches_;
    token.sentence = sentences_;
    token.paragraph = paragraphs_;
    token.field = field;
    token.in_lead = field == TextField::Body && in_first_paragraph && i < 60;
    article.tokens.push_back(token);
  }
}

std::uint32_t OracleCorpus::word_number(const std::string& language, std::string_view written,
                                        bool is_stripped) {
  const auto [place, is_new] =
      numbers_.try_emplace(language + (is_stripped ? '\1' : '\0') + std::string(written),
                           static_cast<std::uint32_t>(words_.size()));
  if (is_new) {
    static std::map<std::string, Stemmer> stemmers;
    const Stemmer& stemmer = stemmers.try_emplace(language, language).first->second;
    const std::string spelling = spelling_of(written);
    words_.push_back({std::string(written), fold(spelling), stemmer.stem(spelling), is_stripped});
  }
  return place->second;
}

}  // namespace news::test
