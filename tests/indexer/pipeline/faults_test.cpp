#include <cerrno>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/index/index.h"
#include "indexer/pipeline/build.h"
#include "indexer/pipeline/check.h"
#include "indexer/pipeline/update.h"
#include "tests/catch.h"
#include "tests/support.h"

namespace news {
namespace {

namespace fs = std::filesystem;

std::string corpus(int first, int last) {
  std::string lines;
  for (int n = first; n <= last; ++n) {
    lines += R"({"id":")" + std::to_string(n) + R"(","headline":"Number )" + std::to_string(n) +
             R"( of the wire","body":"A story about pangolins in the woods of Sweden.",)" +
             R"("published":"2026-02-04","language":"en"})" + "\n";
  }
  return lines;
}

/// Fails the n-th operation on a file, from 1; counts them all.
struct FailAt {
  explicit FailAt(std::uint64_t n, int error) {
    inject_file_faults([this, n, error](FileOperation, const fs::path&) {
      return ++count == n ? error : 0;
    });
  }
  ~FailAt() { inject_file_faults(nullptr); }
  std::uint64_t count = 0;
};

/// Thirty articles, and twenty that replace the last ten of them and go on.
void write_old_and_new(const test::TempFolder& folder) {
  test::write_bytes(folder / "old.jsonl", corpus(1, 30));
  test::write_bytes(folder / "new.jsonl", corpus(21, 40));
}

BuildOptions options_for(const fs::path& file) {
  BuildOptions options;
  options.corpus = {file.string()};
  return options;
}

/// The whole index at `path` has so many articles; 0 when there is none.
std::uint64_t whole_articles(const fs::path& path) {
  if (!fs::exists(path)) return 0;
  const CheckReport report = check_index(path);
  for (const Damage& damage : report.damages) FAIL(damage.segment << damage.file << damage.what);
  return report.articles;
}

TEST_CASE("A build whose n-th file operation fails leaves no index or a whole one", "[faults]") {
  const test::TempFolder folder;
  test::write_bytes(folder / "corpus.jsonl", corpus(1, 30));
  const BuildOptions options = options_for(folder / "corpus.jsonl");
  const fs::path index = folder / "index";
  std::uint64_t operations = 0;
  {
    const FailAt none(0, 0);
    build_index(index, options);
    operations = none.count;
  }
  REQUIRE(operations > 20);
  for (std::uint64_t n = 1; n <= operations; ++n) {
    fs::remove_all(index);
    CAPTURE(n);
    {
      const FailAt fail(n, n % 2 == 0 ? ENOSPC : EIO);
      REQUIRE_THROWS_AS(build_index(index, options), Error);
    }
    CHECK(whole_articles(index) % 30 == 0);
    build_index(index, options);
    CHECK(whole_articles(index) == 30);
  }
}

/// Changes a copy of the index at `before` while the n-th operation fails, for all n: it has its
/// articles still or those of the change, and can be changed again.
void fail_each_operation(const fs::path& before, std::uint64_t after,
                         const std::function<void(const fs::path&)>& change) {
  const fs::path index = before.parent_path() / "changed";
  const auto start_over = [&] {
    fs::remove_all(index);
    fs::copy(before, index, fs::copy_options::recursive);
  };
  start_over();
  std::uint64_t operations = 0;
  {
    const FailAt none(0, 0);
    change(index);
    operations = none.count;
  }
  REQUIRE(whole_articles(index) == after);
  REQUIRE(operations > 5);
  for (std::uint64_t n = 1; n <= operations; ++n) {
    start_over();
    CAPTURE(n);
    {
      const FailAt fail(n, n % 2 == 0 ? ENOSPC : EIO);
      REQUIRE_THROWS_AS(change(index), Error);
    }
    const std::uint64_t articles = whole_articles(index);
    CHECK((articles == whole_articles(before) || articles == after));
    change(index);
    CHECK(whole_articles(index) == after);
  }
}

