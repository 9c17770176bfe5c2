#include "indexer/clean/cleaner.h"

#include <algorithm>
#include <utility>

#include "common/analysis/language.h"
#include "common/article/countries.h"
#include "common/base/text.h"
#include "indexer/clean/body_text.h"
#include "indexer/clean/language_name.h"
#include "indexer/clean/publisher_country.h"
#include "indexer/clean/stripped_text.h"

namespace news {
namespace {

constexpr std::size_t kLanguageBytes = 600;  // more tell no more

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
  take_stripped(result_.lines, article_);
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
  // Many systems print the headline over the text once more.
  if (raw_.cleanable_body && paragraphs_.size() > 1 && paragraphs_.front() == article_.headline) {
    paragraphs_.erase(paragraphs_.begin());
  }
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
  // An outlet without a name goes by its address.
  if (article_.source.empty()) article_.source = host_of(article_.url);
  if (article_.source.empty() && article_.id.find("://") != std::string::npos) {
    article_.source = host_of(article_.id);
  }
  const std::size_t line = page_.source.line != 0 ? page_.source.line : page_.email_host.line;
  note("source", article_.source, is_page_ && line != 0 ? line_name(line) : "field",
       page_.source.line != 0 ? "first field of the date row" : "as given");
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

}  // namespace news
