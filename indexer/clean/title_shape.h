#pragma once

#include <string_view>

namespace news {

/// True for lines that stand where titles do and are none by their looks, whatever their words: the
/// name of a picture ("Jane DoeJane Doe", "night-ferries_2.jpg"), an arrow to the next story
/// ("Trams stop early →"), a menu with bars, a path ("Home » Harbour » Ferries"), a program.
bool is_no_title_by_shape(std::string_view text);

}  // namespace news
