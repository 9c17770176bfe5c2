#include "indexer/pipeline/site_page_queue.h"

#include <algorithm>
#include <utility>

#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kMostBytes = 64u << 20;
constexpr std::size_t kEvidenceBytes = 64u << 20;
constexpr std::size_t kBytesBesideText = 4096;

std::size_t bytes_of(const CleanResult& result) {
  std::size_t bytes = kBytesBesideText + result.article.body.size() + result.article.other.size();
  for (const ZonedLine& line : result.lines) bytes += sizeof line + line.text.size();
  return bytes;
}

void strip(CleanResult& result, const SiteFurniture& furniture) {
  for (const std::string& paragraph : strip_site_furniture(result.article, furniture)) {
    const auto line =
        std::find_if(result.lines.begin(), result.lines.end(), [&](const ZonedLine& candidate) {
          return candidate.zone == Zone::Body && collapse_spaces(candidate.text) == paragraph;
        });
    if (line == result.lines.end()) continue;
    line->zone = Zone::Navigation;
    line->rule = "on many pages of the site";
  }
}

}  // namespace

SitePageQueue::SitePageQueue(std::function<void(CleanResult)> use)
    : use_(std::move(use)), evidence_(kEvidenceBytes) {}

void SitePageQueue::push(CleanResult result) {
  const bool is_page = !result.lines.empty();
  if (!is_page && waiting_.empty()) return use_(std::move(result));
  if (is_page) evidence_.add(site_page(result.article, sequence_++));
  bytes_ += bytes_of(result);
  waiting_.push_back(std::move(result));
  if (bytes_ > kMostBytes) finish();
}

void SitePageQueue::finish() {
  furniture_.add(evidence_.find());
  for (; !waiting_.empty(); waiting_.pop_front()) {
    CleanResult& result = waiting_.front();
    if (!result.lines.empty()) strip(result, furniture_);
    use_(std::move(result));
  }
  bytes_ = 0;
}

}  // namespace news
