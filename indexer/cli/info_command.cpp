#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "common/base/output.h"
#include "common/base/terminal_text.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"
#include "indexer/pipeline/index_info.h"

namespace news {
namespace {

// Values of an attribute shown in the text form.
constexpr std::size_t kShownValues = 8;

struct InfoArguments {
  IndexOption index;
  bool json = false;
};

nlohmann::ordered_json to_json(const CopyCount& copies) {
  return {{"groups", copies.groups}, {"articles", copies.articles}};
}

std::string info_json(const IndexInfo& info) {
  nlohmann::ordered_json json;
  json["schema"] = "newsindex-info/1";
  json["index"] = {{"path", info.path}, {"generation", info.generation}};
  json["articles"] = info.articles;
  json["tokens"] = info.tokens;
  json["words"] = info.words;
  json["segments"] = info.segments;
  json["deleted"] = info.deleted;
  json["undated"] = info.undated;
  json["doubtful_dates"] = info.doubtful;
  const auto text_or_null = [](const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
  };
  json["first_published"] = text_or_null(info.first_published);
  json["last_published"] = text_or_null(info.last_published);
  json["counts"] = nlohmann::ordered_json::object();
  for (const auto& [name, values] : info.counts) {
    auto& list = json["counts"][name] = nlohmann::ordered_json::array();
    for (const auto& [value, count] : values) list.push_back({{"value", value}, {"count", count}});
  }
  json["date_guesses"] = info.health.date_guesses;
  json["same_text"] = to_json(info.health.same_text);
  json["near_copies"] = to_json(info.health.near_copies);
  json["repaired"] = info.health.repaired;
  json["furniture"] = nlohmann::ordered_json::array();
  for (const Furniture& entry : info.health.furniture) {
    json["furniture"].push_back({{"source", text_or_null(entry.source)},
                                 {"pages", entry.pages},
                                 {"characters", entry.characters},
                                 {"stripped", entry.stripped}});
  }
  json["rejections"] = info.rejections;
  json["text_bytes"] = info.text_bytes;
  json["index_bytes"] = info.index_bytes;
  json["files"] = info.file_bytes;
  json["ranking"] = {{"k1", info.ranking.k1},
                     {"b", info.ranking.b},
                     {"pivot_length", info.ranking.pivot_length},
                     {"boosts",
                      {{"headline", info.ranking.headline_boost},
                       {"lead", info.ranking.lead_boost},
                       {"dateline", info.ranking.dateline_boost},
                       {"country", info.ranking.country_boost}}}};
  return json.dump(2) + "\n";
}

std::string megabytes(std::uint64_t bytes) {
  char text[48];
  std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text;
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  char text[32];
  std::snprintf(text, sizeof text, "%.0f %%",
                whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
  return text;
}

/// What the articles have in common, what was guessed about them, what was cut from their pages.
std::string health_text(const CorpusHealth& health) {
  std::string out;
  for (const auto& [guess, count] : health.date_guesses) {
    out += "           " + std::to_string(count) + " with " + guess + "\n";
  }
  const CopyCount& near = health.near_copies;
  out += "copies     " + std::to_string(near.articles) + " articles are near copies, of " +
         std::to_string(near.groups) + (near.groups == 1 ? " story; " : " stories; ") +
         std::to_string(health.same_text.articles) + " have a body that another one has, too\n";
  if (health.repaired != 0) {
    out += "repaired   " + std::to_string(health.repaired) +
           " articles had been decoded wrongly (\u00c3\u00a9 for \u00e9)\n";
  }
  Furniture all;
  for (const Furniture& entry : health.furniture) {
    all.pages += entry.pages;
    all.characters += entry.characters;
    all.stripped += entry.stripped;
  }
  if (all.pages == 0) return out;
  out += "furniture  " + percent(all.stripped, all.characters) + " of " +
         std::to_string(all.pages) + " pages\n";
  for (std::size_t i = 0; i < std::min(health.furniture.size(), kShownValues); ++i) {
    const Furniture& entry = health.furniture[i];
    out += "           " + percent(entry.stripped, entry.characters) + " of " +
           std::to_string(entry.pages) + (entry.pages == 1 ? " page, " : " pages, ") +
           (entry.source.empty() ? "no source" : entry.source) + "\n";
  }
  return out;
}

std::string info_text(const IndexInfo& info) {
  std::string out = info.path + ": " + std::to_string(info.articles) + " articles, " +
                    std::to_string(info.tokens) + " words (" + std::to_string(info.words) +
                    " different), generation " + std::to_string(info.generation) + "\n";
  if (!info.first_published.empty()) {
    out += "published  " + info.first_published + " to " + info.last_published + "\n";
  }
  out += "dates      " + std::to_string(info.undated) + " undated, " +
         std::to_string(info.doubtful) + " doubtful\n";
  out += health_text(info.health);
  for (const auto& [name, values] : info.counts) {
    std::string line = name;
    line.resize(std::max<std::size_t>(line.size() + 2, 20), ' ');
    for (std::size_t i = 0; i < std::min(values.size(), kShownValues); ++i) {
      if (i > 0) line += ", ";
      line += values[i].first + " " + std::to_string(values[i].second);
    }
    if (values.size() > kShownValues) {
      line += ", and " + std::to_string(values.size() - kShownValues) + " more";
    }
    out += line + "\n";
  }
  if (info.segments != 1 || info.deleted > 0) {
    out += "segments   " + std::to_string(info.segments) + ", with " +
           std::to_string(info.deleted) + " removed articles in their files\n";
  }
  for (const auto& [kind, count] : info.rejections) {
    out += "rejected   " + std::to_string(count) + ": " + kind + "\n";
  }
  out += "size       " + megabytes(info.index_bytes) + " for " + megabytes(info.text_bytes) +
         " of text\n";
  for (const auto& [name, bytes] : info.file_bytes) {
    out += "           " + megabytes(bytes) + "  " + name + "\n";
  }
  return out;
}

}  // namespace

Command add_info_command(CLI::App& program) {
  auto arguments = std::make_shared<InfoArguments>();
  CLI::App* parser = program.add_subcommand(
      "info", "What is inside: articles, dates, sources, countries, languages, rejections, sizes");
  arguments->index.add_to(*parser);
  parser->add_flag("--json", arguments->json, "As JSON");
  return {parser, [arguments] {
            const IndexInfo info = inspect(Index(arguments->index.get()));
            Output out;
            out.write(arguments->json ? terminal_safe_json(info_json(info))
                                      : terminal_safe_lines(info_text(info)));
            out.flush();
            return 0;
          }};
}

}  // namespace news
