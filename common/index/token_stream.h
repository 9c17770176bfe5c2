#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/base/varint.h"
#include "common/index/framed_file.h"
#include "common/index/offset_table.h"
#include "common/index/schema.h"

namespace news {

// The word order of articles. An article is a run of varints: marks below kFirstWordCode, else a
// word's number plus kFirstWordCode.

/// Marks in a token stream. A field mark is kFieldMark plus the field's value and stands before its
/// words; a break mark stands before the first word after the break.
inline constexpr std::uint32_t kParagraphMark = 0;
inline constexpr std::uint32_t kSentenceMark = 1;
inline constexpr std::uint32_t kFieldMark = 2;
inline constexpr std::uint32_t kFirstWordCode = 12;

/// Writes the file `tokens` of a segment, in order of article number. One thread.
class TokenStreamWriter {
 public:
  explicit TokenStreamWriter(const std::filesystem::path& path);
  /// The encoded codes of the next article.
  void add(std::string_view encoded);
  void finish();

 private:
  FramedWriter out_;
  OffsetTableWriter offsets_;
};

/// Reads the word order of a segment's articles. Many threads.
class TokenStream {
 public:
  explicit TokenStream(const std::filesystem::path& path);
  std::uint64_t size() const { return offsets_.size(); }
  /// The codes of article `number`, from 1, as they are encoded.
  std::string_view article(std::uint64_t number) const { return offsets_.item(number - 1); }
  /// Hands on the codes of article `number` one by one. Throws Error{Index} at a broken one.
  template <typename Use>
  void for_each_code(std::uint64_t number, Use use) const {
    std::string_view codes = article(number);
    while (!codes.empty()) {
      std::uint64_t code = 0;
      if (!get_varint(codes, code)) damaged(number);
      use(code);
    }
  }
  // For a loop over many articles, which would else wait for memory most of the time: has the
  // processor fetch where the codes of an article are, and a little later the codes.
  void prefetch_place(std::uint64_t number) const { offsets_.prefetch(number - 1); }
  void prefetch_codes(std::uint64_t number) const;
  void verify() const { file_.verify(); }
  [[noreturn]] void damaged(std::uint64_t number) const {
    file_.damaged("the words of article " + std::to_string(number) + " can't be read");
  }

 private:
  FramedFile file_;
  OffsetTable offsets_;
};

}  // namespace news
