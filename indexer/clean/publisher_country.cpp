#include "indexer/clean/publisher_country.h"

#include <algorithm>
#include <iterator>

#include "common/article/countries.h"
#include "common/base/text.h"

namespace news {
namespace {

struct CallingCode {
  std::string_view digits;
  std::string_view country;
};

// Country codes of one country each; +1 and +7 have several.
constexpr CallingCode kCallingCodes[] = {
    {"20", "EG"},  {"27", "ZA"},  {"30", "GR"},  {"31", "NL"},  {"32", "BE"},  {"33", "FR"},
    {"34", "ES"},  {"36", "HU"},  {"39", "IT"},  {"40", "RO"},  {"41", "CH"},  {"43", "AT"},
    {"44", "GB"},  {"45", "DK"},  {"46", "SE"},  {"47", "NO"},  {"48", "PL"},  {"49", "DE"},
    {"51", "PE"},  {"52", "MX"},  {"53", "CU"},  {"54", "AR"},  {"55", "BR"},  {"56", "CL"},
    {"57", "CO"},  {"58", "VE"},  {"60", "MY"},  {"61", "AU"},  {"62", "ID"},  {"63", "PH"},
    {"64", "NZ"},  {"65", "SG"},  {"66", "TH"},  {"81", "JP"},  {"82", "KR"},  {"84", "VN"},
    {"86", "CN"},  {"90", "TR"},  {"91", "IN"},  {"92", "PK"},  {"93", "AF"},  {"94", "LK"},
    {"95", "MM"},  {"98", "IR"},  {"212", "MA"}, {"213", "DZ"}, {"216", "TN"}, {"218", "LY"},
    {"221", "SN"}, {"225", "CI"}, {"233", "GH"}, {"234", "NG"}, {"251", "ET"}, {"254", "KE"},
    {"255", "TZ"}, {"256", "UG"}, {"260", "ZM"}, {"263", "ZW"}, {"264", "NA"}, {"266", "LS"},
    {"351", "PT"}, {"352", "LU"}, {"353", "IE"}, {"354", "IS"}, {"356", "MT"}, {"357", "CY"},
    {"358", "FI"}, {"359", "BG"}, {"370", "LT"}, {"371", "LV"}, {"372", "EE"}, {"375", "BY"},
    {"380", "UA"}, {"381", "RS"}, {"385", "HR"}, {"386", "SI"}, {"420", "CZ"}, {"421", "SK"},
    {"852", "HK"}, {"853", "MO"}, {"855", "KH"}, {"880", "BD"}, {"886", "TW"}, {"960", "MV"},
    {"961", "LB"}, {"962", "JO"}, {"964", "IQ"}, {"965", "KW"}, {"966", "SA"}, {"967", "YE"},
    {"968", "OM"}, {"970", "PS"}, {"971", "AE"}, {"972", "IL"}, {"973", "BH"}, {"974", "QA"},
    {"977", "NP"}, {"994", "AZ"}, {"995", "GE"}, {"998", "UZ"},
};

/// Endings that are sold to everyone.
bool is_sold_anywhere(std::string_view ending) {
  static constexpr std::string_view kSold[] = {"tv", "io", "co", "me", "ai", "fm", "am",
                                               "ly", "to", "cc", "gg", "ws", "la", "st",
                                               "vc", "sh", "eu", "is", "in"};
  // .in and .is are sold too, but their news sites are at home.
  if (ending == "in" || ending == "is") return false;
  return std::find(std::begin(kSold), std::end(kSold), ending) != std::end(kSold);
}

bool is_mail_provider(std::string_view host) {
  static constexpr std::string_view kProviders[] = {"gmail.com",   "yahoo.com", "hotmail.com",
                                                    "outlook.com", "gmx.de",    "icloud.com",
                                                    "aol.com",     "yandex.ru", "mail.ru"};
  return std::find(std::begin(kProviders), std::end(kProviders), host) != std::end(kProviders);
}

bool is_host_byte(char c) { return is_ascii_alnum(c) || c == '-' || c == '.'; }

}  // namespace

std::string host_of(std::string_view address) {
  address = trim(address);
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
    address.remove_prefix(scheme + 3);
  }
  const auto* end = std::find_if_not(address.begin(), address.end(), is_host_byte);
  std::string host =
      ascii_lower(address.substr(0, static_cast<std::size_t>(end - address.begin())));
  if (host.rfind("www.", 0) == 0) host.erase(0, 4);
  return host.find('.') != std::string::npos ? host : std::string();
}

std::string country_of_host(std::string_view address) {
  const std::string host = host_of(address);
  const std::size_t dot = host.rfind('.');
  if (dot == std::string::npos || host.size() - dot != 3) return {};
  const std::string ending = host.substr(dot + 1);
  if (is_sold_anywhere(ending)) return {};
  if (ending == "uk") return "GB";
  if (ending == "su") return "RU";
  const auto code = country_code(ending);
  return code && ascii_lower(*code) == ending ? *code : std::string();
}

std::string country_of_phone(std::string_view line) {
  std::size_t plus = line.find('+');
  for (; plus != std::string_view::npos; plus = line.find('+', plus + 1)) {
    std::string digits;
    for (std::size_t i = plus + 1; i < line.size() && digits.size() < 16; ++i) {
      if (is_ascii_digit(line[i])) {
        digits.push_back(line[i]);
      } else if (std::string_view(" -().").find(line[i]) == std::string_view::npos) {
        break;
      }
    }
    if (digits.size() < 8) continue;
    for (const CallingCode& row : kCallingCodes) {
      if (digits.compare(0, row.digits.size(), row.digits) == 0) return std::string(row.country);
    }
  }
  return {};
}

std::string host_of_email(std::string_view line) {
  for (std::size_t at = line.find('@'); at != std::string_view::npos; at = line.find('@', at + 1)) {
    if (at == 0 || !is_ascii_alnum(line[at - 1])) continue;
    const std::string host = host_of(line.substr(at + 1));
    if (!host.empty() && !is_mail_provider(host)) return host;
  }
  return {};
}

}  // namespace news
