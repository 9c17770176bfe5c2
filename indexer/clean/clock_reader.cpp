#include "indexer/clean/clock_reader.h"

#include "common/base/text.h"
#include "indexer/clean/time_zone.h"

namespace news {
namespace {

using Kind = DateToken::Kind;

bool is_any(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (equals_ignoring_case(text, word)) return true;
  }
  return false;
}

bool is_hour_word(std::string_view text) {
  return is_any(text, {"Uhr", "hrs", "hours", "h", "Uhrzeit", "WIB"});
}

/// The zone at the start of a word: pages glue "UTC" and "Updated" together.
std::string_view leading_zone(std::string_view word) {
  if (is_zone_name(word)) return word;
  for (std::size_t n = 4; n >= 2; --n) {
    if (word.size() > n + 1 && is_ascii_upper(word[n]) && is_ascii_lower(word[n + 1]) &&
        is_zone_name(word.substr(0, n))) {
      return word.substr(0, n);
    }
  }
  return {};
}

}  // namespace

const DateToken* ClockReader::peek(std::size_t ahead) const {
  return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
}

bool ClockReader::take_mark(char mark) {
  const DateToken* t = peek();
  if (t == nullptr || !t->is(mark)) return false;
  ++at_;
  return true;
}

/// am, pm, a.m., p.m.; `half` becomes 0 or 12.
bool ClockReader::take_half_of_day(int& half) {
  const DateToken* t = peek();
  if (t == nullptr || t->kind != Kind::Word) return false;
  if (is_any(t->text,
             {"\u0645", "\u0645\u0633\u0627\u0621", "\u0635", "\u0635\u0628\u0627\u062d\u0627"})) {
    half = t->text.substr(0, 2) == "\u0645" ? 12 : 0;
    ++at_;
    return true;
  }
  if (is_any(t->text, {"am", "pm"})) {
    half = ascii_lower(t->text[0]) == 'p' ? 12 : 0;
    ++at_;
    return true;
  }
  if (!is_any(t->text, {"a", "p"})) return false;
  const bool has_point = peek(1) != nullptr && peek(1)->is('.');
  const DateToken* m = peek(has_point ? 2 : 1);
  if (m == nullptr || !is_any(m->text, {"m"})) return false;
  half = ascii_lower(t->text[0]) == 'p' ? 12 : 0;
  at_ += has_point ? 3 : 2;
  take_mark('.');
  return true;
}

/// The half of the day before the hour, as in Chinese, Japanese and Korean: 午後, 下午, 오후.
std::optional<int> ClockReader::take_leading_half() {
  struct Half {
    std::string_view first;
    std::string_view second;
    int hours;
  };
  static constexpr Half kHalves[] = {{"\u5348", "\u5f8c", 12}, {"\u5348", "\u540e", 12},
                                     {"\u4e0b", "\u5348", 12}, {"\u665a", "\u4e0a", 12},
                                     {"\uc624", "\ud6c4", 12}, {"\u5348", "\u524d", 0},
                                     {"\u4e0a", "\u5348", 0},  {"\uc624", "\uc804", 0}};
  if (peek() == nullptr || peek(1) == nullptr) return std::nullopt;
  for (const Half& half : kHalves) {
    if (peek()->text != half.first || peek(1)->text != half.second) continue;
    at_ += 2;
    return half.hours;
  }
  return std::nullopt;
}

/// A point parts hours from minutes only where a word says that this is a time.
bool ClockReader::is_point_clock() const {
  const DateToken* minutes = peek(1);
  const DateToken* after = peek(2);
  if (minutes == nullptr || minutes->kind != Kind::Number || minutes->text.size() != 2 ||
      minutes->after_blank) {
    return false;
  }
  if (after != nullptr && after->kind == Kind::Word &&
      (is_hour_word(after->text) || is_zone_name(after->text) ||
       is_any(after->text, {"am", "pm", "a", "p"}))) {
    return true;
  }
  if (at_ < 2) return false;
  const DateToken& before = tokens_[at_ - 2];
  const DateToken& word = before.is('.') && at_ >= 3 ? tokens_[at_ - 3] : before;
  return word.kind == Kind::Word && is_any(word.text, {"kl", "klo", "ore", "um", "at", "pukul"});
}

void ClockReader::read_seconds(FoundDate& date) {
  const DateToken* t = peek(1);
  if (peek() == nullptr || !peek()->is(':') || t == nullptr || t->text.size() != 2 ||
      t->kind != Kind::Number) {
    return;
  }
  date.has_seconds = true;
  date.second_of_minute = t->value;
  at_ += 2;
  const DateToken* fraction = peek(1);
  if (peek() != nullptr && (peek()->is('.') || peek()->is(',')) && fraction != nullptr &&
      fraction->kind == Kind::Number && !fraction->after_blank) {
    at_ += 2;
  }
}

