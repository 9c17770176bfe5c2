#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "common/article/article_json.h"
#include "common/base/error.h"
#include "common/base/output.h"
#include "common/base/terminal_text.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"
#include "indexer/cli/rejects_log.h"
#include "indexer/pipeline/corpus_runs.h"

namespace news {
namespace {

struct ExplainArguments {
  CorpusOptions corpus;
  bool json = false;
};

std::string explain_json(const CleanResult& result) {
  nlohmann::ordered_json json;
  json["schema"] = "newsindex-explain/1";
  json["source_path"] = result.article.source_path;
  json["article"] = nlohmann::ordered_json::parse(to_json_line(result.article));
  json["lines"] = nlohmann::ordered_json::array();
  for (const ZonedLine& line : result.lines) {
    json["lines"].push_back({{"number", line.number},
                             {"zone", zone_name(line.zone)},
                             {"rule", line.rule},
                             {"text", line.text}});
  }
  json["findings"] = nlohmann::ordered_json::array();
  for (const Finding& finding : result.findings) {
    json["findings"].push_back({{"what", finding.what},
                                {"value", finding.value},
                                {"from", finding.from},
                                {"rule", finding.rule}});
  }
  return json.dump() + "\n";
}

std::string explain_text(const CleanResult& result) {
  std::string out = result.article.source_path;
  if (!result.article.record.empty()) out += ", " + result.article.record;
  out += "\n";
  for (const ZonedLine& line : result.lines) {
    char columns[96];
    std::snprintf(columns, sizeof columns, "%5zu  %-15s  %-26s  ", line.number,
                  std::string(zone_name(line.zone)).c_str(), std::string(line.rule).c_str());
    out += columns + line.text + "\n";
  }
  if (!result.lines.empty()) out += "\n";
  for (const Finding& finding : result.findings) {
    out += finding.what + ": " + finding.value + "  (" + finding.from;
    if (!finding.rule.empty()) out += "; " + finding.rule;
    out += ")\n";
  }
  return out + "\n";
}

int explain(const ExplainArguments& arguments) {
  Output out;
  std::uint64_t rejected = 0;
  read_and_clean(
      arguments.corpus.corpus, arguments.corpus.reading(), arguments.corpus.checked_cleaning(),
      [&](const CleanResult& result) {
        out.write(arguments.json ? terminal_safe_json(explain_json(result))
                                 : terminal_safe_lines(explain_text(result)));
      },
      [&](const Rejection& rejection) {
        ++rejected;
        print_notice("newsindex: " + rejection_text(rejection));
      });
  out.flush();
  return 0;
}

}  // namespace

Command add_explain_command(CLI::App& program) {
  auto arguments = std::make_shared<ExplainArguments>();
  CLI::App* parser = program.add_subcommand(
      "explain",
      "Show each line of a page with its zone and rule, and where dates and places come from");
  arguments->corpus.add_to(*parser, "A page, or any input that build takes");
  parser->add_flag("--json", arguments->json, "One JSON object a line for each article");
  return {parser, [arguments] { return explain(*arguments); }};
}

}  // namespace news
