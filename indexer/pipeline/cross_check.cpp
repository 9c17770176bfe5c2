#include "indexer/pipeline/cross_check.h"

#include <algorithm>

#include "common/analysis/char_class.h"
#include "common/analysis/tokenizer.h"
#include "common/analysis/word_forms.h"
#include "common/base/text.h"
#include "common/index/attributes.h"
#include "common/index/posting_sums.h"
#include "common/index/territory_finder.h"

namespace news {
namespace {

constexpr std::size_t kShownFaults = 5;

/// A word of the segment as checking needs it.
struct KnownWord {
  std::string spelling;  ///< as it is in the text
  std::uint32_t stem = 0;
  bool is_ideograph = false;
  bool is_stripped = false;  ///< a word of stripped text
};

class CrossChecker {
 public:
  explicit CrossChecker(const Segment& segment)
      : segment_(segment), territory_finders_(segment.words()) {
    const WordList& words = segment.words();
    for (std::uint32_t number = 0; number < words.size(); ++number) {
      const WordEntry entry = words.word(number);
      std::string spelling(without_mark(entry.spelling));
      const bool ideograph = is_ideograph(spelling);
      const bool is_stripped = spelling.size() < entry.spelling.size();
      words_.push_back({std::move(spelling), entry.stem, ideograph, is_stripped});
    }
    for (std::uint32_t number = 0; number < words.stem_count(); ++number) {
      stems_.push_back(words.stem(number));
    }
  }

  std::vector<std::string> run() {
    const std::vector<std::uint64_t> postings = posting_sums(segment_);
    for (number_ = 1; number_ <= segment_.size(); ++number_) {
      const Article article = segment_.article(number_);
      terms_ = filter_terms(article);
      length_ = read_tokens(segment_.tokens(), false);
      check_text(article);
      check_columns(article);
      if (segment_.other() != nullptr) read_tokens(*segment_.other(), true);
      if (segment_.other() != nullptr) check_words({article.other}, "stripped text", nullptr);
      std::sort(terms_.begin(), terms_.end());
      terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
      std::uint64_t sum = 0;
      for (const std::string& term : terms_) sum += posting_sum(term);
      if (sum != postings[number_ - 1]) fault("has other postings than words and values");
    }
    if (faults_.size() < count_) {
      faults_.push_back("and " + std::to_string(count_ - faults_.size()) + " more like these");
    }
    return std::move(faults_);
  }

 private:
  void fault(const std::string& what) {
    if (++count_ <= kShownFaults) {
      faults_.push_back("article " + std::to_string(number_) + " " + what);
    }
  }

  /// Gathers the words of one of the article's streams, and the terms that they are filed under.
  /// Returns how many words there are.
  std::size_t read_tokens(const TokenStream& tokens, bool is_stripped) {
    spellings_.clear();
    stems_read_.clear();
    std::string_view prefix;
    const KnownWord* before = nullptr;
    tokens.for_each_code(number_, [&](std::uint64_t code) {
      if (code < kFirstWordCode) {
        if (code < kFieldMark) return;
        if (code - kFieldMark >= kTextFieldCount) tokens.damaged(number_);
        prefix = is_stripped ? std::string_view() : kTextFields[code - kFieldMark].prefix;
        before = nullptr;
        return;
      }
      if (code - kFirstWordCode >= words_.size()) tokens.damaged(number_);
      const KnownWord& word = words_[code - kFirstWordCode];
      if (word.is_stripped != is_stripped) tokens.damaged(number_);
      spellings_.push_back(word.spelling);
      stems_read_.push_back(word.stem);
      terms_.push_back(make_term({}, stems_.at(word.stem)));
      if (!prefix.empty()) terms_.push_back(make_term(prefix, stems_.at(word.stem)));
      if (before != nullptr && word.is_ideograph) {
        terms_.push_back(make_term(is_stripped ? kOtherMark : std::string_view(),
                                   before->spelling + word.spelling));
      }
      before = word.is_ideograph ? &word : nullptr;
    });
    return spellings_.size();
  }

  void check_text(const Article& article) {
    std::vector<std::string> texts = {article.headline, article.summary, article.dateline.text};
    texts.insert(texts.end(), article.authors.begin(), article.authors.end());
    texts.insert(texts.end(), article.captions.begin(), article.captions.end());
    texts.push_back(article.body);
    check_words(texts, "text", &territory_finders_.of(article.language));
  }

  /// Compares the words read last with those of `texts`, and gathers the terms of territories.
  void check_words(const std::vector<std::string>& texts, const char* what,
                   TerritoryFinder* territories) {
    std::size_t at = 0;
    bool same = true;
    std::vector<Token> tokens;
    for (const std::string_view text : texts) {
      tokens.clear();
      tokenize(text, tokens);
      if (territories != nullptr) territories->start_over();
      for (const Token& token : tokens) {
        same = same && at < spellings_.size() &&
               spelling_of(text.substr(token.begin, token.end - token.begin)) == spellings_[at];
        if (same && territories != nullptr) {
          find_territory(*territories, text, token, stems_read_[at]);
        }
        ++at;
      }
    }
    if (!same || at != spellings_.size()) fault(std::string("has other words than its ") + what);
  }

  /// Gathers the term of the territory whose name this token completes.
  void find_territory(TerritoryFinder& territories, std::string_view text, const Token& token,
                      std::uint32_t stem) {
    if (token.before != Break::None) territories.start_over();
    const bool is_acronym = stands_out_as_acronym(text, token.begin, token.end);
    const std::string_view code = territories.next(stem, is_acronym);
    if (!code.empty()) terms_.push_back(territory_term(code));
  }

  void check_columns(const Article& article) {
    const Columns& columns = segment_.columns();
    const auto value = [&](std::string_view name) { return columns.numbers(name)[number_ - 1]; };
    bool same = value(kPublishedColumn) == article.published.seconds &&
                value(kPrecisionColumn) == static_cast<int>(article.published.precision) &&
                value(kDoubtfulColumn) == (article.published.doubtful ? 1 : 0) &&
                value(kLengthColumn) == static_cast<std::int64_t>(length_);
    for (const AttributeInfo& row : kAttributes) {
      std::vector<std::string> stored;
      const LabelColumn& labels = columns.labels(row.name);
      labels.for_each(number_, [&](std::uint64_t label) {
        stored.push_back(fold_label(labels.label(label)));
      });
      std::vector<std::string> right = attribute_labels(article, row.attribute);
      for (std::string& label : right) label = fold_label(label);
      same = same && stored == right;
    }
    if (!same) fault("has other values in the columns than in the article store");
  }

  const Segment& segment_;
  std::vector<KnownWord> words_;
  std::vector<std::string> stems_;
  std::uint64_t number_ = 0;
  std::vector<std::string> spellings_;  ///< of the stream read last
  std::vector<std::uint32_t> stems_read_;
  TerritoryFinders territory_finders_;
  std::size_t length_ = 0;              ///< words of the story
  std::vector<std::string> terms_;
  std::vector<std::string> faults_;
  std::size_t count_ = 0;
};

}  // namespace

std::vector<std::string> cross_check(const Segment& segment) {
  return CrossChecker(segment).run();
}

}  // namespace news
