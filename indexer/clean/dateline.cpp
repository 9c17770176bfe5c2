#include "indexer/clean/dateline.h"

#include <algorithm>

#include "common/article/places.h"
#include "common/base/text.h"
#include "indexer/clean/dateline_country.h"
#include "indexer/clean/dateline_cursor.h"
#include "indexer/clean/dateline_east.h"
#include "indexer/clean/letter_case.h"
#include "indexer/clean/news_agency.h"

namespace news {
namespace {

constexpr std::size_t kLongestPlace = 60;
constexpr std::size_t kLongestSlip = 30;
constexpr std::size_t kLongestOutlet = 40;
constexpr std::size_t kReach = 400;
/// Reads the parts of a dateline one after the other.
class DatelineReader {
 public:
  DatelineReader(std::string_view text, bool is_marked) : c_(text), is_marked_(is_marked) {}

  std::optional<ReadDateline> read() {
    if (is_marked_) skip_noise();
    c_.blanks();
    begin_ = c_.at();
    if (in_brackets()) return result();
    if (agency_first() && place_.empty()) return result();
    if (place_.empty() && !date_first()) {
      if (!place()) return std::nullopt;
      bracketed_country();
      regions_and_date();
    }
    if (c_.starts(". /")) c_.take(".");
    if (c_.starts("--(")) c_.take("--");
    c_.blanks();
    agency();
    text_end_ = c_.at();
    terminator();
    if (is_marked_ && !is_credible()) skip_to_dash();
    if (!is_credible()) return std::nullopt;
    agency_after_dash();
    return result();
  }

 private:
  bool place() {
    c_.blanks();
    place_ = c_.name(is_marked_);
    if (is_marked_) cut_glued_region();
    // The last name of a sentence ends in a point, a place doesn't.
    if (place_.size() < 2 || place_.size() > kLongestPlace || place_.back() == '.') return false;
    if (is_two_hands()) return false;
    further_places();
    return true;
  }

  /// "Photo KUNDUZ": capitals after small letters are two things.
  bool is_two_hands() const {
    const std::size_t blank = place_.rfind(' ');
    if (blank == std::string_view::npos || is_all_capitals(place_.substr(0, blank))) return false;
    const std::string_view last = place_.substr(blank + 1);
    return last.size() > 3 && is_all_capitals(last) && static_cast<unsigned char>(last[0]) < 0x80;
  }

  /// "FARMINGTON Conn., March 9"
  void cut_glued_region() {
    const std::size_t blank = place_.rfind(' ');
    if (place_.empty() || place_.back() != '.' || blank == std::string_view::npos) return;
    if (const auto code = region_country(place_.substr(blank + 1))) {
      set_country(*code, "region");
      place_ = place_.substr(0, blank);
    }
  }

  void further_places() {
    while (c_.starts("/") || c_.starts(" / ")) {
      const std::size_t before = c_.at();
      c_.take(" ");
      c_.take("/");
      c_.take(" ");
      if (c_.name(false).empty()) return c_.move_to(before);
    }
  }

  void bracketed_country() {
    const std::size_t before = c_.at();
    c_.blanks();
    if (c_.take("[")) {
      const std::size_t end = c_.rest().find(']');
      if (end != std::string_view::npos && end < 40) {
        const auto code = region_country(c_.rest().substr(0, end));
        if (code) set_country(*code, "in brackets");
        c_.move_to(c_.at() + end + 1);
        return;
      }
    }
    c_.move_to(before);
  }

  void set_country(std::string code, std::string_view rule) {
    country_ = std::move(code);
    country_rule_ = rule;
  }

  void regions_and_date() {
    for (int part = 0; part < 3; ++part) {
      const std::size_t before = c_.at();
      const bool has_comma = c_.take(",") || c_.take("\u060c");
      c_.blanks();
      has_date_ = c_.date();
      if (has_date_) return;
      const std::string_view region = has_comma ? c_.name(false) : std::string_view();
      const auto code = region.empty() ? std::nullopt : region_country(region);
      if (!code && (region.empty() || !is_region_by_place())) return c_.move_to(before);
      if (code) set_country(*code, "region");
    }
  }

