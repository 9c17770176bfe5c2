#include "indexer/clean/dateline.h"

#include <algorithm>

#include "common/article/countries.h"
#include "common/article/places.h"
#include "common/base/text.h"
#include "indexer/clean/dateline_words.h"
#include "indexer/clean/letter_case.h"
#include "indexer/clean/month_names.h"
#include "indexer/clean/news_agency.h"

namespace news {
namespace {

constexpr std::size_t kLongestPlace = 60;
constexpr std::size_t kLongestSlip = 30;
constexpr std::size_t kLongestOutlet = 40;
constexpr int kMostPlaceWords = 6;

/// Reads the parts of a dateline one after the other.
class DatelineReader {
 public:
  DatelineReader(std::string_view text, bool is_marked) : text_(text), is_marked_(is_marked) {}

  std::optional<ReadDateline> read() {
    if (is_marked_) stars();
    blanks();
    begin_ = at_;
    leading_agency();
    if (!place()) return std::nullopt;
    further_places();
    bracketed_country();
    regions_and_date();
    if (starts(". /")) take(".");
    blanks();
    agency();
    text_end_ = at_;
    terminator();
    if (is_marked_ && !is_credible()) skip_to_dash();
    if (!is_credible()) return std::nullopt;
    return result();
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  std::string_view rest() const { return text_.substr(std::min(at_, text_.size())); }
  bool starts(std::string_view prefix) const { return rest().substr(0, prefix.size()) == prefix; }
  bool take(std::string_view prefix) {
    if (!starts(prefix)) return false;
    at_ += prefix.size();
    return true;
  }
  void blanks() {
    while (!at_end() && (is_ascii_space(text_[at_]) || starts("\u00a0"))) {
      at_ += starts("\u00a0") ? 2 : 1;
    }
  }

  /// Capitalised words with blanks between them.
  std::string_view name() {
    const std::size_t start = at_;
    std::size_t end = at_;
    for (int words = 0; words < kMostPlaceWords; ++words) {
      const std::string_view word = dateline_word(rest());
      if (word.empty() || !(starts_with_capital(word) || (words > 0 && is_place_particle(word))))
        break;
      if (words == 0 && (is_weekday(word) || is_opening_word(word))) break;
      if (is_date_ahead()) break;
      at_ += word.size();
      end = at_;
      if (!starts(" ")) break;
      ++at_;
    }
    at_ = end;
    return text_.substr(start, end - start);
  }

  bool place() {
    blanks();
    place_ = name();
    // The last name of a sentence ends in a point, a place doesn't.
    return !place_.empty() && place_.size() <= kLongestPlace && place_.back() != '.' &&
           place_.size() > 1;
  }

  void further_places() {
    while (starts("/") || starts(" / ")) {
      const std::size_t before = at_;
      take(" ");
      take("/");
      take(" ");
      if (name().empty()) {
        at_ = before;
        return;
      }
    }
  }

  void bracketed_country() {
    const std::size_t before = at_;
    blanks();
    if (take("[")) {
      const std::size_t end = rest().find(']');
      if (end != std::string_view::npos && end < 40) {
        const auto code = region_country(rest().substr(0, end));
        if (code) set_country(*code, "in brackets");
        at_ += end + 1;
        return;
      }
    }
    at_ = before;
  }

  void set_country(std::string code, std::string_view rule) {
    country_ = std::move(code);
    country_rule_ = rule;
  }

  bool is_date_ahead() const {
    DatelineReader trial(*this);
    return trial.date();
  }

  bool digits(std::size_t most) {
    std::size_t n = 0;
    while (n < rest().size() && is_ascii_digit(rest()[n])) ++n;
    if (n == 0 || n > most) return false;
    at_ += n;
    return true;
  }

  /// "Feb 4", "Feb. 4, 2026", "4 February", "2026-02-04"; with an agency after it, also "4".
  bool date() {
    if (rest().size() >= 10 && parse_iso8601(rest().substr(0, 10)) && is_ascii_digit(rest()[9])) {
      at_ += 10;
      return true;
    }
    if (digits(2)) {
      take(".");
      blanks();
      take("de ");
      if (month()) {
        year();
        return true;
      }
      return starts("(") || starts(" (");
    }
    if (!month()) return false;
    blanks();
    if (!digits(2)) return false;
    year();
    return true;
  }

  bool month() {
    const std::string_view word = dateline_word(rest());
    const std::string_view bare = word.substr(0, word.find_last_not_of('.') + 1);
    if (month_number(bare) == 0) return false;
    at_ += word.size();
    return true;
  }

  void year() {
    const std::size_t before = at_;
    take(",");
    blanks();
    if (rest().size() >= 4 && digits(4) && at_ - before >= 5) return;
    at_ = before;
  }

  void regions_and_date() {
    for (int part = 0; part < 3 && !has_date_; ++part) {
      const std::size_t before = at_;
      const bool has_comma = take(",") || take("\u060c");
      blanks();
      if (date()) {
        has_date_ = true;
        return;
      }
      const std::string_view region = has_comma ? name() : std::string_view();
      const auto code = region.empty() ? std::nullopt : region_country(region);
      if (!code) {
        at_ = before;
        return;
      }
      set_country(*code, "region");
    }
  }

  /// "(ANSA) - ROMA, 4 FEB - "
  void leading_agency() {
    const std::size_t before = at_;
    agency();
    blanks();
    if (!agency_.empty() && dash()) return;
    agency_.clear();
    at_ = before;
  }

  void agency() {
    const bool slashed = starts("/");
    const std::string_view close = slashed ? "/" : ")";
    const std::size_t before = at_;
    if (!take("(") && !take("/")) return;
    const std::size_t end = rest().find(close);
    if (end == std::string_view::npos || end > 40) {
      at_ = before;
      return;
    }
    const std::string_view inside = trim(rest().substr(0, end));
    at_ += end + 1;
    agency_ = agency_name(inside);
    knows_agency_ = !agency_.empty();
    const bool is_short_name = inside.size() >= 2 && inside.size() <= 6 &&
                               std::all_of(inside.begin(), inside.end(), is_ascii_upper);
    const bool is_placed = has_date_ || is_marked_;
    if (agency_.empty() && is_placed && (is_short_name || is_outlet(inside))) agency_ = inside;
    if (agency_.empty()) at_ = before;
  }

  /// A name in brackets between a date and a dash is who wrote it: "(Han River Times) - ".
  bool is_outlet(std::string_view name) const {
    if (name.size() < 2 || name.size() > kLongestOutlet || !starts_with_capital(name) ||
        std::any_of(name.begin(), name.end(), is_ascii_digit)) {
      return false;
    }
    DatelineReader trial(*this);
    return trial.dash() || (is_marked_ && trim(trial.rest()).empty());
  }

  bool dash() {
    const std::size_t before = at_;
    blanks();
    take(".");
    for (const std::string_view mark : {"---", "--", "\u2014", "\u2013", "\u2015", "-"}) {
      const bool spaced = at_ > before && is_ascii_space(text_[at_ - 1]);
      if (!take(mark)) continue;
      const bool ends_part = at_end() || is_ascii_space(text_[at_]) || starts("\u00a0");
      if (ends_part || mark == "--" || mark == "\u2014" || (has_date_ && !spaced)) return true;
    }
    at_ = before;
    return false;
  }

  void terminator() {
    if (dash()) {
      ends_with_dash_ = true;
    } else if (take(":") || take(" :")) {
      ends_with_colon_ = true;
    } else if (!agency_.empty()) {
      take(".");
    }
    blanks();
  }

  /// Marked datelines of known cities may hold slips: "ALBANY, N.Y., Marc 3 -".
  void skip_to_dash() {
    const bool is_known = !country_.empty() || city_country(place_).has_value();
    const std::size_t dash = rest().substr(0, kLongestSlip).find('-');
    if (!is_known || dash == std::string_view::npos) return;
    text_end_ = at_ + dash;
    at_ = text_end_ + 1;
    ends_with_dash_ = true;
    blanks();
  }

  /// Old feeds put "****" before urgent stories.
  void stars() {
    while (!at_end() && (text_[at_] == '*' || is_ascii_space(text_[at_]))) ++at_;
  }

  bool is_credible() const {
    const bool has_end = ends_with_dash_ || ends_with_colon_;
    if (is_marked_) return has_end || at_end();
    if (at_end()) return false;
    if (knows_agency_) return true;
    if (!has_end) return false;
    const bool is_known = !country_.empty() || city_country(place_).has_value();
    if (has_date_) return is_known || is_all_capitals(place_);
    if (!is_known) return false;
    if (is_all_capitals(place_)) return place_.size() > 3;
    return ends_with_dash_ && is_ascii_space(text_[text_end_ - 1]) && starts_with_capital(rest());
  }

  ReadDateline result() {
    ReadDateline out;
    out.dateline.text = collapse_spaces(text_.substr(begin_, text_end_ - begin_));
    while (!out.dateline.text.empty() && out.dateline.text.back() == ',') {
      out.dateline.text.pop_back();
    }
    out.dateline.place = place_from_capitals(collapse_spaces(place_));
    out.dateline.agency = agency_;
    if (country_.empty()) {
      if (const auto code = city_country(place_)) {
        set_country(std::string(*code), "city");
      } else if (const auto country = country_code(place_); country && place_.size() > 3) {
        set_country(*country, "city");
      }
    }
    out.dateline.country = country_;
    out.country_rule = country_.empty() ? std::string_view() : country_rule_;
    out.length = at_;
    return out;
  }

  std::string_view text_;
  bool is_marked_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::size_t text_end_ = 0;
  std::string_view place_;
  std::string country_;
  std::string_view country_rule_;
  std::string agency_;
  bool knows_agency_ = false;
  bool has_date_ = false;
  bool ends_with_dash_ = false;
  bool ends_with_colon_ = false;
};

}  // namespace

std::optional<ReadDateline> read_dateline(std::string_view text) {
  return DatelineReader(utf8_prefix(text, 400), false).read();
}

std::optional<ReadDateline> read_marked_dateline(std::string_view text) {
  return DatelineReader(text, true).read();
}

}  // namespace news
