#include "searcher/match/phrase_scan.h"

#include <algorithm>

#include "common/base/varint.h"
#include "searcher/match/code_bytes.h"

namespace news {
namespace {

bool is_break(std::uint64_t code) { return code < kFieldMark; }

}  // namespace

PhraseScan::PhraseScan(Places places) : places_(std::move(places)), anchor_(places_.size()) {
  // Words are numbered by frequency, so the place whose least number is greatest is the rarest.
  std::uint32_t rarest = 0;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (places_[i].empty() || places_[i].size() > kMostForms) continue;
    if (anchor_ < places_.size() && places_[i].front() <= rarest) continue;
    anchor_ = i;
    rarest = places_[i].front();
  }
  if (!is_possible()) return;
  std::vector<std::string> forms;
  for (const std::uint32_t number : places_[anchor_]) {
    put_varint(forms.emplace_back(), kFirstWordCode + std::uint64_t{number});
  }
  search_.emplace(forms);
}

bool PhraseScan::is_in(std::string_view codes) const {
  for (std::size_t at = 0;; ++at) {
    at = search_->find(codes, at);
    if (at == codes.size()) return false;
    if (at > 0 && !ends_a_code(codes[at - 1])) continue;
    std::size_t end = at;
    while (!ends_a_code(codes[end])) ++end;
    if (fits_around(codes, at, end + 1)) return true;
  }
}

bool PhraseScan::fits_around(std::string_view codes, std::size_t begin, std::size_t end) const {
  for (std::size_t place = anchor_; place-- > 0;) {
    std::uint64_t code = 0;
    do {
      if (begin == 0) return false;
      code = code_before(codes, begin);
    } while (is_break(code));
    if (!fits(place, code)) return false;
  }
  for (std::size_t place = anchor_ + 1; place < places_.size(); ++place) {
    std::uint64_t code = 0;
    do {
      if (end == codes.size()) return false;
      code = code_after(codes, end);
    } while (is_break(code));
    if (!fits(place, code)) return false;
  }
  return true;
}

bool PhraseScan::fits(std::size_t place, std::uint64_t code) const {
  if (code < kFirstWordCode) return false;
  const std::vector<std::uint32_t>& numbers = places_[place];
  return std::binary_search(numbers.begin(), numbers.end(),
                            static_cast<std::uint32_t>(code - kFirstWordCode));
}

}  // namespace news
