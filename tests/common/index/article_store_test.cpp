#include "common/index/article_store.h"

#include "common/base/error.h"
#include "common/index/article_codec.h"
#include "tests/catch.h"
#include "tests/support.h"

using namespace news;

namespace {

Article sample_article(int i) {
  Article a;
  a.id = "id-" + std::to_string(i);
  a.headline = "Port of Lima reopens after storm " + std::to_string(i);
  a.body = "Ships moved again on day " + std::to_string(i) + ".\nOfficials said more.";
  a.countries = {"PE", "CL"};
  a.authors = {"R. Roe"};
  a.published = {Precision::Second, -1234567 + i, "field date", i % 2 == 0};
  a.dateline = {"LIMA, Feb 4 (Wire)", "Lima", "PE", "Wire", {"CL"}};
  a.captions = {"A ship"};
  a.language = "en";
  return a;
}

const TextLayouts kLayouts = {"\x80", "", "\x83.", "\x81"};

std::string encoded_sample(int i) { return encode_article(sample_article(i), kLayouts); }

}  // namespace

TEST_CASE("decode_article gives back every field", "[article_store]") {
  const Article a = sample_article(3);
  StoredArticle stored;
  const std::string encoded = encoded_sample(3);
  REQUIRE(decode_article(encoded, stored));
  CHECK(encode_article(stored.article, stored.layouts) == encoded);
  CHECK(stored.layouts == kLayouts);
  const Article& b = stored.article;
  CHECK(b.id == "id-3");
  CHECK(b.body.empty());
  CHECK(b.published.seconds == a.published.seconds);
  CHECK(b.published.from == "field date");
  CHECK(b.dateline.place == "Lima");
  CHECK(b.countries == a.countries);
}

TEST_CASE("decode_article refuses bytes that are no article", "[article_store]") {
  const std::string good = encoded_sample(1);
  int refused = 0;
  for (std::size_t size = 0; size < good.size(); ++size) {
    StoredArticle stored;
    refused += decode_article(std::string_view(good).substr(0, size), stored) ? 0 : 1;
  }
  CHECK(refused > static_cast<int>(good.size()) / 2);
}

TEST_CASE("ArticleStore reads any article, with and without a dictionary", "[article_store]") {
  for (const int count : {0, 1, 5, 300}) {
    const test::TempFolder folder;
    std::vector<std::string> encoded;
    for (int i = 0; i < count; ++i) encoded.push_back(encoded_sample(i));
    const std::string dictionary = train_dictionary(encoded);
    ArticleCompressor compressor(dictionary);
    ArticleStoreWriter writer(folder / "articles", dictionary);
    for (const std::string& article : encoded) writer.add(compressor.compress(article));
    writer.finish();
    const ArticleStore store(folder / "articles");
    REQUIRE(store.size() == static_cast<std::uint64_t>(count));
    for (int i = count - 1; i >= 0; --i) {
      CHECK(store.read_encoded(static_cast<std::uint64_t>(i) + 1) ==
            encoded[static_cast<std::size_t>(i)]);
    }
    CHECK_THROWS_AS(store.read(static_cast<std::uint64_t>(count) + 1), Error);
    CHECK_THROWS_AS(store.read(0), Error);
  }
}
