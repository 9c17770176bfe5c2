#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "common/index/index.h"
#include "searcher/match/plan.h"

namespace news {

/// Segment and number of the article with this id.
std::optional<std::pair<std::size_t, std::uint32_t>> locate_article(const Index& index,
                                                                    std::string_view id);

/// Makes `plan` find the articles that share the most telling terms with the article `id`, but not
/// that article; with `before_it` only those published before it. Throws Error{Usage} when there is
/// no such article, or it has no date to be before.
void plan_like(const Index& index, const std::string& id, bool before_it, Plan& plan);

}  // namespace news
