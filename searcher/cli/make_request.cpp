#include "searcher/cli/make_request.h"

#include <algorithm>
#include <chrono>

#include "common/analysis/time_zone.h"
#include "common/base/error.h"
#include "common/base/text.h"
#include "searcher/query/parse_query.h"

namespace news {
namespace {

constexpr std::uint64_t kRunLimit = 1000;  // What TREC's own tools expect of a run.

std::optional<DateRange> make_dates(const FilterOptions& options, const Clock& clock) {
  std::optional<DateRange> dates;
  const auto narrow = [&](const DateRange& range) {
    dates = dates ? intersect(*dates, range) : range;
  };
  if (!options.after.empty()) {
    narrow({resolve_date(options.after, clock).begin, DateRange{}.end});
  }
  if (!options.before.empty()) {
    narrow({DateRange{}.begin, resolve_date(options.before, clock).begin});
  }
  if (!options.on.empty()) narrow(resolve_date(options.on, clock));
  return dates;
}

Filter make_filter(const FilterOption& option, const std::vector<std::string>& values) {
  Filter filter;
  filter.field = option.field;
  for (const std::string& value : values) {
    const bool excludes = !value.empty() && value[0] == '-';
    const std::string_view name = trim(std::string_view(value).substr(excludes ? 1 : 0));
    if (name.empty()) {
      throw Error(ErrorKind::Usage, "--" + std::string(option.name) + " needs a value");
    }
    (excludes ? filter.none_of : filter.any_of).emplace_back(name);
  }
  return filter;
}

TimelineUnit timeline_unit(const std::string& name) {
  if (name == "day") return TimelineUnit::Day;
  if (name == "week") return TimelineUnit::Week;
  if (name == "month") return TimelineUnit::Month;
  return name == "year" ? TimelineUnit::Year : TimelineUnit::None;
}

SortOrder sort_order(const Options& options) {
  const std::string& name = options.rank.sort;
  if (name == "oldest") return SortOrder::Oldest;
  const bool has_query =
      !options.query.words.empty() || !options.batch.empty() || !options.rank.like.empty();
  if (name == "newest" || (name.empty() && !has_query)) return SortOrder::Newest;
  return SortOrder::Relevance;
}

std::int64_t half_life(const std::string& text) {
  if (text.empty()) return 0;
  const std::optional<std::int64_t> seconds = parse_duration(text);
  if (!seconds) {
    throw Error(ErrorKind::Usage,
                "bad half-life '" + text + "' of --recency; write 7d, 2w, 3m or 1y");
  }
  return *seconds;
}

/// True when the user names the fields of a hit, and this one is or isn't among them.
bool asks_for(const OutputOptions& options, std::string_view field) {
  const std::vector<std::string_view> names = split(options.fields, ',');
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return trim(name) == field; });
}

unsigned usual_snippets(const OutputOptions& options) {
  constexpr unsigned kUsualInContext = 3;
  if (!options.trec.empty()) return 0;
  if (!options.fields.empty() && !asks_for(options, "snippets")) return 0;
  return options.context ? kUsualInContext : SearchRequest{}.snippets;
}

}  // namespace

SearchRequest make_request(const Options& o) {
  SearchRequest request;
  request.any_word = o.query.any;
  request.exact_phrases = o.query.exact;
  request.clock = make_clock(o.filter.timezone);
  request.dates = make_dates(o.filter, request.clock);
  for (std::size_t i = 0; i < kFilterOptions.size(); ++i) {
    if (!o.filter.values[i].empty()) {
      request.filters.push_back(make_filter(kFilterOptions[i], o.filter.values[i]));
    }
  }
  const bool is_run = !o.output.trec.empty();
  request.sort = sort_order(o);
  request.recency_half_life = half_life(o.rank.recency);
  request.limit = o.rank.limit.value_or(is_run ? kRunLimit : SearchRequest{}.limit);
  request.offset = o.rank.offset;
  request.explain = o.rank.explain;
  request.collapse = o.rank.collapse;
  request.expand = o.rank.expand;
  request.like = o.rank.like;
  request.before_it = o.rank.before_it;
  request.count_only = o.count.count;
  request.facets = facet_fields(o.count);
  request.timeline = timeline_unit(o.count.timeline);
  request.context = o.output.context.value_or(0);
  request.bodies = asks_for(o.output, "body");
  request.other = asks_for(o.output, "other");
  request.highlights = o.output.trec.empty() && (o.output.fields.empty() ||
                                                  asks_for(o.output, "headline_highlights"));
  request.snippets = o.output.snippets.value_or(usual_snippets(o.output));
  return request;
}

void set_query(SearchRequest& request, std::string_view text, const Options& options) {
  request.query.reset();
  request.query_text = text;
  if (trim(text).empty()) return;
  request.query = options.query.plain ? parse_plain_words(text) : parse_query(text);
}

std::vector<std::pair<std::string, std::vector<std::string>>> given_filters(
    const FilterOptions& options) {
  std::vector<std::pair<std::string, std::vector<std::string>>> filters;
  if (!options.after.empty()) filters.push_back({"after", {options.after}});
  if (!options.before.empty()) filters.push_back({"before", {options.before}});
  if (!options.on.empty()) filters.push_back({"on", {options.on}});
  for (std::size_t i = 0; i < kFilterOptions.size(); ++i) {
    if (!options.values[i].empty()) {
      filters.push_back({std::string(kFilterOptions[i].name), options.values[i]});
    }
  }
  return filters;
}

Clock make_clock(const std::string& zone) {
  Clock clock;
  clock.now = std::chrono::duration_cast<std::chrono::seconds>(
                  std::chrono::system_clock::now().time_since_epoch())
                  .count();
  const std::optional<TimeZone> found = TimeZone::find(zone);
  if (!found) {
    throw Error(ErrorKind::Usage, "unknown time zone '" + zone +
                                      "'; write UTC, an offset such as +05:30, or a name such as "
                                      "Europe/Paris");
  }
  if (found->is_utc()) return clock;
  clock.to_utc = [found = *found](const CivilTime& local) { return found.to_utc(local); };
  clock.to_local = [found = *found](UnixSeconds instant) { return found.to_local(instant); };
  return clock;
}

}  // namespace news
