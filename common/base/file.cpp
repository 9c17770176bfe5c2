#include "common/base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "common/base/error.h"

namespace news {
namespace {

constexpr std::size_t kBufferBytes = 1 << 18;

Error file_error(const char* doing, const std::filesystem::path& path) {
  return errno_error(std::string("can't ") + doing + " '" + path.string() + "'");
}

/// Owns a descriptor for the length of a scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

/// Opens a file to read it. Others than regular ones are refused: a pipe would be waited for.
int open_regular(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) throw file_error("open", path);
  struct stat status {};
  if (::fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) return fd;
  ::close(fd);
  throw Error(ErrorKind::Io, "can't read '" + path.string() + "': not a regular file");
}

FileFaults& file_faults() {
  static FileFaults faults;
  return faults;
}

/// True when a test wants the operation to fail; sets errno then.
bool fails(FileOperation operation, const std::filesystem::path& path) {
  if (!file_faults()) return false;
  const int error = file_faults()(operation, path);
  if (error != 0) errno = error;
  return error != 0;
}

}  // namespace

void inject_file_faults(FileFaults faults) { file_faults() = std::move(faults); }

void write_all(int fd, std::string_view bytes, const std::filesystem::path& path) {
  if (!bytes.empty() && fails(FileOperation::Write, path)) {
    const int error = errno;
    [[maybe_unused]] const ssize_t cut = ::write(fd, bytes.data(), bytes.size() / 2);
    errno = error;
    throw file_error("write", path);
  }
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw file_error("write", path);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

bool make_directory(const std::filesystem::path& path) {
  if (!fails(FileOperation::Create, path) && ::mkdir(path.c_str(), 0777) == 0) return true;
  if (errno == EEXIST) return false;
  throw file_error("make the folder", path);
}

MappedFile::MappedFile(const std::filesystem::path& path) {
  const Descriptor fd(open_regular(path));
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) throw file_error("read", path);
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* data = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, fd.get(), 0);
  if (data == MAP_FAILED) throw file_error("map", path);
  data_ = static_cast<const char*>(data);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

bool is_named(int fd, const std::filesystem::path& path) {
  struct stat open {};
  struct stat named {};
  return ::fstat(fd, &open) == 0 && ::stat(path.c_str(), &named) == 0 &&
         open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

WatchedFile::WatchedFile(const std::filesystem::path& path)
    : path_(path), fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}

WatchedFile::WatchedFile(WatchedFile&& other) noexcept
    : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)) {}

WatchedFile& WatchedFile::operator=(WatchedFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  return *this;
}

WatchedFile::~WatchedFile() {
  if (fd_ >= 0) ::close(fd_);
}

FileWriter::FileWriter(const std::filesystem::path& path) : path_(path) {
  if (!fails(FileOperation::Create, path)) {
    fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  }
  if (fd_ < 0) throw file_error("create", path);
  buffer_.reserve(kBufferBytes);
}

FileWriter::~FileWriter() {
  if (fd_ >= 0) ::close(fd_);
}

void FileWriter::write(std::string_view bytes) {
  size_ += bytes.size();
  if (buffer_.size() + bytes.size() > kBufferBytes) flush();
  if (bytes.size() > kBufferBytes) {
    write_all(fd_, bytes, path_);
  } else {
    buffer_.append(bytes);
  }
}

void FileWriter::flush() {
  write_all(fd_, buffer_, path_);
  buffer_.clear();
}

void FileWriter::overwrite(std::uint64_t offset, std::string_view bytes) {
  flush();
  if (fails(FileOperation::Write, path_)) throw file_error("write", path_);
  while (!bytes.empty()) {
    const ssize_t n = ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw file_error("write", path_);
    bytes.remove_prefix(static_cast<std::size_t>(n));
    offset += static_cast<std::uint64_t>(n);
  }
}

void FileWriter::finish() {
  flush();
  if (fails(FileOperation::Sync, path_) || ::fsync(fd_) != 0) throw file_error("sync", path_);
  if (::close(std::exchange(fd_, -1)) != 0) throw file_error("close", path_);
}

void read_pieces(const std::filesystem::path& path,
                 const std::function<void(std::string_view)>& use) {
  const Descriptor fd(open_regular(path));
  char buffer[1 << 16];
  for (;;) {
    const ssize_t n = ::read(fd.get(), buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw file_error("read", path);
    if (n == 0) return;
    use({buffer, static_cast<std::size_t>(n)});
  }
}

std::string read_file(const std::filesystem::path& path) {
  std::string content;
  read_pieces(path, [&](std::string_view piece) { content += piece; });
  return content;
}

void replace_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path beside = path;
  beside += ".new";
  FileWriter writer(beside);
  writer.write(bytes);
  writer.finish();
  rename_durably(beside, path);
}

void sync_directory(const std::filesystem::path& path) {
  const Descriptor fd(
      ::open(path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() < 0) throw file_error("open folder", path);
  if (fails(FileOperation::Sync, path) || ::fsync(fd.get()) != 0) {
    throw file_error("sync folder", path);
  }
}

void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (fails(FileOperation::Rename, to) || ::rename(from.c_str(), to.c_str()) != 0) {
    throw file_error("put in place", to);
  }
  sync_directory(to.parent_path());
}

}  // namespace news
