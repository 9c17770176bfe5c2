#include "indexer/reader/splitters.h"

#include "tests/catch.h"
#include "tests/indexer/reader/reader_helpers.h"

namespace {

using namespace news;

std::vector<Record> all_records(RecordSplitter& splitter) {
  std::vector<Record> records;
  for (Record record; splitter.next(record);) records.push_back(record);
  return records;
}

std::vector<Record> lines_of(const std::string& bytes) {
  StringStream stream(bytes);
  return all_records(*split_lines(stream));
}

/// A line of `size` bytes between others, made as it is read: the test itself stays small.
class LongLine : public ByteStream {
 public:
  explicit LongLine(std::size_t size) : left_(size) {}
  std::size_t read(char* buffer, std::size_t size) override {
    if (!started_) {
      started_ = true;
      return std::string_view("before\n").copy(buffer, size);
    }
    if (left_ > 0) {
      const std::size_t n = std::min(size, left_);
      std::fill_n(buffer, n, 'x');
      left_ -= n;
      return n;
    }
    if (ended_) return 0;
    ended_ = true;
    return std::string_view("\nafter\n").copy(buffer, size);
  }

 private:
  std::size_t left_;
  bool started_ = false;
  bool ended_ = false;
};

std::string label_after_hash(std::string_view record) {
  const std::size_t at = record.find('#');
  return at == std::string_view::npos ? "" : std::string(record.substr(at + 1, 1));
}

std::vector<Record> elements_of(const std::string& bytes) {
  StringStream stream(bytes);
  return all_records(*split_elements(stream, {"<S ", "</S>", label_after_hash}));
}

TEST_CASE("Lines are numbered, blank ones counted but passed over", "[reader]") {
  const auto records = lines_of("one\r\n\n  \t\ntwo\nthree");
  REQUIRE(records.size() == 3);
  CHECK(records[0].bytes == "one\r\n");
  CHECK(records[0].label == "line 1");
  CHECK(records[1].label == "line 4");
  CHECK(records[2].bytes == "three");
  CHECK(lines_of("\n\n \n").empty());
}

TEST_CASE("There is room behind a record for its parser", "[reader]") {
  StringStream stream("one\ntwo");
  const auto splitter = split_lines(stream);
  for (Record record; splitter->next(record);) {
    CHECK(record.bytes.capacity() >= record.bytes.size() + kRecordPadding);
  }
}

TEST_CASE("Lines keep whole across the chunks they are read in", "[reader]") {
  std::string bytes;
  for (int i = 0; i < 3000; ++i) bytes += std::to_string(i) + std::string(i % 700, 'x') + "\n";
  std::string joined;
  for (const Record& record : lines_of(bytes)) joined += record.bytes;
  CHECK(joined == bytes);
}

TEST_CASE("A line over the limit is a fault, and reading goes on behind it", "[reader]") {
  for (const std::size_t size : {kMaxRecordBytes + 1000, 3 * kMaxRecordBytes}) {
    LongLine stream(size);
    const auto records = all_records(*split_lines(stream));
    REQUIRE(records.size() == 3);
    CHECK(records[0].bytes == "before\n");
    CHECK(records[1].fault == "record longer than 64 MiB");
    CHECK(records[1].label == "line 2");
    CHECK(records[1].bytes.empty());
    CHECK(records[2].bytes == "after\n");
    CHECK(records[2].fault.empty());
    CHECK(records[2].label == "line 3");
  }
}

TEST_CASE("A file over the limit is a fault", "[reader]") {
  LongLine stream(kMaxRecordBytes);
  const auto records = all_records(*split_whole(stream));
  REQUIRE(records.size() == 1);
  CHECK(records[0].fault == "record longer than 64 MiB");
}

TEST_CASE("Elements run from mark to mark, whatever stands between", "[reader]") {
  const auto records =
      elements_of("<!DOC>\n<S #1>a</S>junk\n<S >b<x></S>\n<S #3>no end<S #4>d</S>tail");
  REQUIRE(records.size() == 4);
  CHECK(records[0].bytes == "<S #1>a</S>");
  CHECK(records[0].label == "1");
  CHECK(records[1].label == "record 2");
  CHECK(records[2].bytes == "<S #3>no end");
  CHECK(records[3].bytes == "<S #4>d</S>");
  for (const Record& record : records) CHECK(record.fault.empty());
}

TEST_CASE("An element that the stream ends inside is a fault with its label", "[reader]") {
  const auto records = elements_of("<S #1>a</S><S #2>b");
  REQUIRE(records.size() == 2);
  CHECK(records[1].label == "2");
  CHECK(records[1].fault == "cut off: no </S> at its end");
}

TEST_CASE("Element marks are found across chunks", "[reader]") {
  for (std::size_t gap = 4085; gap < 4100; ++gap) {
    const auto records = elements_of("<S #1>" + std::string(gap, 'x') + "</S><S #2></S>");
    REQUIRE(records.size() == 2);
    CHECK(records[0].bytes.size() == gap + 10);
  }
}

}  // namespace
