#include "searcher/match/check_query.h"

#include <xapian.h>

#include <utility>

namespace news {
namespace {

class CheckSource : public Xapian::PostingSource {
 public:
  explicit CheckSource(std::function<bool(std::uint32_t)> check) : check_(std::move(check)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return size_; }
  Xapian::doccount get_termfreq_max() const override { return size_; }

  void init(const Xapian::Database& database) override {
    size_ = database.get_doccount();
    last_ = database.get_lastdocid();
    at_ = 0;
    set_maxweight(0);
  }

  void next(double min_weight) override {
    if (!min_weight_reachable(min_weight)) return;
    do {
      ++at_;
    } while (at_ <= last_ && !check_(at_));
  }

  void skip_to(Xapian::docid article, double min_weight) override {
    if (article <= at_) return;
    at_ = article - 1;
    next(min_weight);
  }

  bool check(Xapian::docid article, double) override {
    if (article <= at_) return true;
    if (article > last_) {
      at_ = article;
      return true;
    }
    const bool matches = check_(article);
    // Not on a match means not on any article: the next call moves on from here.
    at_ = matches ? article : article - 1;
    return matches;
  }

  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  /// Weight 0 can't reach a positive minimum: the list is over.
  bool min_weight_reachable(double min_weight) {
    if (min_weight <= 0) return true;
    at_ = last_ + 1;
    return false;
  }

  std::function<bool(std::uint32_t)> check_;
  Xapian::doccount size_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
};

}  // namespace

Xapian::Query make_check_query(std::function<bool(std::uint32_t)> check) {
  return Xapian::Query((new CheckSource(std::move(check)))->release());
}

}  // namespace news
