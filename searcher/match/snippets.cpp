#include "searcher/match/snippets.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "common/analysis/char_class.h"
#include "common/base/text.h"

namespace news {
namespace {

// Bytes of a passage: one sentence more is taken while it stays below.
constexpr std::size_t kPassageBytes = 240;
// A sentence longer than this is cut around its words.
constexpr std::size_t kLongSentence = 400;

/// Tokens [first, last) that make whole sentences.
struct Passage {
  std::size_t text = 0;  ///< which of the texts of an article
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t different = 0;  ///< words and phrases asked for, each once
  std::size_t apart = 0;      ///< the least between two different ones, in tokens; 0 for no two
  std::size_t marks = 0;
};

std::vector<std::size_t> sentence_starts(const MarkedText& marked) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < marked.tokens().size(); ++i) {
    if (i == 0 || marked.tokens()[i].before != Break::None) starts.push_back(i);
  }
  starts.push_back(marked.tokens().size());
  return starts;
}

std::size_t byte_after(const MarkedText& marked, std::size_t token) {
  return token < marked.tokens().size() ? marked.tokens()[token].begin : marked.text().size();
}

bool has_mark(const MarkedText& marked, std::size_t first, std::size_t last) {
  const auto mark = std::lower_bound(marked.marks().begin(), marked.marks().end(), first,
                                     [](const Mark& m, std::size_t at) { return m.first < at; });
  return mark != marked.marks().end() && mark->first < last;
}

/// Counts what the passage has. A phrase may run on beyond its last sentence.
void count_marks(const MarkedText& marked, Passage& passage) {
  std::set<std::size_t> different;
  const Mark* before = nullptr;
  for (const Mark& mark : marked.marks()) {
    if (mark.first < passage.first || mark.first >= passage.last) continue;
    different.insert(mark.what);
    ++passage.marks;
    if (before != nullptr && before->what != mark.what) {
      const std::size_t apart = mark.first - std::min(before->last, mark.first) + 1;
      passage.apart = passage.apart == 0 ? apart : std::min(passage.apart, apart);
    }
    before = &mark;
  }
  passage.different = different.size();
}

void add_passages(const MarkedText& marked, std::size_t text, std::vector<Passage>& passages) {
  const std::vector<std::size_t> starts = sentence_starts(marked);
  for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
    const std::size_t begin = marked.tokens()[starts[s]].begin;
    std::size_t end = s + 1;
    while (end + 1 < starts.size() &&
           byte_after(marked, starts[end + 1]) - begin <= kPassageBytes) {
      ++end;
    }
    // One that begins without is no better than the one that begins with the next sentence.
    if (!has_mark(marked, starts[s], starts[s + 1])) continue;
    passages.push_back({text, starts[s], starts[end], 0, 0, 0});
    count_marks(marked, passages.back());
  }
}

/// Most different words first, then those nearest to each other, then most words.
void sort_best_first(std::vector<Passage>& passages) {
  const auto key = [](const Passage& p) {
    return std::tuple(p.different, SIZE_MAX - p.apart, p.marks);
  };
  std::stable_sort(passages.begin(), passages.end(),
                   [&](const Passage& a, const Passage& b) { return key(a) > key(b); });
}

/// Where what belongs to a token begins: an opening quote or bracket belongs to what it opens, a
/// full stop to what it ends. Chinese has no blanks between them.
std::size_t first_byte(const MarkedText& marked, std::size_t token) {
  const std::string_view text = marked.text();
  const std::size_t end = marked.tokens()[token].begin;
  std::size_t begin = token == 0 ? 0 : marked.tokens()[token - 1].end;
  for (std::size_t i = begin; i < end;) {
    const char32_t c = next_code_point(text, i);
    if (c <= ' ' || is_closing(c)) begin = i;
  }
  return begin;
}

/// The passage's bytes, without the blanks and opening signs of what follows it; a long one is cut
/// near its first word asked for.
Snippet cut_passage(const MarkedText& marked, const Passage& passage) {
  const std::vector<Token>& tokens = marked.tokens();
  std::size_t first = passage.first;
  std::size_t last = passage.last;
  const auto bytes = [&] { return byte_after(marked, last) - tokens[first].begin; };
  if (bytes() > kLongSentence) {
    for (const Mark& mark : marked.marks()) {
      if (mark.first < first || mark.first >= last) continue;
      while (first < mark.first &&
             tokens[mark.first].begin - tokens[first].begin > kPassageBytes / 3) {
        ++first;
      }
      break;
    }
    while (last > first + 1 && bytes() > kPassageBytes) --last;
  }
  const std::size_t begin = first_byte(marked, first);
  const std::size_t end = last < tokens.size() ? first_byte(marked, last) : marked.text().size();
  return marked.cut(begin, begin + trim(marked.text().substr(begin, end - begin)).size());
}

