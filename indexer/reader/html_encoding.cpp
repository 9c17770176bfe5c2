#include "indexer/reader/html_encoding.h"

#include <iconv.h>

#include <algorithm>
#include <iterator>

#include "common/base/text.h"
#include "indexer/reader/text_repair.h"

namespace news {
namespace {

constexpr std::size_t kDeclarationBytes = 4096;

/// What pages call an encoding and what it really is, as browsers read it (WHATWG Encoding).
struct Alias {
  std::string_view label;
  const char* name;
};

constexpr Alias kAliases[] = {
    {"iso-8859-1", ""},
    {"latin1", ""},
    {"us-ascii", ""},
    {"windows-1252", ""},
    {"cp1252", ""},
    {"utf-8", ""},
    {"utf8", ""},
    {"iso-8859-9", "CP1254"},
    {"windows-1254", "CP1254"},
    {"shift_jis", "CP932"},
    {"shift-jis", "CP932"},
    {"sjis", "CP932"},
    {"x-sjis", "CP932"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"gb18030", "GB18030"},
    {"euc-kr", "CP949"},
    {"ks_c_5601-1987", "CP949"},
    {"big5", "BIG5-HKSCS"},
    {"euc-jp", "EUC-JP"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"tis-620", "CP874"},
    {"iso-8859-11", "CP874"},
    {"windows-874", "CP874"},
    {"windows-1250", "CP1250"},
    {"windows-1251", "CP1251"},
    {"windows-1253", "CP1253"},
    {"windows-1255", "CP1255"},
    {"windows-1256", "CP1256"},
    {"windows-1257", "CP1257"},
    {"windows-1258", "CP1258"},
    {"macintosh", "MACINTOSH"},
};

/// The C library's name; "" for what `to_valid_utf8` reads by itself.
std::string library_name(std::string_view charset) {
  for (const Alias& alias : kAliases) {
    if (alias.label == charset) return alias.name;
  }
  // Any other name would let a page choose what the C library loads.
  const bool is_iso = charset.substr(0, 9) == "iso-8859-" && charset.size() <= 11 &&
                      std::all_of(charset.begin() + 9, charset.end(), is_ascii_digit);
  return is_iso ? std::string(charset) : std::string();
}

class Converter {
 public:
  explicit Converter(const std::string& from) : handle_(iconv_open("UTF-8", from.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }

  // iconv_open says failure by this value.
  bool is_open() const {
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
  }

  std::string convert(std::string_view bytes) {
    std::string out;
    std::string copy(bytes);
    char* from = copy.data();
    std::size_t left = copy.size();
    char buffer[16384];
    while (left > 0) {
      char* to = buffer;
      std::size_t room = sizeof buffer;
      const std::size_t before = left;
      const std::size_t result = iconv(handle_, &from, &left, &to, &room);
      out.append(buffer, sizeof buffer - room);
      if (result != static_cast<std::size_t>(-1) || (room < 16 && left < before)) continue;
      if (left == 0) break;
      // A byte that means nothing in this encoding.
      out += "\xef\xbf\xbd";
      ++from;
      --left;
    }
    return out;
  }

 private:
  iconv_t handle_;
};

}  // namespace

std::string declared_charset(std::string_view html) {
  const std::string head = ascii_lower(html.substr(0, kDeclarationBytes));
  for (std::size_t at = head.find("charset"); at != std::string::npos;
       at = head.find("charset", at + 7)) {
    std::size_t i = at + 7;
    while (i < head.size() && is_ascii_space(head[i])) ++i;
    if (i >= head.size() || head[i] != '=') continue;
    ++i;
    while (i < head.size() && (is_ascii_space(head[i]) || head[i] == '"' || head[i] == '\'')) ++i;
    std::size_t end = i;
    while (end < head.size() && (is_ascii_alnum(head[end]) || head[end] == '-' ||
                                 head[end] == '_' || head[end] == ':')) {
      ++end;
    }
    if (end > i) return head.substr(i, end - i);
  }
  return {};
}

bool is_known_charset(std::string_view charset) {
  const auto is_it = [charset](const Alias& alias) { return alias.label == charset; };
  return !library_name(charset).empty() ||
         std::any_of(std::begin(kAliases), std::end(kAliases), is_it);
}

bool is_other_charset(std::string_view charset) { return !library_name(charset).empty(); }

std::string html_to_utf8(std::string_view html, std::string_view charset) {
  if (is_valid_utf8(html)) return clean_text(html);
  const std::string name =
      library_name(charset.empty() ? declared_charset(html) : std::string(charset));
  if (name.empty()) return clean_text(html);
  Converter converter(name);
  return clean_text(converter.is_open() ? converter.convert(html) : std::string(html));
}

}  // namespace news
