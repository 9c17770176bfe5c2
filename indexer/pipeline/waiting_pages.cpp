#include "indexer/pipeline/waiting_pages.h"

#include "common/base/error.h"
#include "common/index/article_codec.h"

namespace news {
namespace {

/// The texts stand where the article store has their layouts.
std::string pack(const Article& article) {
  TextLayouts texts;
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = laid_out_text(article, i);
  return encode_article(article, texts);
}

Article unpack(std::string_view packed) {
  StoredArticle stored;
  if (!decode_article(packed, stored)) {
    throw Error(ErrorKind::Bug, "a page that waited is broken");
  }
  Article article = std::move(stored.article);
  for (std::size_t i = 0; i < stored.layouts.size(); ++i) {
    laid_out_text(article, i) = stored.layouts[i];
  }
  return article;
}

}  // namespace

void WaitingPages::add(const Article& article, std::uint64_t sequence) {
  const std::string packed = pack(article);
  entries_.push_back({sequence, blobs_.append(packed), static_cast<std::uint32_t>(packed.size())});
}

void WaitingPages::for_each(const std::function<void(Article, std::uint64_t sequence)>& use) const {
  std::string packed;
  for (const Entry& entry : entries_) {
    blobs_.read(entry.offset, entry.bytes, packed);
    use(unpack(packed), entry.sequence);
  }
}

}  // namespace news
