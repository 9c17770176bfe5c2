#include "searcher/match/marked_text.h"

#include <algorithm>
#include <unordered_map>

#include "common/base/text.h"

namespace news {
namespace {

/// A token as queries see it.
struct Word {
  std::string stem;
  std::string folded;
};

bool stands_at(const std::vector<WordForms>& phrase, const std::vector<Word>& words,
               std::size_t at) {
  if (at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (!phrase[i].has(words[at + i].stem, words[at + i].folded)) return false;
  }
  return true;
}

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

MarkedText::MarkedText(std::string_view text, std::string field, const Stemmer& stemmer,
                       const TextTerms& terms)
    : text_(text), field_(std::move(field)) {
  tokenize(text, tokens_);
  if (terms.empty()) return;
  mark(stemmer, terms);
  make_places();
}

void MarkedText::mark(const Stemmer& stemmer, const TextTerms& terms) {
  std::vector<Word> words;
  words.reserve(tokens_.size());
  for (const Token& token : tokens_) {
    const std::string spelling = spelling_of(text_.substr(token.begin, token.end - token.begin));
    words.push_back({stemmer.stem(spelling), fold(spelling)});
  }
  std::unordered_map<std::string_view, std::size_t> numbers;
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (std::size_t p = 0; p < terms.phrases.size(); ++p) {
      if (!stands_at(terms.phrases[p], words, at)) continue;
      marks_.push_back({at, at + terms.phrases[p].size() - 1, p});
    }
    if (!terms.words.has(words[at].stem, words[at].folded)) continue;
    const std::size_t next = terms.phrases.size() + numbers.size();
    marks_.push_back({at, at, numbers.try_emplace(words[at].stem, next).first->second});
  }
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
      const Token& token = tokens_[i];
      if (token.begin < begin || token.end > end) continue;
      const bool goes_on = i > first && token.ideograph && tokens_[i - 1].ideograph &&
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
