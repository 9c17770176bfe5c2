#include "indexer/cli/rejects_log.h"

#include <cstdio>

#include "common/article/article_json.h"
#include "common/base/error.h"
#include "common/base/output.h"

namespace news {
namespace {

constexpr std::uint64_t kShown = 10;

}  // namespace

RejectsLog::RejectsLog(std::string program, const std::string& path)
    : program_(std::move(program)), path_(path) {
  if (path_.empty()) return;
  file_.open(path_);
  if (!file_) throw errno_error("can't create '" + path_ + "'");
}

void RejectsLog::add(const Rejection& rejection) {
  ++count_;
  if (count_ <= kShown) {
    print_notice(program_ + ": " + rejection_text(rejection));
  }
  if (path_.empty()) return;
  file_ << "{\"path\":" << json_quote(rejection.path)
        << ",\"record\":" << (rejection.record.empty() ? "null" : json_quote(rejection.record))
        << ",\"reason\":" << json_quote(rejection.reason) << "}\n";
}

void RejectsLog::finish() {
  if (count_ > kShown) {
    std::fprintf(stderr, "%s: %llu more rejected%s\n", program_.c_str(),
                 static_cast<unsigned long long>(count_ - kShown),
                 path_.empty() ? "; --rejects FILE lists them all" : "");
  }
  if (path_.empty()) return;
  file_.close();
  if (!file_) throw errno_error("can't write '" + path_ + "'");
}

}  // namespace news
