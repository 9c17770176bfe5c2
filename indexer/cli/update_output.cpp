#include "indexer/cli/update_output.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "common/base/terminal_text.h"

namespace news {

std::string update_json(const UpdateSummary& summary, const std::string& command,
                        const std::string& index) {
  nlohmann::ordered_json json;
  json["schema"] = "newsindex-" + command + "/1";
  json["index"] = index;
  json["generation"] = summary.generation;
  json["articles"] = summary.articles;
  json["segments"] = summary.segments;
  if (command == "add") {
    json["added"] = summary.added;
    json["replaced"] = summary.replaced;
    json["rejected"] = summary.rejected;
    json["rejections"] = summary.rejections;
    json["text_bytes"] = summary.text_bytes;
  }
  if (command == "remove") {
    json["removed"] = summary.committed ? summary.removed : 0;
    json["unknown"] = summary.unknown;
  }
  json["commits"] = summary.commits;
  json["merges"] = summary.merges;
  json["seconds"] = summary.seconds;
  return terminal_safe_json(json.dump(2) + "\n");
}

std::string count_of(std::uint64_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

std::string update_state(const UpdateSummary& summary, const std::string& index) {
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.2f s", summary.seconds);
  return index + ": " + count_of(summary.articles, "article") + " in " +
         count_of(summary.segments, "segment") + ", generation " +
         std::to_string(summary.generation) + " (" + seconds + ")\n";
}

}  // namespace news
