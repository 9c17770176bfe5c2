#pragma once

#include <string>
#include <string_view>

namespace news {

/// A name reduced to what people agree on when they spell it: lower case, Latin and
/// Greek letters without accents, no points or apostrophes, other punctuation as one blank, "&" as
/// "and", "Saint" as "st", no leading "the". "Côte d'Ivoire" and "cote-divoire" don't differ then,
/// nor do "U.S." and "us". Scripts without capitals stay as they are. `name` is valid UTF-8.
std::string fold_name(std::string_view name);

}  // namespace news
