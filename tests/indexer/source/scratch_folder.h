#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "tests/support.h"

namespace news {

/// A fresh folder for one test, and the files put into it.
class ScratchFolder {
 public:
  std::string path(std::string_view name = "") const {
    return name.empty() ? folder_.path().string() : (folder_ / std::string(name)).string();
  }

  /// Writes a file, with the folders it needs, and returns its path.
  std::string write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path file = path(name);
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }

 private:
  test::TempFolder folder_;
};

}  // namespace news
