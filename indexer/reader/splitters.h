#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/reader/format.h"
#include "indexer/source/byte_stream.h"

namespace news {

// The usual ways of cutting a stream into records; a format names one of them, or its own. All
// borrow the stream, and leave room behind `Record::bytes` for a parser that reads a little past
// its end (kRecordPadding).

/// Bytes of capacity behind the content of `Record::bytes`.
inline constexpr std::size_t kRecordPadding = 64;

/// The whole stream is one record without a label.
std::unique_ptr<RecordSplitter> split_whole(ByteStream& stream);

/// A record a line, labelled "line 12"; blank lines are passed over but counted.
std::unique_ptr<RecordSplitter> split_lines(ByteStream& stream);

/// How records of mark-up are told apart. The views live as long as the program.
struct ElementMarks {
  std::string_view open;   ///< "<REUTERS ": where a record begins
  std::string_view close;  ///< "</REUTERS>": where it ends, if the next doesn't begin before
  /// Label of the record with these bytes; "" for "record 12".
  std::string (*label)(std::string_view record);
};

/// A record from each `open` to its `close`; what stands between records is passed over. The last
/// record is a fault when the stream ends inside it.
std::unique_ptr<RecordSplitter> split_elements(ByteStream& stream, const ElementMarks& marks);

}  // namespace news
