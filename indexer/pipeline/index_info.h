#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/index/index.h"
#include "indexer/pipeline/corpus_health.h"

namespace news {

/// What is inside an index, counted.
struct IndexInfo {
  std::string path;
  std::uint64_t generation = 0;
  std::uint64_t articles = 0;
  std::uint64_t tokens = 0;
  std::uint64_t words = 0;  ///< different spellings, summed over segments
  std::uint64_t segments = 0;
  std::uint64_t deleted = 0;  ///< removed articles that the segments' files still hold
  std::uint64_t text_bytes = 0;
  std::uint64_t index_bytes = 0;
  std::uint64_t undated = 0;
  std::uint64_t doubtful = 0;   ///< dates with more than one reading
  std::string first_published;  ///< ISO 8601; "" when no article has a date
  std::string last_published;
  /// For each attribute that articles have: its values, most frequent first, then by value.
  std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::uint64_t>>>> counts;
  std::map<std::string, std::uint64_t> rejections;  ///< by kind
  std::map<std::string, std::uint64_t> file_bytes;  ///< by name inside a segment
  RankingSettings ranking;
  CorpusHealth health;
};

/// Counts an index. Throws Error{Index} when it is damaged.
IndexInfo inspect(const Index& index);

}  // namespace news
