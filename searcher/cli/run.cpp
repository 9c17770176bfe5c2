#include "searcher/cli/run.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "common/base/error.h"
#include "common/base/output.h"
#include "common/base/text.h"
#include "searcher/cli/answer_printer.h"
#include "searcher/cli/make_request.h"
#include "searcher/query/print_query.h"

namespace news {
namespace {

std::string index_path(const Options& options) {
  if (!options.index.empty()) return options.index;
  const char* from_environment = std::getenv("NEWSINDEX");
  const bool is_set = from_environment != nullptr && *from_environment != '\0';
  return is_set ? from_environment : "news.index";
}

/// Answers queries one after the other with the options of one command line.
class Session {
 public:
  Session(const Options& options, Output& output)
      : options_(options),
        request_(make_request(options)),
        printer_(options, request_, output),
        output_(output),
        searcher_(index_path(options)) {}

  int show() {
    const std::optional<Article> article = searcher_.find_article(options_.show);
    if (article) {
      printer_.print(*article);
    } else if (!options_.output.quiet) {
      throw Error(ErrorKind::Usage, "no article has the id '" + options_.show +
                                        "'; ids are those that a search shows");
    }
    return finish();
  }

  int search() {
    printer_.begin();
    answer(join(options_.query.words, " "), {});
    return finish();
  }

  int batch(std::istream& lines, const std::string& name) {
    printer_.begin();
    std::string line;
    bool all_good = true;
    for (std::uint64_t number = 1; std::getline(lines, line); ++number) {
      if (trim(line).empty()) continue;
      all_good = batch_line(line, name, number) && all_good;
      // Whoever writes queries into a pipe waits for each answer.
      output_.flush();
    }
    if (lines.bad()) throw errno_error("can't read " + name);
    const int code = finish();
    return all_good ? code : exit_code(ErrorKind::Query);
  }

 private:
  void answer(const std::string& text, std::string_view batch_id) {
    const auto start = std::chrono::steady_clock::now();
    set_query(request_, text, options_);
    Answer answer = searcher_.search(request_);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    answer.took_ms = took.count();
    answer.query_text = text;
    answer.understood = request_.query ? print_query(*request_.query) : "";
    answer.match = request_.any_word ? "any" : "all";
    answer.phrases = request_.exact_phrases ? "exact" : "inflected";
    answer.filters = given_filters(options_.filter);
    printer_.print(answer, batch_id);
  }

  /// False when the query of the line is bad: reported, and the others go on.
  bool batch_line(std::string_view line, const std::string& name, std::uint64_t number) {
    const std::size_t tab = line.find('\t');
    const bool has_id = tab != std::string_view::npos;
    const std::string id(has_id ? trim(line.substr(0, tab)) : "");
    const std::string query(trim(has_id ? line.substr(tab + 1) : line));
    try {
      if (query.empty()) throw Error(ErrorKind::Query, "no query after the id");
      answer(query, id.empty() ? std::to_string(number) : id);
      return true;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::Query && error.kind() != ErrorKind::Usage) throw;
      print_notice("newssearch: error: " + name + ":" + std::to_string(number) + ": " +
                   error.what());
      return false;
    }
  }

  int finish() {
    output_.flush();
    return options_.output.quiet && !printer_.found() ? 1 : 0;
  }

  const Options& options_;
  SearchRequest request_;
  AnswerPrinter printer_;
  Output& output_;
  Searcher searcher_;
};

}  // namespace

int run(const Options& options, Output& output) {
  Session session(options, output);
  if (!options.show.empty()) return session.show();
  if (options.batch.empty()) return session.search();
  if (options.batch == "-") {
    std::ios::sync_with_stdio(false);  // else a failed read looks like the end
    return session.batch(std::cin, "standard input");
  }
  std::ifstream file(options.batch, std::ios::binary);
  if (!file) throw errno_error("can't open " + options.batch);
  return session.batch(file, options.batch);
}

}  // namespace news
