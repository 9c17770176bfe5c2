#include "fuzz/read_input.h"

#include <cstdio>
#include <cstdlib>

#include "common/base/error.h"
#include "common/base/text.h"
#include "indexer/clean/clean.h"
#include "indexer/clean/dateline.h"
#include "indexer/clean/news_date.h"
#include "indexer/reader/reading.h"
#include "indexer/source/entry_unpacker.h"

namespace news {
namespace {

constexpr std::size_t kMostCleanedBytes = 64u << 10;

/// Gives the input in uneven pieces, so that marks get divided between two reads.
class PieceStream : public ByteStream {
 public:
  explicit PieceStream(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(char* buffer, std::size_t size) override {
    piece_ = piece_ * 7 % 1021 + 1;
    const std::size_t n = bytes_.copy(buffer, std::min(size, piece_));
    bytes_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view bytes_;
  std::size_t piece_ = 13;
};

void require(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

void check(const RawArticle& raw) {
  const Article& article = raw.article;
  require(!article.headline.empty() || !article.body.empty() || !raw.page_text.empty(),
          "an article has a headline or text");
  for (const std::string* text :
       {&article.id, &article.url, &article.headline, &article.summary, &article.body,
        &article.source, &article.section, &article.language, &raw.page_text, &raw.dateline_text,
        &raw.published_text, &raw.updated_text, &article.record}) {
    require(is_valid_utf8(*text), "text is valid UTF-8");
  }
  for (const auto* list : {&article.authors, &article.keywords, &article.captions}) {
    for (const std::string& text : *list) require(is_valid_utf8(text), "lists are valid UTF-8");
  }
}

void read_entry(const Format& format, ByteStream& stream) {
  const auto splitter = format.split(stream);
  RecordBatch batch;
  batch.entry = {"input", "input"};
  batch.format = &format;
  for (Record record; splitter->next(record);) batch.records.push_back(std::move(record));
  const ParsedRecord parsed = parse_batch(batch, {});
  for (const RawArticle& raw : parsed.articles) check(raw);
  for (const Rejection& rejection : parsed.rejections) {
    require(!rejection.reason.empty(), "a rejection says why");
    require(is_valid_utf8(rejection.reason), "a reason is valid UTF-8");
    require(is_valid_utf8(rejection.record), "a label is valid UTF-8");
  }
}

}  // namespace

void read_as_format(std::string_view name, std::string_view input) {
  const Format* format = find_format(name);
  require(format != nullptr, "the format is in the registry");
  detect_format({input, "input"});
  PieceStream stream(input);
  read_entry(*format, stream);
}

void read_as_archive(std::string_view, std::string_view input) {
  PieceStream stream(input);
  CorpusVisitor visitor;
  visitor.entry = [](const CorpusEntry& entry, ByteStream& content) {
    require(is_valid_utf8(entry.name), "a name is valid UTF-8");
    char buffer[4096];
    try {
      while (content.read(buffer, sizeof buffer) != 0) {
      }
    } catch (const Error&) {
      // Broken compression is thrown, and becomes a rejection where entries are read.
    }
  };
  visitor.rejection = [](const Rejection& rejection) {
    require(is_valid_utf8(rejection.path) && !rejection.reason.empty(), "a rejection says why");
  };
  ExpansionMeter meter;
  MeteredStream counted(stream, meter, MeteredStream::Side::Packed);
  EntryUnpacker({"input", "input"}, visitor, meter).deliver(counted);
}

void clean_as_fields(std::string_view, std::string_view input) {
  const std::string text = to_valid_utf8(input.substr(0, kMostCleanedBytes));
  RawArticle raw;
  raw.article.id = "input";
  raw.article.headline = "Port opens";
  raw.article.body = text;
  raw.dateline_text = raw.published_text = raw.updated_text = text.substr(0, text.find('\n'));
  raw.seen_text = "2026-02-06T08:30:00Z";
  for (const bool is_page : {false, true}) {
    if (is_page) {
      raw.article.body.clear();
      raw.page_text = text;
    }
    const CleanResult result = clean(raw, {});
    require(is_valid_utf8(result.article.body), "a clean body is valid UTF-8");
    require(is_valid_utf8(result.article.dateline.text), "a dateline is valid UTF-8");
    require(is_valid_utf8(result.article.published.from), "a provenance is valid UTF-8");
  }
  for (const std::string_view line : split(text, '\n')) {
    parse_news_date(line, {}, "line");
    read_marked_dateline(line);
  }
}

}  // namespace news
