#include "common/index/deletions.h"

#include "common/base/error.h"
#include "tests/catch.h"
#include "tests/support.h"

namespace news {
namespace {

TEST_CASE("Deletions are read as they were written", "[deletions]") {
  const test::TempFolder folder;
  DeletedArticles deleted(130);
  for (const std::uint64_t number : {1, 64, 65, 130}) CHECK(deleted.add(number));
  CHECK_FALSE(deleted.add(64));
  deleted.occurrences = {{3, 7}, {500, 1}};
  write_deletions(folder / "deleted-2", 130, deleted);
  const Deletions read(folder / "deleted-2", 130);
  CHECK(read.count() == 4);
  CHECK(read.contains(65));
  CHECK_FALSE(read.contains(66));
  CHECK(read.next(2) == 64);
  CHECK(read.next(66) == 130);
  CHECK_FALSE(read.next(131));
  CHECK(read.occurrences(3) == 7);
  CHECK(read.occurrences(4) == 0);
  CHECK(read.occurrences(500) == 1);
  CHECK(read.read().occurrences == deleted.occurrences);
  CHECK(read.read().bits == deleted.bits);
}

TEST_CASE("Deletions of another segment are refused", "[deletions]") {
  const test::TempFolder folder;
  write_deletions(folder / "deleted-2", 130, DeletedArticles(130));
  CHECK_THROWS_AS(Deletions(folder / "deleted-2", 131), Error);
  CHECK_THROWS_AS(Deletions(folder / "deleted-2", 600), Error);
}

}  // namespace
}  // namespace news
