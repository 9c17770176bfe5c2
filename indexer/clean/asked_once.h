#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace news {

/// A yes or no for each line of a page, each line asked at most once however many rules want to
/// know. For one thread.
class AskedOnce {
 public:
  explicit AskedOnce(std::size_t lines) : answers_(lines, Answer::Unknown) {}

  /// What `ask()` says of the line, the first time that it is called for it.
  template <typename Ask>
  bool of(std::size_t line, Ask ask) {
    Answer& answer = answers_[line];
    if (answer == Answer::Unknown) answer = ask() ? Answer::Yes : Answer::No;
    return answer == Answer::Yes;
  }

 private:
  enum class Answer : std::uint8_t { Unknown, No, Yes };
  std::vector<Answer> answers_;
};

}  // namespace news
