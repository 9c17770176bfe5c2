#include "tests/oracle/query_maker.h"

#include <algorithm>
#include <array>

#include "common/base/text.h"

namespace news::test {
namespace {

/// Capitals that would be operators are written small.
std::string plain(const std::string& word) {
  for (const char* op : {"AND", "OR", "NOT", "NEAR", "ADJ", "SENT", "PARA"}) {
    if (word == op) return ascii_lower(word);
  }
  return word;
}

std::string in_quotes(const std::string& text) { return "\"" + text + "\""; }

/// The first `count` letters.
std::string first_letters(const std::string& word, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < count && end < word.size(); ++i) next_code_point(word, end);
  return word.substr(0, end);
}

/// The field of the query language that a token is in.
std::string field_of(const OracleToken& token) {
  if (token.field == TextField::Body) return "lead";
  return std::string(kTextFields[static_cast<std::size_t>(token.field)].name);
}

}  // namespace

MadeQuery QueryMaker::next() {
  MadeQuery made;
  constexpr std::size_t kKinds = 16;
  switch (made_++ % kKinds) {
    case 0:
      made.text = word();
      break;
    case 1:
      made.text = "=" + word();
      break;
    case 2:
      made.text = phrase();
      break;
    case 3:
      made.text = "=" + phrase();
      break;
    case 4:
      made.text = word() + " " + word();
      break;
    case 5:
      made.text = in_field();
      break;
    case 6:
      made.text = part_of_word() + "*";
      break;
    case 7:
      made.text = misspelt() + "~";
      break;
    case 8:
    case 9:
      made.text = positional();
      break;
    case 10:
      made.text = "atleast/" + std::to_string(1 + below(4)) + "(" + positional() + ")";
      break;
    case 11:
      made.text = value();
      break;
    case 12:
      made.text = chance(80) ? date() : length();
      break;
    case 13:
      add_filters(made);
      break;
    default:
      made.text = boolean(3);
  }
  if (chance(30)) {
    constexpr std::array<const char*, 4> kZones = {"+05:30", "-08:00", "America/New_York",
                                                   "Pacific/Auckland"};
    made.zone = kZones[below(kZones.size())];
    made.request.clock.zone = TimeZone::find(made.zone).value();
  }
  if (chance(25)) add_dates(made);
  if (chance(15)) add_filters(made);
  made.request.exact_phrases = chance(15);
  made.request.any_word = chance(15);
  return made;
}

const OracleArticle& QueryMaker::some_article() {
  const OracleArticle* article = nullptr;
  do {
    article = &corpus_.articles()[below(corpus_.articles().size())];
  } while (article->length == 0);
  return *article;
}

std::size_t QueryMaker::some_place(const OracleArticle& article) {
  return below(chance(5) ? article.tokens.size() : article.length);
}

std::string QueryMaker::words_at(const OracleArticle& article, std::size_t at,
                                 std::size_t count) const {
  std::string text;
  for (std::size_t i = at; i < std::min(at + count, article.tokens.size()); ++i) {
    if (article.tokens[i].stretch != article.tokens[at].stretch) break;
    text += (i > at ? " " : "") + corpus_.words()[article.tokens[i].word].written;
  }
  return text;
}

std::string QueryMaker::word() {
  const OracleArticle& article = some_article();
  return inflected(plain(words_at(article, some_place(article), 1)));
}

std::string QueryMaker::inflected(std::string word) {
  constexpr std::array<const char*, 6> kEndings = {"s", "ed", "ing", "e", "en", "ly"};
  if (chance(15)) return word + kEndings[below(kEndings.size())];
  if (chance(10)) return plain(ascii_lower(word));
  return word;
}

std::string QueryMaker::phrase() {
  const OracleArticle& article = some_article();
  std::string text = words_at(article, some_place(article), 2 + below(3));
  if (chance(10)) text = words_at(article, some_place(article), 1) + " " + text;
  if (chance(20)) text = inflected(text);
  return in_quotes(text);
}

std::string QueryMaker::part_of_word() {
  std::string word;
  // Under one Latin letter or digit there are too many words to search for.
  while (count_code_points(word) < 3 && static_cast<unsigned char>(word[0]) < 0x80) {
    const OracleArticle& article = some_article();
    word = words_at(article, some_place(article), 1);
  }
  return plain(first_letters(word, 3 + below(4)));
}

std::string QueryMaker::misspelt() {
  const OracleArticle& article = some_article();
  std::string word = words_at(article, some_place(article), 1);
  const std::size_t letters = count_code_points(word);
  if (letters < 2 || chance(20)) return plain(word);
  const std::size_t at = 1 + below(letters - 1);
  const std::string head = first_letters(word, at);
  const std::string tail = word.substr(first_letters(word, at + 1).size());
  const std::string letter = word.substr(head.size(), word.size() - head.size() - tail.size());
  switch (below(3)) {
    case 0:
      return plain(head + "e" + tail);
    case 1:
      return plain(head + tail);
    default:
      return plain(head + letter + letter + tail);
  }
}

