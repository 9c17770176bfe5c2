#include "indexer/pipeline/check.h"

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/base/hash.h"
#include "common/index/file_names.h"
#include "common/index/index.h"
#include "indexer/pipeline/cross_check.h"

namespace news {
namespace {

namespace fs = std::filesystem;

/// What is wrong with a file; "" when it is as it was committed.
std::string fault_of(const fs::path& path, const SegmentFile& file) {
  try {
    const MappedFile content(path);
    if (content.bytes().size() != file.bytes) {
      return "it has " + std::to_string(content.bytes().size()) + " bytes instead of " +
             std::to_string(file.bytes);
    }
    if (checksum_hex(hash64(content.bytes())) != file.checksum) {
      return "its bytes don't match their checksum";
    }
    return {};
  } catch (const Error& e) {
    return e.what();
  }
}

void check_segment(const fs::path& folder, const SegmentInfo& info, CheckReport& report) {
  const std::size_t before = report.damages.size();
  const auto check_file = [&](const SegmentFile& file) {
    ++report.files;
    report.bytes += file.bytes;
    std::string fault = fault_of(folder / file.name, file);
    if (!fault.empty()) report.damages.push_back({info.id, file.name, std::move(fault)});
  };
  for (const SegmentFile& file : info.files) check_file(file);
  if (info.deletions) check_file(*info.deletions);
  if (report.damages.size() > before) return;
  try {
    const Segment segment(folder, info);
    for (std::string& fault : cross_check(segment)) {
      report.damages.push_back({info.id, "", std::move(fault)});
    }
  } catch (const Error& e) {
    report.damages.push_back({info.id, "", e.what()});
  }
}

}  // namespace

CheckReport check_index(const fs::path& path) {
  CheckReport report;
  Manifest manifest;
  try {
    manifest = read_manifest(path);
  } catch (const Error& e) {
    std::error_code ignored;
    if (!fs::exists(manifest_path(path), ignored)) throw;
    report.damages.push_back({"", manifest_path({}).string(), e.what()});
    return report;
  }
  report.generation = manifest.generation;
  report.segments = manifest.segments.size();
  report.articles = manifest.articles();
  for (const SegmentInfo& info : manifest.segments) {
    check_segment(segment_path(path, info.id), info, report);
  }
  return report;
}

}  // namespace news
