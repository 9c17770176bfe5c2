#include "common/analysis/light_stemmer.h"

#include "common/analysis/word_forms.h"
#include "tests/catch.h"

using namespace news;

namespace {

/// True when a word and all its forms have one stem.
bool are_one(const char* language, std::initializer_list<const char*> forms) {
  const Stemmer stemmer(language);
  const std::string stem = stemmer.stem(spelling_of(*forms.begin()));
  for (const char* form : forms) {
    INFO(form << ": " << stemmer.stem(spelling_of(form)) << ", not " << stem);
    CHECK(stemmer.stem(spelling_of(form)) == stem);
  }
  return !stem.empty();
}

bool are_two(const char* language, const char* a, const char* b) {
  const Stemmer stemmer(language);
  return stemmer.stem(spelling_of(a)) != stemmer.stem(spelling_of(b));
}

}  // namespace

TEST_CASE("Arabic words lose article, conjunction, pronoun and ending", "[light_stemmer]") {
  CHECK(are_one("ar", {"وزير", "الوزير", "والوزير", "للوزير", "وزيرة", "وزيرًا", "وَزِير"}));
  CHECK(are_one("ar", {"وزارة", "الوزارة", "وزارات", "بالوزارة", "وزارته"}));
  CHECK(are_one("ar", {"كتاب", "الكتاب", "وكتاب", "فالكتاب", "كتابها", "كتابهم"}));
  CHECK(are_one("ar", {"حكومة", "الحكومات", "حكومته", "الحكومي", "حكومية"}));
  CHECK(are_one("ar", {"إلغاء", "الإلغاء", "والإلغاء"}));
  CHECK(are_one("ar", {"فلسطين", "الفلسطيني", "فلسطينية", "الفلسطينيين"}));
  CHECK(are_one("ar", {"ولاية", "الولايات", "ولايته"}));
  CHECK(are_two("ar", "ولاية", "ولا"));
  CHECK(are_two("ar", "لبنان", "لبن"));
  CHECK(are_two("ar", "الله", "له"));
}

TEST_CASE("Hebrew words lose what is written together with them", "[light_stemmer]") {
  CHECK(are_one("he", {"ממשלה", "הממשלה", "בממשלה", "והממשלה", "שהממשלה", "ממשלות"}));
  CHECK(are_one("he", {"שר", "השר", "שרים"}));
  CHECK(are_one("he", {"ישראל", "בישראל", "ישראלי", "הישראלית"}));
  CHECK(are_one("he", {"צה\"ל", "צה״ל", "צהל"}));
  CHECK(are_two("he", "ממשלה", "שלה"));
}

TEST_CASE("Hindi words lose their endings, dots and signs for nasals", "[light_stemmer]") {
  CHECK(are_one("hi", {"किताब", "किताबें", "किताबों"}));
  CHECK(are_one("hi", {"लड़का", "लड़के", "लड़कों"}));
  CHECK(are_one("hi", {"मजदूर", "मज़दूर", "मज़दूरों"}));
  CHECK(are_one("hi", {"योजना", "योजनाएं", "योजनाएँ", "योजनाओं"}));
  CHECK(are_one("hi", {"घर", "घरों"}));
  CHECK(are_one("hi", {"नेता", "नेताओं"}));
  CHECK(are_two("hi", "नेता", "ने"));
  CHECK(are_two("hi", "की", "का"));
}

TEST_CASE("Greek, Persian, Urdu, Korean and Turkish forms are one word", "[light_stemmer]") {
  CHECK(are_one("el", {"κυβέρνηση", "κυβέρνησης", "κυβερνήσεις", "ΚΥΒΕΡΝΗΣΕΩΝ"}));
  CHECK(are_one("el", {"λιμάνι", "λιμάνια", "λιμανιού"}));
  CHECK(are_one("el", {"πρόβλημα", "προβλήματος", "προβλήματα"}));
  CHECK(are_two("el", "της", "του"));
  CHECK(are_one("fa", {"کتاب", "کتاب‌ها", "کتابهای", "كتاب", "کتابی"}));
  CHECK(are_two("fa", "ایران", "ایر"));
  CHECK(are_one("ur", {"حکومت", "حکومتی", "حکومتوں"}));
  CHECK(are_one("ko", {"대통령", "대통령이", "대통령에게", "대통령으로"}));
  CHECK(are_one("ko", {"경기", "경기도", "경기도에서는"}));
  CHECK(are_two("ko", "나이", "나"));
  CHECK(are_one("tr", {"İstanbul", "İstanbul'da", "istanbul’un"}));
  CHECK(are_one("tr", {"Türkiye", "Türkiye'nin"}));
}