/// "1205 GMT", "1505 hrs"
bool ClockReader::read_run_of_digits(FoundDate& date) {
  const DateToken* word = peek(1);
  if (peek()->text.size() != 4 || word == nullptr || word->kind != Kind::Word ||
      !(is_hour_word(word->text) || is_zone_name(word->text))) {
    return false;
  }
  date.hour = peek()->value / 100;
  date.minute = peek()->value % 100;
  ++at_;
  return true;
}

bool ClockReader::read_digits(FoundDate& date) {
  const DateToken* hours = peek();
  if (hours == nullptr || hours->kind != Kind::Number) return false;
  if (hours->text.size() > 3) return read_run_of_digits(date);
  date.hour = hours->value;
  ++at_;
  const DateToken* separator = peek();
  const DateToken* minutes = peek(1);
  if (separator == nullptr) return false;
  const bool has_minutes = minutes != nullptr && minutes->kind == Kind::Number;
  if (separator->is(':') || (separator->is('.') && is_point_clock())) {
    if (!has_minutes || minutes->text.size() != 2) return false;
    date.minute = minutes->value;
    at_ += 2;
    read_seconds(date);
    return true;
  }
  if (separator->kind != Kind::Word) return false;
  if (is_any(separator->text, {"h", "時", "时", "시", "点"})) {
    ++at_;
    if (has_minutes && minutes->text.size() <= 2) {
      date.minute = minutes->value;
      ++at_;
      if (peek() != nullptr && is_any(peek()->text, {"分", "분", "min"})) ++at_;
    }
    return true;
  }
  if (hours->value == 12 && is_any(separator->text, {"noon"})) {
    ++at_;
    return true;
  }
  int half = 0;
  const std::size_t before = at_;
  const bool has_half = hours->value <= 12 && take_half_of_day(half);
  at_ = before;
  return has_half;
}

bool ClockReader::read_offset(FoundDate& date) {
  const DateToken* sign = peek();
  const DateToken* hours = peek(1);
  if (sign == nullptr || hours == nullptr || !(sign->is('+') || sign->is('-'))) return false;
  if (hours->kind != Kind::Number || hours->after_blank) return false;
  const int direction = sign->is('-') ? -1 : 1;
  const DateToken* colon = peek(2);
  const DateToken* minutes = peek(3);
  if (hours->text.size() == 4 && hours->value <= 1800 && hours->value % 100 < 60) {
    date.offset_seconds = direction * (hours->value / 100 * 3600 + hours->value % 100 * 60);
    at_ += 2;
    return true;
  }
  const bool has_minutes = colon != nullptr && colon->is(':') && minutes != nullptr &&
                           minutes->kind == Kind::Number && minutes->text.size() == 2;
  const bool is_named = !date.zone_name.empty();
  if (hours->text.size() > 2 || hours->value > 18 || (!has_minutes && !is_named)) return false;
  date.offset_seconds = direction * (hours->value * 3600 + (has_minutes ? minutes->value * 60 : 0));
  at_ += has_minutes ? 4 : 2;
  return true;
}

void ClockReader::read_zone(FoundDate& date) {
  if (peek() != nullptr && is_any(peek()->text, {"Uhr", "hrs", "hours"})) ++at_;
  const std::size_t before = at_;
  take_mark('(');
  const DateToken* t = peek();
  if (t == nullptr) return;
  if (t->kind == Kind::Word) {
    const std::string_view name = leading_zone(t->text);
    if (name.empty()) {
      at_ = before;
      return;
    }
    date.zone_name = name;
    ++at_;
    // "GMT+2": the number is the whole truth.
    if ((name == "GMT" || name == "UTC") && read_offset(date)) date.zone_name.clear();
    return;
  }
  if (!read_offset(date)) at_ = before;
}

bool ClockReader::read(FoundDate& date) {
  const std::size_t start = at_;
  FoundDate trial = date;
  const auto leading_half = take_leading_half();
  if (!read_digits(trial)) {
    at_ = start;
    return false;
  }
  int half = leading_half.value_or(0);
  if ((take_half_of_day(half) || leading_half) && trial.hour <= 12)
    trial.hour = trial.hour % 12 + half;
  read_zone(trial);
  if (trial.hour == 24 && trial.minute == 0) trial.hour = 0;
  trial.impossible_clock = trial.hour > 23 || trial.minute > 59 || trial.second_of_minute > 60;
  trial.has_clock = !trial.impossible_clock;
  date = trial;
  return true;
}

}  // namespace news
