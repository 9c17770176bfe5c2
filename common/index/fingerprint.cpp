#include "common/index/fingerprint.h"

#include <algorithm>
#include <limits>

namespace news {
namespace {

constexpr std::uint64_t kEmpty = std::numeric_limits<std::uint64_t>::max();
constexpr unsigned kBinShift = 58;  // the upper six bits of a hash are its bin
// With one bin in use the hundredth try finds it two times out of three; a text has many.
constexpr std::uint64_t kMostTries = 1u << 16;

/// The finalizer of MurmurHash3: every bit of `x` moves every bit of the result.
constexpr std::uint64_t mix(std::uint64_t x) {
  x = (x ^ x >> 33) * 0xff51afd7ed558ccd;
  x = (x ^ x >> 33) * 0xc4ceb9fe1a85ec53;
  return x ^ x >> 33;
}

/// A hash of two things in their order.
constexpr std::uint64_t chain(std::uint64_t first, std::uint64_t second) {
  return mix(first * 0x9e3779b97f4a7c15 + second);
}

}  // namespace

void FingerprintMaker::clear() {
  least_.fill(kEmpty);
  last_word_ = 0;
  words_ = 0;
  text_ = 0;
}

void FingerprintMaker::add_headline_word(std::uint64_t word) { text_ = chain(text_, word); }

void FingerprintMaker::add_body_word(std::uint64_t word) {
  text_ = chain(text_, word);
  if (words_++ > 0) {
    const std::uint64_t pair = chain(last_word_, word);
    std::uint64_t& least = least_[pair >> kBinShift];
    least = std::min(least, pair);
  }
  last_word_ = word;
}

std::uint64_t FingerprintMaker::bits_of_bins() const {
  std::uint64_t bits = 0;
  for (std::uint64_t bin = 0; bin < kBins; ++bin) {
    std::uint64_t from = bin;
    std::uint64_t tries = 0;
    while (least_[from] == kEmpty && tries < kMostTries) {
      from = chain(bin, ++tries) >> kBinShift;
    }
    bits |= (chain(least_[from], tries) & 1) << bin;
  }
  return bits;
}

std::uint64_t FingerprintMaker::fingerprint() const {
  if (words_ == 0) return 0;
  const std::uint64_t bits = words_ < kFewestFingerprintWords ? text_ : bits_of_bins();
  return std::max<std::uint64_t>(bits, 1);
}

}  // namespace news
