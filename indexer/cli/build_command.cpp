#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "common/base/error.h"
#include "common/base/output.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"
#include "indexer/cli/progress_bar.h"
#include "indexer/cli/rejects_log.h"
#include "indexer/pipeline/build.h"

namespace news {
namespace {

struct BuildArguments {
  IndexOption index;
  CorpusOptions corpus;
  RunOptions run;
  RankingOptions ranking;
};

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
  return json.dump(2) + "\n";
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

int build(const BuildArguments& arguments) {
  BuildOptions options;
  options.corpus = arguments.corpus.corpus;
  options.reading = arguments.corpus.reading();
  options.cleaning = arguments.corpus.checked_cleaning();
  options.ranking = arguments.ranking.get();
  options.jobs = arguments.run.thread_count();
  options.memory_bytes = arguments.run.memory_bytes();
  options.strict = arguments.run.strict;

  RejectsLog rejects("newsindex", arguments.run.rejects_path);
  ProgressBar bar(arguments.run.progress,
                  arguments.run.progress == "never" ? 0 : corpus_bytes(options.corpus));
  options.on_rejection = [&](const Rejection& rejection) {
    bar.clear();
    rejects.add(rejection);
  };
  options.on_progress = [&](const BuildProgress& progress) { bar.show(progress); };
  const std::string index = arguments.index.get().string();
  const BuildSummary summary = build_index(index, options);
  bar.clear();
  rejects.finish();
  Output out;
  if (!summary.committed) {
    std::fprintf(stderr, "newsindex: error: %llu %s under --strict; '%s' is as it was\n",
                 static_cast<unsigned long long>(summary.rejected),
                 summary.rejected == 1 ? "rejection" : "rejections", index.c_str());
    if (arguments.run.json) out.write(summary_json(summary, index));
    out.flush();
    return 1;
  }
  out.write(arguments.run.json ? summary_json(summary, index) : summary_text(summary, index));
  out.flush();
  return 0;
}

}  // namespace

Command add_build_command(CLI::App& program) {
  auto arguments = std::make_shared<BuildArguments>();
  CLI::App* parser = program.add_subcommand(
      "build", "Build a fresh index of a corpus; one that is there is replaced when it is whole");
  arguments->corpus.add_to(*parser,
                           "Files, folders, .gz and .zst, or - for standard input");
  arguments->index.add_to(*parser);
  arguments->ranking.add_to(*parser);
  arguments->run.add_to(*parser);
  return {parser, [arguments] { return build(*arguments); }};
}

}  // namespace news
