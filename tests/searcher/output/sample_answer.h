#pragma once

#include "common/base/civil_time.h"
#include "searcher/match/answer.h"

namespace news {

/// Two hits, one with everything known and awkward text, one with nothing but an id.
inline Answer sample_answer() {
  Hit full;
  full.rank = 1;
  full.score = 7.25;
  full.article.id = "lima 1";
  full.article.headline = "Oil, \"gas\" and\x1b[31m pressure";
  full.article.summary = "A summary";
  full.article.dateline = {"LIMA, Feb 4", "Lima", "PE", "Reuters", {}};
  full.article.countries = {"PE", "US"};
  full.article.published = {Precision::Minute, to_unix({2026, 2, 4, 10, 10, 0}), "row", false};
  full.article.authors = {"A. Writer", "B. Writer"};
  full.article.agency = "Reuters";
  full.article.source = "example.org";
  full.article.section = "world";
  full.article.language = "en";
  full.article.url = "https://example.org/1";
  full.article.source_path = "corpus/1.html";
  full.headline_highlights = {{0, 3}};
  full.snippets = {{"Prices of oil rose\nin Lima.", {{10, 13}}, "body"}};
  full.copies = 2;
  full.copies_folded = {{"copy", "", "example.com", {Precision::Day, 1770163200, "", false}}};
  Hit bare;
  bare.rank = 2;
  bare.score = 1;
  bare.article.id = "bare";

  Answer answer;
  answer.query_text = "oil";
  answer.understood = "oil";
  answer.match = "all";
  answer.phrases = "inflected";
  answer.filters = {{"after", {"2026"}}, {"country", {"PE", "-FR"}}};
  answer.index_path = "news.index";
  answer.generation = 3;
  answer.articles = 100;
  answer.total = 12;
  answer.undated = 1;
  answer.took_ms = 0.5;
  answer.hits = {full, bare};
  return answer;
}

}  // namespace news
