#include "indexer/clean/date_finder.h"

#include <algorithm>

#include "common/base/text.h"
#include "indexer/clean/clock_reader.h"
#include "indexer/clean/date_calendar.h"
#include "indexer/clean/date_digits.h"
#include "indexer/clean/date_tokens.h"
#include "indexer/clean/month_names.h"

namespace news {
namespace {

using Kind = DateToken::Kind;
using Tokens = std::vector<DateToken>;

/// Reads a date that starts at a given token.
class DateShape {
 public:
  DateShape(const Tokens& tokens, std::size_t start) : tokens_(tokens), at_(start) {}

  std::optional<FoundDate> read() {
    FoundDate date;
    const std::size_t start = at_;
    const bool found = year_first(date) || restart(start, date) || numeric(date) ||
                       restart(start, date) || day_month_year(date) || restart(start, date) ||
                       hijri(date) || restart(start, date) || month_day_year(date) ||
                       restart(start, date) || month_year(date);
    if (!found) return std::nullopt;
    date.begin = tokens_[start].begin;
    date.end = tokens_[at_ - 1].end();
    return date;
  }
  /// The token after the date.
  std::size_t next() const { return at_; }

 private:
  bool restart(std::size_t start, FoundDate& date) {
    at_ = start;
    date = FoundDate{};
    return false;
  }
  const DateToken* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  bool number(int& value, std::size_t min_digits, std::size_t max_digits) {
    const DateToken* t = peek();
    if (t == nullptr || t->kind != Kind::Number) return false;
    if (t->text.size() < min_digits || t->text.size() > max_digits) return false;
    value = t->value;
    ++at_;
    return true;
  }
  bool year(int& value) {
    const std::size_t before = at_;
    skip_thai_era();
    if (number(value, 4, 4)) {
      if (value >= 1000 && value < 2200) return true;
      if (value >= kFirstBuddhistYear && value < kFirstBuddhistYear + 300) {
        value -= kBuddhistEra;
        return true;
      }
    }
    at_ = before;
    return false;
  }
  /// "พ.ศ." before a Buddhist year
  void skip_thai_era() {
    const DateToken* t = peek();
    if (t == nullptr || t->text != "\u0e1e" || peek(1) == nullptr || !peek(1)->is('.')) return;
    at_ += 2;
    word({"\u0e28"});
    mark('.');
  }
  bool mark(char c) {
    const DateToken* t = peek();
    if (t == nullptr || !t->is(c)) return false;
    ++at_;
    return true;
  }
  bool word(std::initializer_list<std::string_view> words) {
    const DateToken* t = peek();
    if (t == nullptr || t->kind != Kind::Word) return false;
    for (const std::string_view w : words) {
      if (!equals_ignoring_case(t->text, w)) continue;
      ++at_;
      return true;
    }
    return false;
  }
  bool month(int& value) {
    const DateToken* t = peek();
    if (t == nullptr || t->kind != Kind::Word) return false;
    value = month_number(t->text);
    // "\u0e01.\u0e1e.": initials with points.
    const bool has_points = value == 0 && peek(1) != nullptr && peek(1)->is('.') &&
                            peek(2) != nullptr && peek(2)->kind == Kind::Word &&
                            !peek(2)->after_blank;
    if (has_points) value = month_number(std::string(t->text) + std::string(peek(2)->text));
    if (value == 0) return false;
    at_ += has_points ? 3 : 1;
    // "4 فبراير/شباط 2026": two names of one month.
    const DateToken* slash = peek();
    const DateToken* other = peek(1);
    if (slash != nullptr && other != nullptr && slash->is('/') && other->kind == Kind::Word &&
        month_number(other->text) == value) {
      at_ += 2;
    }
    return true;
  }
  void skip_ordinal() {
    word({"st", "nd", "rd", "th", "er", "º", "ª", "ro", "e"});
    mark('.');
    if (const DateToken* t = peek(); t != nullptr && t->text == "º") ++at_;
  }

  /// A year of the emperors of Japan or of Taiwan's republic: "令和8年", "民國115年".
  bool era_year(int& value) {
    if (peek() == nullptr || peek(1) == nullptr) return false;
    const int before_first = year_before_era(peek()->text, peek(1)->text);
    if (before_first == 0) return false;
    at_ += 2;
    if (!word({"\u5143"}) && !number(value, 1, 3)) return false;
    if (tokens_[at_ - 1].kind == Kind::Word) value = 1;
    value += before_first;
    return true;
  }

