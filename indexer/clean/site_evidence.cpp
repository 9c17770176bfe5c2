#include "indexer/clean/site_evidence.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <unordered_map>

namespace news {
namespace {

// Pages with a story of their own that have to show a paragraph, and the least share of the site's
// such pages. Within a story, where paragraphs of background recur, more is asked than at its ends.
constexpr std::uint32_t kFewestAtEdge = 3;
constexpr std::uint32_t kEdgePart = 20;
constexpr std::uint32_t kFewestWithin = 5;
constexpr std::uint32_t kWithinPart = 2;
constexpr std::uint32_t kStrayPart = 5;  // one in so many may stand within
constexpr unsigned kMostHalvings = 63;
// The copies that finding makes, and the room that vectors keep, included.
constexpr std::size_t kBytesPerLine = 3 * sizeof(SiteLine);

using Lines = std::span<const SiteLine>;

/// A paragraph that is on two pages of its site or more.
struct Recurring {
  std::uint64_t site = 0;
  std::uint32_t pages = 0;
  std::uint32_t stories = 0;  ///< of these, pages with a story of their own
  std::uint32_t within = 0;   ///< of those, pages where it isn't at an end of the body
};
using RecurringLines = std::unordered_map<std::uint64_t, Recurring>;

/// The keys of a page, each once.
std::vector<std::uint64_t> keys_of(Lines lines) {
  std::vector<std::uint64_t> keys;
  for (const SiteLine& line : lines) keys.push_back(line.key);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

RecurringLines recurring_lines(std::vector<std::uint64_t> keys) {
  RecurringLines recurring;
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 0; i < keys.size();) {
    std::size_t end = i + 1;
    while (end < keys.size() && keys[end] == keys[i]) ++end;
    if (end - i > 1) recurring[keys[i]].pages = static_cast<std::uint32_t>(end - i);
    i = end;
  }
  return recurring;
}

bool has_own_story(Lines lines, const RecurringLines& recurring) {
  std::uint64_t own = 0;
  std::uint64_t all = 0;
  for (const SiteLine& line : lines) {
    all += line.bytes;
    if (!recurring.contains(line.key)) own += line.bytes;
  }
  return own * 2 >= all;
}

/// Counts the recurring paragraphs of a page that has a story of its own.
void count_lines(Lines lines, std::uint64_t site, RecurringLines& recurring) {
  const auto may_be_furniture = [&](const SiteLine& line) {
    const auto found = recurring.find(line.key);
    return found != recurring.end() && found->second.pages >= kFewestAtEdge;
  };
  const auto begin = std::find_if_not(lines.begin(), lines.end(), may_be_furniture);
  const auto end = std::find_if_not(lines.rbegin(), lines.rend(), may_be_furniture).base();
  for (const std::uint64_t key : keys_of(lines)) {
    const auto found = recurring.find(key);
    if (found == recurring.end()) continue;
    found->second.site = site;
    ++found->second.stories;
  }
  if (begin >= end) return;
  for (const std::uint64_t key : keys_of({begin, end})) {
    if (const auto found = recurring.find(key); found != recurring.end()) ++found->second.within;
  }
}

bool is_furniture(const Recurring& line, std::uint32_t stories_of_site) {
  const bool is_at_edge = line.within * kStrayPart <= line.stories;
  const std::uint32_t fewest = is_at_edge ? kFewestAtEdge : kFewestWithin;
  const std::uint32_t part = is_at_edge ? kEdgePart : kWithinPart;
  return line.stories >= fewest && line.stories * std::uint64_t{part} >= stories_of_site;
}

}  // namespace

void SiteEvidence::add(const SitePage& page) {
  if (page.lines.empty() || !is_sampled(page.page)) return;
  pages_.push_back({page.site, page.page, page.sequence, lines_.size(),
                    static_cast<std::uint32_t>(page.lines.size())});
  lines_.insert(lines_.end(), page.lines.begin(), page.lines.end());
  while (memory() > memory_bytes_ && halvings_ < kMostHalvings) halve();
}

std::size_t SiteEvidence::memory() const {
  return lines_.size() * kBytesPerLine + pages_.size() * 2 * sizeof(Page);
}

void SiteEvidence::halve() {
  ++halvings_;
  std::vector<Page> pages;
  std::vector<SiteLine> lines;
  for (Page page : pages_) {
    if (!is_sampled(page.page)) continue;
    const auto first = lines_.begin() + static_cast<std::ptrdiff_t>(page.first);
    page.first = lines.size();
    lines.insert(lines.end(), first, first + page.size);
    pages.push_back(page);
  }
  pages_ = std::move(pages);
  lines_ = std::move(lines);
}

/// Of pages with one id the last, which is the one that the index shows.
void SiteEvidence::leave_latest() {
  std::sort(pages_.begin(), pages_.end(), [](const Page& a, const Page& b) {
    return std::tie(a.page, b.sequence) < std::tie(b.page, a.sequence);
  });
  const auto same = [](const Page& a, const Page& b) { return a.page == b.page; };
  pages_.erase(std::unique(pages_.begin(), pages_.end(), same), pages_.end());
}

SiteFurniture SiteEvidence::find() {
  leave_latest();
  const auto lines_of = [&](const Page& page) { return Lines(&lines_[page.first], page.size); };
  std::vector<std::uint64_t> keys;
  for (const Page& page : pages_) {
    const std::vector<std::uint64_t> more = keys_of(lines_of(page));
    keys.insert(keys.end(), more.begin(), more.end());
  }
  RecurringLines recurring = recurring_lines(std::move(keys));
  std::unordered_map<std::uint64_t, std::uint32_t> stories;
  for (const Page& page : pages_) {
    if (!has_own_story(lines_of(page), recurring)) continue;
    ++stories[page.site];
    count_lines(lines_of(page), page.site, recurring);
  }
  SiteFurniture furniture;
  for (const auto& [key, line] : recurring) {
    if (is_furniture(line, stories[line.site])) furniture.add(key, line.stories);
  }
  *this = SiteEvidence(memory_bytes_);
  return furniture;
}

}  // namespace news
