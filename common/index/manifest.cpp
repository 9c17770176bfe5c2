#include "common/index/manifest.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/base/hash.h"
#include "common/index/file_names.h"

namespace news {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormatName = "newsindex";
constexpr int kFormatVersion = 2;
constexpr std::string_view kNoChecksum = "0000000000000000";
constexpr std::string_view kChecksumKey = "\"checksum\": \"";

// What a program has to know to read, and to write, an index as this one makes it.
const std::vector<std::string> kFeatures = {"impacts", "token-stream", "words", "columns"};
// Named by an index only while articles of its segments are removed.
constexpr const char* kDeletionsFeature = "deletions";
// Named by an index only while its segments hold text that was stripped from pages.
constexpr const char* kOtherFeature = "stripped-text";

std::vector<std::string> features_of(const Manifest& manifest) {
  std::vector<std::string> features = kFeatures;
  const std::vector<SegmentInfo>& segments = manifest.segments;
  if (std::any_of(segments.begin(), segments.end(),
                  [](const SegmentInfo& segment) { return segment.deletions.has_value(); })) {
    features.emplace_back(kDeletionsFeature);
  }
  if (std::any_of(segments.begin(), segments.end(),
                  [](const SegmentInfo& segment) { return segment.has_file(other_path({})); })) {
    features.emplace_back(kOtherFeature);
  }
  return features;
}

bool is_known(const std::string& feature) {
  return feature == kDeletionsFeature || feature == kOtherFeature ||
         std::find(kFeatures.begin(), kFeatures.end(), feature) != kFeatures.end();
}

Json to_json(const SegmentFile& file) {
  return {{"name", file.name}, {"bytes", file.bytes}, {"hash", file.checksum}};
}

SegmentFile file_from_json(const Json& json) {
  return {json.at("name"), json.at("bytes"), json.at("hash")};
}

Json to_json(const SegmentInfo& segment) {
  Json files = Json::array();
  for (const SegmentFile& file : segment.files) files.push_back(to_json(file));
  Json json = {{"id", segment.id},
               {"articles", segment.articles},
               {"tokens", segment.tokens},
               {"files", files}};
  if (segment.deletions) {
    json["deleted"] = {{"articles", segment.deleted}, {"file", to_json(*segment.deletions)}};
  }
  return json;
}

SegmentInfo segment_from_json(const Json& json) {
  SegmentInfo segment;
  segment.id = json.at("id");
  segment.articles = json.at("articles");
  segment.tokens = json.at("tokens");
  for (const Json& file : json.at("files")) segment.files.push_back(file_from_json(file));
  if (json.contains("deleted")) {
    segment.deleted = json.at("deleted").at("articles");
    segment.deletions = file_from_json(json.at("deleted").at("file"));
  }
  return segment;
}

Json to_json(const RankingSettings& ranking) {
  return {{"k1", ranking.k1},
          {"b", ranking.b},
          {"pivot_length", ranking.pivot_length},
          {"boosts",
           {{"headline", ranking.headline_boost},
            {"lead", ranking.lead_boost},
            {"dateline", ranking.dateline_boost},
            {"country", ranking.country_boost}}}};
}

RankingSettings ranking_from_json(const Json& json) {
  RankingSettings ranking;
  ranking.k1 = json.at("k1");
  ranking.b = json.at("b");
  ranking.pivot_length = json.at("pivot_length");
  ranking.headline_boost = json.at("boosts").at("headline");
  ranking.lead_boost = json.at("boosts").value("lead", 1.0);
  ranking.dateline_boost = json.at("boosts").at("dateline");
  ranking.country_boost = json.at("boosts").at("country");
  return ranking;
}

[[noreturn]] void damaged(const std::filesystem::path& path, const std::string& what) {
  throw Error(ErrorKind::Index, "'" + path.string() + "' is damaged: " + what);
}

/// The text with its checksum's digits replaced by zeros, which is what the checksum is over.
std::string without_checksum(std::string_view text, std::string& checksum,
                             const std::filesystem::path& path) {
  std::string blank(text);
  const std::size_t key = blank.rfind(kChecksumKey);
  const std::size_t digits = key + kChecksumKey.size();
  if (key == std::string::npos || digits + kNoChecksum.size() > blank.size()) {
    damaged(path, "it has no checksum");
  }
  checksum = blank.substr(digits, kNoChecksum.size());
  return blank.replace(digits, kNoChecksum.size(), kNoChecksum);
}

/// A manifest may be anybody's: what it names has to lie inside its segment, and to be countable.
void check_segment(const SegmentInfo& segment, const std::filesystem::path& path) {
  const auto is_plain = [](const std::filesystem::path& name) {
    return !name.empty() && name.is_relative() &&
           std::none_of(name.begin(), name.end(),
                        [](const std::filesystem::path& part) {
                          return part.empty() || part == "." || part == "..";
                        });
  };
  const auto is_number = [](const std::string& id) {
    return !id.empty() && id.find_first_not_of("0123456789") == std::string::npos;
  };
  if (!is_number(segment.id)) damaged(path, "no segment is called '" + segment.id + "'");
  for (const SegmentFile& file : segment.files) {
    if (!is_plain(file.name)) damaged(path, "no file is called '" + file.name + "'");
  }
  if (segment.deletions && (!is_deletions_name(segment.deletions->name) ||
                            segment.deletions->name.find('/') != std::string::npos)) {
    damaged(path, "no list of removed articles is called '" + segment.deletions->name + "'");
  }
  if (segment.articles == 0 || segment.articles > kMaxSegmentArticles ||
      segment.deleted > segment.articles) {
    damaged(path, "the articles of segment '" + segment.id + "' can't be so many");
  }
}

/// Tells an index from the future, which is whole, before anything else is asked of it.
void check_version(const Json& json, const std::filesystem::path& path) {
  if (!json.is_object() || json.value("format", "") != kFormatName) {
    throw Error(ErrorKind::Index, "'" + path.string() + "' is not the manifest of a news index");
  }
  const int version = json.at("version");
  if (version != kFormatVersion) {
    throw Error(ErrorKind::Index, "the index at '" + path.parent_path().string() +
                                      "' has format version " + std::to_string(version) +
                                      "; this program reads version " +
                                      std::to_string(kFormatVersion) + "; " +
                                      (version > kFormatVersion ? "use a newer program"
                                                                : "build the index anew"));
  }
  for (const std::string feature : json.at("features").at("read")) {
    if (!is_known(feature)) {
      throw Error(ErrorKind::Index, "the index at '" + path.parent_path().string() +
                                        "' needs '" + feature +
                                        "', which this program doesn't know; use a newer one");
    }
  }
}

Manifest manifest_from_json(const Json& json) {
  Manifest manifest;
  manifest.generation = json.at("generation");
  manifest.ranking = ranking_from_json(json.at("ranking"));
  manifest.languages = json.at("languages").get<std::vector<std::string>>();
  manifest.text_bytes = json.at("text_bytes");
  for (const auto& [reason, count] : json.at("rejections").items()) {
    manifest.rejections[reason] = count;
  }
  if (const auto orders = json.find("date_orders"); orders != json.end()) {
    for (const auto& [source, order] : orders->items()) manifest.date_orders[source] = order;
  }
  if (const auto lines = json.find("site_furniture"); lines != json.end()) {
    for (const auto& [line, pages] : lines->items()) manifest.site_furniture[line] = pages;
  }
  if (const auto folders = json.find("watched"); folders != json.end()) {
    for (const auto& [folder, until] : folders->items()) manifest.watched[folder] = until;
  }
  for (const Json& segment : json.at("segments")) {
    manifest.segments.push_back(segment_from_json(segment));
  }
  return manifest;
}

}  // namespace

