#include "indexer/clean/vocabulary.h"

#include <algorithm>

#include "common/base/text.h"
#include "indexer/clean/letter_case.h"

namespace news {
namespace {

constexpr int kLetters = 5;  // of a word that have to agree
constexpr int kFewestLetters = 4;
constexpr double kUnknownShare = 0.3;

bool is_cjk(char32_t c) { return (c >= 0x3040 && c < 0xa000) || (c >= 0xac00 && c < 0xd7b0); }

char32_t small(char32_t c) {
  if (c < 0x80) return static_cast<char32_t>(ascii_lower(static_cast<char>(c)));
  if ((c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x410 && c < 0x430)) return c + 32;
  return c;
}

/// Calls `use` with a number for each word of four letters and more, or each pair.
template <class Use>
void each_word(std::string_view text, Use use) {
  std::uint64_t word = 0;
  int letters = 0;
  char32_t before = 0;
  const auto add_letter = [&](char32_t c) {
    if (letters < kLetters) word = word * 1000003 + small(c);
    ++letters;
  };
  const auto end_word = [&] {
    if (letters >= kFewestLetters) use(word);
    word = 0;
    letters = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    // Most letters are ASCII.
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      before = static_cast<unsigned char>(text[i++]);
      is_ascii_alpha(static_cast<char>(before)) ? add_letter(before) : end_word();
      continue;
    }
    const char32_t c = next_code_point(text, i);
    const bool pair = is_cjk(c);
    if (pair && is_cjk(before)) use((std::uint64_t{before} << 32) | c);
    !pair && is_letter(c) ? add_letter(c) : end_word();
    before = c;
  }
  end_word();
}

}  // namespace

void Vocabulary::add(std::string_view text) {
  each_word(text, [this](std::uint64_t word) { words_.push_back(word); });
}

void Vocabulary::seal() { std::sort(words_.begin(), words_.end()); }

double Vocabulary::share(std::string_view text) const {
  int all = 0;
  int known = 0;
  each_word(text, [&](std::uint64_t word) {
    ++all;
    known += std::binary_search(words_.begin(), words_.end(), word) ? 1 : 0;
  });
  return all < 2 ? kUnknownShare : static_cast<double>(known) / all;
}

}  // namespace news
