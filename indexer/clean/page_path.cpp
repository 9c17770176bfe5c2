#include "indexer/clean/page_path.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "common/article/name_folding.h"
#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kMostSteps = 5;
constexpr std::size_t kLongestHome = 40;  // bytes

bool is_home(std::string_view text) {
  // Folded.
  static constexpr std::string_view kHome[] = {
      "home",    "homepage", "startseite", "start",     "accueil",  "inicio",  "portada",
      "inicial", "hem",      "hjem",       "forside",   "forsiden", "etusivu", "anasayfa",
      "domov",   "beranda",  "trang chu",  "ana sayfa", "αρχικη",   "главная", "головна",
      "首页",    "首頁",     "ホーム",     "トップ",    "홈",       "الرئيسية"};
  return text.size() <= kLongestHome &&
         std::find(std::begin(kHome), std::end(kHome), fold_name(text)) != std::end(kHome);
}

bool is_step(const PageLine& line) {
  return !line.is_blank && line.is_item && line.words <= kMostStepWords;
}

bool is_numbered(const PageLine& line) { return line.is_item && is_ascii_digit(line.whole[0]); }

}  // namespace

bool ends_path(const std::vector<PageLine>& lines, std::size_t at) {
  if (at == 0 || lines[at].is_blank || !is_numbered(lines[at])) return false;
  if (lines[at].words < kFewestTitleWords || lines[at].words > kMostTitleWords) return false;
  if (at + 1 < lines.size() && !lines[at + 1].is_blank) return false;
  std::size_t steps = 0;
  for (std::size_t i = at; i-- > 0 && !lines[i].is_blank; ++steps) {
    if (!is_numbered(lines[i]) || lines[i].words > kMostStepWords) return false;
  }
  return steps > 0;
}

bool ends_path_from_home(const std::vector<PageLine>& lines, std::size_t at) {
  if (at == 0 || !lines[at].is_item || lines[at].words < kFewestTitleWords) return false;
  if (at + 1 < lines.size() && !lines[at + 1].is_blank) return false;
  std::size_t first = at;
  while (first > 0 && at - first <= kMostSteps && is_step(lines[first - 1])) --first;
  return first < at && is_home(lines[first].text);
}

bool is_below_path(const std::vector<PageLine>& lines, std::size_t at) {
  while (at > 0 && lines[at - 1].is_blank) --at;
  for (std::size_t steps = 0; at > 0 && steps < kMostSteps; --at, ++steps) {
    const PageLine& line = lines[at - 1];
    if (line.is_blank) return false;
    const std::size_t end = line.text.find_first_of("|>/");
    if (end != line.text.npos) return is_home(trim(line.text.substr(0, end)));
    if (line.words > kMostStepWords) return false;
    if (is_home(line.text)) return true;
  }
  return false;
}

}  // namespace news
