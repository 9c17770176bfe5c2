#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/segment/posting_list_writer.h"

namespace news::glass_test {

/// A fresh folder, removed with all it holds at the end of the test.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "news-glass-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("can't make a scratch folder");
    path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() { std::filesystem::remove_all(path_); }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// The postings of a made-up segment.
struct Postings {
  explicit Postings(std::size_t articles) : lengths(articles) {}

  /// Articles of one term must come in ascending order.
  void add(const std::string& term, std::uint32_t article, std::uint32_t wdf) {
    lists[term].push_back({article, wdf});
    lengths[article - 1] += wdf;
  }
  /// A term in about `share` of all articles, each time with a wdf up to `greatest_wdf`.
  void add_random(const std::string& term, double share, std::uint32_t greatest_wdf,
                  std::mt19937& random) {
    const auto articles = static_cast<std::uint32_t>(lengths.size());
    std::geometric_distribution<std::uint32_t> gap(std::clamp(share, 1e-6, 0.999));
    for (std::uint64_t article = 1 + gap(random); article <= articles; article += 1 + gap(random)) {
      add(term, static_cast<std::uint32_t>(article), random() % (greatest_wdf + 1));
    }
  }

  std::map<std::string, std::vector<Posting>> lists;
  std::vector<std::uint32_t> lengths;
};

using Factory = decltype(&make_glass_writer);

inline std::filesystem::path write(const Postings& postings, Factory make,
                                   const std::filesystem::path& folder) {
  const auto writer = make(folder, postings.lengths);
  for (const auto& [term, list] : postings.lists) writer->add(term, list);
  writer->finish();
  return folder;
}

}  // namespace news::glass_test
