#pragma once

#include "indexer/reader/format.h"

namespace news {

// The row that each reader file puts into the registry (formats.cpp). A new format is a file with
// one such function, its line here and its place in the registry.

/// Reuters-21578: <REUTERS ...> elements in SGML of its own kind.
Format reuters_sgml_format();

/// NITF: <nitf>, alone in its file.
Format nitf_format();

/// NewsML-G2: <newsItem>, or several in a <newsMessage>.
Format newsml_g2_format();

/// NewsML 1.0 to 1.2: <NewsML>.
Format newsml1_format();

/// RSS of any version, RDF among them, and Atom.
Format feed_format();

/// RCV1: <newsitem> elements.
Format rcv1_format();

/// trafilatura's XML (<doc>) and TEI.
Format trafilatura_xml_format();

/// Small vocabularies of press release services.
Format release_xml_format();

/// TREC's <DOC> elements and collections made like them.
Format trec_sgml_format();

/// WARC, and WET, which is WARC with text in it.
Format warc_format();

/// ARC 1, which came before WARC.
Format arc_format();

/// ANPA 1312, with which AP sent its stories.
Format anpa_format();

/// IPTC 7901, with which dpa sent its stories.
Format iptc7901_format();

/// Text below a header between '---' lines.
Format front_matter_format();

/// A bulletin in Markdown with several items.
Format bulletin_format();

/// Text exports of Nexis.
Format nexis_format();

/// Tables: CSV, TSV and their like.
Format csv_format();

/// One JSON object with an article a line.
Format json_lines_format();

/// A file with one JSON value: an article, an array of articles, or {"articles": [...]}.
Format json_format();

/// A web page: HTML of any age, with JSON-LD, microdata and meta elements.
Format html_format();

/// Any text: one page with its menus and footers. Asked last: nothing else claimed it.
inline constexpr std::string_view kPageTextName = "page-text";
Format page_text_format();

}  // namespace news
