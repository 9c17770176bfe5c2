#include "searcher/match/impact_weight.h"

#include <xapian.h>

#include <string>

namespace news {
namespace {

class ImpactWeight : public Xapian::Weight {
 public:
  ImpactWeight() {
    need_stat(WDF);
    need_stat(WDF_MAX);
  }

  double get_sumpart(Xapian::termcount wdf, Xapian::termcount, Xapian::termcount) const override {
    return factor_ * wdf;
  }
  double get_maxpart() const override { return factor_ * get_wdf_upper_bound(); }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }
  std::string name() const override { return "news::ImpactWeight"; }

 private:
  void init(double factor) override { factor_ = factor; }
  ImpactWeight* clone() const override { return new ImpactWeight; }

  double factor_ = 0;
};

}  // namespace

void use_impacts(Xapian::Enquire& enquire) { enquire.set_weighting_scheme(ImpactWeight()); }

void use_no_scores(Xapian::Enquire& enquire) { enquire.set_weighting_scheme(Xapian::BoolWeight()); }

}  // namespace news
