#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/source/byte_stream.h"

namespace news {

/// How the content of a file is packed, told by its first bytes.
enum class Packing { None, Gzip, Zstd, Xz, Bzip2, Compress, Tar, Zip };

/// Bytes of a beginning that `packing_of` needs.
inline constexpr std::size_t kPackingBytes = 512;

/// Tells the packing by the first `kPackingBytes` of a file, or all of a shorter one.
Packing packing_of(std::string_view beginning);

/// The content of xz, bzip2 or compress (.Z) data. Borrows `compressed`; `name` is for messages.
/// Throws and fails as `gunzip` does.
std::unique_ptr<ByteStream> unpack(ByteStream& compressed, std::string name);

/// One member of an archive. Its name is data: nothing is ever written or opened by it.
struct ArchiveMember {
  std::string name;              ///< "a/b.txt", valid UTF-8, without "./" and "/" at its front
  std::string refusal;           ///< not empty: it can't be read, and why (a link, a device)
  ByteStream* stream = nullptr;  ///< its content, good during the call; nullptr when refused
};

/// Reads a tar or zip archive and calls `visit` for each member that is no folder, in the order in
/// which they stand, until it returns false. Borrows `archive`. Throws Error{Io} naming `name`
/// where the archive is broken; what `visit` throws passes through.
void walk_archive(ByteStream& archive, const std::string& name,
                  const std::function<bool(const ArchiveMember&)>& visit);

}  // namespace news
