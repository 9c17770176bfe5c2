#pragma once

#include <string>
#include <string_view>

namespace news {

/// A program's standard output: buffered, and loud when it fails. `write` and `flush` throw
/// BrokenPipe when the reader has gone and Error{Io} when the disk is full; nothing is flushed on
/// destruction, so every command ends with `flush`. One thread.
class Output {
 public:
  /// Borrows the descriptor; 1 is standard output.
  explicit Output(int fd = 1) : fd_(fd) {}
  void write(std::string_view text);
  void flush();
  /// True when a person reads it, so colour and columns make sense.
  bool is_terminal() const;

 private:
  int fd_;
  std::string buffer_;
};

/// Writes a message for people to standard error; nothing in it can steer a terminal, whatever the
/// names and ids that it quotes.
void print_notice(std::string_view message);

}  // namespace news
