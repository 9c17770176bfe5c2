#include "common/base/text.h"
#include "indexer/reader/detect.h"
#include "indexer/reader/html_article.h"
#include "indexer/reader/html_encoding.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/splitters.h"

namespace news {
namespace {

constexpr std::size_t kOpeningBytes = 2048;
constexpr std::size_t kFewestMarks = 3;
constexpr std::string_view kLost = "\ufffd";
constexpr std::size_t kFewestCharactersToOneLost = 100;

/// True when `text` begins a page: a doctype, <html>, <head>, or several of the elements that
/// pieces of pages consist of.
bool looks_like_html(std::string_view text) {
  const std::string low = ascii_lower(skip_bom_and_space(text).substr(0, kOpeningBytes));
  if (low.empty() || low[0] != '<') return false;
  if (low.find("<!doctype html") != low.npos) return true;
  // XML of other kinds says so at once.
  if (low.substr(0, 5) == "<?xml" && low.find("<html") == low.npos) return false;
  std::size_t marks = 0;
  for (const std::string_view mark : {"<html", "<head", "<body"}) {
    const std::size_t at = low.find(mark);
    const std::size_t end = at == low.npos ? 0 : at + mark.size();
    if (end != 0 && end < low.size() && (low[end] == '>' || is_ascii_space(low[end]))) return true;
  }
  for (const std::string_view mark :
       {"<meta ", "<div", "<p>", "<p ", "<span", "<h1", "<article ", "<section", "<br", "</a>"}) {
    marks += low.find(mark) != low.npos ? 1 : 0;
  }
  return marks >= kFewestMarks;
}

bool detect(const Sniff& sniff) {
  return looks_like_html(sniff.bytes) &&
         (is_text(sniff.bytes) || is_other_charset(declared_charset(sniff.bytes)));
}

/// A page in the encoding that it declares, "" when that makes no text of it.
std::string decode(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kSniffBytes);
  if (!is_other_charset(declared_charset(bytes)) || is_valid_utf8(bytes)) {
    return is_text(head) ? html_to_utf8(bytes) : std::string();
  }
  if (bytes.find('\0') != bytes.npos) return {};
  std::string text = html_to_utf8(bytes);
  // What means nothing in the encoding became U+FFFD.
  return count_in(text, kLost) * kFewestCharactersToOneLost > text.size() ? std::string() : text;
}

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  const std::string page = decode(record.bytes);
  if (page.empty()) {
    out.rejections.push_back({"", "", unknown_shape(record.bytes)});
    return;
  }
  std::optional<RawArticle> raw = read_html_article(page);
  if (!raw) {
    out.rejections.push_back({"", "", kPageTooLarge});
    return;
  }
  if (raw->page_text.empty() && raw->article.body.empty()) {
    out.rejections.push_back({"", "", "no text on the page"});
    return;
  }
  out.articles.push_back(std::move(*raw));
}

}  // namespace

Format html_format() { return {"html", "a web page, as saved", detect, split_whole, parse, true}; }

}  // namespace news
