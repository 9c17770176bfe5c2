#include "indexer/reader/reading.h"

#include "common/base/error.h"
#include "common/base/text.h"
#include "indexer/reader/detect.h"
#include "indexer/reader/fields.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/text_repair.h"
#include "indexer/source/prefixed_stream.h"

namespace news {
namespace {

constexpr std::uint64_t kBatchBytes = 512u << 10;

/// The format the user named; nullptr for auto.
const Format* chosen_format(const ReadOptions& options) {
  if (options.format == "auto") return nullptr;
  if (const Format* format = find_format(options.format)) return format;
  std::vector<std::string_view> names = {"auto"};
  for (const Format& format : all_formats()) names.push_back(format.name);
  std::string message = "unknown format '" + options.format + "'";
  const std::string_view nearest = nearest_name(options.format, names);
  if (!nearest.empty()) message += "; did you mean '" + std::string(nearest) + "'?";
  message += "\nknown formats:";
  for (const std::string_view name : names) message += " " + std::string(name);
  throw Error(ErrorKind::Usage, message);
}

/// True for the files that come with a collection and tell about it: prose, but no news.
bool is_about_corpus(std::string_view name) {
  name.remove_prefix(name.rfind('/') + 1);
  const std::string stem = ascii_lower(name.substr(0, name.find('.')));
  for (const std::string_view known : {"readme", "license", "licence", "copying", "changelog"}) {
    if (stem == known) return true;
  }
  return false;
}

class CorpusReader {
 public:
  CorpusReader(const Format* chosen, const std::function<void(RecordBatch)>& batch,
               const std::function<void(Rejection)>& reject)
      : chosen_(chosen), deliver_(batch), reject_(reject) {}

  void read_entry(const CorpusEntry& entry, ByteStream& stream) {
    try {
      split_entry(entry, stream);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::Io || in_callback_) throw;
      flush();
      reject_({entry.path, "", without_name(error.what(), entry.path)});
    }
  }

 private:
  void split_entry(const CorpusEntry& entry, ByteStream& stream) {
    std::string beginning = take_prefix(stream, kSniffBytes);
    if (beginning.empty()) return reject_({entry.path, "", "empty file"});
    const Format* format = chosen_ ? chosen_ : detect_format({beginning, entry.name});
    if (format == nullptr) return reject_({entry.path, "", unknown_shape(beginning)});
    if (chosen_ == nullptr && format->name == kPageTextName && is_about_corpus(entry.name)) {
      return reject_({entry.path, "", "no article: a file about the collection"});
    }
    PrefixedStream whole(std::move(beginning), stream);
    const auto splitter = format->split(whole);
    start(entry, *format);
    for (Record record; splitter->next(record);) {
      batch_.bytes += record.bytes.size();
      batch_.records.push_back(std::move(record));
      if (batch_.bytes < kBatchBytes) continue;
      flush();
      start(entry, *format);
    }
    flush();
  }

  void start(const CorpusEntry& entry, const Format& format) {
    batch_ = {};
    batch_.entry = entry;
    batch_.format = &format;
  }

  void flush() {
    if (batch_.records.empty()) return;
    batch_.sequence = sequence_++;
    // What the receiver throws is its own affair, not a fault of the entry.
    in_callback_ = true;
    deliver_(std::move(batch_));
    in_callback_ = false;
    batch_ = {};
  }

  /// Streams name their file in front of what is wrong; a rejection has a place for the name.
  static std::string without_name(std::string_view message, const std::string& path) {
    const std::string name = "'" + path + "': ";
    if (message.substr(0, name.size()) == name) message.remove_prefix(name.size());
    return std::string(message);
  }

  const Format* chosen_;
  const std::function<void(RecordBatch)>& deliver_;
  const std::function<void(Rejection)>& reject_;
  RecordBatch batch_;
  std::uint64_t sequence_ = 0;
  bool in_callback_ = false;
};

/// "a/b.json.gz" -> "a/b.json": the same file packed or not is the same article.
std::string_view without_compression(std::string_view name) {
  for (const std::string_view packed : {".gz", ".zst", ".xz", ".bz2", ".Z"}) {
    if (name.size() > packed.size() && name.ends_with(packed)) {
      name.remove_suffix(packed.size());
    }
  }
  return name;
}

/// "line 3" and "item 2" -> "line 3 item 2"
void put_label_before(std::string& record, const std::string& label) {
  if (label.empty()) return;
  record = record.empty() ? label : label + " " + record;
}

void complete(Article& article, const RecordBatch& batch, const std::string& label) {
  // What this program wrote says itself where it was read first.
  if (!article.format.empty()) return;
  article.source_path = batch.entry.path;
  article.format = batch.format->name;
  put_label_before(article.record, label);
  if (article.id.empty()) article.id = article.url;
  if (!article.id.empty()) return;
  article.id = without_compression(batch.entry.name);
  if (!article.record.empty()) article.id += "#" + article.record;
}

}  // namespace

void read_corpus(const std::vector<std::string>& roots, const ReadOptions& options,
                 const std::function<void(RecordBatch)>& batch,
                 const std::function<void(Rejection)>& reject) {
  check_mapping(options.mapping);
  CorpusReader reader(chosen_format(options), batch, reject);
  CorpusVisitor visitor;
  visitor.entry = [&](const CorpusEntry& entry, ByteStream& stream) {
    reader.read_entry(entry, stream);
  };
  visitor.rejection = reject;
  visitor.wanted = options.wanted;
  walk_corpus(roots, visitor);
}

ParsedRecord parse_batch(const RecordBatch& batch, const ReadOptions& options) {
  ParsedRecord all;
  for (const Record& record : batch.records) {
    const std::size_t articles = all.articles.size();
    const std::size_t rejections = all.rejections.size();
    const std::uint64_t repairs = mojibake_repairs();
    if (record.fault.empty()) {
      batch.format->parse(record, options, all);
    } else {
      all.rejections.push_back({"", "", record.fault});
    }
    for (std::size_t i = articles; i < all.articles.size(); ++i) {
      Article& article = all.articles[i].article;
      complete(article, batch, record.label);
      article.reading.repaired |= mojibake_repairs() != repairs;
    }
    for (std::size_t i = rejections; i < all.rejections.size(); ++i) {
      Rejection& rejection = all.rejections[i];
      if (rejection.path.empty()) rejection.path = batch.entry.path;
      put_label_before(rejection.record, record.label);
    }
  }
  return all;
}

}  // namespace news
