#include "common/index/posting_cursor.h"

#include <algorithm>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "common/index/manifest.h"

namespace news {
namespace {

constexpr unsigned char kMoreBytes = 0x80;

/// Reads varints of at most 32 bits; `good` turns false at the first that is broken.
class CodeReader {
 public:
  explicit CodeReader(std::string_view codes)
      : at_(reinterpret_cast<const unsigned char*>(codes.data())), end_(at_ + codes.size()) {}

  bool at_end() const { return at_ == end_; }
  bool good() const { return good_; }

  /// Reads postings while their gaps and impacts are a byte each, or until a few bytes are left,
  /// and puts them at `articles` and `impacts`. `article` is the one before them, then the last of
  /// them. Returns how many were read.
  std::size_t take_short_codes(std::uint32_t& article, std::uint32_t* articles,
                               std::uint32_t* impacts) {
    std::size_t count = 0;
#ifdef __SSE2__
    const __m128i zero = _mm_setzero_si128();
    const __m128i one = _mm_set1_epi32(1);
    const __m128i low = _mm_set1_epi32(0xffff);
    // The last article stays in a register: the next four don't wait for these to be stored.
    __m128i last = _mm_set1_epi32(static_cast<int>(article));
    // A lane a posting: the gap in its lower half, the impact in its upper.
    const auto put_four = [&](__m128i pairs) {
      __m128i sums = _mm_add_epi32(_mm_and_si128(pairs, low), one);
      sums = _mm_add_epi32(sums, _mm_slli_si128(sums, 4));
      sums = _mm_add_epi32(sums, _mm_slli_si128(sums, 8));
      sums = _mm_add_epi32(sums, last);
      _mm_storeu_si128(reinterpret_cast<__m128i*>(articles + count), sums);
      _mm_storeu_si128(reinterpret_cast<__m128i*>(impacts + count), _mm_srli_epi32(pairs, 16));
      last = _mm_shuffle_epi32(sums, 0xff);
      count += 4;
    };
    for (; end_ - at_ >= 16; at_ += 16) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at_));
      if (_mm_movemask_epi8(bytes) != 0) break;
      put_four(_mm_unpacklo_epi8(bytes, zero));
      put_four(_mm_unpackhi_epi8(bytes, zero));
    }
    if (end_ - at_ >= 8) {
      const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(at_));
      if (_mm_movemask_epi8(bytes) == 0) {
        put_four(_mm_unpacklo_epi8(bytes, zero));
        at_ += 8;
      }
    }
    article = static_cast<std::uint32_t>(_mm_cvtsi128_si32(last));
#else
    for (; end_ - at_ >= 2 && at_[0] < kMoreBytes && at_[1] < kMoreBytes; at_ += 2) {
      articles[count] = article += at_[0] + 1U;
      impacts[count++] = at_[1];
    }
#endif
    return count;
  }

  std::uint32_t next() {
    // Nearly all gaps and impacts are one byte.
    if (at_ != end_ && *at_ < kMoreBytes) return *at_++;
    std::uint64_t value = 0;
    for (unsigned shift = 0; at_ != end_ && shift < 35; shift += 7) {
      const unsigned char byte = *at_++;
      value |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte < kMoreBytes && value <= UINT32_MAX) return static_cast<std::uint32_t>(value);
    }
    good_ = false;
    at_ = end_;
    return 0;
  }

 private:
  const unsigned char* at_;
  const unsigned char* end_;
  bool good_ = true;
};

/// Puts a chunk's postings at `size` and behind it, and adds their number to it. The vectors only
/// grow. False when the postings are not what the chunk's head says.
bool decode(const PostingChunk& chunk, RawVector<std::uint32_t>& articles,
            RawVector<std::uint32_t>& impacts, std::size_t& size) {
  // Two bytes a posting are the least; the first one has no gap.
  const std::size_t most = size + chunk.codes.size() / 2 + 1;
  if (articles.size() < most) {
    articles.resize(most);
    impacts.resize(most);
  }
  CodeReader codes(chunk.codes);
  std::uint64_t article = chunk.first;
  articles[size] = chunk.first;
  std::uint32_t greatest = impacts[size++] = codes.next();
  // As far as a chunk of short codes leads at most.
  const std::uint64_t farthest = std::uint64_t{128} * chunk.codes.size();
  while (!codes.at_end()) {
    if (article > chunk.last) return false;
    if (article + farthest <= UINT32_MAX) {
      auto last = static_cast<std::uint32_t>(article);
      size += codes.take_short_codes(last, &articles[size], &impacts[size]);
      article = last;
      if (codes.at_end()) break;
    }
    article += std::uint64_t{codes.next()} + 1;
    articles[size] = static_cast<std::uint32_t>(article);
    greatest = std::max(greatest, impacts[size++] = codes.next());
  }
  // Those of one byte can't be greater.
  return codes.good() && greatest <= kMaxImpact && article == chunk.last;
}

