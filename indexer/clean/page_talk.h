#pragma once

#include <string_view>

namespace news {

/// True for sentences of the page rather than of the story: cookies, newsletters, subscriptions,
/// copyright. Words that stories have too ("browser", "newsletter") tell only where the sentence
/// speaks to its reader, or where two of them meet.
bool is_page_talk(std::string_view text);

}  // namespace news
