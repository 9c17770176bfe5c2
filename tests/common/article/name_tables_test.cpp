#include "common/article/name_folding.h"
#include "common/base/name_table.h"
#include "common/base/text.h"
#include "tests/catch.h"

using namespace news;

namespace {

struct Table {
  std::string_view name;
  std::string_view text;
};

const Table kTables[] = {
    {"cities",
#include "common/article/cities.inc"
    },
    {"towns",
#include "common/article/towns.inc"
    },
    {"newsroom places",
#include "common/article/newsroom_places.inc"
    },
    {"regions",
#include "common/article/regions.inc"
    },
    {"country names",
#include "common/article/country_names.inc"
    },
    {"country aliases",
#include "common/article/country_aliases.inc"
    },
    {"months",
#include "indexer/clean/month_names.inc"
    },
};

}  // namespace

TEST_CASE("Tables of names are in order, and folded as names are looked up", "[places]") {
  for (const Table& table : kTables) {
    INFO(table.name);
    CHECK(NameTable(table.text).is_ordered());
    for (const std::string_view line : split(table.text, '\n')) {
      const std::string_view name = line.substr(0, line.find('='));
      if (fold_name(name) == name) continue;
      INFO(name);
      CHECK(fold_name(name) == name);
    }
  }
}
