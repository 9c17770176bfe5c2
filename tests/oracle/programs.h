#pragma once

#include <string>
#include <vector>

namespace news::test {

/// What a program printed, and how it ended.
struct ProgramRun {
  std::string output;
  int exit_code = 0;
};

/// Runs one of the two programs with its standard output read; standard error is the test's own.
/// Arguments are passed as they are, blanks and quotes included. `folder` is where it runs.
ProgramRun run_program(const std::string& name, const std::vector<std::string>& arguments,
                       const std::string& folder = ".");

}  // namespace news::test
