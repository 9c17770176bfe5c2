#include <memory>

#include "common/base/error.h"
#include "common/base/output.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/corpus_task.h"
#include "indexer/cli/update_output.h"
#include "indexer/pipeline/update.h"

namespace news {
namespace {

struct AddArguments {
  CorpusTask task;
  std::uint64_t commit_every = 0;
};

std::string summary_text(const UpdateSummary& summary, const std::string& index) {
  std::string out = count_of(summary.added, "article") + " added";
  if (summary.replaced > 0) {
    out += ", " + std::to_string(summary.replaced) + " of them in place of older ones";
  }
  out += "\n";
  for (const auto& [kind, count] : summary.rejections) {
    out += std::to_string(count) + " rejected: " + kind + "\n";
  }
  return out + update_state(summary, index);
}

int add(const AddArguments& arguments) {
  const CorpusTask& task = arguments.task;
  if (task.report.strict && arguments.commit_every > 0) {
    throw Error(ErrorKind::Usage,
                "--strict changes nothing when anything is rejected, --commit-every commits "
                "before all is read; leave one out");
  }
  const std::string index = task.index.get().string();
  UpdateSummary summary;
  task.run([&](BuildOptions options) {
    options.commit_every = arguments.commit_every;
    summary = add_to_index(index, options, task.ranking.given());
  });
  Output out;
  const bool refused = !summary.committed;
  if (refused) print_strict_failure(summary.rejected, index);
  if (task.writer.json) out.write(update_json(summary, "add", index));
  if (!task.writer.json && !refused) out.write(summary_text(summary, index));
  out.flush();
  return refused ? 1 : 0;
}

}  // namespace

Command add_add_command(CLI::App& program) {
  auto arguments = std::make_shared<AddArguments>();
  CLI::App* parser = program.add_subcommand(
      "add", "Add articles to an index; one whose id is known takes the place of the old one");
  arguments->task.add_to(*parser);
  parser
      ->add_option("--commit-every", arguments->commit_every,
                   "Commit after every N records too, not only at the end")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 40))
      ->type_name("N");
  return {parser, [arguments] { return add(*arguments); }};
}

}  // namespace news