  /// An unknown name after the comma is a region when what belongs behind it does stand there.
  bool is_region_by_place() const {
    if (!is_marked_ && !is_all_capitals(place_)) return false;
    DatelineCursor trial(c_);
    trial.blanks();
    if (!agency_name(trial.bracketed()).empty()) return true;
    if (!trial.take(",")) return false;
    trial.blanks();
    return trial.date() || (is_marked_ && !trial.name(false).empty() && trial.take(","));
  }

  /// "(New York, NY - October 21) Ships"
  bool in_brackets() {
    const std::size_t before = c_.at();
    if (c_.take("(")) {
      place_ = c_.name(false);
      if (!place_.empty() && place_.back() != '.') {
        regions_and_date();
        if (c_.dash(false)) c_.blanks();
        has_date_ = has_date_ || c_.date();
        text_end_ = c_.at() + 1;
        if (has_date_ && c_.take(")") && city_country(place_)) {
          begin_ += 1;
          text_end_ -= 1;
          c_.dash(true);
          c_.blanks();
          return true;
        }
      }
    }
    c_.move_to(before);
    clear();
    return false;
  }

  void clear() {
    place_ = {};
    country_.clear();
    agency_.clear();
    country_rule_ = {};
    has_date_ = false;
    knows_agency_ = false;
  }

  /// "(ANSA) - ROMA, 4 FEB - ", or nothing but the agency: "(Reuters) - Ships move."
  bool agency_first() {
    const std::size_t before = c_.at();
    agency();
    if (!knows_agency_) {
      c_.move_to(before);
      return false;
    }
    const std::size_t end = c_.at();
    ends_with_dash_ = c_.dash(true);
    c_.blanks();
    const std::size_t story = c_.at();
    DatelineReader inner(*this);
    if (ends_with_dash_ && inner.place()) {
      inner.regions_and_date();
      inner.text_end_ = inner.c_.at();
      inner.ends_with_dash_ = false;
      inner.terminator();
      if (inner.has_date_ && inner.ends_with_dash_ && inner.is_credible()) {
        inner.c_.move_to(inner.text_end_);
        *this = inner;
        return true;
      }
    }
    text_end_ = end;
    c_.move_to(story);
    return !c_.at_end();
  }

  /// "Jan 31 (Reuters) - Gold": the place was lost.
  bool date_first() {
    const std::size_t before = c_.at();
    if (!is_marked_ && c_.date()) {
      DatelineCursor trial(c_);
      trial.blanks();
      has_date_ = true;
      const std::string_view inside = trial.bracketed();
      if (!agency_name(inside).empty() || (is_initials(inside) && trial.dash(true))) return true;
    }
    has_date_ = false;
    c_.move_to(before);
    return false;
  }

  static bool is_initials(std::string_view text) {
    return text.size() >= 2 && text.size() <= 6 &&
           std::all_of(text.begin(), text.end(), is_ascii_upper);
  }

  void agency() {
    const std::size_t before = c_.at();
    const std::string_view inside = c_.bracketed();
    if (inside.empty()) return;
    agency_ = agency_name(inside);
    knows_agency_ = !agency_.empty();
    const bool may_be_name =
        (has_date_ || is_marked_) && (is_initials(inside) || is_outlet(inside));
    if (agency_.empty() && may_be_name) agency_ = inside;
    if (agency_.empty()) c_.move_to(before);
  }

  /// A name in brackets between a date and a dash is who wrote it: "(Han River Times) - ".
  bool is_outlet(std::string_view name) const {
    if (name.size() < 2 || name.size() > kLongestOutlet || !starts_with_capital(name) ||
        std::any_of(name.begin(), name.end(), is_ascii_digit)) {
      return false;
    }
    DatelineCursor trial(c_);
    return trial.dash(has_date_) || (is_marked_ && trim(trial.rest()).empty());
  }

