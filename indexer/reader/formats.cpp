#include <algorithm>

#include "indexer/reader/detect.h"
#include "indexer/reader/readers.h"

namespace news {

const std::vector<Format>& all_formats() {
  static const std::vector<Format> formats = {
      warc_format(),         arc_format(),        anpa_format(),  iptc7901_format(),
      reuters_sgml_format(), trec_sgml_format(),  nitf_format(),  newsml_g2_format(),
      newsml1_format(),      feed_format(),       rcv1_format(),  trafilatura_xml_format(),
      release_xml_format(),  json_lines_format(), json_format(),  html_format(),
      front_matter_format(), bulletin_format(),   nexis_format(), csv_format(),
      page_text_format(),
  };
  return formats;
}

const Format* find_format(std::string_view name) {
  const auto& formats = all_formats();
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const Format& format) { return format.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

const Format* detect_format(const Sniff& sniff) {
  const bool text = is_text(sniff.bytes);
  for (const Format& format : all_formats()) {
    if ((text || format.reads_binary) && format.detect(sniff)) return &format;
  }
  return nullptr;
}

}  // namespace news
