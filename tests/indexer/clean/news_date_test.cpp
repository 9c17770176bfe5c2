#include "indexer/clean/news_date.h"

#include "tests/catch.h"
#include "tests/indexer/clean/date_cases.h"

using namespace news;

TEST_CASE("Numeric dates are read in the order that the evidence gives", "[dates]") {
  const Case cases[] = {
      {"04-02-2026 15:40 IST", "2026-02-04T10:10:00Z", "IN", "en", false, true},
      {"04-02-2026 15:40 IST", "2026-02-04T14:40:00Z", "IE", "en", false, true},
      {"04-02-2026 15:40 IST", "2026-02-04T13:40:00Z", "IL", "en", false, true},
      {"04-02-2026 15:40 IST", "2026-02-04T10:10:00Z", "", "en", true, true},
      {"13-02-2026", "2026-02-13", "", "en", false, false},
      {"02-13-2026", "2026-02-13", "", "en", false, false},
      {"02/13/2026", "2026-02-13", "IN", "en", false, false},
      {"04/02/2026", "2026-02-04", "GB", "en", false, false},
      {"04/02/2026", "2026-04-02", "US", "en", false, false},
      {"04/02/2026", "2026-04-02", "PH", "en", false, false},
      {"04/02/2026", "2026-02-04", "", "en", true, false},
      {"04/02/2026", "2026-02-04", "CA", "en", true, false},
      {"04/02/2026", "2026-02-04", "CA", "fr", false, false},
      {"04/02/2026", "2026-04-02", "", "en", false, false, "mdy"},
      {"04/02/2026", "2026-02-04", "US", "en", false, false, "dmy"},
      {"04/02/2026", "2026-02-04", "", "es", false, false},
      {"04/04/2026", "2026-04-04", "", "en", false, false},
      {"04.02.2026", "2026-02-04", "", "", false, false},
      {"4.2.26", "2026-02-04", "", "", false, false},
      {"28. 04. 2023", "2023-04-28", "", "", false, false},
      {"25.4.24", "2024-04-25", "", "", false, false},
      {"15.10.24 23:35", "2024-10-15T21:35:00Z", "NO", "no", false, true},
      {"2/3/99", "1999-03-02", "GB", "en", false, false},
      {"12/02/2026", "2026-02-12", "", "en", true, false},
      {"02/12/2027", "2027-12-02", "", "en", true, false},
      // The other reading would lie in the future.
      {"01/02/2027", "2027-01-02", "", "en", false, false},
      {"3/4/2025 3:45 PM ET", "2025-03-04T20:45:00Z", "US", "en", false, false},
      {"3/10/2025 3:45 PM ET", "2025-03-10T19:45:00Z", "US", "en", false, false},
      {"3/4/2025 3:45 PM EST", "2025-03-04T20:45:00Z", "", "en", false, false},
      {"30/04/2024 - 16:38", "2024-04-30T14:38:00Z", "FR", "fr", false, true},
      {"02/02/2025 KL. 09:00", "2025-02-02T08:00:00Z", "DK", "da", false, true},
      {"20/1/2026 18:30", "2026-01-20T11:30:00Z", "ID", "id", false, true},
      {"31/02/2026", "", "", "", false, false},
      {"45/45/2026", "", "", "", false, false},
  };
  check(std::begin(cases), std::end(cases));
}

