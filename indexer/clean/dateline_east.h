#pragma once

#include <optional>
#include <string_view>

#include "indexer/clean/dateline.h"

namespace news {

/// Reads the datelines of Chinese, Japanese and Korean papers, which have neither capitals nor
/// blanks: 新华社北京2月4日电（记者 张三）, 本报讯, （中央社台北4日電）, [東京 4日 ロイター] -,
/// 【北京＝共同】, (서울=연합뉴스) 홍길동 기자 =. Nothing when the story just starts.
std::optional<ReadDateline> read_east_dateline(std::string_view text);

}  // namespace news