void add_best(const std::vector<MarkedText>& texts, unsigned count,
              std::vector<Snippet>& snippets) {
  std::vector<Passage> passages;
  for (std::size_t i = 0; i < texts.size(); ++i) add_passages(texts[i], i, passages);
  sort_best_first(passages);
  std::vector<Passage> taken;
  for (const Passage& passage : passages) {
    if (snippets.size() == count) return;
    const bool overlaps = std::any_of(taken.begin(), taken.end(), [&](const Passage& other) {
      return passage.text == other.text && passage.first < other.last &&
             other.first < passage.last;
    });
    if (overlaps) continue;
    taken.push_back(passage);
    snippets.push_back(cut_passage(texts[passage.text], passage));
  }
}

void add_contexts(const std::vector<MarkedText>& texts, unsigned count, unsigned beside,
                  std::vector<Snippet>& snippets) {
  for (const MarkedText& marked : texts) {
    for (const auto& [from, to] : marked.places()) {
      if (snippets.size() == count) return;
      const std::vector<Token>& tokens = marked.tokens();
      const std::size_t begin = tokens[from - std::min<std::size_t>(beside, from)].begin;
      const std::size_t end = tokens[std::min(to + beside, tokens.size() - 1)].end;
      Snippet snippet = marked.cut(begin, end);
      // The keyword comes first, a phrase as a whole.
      const std::string_view text = marked.text();
      const std::size_t start = count_code_points(text.substr(begin, tokens[from].begin - begin));
      const std::size_t stop = count_code_points(text.substr(begin, tokens[to].end - begin));
      std::erase_if(snippet.highlights, [&](const auto& range) {
        return range.first >= start && range.second <= stop;
      });
      snippet.highlights.insert(snippet.highlights.begin(), {start, stop});
      snippets.push_back(std::move(snippet));
    }
  }
}

}  // namespace

/// Body, summary and captions.
std::vector<MarkedText> SnippetMaker::story_texts(const Article& article,
                                                  const ArticleWords& words) {
  std::vector<MarkedText> texts;
  const auto add = [&](std::string_view text, const char* field, const TextWords& text_words) {
    if (!text.empty()) texts.emplace_back(text, field, text_words, story_);
  };
  add(article.body, "body", words.body);
  add(article.summary, "summary", words.summary);
  for (std::size_t i = 0; i < words.captions.size(); ++i) {
    add(article.captions[i], "caption", words.captions[i]);
  }
  return texts;
}

/// What was stripped, for those who ask for it.
std::vector<MarkedText> SnippetMaker::other_texts(const Article& article,
                                                  const ArticleWords& words) {
  std::vector<MarkedText> texts;
  if (article.other.empty()) return texts;
  texts.emplace_back(article.other, "other", words.other, other_);
  return texts;
}

std::vector<Snippet> SnippetMaker::passages(const Article& article, const ArticleWords& words,
                                            unsigned count) {
  std::vector<Snippet> snippets;
  if (count == 0) return snippets;
  add_best(other_texts(article, words), count, snippets);
  const std::vector<MarkedText> texts = story_texts(article, words);
  add_best(texts, count, snippets);
  if (snippets.empty() && !texts.empty() && !texts.front().tokens().empty()) {
    const MarkedText& start = texts.front();
    const std::vector<std::size_t> starts = sentence_starts(start);
    std::size_t end = 1;
    while (end + 1 < starts.size() && byte_after(start, starts[end + 1]) <= kPassageBytes) ++end;
    snippets.push_back(cut_passage(start, Passage{0, 0, starts[end], 0, 0, 0}));
  }
  return snippets;
}

std::vector<Snippet> SnippetMaker::contexts(const Article& article, const ArticleWords& words,
                                            unsigned count, unsigned beside) {
  std::vector<Snippet> snippets;
  add_contexts(other_texts(article, words), count, beside, snippets);
  add_contexts(story_texts(article, words), count, beside, snippets);
  return snippets;
}

std::vector<std::pair<std::size_t, std::size_t>> SnippetMaker::in_headline(
    const Article& article, const ArticleWords& words) {
  const MarkedText headline(article.headline, "headline", words.headline, story_);
  return headline.highlights(0, article.headline.size());
}

}  // namespace news
