#include "searcher/cli/answer_printer.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "common/article/article_json.h"
#include "common/base/text.h"
#include "searcher/output/styled_text.h"
#include "searcher/output/table_output.h"

namespace news {
namespace {

constexpr std::size_t kLeastWidth = 20;
constexpr std::size_t kUsualWidth = 80;
constexpr std::size_t kMostWidth = 1000;

std::size_t terminal_width(bool is_terminal) {
  if (const char* columns = std::getenv("COLUMNS")) {
    std::size_t width = 0;
    std::from_chars(columns, columns + std::strlen(columns), width);
    if (width > 0) return std::clamp(width, kLeastWidth, kMostWidth);
  }
  winsize size{};
  if (is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return std::clamp<std::size_t>(size.ws_col, kLeastWidth, kMostWidth);
  }
  return kUsualWidth;
}

/// https://no-color.org: set and not empty means no colour.
bool wants_colour(const std::string& when, bool is_terminal) {
  if (when != "auto") return when == "always";
  const char* no_color = std::getenv("NO_COLOR");
  return is_terminal && (no_color == nullptr || *no_color == '\0');
}

std::string order_name(SortOrder order) {
  if (order == SortOrder::Newest) return "newest first";
  return order == SortOrder::Oldest ? "oldest first" : "best first";
}

}  // namespace

AnswerPrinter::AnswerPrinter(const Options& options, const SearchRequest& request, Output& output)
    : options_(options), output_(output) {
  const OutputOptions& out = options.output;
  if (!out.fields.empty()) json_.fields = parse_hit_fields(out.fields);
  json_.one_line = !options.batch.empty();
  terminal_.width = terminal_width(output.is_terminal());
  terminal_.colour = wants_colour(out.colour, output.is_terminal());
  terminal_.clock = request.clock;
  terminal_.zone = options.filter.timezone;
  terminal_.order = order_name(request.sort);
  terminal_.in_context = request.context > 0;
}

void AnswerPrinter::begin() {
  if (options_.output.quiet || !options_.output.csv) return;
  output_.write(
      csv_header(json_.fields.empty() ? csv_fields() : json_.fields, !options_.batch.empty()));
}

void AnswerPrinter::print(const Answer& answer, std::string_view batch_id) {
  found_ = found_ || answer.total > 0;
  const OutputOptions& out = options_.output;
  if (out.quiet) return;
  if (out.json || (out.jsonl && !options_.batch.empty())) {
    output_.write(answer_json(answer, json_, batch_id));
  } else if (out.jsonl) {
    for (const Hit& hit : answer.hits) output_.write(hit_json_line(hit, json_));
  } else if (out.csv) {
    output_.write(csv_rows(answer, json_.fields.empty() ? csv_fields() : json_.fields, batch_id,
                           {out.guard_formulas, output_.is_terminal()}));
  } else if (!out.trec.empty()) {
    output_.write(trec_rows(answer, batch_id.empty() ? "1" : batch_id, out.trec));
  } else if (!json_.fields.empty()) {
    output_.write(tab_rows(answer, json_.fields, batch_id));
  } else {
    print_for_people(answer, batch_id);
  }
}

void AnswerPrinter::print_for_people(const Answer& answer, std::string_view batch_id) {
  const bool plain_count = answer.counted_only && answer.facets.empty() && !answer.timeline;
  if (!batch_id.empty()) {
    const std::string head = std::string(batch_id) + "\t" + answer.query_text;
    for (const std::string_view part : split(head, '\t')) {
      output_.write(paint(part, Ink::Faint, terminal_.colour) + "\t");
    }
    if (!plain_count) output_.write("\n");
  }
  if (!plain_count) return output_.write(answer_text(answer, terminal_));
  // A bare number, so that $(newssearch --count ...) is one.
  output_.write(std::to_string(answer.stories.value_or(answer.total)) + "\n");
  std::fputs(notices_text(answer).c_str(), stderr);
}

void AnswerPrinter::print(const Article& article) {
  found_ = true;
  if (options_.output.quiet) return;
  const bool as_json = options_.output.json || options_.output.jsonl;
  output_.write(as_json ? to_json_line(article) + "\n" : article_text(article, terminal_));
}

}  // namespace news
