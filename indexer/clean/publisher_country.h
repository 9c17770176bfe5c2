#pragma once

#include <string>
#include <string_view>

namespace news {

/// The country of a web address or host by its ending: "https://www.example.co.uk/a" -> "GB". ""
/// for endings that anyone may have (.com, .org, .tv, .io ...).
std::string country_of_host(std::string_view address);

/// The host of a web address without "www.": "https://www.example.test/a" -> "example.test". ""
/// when `address` has none.
std::string host_of(std::string_view address);

/// The country of a telephone number that begins with a country code: "Phone: +91-720 ..." ->
/// "IN". "" when there is none, or one that several countries share.
std::string country_of_phone(std::string_view line);

/// The host of an e-mail address in a line; "" if there is none or it is a mail provider's.
std::string host_of_email(std::string_view line);

}  // namespace news
