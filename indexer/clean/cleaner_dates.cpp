#include <algorithm>
#include <utility>

#include "common/base/text.h"
#include "indexer/clean/cleaner.h"
#include "indexer/clean/date_order.h"
#include "indexer/clean/url_date.h"

namespace news {
namespace {

constexpr UnixSeconds kTwoDays = 2 * 86400;
constexpr std::size_t kLinesAroundHeadline = 12;

std::string line_name(std::size_t line) { return "line " + std::to_string(line); }

/// A date after the day on which the page was fetched was read with day and month the wrong way
/// round by the program that wrote it, as dateutil does with "04-02-2026": put right where that
/// gives a day that was seen. True when something was done.
bool swap_if_not_yet_seen(DateStamp& stamp, const std::optional<UnixSeconds>& seen) {
  if (!seen || stamp.precision < Precision::Day || stamp.seconds <= *seen + kTwoDays) return false;
  CivilTime civil = to_civil(stamp.seconds);
  std::swap(civil.day, civil.month);
  stamp.doubtful = true;
  if (!is_valid(civil) || to_unix(civil) > *seen + kTwoDays) {
    stamp.from += ", after it was seen";
    return true;
  }
  stamp.seconds = to_unix(civil);
  stamp.from += ", day and month changed: it was seen before";
  return true;
}

bool is_order_assumed(const DateStamp& stamp) {
  return stamp.doubtful && stamp.from.find(kAssumedOrder) != std::string::npos;
}

DateContext with_month_first(DateContext context) {
  context.learned_order = "mdy";
  return context;
}

}  // namespace

void Cleaner::note_date(std::string what, const DateStamp& stamp, std::string from) {
  if (!stamp.known()) return;
  note(std::move(what), stamp.to_iso8601(), std::move(from),
       stamp.from + (stamp.doubtful ? ", doubtful" : ""));
}

void Cleaner::find_dates_of_article() {
  DateContext context;
  context.date_order = options_.date_order;
  context.timezone = options_.timezone;
  context.evidence = evidence_;
  context.language = article_.language;
  context.address_day = day_in_address(article_.url);
  if (const auto seen = parse_iso8601(trim(raw_.seen_text))) context.seen = seen->to_unix();
  find_field_dates(context);
  if (is_page_) {
    context.wall_clock = true;
    find_page_dates(context);
    if (!article_.published.known()) find_relative_date(context);
  }
  if (!article_.published.known() && context.address_day) {
    article_.published = {Precision::Day, to_unix(*context.address_day), "address ymd", false};
    note_date("published", article_.published, "address");
  }
  if (!article_.published.known() && article_.updated.known()) {
    article_.published = article_.updated;
    article_.published.from += " in place of the publication date";
    article_.published.doubtful = true;
    month_first_.published = month_first_.updated;
    month_first_.published.doubtful = true;
    note_date("published", article_.published, "updated");
  }
  const bool has_other = month_first_.published.known() || month_first_.updated.known();
  if (has_other) result_.month_first = month_first_;
}

void Cleaner::find_field_dates(DateContext context) {
  context.learned_order = learn_date_order({raw_.published_text, raw_.updated_text});
  result_.date_order = context.learned_order;
  const auto other_reading = [&](const DateStamp& stamp, const std::string& text,
                                 const std::string& key) {
    return is_order_assumed(stamp) ? parse_news_date(text, with_month_first(context), key)
                                   : DateStamp{};
  };
  const auto read = [&](DateStamp& stamp, const std::string& text, const std::string& key,
                        const char* what) {
    if (!stamp.known()) stamp = parse_news_date(text, context, key);
    note_date(what, stamp, "field " + key);
  };
  read(article_.published, raw_.published_text, raw_.published_key, "published");
  month_first_.published = other_reading(article_.published, raw_.published_text,
                                         raw_.published_key);
  if (swap_if_not_yet_seen(article_.published, context.seen)) {
    month_first_.published = {};
    note_date("published", article_.published, "field " + raw_.published_key);
  }
  read(article_.updated, raw_.updated_text, raw_.updated_key, "updated");
  month_first_.updated = other_reading(article_.updated, raw_.updated_text, raw_.updated_key);
}

/// True when the date in that line names a zone and its clock shows what the clock of the field
/// shows: programs print local time with the offset of their server. Then the page's zone holds.
bool Cleaner::has_same_clock(const std::vector<PageDate>& dates, std::size_t line) const {
  const auto field = parse_iso8601(trim(raw_.published_text));
  if (!field || !field->offset_seconds || field->precision < Precision::Minute) return false;
  return std::any_of(dates.begin(), dates.end(), [&](const PageDate& date) {
    const FoundDate& found = date.entry.date;
    const bool has_zone = found.offset_seconds.has_value() || !found.zone_name.empty();
    const bool is_same_day = found.year == field->civil.year &&
                             (found.day == field->civil.day || found.first == field->civil.day ||
                              found.second == field->civil.day);
    return date.line == line && has_zone && found.has_clock && is_same_day &&
           found.hour == field->civil.hour && found.minute == field->civil.minute;
  });
}

void Cleaner::find_page_dates(const DateContext& given) {
  using Label = RowDate::Label;
  DateContext context = given;
  std::vector<std::string_view> texts;
  for (const PageDate& date : page_.dates) texts.push_back(result_.lines[date.line - 1].text);
  context.learned_order = learn_date_order(texts);
  if (result_.date_order.empty()) result_.date_order = context.learned_order;
  ArticleDates month_first;
  const auto resolve = [&](Label label, std::string_view where, std::size_t& line,
                           DateStamp& other) {
    for (const PageDate& date : page_.dates) {
      if (date.entry.label != label) continue;
      DateStamp stamp = resolve_date(date.entry.date, context, where);
      line = date.line;
      if (!stamp.known()) continue;
      if (is_order_assumed(stamp)) {
        other = resolve_date(date.entry.date, with_month_first(context), where);
      }
      return stamp;
    }
    return DateStamp{};
  };
  std::size_t published_line = 0;
  std::size_t updated_line = 0;
  DateStamp published =
      resolve(Label::Published, "row:created", published_line, month_first.published);
  if (!published.known()) {
    published = resolve(Label::None, "row", published_line, month_first.published);
  }
  DateStamp updated = resolve(Label::Updated, "row:updated", updated_line, month_first.updated);
  if (!published.known() && updated.known()) {
    published = updated;
    month_first.published = month_first.updated;
    published_line = updated_line;
  }
  const bool corrects = article_.published.known() && has_same_clock(page_.dates, published_line) &&
                        published.seconds != article_.published.seconds;
  if (corrects) published.from += ", against the offset of " + raw_.published_key;
  if (corrects || (!article_.published.known() && published.known())) {
    article_.published = published;
    month_first_.published = month_first.published;
    note_date("published", published, line_name(published_line));
  }
  if (!article_.updated.known() && updated.known()) {
    article_.updated = updated;
    month_first_.updated = month_first.updated;
    note_date("updated", updated, line_name(updated_line));
  }
}

/// "2 hours ago" around the headline of a page that is known to have been fetched when.
void Cleaner::find_relative_date(const DateContext& context) {
  if (!context.seen) return;
  const auto headline = std::find_if(result_.lines.begin(), result_.lines.end(),
                                     [](const auto& l) { return l.zone == Zone::Headline; });
  const std::size_t begin = static_cast<std::size_t>(headline - result_.lines.begin());
  for (std::size_t i = begin; i < result_.lines.size() && i < begin + kLinesAroundHeadline; ++i) {
    if (result_.lines[i].zone == Zone::Body) return;
    DateStamp stamp = parse_news_date(result_.lines[i].text, context, "row");
    if (!stamp.known()) continue;
    article_.published = std::move(stamp);
    note_date("published", article_.published, line_name(i + 1));
    return;
  }
}

}  // namespace news
