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

FormSearch::FormSearch(std::vector<std::string> forms, bool is_wide)
    : forms_(std::move(forms)), is_wide_(is_wide) {
  for (const std::string& form : forms_) longest_ = std::max(longest_, form.size());
}

bool FormSearch::is_at(std::string_view text, std::size_t at) const {
  return std::any_of(forms_.begin(), forms_.end(), [&](const std::string& form) {
    return std::equal(form.begin(), form.end(), text.begin() + at);
  });
}

std::size_t FormSearch::find_narrow(std::string_view text, std::size_t from) const {
  std::size_t first = text.size();
  for (const std::string& form : forms_) {
    first = std::min(first, find_bytes(text.substr(0, first + form.size() - 1), form, from));
  }
  return first;
}

#if defined(__x86_64__)

bool FormSearch::has_wide() {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}

[[gnu::target("avx2")]] std::size_t FormSearch::find_wide(std::string_view text,
                                                          std::size_t from) const {
  constexpr std::size_t kBlock = 32;
  for (; from + kBlock + longest_ <= text.size(); from += kBlock) {
    const char* const block = text.data() + from;
    const __m256i firsts = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(block));
    __m256i hits = _mm256_setzero_si256();
    for (const std::string& form : forms_) {
      const __m256i lasts = _mm256_loadu_si256(
          reinterpret_cast<const __m256i*>(block + form.size() - 1));
      hits = _mm256_or_si256(
          hits, _mm256_and_si256(_mm256_cmpeq_epi8(firsts, _mm256_set1_epi8(form.front())),
                                 _mm256_cmpeq_epi8(lasts, _mm256_set1_epi8(form.back()))));
    }
    for (auto bits = static_cast<std::uint32_t>(_mm256_movemask_epi8(hits)); bits != 0;
         bits &= bits - 1) {
      const std::size_t at = from + static_cast<std::size_t>(std::countr_zero(bits));
      if (is_at(text, at)) return at;
    }
  }
  return find_narrow(text, from);
}

#else

bool FormSearch::has_wide() { return false; }
std::size_t FormSearch::find_wide(std::string_view text, std::size_t from) const {
  return find_narrow(text, from);
}

#endif

}  // namespace news
