#include <memory>

#include "common/base/output.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"
#include "indexer/cli/update_output.h"
#include "indexer/pipeline/update.h"

namespace news {
namespace {

struct CompactArguments {
  IndexOption index;
  WriterOptions writer;
};

int compact(const CompactArguments& arguments) {
  const std::string index = arguments.index.get().string();
  BuildOptions options;
  arguments.writer.apply(options);
  const UpdateSummary summary = compact_index(index, options);
  Output out;
  out.write(arguments.writer.json ? update_json(summary, "compact", index)
                                  : update_state(summary, index));
  out.flush();
  return 0;
}

}  // namespace

Command add_compact_command(CLI::App& program) {
  auto arguments = std::make_shared<CompactArguments>();
  CLI::App* parser = program.add_subcommand(
      "compact", "Merge all segments into one; room of removed articles is given back");
  arguments->index.add_to(*parser);
  arguments->writer.add_to(*parser);
  return {parser, [arguments] { return compact(*arguments); }};
}

}  // namespace news
