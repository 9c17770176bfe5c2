#include "indexer/pipeline/tombstones.h"

#include "common/base/file.h"
#include "common/base/hash.h"
#include "common/index/attributes.h"
#include "common/index/file_names.h"

namespace news {

Tombstones::Tombstones(const IndexFolder& folder) : folder_(folder) {
  if (!folder.manifest()) return;
  for (const SegmentInfo& info : folder.manifest()->segments) {
    segments_.push_back({Segment(segment_path(folder.path(), info.id), info), {}});
  }
}

bool Tombstones::remove(std::string_view id) {
  for (OpenSegment& open : segments_) {
    const std::uint32_t number = open.segment.find(id);
    if (number == 0) continue;
    const std::uint64_t before = removed_;
    mark(open, number);
    return removed_ > before;
  }
  return false;
}

void Tombstones::mark(OpenSegment& open, std::uint32_t number) {
  if (!open.deleted) {
    const Deletions* old = open.segment.deletions();
    open.deleted = old != nullptr ? old->read() : DeletedArticles(open.segment.size());
  }
  if (!open.deleted->add(number)) return;
  ++removed_;
  const auto count = [&](std::uint64_t code) {
    if (code < kFirstWordCode) return;
    ++open.deleted->occurrences[static_cast<std::uint32_t>(code - kFirstWordCode)];
  };
  open.segment.tokens().for_each_code(number, count);
  if (open.segment.other() != nullptr) open.segment.other()->for_each_code(number, count);
}

std::vector<SegmentInfo> Tombstones::write() const {
  std::vector<SegmentInfo> infos;
  for (const OpenSegment& open : segments_) {
    SegmentInfo info = open.segment.info();
    if (open.deleted) {
      if (open.deleted->count == info.articles) continue;
      const std::string name = deletions_name(folder_.next_generation());
      const std::filesystem::path path = open.segment.folder() / name;
      write_deletions(path, info.articles, *open.deleted);
      sync_directory(open.segment.folder());
      const MappedFile file(path);
      info.deleted = open.deleted->count;
      info.deletions = {name, file.bytes().size(), checksum_hex(hash64(file.bytes()))};
    }
    infos.push_back(std::move(info));
  }
  return infos;
}

std::vector<std::string> live_languages(const IndexFolder& folder,
                                        const std::vector<SegmentInfo>& segments,
                                        const std::vector<std::string>& known) {
  std::uint64_t articles = 0;
  std::vector<std::uint64_t> counts(known.size());
  for (const SegmentInfo& info : segments) {
    const Segment segment(segment_path(folder.path(), info.id), info);
    articles += info.live();
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (known[i].empty()) continue;
      counts[i] += segment.frequency(attribute_term(Attribute::Language, known[i]));
    }
  }
  std::uint64_t with_language = 0;
  for (const std::uint64_t count : counts) with_language += count;
  std::vector<std::string> live;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const std::uint64_t count = known[i].empty() ? articles - with_language : counts[i];
    if (count > 0) live.push_back(known[i]);
  }
  return live;
}

}  // namespace news