  bool year_first(FoundDate& date) {
    const std::size_t start = at_;
    if (!era_year(date.year)) {
      at_ = start;
      if (!year(date.year)) return false;
    }
    date.form = FoundDate::Form::YearFirst;
    if (word({"年", "년"})) {
      if (!number(date.month, 1, 2) || !word({"月", "월"})) return false;
      const std::size_t month_end = at_;
      if (number(date.day, 1, 2) && word({"日", "号", "號", "일"})) return true;
      at_ = month_end;
      date.form = FoundDate::Form::MonthOnly;
      return true;
    }
    const DateToken* separator = peek();
    if (separator == nullptr) return false;
    if (separator->kind == Kind::Word && month(date.month)) return number(date.day, 1, 2);
    if (!separator->is('-') && !separator->is('/') && !separator->is('.')) return false;
    const char c = separator->text[0];
    ++at_;
    if (month(date.month)) return (mark(c) || c == '.') && number(date.day, 1, 2);
    return number(date.month, 1, 2) && mark(c) && number(date.day, 1, 2);
  }

  bool numeric(FoundDate& date) {
    if (at_ > 0 && !tokens_[at_].after_blank &&
        (tokens_[at_ - 1].is('.') || tokens_[at_ - 1].is('/') || tokens_[at_ - 1].is('-')) &&
        at_ > 1 && tokens_[at_ - 2].kind == Kind::Number) {
      return false;
    }
    if (!number(date.first, 1, 2)) return false;
    const DateToken* separator = peek();
    if (separator == nullptr) return false;
    const char c = separator->text[0];
    if (!separator->is('-') && !separator->is('/') && !separator->is('.')) return false;
    ++at_;
    if (!number(date.second, 1, 2) || !mark(c)) return false;
    const DateToken* last = peek();
    if (last == nullptr || (c != '.' && last->after_blank)) return false;
    if (!year(date.year) && !short_year(date, c)) return false;
    date.form = FoundDate::Form::Numeric;
    date.separator = c;
    return true;
  }

  bool short_year(FoundDate& date, char separator) {
    if (tokens_[at_].after_blank || !number(date.year, 2, 2)) return false;
    const DateToken* next = peek();
    if (next != nullptr && next->is(separator) && peek(1) != nullptr &&
        peek(1)->kind == Kind::Number && !peek(1)->after_blank) {
      return false;
    }
    date.year += date.year < 70 ? 2000 : 1900;
    return true;
  }

  bool day_month_year(FoundDate& date) {
    if (!number(date.day, 1, 2)) return false;
    skip_ordinal();
    word({"de", "of", "den"}) || mark('-') || mark('/') || mark(',');
    if (!month(date.month) && !vietnamese_month(date.month)) return false;
    mark('.');
    const bool dashed = mark('-') || mark('/');
    mark(',');
    word({"de", "del", "of", "do", "n\u0103m"});
    const bool shortened = mark('\'');
    if (persian_year(date)) return true;
    if (year(date.year)) return true;
    const DateToken* t = peek();
    // Two digits are a year only where nothing else fits: 26-FEB-87, Feb '87, 4 Feb 26 10:10 GMT.
    const bool before_clock = peek(2) != nullptr && peek(2)->is(':');
    if (t == nullptr || t->text.size() != 2 || !(dashed || shortened || before_clock)) return false;
    if (!number(date.year, 2, 2)) return false;
    date.year += date.year < 70 ? 2000 : 1900;
    return true;
  }

  /// "tháng 2": the Vietnamese number their months.
  bool vietnamese_month(int& value) {
    return word({"th\u00e1ng", "Th\u00e1ng"}) && number(value, 1, 2);
  }

  /// "15 بهمن 1404": the month is one of Iran's own, told by the year.
  bool persian_year(FoundDate& date) {
    if (date.month <= kPersianMonths) return false;
    int value = 0;
    if (!number(value, 4, 4) || value < 1200 || value > 1600) return false;
    set_day(date, of_persian({value, date.month - kPersianMonths, date.day, 0, 0, 0}));
    return true;
  }

  static void set_day(FoundDate& date, const CivilTime& day) {
    date.year = day.year;
    date.month = day.month;
    date.day = day.day;
  }

