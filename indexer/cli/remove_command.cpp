#include <cstdio>
#include <memory>

#include "common/base/error.h"
#include "common/base/output.h"
#include "common/base/text.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/found_ids.h"
#include "indexer/cli/options.h"
#include "indexer/cli/update_output.h"
#include "indexer/pipeline/update.h"

namespace news {
namespace {

struct RemoveArguments {
  IndexOption index;
  WriterOptions writer;
  std::vector<std::string> ids;
  std::string query;
  bool strict = false;
};

/// The ids given; "-" stands for those on standard input, one a line.
std::vector<std::string> given_ids(const std::vector<std::string>& arguments) {
  std::vector<std::string> ids;
  for (const std::string& argument : arguments) {
    if (argument != "-") {
      ids.push_back(argument);
      continue;
    }
    const std::string text = read_standard_input();
    for (std::string_view line : split(text, '\n')) {
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (!line.empty()) ids.emplace_back(line);
    }
  }
  return ids;
}

void report_unknown(const std::vector<std::string>& unknown) {
  constexpr std::size_t kShown = 10;
  for (std::size_t i = 0; i < std::min(unknown.size(), kShown); ++i) {
    print_notice("newsindex: no article has the id '" + unknown[i] + "'");
  }
  if (unknown.size() <= kShown) return;
  std::fprintf(stderr, "newsindex: nor %llu more ids\n",
               static_cast<unsigned long long>(unknown.size() - kShown));
}

int remove(const RemoveArguments& arguments) {
  if (arguments.ids.empty() == arguments.query.empty()) {
    throw Error(ErrorKind::Usage, "name the articles to remove: ids, - for ids on standard input, "
                                  "or --query");
  }
  const std::string index = arguments.index.get().string();
  BuildOptions options;
  options.strict = arguments.strict;
  arguments.writer.apply(options);
  const std::vector<std::string> ids = given_ids(arguments.ids);
  const UpdateSummary summary = remove_found(
      index, [&] { return arguments.query.empty() ? ids : find_ids(index, arguments.query); },
      options);
  report_unknown(summary.unknown);
  Output out;
  if (arguments.writer.json) {
    out.write(update_json(summary, "remove", index));
  } else {
    out.write(count_of(summary.committed ? summary.removed : 0, "article") + " removed\n" +
              update_state(summary, index));
  }
  out.flush();
  return arguments.strict && !summary.unknown.empty() ? 1 : 0;
}

}  // namespace

Command add_remove_command(CLI::App& program) {
  auto arguments = std::make_shared<RemoveArguments>();
  CLI::App* parser = program.add_subcommand(
      "remove", "Remove articles by id, or all that a query finds, in one commit");
  parser->add_option("ID", arguments->ids, "Ids as newssearch shows them; - for standard input");
  parser
      ->add_option("--query", arguments->query,
                   "Remove every article that newssearch finds for this query")
      ->type_name("QUERY");
  parser->add_flag("--strict", arguments->strict,
                   "Fail, and change nothing, when an id is not known");
  arguments->index.add_to(*parser);
  arguments->writer.add_to(*parser);
  return {parser, [arguments] { return remove(*arguments); }};
}

}  // namespace news
