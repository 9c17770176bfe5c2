#include "indexer/clean/site_evidence.h"

#include <algorithm>

#include "tests/catch.h"

using namespace news;

namespace {

constexpr std::size_t kPlenty = 1u << 20;

Article article_of(const std::string& id, const std::string& body) {
  Article article;
  article.id = id;
  article.headline = "Story " + id;
  article.source = "Example Gazette";
  article.body = body;
  return article;
}

/// Eight paragraphs that no other story has.
std::string story(const std::string& name) {
  std::string text;
  for (char part = 'a'; part < 'i'; ++part) {
    text += (part == 'a' ? "" : "\n") + std::string("Of story ") + name + " this is part " + part;
  }
  return text;
}

const std::string kTop = "The Gazette has been read since 1901.";
const std::string kEnd = "Readers may write to the editors.";

/// The paragraphs that are left of the last body when these are the bodies of a site.
std::string left_of(const std::vector<std::string>& bodies, std::size_t memory = kPlenty) {
  SiteEvidence evidence(memory);
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    evidence.add(site_page(article_of(std::to_string(i), bodies[i]), i));
  }
  Article last = article_of("last", bodies.back());
  strip_site_furniture(last, evidence.find());
  return last.body;
}

std::string framed(const std::string& text) { return kTop + "\n" + text + "\n" + kEnd; }

/// A story with a paragraph of background in its middle.
std::string with_background(const std::string& name) {
  return story(name + " one") + "\nThe harbour was opened in 1871 by the mayor.\n" +
         story(name + " two");
}

}  // namespace

TEST_CASE("A paragraph at the end of three stories of a site is furniture", "[site]") {
  CHECK(left_of({framed(story("x")), framed(story("y")), framed(story("z"))}) == story("z"));
  CHECK(left_of({framed(story("x")), framed(story("z"))}) == framed(story("z")));
  // Few of many pages may say the same by chance.
  std::vector<std::string> bodies;
  for (int i = 0; i < 70; ++i) bodies.push_back(story(std::to_string(i)));
  for (const char* name : {"x", "y", "z"}) bodies.push_back(framed(story(name)));
  CHECK(left_of(bodies) == framed(story("z")));
}

TEST_CASE("A story that a site has at several addresses keeps its paragraphs", "[site]") {
  const std::string wire = story("wire");
  CHECK(left_of({wire, wire, wire, wire, wire + "\nUpdated.", wire}) == wire);
  // What other stories show is taken out of it all the same.
  CHECK(left_of({framed(story("x")), framed(story("y")), framed(story("z")), framed(wire),
                 framed(wire), framed(wire)}) == wire);
}

TEST_CASE("A paragraph of background stays unless most stories have it", "[site]") {
  std::vector<std::string> bodies;
  for (const char* name : {"r", "s", "t", "u"}) bodies.push_back(with_background(name));
  CHECK(left_of(bodies) == with_background("u"));
  bodies.push_back(with_background("v"));
  CHECK(left_of(bodies) == story("v one") + "\n" + story("v two"));
  for (int i = 0; i < 6; ++i) bodies.insert(bodies.begin(), story(std::to_string(i)));
  CHECK(left_of(bodies) == with_background("v"));
}

TEST_CASE("Of pages with one id only the last is evidence", "[site]") {
  SiteEvidence evidence(kPlenty);
  for (std::uint64_t i = 0; i < 5; ++i) {
    evidence.add(site_page(article_of("same", framed(story(std::to_string(i)))), i));
  }
  CHECK(evidence.find().empty());
}

TEST_CASE("Pages of other sites are no evidence, nor those of no site", "[site]") {
  SiteEvidence evidence(kPlenty);
  for (std::uint64_t i = 0; i < 4; ++i) {
    const std::string number = std::to_string(i);
    Article article = article_of(number, framed(story(number)));
    article.url = "https://site" + number + ".example.org/a";
    evidence.add(site_page(article, i));
    article.url.clear();
    article.source.clear();
    CHECK(site_page(article, i).lines.empty());
  }
  CHECK(evidence.find().empty());
}

TEST_CASE("With little memory a part of the pages is looked at, whatever their order", "[site]") {
  std::vector<SitePage> pages;
  for (std::uint64_t i = 0; i < 400; ++i) {
    const std::string number = std::to_string(i);
    std::string text = story(number) + (i % 9 == 0 ? "\n" + kEnd : "");
    pages.push_back(site_page(article_of(number, text), i));
  }
  const auto find = [&](std::size_t memory) {
    SiteEvidence evidence(memory);
    for (const SitePage& page : pages) evidence.add(page);
    return evidence.find().kept();
  };
  const auto some = find(20'000);
  REQUIRE(some.size() == 1);
  CHECK(some.begin()->second < 20);
  CHECK(find(kPlenty).begin()->second == 45);
  std::reverse(pages.begin(), pages.end());
  CHECK(find(20'000) == some);
  CHECK(find(0).empty());
}

TEST_CASE("What is furniture goes to the stripped text, but never all of an article", "[site]") {
  SiteFurniture furniture;
  const SitePage page = site_page(article_of("a", framed(story("a"))), 0);
  furniture.add(page.lines.front().key, 3);
  furniture.add(page.lines.back().key, 4);
  // As the manifest keeps it.
  const SiteFurniture known(furniture.kept());

  Article article = article_of("a", framed(story("a")));
  CHECK(strip_site_furniture(article, known) == std::vector<std::string>{kTop, kEnd});
  CHECK(article.body == story("a"));
  CHECK(article.other == kTop + "\n" + kEnd);
  CHECK(article.reading.stripped_characters == kTop.size() + kEnd.size());

  Article title = article_of("b", framed(story("b")));
  title.headline = kTop;
  strip_site_furniture(title, known);
  CHECK(title.headline.empty());

  Article empty = article_of("c", kTop + "\n" + kEnd);
  empty.headline = kTop;
  CHECK(strip_site_furniture(empty, known).empty());
  CHECK(empty.body == kTop + "\n" + kEnd);
}
