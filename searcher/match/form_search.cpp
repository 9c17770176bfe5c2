#include "searcher/match/form_search.h"

#include <algorithm>
#include <bit>
#include <cstring>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace news {
namespace {

/// Where `bytes` stand in `text` at `from` or later; the size of `text` if nowhere.
std::size_t find_bytes(std::string_view text, std::string_view bytes, std::size_t from) {
  while (from + bytes.size() <= text.size()) {
    // The C library looks at many bytes an instruction.
    const void* const found =
        std::memchr(text.data() + from, bytes.front(), text.size() - bytes.size() - from + 1);
    if (found == nullptr) break;
    from = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    if (std::equal(bytes.begin() + 1, bytes.end(), text.begin() + from + 1)) return from;
    ++from;
  }
  return text.size();
}

}  // namespace

FormSearch::Form::Form(std::string_view form)
    : bytes{}, size(form.copy(bytes.data(), kLongestForm)) {
  first.fill(form.front());
  last.fill(form.back());
}

FormSearch::FormSearch(const std::vector<std::string>& forms, bool is_wide)
    : forms_(forms.begin(), forms.end()), is_wide_(is_wide) {
  for (const Form& form : forms_) longest_ = std::max(longest_, form.size);
}

bool FormSearch::is_at(std::string_view text, std::size_t at) const {
  return std::any_of(forms_.begin(), forms_.end(), [&](const Form& form) {
    if (form.size > text.size() - at) return false;
    std::size_t same = 0;
    while (same < form.size && form.bytes[same] == text[at + same]) ++same;
    return same == form.size;
  });
}

std::size_t FormSearch::find_narrow(std::string_view text, std::size_t from) const {
  std::size_t first = text.size();
  for (const Form& form : forms_) {
    first = std::min(first, find_bytes(text.substr(0, first + form.size - 1),
                                       {form.bytes.data(), form.size}, from));
  }
  return first;
}

#if defined(__x86_64__)

bool FormSearch::has_wide() {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}

namespace {
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i load(const char* bytes) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
}
}  // namespace

[[gnu::target("avx2"), gnu::always_inline]] inline std::size_t FormSearch::find_in_block(
    std::string_view text, std::size_t from) const {
  const char* const block = text.data() + from;
  const __m256i firsts = load(block);
  __m256i hits = _mm256_setzero_si256();
  for (const Form& form : forms_) {
    const __m256i lasts = load(block + form.size - 1);
    hits = _mm256_or_si256(
        hits, _mm256_and_si256(_mm256_cmpeq_epi8(firsts, load(form.first.data())),
                               _mm256_cmpeq_epi8(lasts, load(form.last.data()))));
  }
  for (auto bits = static_cast<std::uint32_t>(_mm256_movemask_epi8(hits)); bits != 0;
       bits &= bits - 1) {
    const std::size_t at = from + static_cast<std::size_t>(std::countr_zero(bits));
    if (at < text.size() && is_at(text, at)) return at;
  }
  return text.size();
}

[[gnu::target("avx2")]] std::size_t FormSearch::find_wide(std::string_view text,
                                                          std::size_t from) const {
  for (; from + kBlock + longest_ <= text.size(); from += kBlock) {
    const std::size_t at = find_in_block(text, from);
    if (at < text.size()) return at;
  }
  // Less than a block and a string are left: they are looked at with room behind them.
  std::array<char, 2 * kBlock + kLongestForm> room{};
  const std::string_view rest(room.data(), text.copy(room.data(), room.size(), from));
  for (std::size_t begin = 0; begin < rest.size(); begin += kBlock) {
    const std::size_t at = find_in_block(rest, begin);
    if (at < rest.size()) return from + at;
  }
  return text.size();
}

#else

bool FormSearch::has_wide() { return false; }
std::size_t FormSearch::find_wide(std::string_view text, std::size_t from) const {
  return find_narrow(text, from);
}

#endif

}  // namespace news
