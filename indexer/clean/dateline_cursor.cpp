#include "indexer/clean/dateline_cursor.h"

#include "common/base/civil_time.h"
#include "common/base/text.h"
#include "indexer/clean/dateline_words.h"
#include "indexer/clean/letter_case.h"
#include "indexer/clean/month_names.h"

namespace news {
namespace {

constexpr int kMostWords = 6;
constexpr std::size_t kLongestInBrackets = 40;

}  // namespace

bool DatelineCursor::is_after_blank() const {
  return at_ > 0 && (is_ascii_space(text_[at_ - 1]) || from(0).ends_with("\u00a0"));
}

bool DatelineCursor::take(std::string_view prefix) {
  if (!starts(prefix)) return false;
  at_ += prefix.size();
  return true;
}

void DatelineCursor::blanks() {
  while (!at_end() && (is_ascii_space(text_[at_]) || starts("\u00a0"))) {
    at_ += starts("\u00a0") ? 2 : 1;
  }
}

std::string_view DatelineCursor::name(bool any_case) {
  const std::size_t start = at_;
  std::size_t end = at_;
  for (int words = 0; words < kMostWords; ++words) {
    const std::string_view word = dateline_word(rest());
    const bool is_small = !starts_with_capital(word);
    if (word.empty() || (is_small && !any_case && (words == 0 || !is_place_particle(word)))) break;
    if (words == 0 && (is_weekday(word) || is_opening_word(word))) break;
    DatelineCursor trial(*this);
    if (trial.date()) break;
    at_ += word.size();
    end = at_;
    if (!starts(" ")) break;
    ++at_;
  }
  at_ = end;
  return text_.substr(start, end - start);
}

bool DatelineCursor::digits(std::size_t most) {
  std::size_t n = 0;
  while (n < rest().size() && is_ascii_digit(rest()[n])) ++n;
  if (n == 0 || n > most) return false;
  at_ += n;
  return true;
}

bool DatelineCursor::month() {
  const std::string_view word = dateline_word(rest());
  const std::string_view bare = word.substr(0, word.find_last_not_of('.') + 1);
  if (month_number(bare) == 0) return false;
  at_ += word.size();
  return true;
}

void DatelineCursor::year() {
  const std::size_t before = at_;
  take(",");
  blanks();
  if (rest().size() >= 4 && digits(4) && at_ - before >= 5) return;
  at_ = before;
}

bool DatelineCursor::date() {
  const std::size_t before = at_;
  if (rest().size() >= 10 && parse_iso8601(rest().substr(0, 10)) && is_ascii_digit(rest()[9])) {
    at_ += 10;
    return true;
  }
  take("le ");
  if (digits(2)) {
    take(".");
    blanks();
    take("de ");
    if (month()) {
      year();
      return true;
    }
    if (starts("(")) return true;
    at_ = before;
    return false;
  }
  if (month()) {
    blanks();
    if (digits(2)) {
      year();
      return true;
    }
  }
  at_ = before;
  return false;
}

bool DatelineCursor::dash(bool is_after_date) {
  const std::size_t before = at_;
  blanks();
  take(".");
  for (const std::string_view mark :
       {"---", "--", "\u2014", "\u2013", "\u2015", "\uff0d", "\u30fc", "-", "_"}) {
    const bool spaced = is_after_blank();
    if (!take(mark)) continue;
    const bool ends_part = at_end() || is_ascii_space(text_[at_]) || starts("\u00a0");
    if (mark == "_" && !(spaced && ends_part)) break;
    if (ends_part || mark == "--" || mark == "\u2014" || (is_after_date && !spaced)) return true;
  }
  at_ = before;
  return false;
}

std::string_view DatelineCursor::bracketed() {
  const std::string_view close = starts("/") ? "/" : ")";
  const std::size_t before = at_;
  if (!take("(") && !take("/")) return {};
  const std::size_t end = rest().find(close);
  if (end == std::string_view::npos || end > kLongestInBrackets) {
    at_ = before;
    return {};
  }
  const std::string_view inside = trim(rest().substr(0, end));
  at_ += end + 1;
  return inside;
}

}  // namespace news