TEST_CASE("Month names of many languages are understood", "[dates]") {
  const Case cases[] = {
      {"4 February 2026", "2026-02-04", "", "", false, false},
      {"February 4, 2026", "2026-02-04", "", "", false, false},
      {"Feb. 4, 2026", "2026-02-04", "", "", false, false},
      {"Sept. 3, 2024", "2024-09-03", "", "", false, false},
      {"4th of February 2026", "2026-02-04", "", "", false, false},
      {"Saturday, Apr 27th 2024", "2024-04-27", "", "", false, false},
      {"04-Feb-2026", "2026-02-04", "", "", false, false},
      {"2026-Feb-04", "2026-02-04", "", "", false, false},
      {"January 11, 2010 Monday", "2010-01-11", "", "", false, false},
      {"February 2026", "2026-02", "", "", false, false},
      {"28. April 2023, 19:50 Uhr", "2023-04-28T17:50:00Z", "DE", "de", false, true},
      {"6. November 2025, 12:26", "2025-11-06T11:26:00Z", "CH", "de", false, true},
      {"05. M\u00e4rz 2025", "2025-03-05", "", "de", false, false},
      {"1. J\u00e4nner 2026", "2026-01-01", "AT", "de", false, false},
      {"04FEB2026 1205 GMT", "2026-02-04T12:05:00Z", "", "en", false, true},
      {"4 July 2025, 1505 hrs BST", "2025-07-04T14:05:00Z", "GB", "en", false, true},
      {"4 February 2026, 12 noon GMT", "2026-02-04T12:00:00Z", "", "en", false, true},
      {"4 February 2026, 1205 words", "2026-02-04", "", "en", false, false},
      {"4 February 2026, 2575 GMT", "2026-02-04", "", "en", false, false},
      {"4. Feber 2026, 17.05 Uhr", "2026-02-04T16:05:00Z", "AT", "de", false, true},
      {"4 f\u00e9vrier 2026 \u00e0 16h38", "2026-02-04T15:38:00Z", "FR", "fr", false, true},
      {"1er ao\u00fbt 2025", "2025-08-01", "", "fr", false, false},
      {"4 de febrero de 2026", "2026-02-04", "", "es", false, false},
      {"4 de fevereiro de 2026", "2026-02-04", "", "pt", false, false},
      {"4 febbraio 2026 ore 15.40", "2026-02-04T14:40:00Z", "IT", "it", false, true},
      {"4 Febbraio 2025 - 14:41", "2025-02-04T13:41:00Z", "IT", "it", false, true},
      {"4 februari 2026", "2026-02-04", "", "nl", false, false},
      {"4 mei 2026", "2026-05-04", "", "nl", false, false},
      {"4 \u0444\u0435\u0432\u0440\u0430\u043b\u044f 2026, 15:40", "2026-02-04T12:40:00Z", "RU",
       "ru", false, true},
      {"4 \u0641\u0628\u0631\u0627\u064a\u0631 2026", "2026-02-04", "", "ar", false, false},
      {"\u0664 \u0641\u0628\u0631\u0627\u064a\u0631 \u0662\u0660\u0662\u0666", "2026-02-04", "",
       "ar", false, false},
      {"4 \u0641\u0628\u0631\u0627\u064a\u0631/\u0634\u0628\u0627\u0637 2026", "2026-02-04", "",
       "ar", false, false},
      {"4 \u092b\u0930\u0935\u0930\u0940 2026", "2026-02-04", "", "hi", false, false},
      {"2026\u5e742\u67084\u65e5", "2026-02-04", "", "zh", false, false},
      {"2025\u5e741\u670813\u65e5 20\u664201\u5206", "2025-01-13T11:01:00Z", "JP", "ja", false,
       true},
      {"2026\ub144 2\uc6d4 4\uc77c", "2026-02-04", "", "ko", false, false},
      {"2025. 5. 15. 20:00", "2025-05-15T11:00:00Z", "KR", "ko", false, true},
      {"4 \u015eubat 2026", "2026-02-04", "", "tr", false, false},
      {"4 lutego 2026", "2026-02-04", "", "pl", false, false},
      {"4 desember 2025", "2025-12-04", "", "no", false, false},
  };
  check(std::begin(cases), std::end(cases));
}

