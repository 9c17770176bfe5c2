#pragma once

#include <string>
#include <vector>

namespace news {

/// Ids of all articles that have what a query of newssearch asks for. The query language is the
/// other program's: it is run, from the folder of this one, so that what is removed is what it
/// shows and neither program holds the other. Throws its error under the kind of its exit code,
/// Error{Io} when it can't be run.
std::vector<std::string> find_ids(const std::string& index, const std::string& query);

/// All that standard input holds. Throws Error{Io}.
std::string read_standard_input();

}  // namespace news
