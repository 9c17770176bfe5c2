#include <optional>

#include "fuzz/hostile_index.h"
#include "searcher/match/search.h"
#include "searcher/query/parse_query.h"

namespace news {
namespace {

const char* const kQueries[] = {"the", "\"woods of Sweden\"", "=\"in the woods\"",
                                "story NEAR/5 pangolins", "pang* OR wood~", "country:SE",
                                "date:2026-02", "-woods", "length:>3", "headline:number pangolin",
                                "(number OR wood~) SENT sweden", "pangolin OR (story -number)",
                                "suede", "zone:other(subscribe)", "zone:other\"city park\"",
                                "zone:other pangolin* subscribe~ -woods",
                                "(wood1 OR wood700 OR number) -wood20", "source:g*"};

void search_all(const std::filesystem::path& path) {
  std::optional<Searcher> searcher;
  survive([&] { searcher.emplace(path); });
  if (!searcher) return;
  for (const char* text : kQueries) {
    SearchRequest request;
    request.query = parse_query(text);
    request.facets = {Field::Source, Field::Country};
    request.timeline = TimelineUnit::Year;
    survive([&] { searcher->search(request); });
    request.other = true;
    request.facets.clear();
    request.timeline = TimelineUnit::None;
    request.any_word = request.collapse = request.explain = true;
    survive([&] { searcher->search(request); });
  }
  SearchRequest like;
  like.like = "11";
  survive([&] { searcher->search(like); });
  survive([&] { searcher->find_article("11"); });
}

}  // namespace
}  // namespace news

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static news::HostileIndex index;
  index.change({reinterpret_cast<const char*>(data), size});
  news::search_all(index.path());
  return 0;
}