std::string QueryMaker::in_field() {
  if (chance(20)) return in_zone();
  const OracleArticle& article = some_article();
  // Fields other than the body stand first.
  const std::size_t at = below(std::min<std::size_t>(article.length, 60));
  std::string field = field_of(article.tokens[at]);
  constexpr std::array<const char*, 7> kFields = {"headline", "summary", "dateline", "byline",
                                                  "caption",  "lead",    "author"};
  if (chance(15)) field = kFields[below(kFields.size())];
  const std::string first = plain(words_at(article, at, 1));
  switch (below(6)) {
    case 0:
      return field + ":" + first;
    case 1:
      return field + ":=" + first;
    case 2:
      return field + ":" + in_quotes(words_at(article, at, 2 + below(2)));
    case 3:
      return field + ":=" + in_quotes(words_at(article, at, 2 + below(2)));
    case 4:
      return field + ":(" + first + " " + word() + ")";
    default:
      return field + ":(" + positional() + ")";
  }
}

std::string QueryMaker::operand(const OracleArticle& article, std::size_t at) {
  const std::string word = plain(words_at(article, at, 1));
  switch (below(10)) {
    case 0:
      return in_quotes(words_at(article, at, 2));
    case 1:
      return "(" + word + " OR " + this->word() + ")";
    case 2:
      return "(" + in_quotes(words_at(article, at, 2)) + " OR " + word + ")";
    case 3:
      // Under a letter or two there may be too many words to search for.
      return count_code_points(word) < 3 ? word : first_letters(word, 4) + "*";
    case 4:
      return "=" + word;
    default:
      return inflected(word);
  }
}

std::string QueryMaker::in_zone() {
  const OracleArticle* article = nullptr;
  // Not every corpus has pages.
  for (int i = 0; i < 100 && (article == nullptr || article->length == article->tokens.size()); ++i)
    article = &some_article();
  if (article->length == article->tokens.size()) return "zone:other(" + word() + ")";
  const std::size_t at = article->length + below(article->tokens.size() - article->length);
  const std::string first = plain(words_at(*article, at, 1));
  switch (below(9)) {
    case 0:
      return "zone:other(" + first + ")";
    case 1:
      return "zone:other(=" + first + ")";
    case 2:
      return "zone:other" + in_quotes(words_at(*article, at, 2 + below(2)));
    case 3:
      return "zone:other=" + in_quotes(words_at(*article, at, 2 + below(2)));
    case 4:
      return "(zone:other " + first + " -" + word() + ")";
    case 5:
      return "zone:other(" + first_letters(first, 3) + "* OR =" + word() + ")";
    case 6:
      return "(" + first + " zone:other " + in_quotes(words_at(*article, at, 2)) + ")";
    case 7:
      return "zone:other(atleast/2(" + first + "))";
    default:
      return "zone:other(" + positional(*article, article->length, article->tokens.size()) + ")";
  }
}

std::string QueryMaker::positional() {
  const OracleArticle& article = some_article();
  return positional(article, 0, article.length);
}

std::string QueryMaker::positional(const OracleArticle& article, std::size_t first,
                                   std::size_t last) {
  std::size_t at = first + below(last - first);
  std::string text = operand(article, at);
  const std::size_t operators = chance(70) ? 1 : 2;
  for (std::size_t i = 0; i < operators; ++i) {
    const std::size_t step = below(25);
    at = step > 16 ? at - std::min(at - first, step - 16) : at + step;
    at = std::min(at, last - 1);
    constexpr std::array<const char*, 4> kOperators = {" NEAR/", " ADJ/", " SENT ", " PARA "};
    const std::size_t op = below(kOperators.size());
    text += kOperators[op] + (op < 2 ? std::to_string(1 + below(12)) + " " : "");
    text += operand(article, at);
  }
  return text;
}

std::string QueryMaker::boolean(std::size_t depth) {
  if (depth == 0 || chance(20)) return leaf();
  const std::string a = boolean(depth - 1);
  const std::string b = boolean(depth - 1);
  switch (below(5)) {
    case 0:
      return "(" + a + " OR " + b + ")";
    case 1:
      return "(" + a + " NOT (" + b + "))";
    case 2:
      return "-(" + a + ") " + b;
    case 3:
      return "(" + a + " " + b + ")";
    default:
      return a + " OR " + b;
  }
}

std::string QueryMaker::leaf() {
  switch (below(12)) {
    case 0:
      return "=" + word();
    case 1:
      return phrase();
    case 2:
      return "=" + phrase();
    case 3:
      return in_field();
    case 4:
      return part_of_word() + "*";
    case 5:
      return "(" + positional() + ")";
    case 6:
      return value();
    case 7:
      return date();
    case 8:
      return length();
    default:
      return word();
  }
}

}  // namespace news::test
