#include "indexer/source/entry_unpacker.h"

#include <unistd.h>

#include "common/base/error.h"
#include "indexer/source/archive.h"
#include "indexer/source/decompress.h"
#include "indexer/source/prefixed_stream.h"

namespace news {
namespace {

/// Streams name their file in front of what is wrong; a rejection has a place for the name.
std::string without_name(std::string message, const std::string& path) {
  const std::string name = "'" + path + "': ";
  if (message.compare(0, name.size(), name) == 0) message.erase(0, name.size());
  return message;
}

/// True for what systems put beside the members: "__MACOSX/._a", ".DS_Store".
bool is_hidden(std::string_view name) {
  if (name.substr(0, 9) == "__MACOSX/") return true;
  if (!name.empty() && name[0] == '.' && name.substr(0, 2) != "..") return true;
  for (std::size_t at = name.find("/."); at != std::string_view::npos;
       at = name.find("/.", at + 2)) {
    if (name.substr(at, 3) != "/..") return true;
  }
  return false;
}

}  // namespace

void EntryUnpacker::reject(std::string why) {
  visitor_.rejection({entry_.path, "", without_name(std::move(why), entry_.path)});
}

void EntryUnpacker::deliver(ByteStream& stream) {
  std::string beginning;
  try {
    beginning = take_prefix(stream, kPackingBytes);
  } catch (const Error& error) {
    return reject(error.what());
  }
  if (beginning.empty()) return reject("empty file");
  const Packing packing = packing_of(beginning);
  // A zip is best read from its end, where its list of members stands.
  const bool from_start = packing == Packing::Zip && stream.seek(0, SEEK_SET) == 0;
  PrefixedStream whole(from_start ? std::string() : std::move(beginning), stream);
  if (packing == Packing::None) return visitor_.entry(entry_, whole);
  if (packing == Packing::Tar || packing == Packing::Zip)
    return deliver_archive(from_start ? stream : static_cast<ByteStream&>(whole));
  if (packings_ >= kMaxPackings)
    return reject("compressed more than " + std::to_string(kMaxPackings) + " times over");
  std::unique_ptr<ByteStream> content;
  if (packing == Packing::Gzip) content = gunzip(whole, entry_.path);
  if (packing == Packing::Zstd) content = unzstd(whole, entry_.path);
  if (!content) content = unpack(whole, entry_.path);
  MeteredStream metered(*content, meter_, MeteredStream::Side::Expanded);
  EntryUnpacker(entry_, visitor_, meter_, depth_, packings_ + 1).deliver(metered);
}

void EntryUnpacker::deliver_archive(ByteStream& archive) {
  if (depth_ >= kMaxArchiveDepth)
    return reject("archives nested deeper than " + std::to_string(kMaxArchiveDepth));
  bool in_visitor = false;
  try {
    walk_archive(archive, entry_.path, [&](const ArchiveMember& member) {
      in_visitor = true;
      const bool go_on = deliver_member(member);
      in_visitor = false;
      return go_on;
    });
  } catch (const Error& error) {
    if (in_visitor || error.kind() != ErrorKind::Io) throw;
    reject(error.what());
  }
}

bool EntryUnpacker::deliver_member(const ArchiveMember& member) {
  if (is_hidden(member.name)) return true;
  const CorpusEntry inner{entry_.path + "!/" + member.name, entry_.name + "!/" + member.name};
  if (member.stream == nullptr) {
    visitor_.rejection({inner.path, "", member.refusal});
    return true;
  }
  MeteredStream metered(*member.stream, meter_, MeteredStream::Side::Expanded);
  EntryUnpacker(inner, visitor_, meter_, depth_ + 1, packings_).deliver(metered);
  if (meter_.is_over()) reject(MeteredStream::too_large());
  return !meter_.is_over();
}

}  // namespace news