  /// "15 رمضان 1445", "Ramadan 15, 1445"
  bool hijri(FoundDate& date) {
    CivilTime day;
    const bool is_day_first = number(day.day, 1, 2);
    const DateToken* first = peek();
    const DateToken* second = peek(1);
    // Most words are not before a number at all.
    if (second == nullptr || first->kind != Kind::Word) return false;
    if (second->kind != Kind::Number && (!peek(2) || peek(2)->kind != Kind::Number)) return false;
    const HijriMonth found = hijri_month(first->text, second->text);
    at_ += static_cast<std::size_t>(found.words);
    day.month = found.month;
    if (found.month == 0 || (!is_day_first && !number(day.day, 1, 2))) return false;
    mark(',');
    if (!number(day.year, 4, 4)) return false;
    if (day.year < 1300 || day.year >= 1500 || day.day > 30) return false;
    set_day(date, of_hijri(day));
    date.is_lunar = true;
    return true;
  }

  bool month_day_year(FoundDate& date) {
    if (!month(date.month)) return false;
    mark('.');
    if (!number(date.day, 1, 2)) return false;
    word({"st", "nd", "rd", "th"});
    mark(',');
    if (year(date.year)) return true;
    // "Wed Feb  4 10:10:00 +0000 2026"
    ClockReader clock(tokens_, at_);
    if (!clock.read(date)) return false;
    at_ = clock.next();
    return year(date.year);
  }

  bool month_year(FoundDate& date) {
    if (!month(date.month)) return false;
    mark('.');
    mark(',');
    word({"de", "del", "of"});
    date.form = FoundDate::Form::MonthOnly;
    return year(date.year);
  }

  const Tokens& tokens_;
  std::size_t at_;
};

/// True for what may stand between a day and its time: "at", "um", ", ", " - ", "(火)".
bool is_gap(const DateToken& token) {
  return token.kind == Kind::Mark || (token.kind == Kind::Word && token.text.size() <= 6);
}

void add_clock_after(const Tokens& tokens, std::size_t next, FoundDate& date) {
  for (std::size_t i = next; i < tokens.size() && i < next + 5; ++i) {
    ClockReader clock(tokens, i);
    if (clock.read(date)) return;
    if (!is_gap(tokens[i])) return;
  }
}

void add_clock_before(const Tokens& tokens, std::size_t first, std::size_t floor, FoundDate& date) {
  const std::size_t earliest = std::max(floor, first > 9 ? first - 9 : 0);
  for (std::size_t i = earliest; i < first; ++i) {
    FoundDate trial = date;
    ClockReader clock(tokens, i);
    if (!clock.read(trial) || clock.next() > first) continue;
    const bool is_near = std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(clock.next()),
                                     tokens.begin() + static_cast<std::ptrdiff_t>(first),
                                     [](const DateToken& t) { return t.kind != Kind::Number; });
    if (!is_near || first - clock.next() > 4) continue;
    date = trial;
    return;
  }
}

}  // namespace

std::vector<FoundDate> find_dates(std::string_view line) {
  std::string copy;
  if (may_have_other_digits(line)) {
    copy = with_ascii_digits(line);
    line = copy;
  }
  const Tokens tokens = date_tokens(line);
  std::vector<FoundDate> found;
  std::size_t floor = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    if (tokens[i].kind == Kind::Mark) {
      ++i;
      continue;
    }
    DateShape shape(tokens, i);
    auto date = shape.read();
    if (!date) {
      ++i;
      continue;
    }
    const std::size_t next = shape.next();
    if (!date->has_clock && !date->impossible_clock) add_clock_after(tokens, next, *date);
    if (!date->has_clock && !date->impossible_clock) add_clock_before(tokens, i, floor, *date);
    found.push_back(std::move(*date));
    floor = next;
    i = std::max(next, i + 1);
  }
  const auto is_lunar = [](const FoundDate& date) { return date.is_lunar; };
  if (!std::all_of(found.begin(), found.end(), is_lunar)) std::erase_if(found, is_lunar);
  return found;
}

bool may_hold_date(std::string_view line) {
  // Digits of every script here are ASCII or have a lead byte from 0xd9 on.
  std::size_t digits = 0;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_lead = byte == 0xd9 || byte == 0xdb || byte == 0xe0 || byte == 0xef;
    if ((is_ascii_digit(c) || is_lead) && ++digits >= 3) return true;
  }
  // Year and month of a Chinese date that is all in numerals.
  return line.find("\u5e74") != line.npos && line.find("\u6708") != line.npos;
}

}  // namespace news
