#pragma once

#include "common/base/output.h"
#include "searcher/cli/options.h"

namespace news {

/// Does what the command line asks for and gives the exit code. Throws Error.
int run(const Options& options, Output& output);

}  // namespace news
