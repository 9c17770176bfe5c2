#include "common/article/article_json.h"

#include <nlohmann/json.hpp>

#include "common/base/terminal_text.h"

namespace news {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json count_or_null(std::uint64_t count) { return count == 0 ? Json() : Json(count); }

}  // namespace

std::string json_quote(std::string_view text) { return terminal_safe_json(Json(text).dump()); }

std::string to_json_line(const Article& a) {
  Json line;
  line["id"] = a.id;
  line["source_path"] = text_or_null(a.source_path);
  line["record"] = text_or_null(a.record);
  line["format"] = text_or_null(a.format);
  line["headline"] = text_or_null(a.headline);
  line["summary"] = text_or_null(a.summary);
  line["body"] = text_or_null(a.body);
  line["dateline"] = {{"text", text_or_null(a.dateline.text)},
                      {"place", text_or_null(a.dateline.place)},
                      {"country", text_or_null(a.dateline.country)},
                      {"agency", text_or_null(a.dateline.agency)},
                      {"other_countries", a.dateline.other_countries}};
  line["countries"] = a.countries;
  line["published"] = text_or_null(a.published.to_iso8601());
  line["published_precision"] = text_or_null(std::string(precision_name(a.published.precision)));
  line["published_from"] = text_or_null(a.published.from);
  line["published_doubtful"] = a.published.doubtful;
  line["updated"] = text_or_null(a.updated.to_iso8601());
  line["authors"] = a.authors;
  line["agency"] = text_or_null(a.agency);
  line["source"] = text_or_null(a.source);
  line["publisher_country"] = text_or_null(a.publisher_country);
  line["section"] = text_or_null(a.section);
  line["keywords"] = a.keywords;
  line["language"] = text_or_null(a.language);
  line["url"] = text_or_null(a.url);
  line["captions"] = a.captions;
  line["other"] = text_or_null(a.other);
  line["page_characters"] = count_or_null(a.reading.page_characters);
  line["stripped_characters"] =
      a.reading.page_characters == 0 ? Json() : Json(a.reading.stripped_characters);
  line["repaired"] = a.reading.repaired;
  return terminal_safe_json(line.dump());
}

}  // namespace news