TEST_CASE("Clocks and zones are read as they stand", "[dates]") {
  const Case cases[] = {
      {"Feb 4, 2026 3:45 p.m. EST", "2026-02-04T20:45:00Z", "", "", false, false},
      {"Feb 4, 2026 12:05 a.m. EST", "2026-02-04T05:05:00Z", "", "", false, false},
      {"Feb 4, 2026, 12 pm GMT", "2026-02-04T12:00:00Z", "", "", false, false},
      {"July 4, 2025 10:00 AM EDT", "2025-07-04T14:00:00Z", "", "", false, false},
      {"July 4, 2025 10:00 AM ET", "2025-07-04T14:00:00Z", "", "", false, false},
      {"Jan 4, 2025 10:00 AM PT", "2025-01-04T18:00:00Z", "", "", false, false},
      {"17:41 JST, October 13, 2024", "2024-10-13T08:41:00Z", "", "", false, false},
      {"22:04, 22 Apr 2024", "2024-04-22T21:04:00Z", "GB", "en", false, true},
      {"22 Apr 2024 22:04 BST", "2024-04-22T21:04:00Z", "", "", true, false},
      {"22 Apr 2024 22:04 BST", "2024-04-22T21:04:00Z", "GB", "", false, false},
      {"22 Apr 2024 22:04 BST", "2024-04-22T16:04:00Z", "BD", "", false, false},
      {"3 Jul 2024 18:24 CEST", "2024-07-03T16:24:00Z", "", "", false, false},
      {"3. Januar 2024 18:24 MEZ", "2024-01-03T17:24:00Z", "", "", false, false},
      {"3 Jul 2024 18:24 MSK", "2024-07-03T15:24:00Z", "", "", false, false},
      {"3 Jul 2024 18:24 CST", "2024-07-03T10:24:00Z", "CN", "", false, false},
      {"3 Jul 2024 18:24 CST", "2024-07-04T00:24:00Z", "US", "", false, false},
      {"3 Jul 2024 18:24 CST", "2024-07-04T00:24:00Z", "", "", true, false},
      {"April 25, 20232:26 PM GMT+2Last Updated 9 min ago", "2023-04-25T12:26:00Z", "", "", false,
       true},
      {"March 7, 20247:55 AM UTCUpdated ago", "2024-03-07T07:55:00Z", "", "", false, true},
      {"by Jane TimesNovember 21, 202501747", "2025-11-21", "", "", false, true},
      {"November 10, 2025 at 06:21 pm", "2025-11-10T16:21:00Z", "ZA", "en", false, true},
      {"November 10, 2025 at 06:21 pm", "2025-11-10T18:21:00Z", "", "en", false, true},
      {"28.04.2023 16:11 Uhr", "2023-04-28T14:11:00Z", "DE", "de", false, true},
      {"28.04.2023 15.40 Uhr", "2023-04-28T13:40:00Z", "DE", "de", false, true},
      {"28.04.2023 15.40 Uhr", "2023-04-28T15:40:00Z", "DE", "de", false, false},
      {"28.04.2023 15:40", "2023-04-28T10:10:00Z", "", "de", false, false, "auto", "+05:30"},
      {"28.04.2023 15:40", "2023-04-28T10:10:00Z", "IN", "", false, false, "auto", "IST"},
      {"2025/1/21 20:50", "2025-01-21T11:50:00Z", "JP", "ja", false, true},
      {"03 November 2025 10:00 +0530", "2025-11-03T04:30:00Z", "", "", false, false},
  };
  check(std::begin(cases), std::end(cases));
}

