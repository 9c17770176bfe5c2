#pragma once

#include <functional>
#include <string_view>

namespace news {

/// Runs a program's body and turns whatever it throws into one message on standard error and the
/// exit code that goes with it: the only place where errors are caught for good. SIGPIPE is
/// ignored, so that a closed pipe arrives as `BrokenPipe`.
int run_main(std::string_view program, const std::function<int()>& body);

}  // namespace news
