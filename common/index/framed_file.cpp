#include "common/index/framed_file.h"

#include <algorithm>
#include <cstring>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/index/little_endian.h"

namespace news {
namespace {

constexpr std::size_t kChecksumBytes = 4;
constexpr std::size_t kMagicBytes = 8;

std::uint32_t page_checksum(std::string_view page) {
  return static_cast<std::uint32_t>(hash64(page));
}

std::string padded(std::string_view magic) {
  std::string bytes(magic);
  bytes.resize(kMagicBytes);
  return bytes;
}

std::uint64_t pages_for(std::uint64_t bytes) {
  return (bytes + kFramePageBytes - 1) / kFramePageBytes;
}

}  // namespace

FramedWriter::FramedWriter(const std::filesystem::path& path, std::string_view magic,
                           std::uint32_t version)
    : writer_(path), header_(padded(magic)) {
  put_u32(header_, version);
  put_u32(header_, kFramePageBytes);
  page_.assign(kFrameHeaderBytes, '\0');
}

void FramedWriter::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t n = std::min(kFramePageBytes - page_.size(), bytes.size());
    page_.append(bytes.substr(0, n));
    bytes.remove_prefix(n);
    if (page_.size() == kFramePageBytes) end_page();
  }
}

void FramedWriter::align(std::size_t alignment) {
  while (offset() % alignment != 0) write(std::string_view("\0", 1));
}

void FramedWriter::end_page() {
  if (checksums_.empty()) first_page_ = page_;
  checksums_.push_back(page_checksum(page_));
  writer_.write(page_);
  page_.clear();
}

void FramedWriter::finish() {
  const std::uint64_t payload_end = offset();
  if (!page_.empty()) end_page();
  const std::uint64_t first_bytes = checksums_.size() * kChecksumBytes;
  const std::uint64_t second_bytes = pages_for(first_bytes) * kChecksumBytes;
  put_u64(header_, payload_end + first_bytes + second_bytes + sizeof(std::uint64_t));
  put_u64(header_, payload_end);
  first_page_.replace(0, kFrameHeaderBytes, header_);
  checksums_[0] = page_checksum(first_page_);

  std::string first;
  for (const std::uint32_t checksum : checksums_) put_u32(first, checksum);
  std::string second;
  for (std::size_t i = 0; i < first.size(); i += kFramePageBytes) {
    put_u32(second, page_checksum(std::string_view(first).substr(i, kFramePageBytes)));
  }
  const std::uint64_t seal = hash64(second);
  writer_.write(first);
  writer_.write(second);
  std::string last;
  put_u64(last, seal);
  writer_.write(last);
  writer_.overwrite(0, header_);
  writer_.finish();
}

FramedFile::FramedFile(const std::filesystem::path& path, std::string_view magic,
                       std::uint32_t version)
    : path_(path) {
  try {
    map_ = MappedFile(path);
  } catch (const Error& e) {
    throw Error(ErrorKind::Index, e.what());
  }
  bytes_ = map_.bytes();
  if (bytes_.size() < kFrameHeaderBytes) damaged("it is cut short");
  if (bytes_.substr(0, kMagicBytes) != padded(magic)) damaged("it is not what its name says");
  const std::uint32_t found = get_u32(bytes_.data() + 8);
  if (found > version) {
    throw Error(ErrorKind::Index, "'" + path_.string() + "' was written by a newer version (" +
                                      std::to_string(found) + "); this one reads up to " +
                                      std::to_string(version));
  }
  payload_end_ = get_u64(bytes_.data() + 24);
  if (get_u32(bytes_.data() + 12) != kFramePageBytes) damaged("its pages are of another size");
  if (found != version || get_u64(bytes_.data() + 16) != bytes_.size() ||
      payload_end_ < kFrameHeaderBytes || payload_end_ > bytes_.size()) {
    damaged("its header is wrong");
  }
  page_count_ = pages_for(payload_end_);
  const std::uint64_t first_bytes = page_count_ * kChecksumBytes;
  second_count_ = pages_for(first_bytes);
  second_level_ = payload_end_ + first_bytes;
  const std::uint64_t seal = second_level_ + second_count_ * kChecksumBytes;
  if (seal + sizeof(std::uint64_t) != bytes_.size()) damaged("its length is wrong");
  if (get_u64(bytes_.data() + seal) !=
      hash64(bytes_.substr(second_level_, second_count_ * kChecksumBytes))) {
    damaged("its checksums are damaged");
  }
  checked_ = std::make_unique<std::atomic<std::uint64_t>[]>((page_count_ + second_count_) / 64 + 1);
  check_page(0);
}

void FramedFile::verify() const { check_pages(0, page_count_ - 1); }

std::string_view FramedFile::raw_page(std::uint64_t begin, std::uint64_t end,
                                      std::uint64_t page) const {
  const std::uint64_t at = begin + page * kFramePageBytes;
  return bytes_.substr(at, std::min<std::uint64_t>(kFramePageBytes, end - at));
}

void FramedFile::check_page(std::uint64_t page) const {
  const std::uint64_t group = page * kChecksumBytes / kFramePageBytes;
  const std::uint64_t group_bit = page_count_ + group;
  if ((checked_[group_bit / 64].load(std::memory_order_relaxed) >> (group_bit % 64) & 1) == 0) {
    const std::string_view list = raw_page(payload_end_, second_level_, group);
    if (get_u32(bytes_.data() + second_level_ + group * kChecksumBytes) != page_checksum(list)) {
      damaged("its checksums are damaged");
    }
    checked_[group_bit / 64].fetch_or(std::uint64_t{1} << (group_bit % 64),
                                      std::memory_order_relaxed);
  }
  if (get_u32(bytes_.data() + payload_end_ + page * kChecksumBytes) !=
      page_checksum(raw_page(0, payload_end_, page))) {
    damaged("bytes " + std::to_string(page * kFramePageBytes) +
            " and on don't match their checksum");
  }
  checked_[page / 64].fetch_or(std::uint64_t{1} << (page % 64), std::memory_order_relaxed);
}

void FramedFile::points_outside() const { damaged("it points outside itself"); }

void FramedFile::damaged(const std::string& what) const {
  throw Error(ErrorKind::Index, "index file '" + path_.string() + "' is damaged: " + what +
                                    "; 'newsindex check' tells more");
}

}  // namespace news
