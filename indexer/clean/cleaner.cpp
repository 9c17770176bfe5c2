#include "indexer/clean/cleaner.h"

#include <algorithm>
#include <utility>

#include "common/analysis/language.h"
#include "common/article/countries.h"
#include "common/article/places.h"
#include "common/base/text.h"
#include "indexer/clean/body_text.h"
#include "indexer/clean/credit.h"
#include "indexer/clean/dateline.h"
#include "indexer/clean/language_name.h"
#include "indexer/clean/publisher_country.h"

namespace news {
namespace {

constexpr std::size_t kLanguageBytes = 1200;  // more tell no more

std::string line_name(std::size_t line) { return "line " + std::to_string(line); }

/// "Example News Desk" -> "Example": a desk belongs to its outlet.
std::string outlet_of(std::string_view source) {
  for (const std::string_view ending : {" News Desk", " Web Desk", " Newsdesk", " Desk",
                                        " News Service", " Staff", " Bureau", " Correspondent"}) {
    if (source.size() > ending.size() &&
        equals_ignoring_case(source.substr(source.size() - ending.size()), ending)) {
      return std::string(trim(source.substr(0, source.size() - ending.size())));
    }
  }
  return std::string(source);
}

}  // namespace

Cleaner::Cleaner(RawArticle raw, const CleanOptions& options)
    : raw_(std::move(raw)), article_(raw_.article), options_(options) {}

CleanResult Cleaner::run() {
  for (const FieldOrigin& origin : raw_.origins) note_origin(origin);
  if (!raw_.page_text.empty()) read_page_text();
  if (!result_.rejection.empty()) return std::move(result_);
  tidy_texts();
  find_publisher();
  find_dateline();
  strip_credits();
  article_.body = join(paragraphs_, "\n");
  if (article_.headline.empty() && article_.body.empty() && article_.summary.empty()) {
    result_.rejection = "no text: neither headline, summary nor body";
    return std::move(result_);
  }
  find_countries();
  find_language();
  find_dates_of_article();
  result_.article = std::move(article_);
  return std::move(result_);
}

void Cleaner::note(std::string what, std::string value, std::string from, std::string rule) {
  if (value.empty()) return;
  result_.findings.push_back({std::move(what), std::move(value), std::move(from), std::move(rule)});
}

void Cleaner::note_origin(const FieldOrigin& origin) {
  // Dates and languages are noted with what they came to.
  if (origin.field == "headline") note(origin.field, article_.headline, origin.from, "as given");
  if (origin.field == "summary") note(origin.field, article_.summary, origin.from, "as given");
  if (origin.field == "section") note(origin.field, article_.section, origin.from, "as given");
  if (origin.field == "url") note(origin.field, article_.url, origin.from, "as given");
  if (origin.field == "authors") {
    note(origin.field, join(article_.authors, "; "), origin.from, "as given");
  }
}

void Cleaner::read_page_text() {
  is_page_ = true;
  page_ = read_page({raw_.page_text, &raw_.line_hints, article_.headline});
  result_.lines = std::move(page_.lines);
  if (page_.paragraphs.empty() && article_.body.empty()) {
    result_.rejection = "no story: no sentence in the text";
    return;
  }
  take_page_fields(page_);
}

void Cleaner::take_page_fields(PageReading& page) {
  if (article_.headline.empty()) article_.headline = page.headline.text;
  if (article_.summary.empty()) article_.summary = page.summary.text;
  if (article_.body.empty()) paragraphs_ = std::move(page.paragraphs);
  if (article_.captions.empty()) article_.captions = std::move(page.captions);
  if (article_.authors.empty()) article_.authors = std::move(page.authors);
  if (article_.keywords.empty()) article_.keywords = std::move(page.keywords);
  if (article_.source.empty()) article_.source = outlet_of(page.source.text);
  if (article_.source.empty()) article_.source = page.email_host.text;
  if (article_.agency.empty()) article_.agency = page.agency.text;
}

void Cleaner::tidy_texts() {
  article_.headline = collapse_spaces(article_.headline);
  article_.summary = collapse_spaces(article_.summary);
  if (!article_.body.empty()) paragraphs_ = body_paragraphs(article_.body);
  for (std::string& author : article_.authors) author = collapse_spaces(author);
}

void Cleaner::add_evidence(const std::string& country, std::string why) {
  if (country.empty()) return;
  evidence_.push_back({country, std::move(why)});
}

void Cleaner::find_publisher() {
  const auto given = country_code(article_.publisher_country.empty() ? raw_.publisher_country_text
                                                                     : article_.publisher_country);
  if (given) add_evidence(*given, "publisher's country");
  add_evidence(country_of_host(article_.url), "address");
  add_evidence(country_of_host(article_.source), "source");
  add_evidence(country_of_host(page_.email_host.text), "e-mail address");
  add_evidence(page_.phone_country.text, "telephone number");
  if (!evidence_.empty()) {
    article_.publisher_country = evidence_.front().country;
    const bool by_phone = evidence_.front().why == "telephone number";
    note("publisher country", article_.publisher_country,
         by_phone ? line_name(page_.phone_country.line) : "field", evidence_.front().why);
  } else {
    article_.publisher_country.clear();
  }
  const std::size_t line = page_.source.line != 0 ? page_.source.line : page_.email_host.line;
  note("source", article_.source, is_page_ && line != 0 ? line_name(line) : "field",
       page_.source.line != 0 ? "first field of the date row" : "as given");
}

void Cleaner::use_dateline(ReadDateline read, const std::string& from) {
  Dateline& dateline = article_.dateline;
  const bool was_given = !dateline.place.empty();
  if (!was_given) {
    dateline.place = read.dateline.place;
    dateline.country = read.dateline.country;
  }
  if (dateline.text.empty()) dateline.text = read.dateline.text;
  if (dateline.agency.empty()) dateline.agency = read.dateline.agency;
  note("dateline place", dateline.place, was_given ? "field" : from, "dateline");
  note("dateline country", dateline.country, was_given ? "field" : from,
       std::string(read.country_rule));
  note("dateline agency", dateline.agency, from, "dateline");
}

void Cleaner::find_dateline() {
  if (!raw_.dateline_text.empty()) {
    const auto marked = read_marked_dateline(raw_.dateline_text);
    if (marked) {
      // Old feeds mark the first words of the story too.
      const std::string rest = collapse_spaces(raw_.dateline_text.substr(marked->length));
      use_dateline(*marked, "field dateline");
      if (!rest.empty() && paragraphs_.empty()) paragraphs_.emplace_back();
      if (!rest.empty()) {
        std::string& first = paragraphs_.front();
        first = first.empty() ? rest : rest + " " + first;
      }
    } else if (article_.dateline.text.empty()) {
      article_.dateline.text = collapse_spaces(raw_.dateline_text);
    }
  } else if (raw_.cleanable_body && !paragraphs_.empty()) {
    if (const auto read = read_dateline(paragraphs_.front())) {
      paragraphs_.front().erase(0, read->length);
      use_dateline(*read, "start of the body");
    }
  }
  Dateline& dateline = article_.dateline;
  if (dateline.place.empty() && !page_.place.text.empty()) {
    dateline.place = page_.place.text;
    dateline.text = page_.place.text;
    note("dateline place", dateline.place, line_name(page_.place.line), "field of the date row");
  }
  if (dateline.country.empty() && !dateline.place.empty()) {
    const auto city = city_country(dateline.place);
    dateline.country = city ? std::string(*city) : country_code(dateline.place).value_or("");
    note("dateline country", dateline.country, "dateline place", "city table");
  }
  if (article_.agency.empty()) article_.agency = dateline.agency;
  add_evidence(dateline.country, "dateline");
}

void Cleaner::strip_credits() {
  if (!raw_.cleanable_body) return;
  for (int n = 0; n < 4 && paragraphs_.size() > 1; ++n) {
    const Credit credit = read_credit(paragraphs_.back());
    if (!credit.is_credit) break;
    if (article_.agency.empty()) article_.agency = credit.agency;
    paragraphs_.pop_back();
  }
  note("agency", article_.agency,
       is_page_ && page_.agency.line != 0 ? line_name(page_.agency.line) : "article",
       "dateline, date row or credit");
}

void Cleaner::find_countries() {
  std::vector<std::string> codes;
  const auto add = [&](std::string_view name, const std::string& from) {
    const auto code = country_code(name);
    if (!code || std::find(codes.begin(), codes.end(), *code) != codes.end()) return;
    codes.push_back(*code);
    note("country", *code, from, "named " + std::string(name));
  };
  for (const std::string& code : article_.countries) add(code, "field countries");
  for (const std::string& name : raw_.country_texts) add(name, "field countries");
  for (const PageText& name : page_.countries) add(name.text, line_name(name.line));
  article_.countries = std::move(codes);
}

void Cleaner::find_language() {
  if (options_.language != "auto" && !options_.language.empty()) {
    article_.language = language_tag(options_.language);
    note("language", article_.language, "option", "as told");
    return;
  }
  if (const std::string tag = language_tag(article_.language); !tag.empty()) {
    article_.language = tag;
    note("language", tag, "field language", "as given");
    return;
  }
  article_.language = detect_language(article_.headline + "\n" + article_.summary + "\n" +
                                      std::string(utf8_prefix(article_.body, kLanguageBytes)));
  note("language", article_.language, "headline and body", "detected");
}

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
  find_field_dates(context);
  if (!is_page_) return;
  context.wall_clock = true;
  find_page_dates(context);
  if (!article_.published.known() && article_.updated.known()) {
    article_.published = article_.updated;
    article_.published.from += " in place of the publication date";
    article_.published.doubtful = true;
    note_date("published", article_.published, "updated");
  }
}

