#include "indexer/reader/json_repair.h"

#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kLargestNumberDigits = 18;  // any number of so many digits fits 64 bits

class Repairer {
 public:
  explicit Repairer(std::string_view json) : in_(json) { out_.reserve(json.size() + 64); }

  std::string run() {
    while (at_ < in_.size()) {
      if (in_[at_] == '"') {
        copy_string();
      } else if (is_ascii_alpha(in_[at_]) || is_ascii_digit(in_[at_]) || in_[at_] == '-') {
        copy_word();
      } else {
        out_ += in_[at_++];
      }
    }
    return std::move(out_);
  }

 private:
  void copy_string() {
    out_ += in_[at_++];
    while (at_ < in_.size() && in_[at_] != '"') {
      const char c = in_[at_];
      if (c == '\\') {
        copy_escape();
      } else {
        if (c == '\n') {
          out_ += "\\n";
        } else {
          out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
        ++at_;
      }
    }
    if (at_ < in_.size()) out_ += in_[at_++];
  }

  /// The code unit of the escape \uXXXX at `position`; -1 if there is none.
  int code_unit(std::size_t position) const {
    if (in_.substr(position, 2) != "\\u" || position + 6 > in_.size()) return -1;
    int unit = 0;
    for (const char c : in_.substr(position + 2, 4)) {
      const char low = ascii_lower(c);
      const bool letter = low >= 'a' && low <= 'f';
      if (!is_ascii_digit(c) && !letter) return -1;
      unit = unit * 16 + (letter ? low - 'a' + 10 : c - '0');
    }
    return unit;
  }

  void copy(std::size_t count) {
    out_.append(in_.substr(at_, count));
    at_ += count;
  }

  void copy_escape() {
    const int unit = code_unit(at_);
    if (unit < 0) return copy(2);
    const int next = code_unit(at_ + 6);
    const bool is_high = unit >= 0xd800 && unit < 0xdc00;
    if (is_high && next >= 0xdc00 && next < 0xe000) return copy(12);
    if (unit < 0xd800 || unit >= 0xe000) return copy(6);
    out_ += "\\ufffd";
    at_ += 6;
  }

  void copy_word() {
    std::size_t end = at_;
    bool whole_number = true;
    while (end < in_.size() &&
           (is_ascii_alnum(in_[end]) || in_[end] == '-' || in_[end] == '+' || in_[end] == '.')) {
      whole_number = whole_number && (is_ascii_digit(in_[end]) || (in_[end] == '-' && end == at_));
      ++end;
    }
    const std::string_view word = in_.substr(at_, end - at_);
    if (word == "NaN" || word == "Infinity" || word == "-Infinity") {
      out_ += "null";
    } else if (whole_number && word.size() > kLargestNumberDigits) {
      out_ += '"';
      out_ += word;
      out_ += '"';
    } else {
      out_ += word;
    }
    at_ = end;
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string repair_json(std::string_view json) {
  const std::string text = to_valid_utf8(json);
  return Repairer(text).run();
}

}  // namespace news
