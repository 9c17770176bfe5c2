#include "common/index/article_store.h"

#include <zdict.h>
// For a dictionary that is not copied: copying it was a twentieth of a fresh process's work.
#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h>

#include "common/base/error.h"
#include "common/index/little_endian.h"

namespace news {
namespace {

// Payload: dictionary, frames, offset table, then this footer:
//   length of the dictionary (u64), offset of the table (u64), number of articles (u64)
constexpr std::string_view kMagic = "NEWSART";
constexpr std::uint32_t kVersion = 1;
constexpr std::uint64_t kFooterBytes = 24;

constexpr int kLevel = 6;
constexpr std::size_t kMaxDictionaryBytes = 112 << 10;
constexpr std::size_t kMinSamples = 100;
// No article is this long; a frame that claims to be is damaged.
constexpr std::uint64_t kMaxEncodedBytes = 256u << 20;

void check(std::size_t code, const char* doing) {
  if (ZSTD_isError(code) != 0) {
    throw Error(ErrorKind::Bug, std::string(doing) + ": " + ZSTD_getErrorName(code));
  }
}

}  // namespace

std::string train_dictionary(const std::vector<std::string>& samples) {
  if (samples.size() < kMinSamples) return {};
  std::string joined;
  std::vector<std::size_t> sizes;
  for (const std::string& sample : samples) {
    joined += sample;
    sizes.push_back(sample.size());
  }
  std::string dictionary(kMaxDictionaryBytes, '\0');
  const std::size_t size =
      ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), joined.data(), sizes.data(),
                            static_cast<unsigned>(sizes.size()));
  // Too little or too uniform text to learn from is no failure.
  dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return dictionary;
}

struct ArticleCompressor::State {
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{ZSTD_createCCtx(), ZSTD_freeCCtx};
};

ArticleCompressor::ArticleCompressor(std::string_view dictionary)
    : state_(std::make_unique<State>()) {
  ZSTD_CCtx* context = state_->context.get();
  check(ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, kLevel), "zstd");
  // The manifest and the frame around the file name dictionary and checksum once for all.
  check(ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0), "zstd");
  check(ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 0), "zstd");
  check(ZSTD_CCtx_loadDictionary(context, dictionary.data(), dictionary.size()), "zstd");
}

ArticleCompressor::~ArticleCompressor() = default;

std::string ArticleCompressor::compress(std::string_view encoded_article) {
  std::string frame(ZSTD_compressBound(encoded_article.size()), '\0');
  const std::size_t size = ZSTD_compress2(state_->context.get(), frame.data(), frame.size(),
                                          encoded_article.data(), encoded_article.size());
  check(size, "compressing an article");
  frame.resize(size);
  return frame;
}

ArticleStoreWriter::ArticleStoreWriter(const std::filesystem::path& path,
                                       std::string_view dictionary)
    : out_(path, kMagic, kVersion), dictionary_bytes_(dictionary.size()) {
  out_.write(dictionary);
}

void ArticleStoreWriter::add(std::string_view frame) {
  offsets_.add(out_.offset());
  out_.write(frame);
}

void ArticleStoreWriter::finish() {
  const std::uint64_t table = out_.offset();
  offsets_.write(out_, table);
  std::string footer;
  put_u64(footer, dictionary_bytes_);
  put_u64(footer, table);
  put_u64(footer, offsets_.size());
  out_.write(footer);
  out_.finish();
}

struct ArticleStore::State {
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context{ZSTD_createDCtx(), ZSTD_freeDCtx};
  std::string encoded;  // the article read last, and room behind it
};

ArticleStore::ArticleStore(const std::filesystem::path& path)
    : file_(path, kMagic, kVersion), state_(std::make_unique<State>()) {
  if (file_.end() - file_.begin() < kFooterBytes) file_.damaged("it is cut short");
  const std::uint64_t footer = file_.end() - kFooterBytes;
  offsets_ = OffsetTable(file_, file_.u64(footer + 8), file_.u64(footer + 16));
  const std::string_view dictionary = file_.span(file_.begin(), file_.u64(footer));
  if (ZSTD_isError(ZSTD_DCtx_loadDictionary_byReference(
          state_->context.get(), dictionary.data(), dictionary.size())) != 0) {
    file_.damaged("its dictionary can't be read");
  }
}

ArticleStore::~ArticleStore() = default;

std::string_view ArticleStore::read_encoded(std::uint64_t number) const {
  const std::string_view frame = offsets_.item(number - 1);
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > kMaxEncodedBytes) file_.damaged("article " + std::to_string(number) + " is no frame");
  std::string& encoded = state_->encoded;
  if (encoded.size() < size) encoded.resize(size);
  const std::size_t got = ZSTD_decompressDCtx(state_->context.get(), encoded.data(), size,
                                              frame.data(), frame.size());
  if (got != size) file_.damaged("article " + std::to_string(number) + " can't be unpacked");
  return std::string_view(encoded).substr(0, size);
}

StoredArticle ArticleStore::read(std::uint64_t number) const {
  StoredArticle stored;
  if (!decode_article(read_encoded(number), stored)) {
    file_.damaged("article " + std::to_string(number) + " can't be read");
  }
  return stored;
}

}  // namespace news
