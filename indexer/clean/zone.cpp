#include "indexer/clean/zone.h"

#include <array>

namespace news {

std::string_view zone_name(Zone zone) {
  static constexpr std::array<std::string_view, 13> kNames = {
      "blank",  "headline", "summary",         "dateline_row", "caption",       "countries", "body",
      "credit", "tags",     "machine_summary", "navigation",   "other_stories", "footer"};
  return kNames[static_cast<std::size_t>(zone)];
}

}  // namespace news
