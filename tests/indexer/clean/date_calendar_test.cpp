#include "indexer/clean/news_date.h"
#include "tests/catch.h"
#include "tests/indexer/clean/date_cases.h"

using namespace news;

TEST_CASE("Other calendars, digits and clocks come to the same instants", "[dates]") {
  const Case cases[] = {
      // 令和8年2月4日
      {"\u4ee4\u548c8\u5e742\u67084\u65e5", "2026-02-04", "", "ja", false, false},
      // 令和元年5月1日
      {"\u4ee4\u548c\u5143\u5e745\u67081\u65e5", "2019-05-01", "", "ja", false, false},
      // 平成31年4月30日
      {"\u5e73\u621031\u5e744\u670830\u65e5", "2019-04-30", "", "ja", false, false},
      // 昭和62年2月26日
      {"\u662d\u548c62\u5e742\u670826\u65e5", "1987-02-26", "", "ja", false, false},
      // 民國115年2月4日
      {"\u6c11\u570b115\u5e742\u67084\u65e5", "2026-02-04", "TW", "zh", false, false},
      // 民國七十六年二月四日
      {"\u6c11\u570b\u4e03\u5341\u516d\u5e74\u4e8c\u6708\u56db\u65e5", "1987-02-04", "TW", "zh",
       false, false},
      // 4 กุมภาพันธ์ 2569
      {"4 \u0e01\u0e38\u0e21\u0e20\u0e32\u0e1e\u0e31\u0e19\u0e18\u0e4c 2569", "2026-02-04", "TH",
       "th", false, false},
      // 4 ก.พ. 2569 15:40 น.
      {"4 \u0e01.\u0e1e. 2569 15:40 \u0e19.", "2026-02-04T08:40:00Z", "TH", "th", false, true},
      // ๔ กุมภาพันธ์ พ.ศ. ๒๕๖๙
      {"\u0e54 \u0e01\u0e38\u0e21\u0e20\u0e32\u0e1e\u0e31\u0e19\u0e18\u0e4c \u0e1e.\u0e28. "
       "\u0e52\u0e55\u0e56\u0e59",
       "2026-02-04", "TH", "th", false, false},
      // 04/02/2569
      {"04/02/2569", "2026-02-04", "TH", "th", false, false},
      // 15 بهمن 1404
      {"15 \u0628\u0647\u0645\u0646 1404", "2026-02-04", "IR", "fa", false, false},
      // ۱۵ بهمن ۱۴۰۴
      {"\u06f1\u06f5 \u0628\u0647\u0645\u0646 \u06f1\u06f4\u06f0\u06f4", "2026-02-04", "IR", "fa",
       false, false},
      // 1 فروردین 1403
      {"1 \u0641\u0631\u0648\u0631\u062f\u06cc\u0646 1403", "2024-03-20", "IR", "fa", false, false},
      // 30 اسفند 1403
      {"30 \u0627\u0633\u0641\u0646\u062f 1403", "2025-03-20", "IR", "fa", false, false},
      // 二〇二六年二月四日
      {"\u4e8c\u3007\u4e8c\u516d\u5e74\u4e8c\u6708\u56db\u65e5", "2026-02-04", "", "zh", false,
       false},
      // 二〇二五年十二月三十一日
      {"\u4e8c\u3007\u4e8c\u4e94\u5e74\u5341\u4e8c\u6708\u4e09\u5341\u4e00\u65e5", "2025-12-31", "",
       "zh", false, false},
      // ２０２６年２月４日　１５：４０
      {"\uff12\uff10\uff12\uff16\u5e74\uff12\u6708\uff14\u65e5\u3000\uff11\uff15\uff1a\uff14\uff10",
       "2026-02-04T06:40:00Z", "JP", "ja", false, true},
      // ２０２６／０２／０４
      {"\uff12\uff10\uff12\uff16\uff0f\uff10\uff12\uff0f\uff10\uff14", "2026-02-04", "", "ja",
       false, false},
      // ৪ ফেব্রুয়ারি ২০২৬
      {"\u09ea \u09ab\u09c7\u09ac\u09cd\u09b0\u09c1\u09af\u09bc\u09be\u09b0\u09bf "
       "\u09e8\u09e6\u09e8\u09ec",
       "2026-02-04", "BD", "bn", false, false},
      // ۴ فوریه ۲۰۲۶
      {"\u06f4 \u0641\u0648\u0631\u06cc\u0647 \u06f2\u06f0\u06f2\u06f6", "2026-02-04", "IR", "fa",
       false, false},
      // 2026年2月4日 下午3:40
      {"2026\u5e742\u67084\u65e5 \u4e0b\u53483:40", "2026-02-04T07:40:00Z", "CN", "zh", false,
       true},
      // 2026年2月4日午後3時40分
      {"2026\u5e742\u67084\u65e5\u5348\u5f8c3\u664240\u5206", "2026-02-04T06:40:00Z", "JP", "ja",
       false, true},
      // 2026年2月4日午前0時5分
      {"2026\u5e742\u67084\u65e5\u5348\u524d0\u66425\u5206", "2026-02-03T15:05:00Z", "JP", "ja",
       false, true},
      // 2026년 2월 4일 오후 3:40
      {"2026\ub144 2\uc6d4 4\uc77c \uc624\ud6c4 3:40", "2026-02-04T06:40:00Z", "KR", "ko", false,
       true},
      // 2026-02-04 오전 11:05
      {"2026-02-04 \uc624\uc804 11:05", "2026-02-04T02:05:00Z", "KR", "ko", false, true},
      // 2026年2月
      {"2026\u5e742\u6708", "2026-02", "", "zh", false, false},
      // 4 Φεβρουαρίου 2026
      {"4 \u03a6\u03b5\u03b2\u03c1\u03bf\u03c5\u03b1\u03c1\u03af\u03bf\u03c5 2026", "2026-02-04",
       "GR", "el", false, false},
      // 4 лютого 2026
      {"4 \u043b\u044e\u0442\u043e\u0433\u043e 2026", "2026-02-04", "UA", "uk", false, false},
      // 4 февруари 2026 г.
      {"4 \u0444\u0435\u0432\u0440\u0443\u0430\u0440\u0438 2026 \u0433.", "2026-02-04", "BG", "bg",
       false, false},
      // 4 בפברואר 2026
      {"4 \u05d1\u05e4\u05d1\u05e8\u05d5\u05d0\u05e8 2026", "2026-02-04", "IL", "he", false, false},
      // ngày 4 tháng 2 năm 2026
      {"ng\u00e0y 4 th\u00e1ng 2 n\u0103m 2026", "2026-02-04", "VN", "vi", false, false},
      // 4 tháng 2, 2026 15:40
      {"4 th\u00e1ng 2, 2026 15:40", "2026-02-04T08:40:00Z", "VN", "vi", false, true},
      // 4 Februari 2026 15:40 WIB
      {"4 Februari 2026 15:40 WIB", "2026-02-04T08:40:00Z", "ID", "id", false, true},
      // 2026. február 4.
      {"2026. febru\u00e1r 4.", "2026-02-04", "HU", "hu", false, false},
      // 4 februarie 2026
      {"4 februarie 2026", "2026-02-04", "RO", "ro", false, false},
      // 4. helmikuuta 2026
      {"4. helmikuuta 2026", "2026-02-04", "FI", "fi", false, false},
      // 4. února 2026
      {"4. \u00fanora 2026", "2026-02-04", "CZ", "cs", false, false},
      // 4 Pebrero 2026
      {"4 Pebrero 2026", "2026-02-04", "PH", "tl", false, false},
      // 4 فروری 2026
      {"4 \u0641\u0631\u0648\u0631\u06cc 2026", "2026-02-04", "PK", "ur", false, false},
      // 4 பிப்ரவரி 2026
      {"4 \u0baa\u0bbf\u0baa\u0bcd\u0bb0\u0bb5\u0bb0\u0bbf 2026", "2026-02-04", "", "ta", false,
       false},
      // 4 ఫిబ్రవరి 2026
      {"4 \u0c2b\u0c3f\u0c2c\u0c4d\u0c30\u0c35\u0c30\u0c3f 2026", "2026-02-04", "", "te", false,
       false},
      // 4 फेब्रुवारी 2026
      {"4 \u092b\u0947\u092c\u094d\u0930\u0941\u0935\u093e\u0930\u0940 2026", "2026-02-04", "",
       "mr", false, false},
      // 4 şubat 2026, 15:40
      {"4 \u015fubat 2026, 15:40", "2026-02-04T12:40:00Z", "TR", "tr", false, true},
      // 4 de feb. de 2026 3:40 p. m.
      {"4 de feb. de 2026 3:40 p. m.", "2026-02-04T20:40:00Z", "CO", "es", false, true},
      // 4 فبراير 2026 3:40 م
      {"4 \u0641\u0628\u0631\u0627\u064a\u0631 2026 3:40 \u0645", "2026-02-04T12:40:00Z", "SA",
       "ar", false, true},
  };
  check(std::begin(cases), std::end(cases));
}

