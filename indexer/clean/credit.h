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

/// Takes a credit in brackets or slashes off the end of a story's last paragraph: "Ships move.
/// (APA, 1.2.2016)", "... /ritzau/". `is_credit` says whether there was one.
Credit take_credit_off_end(std::string& paragraph);

}  // namespace news
