#include <optional>
#include <string>

#include "common/base/output.h"
#include "common/base/run_main.h"
#include "searcher/cli/options.h"
#include "searcher/cli/run.h"

int main(int argc, char** argv) {
  return news::run_main("newssearch", [&] {
    news::Output output;
    std::optional<std::string> text;
    const news::Options options = news::parse_options(argc, argv, text);
    if (!text) return news::run(options, output);
    output.write(*text);
    output.flush();
    return 0;
  });
}
