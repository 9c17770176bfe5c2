#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace news {

/// A piece of a line that may hold a date.
struct DateToken {
  enum class Kind { Number, Word, Mark };
  Kind kind = Kind::Mark;
  std::string_view text;
  int value = 0;          ///< of a Number of up to 9 digits
  std::size_t begin = 0;  ///< byte offset in the line
  bool after_blank = false;

  std::size_t end() const { return begin + text.size(); }
  bool is(char mark) const { return text.size() == 1 && text[0] == mark; }
};

/// Cuts a line into numbers, words and marks. Pages glue things together when their markup is gone
/// ("20232:26 PM", "TimesNovember 21"), so words are cut before a capital that follows a small
/// letter, and a year is cut off longer runs of digits. Chinese, Japanese and Korean characters
/// are words of their own. The views are into `line`.
std::vector<DateToken> date_tokens(std::string_view line);

}  // namespace news
