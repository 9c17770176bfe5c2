#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace news {

/// Writes JSON in order, without building it first; it looks as nlohmann's `dump` has it. Nothing
/// in it steers a terminal. A key comes before each value of an object; the caller sees to it that
/// no key comes twice. One thread.
class JsonWriter {
 public:
  /// On one line, or indented by two blanks a level.
  explicit JsonWriter(bool one_line) : one_line_(one_line) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_list() { begin('['); }
  void end_list() { end(']'); }
  /// A name of plain ASCII letters.
  void key(std::string_view name);

  void null() { literal("null"); }
  void boolean(bool value) { literal(value ? "true" : "false"); }
  void number(std::uint64_t value);
  /// Null when it is not finite.
  void number(double value);
  /// Bytes that are no UTF-8 become U+FFFD.
  void text(std::string_view value);
  void text_or_null(std::string_view value) { value.empty() ? null() : text(value); }

  /// What was written.
  std::string take() { return std::move(out_); }

 private:
  void begin(char bracket);
  void end(char bracket);
  void literal(std::string_view value);
  /// What stands before a key, or before a value of a list.
  void separate();
  void start_line();
  void put_string(std::string_view value);

  std::string out_;
  bool one_line_;
  std::size_t depth_ = 0;
  bool is_first_ = true;  ///< nothing was written yet into the object or list
  bool has_key_ = true;   ///< the value's place is known: behind its key, or at the very start
};

}  // namespace news
