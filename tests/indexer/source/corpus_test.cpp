#include "indexer/source/corpus.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "common/base/error.h"
#include "tests/catch.h"
#include "tests/indexer/source/packing.h"
#include "tests/indexer/source/scratch_folder.h"

namespace {

using namespace news;
namespace fs = std::filesystem;

struct Seen {
  std::vector<CorpusEntry> entries;
  std::vector<std::string> contents;
  std::vector<Rejection> rejections;

  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const CorpusEntry& entry : entries) all.push_back(entry.name);
    return all;
  }
};

Seen walk(const std::vector<std::string>& roots) {
  Seen seen;
  CorpusVisitor visitor;
  visitor.entry = [&](const CorpusEntry& entry, ByteStream& stream) {
    std::string content;
    std::string buffer(1000, '\0');
    while (const std::size_t n = stream.read(buffer.data(), buffer.size())) {
      content.append(buffer, 0, n);
    }
    seen.entries.push_back(entry);
    seen.contents.push_back(content);
  };
  visitor.rejection = [&](Rejection rejection) { seen.rejections.push_back(rejection); };
  walk_corpus(roots, visitor);
  return seen;
}

TEST_CASE("A folder is walked depth first, names in byte order, hidden ones passed over",
          "[source]") {
  const ScratchFolder folder;
  for (const char* name : {"b.txt", "a/z.txt", "a/B.txt", "B.txt", ".hidden", ".git/x", "a.txt"}) {
    folder.write(name, name);
  }
  const Seen seen = walk({folder.path() + "/"});
  CHECK(seen.names() == std::vector<std::string>{"B.txt", "a/B.txt", "a/z.txt", "a.txt", "b.txt"});
  CHECK(seen.entries[1].path == folder.path("a/B.txt"));
  CHECK(seen.contents[1] == "a/B.txt");
  CHECK(seen.rejections.empty());
}

TEST_CASE("A missing root ends the walk before anything is read", "[source]") {
  const ScratchFolder folder;
  const std::string good = folder.write("good.txt", "text");
  bool visited = false;
  CorpusVisitor visitor;
  visitor.entry = [&](const CorpusEntry&, ByteStream&) { visited = true; };
  visitor.rejection = [](Rejection) {};
  try {
    walk_corpus({good, folder.path("missing")}, visitor);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::Io);
    CHECK(std::string(error.what()) == "no such file or folder: '" + folder.path("missing") + "'");
  }
  CHECK_FALSE(visited);
}

TEST_CASE("A file named twice is read twice; its name is without folders", "[source]") {
  const ScratchFolder folder;
  const std::string file = folder.write("deep/down/a.txt", "x");
  CHECK(walk({file, file}).names() == std::vector<std::string>{"a.txt", "a.txt"});
}

TEST_CASE("What is no regular file, and an empty one, is a rejection", "[source]") {
  const ScratchFolder folder;
  folder.write("empty", "");
  folder.write("fine", "x");
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  const Seen seen = walk({folder.path()});
  CHECK(seen.names() == std::vector<std::string>{"fine"});
  REQUIRE(seen.rejections.size() == 2);
  CHECK(seen.rejections[0].path == folder.path("empty"));
  CHECK(seen.rejections[0].reason == "empty file");
  CHECK(seen.rejections[1].path == folder.path("pipe"));
  CHECK(seen.rejections[1].reason.find("not a regular file") == 0);
}

TEST_CASE("Symbolic links stay inside the folder that was named", "[source]") {
  const ScratchFolder folder;
  folder.write("outside/secret.txt", "secret");
  folder.write("outside-too/secret.txt", "secret");
  folder.write("in/sub/a.txt", "a");
  fs::create_symlink("sub/a.txt", folder.path("in/link.txt"));
  fs::create_symlink("../outside/secret.txt", folder.path("in/away.txt"));
  fs::create_symlink("../outside-too", folder.path("in/elsewhere"));
  fs::create_symlink("nowhere", folder.path("in/broken"));
  const Seen seen = walk({folder.path("in")});
  CHECK(seen.names() == std::vector<std::string>{"link.txt", "sub/a.txt"});
  REQUIRE(seen.rejections.size() == 3);
  CHECK(seen.rejections[0].reason == "symbolic link that leaves '" + folder.path("in") + "'");
  CHECK(seen.rejections[1].reason == "broken symbolic link");
  CHECK(seen.rejections[2].path == folder.path("in/elsewhere"));
}

TEST_CASE("Loops of symbolic links end", "[source]") {
  const ScratchFolder folder;
  folder.write("a/x.txt", "x");
  folder.write("b/y.txt", "y");
  fs::create_symlink("..", folder.path("a/up"));
  fs::create_symlink("../b", folder.path("a/across"));
  fs::create_symlink("../a", folder.path("b/back"));
  fs::create_symlink("self", folder.path("self"));
  Seen seen = walk({folder.path()});
  std::sort(seen.contents.begin(), seen.contents.end());
  CHECK(seen.contents == std::vector<std::string>{"x", "y"});
  REQUIRE(seen.rejections.size() == 1);
  CHECK(seen.rejections[0].path == folder.path("self"));
}

TEST_CASE("A root that is a symbolic link is followed", "[source]") {
  const ScratchFolder folder;
  folder.write("real/a.txt", "a");
  fs::create_directory_symlink("real", folder.path("linked"));
  CHECK(walk({folder.path("linked")}).names() == std::vector<std::string>{"a.txt"});
}

TEST_CASE("Standard input is an entry named '-'", "[source]") {
  const ScratchFolder folder;
  const std::string file = folder.write("input", gzip_member("from a pipe"));
  const int saved = ::dup(STDIN_FILENO);
  const int fd = ::open(file.c_str(), O_RDONLY);
  REQUIRE(::dup2(fd, STDIN_FILENO) == STDIN_FILENO);
  ::close(fd);
  const Seen seen = walk({"-"});
  ::dup2(saved, STDIN_FILENO);
  ::close(saved);
  REQUIRE(seen.entries.size() == 1);
  CHECK(seen.entries[0].path == "-");
  CHECK(seen.entries[0].name == "-");
  CHECK(seen.contents[0] == "from a pipe");
}

TEST_CASE("A file name that is no UTF-8 is repaired for showing", "[source]") {
  const ScratchFolder folder;
  folder.write("caf\xe9.txt", "x");
  CHECK(walk({folder.path()}).names() == std::vector<std::string>{"caf\u00e9.txt"});
}

TEST_CASE("Compression is known by content, whatever the name says", "[source]") {
  const ScratchFolder folder;
  folder.write("a.txt", gzip_member("one") + gzip_member("") + gzip_member(" two"));
  folder.write("b.gz", "plain text");
  folder.write("c", zstd_frame("three") + zstd_frame(" four"));
  const Seen seen = walk({folder.path()});
  CHECK(seen.contents == std::vector<std::string>{"one two", "plain text", "three four"});
}

}  // namespace
