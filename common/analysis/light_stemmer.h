#pragma once

#include <string>
#include <string_view>

namespace news {

/// A word's stem by rules of one language: endings, and what is written together with the front of
/// a word (the article, "and", "in"), are taken off while enough letters are left.
using LightStemmer = std::u32string (*)(std::u32string word);

/// For the languages that Snowball, as Xapian has it, doesn't know (Greek, Hebrew, Hindi, Korean,
/// Persian, Urdu), and for Arabic, where it takes "minister" and "the minister" for two words.
/// Words come folded. nullptr for all others. What the rules are after: Larkey, Ballesteros and
/// Connell, Light Stemming for Arabic Information Retrieval (2007); Ramanathan and Rao, A
/// Lightweight Stemmer for Hindi (2003).
LightStemmer light_stemmer(std::string_view language);

}  // namespace news
