#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/rejection.h"
#include "indexer/reader/raw_article.h"
#include "indexer/source/byte_stream.h"
#include "indexer/source/corpus.h"

namespace news {

/// One `--map FIELD=KEY`: the article's field is read from that key ("meta.pub.date" goes inside).
struct FieldMapping {
  std::string field;
  std::string key;
};

/// What the user said about the input.
struct ReadOptions {
  std::string format = "auto";  ///< a registry name, or auto
  std::vector<FieldMapping> mapping;
  /// Files of a folder to read, by path; empty: all. Others are passed over.
  std::function<bool(const std::string&)> wanted;
};

/// One stretch of a file that a parser reads on its own: a whole page, a line, an SGML element.
struct Record {
  std::string bytes;  ///< as read: any bytes, in any encoding
  std::string label;  ///< names it in messages and ids: "line 12", "14826"; "" for a whole file
  std::string fault;  ///< not empty: the record can't be had (too long, cut off); a rejection
};

/// Cuts a stream into records, on the source thread: cheap, no parsing.
class RecordSplitter {
 public:
  virtual ~RecordSplitter() = default;
  /// False at the end. Memory is bounded by the largest record allowed (kMaxRecordBytes); a larger
  /// one is delivered as a fault and skipped.
  virtual bool next(Record& record) = 0;
};

/// The largest record read, in bytes.
inline constexpr std::size_t kMaxRecordBytes = 64u << 20;

/// Where a parser puts what it finds in one record.
struct ParsedRecord {
  std::vector<RawArticle> articles;
  /// The caller fills in the path when empty, and puts the record's label before `record`, which
  /// names a part of it ("item 3") or is empty. The same goes for `Article::record`.
  std::vector<Rejection> rejections;
};

/// The beginning of an entry, for telling its format.
struct Sniff {
  std::string_view bytes;  ///< the first 64 KiB or less
  std::string_view name;   ///< only a hint
};

/// One input format: a row of the registry. Its reader file makes it (readers.h), formats.cpp puts
/// it in its place among the others.
struct Format {
  std::string_view name;
  std::string_view summary;  ///< one line for --help
  /// True when an entry that begins so is of this format. Only asked about text, but for
  /// `reads_binary`; asked in the order of the registry, so a general format needn't rule out the
  /// particular ones before it.
  bool (*detect)(const Sniff& sniff);
  /// Cuts an entry into records (splitters.h has the usual ways); borrows the stream.
  std::unique_ptr<RecordSplitter> (*split)(ByteStream& stream);
  /// Reads one record. Never throws on bad input: that is a rejection. Thread-safe.
  void (*parse)(const Record& record, const ReadOptions& options, ParsedRecord& out);
  /// Asked even when the beginning isn't text: formats with control characters or pictures in them.
  bool reads_binary = false;
};

/// All formats, in the order in which detection asks them: the most particular first.
const std::vector<Format>& all_formats();

/// The format by name; nullptr if there is none.
const Format* find_format(std::string_view name);

/// Tells the format by content. nullptr: of unknown shape (binary, empty of text).
const Format* detect_format(const Sniff& sniff);

}  // namespace news
