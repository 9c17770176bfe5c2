#include "indexer/clean/dateline.h"

#include <algorithm>

#include "indexer/clean/dateline_inner.h"
#include "tests/catch.h"

using namespace news;

namespace {

struct Case {
  std::string_view text;
  std::string_view place;
  std::string_view country;
  std::string_view agency;
  std::string_view rest;  ///< what the body keeps
};

void check(const Case& c, const std::optional<ReadDateline>& read) {
  INFO(c.text);
  REQUIRE(read.has_value());
  CHECK(read->dateline.place == c.place);
  CHECK(read->dateline.country == c.country);
  CHECK(read->dateline.agency == c.agency);
  CHECK(c.text.substr(read->length) == c.rest);
}

}  // namespace

TEST_CASE("Datelines of the wire services are taken off the story", "[dateline]") {
  const Case cases[] = {
      {"JERUSALEM, Feb 4 (Reuters) - Ships move.", "Jerusalem", "IL", "Reuters", "Ships move."},
      {"DETROIT (Reuters) - Ships move.", "Detroit", "US", "Reuters", "Ships move."},
      {"LIMA, Peru (AP) \u2014 Ships move.", "Lima", "PE", "AP", "Ships move."},
      {"SAN MATEO, Calif. (AP) \u2014 Ships move.", "San Mateo", "US", "AP", "Ships move."},
      {"Lima (AFP) - Ships move.", "Lima", "PE", "AFP", "Ships move."},
      {"PARIS, Feb 4, 2026 (AFP) - Ships move.", "Paris", "FR", "AFP", "Ships move."},
      {"Chicago [US], November 21 (ANI): Ships move.", "Chicago", "US", "ANI", "Ships move."},
      {"New Delhi [India], December 2 (ANI): Ships.", "New Delhi", "IN", "ANI", "Ships."},
      {"New Delhi [India], May 29: Ships move.", "New Delhi", "IN", "", "Ships move."},
      {"Mumbai [India], May 2 (ANI/GPRC): Ships.", "Mumbai", "IN", "ANI", "Ships."},
      {"Mumbai, Dec 9 (PTI) Ships move.", "Mumbai", "IN", "PTI", "Ships move."},
      {"Kolkata, Feb 4 (IANS) Ships move.", "Kolkata", "IN", "IANS", "Ships move."},
      {"BEIJING, Nov. 24 (Xinhua) -- Ships.", "Beijing", "CN", "Xinhua", "Ships."},
      {"LISBOA, 18 jun (Xinhua) -- Los barcos.", "Lisboa", "PT", "Xinhua", "Los barcos."},
      {"MOSCOW, October 4. /TASS/. Ships move.", "Moscow", "RU", "TASS", "Ships move."},
      {"Berlin (dpa) - Schiffe fahren.", "Berlin", "DE", "dpa", "Schiffe fahren."},
      {"Hamburg/Berlin (dpa/lno) \u2013 Schiffe.", "Hamburg", "DE", "dpa", "Schiffe."},
      {"NEW DELHI/LONDON, Feb 4 (Reuters) - Ships.", "New Delhi", "IN", "Reuters", "Ships."},
      {"KATHMANDU, Jan 12: Ships move.", "Kathmandu", "NP", "", "Ships move."},
      {"UNITED NATIONS, Feb 4 (Reuters) - Ships.", "United Nations", "", "Reuters", "Ships."},
      {"WASHINGTON \u2014 Ships move.", "Washington", "US", "", "Ships move."},
      {"NEW DELHI: Ships move.", "New Delhi", "IN", "", "Ships move."},
      {"Madrid, 4 feb (EFE).- Los barcos.", "Madrid", "ES", "EFE", "Los barcos."},
      {"(ANSA) - ROMA, 04 FEB - Le navi.", "Roma", "IT", "ANSA", "Le navi."},
      {"NAIROBI, Feb 4 (Lake Wire) - Ships move.", "Nairobi", "KE", "Lake Wire", "Ships move."},
      {"DUBLIN--(BUSINESS WIRE)--Ships move.", "Dublin", "IE", "Business Wire", "Ships move."},
      {"Paris, le 4 f\u00e9vrier 2026 (AFP) - Les bateaux.", "Paris", "FR", "AFP", "Les bateaux."},
      {"Roma, 4 feb. (askanews) \u2013 Le navi.", "Roma", "IT", "askanews", "Le navi."},
      {"Wien \u2013 Die Schiffe fahren.", "Wien", "AT", "", "Die Schiffe fahren."},
      {"RIO DE JANEIRO, Feb 26 - Ships.", "Rio de Janeiro", "BR", "", "Ships."},
      {"(Reuters) - A Tokyo-bound ship turned.", "", "", "Reuters", "A Tokyo-bound ship turned."},
      {"(Reuters) - Arizona Ports said ships move.", "", "", "Reuters",
       "Arizona Ports said ships move."},
      {"(CNN) Ships move.", "", "", "CNN", "Ships move."},
      {"Jan 31 (Reuters) - Gold rose.", "", "", "Reuters", "Gold rose."},
      {"Jan. 10 (Xinhua) -- Ships move.", "", "", "Xinhua", "Ships move."},
      {"Jan 3 (OPTA) - Results.", "", "", "Opta", "Results."},
      {"FORT WASHINGTON, Pa. (AP) _ Ships move.", "Fort Washington", "US", "AP", "Ships move."},
      {"OFER PRISON, West Bank (Reuters) - Ships.", "Ofer Prison", "PS", "Reuters", "Ships."},
      {"RAMALLAH, West Bank \u2014 Ships move.", "Ramallah", "PS", "", "Ships move."},
      {"SMALLPORT, Farland (AP) \u2014 Ships move.", "Smallport", "", "AP", "Ships move."},
      {"GLASGOW, Scotland, Feb. 01, 2018 (GLOBE NEWSWIRE) -- Ships.", "Glasgow", "GB",
       "GlobeNewswire", "Ships."},
      {"San Diego (tca/dpa) - Ships move.", "San Diego", "US", "dpa", "Ships move."},
      {"K\u00f8"
       "benhavn /ritzau/: Skibe sejler.",
       "K\u00f8"
       "benhavn",
       "DK", "Ritzau", "Skibe sejler."},
      {"(New York, NY - October 21) Ships move.", "New York", "US", "", "Ships move."},
      {"\u041c\u041e\u0421\u041a\u0412\u0410, 4 \u0444\u0435\u0432 \u2014 \u0420\u0418\u0410 "
       "\u041d\u043e\u0432\u043e\u0441\u0442\u0438. \u041a\u043e\u0440\u0430\u0431\u043b\u0438 "
       "\u0438\u0434\u0443\u0442.",
       "\u041c\u043e\u0441\u043a\u0432\u0430", "RU", "RIA Novosti",
       "\u041a\u043e\u0440\u0430\u0431\u043b\u0438 \u0438\u0434\u0443\u0442."},
      {"\u041c\u041e\u0421\u041a\u0412\u0410, 4 \u0444\u0435\u0432\u0440\u0430\u043b\u044f. "
       "/\u0422\u0410\u0421\u0421/. \u041a\u043e\u0440\u0430\u0431\u043b\u0438.",
       "\u041c\u043e\u0441\u043a\u0432\u0430", "RU", "TASS",
       "\u041a\u043e\u0440\u0430\u0431\u043b\u0438."},
      {"\u0627\u0644\u0642\u0627\u0647\u0631\u0629 (\u0631\u0648\u064a\u062a\u0631\u0632) - "
       "\u0627\u0644\u0633\u0641\u0646.",
       "\u0627\u0644\u0642\u0627\u0647\u0631\u0629", "EG", "Reuters",
       "\u0627\u0644\u0633\u0641\u0646."},
      {"\u0928\u0908 \u0926\u093f\u0932\u094d\u0932\u0940, 4 \u092b\u0930\u0935\u0930\u0940 "
       "(\u092d\u093e\u0937\u093e) \u091c\u0939\u093e\u091c\u0964",
       "\u0928\u0908 \u0926\u093f\u0932\u094d\u0932\u0940", "IN", "PTI",
       "\u091c\u0939\u093e\u091c\u0964"},
  };
  for (const Case& c : cases) check(c, read_dateline(c.text));
}

