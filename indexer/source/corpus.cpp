#include "indexer/source/corpus.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "common/base/error.h"
#include "common/base/text.h"
#include "common/index/file_names.h"
#include "indexer/source/entry_unpacker.h"
#include "indexer/source/expansion_meter.h"
#include "indexer/source/fd_stream.h"

namespace news {
namespace {

namespace fs = std::filesystem;

/// One walk under one root.
class Walk {
 public:
  Walk(std::string root, const CorpusVisitor& visitor)
      : root_(std::move(root)), visitor_(visitor) {}

  void run() {
    if (root_ == "-") {
      FdStream input(STDIN_FILENO, FdStream::Close::No, "standard input");
      return deliver(input, "-", "-");
    }
    std::error_code error;
    const fs::file_status status = fs::status(root_, error);
    if (error) return reject(root_, error.message());
    if (!fs::is_directory(status)) return visit_file(root_, fs::path(root_).filename().string());
    if (is_index_folder(root_)) {
      return reject(root_, "an index, no corpus: 'newsindex export' writes its articles");
    }
    real_root_ = fs::canonical(root_, error);
    if (error) return reject(root_, error.message());
    visit_folder(root_, "");
  }

 private:
  using Identity = std::pair<dev_t, ino_t>;

  void reject(const std::string& path, std::string why) {
    visitor_.rejection({to_valid_utf8(path), "", std::move(why)});
  }

  void visit_folder(const std::string& path, const std::string& name) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0)
      return reject(path, std::generic_category().message(errno));
    if (!walked_.insert({info.st_dev, info.st_ino}).second || is_index_folder(path)) return;
    std::error_code error;
    std::vector<std::string> children;
    fs::directory_iterator listing(path, error);
    for (; !error && listing != fs::directory_iterator(); listing.increment(error)) {
      std::string child = listing->path().filename().string();
      if (child[0] != '.') children.push_back(std::move(child));
    }
    if (error) reject(path, "can't list the folder: " + error.message());
    std::sort(children.begin(), children.end());
    const std::string folder = path.back() == '/' ? path : path + '/';
    for (const std::string& child : children) {
      const std::string child_path = folder + child;
      if (is_unwanted_file(child_path)) continue;
      visit(child_path, name.empty() ? child : name + '/' + child);
    }
  }

  bool is_unwanted_file(const std::string& path) const {
    std::error_code ignored;
    return visitor_.wanted && !visitor_.wanted(path) && !fs::is_directory(path, ignored);
  }

  void visit(const std::string& path, const std::string& name) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (error) return reject(path, error.message());
    if (fs::is_directory(status)) return visit_folder(path, name);
    if (fs::is_symlink(status)) return visit_link(path, name);
    visit_file(path, name);
  }

  void visit_link(const std::string& path, const std::string& name) {
    std::error_code error;
    const fs::path target = fs::canonical(path, error);
    if (error == std::errc::too_many_symbolic_link_levels)
      return reject(path, "symbolic link loop");
    if (error) return reject(path, "broken symbolic link");
    const auto [end, at] =
        std::mismatch(real_root_.begin(), real_root_.end(), target.begin(), target.end());
    if (end != real_root_.end()) return reject(path, "symbolic link that leaves '" + root_ + "'");
    if (fs::is_directory(target, error)) return visit_folder(path, name);
    visit_file(path, name);
  }

  void visit_file(const std::string& path, const std::string& name) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0)
      return reject(path, std::generic_category().message(errno));
    if (!S_ISREG(info.st_mode)) return reject(path, not_regular(info.st_mode));
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return reject(path, "can't open it: " + std::generic_category().message(errno));
    FdStream file(fd, FdStream::Close::Yes, path);
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
    deliver(file, path, name);
  }

  static std::string not_regular(mode_t mode) {
    std::string what = "not a regular file";
    if (S_ISFIFO(mode)) what += " but a pipe; '-' reads standard input";
    if (S_ISSOCK(mode)) what += " but a socket";
    if (S_ISCHR(mode) || S_ISBLK(mode)) what += " but a device";
    return what;
  }

  void deliver(ByteStream& raw, const std::string& path, const std::string& name) {
    ExpansionMeter meter;
    MeteredStream counted(raw, meter, MeteredStream::Side::Packed);
    const CorpusEntry entry{to_valid_utf8(path), to_valid_utf8(name)};
    EntryUnpacker(entry, visitor_, meter).deliver(counted);
  }

  std::string root_;
  fs::path real_root_;
  const CorpusVisitor& visitor_;
  std::set<Identity> walked_;
};

}  // namespace

void walk_corpus(const std::vector<std::string>& roots, const CorpusVisitor& visitor) {
  for (const std::string& root : roots) {
    std::error_code error;
    if (root == "-" || fs::status(root, error).type() != fs::file_type::not_found) continue;
    throw Error(ErrorKind::Io, "no such file or folder: '" + root + "'");
  }
  for (const std::string& root : roots) Walk(root, visitor).run();
}

}  // namespace news
