#pragma once

#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace news {

/// An allocator that leaves values as they are in memory unless it is told what they should be.
template <typename Value>
struct RawAllocator : std::allocator<Value> {
  template <typename Other>
  struct rebind {
    using other = RawAllocator<Other>;
  };
  template <typename Other>
  void construct(Other* place) noexcept {
    ::new (static_cast<void*>(place)) Other;
  }
  template <typename Other, typename... From>
  void construct(Other* place, From&&... from) {
    ::new (static_cast<void*>(place)) Other(std::forward<From>(from)...);
  }
};

/// A vector of numbers whose `resize` fills nothing with zeros: for room that is written before it
/// is read.
template <typename Value>
using RawVector = std::vector<Value, RawAllocator<Value>>;

}  // namespace news
