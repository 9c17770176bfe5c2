#include "indexer/clean/publisher_country.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("A national ending tells the country of a host", "[publisher]") {
  CHECK(country_of_host("https://www.example.co.uk/a?b=c.de") == "GB");
  CHECK(country_of_host("example.in") == "IN");
  CHECK(country_of_host("www.example.de") == "DE");
  CHECK(country_of_host("example.com").empty());
  CHECK(country_of_host("example.tv").empty());
  CHECK(country_of_host("Example Times").empty());
  CHECK(country_of_host("").empty());
  CHECK(host_of("https://www.Example.test:80/a") == "example.test");
}

TEST_CASE("A country code tells where a telephone is", "[publisher]") {
  CHECK(country_of_phone("Phone: +91-720-5550100, 14") == "IN");
  CHECK(country_of_phone("Tel +353 1 555 0100") == "IE");
  CHECK(country_of_phone("+1 (212) 555 0100").empty());
  CHECK(country_of_phone("up +3.5 points").empty());
}

TEST_CASE("An outlet's own mail host is found, a provider's isn't", "[publisher]") {
  CHECK(host_of_email("Email: info@example.test") == "example.test");
  CHECK(host_of_email("write to example@gmail.com").empty());
  CHECK(host_of_email("follow @example.news").empty());
}
