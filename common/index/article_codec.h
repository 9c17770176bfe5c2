#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/article/article.h"
#include "common/index/schema.h"

namespace news {

/// The fields whose text is not stored but made again from a token stream and a layout, in the
/// order of the token stream.
inline constexpr std::array<TextField, 4> kLaidOutFields = {TextField::Headline, TextField::Summary,
                                                            TextField::Body, TextField::Other};

/// How much of an article is wanted. Its texts are most of the work.
enum class ArticleParts : std::uint8_t {
  All,
  Story,       ///< all but what was stripped from its page
  AllButBody,  ///< and not the body either
};

/// One layout (see text_layout.h) for each of `kLaidOutFields`, borrowed.
using TextLayouts = std::array<std::string_view, kLaidOutFields.size()>;

/// The text of field `i` of `kLaidOutFields`.
std::string& laid_out_text(Article& article, std::size_t i);
const std::string& laid_out_text(const Article& article, std::size_t i);

/// What the article store holds of an article: all but the texts of `kLaidOutFields`, which are
/// empty here. The layouts are views into the bytes that it was decoded from.
struct StoredArticle {
  Article article;
  TextLayouts layouts;
};

/// An article as bytes: a tag, a length and a value for each field that isn't empty; layouts in
/// place of the texts of `kLaidOutFields`. Readers pass over tags they don't know, so fields can be
/// added.
std::string encode_article(const Article& article, const TextLayouts& layouts);

/// False when the bytes are no article.
bool decode_article(std::string_view bytes, StoredArticle& stored);

}  // namespace news
