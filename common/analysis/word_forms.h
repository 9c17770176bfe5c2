#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The longest spelling kept, in bytes; what a longer token has beyond it is cut off.
inline constexpr std::size_t kMaxSpellingBytes = 128;

/// A token's spelling: lower case (full case folding), compatibility forms such as full-width
/// letters replaced (NFKC), dots and gershayim of acronyms, soft hyphens and joiners taken out, '
/// for ’.
/// "U.S." -> "us", "ＡＰＥＣ" -> "apec", "Straße" -> "strasse", "Élysée" -> "élysée".
std::string spelling_of(std::string_view token);

/// The spellings of a text's tokens, in order.
std::vector<std::string> spellings_in(std::string_view text);

/// True for a token of two to four capitals of ASCII, with or without dots: "US", "U.N.".
bool is_acronym(std::string_view token);

/// True for an acronym that shows that it is one where it stands in `text`: by its dots or by small
/// letters near it, as the capitals of "THEY TOLD US" don't.
bool stands_out_as_acronym(std::string_view text, std::size_t begin, std::size_t end);

/// A spelling without the accents of Latin, Greek and Cyrillic letters: what counts when two words
/// are compared. Other scripts are left alone. "élysée" -> "elysee", "łódź" -> "lodz".
std::string fold(std::string_view spelling);

/// A name or label as a filter compares it: case and accents folded, blanks collapsed.
std::string fold_label(std::string_view text);

/// Stems of one language, by Snowball or by rules of ours (light_stemmer.h). One thread.
class Stemmer {
 public:
  /// `language` is a BCP 47 primary tag; without a stemmer for it, words are only folded.
  explicit Stemmer(std::string_view language);
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;
  ~Stemmer();

  /// The folded stem of a spelling: what postings are filed under. Words with digits are folded
  /// only.
  std::string stem(std::string_view spelling) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace news
