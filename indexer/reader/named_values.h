#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/reader/fields.h"
#include "indexer/reader/format.h"

namespace news {

/// The field that a column or a header line of that name usually holds: "Publication Date",
/// "publish_date" and "publishDate" are one name.
std::optional<Field> find_usual_field(std::string_view name);

/// A name and its value, as rows of tables and headers of texts have them.
using NamedValue = std::pair<std::string, std::string>;

/// Fills an article from named values: mapped fields from where the user said (a number is a
/// column, from 1), others from the best of their usual names that has something to say.
RawArticle article_of_values(const std::vector<NamedValue>& values, const ReadOptions& options);

}  // namespace news
