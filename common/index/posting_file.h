#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/file.h"
#include "common/index/posting_checks.h"
#include "common/index/posting_version.h"

namespace news {

/// One chunk of a posting list: about a thousand articles.
struct PostingChunk {
  std::uint32_t first = 0;  ///< article numbers, both ends in
  std::uint32_t last = 0;
  bool is_last = false;
  /// wdf of the first article, then gap - 1 and wdf of each further one, as varints. Good until
  /// the list moves on.
  std::string_view codes;
};

/// The posting table of a segment, read in place: the chunks of a term's list one after the other,
/// without Xapian between. The file is Xapian's (docs/GLASS_FORMAT.md) and has no checksums; those
/// of its blocks stand beside it, and a block is checked when it is first read. Many threads.
/// Throws Error{Index}.
class PostingFile {
 public:
  /// `folder` is a glass database whose leaves lie in key order, as `make_glass_writer` writes it.
  /// `checks` is what `write_posting_checks` made of it.
  PostingFile(const std::filesystem::path& folder, const std::filesystem::path& checks);

  /// How many articles it says that it is about.
  std::uint64_t articles() const { return version_.articles; }

  /// The chunks of one term. One thread; borrows the file. Moves, with what it has handed out.
  class List {
   public:
    List(List&&) noexcept = default;
    List& operator=(List&&) noexcept = default;

    /// How many articles have the term; one at least, and no more than there are.
    std::uint32_t frequency() const { return frequency_; }
    const PostingChunk& chunk() const { return chunk_; }
    /// Moves to the next chunk; false after the last one.
    bool next();

   private:
    friend class PostingFile;
    explicit List(const PostingFile& file) : file_(&file) {}
    void read_chunk(std::string_view tag);

    const PostingFile* file_;
    std::uint32_t frequency_ = 0;
    PostingChunk chunk_;
    std::string key_;  ///< what the keys of further chunks begin with
    std::uint32_t block_ = 0;
    unsigned item_ = 0;
    std::vector<char> joined_;  ///< a tag that was cut in two
  };

  /// The list of `term`, at its first chunk; nothing when no article has it.
  std::optional<List> find(std::string_view term) const;

  /// Hands on the terms that begin with `prefix`, in byte order, until `use` returns false.
  void for_each_term(std::string_view prefix,
                     const std::function<bool(const std::string& term)>& use) const;

  /// An Error{Index} that names this file.
  [[noreturn]] void damaged() const;

 private:
  /// An item of a leaf.
  struct Item {
    std::string_view key;
    std::string_view part;  ///< of the tag
    bool first = false;
    bool last = false;
  };

  std::string_view block(std::uint32_t number) const;
  unsigned item_count(std::string_view block) const;
  std::string_view item_bytes(std::string_view block, unsigned index) const;
  Item leaf_item(std::string_view block, unsigned index) const;
  std::uint32_t child(std::string_view block, std::string_view key) const;
  /// Moves to the first item of the leaf for `key` that is not before it; an index beyond the last
  /// one when all of them are.
  void seek(std::string_view key, std::uint32_t& block_number, unsigned& index) const;
  /// Moves to the item after this one, over blocks that are no leaves; false at the end.
  bool step(std::uint32_t& block_number, unsigned& index) const;
  /// The tag whose first part is the item; moves to its last part.
  std::string_view tag(std::uint32_t& block_number, unsigned& index,
                       std::vector<char>& joined) const;

  std::filesystem::path path_;
  MappedFile map_;
  std::uint32_t blocks_ = 0;
  PostingVersion version_;
  std::unique_ptr<PostingChecks> checks_;
};

}  // namespace news
