#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace news {

/// XXH3, 64 bits: checksums and hash tables. The same on every machine.
std::uint64_t hash64(std::string_view bytes);

/// The same of bytes that come in pieces. One thread.
class Hash64 {
 public:
  Hash64();
  ~Hash64();
  Hash64(const Hash64&) = delete;
  Hash64& operator=(const Hash64&) = delete;
  void add(std::string_view bytes);
  std::uint64_t value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A checksum as 16 hexadecimal digits.
std::string checksum_hex(std::uint64_t checksum);

/// XXH3, 128 bits, as 32 hexadecimal digits: names for things too long to be a name.
std::string hash128_hex(std::string_view bytes);

}  // namespace news