TEST_CASE("Datelines of Chinese, Japanese and Korean papers are taken off", "[dateline]") {
  const Case cases[] = {
      // 新华社北京2月4日电（记者 张三）船走了。
      {"\u65b0\u534e\u793e\u5317\u4eac"
       "2\u6708"
       "4\u65e5\u7535\uff08\u8bb0\u8005 \u5f20\u4e09\uff09\u8239\u8d70\u4e86\u3002",
       "\u5317\u4eac", "CN", "Xinhua", "\u8239\u8d70\u4e86\u3002"},
      // 新華社東京二月四日電 船走了。
      {"\u65b0\u83ef\u793e\u6771\u4eac\u4e8c\u6708\u56db\u65e5\u96fb \u8239\u8d70\u4e86\u3002",
       "\u6771\u4eac", "JP", "Xinhua", "\u8239\u8d70\u4e86\u3002"},
      // 中新社上海2月4日电 船走了。
      {"\u4e2d\u65b0\u793e\u4e0a\u6d77"
       "2\u6708"
       "4\u65e5\u7535 \u8239\u8d70\u4e86\u3002",
       "\u4e0a\u6d77", "CN", "China News Service", "\u8239\u8d70\u4e86\u3002"},
      // 中新网2月4日电 船走了。
      {"\u4e2d\u65b0\u7f51"
       "2\u6708"
       "4\u65e5\u7535 \u8239\u8d70\u4e86\u3002",
       "", "", "China News Service", "\u8239\u8d70\u4e86\u3002"},
      // 法新社巴黎4日电：船走了。
      {"\u6cd5\u65b0\u793e\u5df4\u9ece"
       "4\u65e5\u7535\uff1a\u8239\u8d70\u4e86\u3002",
       "\u5df4\u9ece", "FR", "AFP", "\u8239\u8d70\u4e86\u3002"},
      // （中央社記者王小明台北4日電）船走了。
      {"\uff08\u4e2d\u592e\u793e\u8a18\u8005\u738b\u5c0f\u660e\u53f0\u5317"
       "4\u65e5\u96fb\uff09\u8239\u8d70\u4e86\u3002",
       "\u53f0\u5317", "TW", "CNA", "\u8239\u8d70\u4e86\u3002"},
      // 本报北京2月4日电（记者李四）船走了。
      {"\u672c\u62a5\u5317\u4eac"
       "2\u6708"
       "4\u65e5\u7535\uff08\u8bb0\u8005\u674e\u56db\uff09\u8239\u8d70\u4e86\u3002",
       "\u5317\u4eac", "CN", "", "\u8239\u8d70\u4e86\u3002"},
      // 本报讯（记者 李四）船走了。
      {"\u672c\u62a5\u8baf\uff08\u8bb0\u8005 \u674e\u56db\uff09\u8239\u8d70\u4e86\u3002", "", "",
       "", "\u8239\u8d70\u4e86\u3002"},
      // 央视网消息（新闻联播）：船走了。
      {"\u592e\u89c6\u7f51\u6d88\u606f\uff08\u65b0\u95fb\u8054\u64ad\uff09\uff1a\u8239\u8d70\u4e86"
       "\u3002",
       "", "", "CCTV", "\u8239\u8d70\u4e86\u3002"},
      // [東京 4日 ロイター] - 船が出た。
      {"[\u6771\u4eac 4\u65e5 \u30ed\u30a4\u30bf\u30fc] - \u8239\u304c\u51fa\u305f\u3002",
       "\u6771\u4eac", "JP", "Reuters", "\u8239\u304c\u51fa\u305f\u3002"},
      // （東京 ４日 ロイター）船が出た。
      {"\uff08\u6771\u4eac \uff14\u65e5 "
       "\u30ed\u30a4\u30bf\u30fc\uff09\u8239\u304c\u51fa\u305f\u3002",
       "\u6771\u4eac", "JP", "Reuters", "\u8239\u304c\u51fa\u305f\u3002"},
      // 【北京＝共同】船が出た。
      {"\u3010\u5317\u4eac\uff1d\u5171\u540c\u3011\u8239\u304c\u51fa\u305f\u3002", "\u5317\u4eac",
       "CN", "Kyodo", "\u8239\u304c\u51fa\u305f\u3002"},
      // 【ニューヨーク時事】船が出た。
      {"\u3010\u30cb\u30e5\u30fc\u30e8\u30fc\u30af\u6642\u4e8b\u3011\u8239\u304c\u51fa\u305f\u3002",
       "\u30cb\u30e5\u30fc\u30e8\u30fc\u30af", "US", "Jiji", "\u8239\u304c\u51fa\u305f\u3002"},
      // 【2月4日 AFP】船が出た。
      {"\u3010"
       "2\u6708"
       "4\u65e5 AFP\u3011\u8239\u304c\u51fa\u305f\u3002",
       "", "", "AFP", "\u8239\u304c\u51fa\u305f\u3002"},
      // (서울=연합뉴스) 홍길동 기자 = 배가 떠났다.
      {"(\uc11c\uc6b8=\uc5f0\ud569\ub274\uc2a4) \ud64d\uae38\ub3d9 \uae30\uc790 = \ubc30\uac00 "
       "\ub5a0\ub0ac\ub2e4.",
       "\uc11c\uc6b8", "KR", "Yonhap", "\ubc30\uac00 \ub5a0\ub0ac\ub2e4."},
      // [서울=뉴시스] 배가 떠났다.
      {"[\uc11c\uc6b8=\ub274\uc2dc\uc2a4] \ubc30\uac00 \ub5a0\ub0ac\ub2e4.", "\uc11c\uc6b8", "KR",
       "Newsis", "\ubc30\uac00 \ub5a0\ub0ac\ub2e4."},
  };
  for (const Case& c : cases) check(c, read_dateline(c.text));
  for (const std::string_view text :
       {"\u65b0\u534e\u793e\u8bb0\u8005\u8bf4\u8239\u8d70\u4e86\u3002",
        "\u7535\u5f71\u5f88\u597d\u770b\u3002", "\uff08\u7b11\uff09\u8239\u8d70\u4e86\u3002",
        "\u3010\u901f\u5831\u3011\u8239\u304c\u51fa\u305f\u3002",
        "\u5317\u4eac\u5f88\u5927\u3002"}) {
    INFO(text);
    CHECK_FALSE(read_dateline(text).has_value());
  }
}

