#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/source/byte_stream.h"

namespace news {

/// True when `bytes`, the first four or more of a file, begin gzip data.
bool is_gzip(std::string_view bytes);
/// True when `bytes`, the first four or more of a file, begin a zstd frame or a skippable one.
bool is_zstd(std::string_view bytes);

/// The content of gzip data: all members, one after the other; zero bytes after the last one are
/// padding. Borrows `compressed`; `name` is for messages. Broken or cut off data throws Error{Io}
/// once the bytes before the fault have been delivered, and again at each later read; `resume` goes
/// on with the next member.
std::unique_ptr<ByteStream> gunzip(ByteStream& compressed, std::string name);

/// The content of zstd data: all frames, one after the other. As `gunzip`. A frame that needs more
/// than 128 MiB of window is a fault.
std::unique_ptr<ByteStream> unzstd(ByteStream& compressed, std::string name);

}  // namespace news
