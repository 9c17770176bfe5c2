#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>

namespace news {

static_assert(std::endian::native == std::endian::little,
              "index files are little-endian and read in place");

inline void put_u32(std::string& out, std::uint32_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

inline void put_u64(std::string& out, std::uint64_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

inline std::uint32_t get_u32(const char* bytes) {
  std::uint32_t value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

inline std::uint64_t get_u64(const char* bytes) {
  std::uint64_t value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

}  // namespace news
