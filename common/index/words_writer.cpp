#include <algorithm>

#include "common/base/varint.h"
#include "common/index/little_endian.h"
#include "common/index/words.h"
#include "common/index/words_format.h"

namespace news {
namespace {

/// Appends `text` as what it shares with the text before it and the rest.
void put_front_coded(std::string& out, std::string_view before, std::string_view text) {
  const auto ends = std::mismatch(before.begin(), before.end(), text.begin(), text.end());
  const auto shared = static_cast<std::size_t>(ends.first - before.begin());
  put_varint(out, shared);
  put_string(out, text.substr(shared));
}

}  // namespace

bool WordsWriter::Groups::entry(std::uint64_t offset) {
  const bool begins_group = size_++ % kWordGroup == 0;
  if (begins_group) put_u64(offsets_, offset);
  return begins_group;
}

std::uint64_t WordsWriter::Groups::write(FramedWriter& out) {
  put_u64(offsets_, out.offset());
  out.align(sizeof(std::uint64_t));
  const std::uint64_t begin = out.offset();
  out.write(offsets_);
  return begin;
}

WordsWriter::WordsWriter(const std::filesystem::path& path, std::uint32_t words)
    : out_(path, kWordsMagic, kWordsVersion), rank_of_(words) {}

void WordsWriter::add_stem(std::string_view stem, const std::vector<std::uint32_t>& numbers) {
  if (stems_.entry(out_.offset())) before_.clear();
  entry_.clear();
  put_front_coded(entry_, before_, stem);
  put_varint(entry_, numbers.size());
  std::uint32_t last = 0;
  for (const std::uint32_t number : numbers) {
    put_varint(entry_, number - last);
    last = number;
  }
  out_.write(entry_);
  before_ = stem;
}

void WordsWriter::add_word(const WordEntry& entry) {
  if (words_.size() == 0) stem_groups_ = stems_.write(out_);
  if (words_.entry(out_.offset())) before_.clear();
  entry_.clear();
  put_front_coded(entry_, before_, entry.folded);
  put_string(entry_, entry.spelling == entry.folded ? std::string_view() : entry.spelling);
  put_varint(entry_, entry.number);
  put_varint(entry_, entry.stem);
  put_varint(entry_, entry.frequency);
  out_.write(entry_);
  before_ = entry.folded;
  rank_of_.at(entry.number) = static_cast<std::uint32_t>(words_.size() - 1);
}

void WordsWriter::finish() {
  if (words_.size() == 0) stem_groups_ = stems_.write(out_);
  const std::uint64_t word_groups = words_.write(out_);
  const std::uint64_t ranks = out_.offset();
  std::string piece;
  for (const std::uint32_t rank : rank_of_) {
    put_u32(piece, rank);
    if (piece.size() < (64u << 10)) continue;
    out_.write(piece);
    piece.clear();
  }
  put_u64(piece, words_.size());
  put_u64(piece, stems_.size());
  put_u64(piece, word_groups);
  put_u64(piece, stem_groups_);
  put_u64(piece, ranks);
  out_.write(piece);
  out_.finish();
}

}  // namespace news
