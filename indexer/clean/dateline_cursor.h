#pragma once

#include <cstddef>
#include <string_view>

namespace news {

/// A position in a text that may begin with a dateline, and the pieces that can be read there. It
/// decides nothing: each function moves behind what it reads, or stays where it is.
class DatelineCursor {
 public:
  /// Borrows the text, which is valid UTF-8.
  explicit DatelineCursor(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  void move_to(std::size_t position) { at_ = position; }
  bool at_end() const { return at_ >= text_.size(); }
  std::string_view rest() const { return text_.substr(at_ < text_.size() ? at_ : text_.size()); }
  std::string_view from(std::size_t begin) const { return text_.substr(begin, at_ - begin); }
  /// True when white space stands before the position.
  bool is_after_blank() const;

  bool starts(std::string_view prefix) const { return rest().substr(0, prefix.size()) == prefix; }
  bool take(std::string_view prefix);
  void blanks();

  /// Capitalised words with blanks between them, up to a date; with `any_case` small ones too.
  std::string_view name(bool any_case);
  /// "Feb 4", "Feb. 4, 2026", "4 February", "2026-02-04"; before a bracket also "4".
  bool date();
  /// A dash of any kind with blanks around it. One letter's width of it is enough after a date.
  bool dash(bool is_after_date);
  /// What stands in "(...)" or "/.../"; "" when no such thing does.
  std::string_view bracketed();

 private:
  bool digits(std::size_t most);
  bool month();
  void year();

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace news
