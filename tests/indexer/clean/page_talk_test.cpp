#include "indexer/clean/page_talk.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("Sentences of the page are told from a story about the same things", "[clean]") {
  for (const char* talk :
       {"This site uses cookies to offer its readers a better experience.",
        "Please update your browser to read this page as it was meant.",
        "The player needs a browser with JavaScript.",
        "Wenn Sie auf \u201eAblehnen\u201c klicken, speichern wir keine Daten. Das geht immer.",
        "\u00bfYa est\u00e1s registrado? Entra con tu nombre y lee lo que quieras.",
        "All rights reserved by the Example Gazette and its writers."}) {
    INFO(talk);
    CHECK(is_page_talk(talk));
  }
  for (const char* story :
       {"The browser lost a tenth of its users in a year, its makers said.",
        "The browser lost a tenth of its users. \"We told you so,\" a rival said.",
        "Die Abgeordneten wollen den Entwurf der Regierung am Freitag ablehnen.",
        "Las autoridades han registrado tres muertos y doce heridos.",
        "The governor wrote on his Telegram channel that the power was back.",
        "The country wants to become a member of the alliance in ten years."}) {
    INFO(story);
    CHECK_FALSE(is_page_talk(story));
  }
}
