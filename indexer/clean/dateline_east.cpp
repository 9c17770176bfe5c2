#include "indexer/clean/dateline_east.h"

#include <algorithm>
#include <vector>

#include "common/article/countries.h"
#include "common/article/places.h"
#include "common/base/text.h"
#include "indexer/clean/dateline_country.h"
#include "indexer/clean/letter_case.h"
#include "indexer/clean/news_agency.h"

namespace news {
namespace {

constexpr std::size_t kLongestHead = 100;     // bytes up to the word that closes a dateline
constexpr std::size_t kLongestReporter = 90;  // bytes of names behind it
constexpr std::size_t kLongestPlace = 30;

bool starts(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!starts(text, prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool take_any(std::string_view& text, std::initializer_list<std::string_view> prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return take(text, prefix); });
}

void take_blanks(std::string_view& text) {
  while (take_any(text, {" ", "\t", "\n", "\u3000", "\u00a0"})) {
  }
}

/// One ASCII, full-width or Chinese digit.
bool take_digit(std::string_view& text) {
  if (text.empty()) return false;
  std::size_t next = 0;
  const char32_t c = next_code_point(text, next);
  const bool is_digit =
      (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19) ||
      std::u32string_view(U"〇一二三四五六七八九十").find(c) != std::u32string_view::npos;
  if (is_digit) text.remove_prefix(next);
  return is_digit;
}

bool take_number_before(std::string_view& text, std::initializer_list<std::string_view> units) {
  std::string_view rest = text;
  int digits = 0;
  while (digits < 4 && take_digit(rest)) ++digits;
  if (digits == 0 || !take_any(rest, units)) return false;
  text = rest;
  return true;
}

/// "2026年2月4日", "2月4日", "4日", "4월 4일"
bool take_date(std::string_view& text) {
  const std::size_t before = text.size();
  if (take_number_before(text, {"年", "년"})) take_blanks(text);
  if (take_number_before(text, {"月", "월"})) take_blanks(text);
  take_number_before(text, {"日", "号", "號", "일"});
  return text.size() != before;
}

bool is_place(std::string_view name) {
  return city_country(name).has_value() || (name.size() >= 6 && country_code(name).has_value()) ||
         !country_of_joined_place(name).empty();
}

/// The place at the end of "記者王某台北": the longest ending that is one.
std::string_view place_at_end(std::string_view words) {
  for (std::size_t i = 0; i < words.size();) {
    if (is_place(words.substr(i))) return words.substr(i);
    next_code_point(words, i);
  }
  return {};
}

std::string_view without_end(std::string_view text, std::initializer_list<std::string_view> ends) {
  for (const std::string_view end : ends) {
    if (text.ends_with(end)) return text.substr(0, text.size() - end.size());
  }
  return text;
}

ReadDateline made(std::string_view text, std::string_view rest, std::string_view place,
                  std::string_view agency) {
  ReadDateline out;
  out.length = text.size() - rest.size();
  out.dateline.text = collapse_spaces(without_end(text.substr(0, out.length), {"：", ":", "="}));
  out.dateline.place = place;
  out.dateline.agency = agency;
  out.country_rule = locate(out.dateline);
  return out;
}

// --- Chinese ---------------------------------------------------------------------------------

/// Papers and stations call themselves "this paper"; what follows is their own dateline.
bool take_own_name(std::string_view& text) {
  return take_any(text, {"本报", "本報", "本刊", "本台", "本网", "本網", "本社"});
}

/// Up to 电 or 讯, which close a dateline, with no sentence before it.
std::optional<std::string_view> head_of(std::string_view text) {
  const std::string_view reach = utf8_prefix(text, kLongestHead);
  for (std::size_t i = 0; i < reach.size();) {
    const std::string_view rest = reach.substr(i);
    for (const std::string_view stop :
         {"，", "。", "、", "；", "？", "！", "“", "「", "\n", ":", "："}) {
      if (starts(rest, stop)) return std::nullopt;
    }
    for (const std::string_view close : {"电", "電", "讯", "訊", "消息"}) {
      if (starts(rest, close)) return reach.substr(0, i + close.size());
    }
    next_code_point(reach, i);
  }
  return std::nullopt;
}

/// "（记者 张三）" or "（新闻联播）" behind the head.
bool take_reporter(std::string_view& text) {
  std::string_view rest = text;
  if (!take_any(rest, {"（", "("})) return false;
  const std::size_t wide = rest.find("）");
  const std::size_t end = std::min(wide, rest.find(')'));
  if (end == std::string_view::npos || end > kLongestReporter) return false;
  text = rest.substr(end + (end == wide ? std::string_view("）").size() : 1));
  return true;
}

std::optional<ReadDateline> read_chinese(std::string_view text) {
  std::string_view start = text;
  const bool is_bracketed = take_any(start, {"（", "(", "【", "［", "["});
  const auto head = head_of(start);
  if (!head) return std::nullopt;
  std::string_view words = without_end(*head, {"电", "電", "讯", "訊", "消息"});
  const std::string_view agency = leading_agency(words);
  if (!take(words, agency) || (agency.empty() && !take_own_name(words))) return std::nullopt;
  words = without_end(words, {"综合外", "綜合外", "综合", "綜合", "专", "專"});
  // The date stands last: the place is what is left of it.
  std::string_view place;
  bool has_date = false;
  for (std::size_t i = 0; i < words.size() && !has_date;) {
    std::string_view rest = words.substr(i);
    if (take_date(rest) && trim(rest).empty()) {
      has_date = true;
      place = words.substr(0, i);
    } else {
      next_code_point(words, i);
    }
  }
  if (!has_date) place = words;
  const bool has_reporter = place.find("记者") != place.npos || place.find("記者") != place.npos;
  if (has_reporter || place.size() > kLongestPlace) place = place_at_end(place);
  place = trim(place);
  if (!has_date && !place.empty() && !is_place(place)) return std::nullopt;
  std::string_view rest = start.substr(head->size());
  bool is_closed = is_bracketed && take_any(rest, {"）", ")", "】", "］", "]"});
  is_closed = take_reporter(rest) || is_closed;
  is_closed = take_any(rest, {"：", ":"}) || is_closed;
  is_closed = starts(rest, "\u3000") || starts(rest, " ") || is_closed;
  if (!has_date && !is_closed) return std::nullopt;
  ReadDateline read = made(text, rest, place, agency.empty() ? "" : agency_name(agency));
  take_blanks(rest);
  read.length = text.size() - rest.size();
  return read;
}

// --- Japanese and Korean -----------------------------------------------------------------------

struct Bracket {
  std::string_view open;
  std::string_view close;
};

constexpr Bracket kBrackets[] = {{"【", "】"}, {"［", "］"}, {"[", "]"}, {"（", "）"}, {"(", ")"}};

/// The words in brackets: "東京 4日 ロイター", "서울=연합뉴스", "北京時事".
struct Inside {
  std::string_view place;
  std::string_view agency;
  bool has_date = false;
  bool is_joined = false;  ///< by '=', which says that a place and a name stand there
};

Inside read_inside(std::string_view words) {
  Inside inside;
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= words.size();) {
    const std::string_view rest = words.substr(i);
    const bool joined = starts(rest, "=") || starts(rest, "＝");
    if (rest.empty() || joined || starts(rest, " ") || starts(rest, "\u3000")) {
      if (i > begin) parts.push_back(words.substr(begin, i - begin));
      inside.is_joined = inside.is_joined || joined;
      if (rest.empty()) break;
      next_code_point(words, i);
      begin = i;
      continue;
    }
    next_code_point(words, i);
  }
  for (std::string_view part : parts) {
    if (take_date(part)) {
      inside.has_date = true;
      if (part.empty()) continue;
    }
    if (const auto agency = agency_name(part); !agency.empty()) {
      inside.agency = agency;
    } else if (inside.place.empty()) {
      inside.place = part;
    }
  }
  // "北京時事": the place and the agency as one word.
  for (std::size_t i = 0; inside.agency.empty() && i < inside.place.size();) {
    const auto agency = agency_name(inside.place.substr(i));
    if (i > 0 && !agency.empty() && is_place(inside.place.substr(0, i))) {
      inside.agency = agency;
      inside.place = inside.place.substr(0, i);
    } else {
      next_code_point(inside.place, i);
    }
  }
  return inside;
}

/// " 홍길동 기자 = ": the reporter of a Korean agency.
void take_korean_reporter(std::string_view& text) {
  std::string_view rest = text;
  const std::size_t mark = utf8_prefix(rest, kLongestReporter).find("기자");
  if (mark == std::string_view::npos) return;
  rest.remove_prefix(mark + std::string_view("기자").size());
  take_blanks(rest);
  if (take(rest, "=")) text = rest;
}

std::optional<ReadDateline> read_bracketed(std::string_view text) {
  for (const Bracket& bracket : kBrackets) {
    std::string_view rest = text;
    if (!take(rest, bracket.open)) continue;
    const std::size_t end = rest.find(bracket.close);
    if (end == std::string_view::npos || end > kLongestHead) return std::nullopt;
    const std::string_view words = rest.substr(0, end);
    if (!has_east_letter(words) || words.find("。") != words.npos) return std::nullopt;
    const Inside inside = read_inside(words);
    const bool knows_place = !inside.place.empty() && is_place(inside.place);
    const bool names_writer = inside.is_joined && knows_place;
    const bool is_wire = !inside.agency.empty() && (knows_place || inside.place.empty() ||
                                                    inside.has_date || inside.is_joined);
    if (!names_writer && !is_wire) return std::nullopt;
    rest.remove_prefix(end + bracket.close.size());
    take_korean_reporter(rest);
    ReadDateline read = made(text, rest, inside.place, inside.agency);
    take_blanks(rest);
    if (take_any(rest, {"--", "-", "－", "—", "–", "＝", "="})) take_blanks(rest);
    read.length = text.size() - rest.size();
    return read;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ReadDateline> read_east_dateline(std::string_view text) {
  if (!has_east_letter(utf8_prefix(text, kLongestHead))) return std::nullopt;
  std::string_view story = text;
  take_blanks(story);
  auto read = read_chinese(story);
  if (!read) read = read_bracketed(story);
  if (read) read->length += text.size() - story.size();
  return read;
}

}  // namespace news
