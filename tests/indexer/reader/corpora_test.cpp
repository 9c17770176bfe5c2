#include <map>

#include "tests/catch.h"
#include "tests/indexer/reader/reader_helpers.h"

namespace {

using namespace news;
namespace fs = std::filesystem;

/// The folder of a collection beside the project; "" and a warning where it isn't.
std::string shared(const std::string& name) {
  const std::string path = std::string(NEWS_SOURCE_DIR) + "/../shared/corpora/" + name;
  std::error_code error;
  if (fs::exists(path, error)) return path;
  WARN("skipped: no " << name << " in ../shared/corpora");
  return "";
}

struct Counts {
  std::size_t articles = 0;
  std::size_t rejections = 0;
  std::size_t dated = 0;
  std::map<std::string, std::size_t> formats;
};

Counts count(const std::string& path) {
  Counts counts;
  const ReadCorpus all = read_all({path});
  counts.articles = all.articles.size();
  counts.rejections = all.rejections.size();
  for (const RawArticle& raw : all.articles) {
    if (!raw.published_text.empty()) ++counts.dated;
    ++counts.formats[raw.article.format];
  }
  return counts;
}

TEST_CASE("Every item of the collections at hand is read", "[reader][corpora]") {
  struct Expected {
    const char* name;
    std::size_t articles, rejections, dated;
    const char* format;
  };
  // Twelve of the news-please files hold an address and nothing else, two are empty.
  for (const Expected& expected :
       {Expected{"ant-arabic", 1429, 0, 1429, "trec-sgml"},
        Expected{"cctv-xinwen", 3045, 0, 3045, "bulletin"},
        Expected{"10kgnad-de", 1028, 1, 0, "csv"}, Expected{"news-please", 577, 14, 554, "json"}}) {
    const std::string path = shared(expected.name);
    if (path.empty()) continue;
    INFO(expected.name);
    const Counts counts = count(path);
    CHECK(counts.articles == expected.articles);
    CHECK(counts.rejections == expected.rejections);
    CHECK(counts.dated == expected.dated);
    CHECK(counts.formats.at(expected.format) == expected.articles);
  }
}

TEST_CASE("Wire files with a text item give it, others say why not", "[reader][corpora]") {
  const std::string path = shared("wire-formats");
  if (path.empty()) return;
  const ReadCorpus all = read_all({path});
  std::map<std::string, std::string> headlines;
  for (const RawArticle& raw : all.articles) {
    CHECK(raw.article.format != "page-text");
    const std::string name = fs::path(raw.article.source_path).filename().string();
    headlines[name] = raw.article.headline;
    INFO(name);
    CHECK_FALSE((raw.article.headline.empty() && raw.article.body.empty()));
  }
  CHECK(headlines["efe_nitf.xml"] == "Honduran president announces Cabinet changes");
  CHECK(headlines["ats_newsml_1_2_belga.xml"] ==
        "Un taureau entre dans un magasin \u00e0 Landquart (GR)");
  CHECK(headlines["tt_newsml_test.xml"] == "Polen: EU h\u00e4mnas f\u00f6r flyktingmotst\u00e5nd");
  CHECK(headlines["dpa_two_line.txt"].find("Peace talks on Yemen") == 0);
  CHECK(headlines.count("picture.xml") == 0);
  CHECK(headlines.count("ninjs6.json") == 0);
}

TEST_CASE("Crawls are read to their end, broken records and all", "[reader][corpora]") {
  const std::string path = shared("warc");
  if (path.empty()) return;
  const ReadCorpus all = read_all({path});
  CHECK(all.articles.size() >= 190);
  // The time of the capture is no date of the page.
  for (const RawArticle& raw : all.articles) {
    CHECK(raw.published_key.find("WARC") == std::string::npos);
  }
}

}  // namespace