TEST_CASE("Marked datelines of 1987 are understood", "[dateline]") {
  const Case cases[] = {
      {"    SALVADOR, Feb 26 - ", "Salvador", "BR", "", ""},
      {"    NEW YORK, march 2 - ", "New York", "US", "", ""},
      {"    MONTREAL, Feb 26-", "Montreal", "CA", "", ""},
      {"    SAN MATEO, Calif., March 8 - ", "San Mateo", "US", "", ""},
      {"    VANCOUVER, British Columbia, Feb 26 -", "Vancouver", "CA", "", ""},
      {"    WOLFSBURG, West Germany, April 3 - ", "Wolfsburg", "DE", "", ""},
      {"    Toronto, Feb 26 -", "Toronto", "CA", "", ""},
      {"    WASHINGTON, D.C., April 1 -", "Washington", "US", "", ""},
      {"     Caracas, feb 26 - ", "Caracas", "VE", "", ""},
      {"    NEW YORK, FEb 26 - ", "New York", "US", "", ""},
      {"    RIO DE JANEIRO, Feb 26 - Brazil's \"Cruzado\" anti- ", "Rio de Janeiro", "BR", "",
       "Brazil's \"Cruzado\" anti- "},
      {"LIMA 1996-08-20", "Lima", "PE", "", ""},
      {"LIMA, Peru (AP) ", "Lima", "PE", "AP", ""},
      {"LIMA, Feb. 3", "Lima", "PE", "", ""},
      {"    omaha, april 7 - ", "omaha", "US", "", ""},
      {"    New york, March 2 - ", "New york", "US", "", ""},
      {"c    LONDON, April 9 - ", "London", "GB", "", ""},
      {"    FARMINGTON Conn., March 9 - ", "Farmington", "US", "", ""},
      {"    GEORGETOWN, Grand Cayman, British West Indies, March 25 -\n", "Georgetown", "GY", "",
       ""},
      {"    NEWPORT BEACH, Claif., April 7 - ", "Newport Beach", "US", "", ""},
      {"EXAMPLE TEST - ROMA, 01 LUG -", "Roma", "IT", "", ""},
  };
  for (const Case& c : cases) check(c, read_marked_dateline(c.text));
  for (const std::string_view text :
       {" MAR8  --     --", "    Bids only -\n ", " us        7.8015 - ", " APRIL 7  - ",
        " Copper Grade A - "}) {
    INFO(text);
    CHECK_FALSE(read_marked_dateline(text).has_value());
  }
}

