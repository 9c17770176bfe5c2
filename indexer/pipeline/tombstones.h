#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/index/segment.h"
#include "indexer/pipeline/index_folder.h"

namespace news {

/// Marks articles of an index as removed, for the next commit. One thread; borrows the folder, of
/// which one generation is committed at most while it lives.
class Tombstones {
 public:
  /// Opens the segments that are committed. Throws Error{Index}.
  explicit Tombstones(const IndexFolder& folder);

  /// Marks the article of this id; false when there is none.
  bool remove(std::string_view id);
  std::uint64_t removed() const { return removed_; }

  /// Writes what is new and returns the segments as the next manifest should name them: those
  /// without any article left are not among them. Throws Error{Io}.
  std::vector<SegmentInfo> write() const;

 private:
  struct OpenSegment {
    Segment segment;
    std::optional<DeletedArticles> deleted;  ///< nothing: no change
  };
  void mark(OpenSegment& open, std::uint32_t number);

  const IndexFolder& folder_;
  std::vector<OpenSegment> segments_;
  std::uint64_t removed_ = 0;
};

/// The languages that articles of the segments have, of those in `known`; "" stands for unknown.
/// Throws Error{Index}.
std::vector<std::string> live_languages(const IndexFolder& folder,
                                        const std::vector<SegmentInfo>& segments,
                                        const std::vector<std::string>& known);

}  // namespace news