std::uint64_t Manifest::articles() const {
  std::uint64_t sum = 0;
  for (const SegmentInfo& segment : segments) sum += segment.live();
  return sum;
}

bool SegmentInfo::has_file(const std::filesystem::path& name) const {
  return std::any_of(files.begin(), files.end(),
                     [&](const SegmentFile& file) { return file.name == name; });
}

std::string encode_manifest(const Manifest& manifest) {
  Json json;
  json["format"] = kFormatName;
  json["version"] = kFormatVersion;
  const std::vector<std::string> features = features_of(manifest);
  json["features"] = {{"read", features}, {"write", features}};
  json["generation"] = manifest.generation;
  json["ranking"] = to_json(manifest.ranking);
  json["languages"] = manifest.languages;
  json["text_bytes"] = manifest.text_bytes;
  json["rejections"] = manifest.rejections;
  if (!manifest.date_orders.empty()) json["date_orders"] = manifest.date_orders;
  if (!manifest.site_furniture.empty()) json["site_furniture"] = manifest.site_furniture;
  if (!manifest.watched.empty()) json["watched"] = manifest.watched;
  json["segments"] = Json::array();
  for (const SegmentInfo& segment : manifest.segments) {
    json["segments"].push_back(to_json(segment));
  }
  json["checksum"] = kNoChecksum;
  std::string text = json.dump(2) + "\n";
  const std::string checksum = checksum_hex(hash64(text));
  return text.replace(text.rfind(kChecksumKey) + kChecksumKey.size(), checksum.size(), checksum);
}

Manifest decode_manifest(std::string_view text, const std::filesystem::path& path) {
  try {
    const Json json = Json::parse(text);
    check_version(json, path);
    std::string checksum;
    const std::string blank = without_checksum(text, checksum, path);
    if (checksum_hex(hash64(blank)) != checksum) damaged(path, "its checksum doesn't match");
    Manifest manifest = manifest_from_json(json);
    for (const SegmentInfo& segment : manifest.segments) check_segment(segment, path);
    return manifest;
  } catch (const Json::exception& e) {
    damaged(path, e.what());
  }
}

Manifest read_manifest(const std::filesystem::path& folder) {
  const std::filesystem::path path = manifest_path(folder);
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    throw Error(ErrorKind::Index,
                std::filesystem::exists(folder, ignored)
                    ? "'" + folder.string() + "' is not a news index"
                    : "there is no index at '" + folder.string() +
                          "'; make one with 'newsindex build CORPUS', or name one with --index");
  }
  try {
    return decode_manifest(read_file(path), path);
  } catch (const Error& e) {
    if (e.kind() == ErrorKind::Io) throw Error(ErrorKind::Index, e.what());
    throw;
  }
}

void write_manifest(const std::filesystem::path& folder, const Manifest& manifest) {
  replace_file(manifest_path(folder), encode_manifest(manifest));
}

}  // namespace news