  void terminator() {
    if (c_.dash(has_date_)) {
      ends_with_dash_ = true;
    } else if (c_.take(":") || c_.take(" :")) {
      ends_with_colon_ = true;
    } else if (!agency_.empty()) {
      c_.take(".");
    }
    c_.blanks();
  }

  /// "MOSCOW, 4 Feb - RIA Novosti. Ships": the agency behind the dash.
  void agency_after_dash() {
    if (!has_date_ || !ends_with_dash_ || !agency_.empty()) return;
    const std::string_view sentence = c_.rest().substr(0, c_.rest().find(". "));
    if (sentence.size() > 2 * kLongestOutlet || sentence.size() == c_.rest().size()) return;
    const std::string_view name = sentence.substr(0, sentence.find(','));
    agency_ = agency_name(name);
    if (agency_.empty()) return;
    text_end_ = c_.at() + sentence.size();
    c_.move_to(text_end_ + 1);
    c_.blanks();
  }

  bool is_known() const { return !country_.empty() || city_country(place_).has_value(); }

  /// Marked datelines of known cities may hold slips: "ALBANY, N.Y., Marc 3 -".
  void skip_to_dash() {
    const std::size_t dash = c_.rest().substr(0, kLongestSlip).find('-');
    if (!is_known() || dash == std::string_view::npos) return;
    text_end_ = c_.at() + dash;
    c_.move_to(text_end_ + 1);
    ends_with_dash_ = true;
    c_.blanks();
  }

  /// Old feeds put "****" before urgent stories, and lose a letter of the line before.
  void skip_noise() {
    while (!c_.at_end() && (c_.starts("*") || is_ascii_space(c_.rest()[0]))) {
      c_.move_to(c_.at() + 1);
    }
    const std::string_view rest = c_.rest();
    if (rest.size() > 3 && is_ascii_alnum(rest[0]) && rest.substr(1, 2) == "  ") {
      c_.move_to(c_.at() + 1);
    }
  }

  bool is_credible() const {
    const bool has_end = ends_with_dash_ || ends_with_colon_;
    // A word before a dash may be the head of a table, unless a date or the map says otherwise.
    if (is_marked_) return has_end ? has_date_ || knows_agency_ || is_known() : c_.at_end();
    if (c_.at_end()) return false;
    if (knows_agency_) return true;
    if (!has_end) return false;
    if (has_date_) return place_.empty() || is_known() || is_all_capitals(place_);
    if (!is_known()) return false;
    if (is_all_capitals(place_)) return place_.size() > 3;
    DatelineCursor before_dash(c_);
    before_dash.move_to(text_end_);
    return ends_with_dash_ && before_dash.is_after_blank() && starts_with_capital(c_.rest());
  }

  ReadDateline result() {
    ReadDateline out;
    DatelineCursor end(c_);
    end.move_to(text_end_);
    out.dateline.text = collapse_spaces(end.from(begin_));
    while (!out.dateline.text.empty() && out.dateline.text.back() == ',') {
      out.dateline.text.pop_back();
    }
    out.dateline.place = place_from_capitals(collapse_spaces(place_));
    out.dateline.agency = agency_;
    out.dateline.country = country_;
    out.country_rule = country_.empty() ? std::string_view() : country_rule_;
    if (country_.empty()) out.country_rule = locate(out.dateline);
    out.length = c_.at();
    return out;
  }

  DatelineCursor c_;
  bool is_marked_;
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
  text = utf8_prefix(text, kReach);
  if (auto east = read_east_dateline(text)) return east;
  return DatelineReader(text, false).read();
}

std::optional<ReadDateline> read_marked_dateline(std::string_view text) {
  if (auto east = read_east_dateline(text)) return east;
  if (auto read = DatelineReader(text, true).read()) return read;
  // "EXAMPLE WIRE - LIMA, 4 FEB -"
  const std::size_t dash = text.find(" - ");
  if (dash == std::string_view::npos || dash > kLongestOutlet) return std::nullopt;
  auto read = DatelineReader(text.substr(dash + 3), true).read();
  if (read && read->dateline.place.empty()) return std::nullopt;
  if (read) read->length += dash + 3;
  return read;
}

}  // namespace news
