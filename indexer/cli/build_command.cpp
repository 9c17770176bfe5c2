#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "common/base/output.h"
#include "common/base/terminal_text.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/corpus_task.h"
#include "indexer/pipeline/build.h"

namespace news {
namespace {

std::string summary_json(const BuildSummary& summary, const std::string& index) {
  nlohmann::ordered_json json;
  json["schema"] = "newsindex-build/1";
  json["index"] = index;
  json["generation"] = summary.generation;
  json["articles"] = summary.articles;
  json["replaced"] = summary.replaced;
  json["rejected"] = summary.rejected;
  json["rejections"] = summary.rejections;
  json["text_bytes"] = summary.text_bytes;
  json["index_bytes"] = summary.index_bytes;
  json["seconds"] = summary.seconds;
  return terminal_safe_json(json.dump(2) + "\n");
}

std::string summary_text(const BuildSummary& summary, const std::string& index) {
  const double text = static_cast<double>(summary.text_bytes) / 1e6;
  const double size = static_cast<double>(summary.index_bytes) / 1e6;
  char line[256];
  std::snprintf(line, sizeof line,
                "%llu %s, %.1f MB of text in %.2f s (%.1f MB/s); index %.1f MB, %.2f x the "
                "text: ",
                static_cast<unsigned long long>(summary.articles),
                summary.articles == 1 ? "article" : "articles", text, summary.seconds,
                text / summary.seconds, size, text > 0 ? size / text : 0.0);
  std::string out = line + index + "\n";
  if (summary.replaced > 0) {
    out += std::to_string(summary.replaced) + " older versions of articles were left out\n";
  }
  for (const auto& [kind, count] : summary.rejections) {
    out += std::to_string(count) + " rejected: " + kind + "\n";
  }
  return out;
}

int build(const CorpusTask& task) {
  const std::string index = task.index.get().string();
  BuildSummary summary;
  task.run([&](const BuildOptions& options) { summary = build_index(index, options); });
  Output out;
  if (!summary.committed) {
    print_strict_failure(summary.rejected, index);
    if (task.writer.json) out.write(summary_json(summary, index));
    out.flush();
    return 1;
  }
  out.write(task.writer.json ? summary_json(summary, index) : summary_text(summary, index));
  out.flush();
  return 0;
}

}  // namespace

Command add_build_command(CLI::App& program) {
  auto task = std::make_shared<CorpusTask>();
  CLI::App* parser = program.add_subcommand(
      "build", "Build a fresh index of a corpus; one that is there is replaced when it is whole");
  task->add_to(*parser);
  return {parser, [task] { return build(*task); }};
}

}  // namespace news