void Cleaner::find_field_dates(DateContext context) {
  context.learned_order = learn_date_order({raw_.published_text, raw_.updated_text});
  const auto read = [&](DateStamp& stamp, const std::string& text, const std::string& key,
                        const char* what) {
    if (!stamp.known()) stamp = parse_news_date(text, context, key);
    note_date(what, stamp, "field " + key);
  };
  read(article_.published, raw_.published_text, raw_.published_key, "published");
  read(article_.updated, raw_.updated_text, raw_.updated_key, "updated");
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
  const auto resolve = [&](Label label, std::string_view where, std::size_t& line) {
    for (const PageDate& date : page_.dates) {
      if (date.entry.label != label) continue;
      DateStamp stamp = resolve_date(date.entry.date, context, where);
      line = date.line;
      if (stamp.known()) return stamp;
    }
    return DateStamp{};
  };
  std::size_t published_line = 0;
  std::size_t updated_line = 0;
  DateStamp published = resolve(Label::Published, "row:created", published_line);
  if (!published.known()) published = resolve(Label::None, "row", published_line);
  DateStamp updated = resolve(Label::Updated, "row:updated", updated_line);
  if (!published.known() && updated.known()) {
    published = updated;
    published_line = updated_line;
  }
  const bool corrects = article_.published.known() && has_same_clock(page_.dates, published_line) &&
                        published.seconds != article_.published.seconds;
  if (corrects) published.from += ", against the offset of " + raw_.published_key;
  if (corrects || (!article_.published.known() && published.known())) {
    article_.published = published;
    note_date("published", published, line_name(published_line));
  }
  if (!article_.updated.known() && updated.known()) {
    article_.updated = updated;
    note_date("updated", updated, line_name(updated_line));
  }
}

}  // namespace news
