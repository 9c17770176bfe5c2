#pragma once

#include <memory>
#include <string>

#include "searcher/match/search.h"
#include "tests/oracle/oracle.h"
#include "tests/oracle/query_maker.h"
#include "tests/support.h"

namespace news::test {

/// A corpus that was built with `newsindex build` and read with `newsindex extract`.
class BuiltCorpus {
 public:
  /// Builds an index of `path` in a fresh folder.
  explicit BuiltCorpus(const std::string& path);

  const OracleCorpus& corpus() const { return *corpus_; }
  Oracle& oracle() { return *oracle_; }
  Searcher& searcher() { return *searcher_; }
  std::string index() const { return folder_ / "an index"; }

 private:
  TempFolder folder_;
  std::unique_ptr<OracleCorpus> corpus_;
  std::unique_ptr<Oracle> oracle_;
  std::unique_ptr<Searcher> searcher_;
};

/// The sample corpus; built when first asked for.
BuiltCorpus& sample_corpus();

/// The same search for the program: the query parsed, all matches wanted.
SearchRequest program_request(const MadeQuery& made, const OracleRequest& request);

/// Where program and oracle differ about a query: "" when they agree.
std::string disagreement(BuiltCorpus& built, MadeQuery made);

/// Of a query alone.
std::string disagreement(BuiltCorpus& built, const std::string& query);

/// The number of an environment variable, or `usual`.
std::size_t number_from_environment(const char* name, std::size_t usual);

}  // namespace news::test
