#include "common/index/posting_file.h"

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/base/varint.h"
#include "tests/catch.h"
#include "tests/indexer/segment/glass_fixture.h"

using namespace news;
using namespace news::glass_test;

namespace {

std::vector<Posting> read_list(PostingFile::List& list) {
  std::vector<Posting> postings;
  do {
    std::string_view codes = list.chunk().codes;
    std::uint64_t article = list.chunk().first;
    std::uint64_t gap = 0;
    std::uint64_t wdf = 0;
    if (!get_varint(codes, wdf)) return {};
    postings.push_back({static_cast<std::uint32_t>(article), static_cast<std::uint32_t>(wdf)});
    while (!codes.empty()) {
      if (!get_varint(codes, gap) || !get_varint(codes, wdf)) return {};
      article += gap + 1;
      postings.push_back({static_cast<std::uint32_t>(article), static_cast<std::uint32_t>(wdf)});
    }
    if (article != list.chunk().last) return {};
  } while (list.next());
  return postings;
}

/// Terms of every length, some sharing all but the end, some with zero bytes, and long lists.
Postings make_postings() {
  std::mt19937 random(11);
  Postings postings(70000);
  for (int i = 0; i < 4000; ++i) {
    postings.add_random("t" + std::to_string(i * 7919 % 100000), 1e-4, 255, random);
  }
  for (int i = 1; i < 120; ++i) postings.add_random(std::string(2 * i, 'x'), 0.01, 255, random);
  for (const double share : {0.9, 0.5, 0.1, 0.02}) {
    postings.add_random("many" + std::to_string(share), share, 255, random);
  }
  postings.add_random(std::string("zero\0byte", 9), 0.2, 1000, random);
  postings.add_random(std::string("zero\0", 5), 0.2, 0, random);
  return postings;
}

}  // namespace

TEST_CASE("A posting file read in place holds what was written", "[glass]") {
  const ScratchFolder scratch;
  Postings postings = make_postings();
  std::erase_if(postings.lists, [](const auto& list) { return list.second.empty(); });
  const auto folder = write(postings, make_glass_writer, scratch / "postings");
  write_posting_checks(folder, scratch / "checks");
  const PostingFile file(folder, scratch / "checks");
  for (const auto& [term, expected] : postings.lists) {
    INFO(term);
    auto list = file.find(term);
    REQUIRE(list.has_value());
    CHECK(list->frequency() == expected.size());
    const std::vector<Posting> found = read_list(*list);
    REQUIRE(found.size() == expected.size());
    const bool same = std::equal(found.begin(), found.end(), expected.begin(),
                                 [](const Posting& a, const Posting& b) {
                                   return a.article == b.article && a.wdf == b.wdf;
                                 });
    CHECK(same);
    CHECK_FALSE(file.find(term + "~").has_value());
  }
  for (const char* missing : {"", "a", "many", "zero", "zzz", "x"}) {
    INFO(missing);
    CHECK_FALSE(file.find(missing).has_value());
  }
}

TEST_CASE("A damaged posting file is an error or the right answer", "[glass]") {
  const ScratchFolder scratch;
  std::mt19937 random(3);
  Postings postings(3000);
  for (int i = 0; i < 300; ++i) {
    postings.add_random("t" + std::to_string(i), 0.02, 255, random);
  }
  std::erase_if(postings.lists, [](const auto& list) { return list.second.empty(); });
  const auto folder = write(postings, make_glass_writer, scratch / "postings");
  write_posting_checks(folder, scratch / "checks");
  const std::string whole = read_file(folder / "postlist.glass");
  int errors = 0;
  for (int i = 0; i < 300; ++i) {
    std::string bad = whole;
    for (int flips = 0; flips < 4; ++flips) {
      bad[random() % bad.size()] ^= static_cast<char>(1 << random() % 8);
    }
    if (i % 10 == 0) bad.resize(random() % bad.size());
    replace_file(folder / "postlist.glass", bad);
    try {
      const PostingFile file(folder, scratch / "checks");
      for (const auto& [term, expected] : postings.lists) {
        auto list = file.find(term);
        REQUIRE(list.has_value());
        REQUIRE(read_list(*list).size() == expected.size());
      }
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::Index);
      ++errors;
    }
  }
  CHECK(errors > 250);  // others hit what no list needs
}
