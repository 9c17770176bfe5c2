#pragma once

#include <cstdint>
#include <string_view>

namespace news {

// The file `columns`. Payload: the arrays, a directory, then a footer of four u64: offset and
// length of the directory, number of columns, number of articles. A directory entry is a name, a
// kind, and one part (numbers) or five (labels: group starts, ends, ids, ends of labels, text). A
// part is offset (varint), base (u64), bytes a value (varint), count (varint); a value is base plus
// what the array holds.
//
// The labels of article i (from 0) are ids[b] .. ids[e - 1] where, with g = i / kLabelGroup, e is
// group starts[g] + ends[i], and b is group starts[g] + ends[i - 1], or just group starts[g] for
// the first of a group. Both parts are empty when each article has one label: b is i then.

inline constexpr std::string_view kColumnsMagic = "NEWSCOL";
inline constexpr std::uint32_t kColumnsVersion = 1;
inline constexpr std::uint64_t kColumnsFooterBytes = 32;
inline constexpr std::uint64_t kLabelGroup = 64;
inline constexpr char kNumberKind = 'n';
inline constexpr char kLabelKind = 'l';

}  // namespace news
