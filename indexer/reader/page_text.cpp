#include "common/base/text.h"
#include "indexer/reader/detect.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/text_repair.h"

namespace news {
namespace {

bool detect(const Sniff& sniff) { return is_text(sniff.bytes) && not_a_page(sniff.bytes).empty(); }

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  if (!is_text(std::string_view(record.bytes).substr(0, kSniffBytes))) {
    out.rejections.push_back({"", "", unknown_shape(record.bytes)});
    return;
  }
  RawArticle raw;
  raw.page_text = clean_text(record.bytes);
  if (trim(raw.page_text).empty()) return out.rejections.push_back({"", "", "no text in it"});
  out.articles.push_back(std::move(raw));
}

}  // namespace

Format page_text_format() {
  return {kPageTextName, "any text: a page with its menus and footers", detect, split_whole, parse};
}

}  // namespace news
