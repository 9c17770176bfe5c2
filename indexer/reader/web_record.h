#pragma once

#include <string>
#include <string_view>

#include "indexer/reader/format.h"

namespace news {

/// One capture of a crawl, as WARC and ARC keep it.
struct WebRecord {
  std::string id;
  std::string url;
  std::string language;      ///< as the crawl knew it, "eng,fra"; "" if it didn't
  std::string media_type;    ///< of the content: "text/html", "application/http"
  std::string_view content;  ///< an HTTP answer with its head, or a page as it is
};

/// Reads a capture into an article, or a rejection that says why it is no page: another status than
/// 200, a picture, a compression or an encoding that isn't read. The time of the capture is never
/// a date of the article.
void read_web_record(const WebRecord& record, ParsedRecord& out);

/// Reads a capture whose content is the text of a page already, as WET has it.
void read_page_capture(const WebRecord& record, ParsedRecord& out);

/// Splits the lines of a head, "Name: value", at the first blank line; returns what follows it.
std::string_view split_head(std::string_view bytes, std::string_view& head);

/// The value of a line of a head, "" when there is none. Names are compared in any case.
std::string head_value(std::string_view head, std::string_view name);

}  // namespace news
