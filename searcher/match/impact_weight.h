#pragma once

namespace Xapian {
class Enquire;
}

namespace news {

/// Makes an Enquire score by within-document frequency times the factor of OP_SCALE_WEIGHT: the
/// frequency is the quantised impact, the factor holds idf and boosts. No document length is ever
/// asked for, which is most of what BM25 costs in Xapian.
void use_impacts(Xapian::Enquire& enquire);

/// Makes an Enquire score nothing.
void use_no_scores(Xapian::Enquire& enquire);

}  // namespace news
