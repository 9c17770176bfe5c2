#include <algorithm>
#include <charconv>

#include "common/base/text.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/record_buffer.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/web_record.h"

namespace news {
namespace {

constexpr std::string_view kStart = "filedesc://";

bool detect(const Sniff& sniff) { return sniff.bytes.substr(0, kStart.size()) == kStart; }

/// The line before a capture: address, IP, time, type, length, divided by blanks. Addresses can
/// have blanks of their own.
struct ArcLine {
  std::string_view url;
  std::string_view type;
  std::size_t length = 0;
  bool ok = false;
};

/// "https://", "dns:"
bool has_scheme(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon > 1 && colon < 9 &&
         std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return is_ascii_alnum(c) || c == '-'; });
}

ArcLine read_line(std::string_view line) {
  ArcLine read;
  const auto words = split(trim(line), ' ');
  if (words.size() < 5 || !has_scheme(words[0])) return read;
  const std::string_view length = words.back();
  const auto parsed = std::from_chars(length.data(), length.data() + length.size(), read.length);
  if (parsed.ec != std::errc() || parsed.ptr != length.data() + length.size()) return read;
  read.type = words[words.size() - 2];
  const std::string_view ip = words[words.size() - 4];
  read.url = trim(line.substr(0, static_cast<std::size_t>(ip.data() - line.data())));
  read.ok = true;
  return read;
}

/// Cuts an ARC file into its captures, each with its line.
class ArcSplitter : public RecordSplitter {
 public:
  explicit ArcSplitter(ByteStream& stream) : buffer_(stream) {}

  bool next(Record& record) override {
    for (;;) {
      const std::size_t end = find_line();
      if (end == 0) return false;
      const std::string_view line = buffer_.bytes().substr(0, end);
      if (trim(line).empty()) {
        buffer_.consume(end);
        continue;
      }
      record = {};
      const bool about = line.substr(0, kStart.size()) == kStart;
      take(record, end, read_line(line));
      if (about && record.fault.empty()) continue;
      record.label = "record " + std::to_string(++count_);
      return true;
    }
  }

 private:
  std::size_t find_line() {
    for (;;) {
      const std::size_t end = buffer_.bytes().find('\n');
      if (end != std::string_view::npos) return end + 1;
      if (buffer_.is_too_long() || !buffer_.fill()) return buffer_.bytes().size();
    }
  }

  void take(Record& record, std::size_t line, const ArcLine& head) {
    if (!head.ok || head.length > kMaxRecordBytes) {
      record.fault = head.ok ? "record longer than 64 MiB" : "broken record: no length in its line";
      return skip_to_next(line);
    }
    const std::size_t size = line + head.length;
    while (buffer_.bytes().size() < size) {
      if (buffer_.fill()) continue;
      record.fault = "broken record: cut off";
      return buffer_.consume(buffer_.bytes().size());
    }
    buffer_.move_to(record, size);
  }

  /// To the next line that can begin a capture.
  void skip_to_next(std::size_t line) {
    buffer_.consume(line);
    for (std::size_t end = find_line(); end != 0; end = find_line()) {
      const std::string_view text = buffer_.bytes().substr(0, end);
      if (has_scheme(text) && split(trim(text), ' ').size() >= 5) return;
      buffer_.consume(end);
    }
  }

  RecordBuffer buffer_;
  std::size_t count_ = 0;
};

std::unique_ptr<RecordSplitter> split_records(ByteStream& stream) {
  return std::make_unique<ArcSplitter>(stream);
}

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  const std::string_view bytes = record.bytes;
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const ArcLine line = read_line(bytes.substr(0, end));
  WebRecord capture;
  capture.url = to_valid_utf8(line.url);
  capture.content = bytes.substr(std::min(end + 1, bytes.size()));
  const bool http = capture.content.substr(0, 5) == "HTTP/";
  capture.media_type = http ? "application/http" : std::string(line.type);
  read_web_record(capture, out);
}

}  // namespace

Format arc_format() {
  return {"arc", "ARC 1: pages of an older crawl", detect, split_records, parse, true};
}

}  // namespace news
