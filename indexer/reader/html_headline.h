#pragma once

#include <string>

#include "indexer/reader/html_page.h"

namespace news {

/// What the places of a page call its headline; "" where they don't say.
struct HeadlineClaims {
  std::string shared;       ///< for other sites to show: og:title and its like
  std::string declared;     ///< JSON-LD headline
  std::string alternative;  ///< JSON-LD alternativeHeadline
  std::string source;       ///< the outlet's name
};

/// The headline of a page and where it stood: "" when it is the shared one.
struct ChosenHeadline {
  std::string text;
  std::string from;
};

/// The headline that people gave the story. The shared one, unless its only likes are for search
/// engines, and the declared one is what the page shows or what most of its places say; the
/// outlet's name behind it goes.
ChosenHeadline choose_headline(const HtmlPage& page, const HeadlineClaims& claims);

}  // namespace news
