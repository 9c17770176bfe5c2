#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/article/rejection.h"
#include "indexer/source/byte_stream.h"

namespace news {

/// One stretch of bytes of the corpus: a file, or a member of an archive.
struct CorpusEntry {
  /// As the user named it: "corpus/a/b.txt"; "-" for standard input; "corpus/a.tar!/b.txt" for a
  /// member of an archive. Valid UTF-8, so that it can be
  /// shown and stored; a file name with other bytes is repaired here and can't be opened by it.
  std::string path;
  /// Relative to the folder that was named, "a/b.txt"; the file name for a file; "-".
  std::string name;
};

/// Where a walk over the corpus delivers what it finds.
struct CorpusVisitor {
  /// Called for each entry, in a stable order (names compared as bytes, depth first). The stream is
  /// good during the call. What the visitor throws ends the walk.
  std::function<void(const CorpusEntry&, ByteStream&)> entry;
  /// Called for what can't be opened or listed.
  std::function<void(Rejection)> rejection;
  /// Asked before a file below a root is opened; empty: all are wanted.
  std::function<bool(const std::string&)> wanted;
};

/// Walks files, folders (recursively) and "-". Compression (gzip, zstd, xz, bzip2, compress) and
/// archives (tar, zip) are known by content and undone, one inside the other up to the limits of
/// expansion_meter.h; nothing is written anywhere, and links inside archives are not followed.
/// Hidden files and folders, and folders that are an index, are passed over; symbolic links that
/// leave the folder named are not followed, and no folder is walked twice under one root. A
/// rejection is what isn't a regular file, an empty file, and a root that is an index. A root that
/// doesn't exist throws Error{Io} before anything is visited.
void walk_corpus(const std::vector<std::string>& roots, const CorpusVisitor& visitor);

}  // namespace news
