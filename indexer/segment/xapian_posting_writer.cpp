#include <xapian.h>

#include "common/base/error.h"
#include "indexer/segment/posting_list_writer.h"

namespace news {
namespace {

class XapianWriter : public PostingListWriter {
 public:
  XapianWriter(const std::filesystem::path& folder, std::size_t articles)
      : folder_(folder), articles_(articles) {}

  void add(std::string_view term, const std::vector<Posting>& postings) override {
    const auto number = static_cast<std::uint32_t>(terms_.size());
    terms_.emplace_back(term);
    for (const Posting& posting : postings) {
      if (posting.article == 0 || posting.article > articles_.size()) {
        throw Error(ErrorKind::Bug, "a posting names an article the segment does not have");
      }
      articles_[posting.article - 1].push_back({number, posting.wdf});
    }
  }

  void finish() override {
    try {
      Xapian::WritableDatabase database(
          folder_.string(), Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST | Xapian::DB_BACKEND_GLASS);
      // A transaction keeps Xapian from committing every 10,000 articles.
      database.begin_transaction();
      for (const std::vector<Occurrence>& article : articles_) {
        Xapian::Document document;
        for (const Occurrence& occurrence : article) {
          document.add_term(terms_[occurrence.term], occurrence.wdf);
        }
        database.add_document(document);
      }
      database.commit_transaction();
      database.close();
    } catch (const Xapian::Error& error) {
      throw Error(ErrorKind::Io,
                  "can't write postings '" + folder_.string() + "': " + error.get_msg());
    }
  }

 private:
  struct Occurrence {
    std::uint32_t term = 0;
    std::uint32_t wdf = 0;
  };

  std::filesystem::path folder_;
  std::vector<std::string> terms_;
  std::vector<std::vector<Occurrence>> articles_;
};

}  // namespace

std::unique_ptr<PostingListWriter> make_xapian_writer(const std::filesystem::path& folder,
                                                      const std::vector<std::uint32_t>& lengths) {
  return std::make_unique<XapianWriter>(folder, lengths.size());
}

}  // namespace news
