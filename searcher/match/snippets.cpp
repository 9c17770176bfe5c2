#include "searcher/match/snippets.h"

#include <algorithm>
#include <set>

#include "common/analysis/tokenizer.h"
#include "common/base/text.h"

namespace news {
namespace {

// Bytes of a passage: one sentence more is taken while it stays below.
constexpr std::size_t kPassageBytes = 240;
// A sentence longer than this is cut around its words.
constexpr std::size_t kLongSentence = 400;

using Highlights = std::vector<std::pair<std::size_t, std::size_t>>;

/// A word asked for, in a text cut into tokens.
struct Mark {
  std::size_t token = 0;
  std::string stem;  ///< tells different words apart
};

/// A text of an article, cut and marked.
struct MarkedText {
  std::string_view text;
  std::string field;
  std::vector<Token> tokens;
  std::vector<Mark> marks;
};

MarkedText mark(std::string_view text, std::string field, const Stemmer& stemmer,
                const HighlightTerms& terms) {
  MarkedText marked{text, std::move(field), {}, {}};
  tokenize(text, marked.tokens);
  if (terms.empty()) return marked;
  for (std::size_t i = 0; i < marked.tokens.size(); ++i) {
    const Token& token = marked.tokens[i];
    const std::string spelling = spelling_of(text.substr(token.begin, token.end - token.begin));
    std::string stem = stemmer.stem(spelling);
    if (terms.has(stem, fold(spelling))) marked.marks.push_back({i, std::move(stem)});
  }
  return marked;
}

/// Turns byte ranges of `text`, in order, into code points counted from `origin`.
Highlights to_code_points(std::string_view text, std::size_t origin,
                          const std::vector<std::pair<std::size_t, std::size_t>>& ranges) {
  Highlights out;
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

/// Bytes [begin, end) of a text as a snippet. Line breaks become blanks, which keeps the offsets.
Snippet cut(const MarkedText& marked, std::size_t begin, std::size_t end) {
  Snippet snippet;
  snippet.field = marked.field;
  snippet.text = marked.text.substr(begin, end - begin);
  std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const Mark& mark : marked.marks) {
    const Token& token = marked.tokens[mark.token];
    if (token.begin >= begin && token.end <= end) ranges.emplace_back(token.begin, token.end);
  }
  snippet.highlights = to_code_points(marked.text, begin, ranges);
  return snippet;
}

/// Tokens [first, last) that make whole sentences.
struct Passage {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t different = 0;  ///< words asked for, each once
  std::size_t marks = 0;
};

std::vector<std::size_t> sentence_starts(const MarkedText& marked) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < marked.tokens.size(); ++i) {
    if (i == 0 || marked.tokens[i].before != Break::None) starts.push_back(i);
  }
  starts.push_back(marked.tokens.size());
  return starts;
}

std::size_t byte_after(const MarkedText& marked, std::size_t token) {
  return token < marked.tokens.size() ? marked.tokens[token].begin : marked.text.size();
}

std::vector<Passage> passages_of(const MarkedText& marked) {
  const std::vector<std::size_t> starts = sentence_starts(marked);
  std::vector<Passage> passages;
  for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
    const std::size_t begin = marked.tokens[starts[s]].begin;
    std::size_t end = s + 1;
    while (end + 1 < starts.size() &&
           byte_after(marked, starts[end + 1]) - begin <= kPassageBytes) {
      ++end;
    }
    Passage passage{starts[s], starts[end], 0, 0};
    std::set<std::string_view> stems;
    for (const Mark& mark : marked.marks) {
      if (mark.token < passage.first || mark.token >= passage.last) continue;
      stems.insert(mark.stem);
      ++passage.marks;
    }
    passage.different = stems.size();
    passages.push_back(passage);
  }
  std::stable_sort(passages.begin(), passages.end(), [](const Passage& a, const Passage& b) {
    return a.different != b.different ? a.different > b.different : a.marks > b.marks;
  });
  return passages;
}

