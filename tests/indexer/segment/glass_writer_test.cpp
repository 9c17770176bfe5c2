#include <sys/resource.h>

#include <csignal>
#include <sstream>

#include "common/base/error.h"
#include "common/base/file.h"
#include "tests/catch.h"
#include "tests/indexer/segment/glass_fixture.h"

using namespace news;
using namespace news::glass_test;

#ifdef __SANITIZE_ADDRESS__
/// Xapian 1.4's own Database::check deletes its tables through a base class.
extern "C" const char* __asan_default_options() { return "new_delete_type_mismatch=0"; }
#endif

namespace {

bool same_postings(const Xapian::Database& ours, const Xapian::Database& theirs,
                   const std::string& term) {
  auto a = ours.postlist_begin(term);
  auto b = theirs.postlist_begin(term);
  for (; a != ours.postlist_end(term) && b != theirs.postlist_end(term); ++a, ++b) {
    if (*a != *b || a.get_wdf() != b.get_wdf()) return false;
  }
  return a == ours.postlist_end(term) && b == theirs.postlist_end(term);
}

bool same_skips(const Xapian::Database& ours, const Xapian::Database& theirs,
                const std::string& term, std::mt19937& random) {
  auto a = ours.postlist_begin(term);
  auto b = theirs.postlist_begin(term);
  Xapian::docid target = 1;
  while (a != ours.postlist_end(term) && b != theirs.postlist_end(term)) {
    if (*a != *b || a.get_wdf() != b.get_wdf()) return false;
    target = *a + random() % (ours.get_doccount() / 7 + 2);
    a.skip_to(target);
    b.skip_to(target);
  }
  return a == ours.postlist_end(term) && b == theirs.postlist_end(term);
}

void check_statistics(const Xapian::Database& ours, const Xapian::Database& theirs) {
  CHECK(ours.get_doccount() == theirs.get_doccount());
  CHECK(ours.get_lastdocid() == theirs.get_lastdocid());
  CHECK(ours.get_total_length() == theirs.get_total_length());
  CHECK(ours.get_avlength() == theirs.get_avlength());
  CHECK(ours.get_doclength_lower_bound() == theirs.get_doclength_lower_bound());
  CHECK(ours.get_doclength_upper_bound() == theirs.get_doclength_upper_bound());
  CHECK(ours.has_positions() == theirs.has_positions());
  bool lengths_agree = true;
  for (Xapian::docid article = 1; article <= ours.get_lastdocid(); ++article) {
    lengths_agree = lengths_agree && ours.get_doclength(article) == theirs.get_doclength(article);
  }
  CHECK(lengths_agree);
}

void check_terms(const Xapian::Database& ours, const Xapian::Database& theirs,
                 const std::string& prefix) {
  auto a = ours.allterms_begin(prefix);
  auto b = theirs.allterms_begin(prefix);
  bool agree = true;
  for (; a != ours.allterms_end(prefix) && b != theirs.allterms_end(prefix); ++a, ++b) {
    agree = agree && *a == *b && a.get_termfreq() == b.get_termfreq();
  }
  CHECK((agree && a == ours.allterms_end(prefix) && b == theirs.allterms_end(prefix)));
}

std::string answers(const Xapian::Database& database, const Xapian::Query& query, bool ranked) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  if (!ranked) enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::ostringstream text;
  const Xapian::MSet hits = enquire.get_mset(0, 200, database.get_doccount());
  text << hits.get_matches_lower_bound();
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    text << ' ' << *hit << ':' << hit.get_weight();
  }
  return text.str();
}

void check_queries(const Xapian::Database& ours, const Xapian::Database& theirs,
                   const std::vector<std::string>& terms, std::mt19937& random) {
  using Xapian::Query;
  const auto any = [&] { return Query(terms[random() % terms.size()]); };
  const Query prefix(Query::OP_WILDCARD, terms.back().substr(0, 1));
  REQUIRE(answers(ours, prefix, true) == answers(theirs, prefix, true));
  for (int round = 0; round < 25; ++round) {
    const Query a = any(), b = any(), c = any();
    for (const Query& query : {a & b, a | b, (a | b) & c, Query(Query::OP_FILTER, a | b, c),
                               Query(Query::OP_AND_NOT, a, b), Query(Query::OP_AND_MAYBE, a, b)}) {
      for (const bool ranked : {false, true}) {
        REQUIRE(answers(ours, query, ranked) == answers(theirs, query, ranked));
      }
    }
  }
}

