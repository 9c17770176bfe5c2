#include <CLI/CLI.hpp>

#include <cstdio>
#include <vector>

#include "common/base/error.h"
#include "common/base/output.h"
#include "common/base/run_main.h"
#include "indexer/cli/commands.h"

namespace {

constexpr const char* kAbout =
    "Turns news articles into a compressed index that newssearch answers queries over.\n"
    "  newsindex build corpus/\n"
    "  newssearch \"Western pressure\" --after 2026-01-01";

int print(const std::string& text) {
  news::Output out;
  out.write(text);
  out.flush();
  return 0;
}

int run(int argc, char** argv) {
  using namespace news;
  CLI::App program(kAbout, "newsindex");
  program.set_version_flag("--version", "newsindex " NEWS_VERSION);
  program.require_subcommand(1);
  const std::vector<Command> commands = {
      add_build_command(program),   add_add_command(program),    add_remove_command(program),
      add_compact_command(program), add_export_command(program), add_check_command(program),
      add_watch_command(program),   add_extract_command(program), add_explain_command(program),
      add_info_command(program)};
  try {
    program.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return print(program.help());
  } catch (const CLI::CallForVersion& version) {
    return print(version.what() + std::string("\n"));
  } catch (const CLI::ParseError& e) {
    throw Error(ErrorKind::Usage, std::string(e.what()) + "\ntry 'newsindex --help'");
  }
  for (const Command& command : commands) {
    if (command.parser->parsed()) return command.run();
  }
  throw Error(ErrorKind::Bug, "a command without anything to do");
}

}  // namespace

int main(int argc, char** argv) {
  return news::run_main("newsindex", [&] { return run(argc, argv); });
}
