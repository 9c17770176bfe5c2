#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "common/index/schema.h"

namespace news {

/// What an article has of an attribute, as it is shown and counted.
std::vector<std::string> attribute_labels(const Article& article, Attribute attribute);

/// What had to be worked out, or assumed, to read a date: read off its provenance. Names such as
/// "zone assumed", as `newsindex info` shows them.
std::vector<std::string> date_guesses(const DateStamp& date);

/// The term that stands for a value of an attribute, however the value is written: case, accents
/// and a leading "www." don't count.
std::string attribute_term(Attribute attribute, std::string_view value);

/// All terms that an article is found by as a whole, without repeats: attributes, the source's host
/// beside its name, date, id.
std::vector<std::string> filter_terms(const Article& article);

}  // namespace news
