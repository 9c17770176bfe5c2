#include "common/base/byte_masks.h"

#include <cstring>
#include <iterator>
#include <random>

#include "tests/catch.h"

using namespace news;

TEST_CASE("Masks of eight bytes mark the bytes meant and no other", "[base]") {
  std::mt19937 random(7);
  // Neighbours of what is looked for, where a carry would show.
  constexpr unsigned char kBytes[] = {0, 1, 9, 10, 11, 0x1f, 0x20, 0x21, 0x7e, 0x7f, 0x80, 0xff};
  for (int round = 0; round < 20000; ++round) {
    unsigned char bytes[8];
    for (unsigned char& byte : bytes) byte = kBytes[random() % std::size(kBytes)];
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    unsigned char breaks[8];
    unsigned char controls[8];
    for (int i = 0; i < 8; ++i) breaks[i] = bytes[i] == 10 ? 0x80 : 0;
    for (int i = 0; i < 8; ++i) controls[i] = bytes[i] < 0x20 ? 0x80 : 0;
    const std::uint64_t found_breaks = bytes_that_are(eight, 10);
    const std::uint64_t found_controls = controls_among(eight);
    REQUIRE(std::memcmp(&found_breaks, breaks, sizeof breaks) == 0);
    REQUIRE(std::memcmp(&found_controls, controls, sizeof controls) == 0);
    if (found_controls != 0) REQUIRE(may_hold_controls(eight));
  }
}
