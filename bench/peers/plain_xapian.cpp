// What a careful user of Xapian writes in an afternoon, after its "Getting Started" guide: the peer
// that `newsindex` and `newssearch` are measured against.
//
//   bench_plain_xapian build FILE.jsonl FOLDER THREADS
//   bench_plain_xapian search FOLDER QUERIES.tsv
//
// Building: TermGenerator with the English stemmer, positions, the headline under S and as text,
// the date in a value slot, the article's text as document data, default flush. A Xapian database
// has one writer, so THREADS threads write as many databases, each of a share of the lines, and a
// search opens them together.
// Searching: a query a line, "id kind word word from to" between tabs; BM25, ten hits, whose data
// is read. Prints id, microseconds and the number of hits a line.
#include <simdjson.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

constexpr Xapian::valueno kDateSlot = 0;

std::string text_of(const simdjson::dom::element& line, const char* key) {
  std::string_view text;
  return line[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

void index_line(Xapian::WritableDatabase& database, Xapian::TermGenerator& generator,
                const simdjson::dom::element& line) {
  const std::string headline = text_of(line, "headline");
  const std::string body = text_of(line, "body");
  Xapian::Document document;
  generator.set_document(document);
  generator.set_termpos(0);
  generator.index_text(headline, 1, "S");
  generator.increase_termpos();
  generator.index_text(headline);
  generator.increase_termpos();
  generator.index_text(body);
  // ISO 8601 in UTC sorts as time does.
  document.add_value(kDateSlot, text_of(line, "published").substr(0, 10));
  const std::string id = text_of(line, "id");
  document.add_boolean_term("Q" + id.substr(0, 200));
  document.set_data(id + "\n" + headline + "\n" + body);
  database.add_document(document);
}

/// Indexes the lines that begin in [begin, end).
void index_lines(const std::string& file, std::uint64_t begin, std::uint64_t end,
                 const std::string& folder) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  if (begin > 0) {
    in.seekg(static_cast<std::streamoff>(begin - 1));
    std::getline(in, line);
    begin += line.size();
  }
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  simdjson::dom::parser parser;
  while (begin < end && std::getline(in, line)) {
    begin += line.size() + 1;
    index_line(database, generator, parser.parse(line));
  }
  database.commit();
  database.close();
}

void build(const std::string& file, const std::string& folder, unsigned threads) {
  std::filesystem::create_directories(folder);
  const std::uint64_t size = std::filesystem::file_size(file);
  std::vector<std::thread> running;
  for (unsigned i = 0; i < threads; ++i) {
    running.emplace_back([=] {
      index_lines(file, size * i / threads, size * (i + 1) / threads,
                  folder + "/part" + std::to_string(i));
    });
  }
  for (std::thread& thread : running) thread.join();
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  fields.resize(6);
  return fields;
}

Xapian::Query make_query(Xapian::QueryParser& parser, const std::vector<std::string>& fields) {
  const std::string& kind = fields[1];
  const std::string two = fields[2] + " " + fields[3];
  if (kind == "or") parser.set_default_op(Xapian::Query::OP_OR);
  if (kind == "and") parser.set_default_op(Xapian::Query::OP_AND);
  if (kind == "or" || kind == "and") return parser.parse_query(two);
  if (kind == "phrase") return parser.parse_query("\"" + two + "\"");
  const Xapian::Query term = parser.parse_query(fields[2]);
  if (kind != "date") return term;
  return {Xapian::Query::OP_FILTER, term,
          Xapian::Query(Xapian::Query::OP_VALUE_RANGE, kDateSlot, fields[4], fields[5])};
}

void search(const std::string& folder, const std::string& queries) {
  Xapian::Database database;
  std::vector<std::string> parts;
  for (const auto& part : std::filesystem::directory_iterator(folder)) parts.push_back(part.path());
  std::sort(parts.begin(), parts.end());
  for (const std::string& part : parts) database.add_database(Xapian::Database(part));
  Xapian::QueryParser parser;
  parser.set_database(database);
  parser.set_stemmer(Xapian::Stem("en"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  std::ifstream in(queries);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> fields = fields_of(line);
    const auto start = std::chrono::steady_clock::now();
    Xapian::Enquire enquire(database);
    enquire.set_query(make_query(parser, fields));
    const Xapian::MSet hits = enquire.get_mset(0, 10);
    std::size_t bytes = 0;
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      bytes += hit.get_document().get_data().size();
    }
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    std::printf("%s\t%.1f\t%u\t%zu\n", fields[0].c_str(), took.count(), hits.size(), bytes);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string task = argc > 1 ? argv[1] : "";
  try {
    if (task == "version") {
      std::printf("Xapian %s\n", Xapian::version_string());
    } else if (task == "build" && argc == 5) {
      build(argv[2], argv[3], static_cast<unsigned>(std::max(1, std::atoi(argv[4]))));
    } else if (task == "search" && argc == 4) {
      search(argv[2], argv[3]);
    } else {
      std::fputs("usage: bench_plain_xapian build FILE FOLDER THREADS | search FOLDER QUERIES\n",
                 stderr);
      return 2;
    }
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "bench_plain_xapian: %s\n", error.get_msg().c_str());
    return 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_plain_xapian: %s\n", error.what());
    return 1;
  }
  return 0;
}
