#include <memory>

#include "common/article/article_json.h"
#include "common/base/output.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"
#include "indexer/pipeline/export.h"

namespace news {

Command add_export_command(CLI::App& program) {
  auto index = std::make_shared<IndexOption>();
  CLI::App* parser = program.add_subcommand(
      "export", "Write all articles out, one a line, as JSON that build and add read back");
  index->add_to(*parser);
  return {parser, [index] {
            Output out;
            export_articles(Index(index->get()), [&](const Article& article) {
              out.write(to_json_line(article) + "\n");
            });
            out.flush();
            return 0;
          }};
}

}  // namespace news
