#include "indexer/clean/language_name.h"

#include <algorithm>

#include "common/base/text.h"

namespace news {
namespace {

struct Row {
  std::string_view name;
  std::string_view tag;
};

// English names and ISO 639-2 codes of the languages that news corpora come in.
constexpr Row kNames[] = {
    {"afrikaans", "af"},  {"albanian", "sq"},    {"arabic", "ar"},     {"ara", "ar"},
    {"armenian", "hy"},   {"azerbaijani", "az"}, {"basque", "eu"},     {"belarusian", "be"},
    {"bengali", "bn"},    {"ben", "bn"},         {"bosnian", "bs"},    {"bulgarian", "bg"},
    {"catalan", "ca"},    {"chinese", "zh"},     {"chi", "zh"},        {"zho", "zh"},
    {"croatian", "hr"},   {"czech", "cs"},       {"danish", "da"},     {"dan", "da"},
    {"dutch", "nl"},      {"dut", "nl"},         {"nld", "nl"},        {"english", "en"},
    {"eng", "en"},        {"estonian", "et"},    {"finnish", "fi"},    {"fin", "fi"},
    {"french", "fr"},     {"fre", "fr"},         {"fra", "fr"},        {"georgian", "ka"},
    {"german", "de"},     {"ger", "de"},         {"deu", "de"},        {"greek", "el"},
    {"gujarati", "gu"},   {"hebrew", "he"},      {"hindi", "hi"},      {"hin", "hi"},
    {"hungarian", "hu"},  {"icelandic", "is"},   {"indonesian", "id"}, {"ind", "id"},
    {"irish", "ga"},      {"italian", "it"},     {"ita", "it"},        {"japanese", "ja"},
    {"jpn", "ja"},        {"kannada", "kn"},     {"kazakh", "kk"},     {"korean", "ko"},
    {"kor", "ko"},        {"kurdish", "ku"},     {"latvian", "lv"},    {"lithuanian", "lt"},
    {"macedonian", "mk"}, {"malay", "ms"},       {"malayalam", "ml"},  {"marathi", "mr"},
    {"nepali", "ne"},     {"norwegian", "no"},   {"nor", "no"},        {"pashto", "ps"},
    {"persian", "fa"},    {"farsi", "fa"},       {"fas", "fa"},        {"polish", "pl"},
    {"pol", "pl"},        {"portuguese", "pt"},  {"por", "pt"},        {"punjabi", "pa"},
    {"romanian", "ro"},   {"russian", "ru"},     {"rus", "ru"},        {"serbian", "sr"},
    {"sinhala", "si"},    {"slovak", "sk"},      {"slovenian", "sl"},  {"somali", "so"},
    {"spanish", "es"},    {"spa", "es"},         {"swahili", "sw"},    {"swedish", "sv"},
    {"swe", "sv"},        {"tamil", "ta"},       {"telugu", "te"},     {"thai", "th"},
    {"turkish", "tr"},    {"tur", "tr"},         {"ukrainian", "uk"},  {"urdu", "ur"},
    {"uzbek", "uz"},      {"vietnamese", "vi"},  {"welsh", "cy"},      {"zulu", "zu"},
};

}  // namespace

std::string language_tag(std::string_view name) {
  const std::string low = ascii_lower(trim(name));
  const std::string primary = low.substr(0, low.find_first_of("-_"));
  for (const Row& row : kNames) {
    if (row.name == low || row.name == primary) return std::string(row.tag);
  }
  const bool is_code =
      primary.size() >= 2 && primary.size() <= 3 &&
      std::all_of(primary.begin(), primary.end(), [](char c) { return is_ascii_lower(c); });
  if (!is_code || primary == "und" || primary == "mul" || primary == "xx") return {};
  if (primary == "nb" || primary == "nn") return "no";
  if (primary == "iw") return "he";
  return primary == "in" ? "id" : primary;
}

}  // namespace news
