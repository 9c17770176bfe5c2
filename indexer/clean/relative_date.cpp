#include "indexer/clean/relative_date.h"

#include <string>
#include <vector>

#include "common/article/name_folding.h"
#include "common/base/name_table.h"
#include "common/base/text.h"
#include "indexer/clean/date_digits.h"

namespace news {
namespace {

constexpr NameTable kUnits(
#include "indexer/clean/relative_units.inc"
);

constexpr NameTable kWords(
#include "indexer/clean/relative_words.inc"
);

std::optional<std::string_view> find_unit(std::string_view name) {
  static const NameBeginnings beginnings({&kUnits});
  return beginnings.may_hold(name) ? kUnits.find(name) : std::nullopt;
}

std::optional<std::string_view> find_word(std::string_view name) {
  static const NameBeginnings beginnings({&kWords});
  return beginnings.may_hold(name) ? kWords.find(name) : std::nullopt;
}

constexpr std::size_t kLongestText = 60;
constexpr int kLargestAmount = 400;
constexpr UnixSeconds kMinute = 60;
constexpr UnixSeconds kHour = 3600;
constexpr UnixSeconds kDay = 86400;

using Unit = RelativeTime::Unit;

Unit unit_of(char letter) {
  switch (letter) {
    case 'm':
      return Unit::Minute;
    case 'h':
      return Unit::Hour;
    case 'd':
      return Unit::Day;
    case 'w':
      return Unit::Week;
    case 'o':
      return Unit::Month;
    default:
      return Unit::Year;
  }
}

/// Cuts "2小时前" and "3h" where figures and letters meet, and single words of Thai or Chinese off
/// their unit: "小时前" is found as "小时" and "前".
std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  for (const std::string_view part : split(folded, ' ')) {
    std::string word;
    for (const char c : part) {
      if (!word.empty() && is_ascii_digit(c) != is_ascii_digit(word.back())) {
        words.push_back(std::move(word));
        word.clear();
      }
      word.push_back(c);
    }
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

/// What a word without blanks inside stands for: a unit with "ago" glued to its end, or either.
bool read_word(const std::string& word, char& unit, bool& is_ago) {
  if (const auto known = find_unit(word); known && unit == 0) {
    unit = known->front();
    return true;
  }
  if (find_word(word) == "a") {
    is_ago = true;
    return true;
  }
  for (std::size_t i = 0; i < word.size();) {
    next_code_point(word, i);
    const auto front = find_unit(std::string_view(word).substr(0, i));
    if (front && unit == 0 && find_word(std::string_view(word).substr(i)) == "a") {
      unit = front->front();
      is_ago = true;
      return true;
    }
  }
  return false;
}

std::optional<RelativeTime> read_span(const std::vector<std::string>& words, std::size_t begin) {
  RelativeTime time;
  int amount = -1;
  char unit = 0;
  bool is_ago = false;
  bool has_figures = false;
  for (std::size_t i = begin; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (is_ascii_digit(word[0]) && !has_figures && word.size() <= 3) {
      amount = std::stoi(word);
      has_figures = true;
    } else if (amount < 0 && find_word(word) == "n") {
      amount = 1;  // "an hour"; the French "an" has its number before it
    } else if (!read_word(word, unit, is_ago)) {
      if (has_figures || find_word(word) != "n") return std::nullopt;
    }
  }
  if (amount < 0 || amount > kLargestAmount || unit == 0 || !is_ago) return std::nullopt;
  time.amount = amount;
  time.unit = unit_of(unit);
  return time;
}

/// Days are cut in the zone `offset` seconds east of UTC; the day's own name has no zone.
UnixSeconds day_start(UnixSeconds seconds, int offset) {
  const UnixSeconds local = seconds + offset;
  return local - ((local % kDay) + kDay) % kDay;
}

}  // namespace

std::optional<RelativeTime> read_relative_time(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > kLongestText) return std::nullopt;
  const std::string folded = fold_name(with_ascii_digits(text));
  const auto whole = find_word(folded);
  if (whole == "0" || whole == "1") return RelativeTime{whole == "1" ? 1 : 0, Unit::Day};
  const std::vector<std::string> words = words_of(folded);
  // What calls the time stands before it: "Updated", "Zuletzt aktualisiert".
  for (std::size_t begin = 0; begin < words.size() && begin < 3; ++begin) {
    if (auto span = read_span(words, begin)) return span;
    const auto day = find_word(words[begin]);
    if (begin + 1 == words.size() && (day == "0" || day == "1")) {
      return RelativeTime{day == "1" ? 1 : 0, Unit::Day};
    }
  }
  return std::nullopt;
}

RelativeReading resolve_relative(const RelativeTime& time, UnixSeconds seen, int offset_seconds) {
  RelativeReading out;
  const CivilTime civil = to_civil(seen + offset_seconds);
  switch (time.unit) {
    case Unit::Minute:
      out.precision = Precision::Minute;
      out.seconds = seen - time.amount * kMinute;
      out.seconds -= ((out.seconds % kMinute) + kMinute) % kMinute;
      return out;
    case Unit::Hour: {
      const UnixSeconds latest = seen - time.amount * kHour;
      out.seconds = day_start(latest, offset_seconds);
      out.doubtful = day_start(latest - kHour + 1, offset_seconds) != out.seconds;
      return out;
    }
    case Unit::Day:
      out.seconds = day_start(seen, offset_seconds) - time.amount * kDay;
      return out;
    case Unit::Week:
      out.seconds = day_start(seen, offset_seconds) - time.amount * 7 * kDay;
      out.doubtful = true;
      return out;
    case Unit::Month: {
      const int months = civil.year * 12 + civil.month - 1 - time.amount;
      out.precision = Precision::Month;
      out.seconds = to_unix({months / 12, months % 12 + 1, 1, 0, 0, 0});
      out.doubtful = true;
      return out;
    }
    case Unit::Year:
      out.precision = Precision::Year;
      out.seconds = to_unix({civil.year - time.amount, 1, 1, 0, 0, 0});
      out.doubtful = true;
      return out;
  }
  return out;
}

}  // namespace news
