#include "tests/oracle/agreement.h"

#include <cstdlib>
#include <set>
#include <stdexcept>

#include "common/base/error.h"
#include "searcher/query/parse_query.h"
#include "tests/oracle/programs.h"

namespace news::test {
namespace {

std::string run(const std::vector<std::string>& arguments) {
  const ProgramRun run = run_program("newsindex", arguments);
  if (run.exit_code != 0) throw std::runtime_error("newsindex failed, see standard error");
  return run.output;
}

std::string describe(const MadeQuery& made) {
  const OracleRequest& request = made.request;
  std::string out = "query: " + made.text + "\n";
  for (const auto& [field, value] : request.filters) {
    out += "  --" + std::string(field_name(field)) + " '" + value + "'\n";
  }
  for (const auto& [field, value] : request.excluded) {
    out += "  --" + std::string(field_name(field)) + " '-" + value + "'\n";
  }
  if (!request.after.empty()) out += "  --after " + request.after + "\n";
  if (!request.before.empty()) out += "  --before " + request.before + "\n";
  if (!request.on.empty()) out += "  --on " + request.on + "\n";
  if (made.zone != "UTC") out += "  --timezone " + made.zone + "\n";
  if (request.any_word) out += "  --any\n";
  if (request.exact_phrases) out += "  --exact\n";
  return out;
}

std::string missing_from(const std::set<std::string>& some, const std::set<std::string>& others) {
  std::string out;
  std::size_t count = 0;
  for (const std::string& id : some) {
    if (others.count(id) == 0 && ++count <= 5) out += " " + id;
  }
  return count == 0 ? "" : " " + std::to_string(count) + " (" + out + " )";
}

template <typename Value>
std::string differ(const char* what, const Value& program, const Value& oracle) {
  if (program == oracle) return {};
  return std::string(what) + ": " + std::to_string(program) + ", oracle " + std::to_string(oracle) +
         "\n";
}

}  // namespace

BuiltCorpus::BuiltCorpus(const std::string& path) {
  run({"build", path, "--index", index(), "--progress", "never", "--json"});
  corpus_ = std::make_unique<OracleCorpus>(run({"extract", path}));
  oracle_ = std::make_unique<Oracle>(*corpus_);
  searcher_ = std::make_unique<Searcher>(index());
}

BuiltCorpus& sample_corpus() {
  static BuiltCorpus built(NEWS_SOURCE_DIR "/sample_corpus");
  return built;
}

SearchRequest program_request(const MadeQuery& made, const OracleRequest& asked) {
  SearchRequest request;
  if (!made.text.empty()) request.query = parse_query(made.text);
  request.any_word = asked.any_word;
  request.exact_phrases = asked.exact_phrases;
  const TimeZone zone = asked.clock.zone;
  request.clock.to_utc = [zone](const CivilTime& local) { return zone.to_utc(local); };
  request.clock.to_local = [zone](UnixSeconds time) { return zone.to_local(time); };
  std::map<Field, Filter> filters;
  for (const auto& [field, value] : asked.filters) filters[field].any_of.push_back(value);
  for (const auto& [field, value] : asked.excluded) filters[field].none_of.push_back(value);
  for (auto& [field, filter] : filters) {
    filter.field = field;
    request.filters.push_back(filter);
  }
  const auto resolve = [&](const std::string& text) { return resolve_date(text, request.clock); };
  DateRange dates;
  if (!asked.after.empty()) dates.begin = resolve(asked.after).begin;
  if (!asked.before.empty()) dates.end = resolve(asked.before).begin;
  if (!asked.on.empty()) dates = intersect(dates, resolve(asked.on));
  if (!(asked.after + asked.before + asked.on).empty()) request.dates = dates;
  request.limit = 1'000'000;
  request.snippets = 0;
  return request;
}

std::string disagreement(BuiltCorpus& built, MadeQuery made) {
  try {
    SearchRequest request = program_request(made, made.request);
    made.request.query = request.query;
    const OracleAnswer expected = built.oracle().answer(made.request);
    const Answer answer = built.searcher().search(request);
    request.count_only = true;
    const Answer counted = built.searcher().search(request);
    std::set<std::string> ids;
    for (const Hit& hit : answer.hits) ids.insert(hit.article.id);
    std::string out = differ("hits", answer.hits.size(), expected.ids.size());
    out += differ("total", answer.total, std::uint64_t{expected.ids.size()});
    // A count is of what was asked for, never of partial matches.
    const std::size_t count = expected.relaxed ? 0 : expected.ids.size();
    out += differ("--count", counted.total, std::uint64_t{count});
    out += differ("undated", answer.undated, std::uint64_t{expected.undated});
    out += differ("relaxed", int{answer.relaxed}, int{expected.relaxed});
    if (!answer.total_is_exact || !counted.total_is_exact) out += "the total is not exact\n";
    const std::string lost = missing_from(expected.ids, ids);
    const std::string extra = missing_from(ids, expected.ids);
    if (!lost.empty()) out += "only the oracle finds" + lost + "\n";
    if (!extra.empty()) out += "only the program finds" + extra + "\n";
    return out.empty() ? out : describe(made) + out;
  } catch (const Error& error) {
    return describe(made) + "refused: " + error.what() + "\n";
  }
}

std::string disagreement(BuiltCorpus& built, const std::string& query) {
  MadeQuery made;
  made.text = query;
  return disagreement(built, made);
}

std::size_t number_from_environment(const char* name, std::size_t usual) {
  const char* value = std::getenv(name);
  return value == nullptr ? usual : static_cast<std::size_t>(std::strtoull(value, nullptr, 10));
}

}  // namespace news::test