void check_same(const std::filesystem::path& our_folder, const Xapian::Database& theirs) {
  const Xapian::Database ours(our_folder.string());
  check_statistics(ours, theirs);
  check_terms(ours, theirs, "");
  std::mt19937 random(7);
  std::vector<std::string> terms;
  for (auto term = theirs.allterms_begin(); term != theirs.allterms_end(); ++term) {
    terms.push_back(*term);
    INFO(*term);
    REQUIRE(ours.term_exists(*term));
    REQUIRE(ours.get_termfreq(*term) == theirs.get_termfreq(*term));
    REQUIRE(ours.get_collection_freq(*term) == theirs.get_collection_freq(*term));
    REQUIRE(ours.get_wdf_upper_bound(*term) == theirs.get_wdf_upper_bound(*term));
    REQUIRE(same_postings(ours, theirs, *term));
    REQUIRE(same_skips(ours, theirs, *term, random));
  }
  if (terms.empty()) return;
  CHECK_FALSE(ours.term_exists(terms.back() + "x"));
  for (int i = 0; i < 20; ++i) {
    const std::string& term = terms[random() % terms.size()];
    check_terms(ours, theirs, term.substr(0, random() % (term.size() + 1)));
  }
  check_queries(ours, theirs, terms, random);
}

/// Writes `postings` both ways and holds one against the other, before and after compaction.
void check_against_xapian(const Postings& postings) {
  const ScratchFolder scratch;
  const auto ours = write(postings, make_glass_writer, scratch / "ours");
  const Xapian::Database theirs(write(postings, make_xapian_writer, scratch / "theirs").string());
  std::ostringstream report;
  const auto errors = Xapian::Database::check(ours.string(), Xapian::DBCHECK_SHOW_STATS, &report);
  INFO(report.str());
  CHECK(errors == 0);
  check_same(ours, theirs);

  const auto compacted = scratch / "compacted";
  Xapian::Database(ours.string())
      .compact(compacted.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL);
  check_same(compacted, theirs);
  const char* table = "postlist.glass";
  CHECK(std::filesystem::file_size(ours / table) <= std::filesystem::file_size(compacted / table));
}

}  // namespace

TEST_CASE("Glass writer: a segment of one article is Xapian's own", "[glass]") {
  Postings postings(1);
  postings.add("headline", 1, 3);
  postings.add("filter", 1, 0);
  check_against_xapian(postings);
}

TEST_CASE("Glass writer: an empty segment and one without terms are databases", "[glass]") {
  check_against_xapian(Postings(0));
  check_against_xapian(Postings(2500));
}

TEST_CASE("Glass writer: articles without terms, or with filters only, have length 0", "[glass]") {
  Postings postings(6);
  postings.add("filter", 2, 0);
  postings.add("filter", 4, 0);
  postings.add("word", 3, 7);
  postings.add("word", 4, 4);
  check_against_xapian(postings);
}

TEST_CASE("Glass writer: terms of any bytes keep their order and their chunks", "[glass]") {
  std::mt19937 random(1);
  Postings postings(9000);
  const std::string zero(1, '\0');
  std::vector<std::string> terms = {zero,    zero + zero, zero + "\xe0",       zero + "\xff",
                                    "a",     "a" + zero,  "a" + zero + "\xff", "a" + zero + "b",
                                    "a\xff", "\xff",      "\xff\xff"};
  for (const char last : {'a', 'b', '\xff'}) terms.push_back(std::string(244, 'x') + last);
  terms.push_back(std::string(122, '\0') + "y");
  for (int i = 0; i < 400; ++i) {
    std::string term;
    for (std::size_t size = 1 + random() % 245; term.size() < size;) {
      term.push_back("\xff\xfe\x7f\x01mn"[random() % 6]);
    }
    terms.push_back(term);
  }
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (postings.lists.count(terms[i]) > 0) continue;
    postings.add_random(terms[i], i < 15 ? 0.6 : 0.001 * static_cast<double>(i % 60), 9, random);
  }
  check_against_xapian(postings);
}

