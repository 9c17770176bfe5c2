// Writes news articles of made-up words as JSON Lines to standard output: as many bytes as asked,
// the same for the same seed.
//
//   bench_generate MEGABYTES [SEED]
//
// Words follow Zipf's law as Mandelbrot refined it, p(rank) ~ 1 / (rank + 2.7), over a vocabulary
// that keeps growing (every 150th word is a new name or number), as that of real news does. The
// commonest are English, so that language detection and stemming have their usual work.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t kVocabulary = 120000;
constexpr std::uint64_t kNewWordEvery = 150;
constexpr std::string_view kCommon[] = {
    "the",       "of",        "to",      "in",     "and",        "a",       "said",    "for",
    "on",        "that",      "it",      "is",     "by",         "with",    "from",    "was",
    "at",        "as",        "be",      "its",    "has",        "would",   "were",    "an",
    "not",       "which",     "but",     "this",   "will",       "have",    "or",      "are",
    "had",       "after",     "year",    "more",   "government", "new",     "about",   "they",
    "been",      "up",        "than",    "also",   "one",        "market",  "company", "other",
    "over",      "last",      "some",    "their",  "could",      "first",   "there",   "we",
    "two",       "trade",     "he",      "his",    "who",        "people",  "against", "time",
    "officials", "when",      "week",    "into",   "before",     "if",      "month",   "minister",
    "expected",  "no",        "country", "prices", "may",        "because", "under",   "made",
    "out",       "only",      "between", "most",   "do",         "meeting", "told",    "where",
    "because",   "president", "police"};

// Random numbers whose sequence is the same with every standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  std::uint64_t below(std::uint64_t bound) { return engine_() % bound; }
  double unit() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  /// Normally distributed, by the sum of twelve.
  double normal() {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += unit();
    return sum;
  }

 private:
  std::mt19937_64 engine_;
};

std::string make_word(Random& random) {
  static constexpr std::string_view kOnsets[] = {"b", "c", "d",  "f",  "g",  "h", "k",
                                                 "l", "m", "n",  "p",  "r",  "s", "t",
                                                 "v", "w", "br", "st", "tr", "pl"};
  static constexpr std::string_view kVowels[] = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
  static constexpr std::string_view kCodas[] = {"", "", "n", "r", "s", "t", "l", "nd", "st", "ck"};
  static constexpr std::string_view kSuffixes[] = {"",    "",   "",   "s",    "ed",
                                                   "ing", "er", "ly", "ation"};
  std::string word;
  const std::uint64_t syllables = 1 + random.below(3);
  for (std::uint64_t i = 0; i < syllables; ++i) {
    word += kOnsets[random.below(std::size(kOnsets))];
    word += kVowels[random.below(std::size(kVowels))];
    word += kCodas[random.below(std::size(kCodas))];
  }
  return word.append(kSuffixes[random.below(std::size(kSuffixes))]);
}

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {
    for (const std::string_view word : kCommon) words_.emplace_back(word);
    while (words_.size() < kVocabulary) words_.push_back(make_word(random_));
    double sum = 0;
    for (std::size_t rank = 1; rank <= words_.size(); ++rank) {
      sum += 1 / (static_cast<double>(rank) + 2.7);
      sums_.push_back(sum);
    }
  }

  std::string article(std::uint64_t number) {
    std::string line = "{\"id\": \"G-" + std::to_string(number) + "\", \"published\": \"" + date() +
                       "\", \"headline\": \"";
    append_words(line, 6 + random_.below(6), true);
    line += "\", \"body\": \"";
    const double length = std::clamp(std::exp(5.0 + 0.7 * random_.normal()), 15.0, 3000.0);
    for (auto left = static_cast<std::uint64_t>(length); left > 0;) {
      const std::uint64_t sentence = std::min<std::uint64_t>(left, 8 + random_.below(25));
      append_words(line, sentence, false);
      left -= sentence;
      line += random_.below(4) == 0 ? ".\\n" : ". ";
    }
    return line.append("\"}\n");
  }

 private:
  std::string date() {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ",
                  static_cast<int>(2016 + random_.below(10)),
                  static_cast<int>(1 + random_.below(12)), static_cast<int>(1 + random_.below(28)),
                  static_cast<int>(random_.below(24)), static_cast<int>(random_.below(60)),
                  static_cast<int>(random_.below(60)));
    return text;
  }

  std::string word() {
    if (random_.below(kNewWordEvery) == 0) {
      if (random_.below(2) == 0) return std::to_string(random_.below(10000000));
      std::string name = make_word(random_) + make_word(random_);
      name[0] = static_cast<char>(name[0] - 'a' + 'A');
      return name;
    }
    const double target = random_.unit() * sums_.back();
    const auto found = std::lower_bound(sums_.begin(), sums_.end(), target);
    return words_[static_cast<std::size_t>(found - sums_.begin())];
  }

  void append_words(std::string& line, std::uint64_t count, bool capitals) {
    for (std::uint64_t i = 0; i < count; ++i) {
      std::string next = word();
      if ((capitals || i == 0) && next[0] >= 'a') next[0] = static_cast<char>(next[0] - 'a' + 'A');
      if (i > 0) line += !capitals && random_.below(12) == 0 ? ", " : " ";
      line += next;
    }
  }

  Random random_;
  std::vector<std::string> words_;
  std::vector<double> sums_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || std::atof(argv[1]) <= 0) {
    std::fputs("usage: bench_generate MEGABYTES [SEED]\n", stderr);
    return 2;
  }
  const auto wanted = static_cast<std::uint64_t>(std::atof(argv[1]) * 1e6);
  Generator generator(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  std::uint64_t written = 0;
  for (std::uint64_t number = 1; written < wanted; ++number) {
    const std::string line = generator.article(number);
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) {
      std::perror("bench_generate");
      return 1;
    }
    written += line.size();
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
