#include <utility>

#include "common/base/text.h"
#include "indexer/reader/csv_rows.h"
#include "indexer/reader/detect.h"
#include "indexer/reader/named_values.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/record_buffer.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/text_repair.h"
#include "indexer/reader/xml_reading.h"

namespace news {
namespace {

constexpr const char* kTrafilaturaHeader =
    "url\tid\tfingerprint\thostname\ttitle\timage\tdate\ttext\tcomments\tlicense\tpagetype\n";

bool detect(const Sniff& sniff) {
  const std::string_view text = skip_bom_and_space(sniff.bytes);
  if (text.empty() || text[0] == '<' || text[0] == '{' || text[0] == '[') return false;
  return csv_shape(sniff.bytes).kind != CsvShape::Kind::None;
}

/// Cuts a table into rows. A row is parsed far from its header, so each record has the dialect, the
/// header and the row, one after the other.
class RowSplitter : public RecordSplitter {
 public:
  explicit RowSplitter(ByteStream& stream) : buffer_(stream) {}

  bool next(Record& record) override {
    if (!started_) start();
    record = {};
    std::size_t length = find_row(record.fault);
    while (length != 0 && record.fault.empty() && trim(buffer_.bytes().substr(0, length)).empty()) {
      buffer_.consume(length);
      length = find_row(record.fault);
    }
    if (length == 0) return false;
    ++row_;
    record.label = "row " + std::to_string(row_);
    if (record.fault.empty()) {
      record.bytes = preamble_;
      record.bytes.append(buffer_.bytes().substr(0, length));
    }
    buffer_.consume(length);
    return true;
  }

 private:
  void start() {
    started_ = true;
    while (buffer_.bytes().size() < kSniffBytes && buffer_.fill()) {
    }
    const std::string_view all = buffer_.bytes();
    buffer_.consume(all.size() - skip_bom_and_space(all).size());
    const CsvShape shape = csv_shape(buffer_.bytes().substr(0, kSniffBytes));
    dialect_ = shape.dialect;
    preamble_ = {dialect_.separator, dialect_.quote};
    if (shape.kind == CsvShape::Kind::LabelText) {
      preamble_ += std::string("section") + dialect_.separator + "text\n";
    } else if (shape.kind == CsvShape::Kind::Trafilatura) {
      preamble_ += kTrafilaturaHeader;
    } else {
      std::string fault;
      const std::size_t length = find_row(fault);
      preamble_.append(buffer_.bytes().substr(0, length));
      if (preamble_.back() != '\n') preamble_ += '\n';
      buffer_.consume(length);
    }
  }

  /// Length of the row at the front, 0 at the end of the stream.
  std::size_t find_row(std::string& fault) {
    for (std::size_t tried = 0;;) {
      const std::string_view bytes = buffer_.bytes();
      // To look at a long row again after every chunk would take its square.
      if (bytes.size() >= 2 * tried) {
        const std::size_t end = end_of_row(bytes, dialect_);
        if (end != std::string_view::npos) return end;
        tried = bytes.size();
      }
      if (buffer_.is_too_long()) {
        fault = "row longer than 64 MiB; is a quote never closed?";
        return bytes.size();
      }
      if (buffer_.fill()) continue;
      const std::size_t end = end_of_row(buffer_.bytes(), dialect_);
      return end != std::string_view::npos ? end : buffer_.bytes().size();
    }
  }

  RecordBuffer buffer_;
  CsvDialect dialect_;
  std::string preamble_;
  std::size_t row_ = 0;
  bool started_ = false;
};

std::unique_ptr<RecordSplitter> split_rows(ByteStream& stream) {
  return std::make_unique<RowSplitter>(stream);
}

bool is_usable(const std::vector<std::string>& header, const ReadOptions& options) {
  if (!options.mapping.empty()) return true;
  for (const std::string& name : header) {
    const auto field = find_usual_field(name);
    if (field && (*field == Field::Headline || *field == Field::Body)) return true;
  }
  return false;
}

void parse(const Record& record, const ReadOptions& options, ParsedRecord& out) {
  const std::string text = clean_text(record.bytes);
  if (text.size() < 2) return reject_part("", "an empty row", out);
  const CsvDialect dialect{text[0], text[1]};
  const std::string_view table = std::string_view(text).substr(2);
  const std::size_t row = end_of_row(table, dialect);
  if (row == std::string_view::npos) return reject_part("", "a row without a header", out);
  const std::vector<std::string> header = split_row(table.substr(0, row), dialect);
  if (!is_usable(header, options)) {
    return reject_part("", "a table without a known column; name them with --map headline=COLUMN",
                       out);
  }
  const std::vector<std::string> fields = split_row(table.substr(row), dialect);
  std::vector<NamedValue> values;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    values.emplace_back(i < header.size() ? std::string(trim(header[i])) : std::string(),
                        fields[i]);
  }
  add_article(article_of_values(values, options), "", out);
}

}  // namespace

Format csv_format() {
  return {"csv", "a table: comma, semicolon, bar or tab between columns, with a header row", detect,
          split_rows, parse};
}

}  // namespace news
