#pragma once

namespace pugi {
class xml_node;
}

namespace news {

struct RawArticle;

/// Fills what `raw` has not yet from a <nitf> element, which may stand inside NewsML and then has
/// only a body.
void read_nitf(const pugi::xml_node& nitf, RawArticle& raw);

}  // namespace news
