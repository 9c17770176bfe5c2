#include "searcher/output/terminal_output.h"

#include <algorithm>

#include "common/base/text.h"
#include "searcher/output/styled_text.h"
#include "searcher/output/terminal_parts.h"

namespace news {
namespace {

/// Text past this is hard to read, however wide the terminal.
constexpr std::size_t kMaxTextWidth = 100;

std::string count_of(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " article" : " articles");
}

std::string count_line(const Answer& answer, const TerminalStyle& style) {
  if (answer.total == 0) return "No articles.";
  std::string line = (answer.total_is_exact ? "" : "at least ") + count_of(answer.total);
  if (answer.stories) {
    line += " in " + std::to_string(*answer.stories);
    line += *answer.stories == 1 ? " story" : " stories";
  }
  if (answer.hits.empty()) return line;
  line += ", " + style.order;
  const std::uint64_t first = answer.hits.front().rank;
  const std::uint64_t last = answer.hits.back().rank;
  if (first == 1 && last >= answer.stories.value_or(answer.total)) return line;
  if (first == last) return line + ", number " + std::to_string(first) + " shown";
  return line + ", " + std::to_string(first) + " to " + std::to_string(last) + " shown";
}

/// Wrapped glyphs, each line after `indent` blanks.
std::string block(const Glyphs& glyphs, std::size_t indent, const TerminalStyle& style) {
  const std::size_t width = std::min(style.width, kMaxTextWidth);
  std::string out;
  for (const Glyphs& line : wrap(glyphs, width > indent ? width - indent : 2)) {
    out += std::string(indent, ' ') + render(line, style.colour) + "\n";
  }
  return out;
}

/// What was stripped is told from the story by a label.
Glyphs snippet_glyphs(const Snippet& snippet) {
  Glyphs glyphs;
  if (snippet.field == "other") glyphs = make_glyphs(std::string(kOtherLabel) + " ", Ink::Faint);
  Glyphs text = make_glyphs(snippet.text, Ink::Plain, snippet.highlights);
  glyphs.insert(glyphs.end(), text.begin(), text.end());
  return glyphs;
}

std::string hit_text(const Hit& hit, std::size_t indent, std::size_t keyword_width,
                     const TerminalStyle& style) {
  const std::string rank = std::to_string(hit.rank);
  const std::string headline =
      hit.article.headline.empty() ? "(no headline)" : hit.article.headline;
  std::string out = block(make_glyphs(headline, Ink::Bold, hit.headline_highlights, Ink::BoldMatch),
                          indent, style);
  // The rank stands in the indent of the first line.
  out.replace(0, indent, std::string(indent - rank.size() - 2, ' ') + rank + ". ");
  std::string origin = origin_line(hit.article, style);
  if (hit.copies > 0) {
    origin += " · " + std::to_string(hit.copies) + (hit.copies == 1 ? " copy" : " copies");
  }
  origin += (origin.empty() ? "[" : " [") + hit.article.id + "]";
  out += block(make_glyphs(origin, Ink::Faint), indent, style);
  if (!hit.copies_folded.empty()) {
    out += block(make_glyphs(copies_line(hit, style), Ink::Faint), indent, style);
  }
  if (style.in_context) {
    out += context_text(hit, keyword_width, style);
  } else {
    for (const Snippet& snippet : hit.snippets) {
      out += block(snippet_glyphs(snippet), indent, style);
    }
  }
  if (!hit.explanation.empty()) {
    for (const std::string_view line : split(trim(hit.explanation), '\n')) {
      out += std::string(indent, ' ') + paint(line, Ink::Faint, style.colour) + "\n";
    }
  }
  return out + "\n";
}

std::string labelled(std::string_view label, const std::string& value, const TerminalStyle& style) {
  if (value.empty()) return {};
  return paint(std::string(label) + ": " + value, Ink::Faint, style.colour) + "\n";
}

}  // namespace

std::string notices_text(const Answer& answer) {
  std::string out;
  if (answer.relaxed) out += "No article has all of the words; these have some of them.\n";
  if (answer.undated > 0) {
    out += count_of(answer.undated) +
           (answer.undated == 1 ? " matches but has" : " match but have") +
           " no date, and a date filter was given.\n";
  }
  if (!answer.suggestion.empty()) {
    out += "Did you mean: " + render(make_glyphs(answer.suggestion, Ink::Plain), false) + "\n";
  }
  return out;
}

std::string answer_text(const Answer& answer, const TerminalStyle& style) {
  std::string out = paint(count_line(answer, style), Ink::Bold, style.colour) + "\n";
  out += notices_text(answer);
  if (!answer.hits.empty()) out += "\n";
  const std::size_t indent =
      answer.hits.empty() ? 0 : std::to_string(answer.hits.back().rank).size() + 2;
  const std::size_t keyword_width = style.in_context ? widest_keyword(answer) : 0;
  for (const Hit& hit : answer.hits) out += hit_text(hit, indent, keyword_width, style);
  out += facets_text(answer, style);
  out += timeline_text(answer, style);
  return out;
}

std::string article_text(const Article& article, const TerminalStyle& style) {
  std::string out;
  if (!article.headline.empty()) out += block(make_glyphs(article.headline, Ink::Bold), 0, style);
  const std::string origin = origin_line(article, style);
  if (!origin.empty()) out += block(make_glyphs(origin, Ink::Faint), 0, style);
  if (!article.authors.empty()) {
    out += block(make_glyphs("By " + join(article.authors, ", "), Ink::Faint), 0, style);
  }
  if (!article.summary.empty()) {
    out += "\n" + block(make_glyphs(article.summary, Ink::Bold), 0, style);
  }
  for (const std::string_view paragraph : split(article.body, '\n')) {
    if (!trim(paragraph).empty()) out += "\n" + block(make_glyphs(paragraph, Ink::Plain), 0, style);
  }
  for (const std::string& caption : article.captions) {
    out += "\n" + block(make_glyphs("Picture: " + caption, Ink::Faint), 0, style);
  }
  out += "\n" + labelled("id", article.id, style) + labelled("section", article.section, style) +
         labelled("keywords", join(article.keywords, ", "), style) +
         labelled("language", article.language, style) + labelled("url", article.url, style) +
         labelled("file", article.source_path, style);
  return out;
}

}  // namespace news
