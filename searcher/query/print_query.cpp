#include "searcher/query/print_query.h"

#include <array>
#include <charconv>

#include "common/base/error.h"
#include "common/base/text.h"
#include "searcher/query/token.h"

namespace news {
namespace {

/// How tight the operator of a node binds; a child that binds no tighter than its parent is put in
/// parentheses. AND counts as loose as OR: few readers know which of them binds tighter.
int tightness(const QueryNode& node) {
  if (node.boost != 1) return 5;
  switch (node.kind) {
    case NodeKind::Or:
    case NodeKind::And:
      return 1;
    case NodeKind::Not:
      return 3;
    default:
      return is_positional(node.kind) ? 4 : 6;
  }
}

std::string number_text(double value) {
  std::array<char, 64> buffer{};
  const auto result =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  return {buffer.data(), result.ptr};
}

std::string quoted(std::string_view text, std::string_view before = {}) {
  std::string out(before);
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = next_code_point(text, i);
    // Only plain words hold quotes, which mean nothing there, and Hebrew acronyms.
    const bool is_quote = (c == '"' && !is_gershayim(text, start)) || (c >= 0x201c && c <= 0x201f);
    if (!is_quote) out.append(text.substr(start, i - start));
  }
  out += '"';
  return out;
}

/// False for plain words that the lexer would take for something else: AND, a:b, wait*.
bool reads_as_word(const std::string& text) {
  try {
    const std::vector<QueryToken> tokens = tokenize_query(text);
    return tokens.size() == 2 && tokens[0].kind == TokenKind::Word && tokens[0].text == text;
  } catch (const Error&) {
    return false;
  }
}

std::string leaf_text(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::Prefix:
      return node.text + "*";
    case NodeKind::Variants:
      return node.text + "~";
    case NodeKind::Phrase:
      return quoted(node.text);
    case NodeKind::ExactPhrase:
      return quoted(node.text, "=");
    default:
      return reads_as_word(node.text) ? node.text : quoted(node.text);
  }
}

std::string operator_text(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::Or:
      return " OR ";
    case NodeKind::Near:
      return " NEAR/" + std::to_string(node.number) + " ";
    case NodeKind::Adjacent:
      return " ADJ/" + std::to_string(node.number) + " ";
    case NodeKind::Sentence:
      return " SENT ";
    case NodeKind::Paragraph:
      return " PARA ";
    default:
      return " ";
  }
}

/// What stands before the words of a field. Those of a zone stand in parentheses.
std::string field_prefix(Field field) {
  if (field == Field::Any) return "";
  return std::string(field_name(field)) + (field == Field::Other ? "" : ":");
}

/// Prints one tree. Positional nodes carry the field of all their leaves in front.
class Printer {
 public:
  void print(const QueryNode& node, bool in_field) {
    if (node.boost != 1 && !is_leaf(node.kind) && node.kind != NodeKind::AtLeast) {
      print_group(node, in_field);
    } else {
      print_bare(node, in_field);
    }
    if (node.boost != 1) out_.append("^").append(number_text(node.boost));
  }

  std::string take() { return std::move(out_); }

 private:
  static bool needs_field(const QueryNode& node, bool in_field) {
    return !in_field && (is_positional(node.kind) || node.kind == NodeKind::AtLeast) &&
           span_field(node) != Field::Any;
  }

  void print_group(const QueryNode& node, bool in_field) {
    if (needs_field(node, in_field)) {
      out_ += field_prefix(span_field(node));
      in_field = true;
    }
    out_ += "(";
    print_bare(node, in_field);
    out_ += ")";
  }

  void print_bare(const QueryNode& node, bool in_field) {
    if (is_leaf(node.kind)) {
      print_in_field(in_field ? Field::Any : node.field, leaf_text(node));
      return;
    }
    if (node.kind == NodeKind::AtLeast) {
      Printer inside;
      inside.print(node.children.front(), true);
      print_in_field(needs_field(node, in_field) ? span_field(node) : Field::Any,
                     "atleast/" + std::to_string(node.number) + "(" + inside.take() + ")");
      return;
    }
    if (needs_field(node, in_field)) return print_group(node, in_field);
    if (node.kind == NodeKind::Not) out_ += "NOT ";
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i > 0) out_ += operator_text(node);
      print_child(node, i, in_field);
    }
  }

  void print_in_field(Field field, const std::string& text) {
    const bool is_zone = field == Field::Other;
    out_ += field_prefix(field) + (is_zone ? "(" : "") + text + (is_zone ? ")" : "");
  }

  void print_child(const QueryNode& parent, std::size_t index, bool in_field) {
    const QueryNode& child = parent.children[index];
    const bool repeats = parent.kind == NodeKind::Not && child.kind == NodeKind::Not;
    const bool chains = index == 0 && is_positional(parent.kind) && is_positional(child.kind);
    if (tightness(child) > tightness_inside(parent) || ((repeats || chains) && child.boost == 1)) {
      return print(child, in_field);
    }
    out_ += "(";
    print(child, in_field);
    out_ += ")";
  }

  static int tightness_inside(const QueryNode& node) {
    QueryNode bare;
    bare.kind = node.kind;
    return tightness(bare);
  }

  std::string out_;
};

}  // namespace

std::string print_query(const QueryNode& node) {
  Printer printer;
  printer.print(node, false);
  return printer.take();
}

}  // namespace news
