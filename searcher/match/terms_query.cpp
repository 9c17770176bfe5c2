#include "searcher/match/terms_query.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/index/manifest.h"

namespace news {
namespace {

class TermsSource : public Xapian::PostingSource {
 public:
  TermsSource(const Segment& segment, std::vector<std::string> terms,
              std::shared_ptr<PostingUnions> unions)
      : segment_(segment), terms_(std::move(terms)), unions_(std::move(unions)) {}

  Xapian::doccount get_termfreq_min() const override { return terms_.size() == 1 ? most_ : 0; }
  Xapian::doccount get_termfreq_est() const override { return most_; }
  Xapian::doccount get_termfreq_max() const override { return most_; }
  double get_weight() const override { return cursor_->impact(); }

  void init(const Xapian::Database&) override {
    cursor_.emplace(segment_.posting_file(), segment_.size(), terms_, unions_.get());
    most_ = static_cast<Xapian::doccount>(std::min(cursor_->frequency(), segment_.size()));
    started_ = false;
    over_ = false;
    set_maxweight(kMaxImpact);
  }

  void next(double min_weight) override {
    if (started_) cursor_->next();
    settle(min_weight);
  }

  void skip_to(Xapian::docid article, double min_weight) override {
    if (!started_ || article > cursor_->article()) cursor_->skip_to(article);
    settle(min_weight);
  }

  bool at_end() const override { return over_ || cursor_->article() == PostingCursor::kEnd; }
  Xapian::docid get_docid() const override { return cursor_->article(); }

 private:
  void settle(double min_weight) {
    started_ = true;
    over_ = over_ || min_weight > kMaxImpact;
  }

  const Segment& segment_;
  std::vector<std::string> terms_;
  std::shared_ptr<PostingUnions> unions_;
  std::optional<PostingCursor> cursor_;
  Xapian::doccount most_ = 0;
  bool started_ = false;
  bool over_ = false;
};

}  // namespace

Xapian::Query make_terms_query(const Segment& segment, std::vector<std::string> terms,
                               std::shared_ptr<PostingUnions> unions) {
  auto* const source = new TermsSource(segment, std::move(terms), std::move(unions));
  return Xapian::Query(source->release());
}

}  // namespace news
