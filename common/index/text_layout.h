#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/tokenizer.h"

namespace news {

/// What a text is beyond its words: capitals, blanks, punctuation. With the words, which the token
/// stream has anyway, it gives the text back exactly, so a text needs not be stored twice. After
/// the "spaceless words" of Moura, Navarro, Ziviani, Baeza-Yates, "Fast and flexible word searching
/// on compressed text" (ACM TOIS 18(2), 2000): a word after one blank, in lower case, costs next to
/// nothing. Layouts are meant to be compressed afterwards.
///
/// The bytes of a layout, for one text:
///   0x10 .. 0x1f   1 .. 16 words, each as spelled and right behind the one before
///   0x80 .. 0xbf   1 .. 64 words, each as spelled and behind one blank
///   anything else  what stands before a word, as it is in the text, up to one of
///     0x01 the word as spelled, 0x02 its first letter a capital, 0x03 all letters capitals,
///     0x04 the word as given here instead: length (varint), bytes
///                  nothing before that byte means one blank; 0x05 before it means nothing at all
///   what comes after the last word stands at the end. 0x06 makes the next byte plain text.
/// The text is taken to have one blank before it, so that it begins like any other word.
class TextLayoutWriter {
 public:
  /// Begins the layout of `text`, which stays borrowed.
  explicit TextLayoutWriter(std::string_view text) : text_(text) {}
  /// The next word: bytes [begin, end) of the text, and its spelling as a reader will be told.
  void add(std::size_t begin, std::size_t end, std::string_view spelling);
  /// The whole layout.
  std::string finish();

 private:
  enum class Gap { Nothing, Blank, Other };
  void end_run();
  void put_gap(Gap gap, std::string_view between);

  std::string_view text_;
  std::size_t position_ = 0;  ///< in the text, behind the last word
  bool at_start_ = true;
  std::uint32_t run_ = 0;  ///< words put off, all behind a blank or all behind nothing
  Gap run_gap_ = Gap::Blank;
  std::string out_;
};

/// The text of a layout, behind what `text` has. `next_spelling` gives the words one after the
/// other; its answers need to last until the next call. `tokens`, when given, gets the place of
/// each word in what was added. False when the layout is broken; `next_spelling` may throw.
bool apply_text_layout(std::string_view layout,
                       const std::function<std::string_view()>& next_spelling, std::string& text,
                       std::vector<Token>* tokens = nullptr);

}  // namespace news
