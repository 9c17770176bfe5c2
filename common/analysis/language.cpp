#include "common/analysis/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kLongestSample = 4096;

}  // namespace

std::string detect_language(std::string_view text) {
  text = utf8_prefix(text, kLongestSample);
  bool is_reliable = false;
  const CLD2::Language language = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()),
                                                       /*is_plain_text=*/true, &is_reliable);
  if (!is_reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string tag = ascii_lower(CLD2::LanguageCode(language));
  const std::string primary = tag.substr(0, tag.find('-'));
  // cld2 keeps two tags that ISO 639 has replaced.
  if (primary == "iw") return "he";
  if (primary == "nb") return "no";
  return primary == "un" ? std::string() : primary;
}

}  // namespace news
