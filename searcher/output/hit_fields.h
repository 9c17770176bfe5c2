#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "searcher/match/answer.h"

namespace news {

/// Ranges [start, end) of code points.
using Highlights = std::vector<std::pair<std::size_t, std::size_t>>;

/// A property of a hit, before any format has a say. monostate: not known.
using FieldValue =
    std::variant<std::monostate, std::string, std::uint64_t, double, bool, std::vector<std::string>,
                 Dateline, std::vector<Snippet>, Highlights, std::vector<FoldedCopy>>;

/// A property of a hit by its name in every output format.
struct HitField {
  std::string_view name;
  FieldValue (*value)(const Hit& hit);
};

/// What every hit has in JSON, in this order.
const std::vector<HitField>& standard_hit_fields();

/// Reads `headline,source,body`: names of the standard fields and some more. Throws Error{Usage}
/// with the nearest name for one that isn't there.
std::vector<HitField> parse_hit_fields(std::string_view list);

/// All names that `parse_hit_fields` takes, for messages: "rank, score, ...".
std::string hit_field_names();

}  // namespace news
