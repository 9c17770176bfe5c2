#include "indexer/source/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <exception>
#include <vector>

#include "common/base/error.h"
#include "common/base/text.h"
#include "indexer/source/decompress.h"

namespace news {
namespace {

constexpr std::size_t kInputBytes = 128u << 10;
constexpr std::size_t kTarMagicOffset = 257;

/// A libarchive reader over a stream. What the stream throws can't pass through C: it is kept, and
/// thrown again by `check`.
class Reader {
 public:
  Reader(ByteStream& stream, std::string name)
      : stream_(stream), name_(std::move(name)), input_(kInputBytes), archive_(archive_read_new()) {
    if (archive_ == nullptr) throw Error(ErrorKind::Io, "libarchive has no memory");
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { archive_read_free(archive_); }

  archive* get() { return archive_; }

  void open() {
    archive_read_set_callback_data(archive_, this);
    archive_read_set_read_callback(archive_, &Reader::read_callback);
    archive_read_set_seek_callback(archive_, &Reader::seek_callback);
    check(archive_read_open1(archive_));
  }

  /// Throws for a result that is no success nor a mere warning.
  void check(la_ssize_t result) {
    if (fault_) {
      const std::exception_ptr fault = fault_;
      fault_ = nullptr;
      std::rethrow_exception(fault);
    }
    if (result >= 0 || result == ARCHIVE_WARN) return;
    const char* why = archive_error_string(archive_);
    throw Error(ErrorKind::Io, "'" + name_ + "': broken archive: " +
                                   to_valid_utf8(why != nullptr ? why : "no reason given"));
  }

 private:
  static la_ssize_t read_callback(archive*, void* self, const void** buffer) {
    Reader& reader = *static_cast<Reader*>(self);
    try {
      *buffer = reader.input_.data();
      return static_cast<la_ssize_t>(
          reader.stream_.read(reader.input_.data(), reader.input_.size()));
    } catch (...) {
      reader.fault_ = std::current_exception();
      archive_set_error(reader.archive_, ARCHIVE_FATAL, "can't read");
      return -1;
    }
  }

  static la_int64_t seek_callback(archive*, void* self, la_int64_t offset, int whence) {
    const std::int64_t position = static_cast<Reader*>(self)->stream_.seek(offset, whence);
    return position < 0 ? ARCHIVE_FATAL : position;
  }

  ByteStream& stream_;
  std::string name_;
  std::vector<char> input_;
  archive* archive_;
  std::exception_ptr fault_;
};

/// The data of the entry that the reader is at.
class EntryStream : public ByteStream {
 public:
  explicit EntryStream(Reader& reader) : reader_(reader) {}
  std::size_t read(char* buffer, std::size_t size) override {
    la_ssize_t n = 0;
    do {
      n = archive_read_data(reader_.get(), buffer, size);
    } while (n == ARCHIVE_RETRY);
    reader_.check(n);
    return n > 0 ? static_cast<std::size_t>(n) : 0;
  }

 private:
  Reader& reader_;
};

/// A compressed file alone: to libarchive it is an archive of one nameless member.
class UnpackedStream : public ByteStream {
 public:
  UnpackedStream(ByteStream& compressed, std::string name)
      : reader_(compressed, std::move(name)), data_(reader_) {
    archive_read_support_filter_xz(reader_.get());
    archive_read_support_filter_bzip2(reader_.get());
    archive_read_support_filter_compress(reader_.get());
    archive_read_support_format_raw(reader_.get());
  }

  std::size_t read(char* buffer, std::size_t size) override {
    if (!open_) {
      reader_.open();
      archive_entry* entry = nullptr;
      reader_.check(archive_read_next_header(reader_.get(), &entry));
      open_ = true;
    }
    return data_.read(buffer, size);
  }

 private:
  Reader reader_;
  EntryStream data_;
  bool open_ = false;
};

std::string member_name(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  std::string path = to_valid_utf8(name == nullptr ? "" : name);
  for (;;) {
    if (path.compare(0, 2, "./") == 0) {
      path.erase(0, 2);
    } else if (!path.empty() && path.front() == '/') {
      path.erase(0, 1);
    } else {
      return path.empty() ? "without a name" : path;
    }
  }
}

std::string refusal_of(archive_entry* entry) {
  if (archive_entry_hardlink(entry) != nullptr) return "a link inside an archive, not followed";
  if (archive_entry_is_encrypted(entry) != 0) return "encrypted";
  switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
      return "";
    case AE_IFLNK:
      return "a symbolic link inside an archive, not followed";
    default:
      return "not a regular file";
  }
}

}  // namespace

Packing packing_of(std::string_view beginning) {
  using namespace std::string_view_literals;
  const auto begins = [&](std::string_view magic) {
    return beginning.substr(0, magic.size()) == magic;
  };
  if (is_gzip(beginning)) return Packing::Gzip;
  if (is_zstd(beginning)) return Packing::Zstd;
  if (begins("\xfd"
             "7zXZ\0"sv))
    return Packing::Xz;
  if (begins("BZh") && beginning.size() > 9 && beginning.substr(4, 6) == "1AY&SY")
    return Packing::Bzip2;
  if (begins("\x1f\x9d")) return Packing::Compress;
  if (begins("PK\x03\x04") || begins("PK\x05\x06")) return Packing::Zip;
  if (beginning.size() > kTarMagicOffset && beginning.substr(kTarMagicOffset, 5) == "ustar")
    return Packing::Tar;
  return Packing::None;
}

std::unique_ptr<ByteStream> unpack(ByteStream& compressed, std::string name) {
  return std::make_unique<UnpackedStream>(compressed, std::move(name));
}

void walk_archive(ByteStream& archive, const std::string& name,
                  const std::function<bool(const ArchiveMember&)>& visit) {
  Reader reader(archive, name);
  archive_read_support_format_tar(reader.get());
  archive_read_support_format_zip(reader.get());
  reader.open();
  for (;;) {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader.get(), &entry);
    if (result == ARCHIVE_EOF) return;
    if (result == ARCHIVE_RETRY) continue;
    reader.check(result);
    if (archive_entry_filetype(entry) == AE_IFDIR) continue;
    EntryStream stream(reader);
    ArchiveMember member{member_name(entry), refusal_of(entry), nullptr};
    if (member.refusal.empty()) member.stream = &stream;
    if (!visit(member)) return;
  }
}

}  // namespace news