TEST_CASE("Dates by the moon are a day or two more or less", "[dates]") {
  const Case cases[] = {
      // 15 رمضان 1445
      {"15 \u0631\u0645\u0636\u0627\u0646 1445", "2024-03-25", "SA", "ar", true, false},
      // ١٥ رمضان ١٤٤٥ هـ
      {"\u0661\u0665 \u0631\u0645\u0636\u0627\u0646 \u0661\u0664\u0664\u0665 \u0647\u0640",
       "2024-03-25", "SA", "ar", true, false},
      // 1 محرم 1400
      {"1 \u0645\u062d\u0631\u0645 1400", "1979-11-21", "SA", "ar", true, false},
      // 12 ربيع الأول 1447
      {"12 \u0631\u0628\u064a\u0639 \u0627\u0644\u0623\u0648\u0644 1447",
       "2025-09-05", "SA", "ar", true, false},
      // 10 ذو الحجة 1446 هـ
      {"10 \u0630\u0648 \u0627\u0644\u062d\u062c\u0629 1446 \u0647\u0640",
       "2025-06-07", "SA", "ar", true, false},
      // 15 Ramadan 1445
      {"15 Ramadan 1445", "2024-03-25", "SA", "ar", true, false},
      // Ramadan 15, 1445 AH
      {"Ramadan 15, 1445 AH", "2024-03-25", "SA", "ar", true, false},
      // 15 رمضان 1445 هـ الموافق 25 مارس 2024
      {"15 \u0631\u0645\u0636\u0627\u0646 1445 \u0647\u0640 "
       "\u0627\u0644\u0645\u0648\u0627\u0641\u0642 25 \u0645\u0627\u0631\u0633 2024",
       "2024-03-25", "SA", "ar", false, false},
      // 15 رمضان 2024
      {"15 \u0631\u0645\u0636\u0627\u0646 2024", "", "SA", "ar", false, false},
  };
  check(std::begin(cases), std::end(cases));
}

