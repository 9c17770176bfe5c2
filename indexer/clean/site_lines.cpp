#include "indexer/clean/site_lines.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "common/analysis/word_forms.h"
#include "common/base/hash.h"
#include "common/base/text.h"
#include "indexer/clean/publisher_country.h"
#include "indexer/clean/stripped_text.h"

namespace news {
namespace {

constexpr std::size_t kMostEdgeLines = 256;
constexpr std::size_t kMostKept = 1000;
constexpr int kHexadecimal = 16;

/// 0 when nothing tells.
std::uint64_t site_of(const Article& article) {
  std::string site = host_of(article.url);
  if (site.empty()) site = fold_label(article.source);
  return site.empty() ? 0 : hash64(site);
}

std::uint64_t key_of(std::uint64_t site, std::string_view line) {
  return hash64(line) ^ (site * 0x9e3779b97f4a7c15);
}

}  // namespace

SitePage site_page(const Article& article, std::uint64_t sequence) {
  SitePage page{site_of(article), hash64(article.id), sequence, {}};
  if (page.site == 0 || article.body.empty()) return page;
  for (const std::string_view line : split(article.body, '\n')) {
    page.lines.push_back({key_of(page.site, line), static_cast<std::uint32_t>(line.size())});
  }
  if (page.lines.size() > 2 * kMostEdgeLines) {
    page.lines.erase(page.lines.begin() + kMostEdgeLines, page.lines.end() - kMostEdgeLines);
  }
  return page;
}

SiteFurniture::SiteFurniture(const std::map<std::string, std::uint64_t>& kept) {
  for (const auto& [digits, pages] : kept) {
    std::uint64_t key = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), key, kHexadecimal);
    pages_[key] = pages;
  }
}

void SiteFurniture::add(const SiteFurniture& other) {
  for (const auto& [key, pages] : other.pages_) add(key, pages);
}

std::map<std::string, std::uint64_t> SiteFurniture::kept() const {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> lines;
  for (const auto& [key, pages] : pages_) lines.emplace_back(pages, key);
  std::sort(lines.rbegin(), lines.rend());
  lines.resize(std::min(lines.size(), kMostKept));
  std::map<std::string, std::uint64_t> kept;
  for (const auto& [pages, key] : lines) kept.emplace(checksum_hex(key), pages);
  return kept;
}

std::vector<std::string> strip_site_furniture(Article& article, const SiteFurniture& furniture) {
  std::vector<std::string> stripped;
  const std::uint64_t site = furniture.empty() ? 0 : site_of(article);
  if (site == 0) return stripped;
  std::vector<std::string> body;
  for (const std::string_view line : split(article.body, '\n')) {
    (furniture.has(key_of(site, line)) ? stripped : body).emplace_back(line);
  }
  const bool has_headline =
      !article.headline.empty() && !furniture.has(key_of(site, article.headline));
  if (body.empty() && !has_headline) stripped.clear();
  if (stripped.empty()) return stripped;
  article.body = join(body, "\n");
  if (!has_headline) article.headline.clear();
  for (const std::string& line : stripped) add_stripped(line, article);
  return stripped;
}

}  // namespace news
