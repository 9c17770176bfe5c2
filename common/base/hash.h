#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// XXH3, 64 bits: checksums and hash tables. The same on every machine.
std::uint64_t hash64(std::string_view bytes);

/// A checksum as 16 hexadecimal digits.
std::string checksum_hex(std::uint64_t checksum);

/// XXH3, 128 bits, as 32 hexadecimal digits: names for things too long to be a name.
std::string hash128_hex(std::string_view bytes);

}  // namespace news
