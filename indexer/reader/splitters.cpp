#include "indexer/reader/splitters.h"

#include <algorithm>

#include "common/base/text.h"
#include "indexer/reader/record_buffer.h"

namespace news {
namespace {

constexpr std::size_t kChunkBytes = 256u << 10;
constexpr std::size_t kFirstChunkBytes = 16u << 10;
constexpr const char* kTooLong = "record longer than 64 MiB";

class WholeSplitter : public RecordSplitter {
 public:
  explicit WholeSplitter(ByteStream& stream) : buffer_(stream) {}

  bool next(Record& record) override {
    if (done_) return false;
    done_ = true;
    record = {};
    while (buffer_.fill()) {
      if (!buffer_.is_too_long()) continue;
      record.fault = kTooLong;
      return true;
    }
    buffer_.move_to(record, buffer_.bytes().size());
    return true;
  }

 private:
  RecordBuffer buffer_;
  bool done_ = false;
};

class LineSplitter : public RecordSplitter {
 public:
  explicit LineSplitter(ByteStream& stream) : buffer_(stream) {}

  bool next(Record& record) override {
    for (;;) {
      const std::size_t length = find_line();
      if (length == 0) return false;
      ++line_;
      record = {};
      if (too_long_) {
        buffer_.consume(length);
        record.fault = kTooLong;
        too_long_ = false;
      } else if (trim(buffer_.bytes().substr(0, length)).empty()) {
        buffer_.consume(length);
        continue;
      } else {
        buffer_.move_to(record, length);
      }
      record.label = "line " + std::to_string(line_);
      return true;
    }
  }

 private:
  /// Length of the line at the front with its end, 0 at the end of the stream.
  std::size_t find_line() {
    std::size_t searched = 0;
    for (;;) {
      const std::string_view bytes = buffer_.bytes();
      const std::size_t end = bytes.find('\n', searched);
      if (end != std::string_view::npos) return end + 1;
      searched = bytes.size();
      if (too_long_ || buffer_.is_too_long()) {
        // Only its end is of interest now, so what was read of it can go.
        too_long_ = true;
        buffer_.consume(searched > 0 ? searched - 1 : 0);
        searched = buffer_.bytes().size();
      }
      if (!buffer_.fill()) return searched;
    }
  }

  RecordBuffer buffer_;
  std::size_t line_ = 0;
  bool too_long_ = false;
};

class ElementSplitter : public RecordSplitter {
 public:
  ElementSplitter(ByteStream& stream, const ElementMarks& marks) : buffer_(stream), marks_(marks) {}

  bool next(Record& record) override {
    if (!find_open()) return false;
    ++count_;
    record = {};
    const std::size_t length = find_end(record.fault);
    record.label = marks_.label(buffer_.bytes().substr(0, length));
    if (record.label.empty()) record.label = "record " + std::to_string(count_);
    if (record.fault.empty()) {
      buffer_.move_to(record, length);
    } else {
      buffer_.consume(length);
    }
    return true;
  }

 private:
  /// Brings the next opening mark to the front.
  bool find_open() {
    for (;;) {
      const std::string_view bytes = buffer_.bytes();
      const std::size_t open = bytes.find(marks_.open);
      if (open != std::string_view::npos) {
        buffer_.consume(open);
        return true;
      }
      buffer_.consume(bytes.size() - std::min(bytes.size(), marks_.open.size() - 1));
      if (!buffer_.fill()) return false;
    }
  }

  /// Length of the record at the front.
  std::size_t find_end(std::string& fault) {
    std::size_t searched = marks_.open.size();
    for (;;) {
      const std::string_view bytes = buffer_.bytes();
      const std::size_t close = bytes.find(marks_.close, searched);
      const std::size_t open = bytes.substr(0, close).find(marks_.open, searched);
      if (open != std::string_view::npos) return open;
      if (close != std::string_view::npos) return close + marks_.close.size();
      // A mark can be divided between two chunks.
      const std::size_t overlap = std::max(marks_.open.size(), marks_.close.size()) - 1;
      searched = std::max(searched, bytes.size() - std::min(bytes.size(), overlap));
      if (buffer_.is_too_long()) {
        fault = kTooLong;
        return searched;
      }
      if (buffer_.fill()) continue;
      fault = "cut off: no " + std::string(marks_.close) + " at its end";
      return buffer_.bytes().size();
    }
  }

  RecordBuffer buffer_;
  ElementMarks marks_;
  std::size_t count_ = 0;
};

}  // namespace

bool RecordBuffer::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t size = buffer_.size();
  // Most files are small; a large one soon gets large pieces.
  const std::size_t chunk = std::clamp(size * 2, kFirstChunkBytes, kChunkBytes);
  buffer_.resize(size + chunk);
  std::size_t n = 0;
  try {
    n = stream_.read(buffer_.data() + size, chunk);
  } catch (...) {
    buffer_.resize(size);
    throw;
  }
  buffer_.resize(size + n);
  return n != 0;
}

void RecordBuffer::move_to(Record& record, std::size_t count) {
  record.bytes = std::string();
  record.bytes.reserve(count + kRecordPadding);
  record.bytes.assign(buffer_, begin_, count);
  consume(count);
}

std::unique_ptr<RecordSplitter> split_whole(ByteStream& stream) {
  return std::make_unique<WholeSplitter>(stream);
}

std::unique_ptr<RecordSplitter> split_lines(ByteStream& stream) {
  return std::make_unique<LineSplitter>(stream);
}

std::unique_ptr<RecordSplitter> split_elements(ByteStream& stream, const ElementMarks& marks) {
  return std::make_unique<ElementSplitter>(stream, marks);
}

}  // namespace news
