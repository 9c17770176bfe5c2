#include "searcher/cli/options.h"

#include <CLI/CLI.hpp>

#include "common/base/error.h"

namespace news {
namespace {

constexpr const char* kDescription =
    "Searches a news index.\n"
    "  newssearch \"Western pressure\" --after 2026-01-01";

constexpr const char* kFooter = R"(
Query language (docs/QUERY_LANGUAGE.md):
  oil prices                 both words, in any inflected form
  "western pressure"         a phrase;  ="western pressure" in exactly these forms
  oil OR gas, oil -price     any of; without.  AND OR NOT in capitals; parentheses
  headline:oil               in one field: headline summary dateline byline caption lead author
                             country about-country dateline-country place source agency section
                             keyword language
  headline:(a b), :"a b", :="a b"
  zone:other(read more)      in what was stripped from the page: menus, other stories, footers
  date:2026-01..2026-02      also date:2026-02, date:7d, date:none, date:doubtful
  length:>500                number of words
  oil NEAR/5 price           at most 5 words apart; ADJ/5 in this order;
                             SENT, PARA in one sentence, in one paragraph
  press*  colour~  oil^3     words that start so; spelling variants; counts three times
  atleast/3(oil)             three times or more
  A query that starts with '-' comes after --:  newssearch -- -oil price

A date D is 2026, 2026-02, 2026-02-04, a full ISO time, today, yesterday, 7d, 2w, 3m or 1y.

Exit codes: 0 done, also without hits; 1 nothing found under --quiet; 2 usage or query;
3 no index, or one that can't be read; 4 input or output failed; 70 a bug.)";

void add_query_options(CLI::App& app, Options& o) {
  app.add_option("QUERY", o.query.words, "what to search for; several words are one query");
  app.add_option("-i,--index", o.index, "the index; else $NEWSINDEX, else ./news.index")
      ->type_name("PATH");
  app.add_flag("--all", o.query.all,
               "all words needed (the default); if no article has all, the best partial matches");
  app.add_flag("--any", o.query.any, "any of the words will do; more of them rank higher");
  app.add_flag("--exact", o.query.exact, "phrases match exact forms only");
  app.add_flag("--plain", o.query.plain, "the query is plain words: nothing in it is an operator");
}

void add_filter_options(CLI::App& app, FilterOptions& o) {
  const std::string group = "Filters (repeat for any of; a leading '-' excludes)";
  app.add_option("--after", o.after, "published on or after D")->type_name("D")->group(group);
  app.add_option("--before", o.before, "published before D")->type_name("D")->group(group);
  app.add_option("--on", o.on, "published within D")->type_name("D")->group(group);
  for (std::size_t i = 0; i < kFilterOptions.size(); ++i) {
    const FilterOption& filter = kFilterOptions[i];
    app.add_option("--" + std::string(filter.name), o.values[i], std::string(filter.help))
        ->type_name("VALUE")
        ->allow_extra_args(false)
        ->group(group);
  }
  app.add_option("--timezone", o.timezone, "how days are cut and times shown; UTC by default")
      ->type_name("ZONE")
      ->group(group);
}

void add_rank_options(CLI::App& app, RankOptions& o) {
  constexpr std::uint64_t kMostHits = 10'000'000;
  const std::string group = "Order";
  app.add_option("--sort", o.sort, "relevance, newest or oldest; newest when there is no query")
      ->check(CLI::IsMember({"relevance", "newest", "oldest"}))
      ->type_name("ORDER")
      ->group(group);
  app.add_option("-n,--limit", o.limit, "hits at most; 10, or 1000 with --trec")
      ->check(CLI::Range(std::uint64_t{0}, kMostHits).description(""))
      ->type_name("N")
      ->group(group);
  app.add_option("--offset", o.offset, "hits to leave out before the first")
      ->check(CLI::Range(std::uint64_t{0}, kMostHits).description(""))
      ->type_name("N")
      ->group(group);
  app.add_option("--recency", o.recency, "a score counts half after this time: 7d, 2w, 3m, 1y")
      ->type_name("HALF_LIFE")
      ->group(group);
  app.add_flag("--explain", o.explain, "why each hit has its score")->group(group);
  app.add_flag("--collapse", o.collapse, "one hit a story: near copies fold under the best")
      ->group(group);
  app.add_flag("--expand", o.expand, "add words of the best hits to the query")->group(group);
  app.add_option("--like", o.like, "articles like this one")->type_name("ID")->group(group);
  app.add_flag("--before-it", o.before_it, "with --like: only earlier ones, its background")
      ->group(group);
}

void add_count_options(CLI::App& app, CountOptions& o) {
  const std::string group = "Counts (exact, over all matches)";
  app.add_flag("--count", o.count, "only how many articles match")->group(group);
  app.add_option("--facet", o.facets, "articles a value: country, source, language, ...")
      ->type_name("FIELD")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group(group);
  app.add_option("--timeline", o.timeline, "articles a day, week, month or year")
      ->check(CLI::IsMember({"day", "week", "month", "year"}))
      ->type_name("UNIT")
      ->group(group);
}

void add_output_options(CLI::App& app, Options& options) {
  OutputOptions& o = options.output;
  const std::string group = "Output (a view for people unless one of these is given)";
  app.add_option("--show", options.show, "the whole article")->type_name("ID")->group(group);
  app.add_flag("--json", o.json, "one JSON object (docs/JSON_OUTPUT.md)")->group(group);
  app.add_flag("--jsonl", o.jsonl, "a line of JSON a hit; with --batch a line an answer")
      ->group(group);
  app.add_flag("--csv", o.csv, "comma-separated values")->group(group);
  app.add_flag("--guard-formulas", o.guard_formulas,
               "with --csv: ' before cells that a spreadsheet would run")
      ->group(group);
  app.add_option("--trec", o.trec, "lines of a TREC run")->type_name("TAG")->group(group);
  app.add_option("--fields", o.fields, "fields of a hit: id,headline,...; alone: tab-separated")
      ->type_name("A,B")
      ->group(group);
  app.add_option("--snippets", o.snippets, "passages a hit; 1 by default")
      ->check(CLI::Range(0U, 100U).description(""))
      ->type_name("N")
      ->group(group);
  app.add_option("--context", o.context,
                 "keywords in context, W words on each side; 3 a hit by default")
      ->check(CLI::Range(1U, 100U).description(""))
      ->type_name("W")
      ->group(group);
  app.add_option("--batch", options.batch, "a query a line, id<TAB>query; - is standard input")
      ->type_name("FILE")
      ->group(group);
  app.add_option("--color,--colour", o.colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN")
      ->group(group);
  app.add_flag("-q,--quiet", o.quiet, "print nothing; the exit code says if something was found")
      ->group(group);
}

/// `--show "$ID"` with no ID set would otherwise do as if it weren't there.
void check_values(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) continue;
    for (const std::string& value : option->results()) {
      if (value.empty()) throw Error(ErrorKind::Usage, option->get_name() + " needs a value");
    }
  }
}

}  // namespace

Options parse_options(int argc, const char* const* argv, std::optional<std::string>& text) {
  CLI::App app{kDescription, "newssearch"};
  app.footer(kFooter);
  app.set_version_flag("--version", "newssearch " NEWS_VERSION);
  Options options;
  add_query_options(app, options);
  add_filter_options(app, options.filter);
  add_rank_options(app, options.rank);
  add_count_options(app, options.count);
  add_output_options(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    text = app.help();
  } catch (const CLI::CallForVersion& version) {
    text = std::string(version.what()) + "\n";
  } catch (const CLI::ExtrasError& error) {
    throw Error(
        ErrorKind::Usage,
        std::string(error.what()) + "; see --help, and put -- before a query that starts with '-'");
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorKind::Usage, std::string(error.what()) + "; see --help");
  }
  if (text) return options;
  check_values(app);
  check_options(options);
  return options;
}

}  // namespace news
