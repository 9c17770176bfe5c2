#include "indexer/pipeline/ordered_rejections.h"

#include <string>

#include "tests/catch.h"

using namespace news;

TEST_CASE("Rejections are told in the order of the corpus", "[pipeline]") {
  std::string told;
  OrderedRejections rejections([&](const Rejection& r) { told += r.path; });
  rejections.add_while_reading({"a", "", "why"});
  CHECK(told == "a");
  rejections.hand_out_batch();
  rejections.add_while_reading({"c", "", "why"});
  rejections.hand_out_batch();
  rejections.hand_out_batch();
  rejections.finish_batch(2, {{"e", "", "why"}});
  CHECK(told == "a");
  rejections.add_while_reading({"f", "", "why"});
  rejections.finish_batch(0, {{"b", "", "why"}});
  CHECK(told == "abc");
  rejections.finish_batch(1, {{"d", "", "why"}});
  CHECK(told == "abcdef");
}
