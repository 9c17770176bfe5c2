#include "indexer/segment/blob_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "common/base/error.h"
#include "common/base/file.h"

namespace news {
namespace {

// Spilling in pieces of this size keeps the buffer from being moved as a whole.
constexpr std::size_t kMaxPiece = 64u << 20;

}  // namespace

BlobStore::BlobStore(std::filesystem::path folder, std::size_t memory_bytes)
    : folder_(std::move(folder)), limit_(memory_bytes) {}

BlobStore::BlobStore(BlobStore&& other) noexcept
    : folder_(std::move(other.folder_)),
      limit_(other.limit_),
      fd_(std::exchange(other.fd_, -1)),
      spilled_(other.spilled_),
      buffer_(std::move(other.buffer_)) {}

BlobStore::~BlobStore() {
  if (fd_ >= 0) ::close(fd_);
}

std::uint64_t BlobStore::append(std::string_view bytes) {
  const std::uint64_t offset = size();
  if (buffer_.size() + bytes.size() > limit_) spill();
  buffer_.append(bytes);
  return offset;
}

void BlobStore::limit(std::size_t memory_bytes) {
  limit_ = fd_ < 0 ? memory_bytes : std::min(memory_bytes, kMaxPiece);
}

void BlobStore::spill() {
  if (fd_ < 0) {
    std::string name = (folder_ / "spill-XXXXXX").string();
    fd_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (fd_ < 0) throw errno_error("can't make a temporary file in '" + folder_.string() + "'");
    ::unlink(name.c_str());
    // From here on the buffer only gathers writes.
    limit_ = std::min(limit_, kMaxPiece);
  }
  write_all(fd_, buffer_, folder_ / "temporary file");
  spilled_ += buffer_.size();
  std::string().swap(buffer_);
}

void BlobStore::read(std::uint64_t offset, std::size_t size, std::string& out) const {
  out.resize(size);
  read(offset, size, out.data());
}

void BlobStore::read(std::uint64_t offset, std::size_t size, char* out) const {
  // What is asked for may begin in the file and end in the buffer.
  const auto in_file = static_cast<std::size_t>(
      offset < spilled_ ? std::min<std::uint64_t>(size, spilled_ - offset) : 0);
  for (std::size_t done = 0; done < in_file;) {
    const ssize_t n = ::pread(fd_, out + done, in_file - done, static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw errno_error("can't read a temporary file in '" + folder_.string() + "'");
    if (n == 0) throw Error(ErrorKind::Bug, "a temporary file ended early");
    done += static_cast<std::size_t>(n);
  }
  if (in_file == size) return;
  buffer_.copy(out + in_file, size - in_file, offset + in_file - spilled_);
}

}  // namespace news
