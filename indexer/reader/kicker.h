#pragma once

#include <string_view>

namespace news {

/// A page may write one title twice, with other signs in one place: "Fire in Leeds: Man held" and
/// "Fire in Leeds - Man held", or with none. Then what stands before that place is a kicker, which
/// the layout joins to the title now this way, now that way. Returns the part of `title` behind it;
/// "" when there is no such place, or neither has a colon there. Borrows from `title`.
std::string_view behind_kicker(std::string_view title, std::string_view again);

}  // namespace news
