#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/civil_time.h"

namespace news {

/// A country that speaks for the reading of a date, and why: {"IN", "phone +91"}.
struct CountryEvidence {
  std::string country;
  std::string why;
};

/// What a zone comes to at one wall-clock time.
struct ZoneReading {
  int offset_seconds = 0;    ///< east of UTC
  std::string rule;          ///< "IST=+05:30 by IN, phone +91"
  std::string_view country;  ///< whose zone it is; "" for UTC and zones of many countries
  bool doubtful = false;     ///< the name has several meanings and nothing tells which
};

/// True when `word` is a zone name of the table below ("IST", "ET", "MEZ", "UTC"), in capitals.
bool is_zone_name(std::string_view word);

/// The offset that a zone name means at `local`. A name with several meanings goes to the first
/// country of `evidence` that uses it. Summer time is worked out where the name leaves it open
/// ("ET") by the rules of the United States and the European Union. Nothing for an unknown name.
std::optional<ZoneReading> read_zone(std::string_view name, const CivilTime& local,
                                     const std::vector<CountryEvidence>& evidence);

/// The zone of a country that has one, or one that its newsrooms go by, at `local`. Nothing for
/// countries of many zones, such as the United States.
std::optional<ZoneReading> country_zone(const CountryEvidence& evidence, const CivilTime& local);

/// "+05:30".
std::string offset_name(int offset_seconds);

/// What `--timezone` accepts: "+05:30", "+0530", "UTC", "IST". Nothing for anything else.
std::optional<ZoneReading> named_zone(std::string_view text, const CivilTime& local);

}  // namespace news
