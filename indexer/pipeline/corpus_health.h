#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/index/index.h"

namespace news {

/// How much of a source's pages was not the article.
struct Furniture {
  std::string source;  ///< "" for pages that name none
  std::uint64_t pages = 0;
  std::uint64_t characters = 0;  ///< of the pages
  std::uint64_t stripped = 0;    ///< of those
};

/// Articles in groups of two or more.
struct CopyCount {
  std::uint64_t groups = 0;
  std::uint64_t articles = 0;
};

/// What may be wrong with a corpus, or with how it was read.
struct CorpusHealth {
  std::map<std::string, std::uint64_t> date_guesses;  ///< articles by what had to be guessed
  std::uint64_t repaired = 0;  ///< articles whose text had been decoded wrongly
  CopyCount same_text;    ///< the same body under several ids, by its fingerprint
  CopyCount near_copies;  ///< stories as `--collapse` makes them, same text included
  std::vector<Furniture> furniture;  ///< most characters stripped first, then by source
};

/// Looks at every article. Near copies take a comparison with every article of the same days.
CorpusHealth examine(const Index& index);

}  // namespace news
