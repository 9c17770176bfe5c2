#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::vector<std::string> read_seeds(const std::vector<fs::path>& folders) {
  std::vector<fs::path> files;
  for (const fs::path& folder : folders) {
    if (!fs::is_directory(folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const fs::path& path : files) {
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return seeds;
}

/// A few changes of the kinds that find faults: other bytes, pieces lost, doubled or swapped in.
std::string mutate(std::string input, const std::vector<std::string>& seeds, std::mt19937& random) {
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
  for (std::size_t changes = 1 + below(5); changes > 0; --changes) {
    const std::size_t at = below(input.size() + 1);
    const std::size_t length = below(std::min<std::size_t>(64, input.size() - at + 1));
    switch (below(6)) {
      case 0:
        if (at < input.size()) input[at] = static_cast<char>(random());
        break;
      case 1:
        input.erase(at, length);
        break;
      case 2:
        input.insert(at, input.substr(at, length));
        break;
      case 3:
        input.resize(at);
        break;
      case 4: {
        const std::string& other = seeds[below(seeds.size())];
        const std::size_t from = below(other.size() + 1);
        input.insert(at, other.substr(from, below(64)));
        break;
      }
      default:
        for (const char c : {'<', '>', '"', '&', '\0', '\n', '\xff'}) {
          if (below(3) == 0) input.insert(at, 1, c);
        }
    }
  }
  return input;
}

}  // namespace

/// Replays every file of the folders named, then `--mutations N` changed copies of them: the same
/// ones each time for one `--random N`. With `--seconds N` as many as so much CPU time is enough
/// for. A fault ends the program by a signal.
int main(int argc, char** argv) {
  std::size_t mutations = 0;
  double seconds = 0;
  std::mt19937::result_type random_seed = 20260204;
  std::vector<fs::path> folders;
  for (int i = 1; i < argc; ++i) {
    const std::string option = i + 1 < argc ? argv[i] : "";
    if (option == "--mutations") {
      mutations = std::strtoul(argv[++i], nullptr, 10);
    } else if (option == "--seconds") {
      seconds = std::strtod(argv[++i], nullptr);
    } else if (option == "--random") {
      random_seed = static_cast<std::mt19937::result_type>(std::strtoul(argv[++i], nullptr, 10));
    } else {
      folders.emplace_back(argv[i]);
    }
  }
  const std::vector<std::string> seeds = read_seeds(folders);
  if (seeds.empty()) {
    std::fprintf(stderr, "no seeds in the folders named\n");
    return 1;
  }
  run("");
  for (const std::string& seed : seeds) run(seed);
  std::mt19937 random(random_seed);
  const auto goes_on = [&](std::size_t i) {
    return i < mutations || static_cast<double>(std::clock()) < seconds * CLOCKS_PER_SEC;
  };
  std::size_t i = 0;
  for (; goes_on(i); ++i) run(mutate(seeds[i % seeds.size()], seeds, random));
  std::printf("%zu seeds, %zu changed copies\n", seeds.size(), i);
  return 0;
}