TEST_CASE("Zone names go by the country that says them", "[dates]") {
  const Case cases[] = {
      {"4 Feb 2026 15:40 IST", "2026-02-04T10:10:00Z", "IN", "en", false, true},
      {"4 Jul 2026 15:40 IST", "2026-07-04T14:40:00Z", "IE", "en", false, true},
      {"4 Feb 2026 15:40 IST", "2026-02-04T13:40:00Z", "IL", "en", false, true},
      {"4 Feb 2026 15:40 PST", "2026-02-04T23:40:00Z", "US", "en", false, true},
      {"4 Feb 2026 15:40 PST", "2026-02-04T07:40:00Z", "PH", "en", false, true},
      {"4 Feb 2026 15:40 AST", "2026-02-04T12:40:00Z", "SA", "en", false, true},
      {"4 Feb 2026 15:40 AST", "2026-02-04T19:40:00Z", "PR", "en", false, true},
      {"4 Feb 2026 15:40 MST", "2026-02-04T07:40:00Z", "MY", "en", false, true},
      {"4 Feb 2026 15:40 BST", "2026-02-04T09:40:00Z", "BD", "en", false, true},
      {"4 Feb 2026 15:40 CST", "2026-02-04T20:40:00Z", "CU", "en", false, true},
      {"4 Feb 2026 15:40 (UTC+8)", "2026-02-04T07:40:00Z", "", "en", false, true},
      {"4 Feb 2026 15:40 GMT-03:00", "2026-02-04T18:40:00Z", "", "en", false, true},
      {"4 Feb 1963 15:40 GMT", "1963-02-04T15:40:00Z", "", "en", false, true},
      {"4 Feb 1601", "1601-02-04", "", "en", false, true},
      {"4 Feb 1599", "", "", "en", false, true},
      {"4 Feb 2099", "", "", "en", false, true},
      {"29 Feb 2026", "", "", "en", false, true},
      {"29 Feb 2024", "2024-02-29", "", "en", false, true},
  };
  check(std::begin(cases), std::end(cases));
}