TEST_CASE("A place that several countries have keeps the others", "[dateline]") {
  const auto read = read_dateline("HAMILTON, Feb 4 (Reuters) - Ships move.");
  REQUIRE(read);
  CHECK(read->dateline.country == "BM");
  const auto& others = read->dateline.other_countries;
  CHECK(std::count(others.begin(), others.end(), "CA") == 1);
  CHECK(std::count(others.begin(), others.end(), "BM") == 0);
  const auto told = read_dateline("HAMILTON, Ontario, Feb 4 (Reuters) - Ships move.");
  REQUIRE(told);
  CHECK(told->dateline.country == "CA");
  CHECK(told->dateline.other_countries.empty());
}

TEST_CASE("A dateline behind a summary is found", "[dateline]") {
  const std::string_view text = "Hafen wieder offen. Wien \u2013 Die Schiffe fahren.";
  const auto inner = find_inner_dateline(text);
  REQUIRE(inner);
  CHECK(text.substr(0, inner->begin) == "Hafen wieder offen. ");
  CHECK(inner->read.dateline.place == "Wien");
  CHECK(text.substr(inner->begin + inner->read.length) == "Die Schiffe fahren.");
  CHECK_FALSE(find_inner_dateline("Hafen offen. Die Schiffe - alle - fahren. Wien ist froh."));
}

TEST_CASE("A story that just starts keeps all its words", "[dateline]") {
  for (const std::string_view text :
       {"The minister said - and he meant it - that ships move.",
        "Washington said on Monday that ships move.",
        "On Monday, Feb 4 - a cold day - ships moved.", "BREAKING - Ships move.",
        "London: a city of ships.", "Paris - so they say - is lovely.", "Ships, May 4: a list.",
        "U.S. President Roe said.", "IBM - the maker of machines - said.",
        "Mr. Roe (62) - a sailor - said.", "WASHINGTON", "In March (AP) ships moved."}) {
    INFO(text);
    CHECK_FALSE(read_dateline(text).has_value());
  }
}

TEST_CASE("An unknown outlet between date and dash is part of the dateline", "[clean]") {
  const auto read =
      read_dateline("SEOUL, Jan 22 (Han River Times) - Advertisers must mark pictures.");
  REQUIRE(read);
  CHECK(read->dateline.place == "Seoul");
  CHECK(read->dateline.agency == "Han River Times");
  CHECK_FALSE(read_dateline("SEOUL, Jan 22 (the second of two) was a day of rest."));
}
