#include "indexer/clean/metadata_row.h"

#include <algorithm>

#include "common/article/countries.h"
#include "common/article/name_folding.h"
#include "common/article/places.h"
#include "common/base/text.h"
#include "indexer/clean/letter_case.h"
#include "indexer/clean/news_agency.h"

namespace news {
namespace {

constexpr int kMostRowWords = 30;
constexpr int kMostSentenceWords = 12;
constexpr std::size_t kLongestRow = 300;
constexpr int kMostDateWords = 16;
constexpr std::size_t kMostOtherLetters = 20;

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// What the words before a date call it.
RowDate::Label label_of(std::string_view before) {
  const std::string folded = fold_name(before);
  if (contains_any(
          folded,
          {"updated",      "update",    "modified",    "revised",    "aktualisier", "geandert",
           "mis a jour",   "modifie",   "actualizado", "atualizado", "aggiornat",   "bijgewerkt",
           "oppdatert",    "uppdatera", "opdatere",    "guncelle",   "обновлен",    "zaktualizowan",
           "aktualizacja", "更新",      "수정",        "diperbarui", "تحديث",       "अपडेट"})) {
    return RowDate::Label::Updated;
  }
  if (contains_any(
          folded,
          {"published",    "created",    "posted",    "publie",   "publicad",    "pubblicat",
           "gepubliceerd", "publisert",  "publicera", "publicer", "erstellt",    "veroffentlicht",
           "erschienen",   "publiziert", "yayin",     "giris",    "опубликован", "公開",
           "입력",         "등록",       "发布",      "發布",     "opublikowan", "نشر",
           "diterbitkan",  "प्रकाशित"})) {
    return RowDate::Label::Published;
  }
  return RowDate::Label::None;
}

bool is_place(std::string_view field) {
  return city_country(field).has_value() || country_code(field).has_value();
}

/// Names of newsrooms, never of towns.
bool is_desk(std::string_view field) {
  const std::string folded = fold_name(field);
  return contains_any(folded, {"desk", "staff", "bureau", "news", "team", "agency", "web", "redak",
                               "redac", "editor", "correspondent"});
}

bool is_name_like(std::string_view field) {
  return starts_with_capital(field) && field.size() <= 60 &&
         std::none_of(field.begin(), field.end(), is_ascii_digit);
}

void add_field(MetadataRow& row, std::string_view field, bool is_first) {
  if (field.empty() || !is_name_like(field)) return;
  if (is_first) {
    row.agency = agency_name(field);
    if (row.agency.empty()) row.source = field;
    return;
  }
  const bool is_one_word = field.find(' ') == std::string_view::npos;
  if (row.place.empty() && (is_place(field) || (is_one_word && !is_desk(field)))) {
    row.place = field;
  } else if (row.author.empty() && !is_desk(field)) {
    row.author = field;
  }
}

std::size_t count_letters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size();) letters += is_letter(next_code_point(text, i)) ? 1 : 0;
  return letters;
}

}  // namespace

bool is_date_row(const PageLine& line) {
  if (line.is_blank || line.whole.size() > kLongestRow || line.words > kMostRowWords) return false;
  if (!may_hold_date(line.text)) return false;
  if (line.words > kMostSentenceWords && line.ends_sentence) return false;
  const std::vector<FoundDate> found = find_dates(line.text);
  // A long line with a mere day is the text of a picture, unless bars part its fields.
  const bool needs_clock = line.words > kMostSentenceWords && line.text.find('|') == line.text.npos;
  return std::any_of(found.begin(), found.end(), [needs_clock](const FoundDate& date) {
    return date.form != FoundDate::Form::MonthOnly && (date.has_clock || !needs_clock);
  });
}

bool is_mere_date(const PageLine& line) {
  if (line.words > kMostDateWords || !may_hold_date(line.text)) return false;
  for (const FoundDate& date : find_dates(line.text)) {
    if (date.form == FoundDate::Form::MonthOnly) continue;
    const std::size_t begin = std::min(date.begin, line.text.size());
    const std::size_t end = std::clamp(date.end, begin, line.text.size());
    const std::size_t letters =
        count_letters(line.text.substr(0, begin)) + count_letters(line.text.substr(end));
    return letters <= kMostOtherLetters;
  }
  return false;
}

MetadataRow read_metadata_row(std::string_view text) {
  MetadataRow row;
  std::size_t from = 0;
  for (FoundDate& date : find_dates(text)) {
    if (date.form == FoundDate::Form::MonthOnly) continue;
    // Offsets count bytes of the line with ASCII digits; past its end they say nothing.
    const std::size_t begin = std::min(date.begin, text.size());
    const std::size_t start = std::min(from, begin);
    RowDate entry;
    entry.label = label_of(text.substr(start, begin - start));
    from = date.end;
    entry.date = std::move(date);
    row.dates.push_back(std::move(entry));
  }
  const std::vector<std::string_view> fields = split(text, '|');
  if (fields.size() < 2) return row;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    add_field(row, trim(fields[i]), i == 0);
  }
  return row;
}

}  // namespace news