TEST_CASE("An update whose n-th file operation fails leaves the last commit whole", "[faults]") {
  const test::TempFolder folder;
  write_old_and_new(folder);
  const fs::path index = folder / "index";
  build_index(index, options_for(folder / "old.jsonl"));
  const BuildOptions options = options_for(folder / "new.jsonl");
  const auto add = [&](const fs::path& path) { add_to_index(path, options, false); };
  fail_each_operation(index, 40, add);
  add(index);
  fail_each_operation(index, 38, [](const fs::path& path) {
    remove_from_index(path, {"1", "25"}, {});
  });
  // More than a third of a segment: a merge follows.
  fail_each_operation(index, 25, [](const fs::path& path) {
    std::vector<std::string> ids;
    for (int n = 1; n <= 15; ++n) ids.push_back(std::to_string(n));
    remove_from_index(path, ids, {});
  });
}

TEST_CASE("A merge whose n-th file operation fails leaves the last commit whole", "[faults]") {
  const test::TempFolder folder;
  write_old_and_new(folder);
  const fs::path index = folder / "index";
  build_index(index, options_for(folder / "old.jsonl"));
  add_to_index(index, options_for(folder / "new.jsonl"), false);
  std::uint64_t operations = 0;
  for (std::uint64_t n = 1; n == 1 || n <= operations; ++n) {
    CAPTURE(n);
    {
      const FailAt fail(n, n % 2 == 0 ? ENOSPC : EIO);
      try {
        compact_index(index, {});
        operations = n - 1;  // none was left to fail
      } catch (const Error&) {
        operations = n + 1;
      }
    }
    CHECK(whole_articles(index) == 40);
  }
  CHECK(operations > 5);
  CHECK(read_manifest(index).segments.size() == 1);
}

/// What isn't on the disk for certain yet when a manifest is put in place.
class Durability {
 public:
  Durability() {
    inject_file_faults([this](FileOperation operation, const fs::path& path) {
      const std::lock_guard lock(mutex_);
      note(operation, path.lexically_normal());
      return 0;
    });
  }
  ~Durability() { inject_file_faults(nullptr); }

  int commits = 0;
  std::vector<std::string> faults;

 private:
  static fs::path without_slash(const fs::path& path) {
    return path.has_filename() ? path : path.parent_path();
  }

  void note(FileOperation operation, const fs::path& given) {
    const fs::path path = without_slash(given);
    const bool is_there = operation == FileOperation::Create && fs::is_directory(path);
    if (operation == FileOperation::Write || operation == FileOperation::Create) {
      unsynced_[path] = true;
    }
    if (operation == FileOperation::Create && !is_there) names_[path] = true;
    if (operation == FileOperation::Sync) {
      unsynced_.erase(path);
      std::erase_if(names_, [&](const auto& name) { return name.first.parent_path() == path; });
    }
    if (operation != FileOperation::Rename) return;
    // The file beside goes under another name, which is synced afterwards.
    fs::path beside = path;
    beside += ".new";
    if (unsynced_.contains(beside)) faults.push_back(beside.string());
    names_.erase(beside);
    if (path.filename() == "manifest.json") commit(path.parent_path());
    names_[path] = true;
  }

  void commit(const fs::path& index) {
    ++commits;
    for (const auto& [path, is_unsynced] : unsynced_) {
      if (fs::is_regular_file(path)) faults.push_back(path.string());
    }
    for (const auto& [path, is_unsynced] : names_) {
      if (fs::exists(path) && path != index) faults.push_back("the name of " + path.string());
    }
  }

  std::mutex mutex_;
  std::map<fs::path, bool> unsynced_;
  std::map<fs::path, bool> names_;
};

TEST_CASE("All that a manifest names is synced before it is put in place", "[faults]") {
  const test::TempFolder folder;
  write_old_and_new(folder);
  const fs::path index = folder / "index";
  const Durability durability;
  build_index(index, options_for(folder / "old.jsonl"));
  add_to_index(index, options_for(folder / "new.jsonl"), false);
  remove_from_index(index, {"1", "25"}, {});
  compact_index(index, {});
  add_to_index(folder / "another", options_for(folder / "new.jsonl"), false);
  CHECK(durability.commits >= 5);
  CHECK(durability.faults == std::vector<std::string>());
}

}  // namespace
}  // namespace news
