#include "searcher/match/marked_text.h"

#include <algorithm>

#include "common/base/text.h"

namespace news {
namespace {

/// Turns byte ranges of `text`, in order, into code points counted from `origin`.
std::vector<MarkedText::Range> to_code_points(std::string_view text, std::size_t origin,
                                              const std::vector<MarkedText::Range>& ranges) {
  std::vector<MarkedText::Range> out;
  std::size_t byte = origin;
  std::size_t points = 0;
  const auto advance = [&](std::size_t to) {
    points += count_code_points(text.substr(byte, to - byte));
    byte = to;
    return points;
  };
  for (const auto& [begin, end] : ranges) {
    const std::size_t start = advance(begin);
    out.emplace_back(start, advance(end));
  }
  return out;
}

}  // namespace

MarkedText::MarkedText(std::string_view text, std::string field, const TextWords& words,
                       SegmentTerms& terms)
    : text_(text),
      field_(std::move(field)),
      tokens_(&words.tokens),
      marks_(terms.find(words.numbers)) {
  make_places();
}

void MarkedText::make_places() {
  for (const Mark& mark : marks_) {
    if (!places_.empty() && mark.first <= places_.back().second) {
      places_.back().second = std::max(places_.back().second, mark.last);
    } else {
      places_.emplace_back(mark.first, mark.last);
    }
  }
}

std::vector<MarkedText::Range> MarkedText::highlights(std::size_t begin, std::size_t end) const {
  std::vector<Range> ranges;
  for (const auto& [first, last] : places_) {
    for (std::size_t i = first; i <= last; ++i) {
      const Token& token = tokens()[i];
      if (token.begin < begin || token.end > end) continue;
      const bool goes_on = i > first && token.ideograph && tokens()[i - 1].ideograph &&
                           !ranges.empty() && ranges.back().second == token.begin;
      if (goes_on) {
        ranges.back().second = token.end;
      } else {
        ranges.emplace_back(token.begin, token.end);
      }
    }
  }
  return to_code_points(text_, begin, ranges);
}

Snippet MarkedText::cut(std::size_t begin, std::size_t end) const {
  Snippet snippet;
  snippet.field = field_;
  snippet.text = text_.substr(begin, end - begin);
  std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
  snippet.highlights = highlights(begin, end);
  return snippet;
}

}  // namespace news
