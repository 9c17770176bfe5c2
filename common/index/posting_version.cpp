#include "common/index/posting_version.h"

#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/base/varint.h"
#include "common/index/file_names.h"
#include "common/index/glass_version.h"
#include "common/index/manifest.h"

namespace news {
namespace {

constexpr std::size_t kUuidBytes = 16;
/// Xapian reads no more of the file.
constexpr std::size_t kMostBytes = 256;

/// Xapian's cursor has room for ten blocks, the leaf's among them.
constexpr std::uint64_t kMostLevels = 9;
constexpr std::uint64_t kMostCompressOver = 255;
/// Document data, term lists, positions, spelling, synonyms.
constexpr const char* kOtherTables[] = {"docdata", "termlist", "position", "spelling", "synonym"};

/// Takes numbers off the front of the file; any fault, once met, stays.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : in_(bytes) {}

  std::uint64_t number(std::uint64_t most = UINT32_MAX) {
    std::uint64_t value = 0;
    good_ = good_ && get_varint(in_, value) && value <= most;
    return good_ ? value : 0;
  }
  void expect(std::uint64_t value) { good_ = number(UINT64_MAX) == value && good_; }
  void expect(std::string_view bytes) {
    good_ = good_ && in_.starts_with(bytes);
    if (good_) in_.remove_prefix(bytes.size());
  }
  void skip(std::size_t bytes) {
    good_ = good_ && in_.size() >= bytes;
    if (good_) in_.remove_prefix(bytes);
  }
  /// True when all was as expected and nothing is left.
  bool finished() const { return good_ && in_.empty(); }

 private:
  std::string_view in_;
  bool good_ = true;
};

void expect_empty_table(Reader& in) {
  in.expect(0);
  in.expect(kGlassSequential | kGlassRootIsFake);
  in.expect(0);
  in.expect(kGlassBlockBytes / kGlassSizeUnit);
  in.number(kMostCompressOver);
  in.expect(0);  // bytes of the list of free blocks
}

/// Xapian would open them, whatever they are.
void refuse_other_tables(const std::filesystem::path& postings) {
  for (const char* name : kOtherTables) {
    const std::filesystem::path path = postings / (std::string(name) + ".glass");
    std::error_code ignored;
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) continue;
    throw Error(ErrorKind::Index, "'" + path.string() + "' is no file of an index");
  }
}

}  // namespace

PostingVersion read_posting_version(const std::filesystem::path& postings, std::uint32_t blocks) {
  const std::filesystem::path path = posting_version_path(postings);
  const MappedFile file(path);
  Reader in(file.bytes());
  PostingVersion version;
  in.expect(kGlassVersionHead);
  in.skip(kUuidBytes);
  in.expect(kGlassRevision);
  version.root = static_cast<std::uint32_t>(in.number());
  const std::uint64_t flags = in.number();
  version.levels = static_cast<unsigned>(flags >> kGlassLevelShift);
  in.number();  // terms and chunks
  in.expect(kGlassBlockBytes / kGlassSizeUnit);
  in.expect(0);  // nothing in the table is compressed
  std::string free_list;
  put_string(free_list, glass_free_list(blocks));
  in.expect(free_list);
  for (std::size_t i = 0; i < std::size(kOtherTables); ++i) expect_empty_table(in);
  version.articles = in.number(kMaxSegmentArticles);
  in.expect(0);  // the last article's number is that of the articles
  for (int bounds = 0; bounds < 3; ++bounds) in.number();  // of lengths and wdf
  in.expect(0);           // changes kept
  in.number(UINT64_MAX);  // the sum of lengths
  in.expect(0);           // spellings
  const bool is_whole = (flags & (kGlassSequential | kGlassRootIsFake)) == kGlassSequential;
  if (!in.finished() || file.bytes().size() > kMostBytes || version.root >= blocks ||
      version.levels > kMostLevels || !is_whole) {
    throw Error(ErrorKind::Index, "index file '" + path.string() +
                                      "' is damaged: it isn't what an index has there; "
                                      "'newsindex check' tells more");
  }
  refuse_other_tables(postings);
  return version;
}

}  // namespace news