TEST_CASE("A relative time is counted from when it was seen, or is no date", "[dates]") {
  struct Relative {
    std::string_view text;
    std::string_view expected;
    bool doubtful;
    std::string_view country = {};
  };
  constexpr UnixSeconds kSeen = 1770366600;  // 2026-02-06T08:30:00Z
  const Relative cases[] = {
      {"5 minutes ago", "2026-02-06T08:25:00Z", false},
      {"2 hours ago", "2026-02-06", false},
      {"Updated 2 hours ago", "2026-02-06", false},
      {"an hour ago", "2026-02-06", false},
      {"8 hours ago", "2026-02-06", true},
      {"9 hours ago", "2026-02-05", false},
      // Noon had passed in India.
      {"9 hours ago", "2026-02-06", false, "IN"},
      {"yesterday", "2026-02-05", false},
      {"Yesterday", "2026-02-05", false},
      {"today", "2026-02-06", false},
      {"3 days ago", "2026-02-03", false},
      {"2 weeks ago", "2026-01-23", true},
      {"3 months ago", "2025-11", true},
      {"a year ago", "2025", true},
      {"vor 3 Stunden", "2026-02-06", false},
      {"gestern", "2026-02-05", false},
      {"vor 2 Tagen", "2026-02-04", false},
      {"il y a 3 heures", "2026-02-06", false},
      {"hace 2 d\u00edas", "2026-02-04", false},
      {"h\u00e1 3 horas", "2026-02-06", false},
      {"2 ore fa", "2026-02-06", false},
      {"3 dagen geleden", "2026-02-03", false},
      {"3 dni temu", "2026-02-03", false},
      {"2 saat \u00f6nce", "2026-02-06", false},
      {"2 jam yang lalu", "2026-02-06", false},
      // 2 часа назад, 3小时前, 2時間前, 3일 전, منذ 3 ساعات
      {"2 \u0447\u0430\u0441\u0430 \u043d\u0430\u0437\u0430\u0434", "2026-02-06", false},
      {"3\u5c0f\u65f6\u524d", "2026-02-06", false},
      {"2\u6642\u9593\u524d", "2026-02-06", false},
      {"3\uc77c \uc804", "2026-02-03", false},
      {"\u0645\u0646\u0630 3 \u0633\u0627\u0639\u0627\u062a", "2026-02-06", false},
      {"2 hours later", "", false},
      {"hours ago", "", false},
      {"1000 years ago", "", false},
      {"He said so 2 hours ago in a room", "", false},
  };
  for (const Relative& c : cases) {
    INFO(c.text);
    DateContext context;
    context.now = kNow;
    context.seen = kSeen;
    if (!c.country.empty()) context.evidence.push_back({std::string(c.country), "test"});
    const DateStamp stamp = parse_news_date(c.text, context, "row");
    INFO(stamp.from);
    CHECK(stamp.to_iso8601() == c.expected);
    CHECK(stamp.doubtful == c.doubtful);
    context.seen.reset();
    CHECK_FALSE(parse_news_date(c.text, context, "row").known());
  }
}

TEST_CASE("Address and time of fetching settle the order of a date", "[dates]") {
  DateContext context;
  context.now = kNow;
  context.address_day = CivilTime{2026, 4, 2, 0, 0, 0};
  CHECK(parse_news_date("04/02/2026", context, "").to_iso8601() == "2026-04-02");
  CHECK_FALSE(parse_news_date("04/02/2026", context, "").doubtful);
  context.address_day = CivilTime{2026, 2, 4, 0, 0, 0};
  CHECK(parse_news_date("04/02/2026", context, "").to_iso8601() == "2026-02-04");
  context.address_day.reset();
  // Fetched in March, so it can't be of April.
  context.seen = to_unix({2026, 3, 1, 0, 0, 0});
  CHECK(parse_news_date("02/04/2026", context, "").to_iso8601() == "2026-02-04");
  CHECK_FALSE(parse_news_date("02/04/2026", context, "").doubtful);
}
