#include "searcher/output/terminal_parts.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>
#include <tuple>

#include "common/base/text.h"
#include "searcher/output/styled_text.h"

namespace news {
namespace {

constexpr std::size_t kShownFacetValues = 20;
constexpr std::size_t kShownCopies = 6;

std::string padded(std::string_view text, std::size_t width) {
  return std::string(width > text.size() ? width - text.size() : 0, ' ') + std::string(text);
}

std::string when(const DateStamp& date, const TerminalStyle& style) {
  if (!date.known()) return {};
  std::string out = date.to_iso8601();
  if (date.precision > Precision::Day) {
    const CivilTime local = style.clock.to_local(date.seconds);
    out = format_iso8601(to_unix(local), Precision::Minute);
    out = out.substr(0, 10) + " " + out.substr(11, 5) + " " + style.zone;
  }
  return date.doubtful ? out + " (doubtful)" : out;
}

struct Context {
  Glyphs left;
  Glyphs keyword;
  Glyphs right;
};

/// Cuts a snippet at its first highlight.
Context cut_context(const Snippet& snippet) {
  std::size_t start = 0;
  std::size_t end = 0;
  if (!snippet.highlights.empty()) std::tie(start, end) = snippet.highlights.front();
  Context parts;
  std::size_t index = 0;
  for (std::size_t i = 0; i < snippet.text.size(); ++index) {
    const std::size_t begin = i;
    next_code_point(snippet.text, i);
    const bool hot = index >= start && index < end;
    Glyphs& part = index < start ? parts.left : hot ? parts.keyword : parts.right;
    const std::string_view bytes = std::string_view(snippet.text).substr(begin, i - begin);
    for (Glyph& glyph : make_glyphs(bytes, hot ? Ink::Match : Ink::Plain)) {
      part.push_back(std::move(glyph));
    }
  }
  return parts;
}

/// Drops glyphs from the far end until the rest is at most `width` columns.
void shrink(Glyphs& glyphs, std::size_t width, bool from_front) {
  std::size_t used = width_of(glyphs);
  while (used > width) {
    const auto at = from_front ? glyphs.begin() : std::prev(glyphs.end());
    used -= static_cast<std::size_t>(at->width);
    glyphs.erase(at);
  }
}

std::string bar(std::uint64_t count, std::uint64_t most, std::size_t width) {
  if (count == 0) return {};
  const auto full = static_cast<double>(count) / static_cast<double>(most);
  const auto cells = static_cast<std::size_t>(full * static_cast<double>(width) + 0.5);
  std::string out;
  for (std::size_t i = 0; i < std::max<std::size_t>(cells, 1); ++i) out += "\u2588";
  return out;
}

std::string share(const TimelineBucket& bucket) {
  if (bucket.total == 0) return "-";
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.1f%%",
                100.0 * static_cast<double>(bucket.count) / static_cast<double>(bucket.total));
  return buffer.data();
}

}  // namespace

std::string origin_line(const Article& article, const TerminalStyle& style) {
  std::vector<std::string> parts;
  const std::string& place =
      article.dateline.text.empty() ? article.dateline.place : article.dateline.text;
  for (const std::string& part :
       {place, when(article.published, style), article.source, join(article.countries, ", ")}) {
    if (!part.empty()) parts.push_back(part);
  }
  return join(parts, " · ");
}

std::string copies_line(const Hit& hit, const TerminalStyle& style) {
  const std::size_t shown = std::min(hit.copies_folded.size(), kShownCopies);
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < shown; ++i) {
    const FoldedCopy& copy = hit.copies_folded[i];
    const std::string date = when(copy.published, style);
    const std::string& name = copy.source.empty() ? copy.id : copy.source;
    parts.push_back(date.empty() ? name : name + " " + date);
  }
  if (shown < hit.copies) parts.push_back(std::to_string(hit.copies - shown) + " more");
  return "Also " + join(parts, "; ");
}

std::string facets_text(const Answer& answer, const TerminalStyle& style) {
  std::string out;
  for (const Facet& facet : answer.facets) {
    out += paint(facet.field, Ink::Bold, style.colour) + "\n";
    const std::size_t shown = std::min(facet.values.size(), kShownFacetValues);
    const std::size_t width = shown == 0 ? 0 : std::to_string(facet.values[0].count).size();
    for (std::size_t i = 0; i < shown; ++i) {
      const FacetValue& value = facet.values[i];
      out += "  " + padded(std::to_string(value.count), width) + "  " +
             paint(value.value, Ink::Plain, style.colour) + "\n";
    }
    if (shown < facet.values.size()) {
      out +=
          "  and " + std::to_string(facet.values.size() - shown) + " more; --json has them all\n";
    }
    out += "\n";
  }
  return out;
}

std::string timeline_text(const Answer& answer, const TerminalStyle& style) {
  if (!answer.timeline) return {};
  std::uint64_t most = 0;
  std::uint64_t counted = 0;
  for (const TimelineBucket& bucket : *answer.timeline) {
    most = std::max(most, bucket.count);
    counted += bucket.count;
  }
  constexpr std::size_t kShareWidth = 6;
  const std::size_t digits = std::to_string(most).size();
  std::string out;
  for (const TimelineBucket& bucket : *answer.timeline) {
    const std::string head = bucket.start + "  " + padded(std::to_string(bucket.count), digits) +
                             "  " + padded(share(bucket), kShareWidth);
    const std::size_t room = style.width > head.size() + 3 ? style.width - head.size() - 3 : 1;
    const std::string cells = bar(bucket.count, most, room);
    out += head + (cells.empty() ? "" : "  " + paint(cells, Ink::Match, style.colour)) + "\n";
  }
  if (counted < answer.total) {
    out += std::to_string(answer.total - counted) +
           " left out: no date, or none that is exact enough.\n";
  }
  return out;
}

std::size_t widest_keyword(const Answer& answer) {
  std::size_t widest = 0;
  for (const Hit& hit : answer.hits) {
    for (const Snippet& snippet : hit.snippets) {
      widest = std::max(widest, width_of(cut_context(snippet).keyword));
    }
  }
  return widest;
}

std::string context_text(const Hit& hit, std::size_t keyword_width, const TerminalStyle& style) {
  constexpr std::size_t kLeastSide = 5;
  const std::size_t room = style.width > keyword_width ? style.width - keyword_width : 0;
  const std::size_t side = std::max(room / 2, kLeastSide);
  std::string out;
  for (const Snippet& snippet : hit.snippets) {
    Context parts = cut_context(snippet);
    const bool is_other = snippet.field == "other";
    const std::size_t label = is_other ? kOtherLabel.size() + 1 : 0;
    shrink(parts.left, side, true);
    shrink(parts.right, side > label ? side - label : 0, false);
    out += std::string(side - width_of(parts.left), ' ') + render(parts.left, style.colour) +
           render(parts.keyword, style.colour) + render(parts.right, style.colour) +
           (is_other ? " " + paint(kOtherLabel, Ink::Faint, style.colour) : "") + "\n";
  }
  return out;
}

}  // namespace news
