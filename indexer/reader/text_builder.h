#pragma once

#include <string>
#include <string_view>

namespace news {

/// What an element of HTML, or of mark-up like it, does to the text around it.
enum class TagKind {
  Unknown,
  Inline,  ///< part of a sentence: b, a, span
  Block,   ///< a paragraph of its own: p, div, h1
  Cell,    ///< set off by a blank: td
  Skip,    ///< its content is no text: script, style
};

/// The kind of an element by its name, in any case.
TagKind tag_kind(std::string_view name);

/// Puts text together from pieces of mark-up: white space collapsed, a line a block. Pieces are
/// valid UTF-8 or become so elsewhere.
class TextBuilder {
 public:
  /// Adds running text; its line ends are blanks.
  void add(std::string_view text);
  /// Ends the line.
  void end_block() { pending_ = '\n'; }
  /// Sets what follows off from what stands on the line.
  void end_cell() {
    if (pending_ != '\n') pending_ = ' ';
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  char pending_ = 0;  ///< what stands before the next character: 0, ' ' or '\n'
};

}  // namespace news
