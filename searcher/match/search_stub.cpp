#include "searcher/match/search.h"

namespace news {

class Searcher::Impl {
 public:
  explicit Impl(const std::filesystem::path& path) : path_(path.string()) {}
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Searcher::Searcher(const std::filesystem::path& index_path)
    : impl_(std::make_unique<Impl>(index_path)) {}
Searcher::Searcher(Searcher&& other) noexcept = default;
Searcher& Searcher::operator=(Searcher&& other) noexcept = default;
Searcher::~Searcher() = default;

Answer Searcher::search(const SearchRequest& request) {
  Answer answer;
  answer.index_path = impl_->path();
  answer.counted_only = request.count_only;
  return answer;
}

std::optional<Article> Searcher::find_article(std::string_view) { return std::nullopt; }

}  // namespace news
