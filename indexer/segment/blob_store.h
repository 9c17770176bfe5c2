#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace news {

/// Bytes put away while a build goes on: in memory up to a bound, in a temporary file beyond it.
/// The file is gone when the object is. One thread appends; when that is done, many may read.
/// Throws Error{Io}.
class BlobStore {
 public:
  /// Keeps up to `memory_bytes` in memory; the file would be made inside `folder`.
  BlobStore(std::filesystem::path folder, std::size_t memory_bytes);
  BlobStore(BlobStore&& other) noexcept;
  BlobStore& operator=(BlobStore&&) = delete;
  ~BlobStore();

  /// Where `bytes` begin; hand it to `read`.
  std::uint64_t append(std::string_view bytes);
  void read(std::uint64_t offset, std::size_t size, std::string& out) const;
  void read(std::uint64_t offset, std::size_t size, char* out) const;
  /// From now on keeps at most so much in memory; less takes effect with the next `append`.
  void limit(std::size_t memory_bytes);
  std::uint64_t size() const { return spilled_ + buffer_.size(); }

 private:
  void spill();

  std::filesystem::path folder_;
  std::size_t limit_;  ///< of `buffer_`
  int fd_ = -1;
  std::uint64_t spilled_ = 0;  ///< bytes in the file, which come before those in the buffer
  std::string buffer_;
};

}  // namespace news