TEST_CASE("Glass writer: wdf from 0 to millions", "[glass]") {
  std::mt19937 random(2);
  Postings postings(5000);
  for (const std::uint32_t greatest : {0U, 1U, 127U, 128U, 255U, 16383U, 16384U, 40000U}) {
    postings.add_random("wdf" + std::to_string(greatest), 0.5, greatest, random);
  }
  postings.add("vast", 17, 3'000'000'000U);
  for (std::uint32_t article = 1; article <= 5000; ++article) postings.add("same", article, 200);
  check_against_xapian(postings);
}

TEST_CASE("Glass writer: a hundred thousand articles, a term in all of them", "[glass]") {
  std::mt19937 random(3);
  Postings postings(100'000);
  postings.add_random("everywhere", 1.0, 255, random);
  for (std::uint32_t article = 1; article <= 100'000; ++article) postings.add("lang", article, 0);
  for (int i = 1; i < 3000; ++i) {
    postings.add_random("term" + std::to_string(i * 7919), 0.8 / i, 255, random);
  }
  check_against_xapian(postings);
}

TEST_CASE("Glass writer: long keys make a tree of four levels", "[glass]") {
  const ScratchFolder scratch;
  Postings postings(3);
  for (int i = 100'000; i < 160'000; ++i) {
    std::string term(200, 'k');
    term += std::to_string(i);
    postings.lists[term + std::string(39, 'z')] = {{static_cast<std::uint32_t>(i % 3 + 1), 0}};
  }
  const auto folder = write(postings, make_glass_writer, scratch / "deep");
  std::ostringstream report;
  CHECK(Xapian::Database::check(folder.string(), Xapian::DBCHECK_SHOW_STATS, &report) == 0);
  CHECK(report.str().find(" levels=3 ") != std::string::npos);
  const Xapian::Database database(folder.string());
  auto list = postings.lists.begin();
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term, ++list) {
    REQUIRE(*term == list->first);
    REQUIRE(*database.postlist_begin(*term) == list->second.front().article);
  }
  CHECK(list == postings.lists.end());
}

TEST_CASE("Glass writer: equal input gives equal files", "[glass]") {
  const ScratchFolder scratch;
  std::mt19937 random(4);
  Postings postings(3000);
  for (int i = 1; i < 300; ++i) postings.add_random(std::to_string(i), 0.1, 9, random);
  const auto once = write(postings, make_glass_writer, scratch / "once");
  const auto again = write(postings, make_glass_writer, scratch / "again");
  for (const char* file : {"iamglass", "postlist.glass"}) {
    CHECK(read_file(once / file) == read_file(again / file));
  }
  postings.lists["1"].front().article += 1;
  postings.lengths.assign(3000, 0);
  for (const auto& [term, list] : postings.lists) {
    for (const Posting& posting : list) postings.lengths[posting.article - 1] += posting.wdf;
  }
  const auto other = write(postings, make_glass_writer, scratch / "other");
  CHECK(Xapian::Database(once.string()).get_uuid() != Xapian::Database(other.string()).get_uuid());
}

TEST_CASE("Glass writer: Xapian can add to what we wrote", "[glass]") {
  const ScratchFolder scratch;
  std::mt19937 random(5);
  Postings postings(20'000);
  for (int i = 1; i < 500; ++i) postings.add_random(std::to_string(i), 0.05, 9, random);
  const auto folder = write(postings, make_glass_writer, scratch / "grown");
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
  for (int i = 0; i < 3000; ++i) {
    Xapian::Document document;
    for (int t = 0; t < 20; ++t) document.add_term(std::to_string(random() % 700), random() % 9);
    database.add_document(document);
  }
  database.commit();
  database.close();
  CHECK(Xapian::Database::check(folder.string(), 0, nullptr) == 0);
  CHECK(Xapian::Database(folder.string()).get_doccount() == 23'000);
}

TEST_CASE("Glass writer: broken promises are errors", "[glass]") {
  const ScratchFolder scratch;
  const std::vector<std::uint32_t> lengths = {5, 5};
  int number = 0;
  const auto kind_of = [&](const std::vector<std::pair<std::string, std::vector<Posting>>>& lists) {
    try {
      const auto writer = make_glass_writer(scratch / std::to_string(number++), lengths);
      for (const auto& [term, list] : lists) writer->add(term, list);
      writer->finish();
    } catch (const Error& error) {
      return error.kind();
    }
    return ErrorKind::Usage;
  };
  CHECK(kind_of({{"a", {{1, 5}}}, {"b", {{2, 5}}}}) == ErrorKind::Usage);
  CHECK(kind_of({{"b", {{1, 5}}}, {"a", {{2, 5}}}}) == ErrorKind::Bug);
  CHECK(kind_of({{"a", {{2, 5}, {1, 5}}}}) == ErrorKind::Bug);
  CHECK(kind_of({{"a", {{1, 5}, {3, 5}}}}) == ErrorKind::Bug);
  CHECK(kind_of({{"a", {}}}) == ErrorKind::Bug);
  CHECK(kind_of({{"", {{1, 10}}}}) == ErrorKind::Bug);
  CHECK(kind_of({{"a", {{1, 5}}}}) == ErrorKind::Bug);
  CHECK(kind_of({{std::string(200, '\0'), {{1, 5}, {2, 5}}}}) == ErrorKind::Bug);
  number = 0;
  CHECK(kind_of({}) == ErrorKind::Io);
  CHECK_FALSE(std::filesystem::exists(scratch / "1" / "iamglass"));
}

TEST_CASE("Glass writer: a write that fails is an error and leaves no database", "[glass]") {
  const ScratchFolder scratch;
  std::mt19937 random(8);
  Postings postings(50'000);
  for (int i = 1; i < 40; ++i) postings.add_random(std::to_string(i), 0.5, 9, random);

  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{1'000'000, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  ErrorKind kind = ErrorKind::Usage;
  try {
    write(postings, make_glass_writer, scratch / "full");
  } catch (const Error& error) {
    kind = error.kind();
  }
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, old_handler);

  CHECK(kind == ErrorKind::Io);
  CHECK_FALSE(std::filesystem::exists(scratch / "full" / "iamglass"));
}
