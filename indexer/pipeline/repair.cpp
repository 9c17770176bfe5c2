#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "common/base/error.h"
#include "common/index/file_names.h"
#include "common/index/index.h"
#include "common/index/text_restorer.h"
#include "indexer/pipeline/check.h"
#include "indexer/pipeline/index_folder.h"
#include "indexer/pipeline/run_segment.h"
#include "indexer/pipeline/tombstones.h"

namespace news {
namespace {

namespace fs = std::filesystem;

/// Saves what can be read of one damaged segment.
class Salvage {
 public:
  /// `known` says whether another segment has an article of this id.
  Salvage(fs::path folder, const SegmentInfo& info, std::function<bool(const std::string&)> known)
      : folder_(std::move(folder)), info_(info), known_(std::move(known)) {}

  void read(ArticleRun& run, CheckReport& report) {
    std::optional<Deletions> deletions;
    bool unknown_deletions = false;
    if (info_.deletions) {
      try {
        deletions.emplace(folder_ / info_.deletions->name, info_.articles);
        deletions->verify();
      } catch (const Error&) {
        deletions.reset();
        unknown_deletions = true;
      }
    }
    std::uint64_t saved = 0;
    const auto files = open_files();
    for (std::uint64_t number = 1; files && number <= info_.articles; ++number) {
      if (deletions && deletions->contains(number)) continue;
      try {
        StoredArticle stored = files->articles.read(number);
        // A newer version of it lives elsewhere.
        if (unknown_deletions && known_(stored.article.id)) continue;
        restore(*files, number, stored, report);
        run.add(stored.article, saved++);
      } catch (const Error& e) {
        if (e.kind() != ErrorKind::Index) throw;
      }
    }
    const std::uint64_t live = info_.live();
    report.lost += live - std::min(live, saved);
    report.returned += saved - std::min(live, saved);
  }

 private:
  /// The files that hold articles; what else there is follows from them.
  struct Files {
    Files(const fs::path& folder, std::unique_ptr<TokenStream> stripped)
        : articles(articles_path(folder)),
          tokens(tokens_path(folder)),
          other(std::move(stripped)),
          words(words_path(folder)),
          texts(tokens, other.get(), words) {}
    ArticleStore articles;
    TokenStream tokens;
    std::unique_ptr<TokenStream> other;
    WordList words;
    TextRestorer texts;
  };

  /// An article is worth having without what was stripped from its page.
  static void restore(Files& files, std::uint64_t number, StoredArticle& stored,
                      CheckReport& report) {
    try {
      StoredArticle whole = stored;
      files.texts.restore(number, whole, ArticleParts::All);
      stored = std::move(whole);
    } catch (const Error& e) {
      if (e.kind() != ErrorKind::Index) throw;
      files.texts.restore(number, stored, ArticleParts::Story);
      ++report.stripped_lost;
    }
  }

  std::unique_ptr<TokenStream> open_other() const {
    if (!info_.has_file(other_path({}))) return nullptr;
    try {
      auto other = std::make_unique<TokenStream>(other_path(folder_));
      if (other->size() == info_.articles) return other;
    } catch (const Error& e) {
      if (e.kind() != ErrorKind::Index) throw;
    }
    return nullptr;
  }

  std::unique_ptr<Files> open_files() const {
    try {
      auto files = std::make_unique<Files>(folder_, open_other());
      if (files->articles.size() == info_.articles && files->tokens.size() == info_.articles) {
        return files;
      }
    } catch (const Error& e) {
      if (e.kind() != ErrorKind::Index) throw;
    }
    return nullptr;
  }

  fs::path folder_;
  const SegmentInfo& info_;
  std::function<bool(const std::string&)> known_;
};

/// Writes one segment anew and commits.
void rebuild(IndexFolder& folder, const std::string& id, const std::set<std::string>& damaged,
             const BuildOptions& options, CheckReport& report) {
  Manifest manifest = *folder.manifest();
  const auto place = std::find_if(manifest.segments.begin(), manifest.segments.end(),
                                  [&](const SegmentInfo& info) { return info.id == id; });
  std::vector<std::unique_ptr<Segment>> others;
  for (const SegmentInfo& info : manifest.segments) {
    if (damaged.contains(info.id)) continue;
    others.push_back(std::make_unique<Segment>(segment_path(folder.path(), info.id), info));
  }
  const auto known = [&](const std::string& article) {
    return std::any_of(others.begin(), others.end(),
                       [&](const auto& segment) { return segment->find(article) != 0; });
  };
  const fs::path target = folder.make_segment_folder();
  std::vector<std::unique_ptr<ArticleRun>> runs;
  runs.push_back(std::make_unique<ArticleRun>(0, target, run_memory(options.memory_bytes, 1),
                                              manifest.ranking));
  Salvage(segment_path(folder.path(), id), *place, known).read(*runs.front(), report);
  runs.front()->finish();
  const WrittenSegment written =
      write_segment(target, runs, manifest.ranking, options.jobs, options.memory_bytes);
  if (written.info.articles > 0) {
    *place = written.info;
  } else {
    manifest.segments.erase(place);
  }
  manifest.generation = folder.next_generation();
  folder.commit(manifest);
  ++report.rebuilt;
}

}  // namespace

CheckReport repair_index(const fs::path& path, const BuildOptions& options) {
  IndexFolder folder(path, IndexFolder::Missing::Refuse, options.lock_wait);
  CheckReport report = check_index(path);
  std::set<std::string> damaged;
  for (const Damage& damage : report.damages) damaged.insert(damage.segment);
  for (const std::string& id : std::set<std::string>(damaged)) {
    rebuild(folder, id, damaged, options, report);
    damaged.erase(id);
  }
  if (report.rebuilt > 0) {
    Manifest manifest = *folder.manifest();
    manifest.languages = live_languages(folder, manifest.segments, manifest.languages);
    manifest.generation = folder.next_generation();
    folder.commit(manifest);
  }
  report.generation = folder.manifest()->generation;
  report.segments = folder.manifest()->segments.size();
  report.articles = folder.manifest()->articles();
  return report;
}

}  // namespace news
