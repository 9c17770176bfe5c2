#include <algorithm>
#include <initializer_list>

#include "common/base/error.h"
#include "common/base/text.h"
#include "searcher/cli/options.h"

namespace news {
namespace {

/// An option by name, and whether it was given.
struct Given {
  std::string_view name;
  bool given;
};

Error usage(const std::string& message) { return Error(ErrorKind::Usage, message); }

/// At most one of these may be given.
void check_one_of(std::initializer_list<Given> options) {
  const Given* first = nullptr;
  for (const Given& option : options) {
    if (!option.given) continue;
    if (first != nullptr) {
      throw usage(std::string(first->name) + " and " + std::string(option.name) +
                  " don't go together; leave one out");
    }
    first = &option;
  }
}

/// With the first, none of the others may be given.
void check_excludes(const Given& option, std::initializer_list<Given> others) {
  for (const Given& other : others) check_one_of({option, other});
}

void check_formats(const Options& o) {
  const OutputOptions& out = o.output;
  const Given csv{"--csv", out.csv};
  const Given trec{"--trec", !out.trec.empty()};
  const Given fields{"--fields", !out.fields.empty()};
  const Given facet{"--facet", !o.count.facets.empty()};
  const Given timeline{"--timeline", !o.count.timeline.empty()};
  const Given count{"--count", o.count.count};
  // A line a hit has no place for what is said of all of them.
  const Given lines{"--jsonl", out.jsonl && o.batch.empty()};
  const Given values{"--fields alone", fields.given && !out.json && !out.jsonl && !csv.given};
  check_one_of({{"--json", out.json}, {"--jsonl", out.jsonl}, csv, trec});
  if (out.guard_formulas && !csv.given) throw usage("--guard-formulas needs --csv");
  check_excludes(trec, {fields, facet, timeline, count, {"--explain", o.rank.explain}});
  check_excludes(csv, {facet, timeline, count});
  check_excludes(lines, {facet, timeline, count});
  check_excludes(count, {fields,
                         {"--explain", o.rank.explain},
                         {"--snippets", out.snippets.has_value()},
                         {"--context", out.context.has_value()},
                         {"--limit", o.rank.limit.has_value()},
                         {"--offset", o.rank.offset > 0}});
  check_excludes(values, {facet, timeline});
}

}  // namespace

bool has_filter(const FilterOptions& o) {
  return !o.after.empty() || !o.before.empty() || !o.on.empty() ||
         std::any_of(o.values.begin(), o.values.end(),
                     [](const auto& values) { return !values.empty(); });
}

std::vector<Field> facet_fields(const CountOptions& options) {
  constexpr std::array<Field, 10> kFacets = {
      Field::Country, Field::AboutCountry, Field::DatelineCountry, Field::Place,   Field::Source,
      Field::Agency,  Field::Author,       Field::Section,         Field::Keyword, Field::Language};
  std::vector<Field> fields;
  for (const std::string& name : options.facets) {
    const FieldInfo* info = find_field(name);
    if (info == nullptr ||
        std::find(kFacets.begin(), kFacets.end(), info->field) == kFacets.end()) {
      std::vector<std::string> names;
      for (const Field field : kFacets) names.emplace_back(field_name(field));
      throw usage("no facet '" + name + "'; the facets are " + join(names, ", "));
    }
    fields.push_back(info->field);
  }
  return fields;
}

void check_options(const Options& o) {
  const Given query{"QUERY", !trim(join(o.query.words, " ")).empty()};
  const Given show{"--show", !o.show.empty()};
  const Given batch{"--batch", !o.batch.empty()};
  const Given like{"--like", !o.rank.like.empty()};
  check_one_of({{"--all", o.query.all}, {"--any", o.query.any}});
  check_one_of({query, show, batch, like});
  check_excludes(show, {{"a filter", has_filter(o.filter)},
                        {"--count", o.count.count},
                        {"--facet", !o.count.facets.empty()},
                        {"--timeline", !o.count.timeline.empty()},
                        {"--csv", o.output.csv},
                        {"--trec", !o.output.trec.empty()},
                        {"--fields", !o.output.fields.empty()}});
  check_excludes(like, {{"--expand", o.rank.expand}, {"--any", o.query.any}});
  if (o.rank.before_it && !like.given) throw usage("--before-it needs --like ID");
  if (!o.rank.recency.empty() && !o.rank.sort.empty() && o.rank.sort != "relevance") {
    throw usage("--recency and --sort " + o.rank.sort + " don't go together; leave one out");
  }
  check_formats(o);
  const bool counts = o.count.count || !o.count.facets.empty() || !o.count.timeline.empty();
  if (!query.given && !show.given && !batch.given && !like.given && !counts &&
      !has_filter(o.filter)) {
    throw usage("nothing to search for; write a query: newssearch \"oil prices\", or see --help");
  }
}

}  // namespace news