/// The passage's bytes, without the blanks and opening signs of what follows it; a long one is cut
/// near its first word asked for.
Snippet cut_passage(const MarkedText& marked, const Passage& passage) {
  std::size_t first = passage.first;
  std::size_t last = passage.last;
  const auto bytes = [&] { return byte_after(marked, last) - marked.tokens[first].begin; };
  if (bytes() > kLongSentence) {
    for (const Mark& mark : marked.marks) {
      if (mark.token < first || mark.token >= last) continue;
      while (first < mark.token &&
             marked.tokens[mark.token].begin - marked.tokens[first].begin > kPassageBytes / 3) {
        ++first;
      }
      break;
    }
    while (last > first + 1 && bytes() > kPassageBytes) --last;
  }
  std::size_t begin = marked.tokens[first].begin;
  // An opening quote or bracket belongs to the sentence it opens.
  const std::size_t before = first == 0 ? 0 : marked.tokens[first - 1].end;
  while (begin > before && !is_ascii_space(marked.text[begin - 1])) --begin;
  const std::size_t end = byte_after(marked, last);
  const std::string_view text = marked.text.substr(begin, end - begin);
  std::size_t stop = begin + trim(text).size();
  if (last < marked.tokens.size()) {
    const std::size_t blank = text.find_last_of(" \n");
    if (blank != std::string_view::npos && begin + blank >= marked.tokens[last - 1].end) {
      stop = begin + trim(text.substr(0, blank)).size();
    }
  }
  return cut(marked, begin, std::max<std::size_t>(stop, marked.tokens[last - 1].end));
}

std::vector<MarkedText> texts_of(const Article& article, const HighlightTerms& terms,
                                 const HighlightTerms& other) {
  const Stemmer stemmer(article.language);
  std::vector<MarkedText> texts;
  const auto add = [&](std::string_view text, const char* field) {
    if (!text.empty()) texts.push_back(mark(text, field, stemmer, terms));
  };
  if (!other.empty() && !article.other.empty()) {
    texts.push_back(mark(article.other, "other", stemmer, other));
    if (texts.back().marks.empty()) texts.pop_back();
  }
  add(article.body, "body");
  add(article.summary, "summary");
  for (const std::string& caption : article.captions) add(caption, "caption");
  return texts;
}

}  // namespace

std::vector<Snippet> SnippetMaker::passages(const Article& article, unsigned count) {
  std::vector<Snippet> snippets;
  if (count == 0) return snippets;
  const std::vector<MarkedText> texts = texts_of(article, terms_, other_);
  for (const MarkedText& marked : texts) {
    std::vector<Passage> taken;
    for (const Passage& passage : passages_of(marked)) {
      if (passage.marks == 0 || snippets.size() == count) break;
      const bool overlaps = std::any_of(taken.begin(), taken.end(), [&](const Passage& other) {
        return passage.first < other.last && other.first < passage.last;
      });
      if (overlaps) continue;
      taken.push_back(passage);
      snippets.push_back(cut_passage(marked, passage));
    }
  }
  if (snippets.empty() && !texts.empty() && !texts.front().tokens.empty()) {
    const std::vector<std::size_t> starts = sentence_starts(texts.front());
    std::size_t end = 1;
    while (end + 1 < starts.size() && byte_after(texts.front(), starts[end + 1]) <= kPassageBytes) {
      ++end;
    }
    snippets.push_back(cut_passage(texts.front(), Passage{0, starts[end], 0, 0}));
  }
  return snippets;
}

std::vector<Snippet> SnippetMaker::contexts(const Article& article, unsigned count,
                                            unsigned words) {
  std::vector<Snippet> snippets;
  for (const MarkedText& marked : texts_of(article, terms_, other_)) {
    for (const Mark& mark : marked.marks) {
      if (snippets.size() == count) return snippets;
      const std::size_t first = mark.token - std::min<std::size_t>(words, mark.token);
      const std::size_t last =
          std::min(mark.token + words, marked.tokens.size() - 1);
      Snippet snippet = cut(marked, marked.tokens[first].begin, marked.tokens[last].end);
      const std::size_t own = count_code_points(
          marked.text.substr(marked.tokens[first].begin,
                             marked.tokens[mark.token].begin - marked.tokens[first].begin));
      std::stable_partition(snippet.highlights.begin(), snippet.highlights.end(),
                            [&](const auto& range) { return range.first == own; });
      snippets.push_back(std::move(snippet));
    }
  }
  return snippets;
}

Highlights SnippetMaker::highlights(const Article& article, std::string_view text) {
  const MarkedText marked = mark(text, {}, Stemmer(article.language), terms_);
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const Mark& m : marked.marks) {
    ranges.emplace_back(marked.tokens[m.token].begin, marked.tokens[m.token].end);
  }
  return to_code_points(text, 0, ranges);
}

}  // namespace news
