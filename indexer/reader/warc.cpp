#include <algorithm>
#include <charconv>

#include "common/base/error.h"
#include "common/base/text.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/record_buffer.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/text_repair.h"
#include "indexer/reader/web_record.h"
#include "indexer/reader/xml_reading.h"

namespace news {
namespace {

constexpr std::string_view kStart = "WARC/";
constexpr std::size_t kLongestHead = 64u << 10;

bool detect(const Sniff& sniff) { return sniff.bytes.substr(0, kStart.size()) == kStart; }

/// Records about the crawl rather than of it.
bool is_passed_over(std::string_view type) {
  for (const std::string_view other :
       {"warcinfo", "request", "metadata", "revisit", "continuation"}) {
    if (equals_ignoring_case(type, other)) return true;
  }
  return false;
}

/// Cuts a WARC file into its captures. After a broken record, or a broken member of its gzip
/// compression, it goes on with the next one that can be had.
class WarcSplitter : public RecordSplitter {
 public:
  explicit WarcSplitter(ByteStream& stream) : stream_(stream), buffer_(stream) {}

  bool next(Record& record) override {
    for (;;) {
      record = {};
      const bool any = read_record(record);
      if (!broken_.empty()) {
        record.bytes.clear();
        record.fault = std::move(broken_);
        broken_.clear();
        record.label = "record " + std::to_string(++count_);
        return true;
      }
      if (!any) return false;
      ++count_;
      if (record.bytes.empty() && record.fault.empty()) continue;
      record.label = "record " + std::to_string(count_);
      return true;
    }
  }

 private:
  /// Reads one chunk more. At a fault of the compression what is there is dropped, and reading goes
  /// on behind it where that can be done; where it can't, the stream has ended.
  bool fill() {
    while (!has_ended_) {
      try {
        return buffer_.fill();
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::Io) throw;
        if (broken_.empty()) broken_ = "broken record: " + std::string(error.what());
        buffer_.consume(buffer_.bytes().size());
        has_ended_ = !stream_.resume();
      }
    }
    return false;
  }

  bool need(std::size_t count) {
    while (buffer_.bytes().size() < count) {
      if (!fill() || !broken_.empty()) return false;
    }
    return true;
  }

  /// Brings the next start of a record to the front; false at the end.
  bool find_start() {
    bool lost = false;
    for (;;) {
      std::string_view bytes = buffer_.bytes();
      std::size_t skip = 0;
      while (skip < bytes.size() && (bytes[skip] == '\r' || bytes[skip] == '\n')) ++skip;
      bytes.remove_prefix(skip);
      const std::size_t at = bytes.substr(0, kStart.size()) == kStart ? 0 : bytes.find("\nWARC/");
      if (at != std::string_view::npos) {
        lost = lost || at != 0;
        buffer_.consume(skip + (at == 0 ? 0 : at + 1));
        if (lost && broken_.empty()) broken_ = "broken record: no WARC header where one should be";
        return true;
      }
      if (bytes.size() > kStart.size()) {
        lost = true;
        buffer_.consume(buffer_.bytes().size() - kStart.size());
      }
      if (!fill()) {
        if (lost && broken_.empty()) broken_ = "broken record: something else at the end";
        return false;
      }
    }
  }

  /// Position just after the blank line behind the head, 0 when there is none.
  std::size_t find_head() {
    for (;;) {
      const std::string_view bytes = buffer_.bytes();
      std::string_view head;
      const std::string_view content = split_head(bytes.substr(0, kLongestHead), head);
      if (content.data() != nullptr) return static_cast<std::size_t>(content.data() - bytes.data());
      if (bytes.size() >= kLongestHead) broken_ = "broken record: its header doesn't end";
      if (!broken_.empty()) return 0;
      if (!fill() && broken_.empty()) {
        broken_ = "broken record: cut off in its header";
        buffer_.consume(buffer_.bytes().size());
      }
      if (!broken_.empty()) return 0;
    }
  }

  /// True when a record was there; its bytes stay empty when it is passed over.
  bool read_record(Record& record) {
    if (!find_start() || !broken_.empty()) return !broken_.empty();
    const std::size_t head_size = find_head();
    if (head_size == 0) {
      // So that the search for the next one doesn't find this one again.
      buffer_.consume(std::min<std::size_t>(1, buffer_.bytes().size()));
      return true;
    }
    const std::string head(buffer_.bytes().substr(0, head_size));
    const std::string length_text = head_value(head, "Content-Length");
    std::size_t length = 0;
    const char* end = length_text.data() + length_text.size();
    const auto parsed = std::from_chars(length_text.data(), end, length);
    if (parsed.ec != std::errc() || parsed.ptr != end) {
      broken_ = "broken record: no length in its header";
      buffer_.consume(head_size);
      return true;
    }
    if (is_passed_over(head_value(head, "WARC-Type"))) return skip(head_size + length);
    if (length > kMaxRecordBytes) {
      record.fault = "record longer than 64 MiB";
      return skip(head_size + length);
    }
    if (!need(head_size + length)) {
      if (broken_.empty()) broken_ = "broken record: cut off";
      buffer_.consume(buffer_.bytes().size());
      return true;
    }
    buffer_.move_to(record, head_size + length);
    return true;
  }

  /// Passes over `count` bytes without keeping them.
  bool skip(std::size_t count) {
    while (count > buffer_.bytes().size()) {
      count -= buffer_.bytes().size();
      buffer_.consume(buffer_.bytes().size());
      if (!fill() || !broken_.empty()) return true;
    }
    buffer_.consume(count);
    return true;
  }

  ByteStream& stream_;
  RecordBuffer buffer_;
  std::string broken_;  ///< what is wrong with the record at the front
  bool has_ended_ = false;
  std::size_t count_ = 0;
};

std::unique_ptr<RecordSplitter> split_records(ByteStream& stream) {
  return std::make_unique<WarcSplitter>(stream);
}

/// "<urn:uuid:...>" -> "urn:uuid:..."
std::string without_brackets(std::string id) {
  if (id.size() > 2 && id.front() == '<' && id.back() == '>') return id.substr(1, id.size() - 2);
  return id;
}

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  std::string_view head;
  WebRecord capture;
  capture.content = split_head(record.bytes, head);
  capture.id = without_brackets(head_value(head, "WARC-Record-ID"));
  capture.url = without_brackets(head_value(head, "WARC-Target-URI"));
  capture.language = head_value(head, "WARC-Identified-Content-Language");
  capture.media_type = head_value(head, "Content-Type");
  const std::size_t before = out.articles.size();
  if (equals_ignoring_case(head_value(head, "WARC-Type"), "conversion")) {
    capture.media_type = "text/plain";
    read_page_capture(capture, out);
  } else {
    read_web_record(capture, out);
  }
  for (std::size_t i = before; i < out.articles.size(); ++i) {
    out.articles[i].seen_text = head_value(head, "WARC-Date");
  }
}

}  // namespace

Format warc_format() {
  return {"warc", "WARC and WET: pages of a crawl", detect, split_records, parse, true};
}

}  // namespace news
