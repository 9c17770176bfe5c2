#include "indexer/cli/corpus_task.h"

#include <cstdio>

#include "indexer/cli/progress_bar.h"
#include "indexer/cli/rejects_log.h"

namespace news {

void CorpusTask::add_to(CLI::App& command) {
  corpus.add_to(command, "Files, folders, .gz and .zst, or - for standard input");
  index.add_to(command);
  ranking.add_to(command);
  writer.add_to(command);
  report.add_to(command);
}

void CorpusTask::run(const std::function<void(const BuildOptions&)>& work) const {
  BuildOptions options;
  options.corpus = corpus.corpus;
  options.reading = corpus.reading();
  options.cleaning = corpus.checked_cleaning();
  options.ranking = ranking.get();
  options.strict = report.strict;
  writer.apply(options);
  RejectsLog rejects("newsindex", report.rejects_path);
  ProgressBar bar(report.progress, report.progress == "never" ? 0 : corpus_bytes(options.corpus));
  options.on_rejection = [&](const Rejection& rejection) {
    bar.clear();
    rejects.add(rejection);
  };
  options.on_progress = [&](const BuildProgress& progress) { bar.show(progress); };
  work(options);
  bar.clear();
  rejects.finish();
}

void print_strict_failure(std::uint64_t rejected, const std::string& index) {
  std::fprintf(stderr, "newsindex: error: %llu %s under --strict; '%s' is as it was\n",
               static_cast<unsigned long long>(rejected),
               rejected == 1 ? "rejection" : "rejections", index.c_str());
}

}  // namespace news
