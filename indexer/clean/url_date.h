#pragma once

#include <optional>
#include <string_view>

#include "common/base/civil_time.h"

namespace news {

/// The day in an address of the kind that papers make of the day of publication: ".../2026/02/04/",
/// "/2026-02-04-", "/20260204/". Nothing when there is none or more than one.
std::optional<CivilTime> day_in_address(std::string_view address);

}  // namespace news
