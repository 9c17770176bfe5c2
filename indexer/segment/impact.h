#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "common/index/manifest.h"

namespace news {

/// Weighs the words of one article: the part of BM25F (Robertson, Zaragoza and Taylor, "Simple BM25
/// extension to multiple weighted fields", CIKM 2004) that does not depend on the query,
///   tf / (tf + k1 (1 - b + b length / pivot)),
/// where tf and length are sums over fields of boost x occurrences; scaled to 1..127. Ranking
/// multiplies it by idf. It is stored as the within-document frequency.
class ImpactScale {
 public:
  ImpactScale(const RankingSettings& ranking, double boosted_length)
      : saturation_(ranking.k1 *
                    (1 - ranking.b +
                     ranking.b * boosted_length / std::max(ranking.pivot_length, 1.0))) {}

  std::uint32_t impact(double boosted_occurrences) const {
    const double part = boosted_occurrences / (boosted_occurrences + saturation_);
    return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(std::lround(kMaxImpact * part)));
  }

 private:
  double saturation_;
};

}  // namespace news