/// Sorts numbers that stand in ascending runs: run i is [ends[i], ends[i + 1]).
void merge_runs(std::vector<std::uint64_t>& numbers, std::vector<std::size_t> ends) {
  const auto at = [&](std::size_t i) {
    return numbers.begin() + static_cast<std::ptrdiff_t>(ends[i]);
  };
  while (ends.size() > 2) {
    std::vector<std::size_t> fewer = {0};
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
      const std::size_t last = std::min(i + 2, ends.size() - 1);
      std::inplace_merge(at(i), at(i + 1), at(last));
      fewer.push_back(ends[last]);
    }
    ends = std::move(fewer);
  }
}

}  // namespace

PostingCursor::PostingCursor(const PostingFile& file, std::uint64_t articles,
                             const std::vector<std::string>& terms, PostingUnions* unions)
    : file_(&file), most_(articles) {
  std::vector<PostingFile::List> lists;
  for (const std::string& term : terms) {
    auto list = file.find(term);
    if (!list) continue;
    frequency_ += list->frequency();
    lists.push_back(std::move(*list));
  }
  if (lists.size() > 1) {
    PostingUnions own;
    std::shared_ptr<const PostingBlock>& place = (unions != nullptr ? *unions : own)[terms];
    if (place == nullptr) place = std::make_shared<const PostingBlock>(merge(std::move(lists)));
    union_ = place;
    articles_ = union_->articles.data();
    impacts_ = union_->impacts.data();
    size_ = union_->articles.size();
    return;
  }
  list_ = std::move(lists);
  if (list_.empty()) {
    end();
  } else {
    read_chunk();
  }
}

void PostingCursor::advance_to(std::uint32_t target) {
  if (articles_[size_ - 1] < target) {
    if (list_.empty()) return end();
    do {
      if (!list_.front().next()) return end();
    } while (list_.front().chunk().last < target);
    read_chunk();
  }
  // Most skips are short: in eight at a time no step depends on the one before.
  for (std::size_t tries = 0; tries < 4 && at_ + 8 <= size_; ++tries) {
    std::size_t before = 0;
    for (std::size_t i = 0; i < 8; ++i) before += articles_[at_ + i] < target ? 1U : 0U;
    at_ += before;
    if (before < 8) return;
  }
  if (article() >= target) return;
  std::size_t step = 1;
  while (at_ + step < size_ && articles_[at_ + step] < target) step *= 2;
  const std::uint32_t* const from = articles_ + at_ + step / 2;
  const std::uint32_t* const to = articles_ + std::min(at_ + step + 1, size_);
  at_ = static_cast<std::size_t>(std::lower_bound(from, to, target) - articles_);
}

void PostingCursor::next_block() {
  if (list_.empty() || !list_.front().next()) return end();
  read_chunk();
}

void PostingCursor::read_chunk() {
  const PostingChunk& chunk = list_.front().chunk();
  at_ = 0;
  size_ = 0;
  if (chunk.last > most_ || !decode(chunk, chunk_.articles, chunk_.impacts, size_)) {
    file_->damaged();
  }
  articles_ = chunk_.articles.data();
  impacts_ = chunk_.impacts.data();
}

PostingBlock PostingCursor::merge(std::vector<PostingFile::List> lists) const {
  RawVector<std::uint32_t> articles;
  RawVector<std::uint32_t> impacts;
  std::size_t size = 0;
  std::vector<std::size_t> run_ends = {0};
  for (PostingFile::List& list : lists) {
    do {
      if (list.chunk().last > most_ || !decode(list.chunk(), articles, impacts, size)) {
        file_->damaged();
      }
    } while (list.next());
    run_ends.push_back(size);
  }
  // An article's best impact sorts first, and is kept.
  std::vector<std::uint64_t> postings(size);
  for (std::size_t i = 0; i < size; ++i) {
    postings[i] = std::uint64_t{articles[i]} << 32 | (UINT32_MAX - impacts[i]);
  }
  merge_runs(postings, std::move(run_ends));
  PostingBlock merged{std::move(articles), std::move(impacts)};
  std::size_t count = 0;
  std::uint32_t last = 0;  // no article's number
  for (const std::uint64_t posting : postings) {
    const auto article = static_cast<std::uint32_t>(posting >> 32);
    if (article == last) continue;
    merged.articles[count] = last = article;
    merged.impacts[count++] = UINT32_MAX - static_cast<std::uint32_t>(posting);
  }
  merged.articles.resize(count);
  merged.impacts.resize(count);
  return merged;
}

void PostingCursor::end() {
  static constexpr std::uint32_t kNoArticle = kEnd;
  static constexpr std::uint32_t kNoImpact = 0;
  list_.clear();
  articles_ = &kNoArticle;
  impacts_ = &kNoImpact;
  at_ = 0;
  size_ = 1;
}

}  // namespace news
