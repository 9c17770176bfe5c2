#include "common/base/civil_time.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "common/base/text.h"

namespace news {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 6> kPrecisionNames = {"",    "year",   "month",
                                                             "day", "minute", "second"};

year_month_day to_ymd(const CivilTime& time) {
  return year_month_day{std::chrono::year{time.year},
                        std::chrono::month{static_cast<unsigned>(time.month)},
                        std::chrono::day{static_cast<unsigned>(time.day)}};
}

/// A small recursive-descent reader over one date.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  char peek() const { return text_.empty() ? '\0' : text_[0]; }
  bool take(char c) {
    if (peek() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  /// Exactly `count` digits.
  bool digits(std::size_t count, int& value) {
    if (text_.size() < count) return false;
    int result = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_ascii_digit(text_[i])) return false;
      result = result * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(count);
    value = result;
    return true;
  }
  void skip_digits() {
    while (is_ascii_digit(peek())) text_.remove_prefix(1);
  }

 private:
  std::string_view text_;
};

bool read_date(Cursor& in, ParsedTime& out) {
  CivilTime& civil = out.civil;
  if (!in.digits(4, civil.year)) return false;
  out.precision = Precision::Year;
  if (is_ascii_digit(in.peek())) {
    out.precision = Precision::Day;
    return in.digits(2, civil.month) && in.digits(2, civil.day);
  }
  if (!in.take('-')) return true;
  if (!in.digits(2, civil.month)) return false;
  out.precision = Precision::Month;
  if (!in.take('-')) return true;
  out.precision = Precision::Day;
  return in.digits(2, civil.day);
}

bool read_clock(Cursor& in, ParsedTime& out) {
  CivilTime& civil = out.civil;
  if (!in.digits(2, civil.hour)) return false;
  in.take(':');
  if (!in.digits(2, civil.minute)) return false;
  out.precision = Precision::Minute;
  if (in.take(':') || is_ascii_digit(in.peek())) {
    if (!in.digits(2, civil.second)) return false;
    out.precision = Precision::Second;
    if (in.take('.') || in.take(',')) {
      if (!is_ascii_digit(in.peek())) return false;
      in.skip_digits();
    }
  }
  return true;
}

bool read_zone(Cursor& in, ParsedTime& out) {
  in.take(' ');
  if (in.at_end()) return true;
  if (in.take('Z') || in.take('z')) {
    out.offset_seconds = 0;
    return in.at_end();
  }
  const bool west = in.peek() == '-';
  if (!in.take('+') && !in.take('-')) return false;
  int hours = 0;
  int minutes = 0;
  if (!in.digits(2, hours)) return false;
  in.take(':');
  if (!in.at_end() && !in.digits(2, minutes)) return false;
  if (hours > 18 || minutes > 59) return false;
  out.offset_seconds = (west ? -1 : 1) * (hours * 3600 + minutes * 60);
  return in.at_end();
}

}  // namespace

std::string_view precision_name(Precision precision) {
  return kPrecisionNames[static_cast<std::size_t>(precision)];
}

std::optional<Precision> precision_from_name(std::string_view name) {
  for (std::size_t i = 1; i < kPrecisionNames.size(); ++i) {
    if (kPrecisionNames[i] == name) return static_cast<Precision>(i);
  }
  return std::nullopt;
}

bool is_valid(const CivilTime& time) {
  return time.year >= 1 && time.year <= 9999 && time.month >= 1 && time.month <= 12 &&
         time.day >= 1 && to_ymd(time).ok() && time.hour >= 0 && time.hour <= 23 &&
         time.minute >= 0 && time.minute <= 59 && time.second >= 0 && time.second <= 60;
}

UnixSeconds to_unix(const CivilTime& time) {
  const seconds day = sys_days{to_ymd(time)}.time_since_epoch();
  return day.count() + UnixSeconds{time.hour} * 3600 + UnixSeconds{time.minute} * 60 + time.second;
}

CivilTime to_civil(UnixSeconds unix) {
  const auto instant = std::chrono::sys_seconds{seconds{unix}};
  const auto midnight = std::chrono::floor<days>(instant);
  const year_month_day ymd{midnight};
  const auto rest = static_cast<int>((instant - midnight).count());
  return {static_cast<int>(ymd.year()),
          static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day())),
          rest / 3600,
          rest / 60 % 60,
          rest % 60};
}

int weekday(UnixSeconds unix) {
  const auto day = std::chrono::floor<days>(std::chrono::sys_seconds{seconds{unix}});
  return static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1;
}

UnixSeconds end_of(UnixSeconds start, Precision precision) {
  const auto day = std::chrono::floor<days>(std::chrono::sys_seconds{seconds{start}});
  const year_month_day ymd{day};
  switch (precision) {
    case Precision::Year: {
      const year_month_day next{ymd.year() + std::chrono::years{1}, std::chrono::January,
                                std::chrono::day{1}};
      return seconds{sys_days{next}.time_since_epoch()}.count();
    }
    case Precision::Month: {
      const auto month = ymd.year() / ymd.month() + std::chrono::months{1};
      return seconds{sys_days{month / std::chrono::day{1}}.time_since_epoch()}.count();
    }
    case Precision::Day: return seconds{(day + days{1}).time_since_epoch()}.count();
    case Precision::Minute: return start + 60;
    case Precision::Second: return start + 1;
    case Precision::None: break;
  }
  return start;
}

UnixSeconds ParsedTime::to_unix() const {
  const UnixSeconds local = news::to_unix(civil);
  return precision > Precision::Day ? local - offset_seconds.value_or(0) : local;
}

std::optional<ParsedTime> parse_iso8601(std::string_view text) {
  ParsedTime out;
  Cursor in(trim(text));
  if (!read_date(in, out)) return std::nullopt;
  if (out.precision == Precision::Day && (in.take('T') || in.take('t') || in.take(' '))) {
    if (!read_clock(in, out) || !read_zone(in, out)) return std::nullopt;
  }
  if (!in.at_end() || !is_valid(out.civil)) return std::nullopt;
  return out;
}

std::string format_iso8601(UnixSeconds unix, Precision precision) {
  if (precision == Precision::None) return {};
  const CivilTime t = to_civil(unix);
  char buffer[96];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02dT%02d:%02d:%02dZ", t.year, t.month, t.day,
                t.hour, t.minute, t.second);
  const std::string_view full(buffer);
  if (precision == Precision::Year) return std::string(full.substr(0, 4));
  if (precision == Precision::Month) return std::string(full.substr(0, 7));
  if (precision == Precision::Day) return std::string(full.substr(0, 10));
  return std::string(full);
}

}  // namespace news
