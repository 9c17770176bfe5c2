#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "common/base/error.h"
#include "common/base/output.h"
#include "common/base/terminal_text.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"
#include "indexer/cli/update_output.h"
#include "indexer/pipeline/check.h"

namespace news {
namespace {

struct CheckArguments {
  IndexOption index;
  WriterOptions writer;
  bool repair = false;
};

/// The way out.
std::string advice(const CheckReport& report, const std::string& index) {
  const bool manifest = std::any_of(report.damages.begin(), report.damages.end(),
                                    [](const Damage& damage) { return damage.segment.empty(); });
  if (manifest) return "build the index anew, or put a copy of it in place";
  return "'newsindex check --repair -i " + index + "' rebuilds it from the stored articles";
}

bool is_whole(const CheckReport& report) {
  return report.damages.empty() || (report.rebuilt > 0 && report.lost == 0);
}

nlohmann::ordered_json text_or_null(const std::string& text) {
  return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

std::string report_json(const CheckReport& report, const std::string& index) {
  nlohmann::ordered_json json;
  json["schema"] = "newsindex-check/1";
  json["index"] = {{"path", index}, {"generation", report.generation}};
  json["whole"] = is_whole(report);
  json["articles"] = report.articles;
  json["segments"] = report.segments;
  json["files"] = report.files;
  json["bytes"] = report.bytes;
  json["damages"] = nlohmann::ordered_json::array();
  for (const Damage& damage : report.damages) {
    json["damages"].push_back({{"segment", text_or_null(damage.segment)},
                               {"file", text_or_null(damage.file)},
                               {"what", damage.what}});
  }
  json["rebuilt"] = report.rebuilt;
  json["lost"] = report.lost;
  json["returned"] = report.returned;
  json["stripped_lost"] = report.stripped_lost;
  return json.dump(2) + "\n";
}

std::string report_text(const CheckReport& report, const std::string& index) {
  std::string out;
  for (const Damage& damage : report.damages) {
    if (!damage.segment.empty()) out += "segment " + damage.segment + ": ";
    out += (damage.file.empty() ? "" : damage.file + ": ") + damage.what + "\n";
  }
  if (report.rebuilt > 0) {
    out += count_of(report.rebuilt, "segment") + " rebuilt, " + count_of(report.lost, "article") +
           " lost\n";
  }
  if (report.stripped_lost > 0) {
    out += "what was stripped from the pages of " + count_of(report.stripped_lost, "article") +
           " is lost\n";
  }
  if (report.returned > 0) {
    out += count_of(report.returned, "removed article") + " back: the list of them was damaged\n";
  }
  char size[48];
  std::snprintf(size, sizeof size, "%.1f MB", static_cast<double>(report.bytes) / 1e6);
  if (report.damages.empty() || report.rebuilt > 0) {
    out += index + ": whole, " + count_of(report.articles, "article") + ", " +
           count_of(report.segments, "segment") + ", " + count_of(report.files, "file") + ", " +
           size + "\n";
  }
  return out;
}

int check(const CheckArguments& arguments) {
  const std::string index = arguments.index.get().string();
  BuildOptions options;
  arguments.writer.apply(options);
  const CheckReport report =
      arguments.repair ? repair_index(index, options) : check_index(index);
  Output out;
  out.write(arguments.writer.json ? terminal_safe_json(report_json(report, index))
                                  : terminal_safe_lines(report_text(report, index)));
  out.flush();
  if (is_whole(report)) return 0;
  if (report.rebuilt > 0) {
    throw Error(ErrorKind::Index, count_of(report.lost, "article") + " of '" + index +
                                      "' couldn't be saved; add them again from the corpus");
  }
  throw Error(ErrorKind::Index, "'" + index + "' is damaged; " + advice(report, index));
}

}  // namespace

Command add_check_command(CLI::App& program) {
  auto arguments = std::make_shared<CheckArguments>();
  CLI::App* parser = program.add_subcommand(
      "check", "Verify every checksum, and that the files agree; exit code 3 when they don't");
  arguments->index.add_to(*parser);
  parser->add_flag("--repair", arguments->repair,
                   "Rebuild damaged segments from the stored articles");
  arguments->writer.add_to(*parser);
  return {parser, [arguments] { return check(*arguments); }};
}

}  // namespace news
