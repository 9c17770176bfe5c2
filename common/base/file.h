#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace news {

/// An operation that can lose data when it fails.
enum class FileOperation { Create, Write, Sync, Rename };

/// For tests: asked before each operation of the functions below on files that are written, on any
/// thread. An errno other than 0 makes the operation fail so; a write is cut in the middle then.
/// nullptr takes it out. Not to be changed while files are written.
using FileFaults = std::function<int(FileOperation, const std::filesystem::path&)>;
void inject_file_faults(FileFaults faults);

/// A whole file mapped read-only. Movable; the view is good while the object lives. The mapping is
/// safe to read from many threads. Throws Error{Io}.
class MappedFile {
 public:
  MappedFile() = default;
  explicit MappedFile(const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

/// True when the open file is still the one of that name, and no other has been put in its place.
bool is_named(int fd, const std::filesystem::path& path);

/// Keeps a file open to tell whether its name still means it: no other file can have its number
/// meanwhile. One that can't be opened is never in place. Movable.
class WatchedFile {
 public:
  WatchedFile() = default;
  explicit WatchedFile(const std::filesystem::path& path);
  WatchedFile(WatchedFile&& other) noexcept;
  WatchedFile& operator=(WatchedFile&& other) noexcept;
  ~WatchedFile();

  /// False when the file was replaced or removed.
  bool is_in_place() const { return is_named(fd_, path_); }

 private:
  std::filesystem::path path_;
  int fd_ = -1;
};

/// A new file, written in order through a buffer. `finish` makes it durable; a writer that is
/// destroyed unfinished leaves a partial file behind for the owner to sweep. One thread.
/// Throws Error{Io}.
class FileWriter {
 public:
  /// Creates the file; replaces one of the same name.
  explicit FileWriter(const std::filesystem::path& path);
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;
  ~FileWriter();

  void write(std::string_view bytes);
  /// Bytes written so far, which is the offset of the next one.
  std::uint64_t size() const { return size_; }
  /// Overwrites bytes already written; what a header knows only at the end.
  void overwrite(std::uint64_t offset, std::string_view bytes);
  /// Flushes, syncs to the disk and closes.
  void finish();

 private:
  void flush();

  std::filesystem::path path_;
  int fd_ = -1;
  std::uint64_t size_ = 0;
  std::string buffer_;
};

/// Hands the content of a file to `use`, piece by piece. Throws Error{Io}.
void read_pieces(const std::filesystem::path& path,
                 const std::function<void(std::string_view)>& use);

/// The whole content of a file. Throws Error{Io}.
std::string read_file(const std::filesystem::path& path);

/// Writes `bytes` beside `path`, syncs, and renames it over `path`: a reader sees the old content
/// or the new, never a mix. Throws Error{Io}.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// Writes all of `bytes` at the place of a descriptor; `path` names it in errors. Throws Error{Io}.
void write_all(int fd, std::string_view bytes, const std::filesystem::path& path);

/// Makes a folder whose parent exists; false when it exists already. Throws Error{Io}.
bool make_directory(const std::filesystem::path& path);

/// Makes the names inside a folder durable. Throws Error{Io}.
void sync_directory(const std::filesystem::path& path);

/// Renames and makes the new name durable. Throws Error{Io}.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace news
