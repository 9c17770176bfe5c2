#include "indexer/reader/web_record.h"

#include <algorithm>
#include <charconv>

#include "common/base/error.h"
#include "common/base/text.h"
#include "indexer/reader/fields.h"
#include "indexer/reader/html_article.h"
#include "indexer/reader/html_encoding.h"
#include "indexer/reader/text_repair.h"
#include "indexer/reader/xml_reading.h"
#include "indexer/source/decompress.h"

namespace news {
namespace {

/// Serves bytes in memory to a decompressor.
class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t n = bytes_.copy(buffer, size);
    bytes_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view bytes_;
};

std::string media_type(std::string_view content_type) {
  return ascii_lower(trim(content_type.substr(0, content_type.find(';'))));
}

/// "text/html; charset=ISO-8859-1" -> "iso-8859-1"
std::string charset_of(std::string_view text) {
  const std::string lower = ascii_lower(text);
  const std::size_t at = lower.find("charset=");
  if (at == std::string::npos) return {};
  std::size_t begin = at + 8;
  while (begin < lower.size() && (lower[begin] == '"' || lower[begin] == '\'')) ++begin;
  const std::size_t end = lower.find_first_of(" \"';>/\r\n", begin);
  return lower.substr(begin, end == std::string::npos ? end : end - begin);
}

/// The body of an answer sent in chunks; as it is when it wasn't, whatever its head says.
std::string from_chunks(std::string_view body) {
  std::string out;
  std::string_view rest = body;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return out.empty() ? std::string(body) : out;
    std::size_t length = 0;
    const std::string_view line = trim(rest.substr(0, end));
    const auto parsed = std::from_chars(line.data(), line.data() + line.size(), length, 16);
    if (parsed.ec != std::errc()) return out.empty() ? std::string(body) : out;
    rest.remove_prefix(end + 1);
    if (length == 0) return out;
    out.append(rest.substr(0, length));
    rest.remove_prefix(std::min(rest.size(), length));
    while (!rest.empty() && (rest[0] == '\r' || rest[0] == '\n')) rest.remove_prefix(1);
  }
  return out;
}

/// Undoes gzip; what came before a fault is kept. False when there is nothing, or too much.
bool inflate_body(std::string& body, std::string& why) {
  MemoryStream packed(body);
  std::string plain;
  char buffer[32u << 10];
  try {
    const auto stream = gunzip(packed, "body");
    for (std::size_t n = stream->read(buffer, sizeof buffer); n != 0;
         n = stream->read(buffer, sizeof buffer)) {
      plain.append(buffer, n);
      if (plain.size() <= kMaxRecordBytes) continue;
      why = "a page longer than 64 MiB";
      return false;
    }
  } catch (const Error&) {
    why = "a page with broken compression";
  }
  if (plain.empty()) return false;
  body = std::move(plain);
  return true;
}

bool is_html(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml";
}

/// The crawl knows the address; of what else it knows, the page has the first word.
void fill_names(const WebRecord& record, RawArticle& raw) {
  set_field(raw, Field::Id, record.id, "WARC-Record-ID");
  raw.article.url.clear();
  set_field(raw, Field::Url, record.url, "WARC-Target-URI");
  const std::string& language = record.language;
  if (raw.article.language.empty()) {
    set_field(raw, Field::Language, language.substr(0, language.find(',')), "language");
  }
  const std::string& url = raw.article.url;
  const std::size_t host = url.find("://");
  if (!raw.article.source.empty()) return;
  if (host == std::string::npos) return;
  raw.article.source = url.substr(host + 3, url.find_first_of("/?#:", host + 3) - host - 3);
}

void read_page(const WebRecord& record, std::string_view type, std::string_view body,
               ParsedRecord& out) {
  std::string charset = charset_of(type);
  if (charset.empty()) charset = declared_charset(body);
  if (!charset.empty() && !is_known_charset(charset) && !is_valid_utf8(body))
    return reject_part("", "a page in " + to_valid_utf8(charset) + ", which isn't read", out);
  std::optional<RawArticle> raw = read_html_article(html_to_utf8(body, charset));
  if (!raw) return reject_part("", kPageTooLarge, out);
  fill_names(record, *raw);
  if (raw->page_text.empty() && raw->article.body.empty())
    return reject_part("", "a page without text", out);
  out.articles.push_back(std::move(*raw));
}

void read_http(const WebRecord& record, ParsedRecord& out) {
  std::string_view head;
  std::string body(split_head(record.content, head));
  const auto words = split(head.substr(0, head.find_first_of("\r\n")), ' ');
  if (words.size() < 2 || words[0].substr(0, 5) != "HTTP/")
    return reject_part("", "an answer without an HTTP status", out);
  if (words[1] != "200") return reject_part("", "HTTP status " + to_valid_utf8(words[1]), out);
  const std::string type = head_value(head, "Content-Type");
  if (!is_html(media_type(type))) {
    const std::string what = type.empty() ? "of no known type" : to_valid_utf8(media_type(type));
    return reject_part("", "no page: " + what, out);
  }
  if (equals_ignoring_case(head_value(head, "Transfer-Encoding"), "chunked"))
    body = from_chunks(body);
  const std::string packed = ascii_lower(head_value(head, "Content-Encoding"));
  std::string why;
  if (is_gzip(body) && !inflate_body(body, why)) return reject_part("", why, out);
  if (packed == "br" || packed == "zstd" || packed == "deflate")
    return reject_part("", "a page compressed by " + packed + ", which isn't read", out);
  read_page(record, type, body, out);
}

}  // namespace

std::string_view split_head(std::string_view bytes, std::string_view& head) {
  std::size_t end = bytes.find("\r\n\r\n");
  std::size_t skip = 4;
  const std::size_t bare = bytes.find("\n\n");
  if (bare < end) {
    end = bare;
    skip = 2;
  }
  head = bytes.substr(0, end);
  // Nothing at all, rather than an empty rest, tells that the head doesn't end.
  return end == std::string_view::npos ? std::string_view() : bytes.substr(end + skip);
}

std::string head_value(std::string_view head, std::string_view name) {
  for (const std::string_view line : split(head, '\n')) {
    if (line.size() <= name.size() || line[name.size()] != ':') continue;
    if (equals_ignoring_case(line.substr(0, name.size()), name))
      return std::string(trim(line.substr(name.size() + 1)));
  }
  return {};
}

void read_web_record(const WebRecord& record, ParsedRecord& out) {
  const std::string type = media_type(record.media_type);
  if (type == "application/http") return read_http(record, out);
  if (is_html(type)) return read_page(record, record.media_type, record.content, out);
  reject_part("", "no page: " + to_valid_utf8(type.empty() ? "of no known type" : type), out);
}

void read_page_capture(const WebRecord& record, ParsedRecord& out) {
  RawArticle raw;
  fill_names(record, raw);
  raw.page_text = clean_text(record.content);
  if (trim(raw.page_text).empty()) return reject_part("", "a page without text", out);
  out.articles.push_back(std::move(raw));
}

}  // namespace news
