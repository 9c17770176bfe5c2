#include "common/index/article_codec.h"

#include <array>

#include "common/base/varint.h"

namespace news {
namespace {

enum Tag : unsigned char {
  kPublished = 1,
  kUpdated = 2,
  kReading = 3,
  kFirstLayout = 8,  // layouts from here on, in the order of `kLaidOutFields`
  kFirstText = 16,   // texts from here on, in the order of `kTexts`
  kFirstList = 64,   // lists from here on, in the order of `kLists`; one entry an element
};

constexpr std::array<std::string Article::*, kLaidOutFields.size()> kLaidOutTexts = {
    &Article::headline, &Article::summary, &Article::body, &Article::other};
constexpr std::array<std::string Article::*, 10> kTexts = {
    &Article::id,     &Article::source_path,       &Article::record,  &Article::format,
    &Article::agency, &Article::source,            &Article::publisher_country,
    &Article::section, &Article::language,         &Article::url};
constexpr std::array<std::string Dateline::*, 4> kDatelineTexts = {
    &Dateline::text, &Dateline::place, &Dateline::country, &Dateline::agency};
constexpr std::array<std::vector<std::string> Article::*, 4> kLists = {
    &Article::countries, &Article::authors, &Article::keywords, &Article::captions};

constexpr std::size_t kOtherCountries = kFirstList + kLists.size();

void put(std::string& out, std::size_t tag, std::string_view value) {
  if (value.empty()) return;
  out.push_back(static_cast<char>(tag));
  put_string(out, value);
}

/// Maps signed numbers to unsigned ones, small to small.
std::uint64_t zigzag(std::int64_t value) {
  return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

std::string encode_notes(const ReadingNotes& notes) {
  std::string out;
  if (notes.page_characters == 0 && !notes.repaired) return out;
  put_varint(out, notes.page_characters);
  put_varint(out, notes.stripped_characters);
  put_varint(out, notes.repaired ? 1 : 0);
  return out;
}

bool decode_notes(std::string_view in, ReadingNotes& notes) {
  std::uint64_t repaired = 0;
  if (!get_varint(in, notes.page_characters) || !get_varint(in, notes.stripped_characters) ||
      !get_varint(in, repaired)) {
    return false;
  }
  notes.repaired = repaired != 0;
  return true;
}

std::string encode_stamp(const DateStamp& stamp) {
  std::string out;
  if (!stamp.known() && stamp.from.empty()) return out;
  put_varint(out, static_cast<std::uint64_t>(stamp.precision));
  put_varint(out, stamp.doubtful ? 1 : 0);
  put_varint(out, zigzag(stamp.seconds));
  return out.append(stamp.from);
}

bool decode_stamp(std::string_view in, DateStamp& stamp) {
  std::uint64_t precision = 0;
  std::uint64_t doubtful = 0;
  std::uint64_t seconds = 0;
  if (!get_varint(in, precision) || !get_varint(in, doubtful) || !get_varint(in, seconds)) {
    return false;
  }
  if (precision > static_cast<std::uint64_t>(Precision::Second)) return false;
  stamp.precision = static_cast<Precision>(precision);
  stamp.doubtful = doubtful != 0;
  stamp.seconds = unzigzag(seconds);
  stamp.from = in;
  return true;
}

void set_field(std::size_t tag, std::string_view value, StoredArticle& stored) {
  Article& article = stored.article;
  if (tag >= kFirstList) {
    if (tag - kFirstList < kLists.size()) (article.*kLists[tag - kFirstList]).emplace_back(value);
    if (tag == kOtherCountries) article.dateline.other_countries.emplace_back(value);
  } else if (tag < kFirstText) {
    if (tag - kFirstLayout < stored.layouts.size()) stored.layouts[tag - kFirstLayout] = value;
  } else if (tag - kFirstText < kTexts.size()) {
    article.*kTexts[tag - kFirstText] = value;
  } else if (tag - kFirstText - kTexts.size() < kDatelineTexts.size()) {
    article.dateline.*kDatelineTexts[tag - kFirstText - kTexts.size()] = value;
  }
}

}  // namespace

std::string& laid_out_text(Article& article, std::size_t i) { return article.*kLaidOutTexts[i]; }
const std::string& laid_out_text(const Article& article, std::size_t i) {
  return article.*kLaidOutTexts[i];
}

std::string encode_article(const Article& article, const TextLayouts& layouts) {
  std::string out;
  put(out, kPublished, encode_stamp(article.published));
  put(out, kUpdated, encode_stamp(article.updated));
  put(out, kReading, encode_notes(article.reading));
  std::size_t tag = kFirstLayout;
  for (const std::string_view layout : layouts) put(out, tag++, layout);
  tag = kFirstText;
  for (const auto text : kTexts) put(out, tag++, article.*text);
  for (const auto text : kDatelineTexts) put(out, tag++, article.dateline.*text);
  tag = kFirstList;
  for (const auto list : kLists) {
    for (const std::string& element : article.*list) put(out, tag, element);
    ++tag;
  }
  for (const std::string& code : article.dateline.other_countries) put(out, kOtherCountries, code);
  return out;
}

bool decode_article(std::string_view in, StoredArticle& stored) {
  while (!in.empty()) {
    const auto tag = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    std::string_view value;
    if (!get_string(in, value)) return false;
    if (tag == kReading) {
      if (!decode_notes(value, stored.article.reading)) return false;
    } else if (tag == kPublished || tag == kUpdated) {
      Article& article = stored.article;
      if (!decode_stamp(value, tag == kPublished ? article.published : article.updated)) {
        return false;
      }
    } else if (tag >= kFirstLayout) {
      set_field(tag, value, stored);
    }
  }
  return true;
}

}  // namespace news
