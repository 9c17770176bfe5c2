#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "common/analysis/time_zone.h"

namespace news::test {

/// The zone in which days are cut.
struct OracleClock {
  TimeZone zone;
};

/// First and last second that a date may mean, as a clock in the zone shows them:
/// "2026-02-04T00:00:00" and "2026-02-04T23:59:59". Both "" for a date that isn't known. Dates of a
/// day or coarser are those of the zone, whatever it is.
std::pair<std::string, std::string> local_period(const std::string& iso, const OracleClock& clock);

/// True when an extracted article is published in all of FROM..TO, each "" for open.
bool is_published_in(const nlohmann::json& line, const std::string& from, const std::string& to,
                     const OracleClock& clock);

/// True when a date expression (A, A..B, A.., ..B, none, doubtful) holds of an extracted article.
bool date_holds(const nlohmann::json& line, const std::string& expression,
                const OracleClock& clock);

}  // namespace news::test
