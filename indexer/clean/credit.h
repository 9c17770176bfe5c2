#pragma once

#include <string>
#include <string_view>

namespace news {

/// A line at the end of a story that says where it comes from.
struct Credit {
  bool is_credit = false;
  std::string agency;  ///< "" unless the credit names exactly one wire service
};

/// Reads a paragraph as a credit: "(With inputs from agencies.)", "(This story has not been edited
/// by ...)", "--IANS", "Reuter", "PTI ABC XYZ", "Reporting by ...; editing by ...". Long paragraphs
/// are none.
Credit read_credit(std::string_view paragraph);

}  // namespace news
