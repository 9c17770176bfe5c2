#include "common/analysis/time_zone.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <string>

#include "common/base/error.h"
#include "common/base/text.h"

namespace news {
namespace {

/// "+05:30", "-0300", "+05" as seconds east of UTC.
std::optional<int> parse_offset(std::string_view text) {
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto parsed = parse_iso8601("2000-01-01T00:00" + std::string(text));
  return parsed ? parsed->offset_seconds : std::nullopt;
}

}  // namespace

struct TimeZone::State {
  std::unique_ptr<icu::BasicTimeZone> zone;
};

TimeZone::TimeZone() = default;

std::optional<TimeZone> TimeZone::find(std::string_view name) {
  TimeZone result;
  if (equals_ignoring_case(name, "utc") || equals_ignoring_case(name, "z") ||
      equals_ignoring_case(name, "gmt")) {
    return result;
  }
  std::string id(name);
  if (const auto offset = parse_offset(name)) {
    if (*offset == 0) return result;
    const int minutes = std::abs(*offset) / 60;
    id = std::string("GMT") + (*offset < 0 ? "-" : "+") + (minutes / 60 < 10 ? "0" : "") +
         std::to_string(minutes / 60) + (minutes % 60 < 10 ? ":0" : ":") +
         std::to_string(minutes % 60);
  } else if (name.find('/') == std::string_view::npos) {
    return std::nullopt;
  }
  std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(id)));
  if (zone == nullptr || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
  auto* basic = dynamic_cast<icu::BasicTimeZone*>(zone.get());
  if (basic == nullptr) return std::nullopt;
  zone.release();
  result.zone_ = std::make_shared<State>();
  result.zone_->zone.reset(basic);
  return result;
}

UnixSeconds TimeZone::to_utc(const CivilTime& local) const {
  const UnixSeconds wall = to_unix(local);
  if (zone_ == nullptr) return wall;
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone_->zone->getOffsetFromLocal(static_cast<UDate>(wall) * 1000, UCAL_TZ_LOCAL_FORMER,
                                  UCAL_TZ_LOCAL_FORMER, raw, saving, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Bug, "ICU can't convert a time");
  return wall - (raw + saving) / 1000;
}

CivilTime TimeZone::to_local(UnixSeconds instant) const {
  if (zone_ == nullptr) return to_civil(instant);
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone_->zone->getOffset(static_cast<UDate>(instant) * 1000, false, raw, saving, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Bug, "ICU can't convert a time");
  return to_civil(instant + (raw + saving) / 1000);
}

}  // namespace news
