#include "tests/oracle/oracle_dates.h"

#include <stdexcept>

#include "tests/oracle/oracle_corpus.h"

namespace news::test {
namespace {

const std::string kDayStart = "-01-01T00:00:00";
const std::string kYear = "2026";

std::string local_time(const std::string& iso, const OracleClock& clock) {
  const CivilTime utc = {std::stoi(iso.substr(0, 4)),   std::stoi(iso.substr(5, 2)),
                         std::stoi(iso.substr(8, 2)),   std::stoi(iso.substr(11, 2)),
                         std::stoi(iso.substr(14, 2)),  std::stoi(iso.substr(17, 2))};
  const CivilTime local = clock.zone.to_local(to_unix(utc));
  return format_iso8601(to_unix(local), Precision::Second).substr(0, 19);
}

}  // namespace

std::pair<std::string, std::string> local_period(const std::string& iso, const OracleClock& clock) {
  if (iso.empty()) return {};
  if (iso.size() == 20 && iso.back() == 'Z') {
    const std::string time = local_time(iso, clock);
    return {time, time};
  }
  if (iso.size() != 4 && iso.size() != 7 && iso.size() != 10 && iso.size() != 19) {
    throw std::invalid_argument("a date that the oracle doesn't read: " + iso);
  }
  // Later than any day of the month, and so as good as its last one when compared.
  const std::string last = "-12-31T23:59:59";
  return {iso + kDayStart.substr(iso.size() - kYear.size()),
          iso + last.substr(iso.size() - kYear.size())};
}

bool is_published_in(const nlohmann::json& line, const std::string& from, const std::string& to,
                     const OracleClock& clock) {
  const auto period = local_period(text_of(line, "published"), clock);
  if (period.first.empty()) return false;
  if (!from.empty() && period.first < local_period(from, clock).first) return false;
  return to.empty() || period.second <= local_period(to, clock).second;
}

bool date_holds(const nlohmann::json& line, const std::string& expression,
                const OracleClock& clock) {
  const bool dated = !text_of(line, "published").empty();
  if (expression == "none") return !dated;
  if (expression == "doubtful") return dated && line.at("published_doubtful").get<bool>();
  const std::size_t dots = expression.find("..");
  if (dots == std::string::npos) return is_published_in(line, expression, expression, clock);
  return is_published_in(line, expression.substr(0, dots), expression.substr(dots + 2), clock);
}

}  // namespace news::test