TEST_CASE("Dates that computers wrote are read to the letter", "[dates]") {
  const Case cases[] = {
      {"2026-02-04", "2026-02-04", "", "", false, false},
      {"2026-02-04T15:40:00+05:30", "2026-02-04T10:10:00Z", "", "", false, false},
      {"2026-02-04T10:10:00.000Z", "2026-02-04T10:10:00Z", "", "", false, false},
      {"2024-05-03 15:47:42.389000+00:00", "2024-05-03T15:47:42Z", "", "", false, false},
      {"2026-02-04 15:40:00", "2026-02-04T15:40:00Z", "IN", "en", false, false},
      {"2026-02-04 00:00:00", "2026-02-04", "", "", false, false},
      {"2026-02-04T00:00:00Z", "2026-02-04T00:00:00Z", "", "", false, false},
      {"20260204", "2026-02-04", "", "", false, false},
      {"20260204T101500Z", "2026-02-04T10:15:00Z", "", "", false, false},
      {"20060204T000000", "2006-02-04", "", "", false, false},
      {"20260204154000", "2026-02-04T15:40:00Z", "", "", false, false},
      {"202602041540", "2026-02-04T15:40:00Z", "", "", false, false},
      {"1770199800000", "2026-02-04T10:10:00Z", "", "", false, false},
      {"1770199800", "2026-02-04T10:10:00Z", "", "", false, false},
      {"Wed, 04 Feb 2026 10:10:00 GMT", "2026-02-04T10:10:00Z", "", "", false, false},
      {"Wed, 04 Feb 2026 15:40:00 +0530", "2026-02-04T10:10:00Z", "", "", false, false},
      {"Wed, 4 Feb 26 10:10:00 GMT", "2026-02-04T10:10:00Z", "", "", false, false},
      {"Wed Feb 04 10:10:00 +0000 2026", "2026-02-04T10:10:00Z", "", "", false, false},
      {"Wed Feb  4 10:10:00 2026", "2026-02-04T10:10:00Z", "", "", false, false},
      {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01Z", "", "", false, false},
      {" 3-MAR-1987  09:15:05.40", "1987-03-03T09:15:05Z", "", "", false, false},
      {"27-MAR-1987 00:02:59.13\x05\x05\x05RM", "1987-03-27T00:02:59Z", "", "", false, false},
      {"31-MAR-1987 605:12:19.12", "1987-03-31", "", "", false, false},
      {" 9-APR-1987 00:00:00.00    # date added by guesswork", "1987-04-09", "", "", false, false},
      {"4-FEB-1987 10:10:00.00", "1987-02-04T10:10:00Z", "", "", false, false},
      {"2026", "2026", "", "", false, false},
      {"2026-02", "2026-02", "", "", false, false},
  };
  check(std::begin(cases), std::end(cases));
}

TEST_CASE("What is no date of a news article is refused", "[dates]") {
  const Case cases[] = {
      {"None", "", "", "", false, false},
      {"null", "", "", "", false, false},
      {"", "", "", "", false, false},
      {"yesterday", "", "", "", false, false},
      {"12 May 1588", "", "", "", false, false},
      {"12 May 2029", "", "", "", false, false},
      {"2039-01-01", "", "", "", false, false},
      {"0001-01-01", "", "", "", false, false},
      {"2026-02-30", "", "", "", false, false},
      {"version 1.2.3.4", "", "", "", false, false},
      {"tel. 030 1234567", "", "", "", false, false},
      {"9999999999999", "", "", "", false, false},
      {"Feb 30, 2026", "", "", "", false, false},
      {"May the force", "", "", "", false, false},
  };
  check(std::begin(cases), std::end(cases));
}

TEST_CASE("The provenance of a date names order and zone", "[dates]") {
  const auto from = [](const Case& c) { return read(c).from; };
  CHECK(from({"04-02-2026 15:40 IST", "", "IN", "en", false, true}) ==
        "field dmy by IN, test zone:IST=+05:30 by IN, test");
  CHECK(from({"2026-02-04 15:40:00", "", "", "", false, false}) ==
        "field iso zone:none, UTC assumed");
  CHECK(from({"13/02/2026", "", "", "", false, false}) == "field dmy");
  CHECK(from({"04.02.2026", "", "", "", false, false}) == "field dmy by points");
}

TEST_CASE("The order of dates is learned from a day over twelve", "[dates]") {
  CHECK(learn_date_order({"Updated 14/02/2026", "Created 04/02/2026"}) == "dmy");
  CHECK(learn_date_order({"02/14/2026", "02/04/2026"}) == "mdy");
  CHECK(learn_date_order({"02/04/2026"}).empty());
  CHECK(learn_date_order({"02/14/2026", "14/02/2026"}).empty());
}
