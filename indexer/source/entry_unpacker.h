#pragma once

#include "indexer/source/corpus.h"
#include "indexer/source/expansion_meter.h"

namespace news {

/// Delivers one file of the corpus: as it is, decompressed, or member by member. One thread.
class EntryUnpacker {
 public:
  /// Borrows all but the entry.
  EntryUnpacker(CorpusEntry entry, const CorpusVisitor& visitor, ExpansionMeter& meter,
                int depth = 0, int packings = 0)
      : entry_(std::move(entry)),
        visitor_(visitor),
        meter_(meter),
        depth_(depth),
        packings_(packings) {}

  /// Looks at the beginning of `stream` and delivers what is in it.
  void deliver(ByteStream& stream);

 private:
  void reject(std::string why);
  void deliver_archive(ByteStream& archive);
  bool deliver_member(const struct ArchiveMember& member);

  CorpusEntry entry_;
  const CorpusVisitor& visitor_;
  ExpansionMeter& meter_;
  int depth_;     ///< archives around this entry
  int packings_;  ///< compressions around it
};

}  // namespace news
