#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "searcher/match/search.h"
#include "searcher/query/parse_query.h"
#include "tests/catch.h"
#include "tests/oracle/programs.h"
#include "tests/support.h"

namespace news {
namespace {

constexpr std::uint64_t kCommit = 10;  // articles

/// Asks without pause, of an index whose every commit adds `kCommit` articles that match, and keeps
/// the first answer that is none of one commit's.
class Reader {
 public:
  Reader(std::filesystem::path path, bool opens_each_time)
      : path_(std::move(path)), opens_each_time_(opens_each_time), thread_([this] { run(); }) {}

  std::string stop() {
    stopped_ = true;
    thread_.join();
    return fault_;
  }
  std::size_t answers() const { return answers_; }

 private:
  void run() {
    // A flat query, a phrase, and one that Xapian's matcher answers.
    const char* const queries[] = {"pangolins", "\"about pangolins\"",
                                   "(pangolins OR zebra) -(story okapi)"};
    try {
      std::optional<Searcher> searcher;
      while (!stopped_ && fault_.empty()) {
        if (!searcher || opens_each_time_) searcher.emplace(path_);
        ask(*searcher, queries[answers_++ % 3]);
      }
    } catch (const std::exception& error) {
      fault_ = error.what();
    }
  }

  void ask(Searcher& searcher, const char* query) {
    SearchRequest request;
    request.query = parse_query(query);
    request.limit = 10'000;
    const Answer answer = searcher.search(request);
    if (answer.articles % kCommit != 0 || answer.articles < last_ ||
        answer.total != answer.articles || answer.hits.size() != answer.total) {
      fault_ = std::string(query) + ": " + std::to_string(answer.total) + " of " +
               std::to_string(answer.articles) + " after " + std::to_string(last_);
    }
    last_ = answer.articles;
  }

  std::filesystem::path path_;
  bool opens_each_time_;
  std::atomic<bool> stopped_ = false;
  std::string fault_;
  std::uint64_t last_ = 0;
  std::size_t answers_ = 0;
  std::thread thread_;  // the last member: it uses the others
};

/// A commit's articles, as lines of JSON.
std::string lines_of(std::uint64_t commit) {
  std::string lines;
  for (std::uint64_t n = commit * kCommit; n < (commit + 1) * kCommit; ++n) {
    lines += R"({"id":")" + std::to_string(n) + R"(","headline":"Number )" + std::to_string(n) +
             R"( of the wire","body":"A story about pangolins.","language":"en"})" + "\n";
  }
  return lines;
}

TEST_CASE("Searchers on four threads answer while a writer adds and compacts", "[threads]") {
  const test::TempFolder folder;
  const std::filesystem::path index = folder / "index";
  const std::filesystem::path corpus = folder / "more.jsonl";
  // The writer is a process of its own.
  const auto write = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"-i", index.string()});
    return test::run_program("newsindex", arguments).exit_code == 0;
  };
  const auto commit = [&](std::uint64_t number) {
    test::write_bytes(corpus, lines_of(number));
    return write({"add", corpus.string()});
  };
  REQUIRE(commit(0));
  Reader readers[] = {{index, false}, {index, false}, {index, true}, {index, true}};
  for (std::uint64_t number = 1; number <= 15; ++number) {
    CHECK(commit(number));
    if (number % 4 == 0) CHECK(write({"compact"}));
  }
  for (Reader& reader : readers) {
    CHECK(reader.stop() == "");
    CHECK(reader.answers() > 0);
  }
}

// Xapian counts references without atomics, so two threads must never hold the same object of its.
TEST_CASE("Searchers on four threads share no counted reference", "[threads]") {
  const test::TempFolder folder;
  const std::filesystem::path index = folder / "index";
  const std::filesystem::path corpus = folder / "corpus.jsonl";
  test::write_bytes(corpus, lines_of(0));
  REQUIRE(test::run_program("newsindex", {"build", corpus.string(), "-i", index.string()})
              .exit_code == 0);
  std::atomic<int> wrong = 0;
  const auto ask = [&] {
    Searcher searcher(index);
    SearchRequest request;
    request.query = parse_query("(pangolins OR zebra) -(story okapi)");
    request.count_only = true;
    for (int n = 0; n < 20'000; ++n) wrong += searcher.search(request).total != kCommit;
  };
  std::vector<std::thread> threads;
  for (int n = 0; n < 4; ++n) threads.emplace_back(ask);
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace news
