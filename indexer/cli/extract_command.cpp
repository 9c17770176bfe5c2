#include <cstdio>
#include <memory>

#include "common/article/article_json.h"
#include "common/base/output.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"
#include "indexer/cli/rejects_log.h"
#include "indexer/pipeline/corpus_runs.h"

namespace news {
namespace {

struct ExtractArguments {
  CorpusOptions corpus;
  std::string rejects_path;
  bool strict = false;
};

int extract(const ExtractArguments& arguments) {
  Output out;
  RejectsLog rejects("newsindex", arguments.rejects_path);
  read_and_clean(
      arguments.corpus.corpus, arguments.corpus.reading(), arguments.corpus.checked_cleaning(),
      [&](const CleanResult& result) { out.write(to_json_line(result.article) + "\n"); },
      [&](const Rejection& rejection) { rejects.add(rejection); });
  out.flush();
  rejects.finish();
  return arguments.strict && rejects.count() > 0 ? 1 : 0;
}

}  // namespace

Command add_extract_command(CLI::App& program) {
  auto arguments = std::make_shared<ExtractArguments>();
  CLI::App* parser = program.add_subcommand(
      "extract", "Read and clean without indexing: one article a line, as JSON");
  arguments->corpus.add_to(*parser, "Files, folders, .gz and .zst, or - for standard input");
  parser->add_option("--rejects", arguments->rejects_path,
                     "Write a JSON line for each rejection to FILE")
      ->type_name("FILE");
  parser->add_flag("--strict", arguments->strict, "Exit with code 1 when anything is rejected");
  return {parser, [arguments] { return extract(*arguments); }};
}

}  // namespace news
