#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace news {

/// Bodies of fewer words have no shingles to speak of: only the very same text is a copy of them.
inline constexpr std::size_t kFewestFingerprintWords = 32;

/// Condenses a body to 64 bits of which few differ between near copies: one-bit min-wise hashing
/// over pairs of neighbouring words. Each pair falls into one of 64 bins (Li, Owen and Zhang, "One
/// permutation hashing", NIPS 2012); a bin's bit is a bit of the least hash in it (Li and König,
/// "b-bit minwise hashing", WWW 2010); an empty bin borrows from another one (Shrivastava, "Optimal
/// densification for fast and accurate minwise hashing", ICML 2017). When a share J of the pairs
/// of two texts is common to both, 32 (1 - J) bits differ on average.
///
/// It depends on nothing but the text. One thread.
class FingerprintMaker {
 public:
  FingerprintMaker() { clear(); }
  /// Begins a new article.
  void clear();
  /// The words of headline and body in their order, each by `hash64` of its spelling. The headline
  /// counts for short bodies only, whose text says little without it.
  void add_headline_word(std::uint64_t word);
  void add_body_word(std::uint64_t word);

  /// 0 for an article without a body; a hash of all its words for a short one.
  std::uint64_t fingerprint() const;

 private:
  static constexpr std::size_t kBins = 64;

  std::uint64_t bits_of_bins() const;

  std::array<std::uint64_t, kBins> least_{};  ///< hash in each bin
  std::uint64_t last_word_ = 0;
  std::size_t words_ = 0;   ///< of the body
  std::uint64_t text_ = 0;  ///< hash of the words so far
};

}  // namespace news
