#include "indexer/reader/csv_rows.h"

#include <algorithm>

#include "common/base/text.h"
#include "indexer/reader/detect.h"
#include "indexer/reader/named_values.h"

namespace news {
namespace {

constexpr std::size_t kRowsSeen = 20;
constexpr std::size_t kLongestLabel = 30;
constexpr std::size_t kShortestText = 60;
constexpr std::size_t kTrafilaturaColumns = 11;

constexpr CsvDialect kDialects[] = {{',', '"'}, {'\t', '"'}, {';', '"'}, {'|', '"'}, {';', '\''}};

using Rows = std::vector<std::vector<std::string>>;

/// Calls `field` with the begin and the end of each field; returns the position after the row.
template <class Visit>
std::size_t scan_row(std::string_view text, const CsvDialect& dialect, Visit field) {
  std::size_t begin = 0;
  std::size_t at = 0;
  for (;;) {
    if (at < text.size() && text[at] == dialect.quote) {
      do {
        at = text.find(dialect.quote, at + 1);
        if (at == std::string_view::npos) return at;
        ++at;
      } while (at < text.size() && text[at] == dialect.quote);
    }
    while (at < text.size() && text[at] != dialect.separator && text[at] != '\n') ++at;
    if (at == text.size()) return std::string_view::npos;
    field(begin, at);
    if (text[at] == '\n') return at + 1;
    begin = ++at;
  }
}

std::string unquoted(std::string_view field, char quote) {
  if (!field.empty() && field.back() == '\r') field.remove_suffix(1);
  if (field.size() < 2 || field.front() != quote) return std::string(field);
  std::string out;
  for (std::size_t i = 1; i < field.size(); ++i) {
    if (field[i] == quote) {
      if (i + 1 >= field.size() || field[i + 1] != quote) continue;
      ++i;
    }
    out += field[i];
  }
  return out;
}

Rows first_rows(std::string_view text, const CsvDialect& dialect) {
  Rows rows;
  while (rows.size() < kRowsSeen && !text.empty()) {
    const std::size_t end = end_of_row(text, dialect);
    if (end == std::string_view::npos) break;
    rows.push_back(split_row(text.substr(0, end), dialect));
    text.remove_prefix(end);
  }
  return rows;
}

bool is_even(const Rows& rows) {
  return std::all_of(rows.begin(), rows.end(),
                     [&](const auto& row) { return row.size() == rows[0].size(); });
}

bool is_label_text(const Rows& rows) {
  return std::all_of(rows.begin(), rows.end(), [](const auto& row) {
    return row.size() == 2 && !row[0].empty() && row[0].size() <= kLongestLabel &&
           row[1].size() >= kShortestText && row[0].find_first_of(".!?") == std::string::npos;
  });
}

bool is_trafilatura(const Rows& rows) {
  return std::all_of(rows.begin(), rows.end(), [](const auto& row) {
    return row.size() == kTrafilaturaColumns &&
           (row[0] == "null" || row[0].compare(0, 4, "http") == 0);
  });
}

/// A header names something to read, and no field of it is a sentence.
bool is_header(const std::vector<std::string>& row) {
  bool text = false;
  for (const std::string& name : row) {
    if (name.size() > 60 || name.compare(0, 4, "http") == 0) return false;
    const auto field = find_usual_field(name);
    if (field && (*field == Field::Headline || *field == Field::Body)) text = true;
  }
  return text && row.size() >= 2;
}

CsvShape::Kind kind_of(const Rows& rows, const CsvDialect& dialect) {
  using Kind = CsvShape::Kind;
  if (rows.empty()) return Kind::None;
  // First, for the last of its columns says "article", which would do for a header.
  if (dialect.separator == '\t' && is_trafilatura(rows)) return Kind::Trafilatura;
  if (is_header(rows[0])) return Kind::Header;
  if (rows.size() < 2 || !is_even(rows)) return Kind::None;
  const bool label = dialect.separator == ';' || dialect.separator == '\t';
  if (label && is_label_text(rows)) return Kind::LabelText;
  return rows.size() >= 3 && rows[0].size() >= 3 ? Kind::NoHeader : Kind::None;
}

}  // namespace

std::size_t end_of_row(std::string_view text, const CsvDialect& dialect) {
  return scan_row(text, dialect, [](std::size_t, std::size_t) {});
}

std::vector<std::string> split_row(std::string_view row, const CsvDialect& dialect) {
  std::string whole(row);
  if (whole.empty() || whole.back() != '\n') whole += '\n';
  std::vector<std::string> fields;
  const std::string_view view = whole;
  std::size_t last = 0;
  const std::size_t end = scan_row(view, dialect, [&](std::size_t begin, std::size_t to) {
    fields.push_back(unquoted(view.substr(begin, to - begin), dialect.quote));
    last = to + 1;
  });
  // A quote that is never closed: the rest is the field.
  if (end == std::string_view::npos && last < view.size())
    fields.push_back(unquoted(view.substr(last), dialect.quote));
  return fields;
}

std::string join_row(const std::vector<std::string>& fields, const CsvDialect& dialect) {
  std::string row;
  for (const std::string& field : fields) {
    if (!row.empty()) row += dialect.separator;
    row += dialect.quote;
    for (const char c : field) {
      if (c == dialect.quote) row += c;
      row += c;
    }
    row += dialect.quote;
  }
  return row + '\n';
}

CsvShape csv_shape(std::string_view beginning) {
  std::string text(skip_bom_and_space(beginning));
  // The sniff of a small file is all of it, and its last row may lack its line end.
  if (beginning.size() < kSniffBytes && !text.empty() && text.back() != '\n') text += '\n';
  CsvShape best;
  for (const CsvDialect& dialect : kDialects) {
    const CsvShape::Kind kind = kind_of(first_rows(text, dialect), dialect);
    if (kind == CsvShape::Kind::None) continue;
    if (best.kind == CsvShape::Kind::None ||
        (best.kind == CsvShape::Kind::NoHeader && kind != CsvShape::Kind::NoHeader) ||
        (best.kind == CsvShape::Kind::LabelText && kind == CsvShape::Kind::LabelText)) {
      best = {kind, dialect};
    }
  }
  return best;
}

}  // namespace news
