#include "searcher/output/table_output.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "common/base/terminal_text.h"
#include "common/base/text.h"

namespace news {
namespace {

/// One function for each alternative of FieldValue.
struct ToCell {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(std::uint64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const {
    std::array<char, 64> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
  }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(const std::vector<std::string>& value) const { return join(value, "; "); }
  std::string operator()(const Dateline& value) const { return value.text; }
  std::string operator()(const std::vector<Snippet>& value) const {
    std::vector<std::string> texts;
    for (const Snippet& snippet : value) texts.push_back(snippet.text);
    return join(texts, " ... ");
  }
  std::string operator()(const Highlights& value) const {
    std::vector<std::string> ranges;
    for (const auto& [start, end] : value) {
      ranges.push_back(std::to_string(start) + "-" + std::to_string(end));
    }
    return join(ranges, "; ");
  }
  std::string operator()(const std::vector<FoldedCopy>& value) const {
    std::vector<std::string> ids;
    for (const FoldedCopy& copy : value) ids.push_back(copy.id);
    return join(ids, "; ");
  }
};

/// True for cells that spreadsheets evaluate; the wide signs are what some make of the others.
bool is_formula(std::string_view cell) {
  if (cell.empty()) return false;
  constexpr std::array<std::string_view, 4> kWideSigns = {"＝", "＋", "－", "＠"};
  return std::string_view("=+-@\t\r\n").find(cell.front()) != std::string_view::npos ||
         std::any_of(kWideSigns.begin(), kWideSigns.end(),
                     [&](std::string_view sign) { return cell.starts_with(sign); });
}

std::string csv_cell(std::string_view text) {
  const bool padded = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!padded && text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
  return out;
}

std::string run_name(std::string_view text) {
  std::string out = terminal_safe(text);
  for (char& c : out) {
    if (c == ' ') c = '_';
  }
  return out.empty() ? "_" : out;
}

std::vector<std::string> cells(const Hit& hit, const std::vector<HitField>& fields,
                               std::string_view batch_id) {
  std::vector<std::string> out;
  if (!batch_id.empty()) out.emplace_back(batch_id);
  for (const HitField& field : fields) out.push_back(std::visit(ToCell{}, field.value(hit)));
  return out;
}

}  // namespace

const std::vector<HitField>& csv_fields() {
  static const std::vector<HitField> kFields = parse_hit_fields(
      "rank,score,id,headline,summary,dateline,countries,published,published_precision,updated,"
      "source,agency,authors,section,language,url,source_path,snippets,copies");
  return kFields;
}

std::string csv_header(const std::vector<HitField>& fields, bool batch) {
  std::vector<std::string> names;
  if (batch) names.emplace_back("query");
  for (const HitField& field : fields) names.emplace_back(field.name);
  return join(names, ",") + "\r\n";
}

std::string csv_rows(const Answer& answer, const std::vector<HitField>& fields,
                     std::string_view batch_id, const CsvStyle& style) {
  std::string out;
  for (const Hit& hit : answer.hits) {
    std::vector<std::string> row = cells(hit, fields, batch_id);
    for (std::string& cell : row) {
      if (style.for_terminal) cell = terminal_safe(cell);
      if (style.guard_formulas && is_formula(cell)) cell.insert(0, "'");
      cell = csv_cell(cell);
    }
    out += join(row, ",") + "\r\n";
  }
  return out;
}

std::string tab_rows(const Answer& answer, const std::vector<HitField>& fields,
                     std::string_view batch_id) {
  std::string out;
  for (const Hit& hit : answer.hits) {
    std::vector<std::string> row = cells(hit, fields, batch_id);
    for (std::string& cell : row) cell = terminal_safe(cell);
    out += join(row, "\t") + "\n";
  }
  return out;
}

std::string trec_rows(const Answer& answer, std::string_view query_id, std::string_view tag) {
  std::string out;
  std::array<char, 400> score{};
  for (const Hit& hit : answer.hits) {
    std::snprintf(score.data(), score.size(), "%.6f", hit.score);
    out += run_name(query_id) + " Q0 " + run_name(hit.article.id) + " " + std::to_string(hit.rank) +
           " " + score.data() + " " + run_name(tag) + "\n";
  }
  return out;
}

}  // namespace news
