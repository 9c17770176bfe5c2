#include "fuzz/hostile_index.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/index/file_names.h"
#include "common/index/framed_file.h"
#include "common/index/little_endian.h"
#include "common/index/posting_checks.h"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChangeBytes = 8;
constexpr std::size_t kFooterBytes = 64;  // how near to the end changes counted from there are

std::string lines(int first, int last) {
  std::string out;
  for (int n = first; n <= last; ++n) {
    const std::string number = std::to_string(n);
    out += R"({"id":")" + number + R"(","headline":"Number )" + number +
           R"( of the wire","source":"Gazette","published":"2026-02-0)" +
           std::to_string(n % 9 + 1) + R"(","body":"STOCKHOLM, Feb 4 - )" +
           R"(A story about pangolins in the woods of Sweden. More )" +
           std::string(static_cast<std::size_t>(n), 'x') + " of it.\"}\n";
  }
  return out;
}

// With text around its story, which is stripped.
const std::string kPage =
    "Home | World | Subscribe\n\nWolves return to the woods\n\n"
    "Wolves have come back to the woods of Sweden after many years, officials said on Monday in "
    "the capital.\n\nFarmers asked for more fences, and the government promised to pay for half "
    "of them by the end of the year.\n\nTRENDING\n\nPangolins seen in a city park\n\n"
    "Subscribe to our newsletter\n\n\u00a9 2026 The Gazette\n";

/// An article whose words fill more than a block of the posting table.
std::string line_of_many_words() {
  std::string out = R"({"id":"many","headline":"Words","body":")";
  for (int n = 0; n < 900; ++n) out += "wood" + std::to_string(n) + ' ';
  return out + "\"}\n";
}

void run(const std::string& arguments, const fs::path& index) {
  const std::string command = std::string("'" NEWS_BIN_DIR "/newsindex' ") + arguments + " -i '" +
                              index.string() + "' > /dev/null";
  if (std::system(command.c_str()) != 0) {
    std::fprintf(stderr, "failed: %s\n", command.c_str());
    std::abort();
  }
}

bool is_of_xapian(std::string_view name) { return name.find("postings/") != name.npos; }

void apply(std::string& bytes, unsigned what, std::size_t where, std::uint32_t value) {
  const bool from_end = (what & 0x80) != 0;
  if (from_end) where = bytes.size() - std::min(bytes.size(), where % kFooterBytes);
  where %= bytes.size() + 1;
  std::string number;
  switch (what % 8) {
    case 0: number.push_back(static_cast<char>(value)); break;
    case 1: put_u32(number, value); break;
    case 2: put_u64(number, value); break;
    case 3: put_u64(number, ~std::uint64_t{value}); break;
    case 4: put_u32(number, ~value); break;
    case 5: bytes.erase(where, value % 64); return;
    case 6: bytes.insert(where, value >> 8 & 63, static_cast<char>(value)); return;
    default: number.assign(9, '\xff');  // a varint without an end
  }
  bytes.replace(where, std::min(number.size(), bytes.size() - where), number);
}

}  // namespace

HostileIndex::HostileIndex() : path_(folder_ / "index") {
  const std::string first = (folder_ / "a.jsonl").string();
  const std::string second = (folder_ / "b.jsonl").string();
  test::write_bytes(first, lines(1, 12));
  test::write_bytes(second, lines(10, 15));
  run("build '" + first + "'", path_);
  run("add '" + second + "'", path_);
  run("remove 3 4", path_);
  const std::string page = (folder_ / "page.txt").string();
  test::write_bytes(page, kPage);
  run("add '" + page + "'", path_);
  const std::string many = (folder_ / "many.jsonl").string();
  test::write_bytes(many, lines(16, 17) + line_of_many_words());
  run("add '" + many + "'", path_);
  manifest_ = read_manifest(path_);
  std::vector<std::string> of_xapian;
  for (const SegmentInfo& info : manifest_.segments) {
    std::vector<SegmentFile> files = info.files;
    if (info.deletions) files.push_back(*info.deletions);
    for (const SegmentFile& file : files) {
      (is_of_xapian(file.name) ? of_xapian : names_).push_back(info.id + "/" + file.name);
    }
  }
  names_.insert(names_.end(), of_xapian.begin(), of_xapian.end());
  for (const std::string& name : names_) whole_[name] = test::read_bytes(file_path(name));
}

void HostileIndex::change(std::string_view changes) {
  for (const std::string& name : written_) test::write_bytes(file_path(name), whole_[name]);
  written_.clear();
  std::map<std::string, std::string> changed;
  for (; changes.size() >= kChangeBytes; changes.remove_prefix(kChangeBytes)) {
    const auto byte = [&](std::size_t i) {
      return std::uint32_t{static_cast<unsigned char>(changes[i])};
    };
    const std::string& name = names_[byte(0) % names_.size()];
    const auto file = changed.try_emplace(name, payload(name)).first;
    apply(file->second, byte(1), byte(2) | byte(3) << 8 | byte(4) << 16,
          byte(5) | byte(6) << 8 | byte(7) << 16);
  }
  for (const auto& [name, bytes] : changed) write(name, bytes);
  for (const auto& [name, bytes] : changed) {
    const std::string checks = posting_checks_path(name.substr(0, name.find('/'))).string();
    if (!is_of_xapian(name) || changed.contains(checks)) continue;
    written_.insert(checks);
    write_posting_checks(file_path(name).parent_path(), file_path(checks));
  }
  write_manifest(path_, described());
}

fs::path HostileIndex::file_path(const std::string& name) const {
  return segments_path(path_) / name;
}

std::string HostileIndex::payload(const std::string& name) const {
  const std::string& whole = whole_.at(name);
  if (is_of_xapian(name)) return whole;
  return whole.substr(kFrameHeaderBytes, get_u64(whole.data() + 24) - kFrameHeaderBytes);
}

void HostileIndex::write(const std::string& name, const std::string& bytes) {
  written_.insert(name);
  const std::string& whole = whole_.at(name);
  if (is_of_xapian(name)) {
    // A table of whole blocks, however much was put in or taken out.
    std::string sized = bytes;
    if (name.ends_with(".glass")) sized.resize(whole.size());
    test::write_bytes(file_path(name), sized);
    return;
  }
  const std::string magic = whole.substr(0, std::min<std::size_t>(8, whole.find('\0')));
  FramedWriter writer(file_path(name), magic, get_u32(whole.data() + 8));
  writer.write(bytes);
  writer.finish();
}

Manifest HostileIndex::described() const {
  Manifest manifest = manifest_;
  for (SegmentInfo& info : manifest.segments) {
    const auto describe = [&](SegmentFile& file) {
      const std::string bytes = test::read_bytes(file_path(info.id + "/" + file.name));
      file.bytes = bytes.size();
      file.checksum = checksum_hex(hash64(bytes));
    };
    for (SegmentFile& file : info.files) describe(file);
    if (info.deletions) describe(*info.deletions);
  }
  return manifest;
}

void survive(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Bug && error.kind() != ErrorKind::Io) return;
    std::fprintf(stderr, "an error of the wrong kind: %s\n", error.what());
    std::abort();
  }
}

}  // namespace news
