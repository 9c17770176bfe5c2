#include <cstdio>
#include <memory>

#include "common/base/error.h"
#include "common/base/output.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/corpus_task.h"
#include "indexer/cli/update_output.h"
#include "indexer/pipeline/watch.h"

namespace news {
namespace {

struct WatchArguments {
  CorpusTask task;
  double settle = 3;
};

int watch(WatchArguments& arguments) {
  CorpusTask& task = arguments.task;
  if (task.corpus.corpus.size() != 1 || task.corpus.corpus.front() == "-") {
    throw Error(ErrorKind::Usage, "watch follows one folder");
  }
  task.report.progress = "never";
  const std::string index = task.index.get().string();
  Output out;
  task.run([&](const BuildOptions& build) {
    WatchOptions options;
    options.build = build;
    options.check_ranking = task.ranking.given();
    options.settle = arguments.settle;
    options.on_commit = [&](const UpdateSummary& summary) {
      if (task.writer.json) {
        out.write(update_json(summary, "add", index));
      } else {
        out.write(count_of(summary.added, "article") + " added, " +
                  update_state(summary, index));
      }
      out.flush();
    };
    options.on_problem = [](const std::string& what) { print_notice("newsindex: " + what); };
    watch_folder(index, options);
  });
  return 0;
}

}  // namespace

Command add_watch_command(CLI::App& program) {
  auto arguments = std::make_shared<WatchArguments>();
  CLI::App* parser = program.add_subcommand(
      "watch", "Follow a folder and add what arrives, until it is told to stop (SIGTERM, Ctrl-C)");
  arguments->task.add_to(*parser);
  parser
      ->add_option("--settle", arguments->settle,
                   "Commit when nothing has arrived for so long (default: 3)")
      ->check(CLI::Range(0.0, 86400.0))
      ->type_name("SECONDS");
  return {parser, [arguments] { return watch(*arguments); }};
}

}  // namespace news
