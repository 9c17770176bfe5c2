#pragma once

#include <string>

namespace news {

/// Something in the corpus that did not become an article, and why: data, not a failure. Each one
/// is counted, shown and, with `--rejects`, written out.
struct Rejection {
  std::string path;    ///< file, as the user named it
  std::string record;  ///< which record inside it; "" for the whole file
  std::string reason;  ///< "invalid JSON: ...": a kind, then what exactly
};

/// A rejection as people are told about it.
inline std::string rejection_text(const Rejection& rejection) {
  return "rejected: '" + rejection.path + "'" +
         (rejection.record.empty() ? "" : ", " + rejection.record) + ": " + rejection.reason;
}

}  // namespace news
