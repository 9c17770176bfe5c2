#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/answer.h"
#include "searcher/output/hit_fields.h"

namespace news {

/// How JSON is written.
struct JsonStyle {
  std::vector<HitField> fields;  ///< of each hit; empty: the standard ones
  bool one_line = false;
};

/// An answer as one JSON object of schema "newssearch/1" (docs/JSON_OUTPUT.md), with a line end.
/// `batch_id` is the id of a --batch line, and left out when empty.
std::string answer_json(const Answer& answer, const JsonStyle& style,
                        std::string_view batch_id = {});

/// A hit as one line of JSON, with a line end.
std::string hit_json_line(const Hit& hit, const JsonStyle& style);

}  // namespace news
