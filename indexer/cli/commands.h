#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <vector>

namespace news {

/// A subcommand: its parser, and what to do when it was the one given. `run` returns the exit code.
struct Command {
  CLI::App* parser = nullptr;
  std::function<int()> run;
};

// Each adds one subcommand to the program.
Command add_build_command(CLI::App& program);
Command add_extract_command(CLI::App& program);
Command add_explain_command(CLI::App& program);
Command add_info_command(CLI::App& program);
Command add_add_command(CLI::App& program);
Command add_remove_command(CLI::App& program);
Command add_compact_command(CLI::App& program);
Command add_export_command(CLI::App& program);
Command add_check_command(CLI::App& program);
Command add_watch_command(CLI::App& program);

}  // namespace news
