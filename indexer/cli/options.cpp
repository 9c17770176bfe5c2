#include "indexer/cli/options.h"

#ifdef NEWS_MIMALLOC
#include <mimalloc.h>
#endif

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <thread>

#include "common/base/error.h"
#include "common/base/text.h"
#include "common/index/index.h"
#include "indexer/clean/language_name.h"
#include "indexer/clean/time_zone.h"

namespace news {
namespace {

constexpr std::uint64_t kLeastMemory = 64u << 20;
constexpr double kMaxBoost = 100;
// Under this the pages that the allocator keeps for a while count; at 64M they were a third.
constexpr std::uint64_t kLittleMemory = 512u << 20;

/// Has freed memory given back at once, for a tenth more processor time.
void keep_nothing_back() {
#if defined(NEWS_MIMALLOC) && MI_MALLOC_VERSION >= 210
  mi_option_set(mi_option_purge_delay, 0);
#elif defined(NEWS_MIMALLOC)
  mi_option_set(mi_option_decommit_delay, 0);
#endif
}

std::string format_names() {
  std::string names = "auto";
  for (const Format& format : all_formats()) names.append(", ").append(format.name);
  return names;
}

/// A whole text as a number that isn't negative; NaN otherwise.
double to_number(const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return text.empty() || *end != '\0' || !std::isfinite(value) || value < 0 ? std::nan("") : value;
}

void set_boost(std::string_view text, RankingSettings& ranking) {
  const std::size_t equals = text.find('=');
  const std::string name(text.substr(0, equals));
  const double value = equals == std::string_view::npos
                           ? std::nan("")
                           : to_number(std::string(text.substr(equals + 1)));
  if (std::isnan(value) || value > kMaxBoost) {
    throw Error(ErrorKind::Usage, "--boost '" + std::string(text) +
                                      "': write FIELD=NUMBER with a number from 0 to 100, such as "
                                      "headline=3");
  }
  if (name == "headline") {
    ranking.headline_boost = value;
  } else if (name == "lead") {
    ranking.lead_boost = value;
  } else if (name == "dateline") {
    ranking.dateline_boost = value;
  } else if (name == "country") {
    ranking.country_boost = value;
  } else {
    throw Error(ErrorKind::Usage, "--boost: there is no boost for '" + name +
                                      "'; there are headline, lead, dateline and country");
  }
}

}  // namespace

void IndexOption::add_to(CLI::App& command) {
  command.add_option("-i,--index", path, "The index (default: $NEWSINDEX, else ./news.index)")
      ->type_name("PATH");
}

std::filesystem::path IndexOption::get() const { return index_path(path); }

void CorpusOptions::add_to(CLI::App& command, const std::string& what) {
  command.add_option("CORPUS", corpus, what)->required()->type_name("PATH");
  command.add_option("--format", format, "Format of the input: " + format_names())
      ->type_name("NAME");
  command
      .add_option("--map", mapping,
                  "Read an article's FIELD from KEY of JSON input (meta.date goes inside); "
                  "may be repeated")
      ->type_name("FIELD=KEY")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      .add_option("--language", cleaning.language,
                  "Language of the articles, such as en; auto: from the article, else detected")
      ->type_name("CODE");
  command
      .add_option("--date-order", cleaning.date_order,
                  "Order of day and month in dates such as 04-02-2026")
      ->check(CLI::IsMember({"auto", "dmy", "mdy"}));
  command
      .add_option("--timezone", cleaning.timezone,
                  "Zone of dates that name none: +05:30, IST (default: what the page tells, else "
                  "UTC)")
      ->type_name("ZONE");
}

ReadOptions CorpusOptions::reading() const {
  ReadOptions options;
  options.format = format;
  for (const std::string& text : mapping) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
      throw Error(ErrorKind::Usage,
                  "--map '" + text + "': write FIELD=KEY, such as headline=meta.title");
    }
    options.mapping.push_back({text.substr(0, equals), text.substr(equals + 1)});
  }
  return options;
}

CleanOptions CorpusOptions::checked_cleaning() const {
  const std::string& language = cleaning.language;
  if (language != "auto" && language_tag(language).empty()) {
    throw Error(ErrorKind::Usage, "unknown language '" + language + "' in --language; write a code "
                                  "such as en, or auto");
  }
  const std::string& zone = cleaning.timezone;
  if (!zone.empty() && !named_zone(zone, CivilTime{})) {
    throw Error(ErrorKind::Usage, "unknown time zone '" + zone +
                                      "' in --timezone; write an offset such as +05:30, or a name "
                                      "such as IST");
  }
  return cleaning;
}

void WriterOptions::add_to(CLI::App& command) {
  command.add_option("--jobs", jobs, "Threads (default: one a core)")
      ->check(CLI::Range(1u, 256u))
      ->type_name("N");
  command.add_option("--memory", memory, "Memory to stay within: 512M, 2G (default: 1G)")
      ->type_name("SIZE");
  command
      .add_option("--lock-wait", lock_wait,
                  "Wait so long for another writer to finish (default: 0, exit code 5 at once)")
      ->check(CLI::Range(0.0, 1e6))
      ->type_name("SECONDS");
  command.add_flag("--json", json, "Print the summary as JSON");
}

void ReportOptions::add_to(CLI::App& command) {
  command.add_flag("--strict", strict, "Fail, and change nothing, when anything is rejected");
  command.add_option("--rejects", rejects_path, "Write a JSON line for each rejection to FILE")
      ->type_name("FILE");
  command.add_option("--progress", progress, "Show how far it is (auto: on a terminal)")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

void WriterOptions::apply(BuildOptions& options) const {
  options.jobs = thread_count();
  options.memory_bytes = memory_bytes();
  if (options.memory_bytes < kLittleMemory) keep_nothing_back();
  options.lock_wait = lock_wait;
}

unsigned WriterOptions::thread_count() const {
  return jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
}

std::uint64_t WriterOptions::memory_bytes() const {
  std::string number = memory;
  double unit = 1;
  if (!number.empty() && ascii_lower(number.back()) == 'b') number.pop_back();
  if (!number.empty()) {
    const std::size_t power = std::string_view("kmgt").find(ascii_lower(number.back()));
    if (power != std::string_view::npos) {
      unit = std::pow(1024.0, static_cast<double>(power) + 1);
      number.pop_back();
    }
  }
  const double value = to_number(number) * unit;
  if (std::isnan(value) || value > 1e15) {
    throw Error(ErrorKind::Usage, "--memory '" + memory + "': write a size such as 512M or 2G");
  }
  if (value < static_cast<double>(kLeastMemory)) {
    throw Error(ErrorKind::Usage, "--memory '" + memory + "' is too little; 64M is the least");
  }
  return static_cast<std::uint64_t>(value);
}

void RankingOptions::add_to(CLI::App& command) {
  command
      .add_option("--boost", boosts,
                  "How much words count in headline, lead (the first 20 words of the body), "
                  "dateline and country, such as headline=5,dateline=2,country=3")
      ->delimiter(',')
      ->type_name("FIELD=N");
  command
      .add_option(
          "--pivot-length", pivot_length,
          "Length in words of an article that is neither long nor short (default: the mean)")
      ->check(CLI::Range(1.0, 1e6))
      ->type_name("N");
}

RankingSettings RankingOptions::get() const {
  RankingSettings ranking;
  for (const std::string& boost : boosts) set_boost(boost, ranking);
  ranking.pivot_length = pivot_length;
  return ranking;
}

}  // namespace news
