#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/article/rejection.h"
#include "indexer/reader/format.h"
#include "indexer/source/corpus.h"

namespace news {

/// Records of one entry that are parsed together: the unit of work of the build's threads.
struct RecordBatch {
  std::uint64_t sequence = 0;  ///< order of batches in the corpus, from 0
  CorpusEntry entry;
  const Format* format = nullptr;
  std::vector<Record> records;
  std::uint64_t bytes = 0;
};

/// Reads the corpus and cuts it into batches of about 512 KiB, on the calling thread: finds each
/// entry's format, splits it into records. What can't be read (empty files, unknown shapes, broken
/// compression) goes to `reject`. An unknown `options.format` throws Error{Usage} with a
/// suggestion, before anything is read.
void read_corpus(const std::vector<std::string>& roots, const ReadOptions& options,
                 const std::function<void(RecordBatch)>& batch,
                 const std::function<void(Rejection)>& reject);

/// Parses every record of a batch. Fills in what every format shares: source_path, record, format,
/// and the id where the record gave none (url, else name of the entry without .gz or .zst, with
/// "#label" when the entry holds several). Articles hold valid UTF-8. Thread-safe.
ParsedRecord parse_batch(const RecordBatch& batch, const ReadOptions& options);

}  // namespace news
