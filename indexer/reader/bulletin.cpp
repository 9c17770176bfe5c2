#include <algorithm>

#include "common/base/text.h"
#include "indexer/reader/detect.h"
#include "indexer/reader/fields.h"
#include "indexer/reader/html_text.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/text_repair.h"
#include "indexer/reader/xml_reading.h"

namespace news {
namespace {

constexpr std::string_view kItem = "### ";
constexpr std::string_view kTitle = "# ";

/// The first line that isn't blank.
std::string_view first_line(std::string_view text) {
  text = skip_bom_and_space(text);
  return trim(text.substr(0, text.find('\n')));
}

/// Eight digits that are a day, "20260204" -> "2026-02-04"; else the heading itself, when it has a
/// year in it, for dates are read in many forms later.
std::string date_in(std::string_view heading) {
  for (std::size_t i = 0; i < heading.size();) {
    std::size_t end = i;
    while (end < heading.size() && is_ascii_digit(heading[end])) ++end;
    const std::string_view digits = heading.substr(i, end - i);
    const bool year = digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20";
    if (year && digits.size() == 8) {
      std::string day(digits.substr(0, 4));
      return day.append("-").append(digits.substr(4, 2)).append("-").append(digits.substr(6));
    }
    if (year && digits.size() == 4) return std::string(trim(heading));
    i = end + 1;
  }
  return {};
}

/// What the bulletin is called: between the marks of a title, or without the date in brackets.
std::string name_of(std::string_view heading) {
  const std::size_t open = heading.find("\u300a");
  const std::size_t close = heading.find("\u300b");
  if (open != std::string_view::npos && close != std::string_view::npos && open < close)
    return std::string(heading.substr(open + 3, close - open - 3));
  heading = heading.substr(0, heading.find_first_of("0123456789("));
  while (!heading.empty() && (is_ascii_space(heading.back()) || heading.back() == ',' ||
                              heading.back() == '-' || heading.back() == ':')) {
    heading.remove_suffix(1);
  }
  return std::string(heading);
}

bool detect(const Sniff& sniff) {
  const std::string_view line = first_line(sniff.bytes);
  if (line.substr(0, kTitle.size()) != kTitle || date_in(line.substr(2)).empty()) return false;
  return sniff.bytes.find("\n### ") != std::string_view::npos;
}

/// Reads "[words](https://...)" when a line is nothing else.
bool is_link(std::string_view line, std::string& url) {
  if (line.size() < 4 || line.front() != '[' || line.back() != ')') return false;
  const std::size_t middle = line.find("](");
  if (middle == std::string_view::npos) return false;
  url = line.substr(middle + 2, line.size() - middle - 3);
  return url.compare(0, 4, "http") == 0;
}

class BulletinReader {
 public:
  BulletinReader(std::string_view heading, ParsedRecord& out)
      : source_(name_of(heading)), date_(date_in(heading)), out_(out) {}

  void read(std::string_view line) {
    const bool heading = line.substr(0, 1) == "#";
    if (heading || line.substr(0, 3) == "---") finish();
    if (line.substr(0, kItem.size()) == kItem) {
      open_ = true;
      ++number_;
      item_ = RawArticle();
      body_.clear();
      set_field(item_, Field::Headline, line.substr(kItem.size()), "###");
    } else if (open_ && !heading) {
      std::string url;
      if (is_link(line, url)) {
        item_.article.url = url;
      } else if (!line.empty()) {
        body_ += std::string(line) + '\n';
      }
    }
  }

  /// Puts the item that is open in its place.
  void finish() {
    if (!open_) return;
    open_ = false;
    item_.article.body = text_of_html(std::string(trim(body_)));
    item_.article.source = source_;
    item_.published_text = date_;
    item_.published_key = "heading";
    add_article(std::move(item_), "item " + std::to_string(number_), out_);
  }

  bool any() const { return number_ > 0; }

 private:
  std::string source_;
  std::string date_;
  ParsedRecord& out_;
  RawArticle item_;
  std::string body_;
  std::size_t number_ = 0;
  bool open_ = false;
};

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  const std::string text = clean_text(record.bytes);
  std::string_view heading = first_line(text);
  heading.remove_prefix(std::min(heading.size(), heading.find_first_not_of("# ")));
  BulletinReader reader(heading, out);
  for (const std::string_view line : split(text, '\n')) reader.read(trim(line));
  reader.finish();
  if (!reader.any()) reject_part("", "a bulletin without items (### headings)", out);
}

}  // namespace

Format bulletin_format() {
  return {"bulletin", "a day's bulletin in Markdown: '# name and date', an item below each '###'",
          detect, split_whole, parse};
}

}  // namespace news
