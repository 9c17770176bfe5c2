// Measures how fast files are read, in memory, in MB of input a second of one core:
//
//   bench_reading SECONDS PATH...
//
// For each format among the files: cutting into records is done before, parsing alone is one
// figure, parsing and cleaning the other. Each is the best of the rounds that fit into SECONDS.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/run_main.h"
#include "indexer/clean/clean.h"
#include "indexer/reader/reading.h"

namespace {

/// Processor time of this process, so that others on the machine matter less.
double processor_seconds() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

/// Reads all batches once; returns how many articles there were.
std::size_t read(const std::vector<news::RecordBatch>& batches, bool cleans) {
  std::size_t articles = 0;
  for (const news::RecordBatch& batch : batches) {
    news::ParsedRecord parsed = news::parse_batch(batch, {});
    for (news::RawArticle& raw : parsed.articles) {
      if (cleans && !news::clean(std::move(raw), {}).rejection.empty()) continue;
      ++articles;
    }
  }
  return articles;
}

void measure(std::string_view format, const std::vector<news::RecordBatch>& batches,
             double budget) {
  double bytes = 0;
  for (const news::RecordBatch& batch : batches) {
    for (const news::Record& record : batch.records) {
      bytes += static_cast<double>(record.bytes.size());
    }
  }
  for (const bool cleans : {false, true}) {
    double best = 0;
    std::size_t articles = 0;
    const double begin = processor_seconds();
    do {
      const double start = processor_seconds();
      articles = read(batches, cleans);
      best = std::max(best, bytes / 1e6 / (processor_seconds() - start));
    } while (processor_seconds() - begin < budget);
    std::printf("%-16.*s %-16s %8zu articles %9.1f MB %8.1f MB/s\n",
                static_cast<int>(format.size()), format.data(),
                cleans ? "parsed, cleaned" : "parsed", articles, bytes / 1e6, best);
  }
}

int run(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: bench_reading SECONDS PATH...\n");
    return 2;
  }
  std::map<std::string_view, std::vector<news::RecordBatch>> by_format;
  const auto take = [&](news::RecordBatch batch) {
    by_format[batch.format->name].push_back(std::move(batch));
  };
  news::read_corpus({argv + 2, argv + argc}, {}, take, [](const news::Rejection&) {});
  for (const auto& [format, batches] : by_format) measure(format, batches, std::atof(argv[1]));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return news::run_main("bench_reading", [&] { return run(argc, argv); });
}
