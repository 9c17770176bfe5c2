#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "common/base/civil_time.h"

namespace news {

/// A time zone with its history, from ICU's copy of the tz database. Copies share state and may be
/// used from one thread at a time.
class TimeZone {
 public:
  /// UTC.
  TimeZone();
  /// "UTC", "Z", "+05:30", "-0300", or a name of the tz database ("Europe/Paris"). Nothing for an
  /// unknown name; abbreviations such as IST are unknown, for they mean several zones.
  static std::optional<TimeZone> find(std::string_view name);

  /// The instant at which a clock there shows `local`; the earlier one when it shows it twice, and
  /// the moment of the change when it never does.
  UnixSeconds to_utc(const CivilTime& local) const;
  CivilTime to_local(UnixSeconds instant) const;
  bool is_utc() const { return zone_ == nullptr; }

 private:
  struct State;
  std::shared_ptr<State> zone_;  ///< null for UTC
};

}  // namespace news
