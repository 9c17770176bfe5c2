#include "indexer/reader/html_text.h"

#include "tests/catch.h"

namespace {

using namespace news;

TEST_CASE("HTML becomes lines of text", "[reader][html_text]") {
  CHECK(html_to_text("<p>One <b>two</b>,\n three.</p><p>Four<br/>five</p>") ==
        "One two, three.\nFour\nfive");
  CHECK(html_to_text("a &lt;b&gt; &eacute;&#8217;&#x2014;&#146; &bogus; &amp") ==
        "a <b> \u00e9\u2019\u2014\u2019 &bogus; &amp");
  CHECK(html_to_text("x<script>if (a < b) no();</script>y<style>z</style><!-- c --> w") == "xy w");
  CHECK(html_to_text("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>") ==
        "a b\nc");
  CHECK(html_to_text("<p>Ships <b>move</b></p><p>again &amp; again") ==
        "Ships move\nagain & again");
  CHECK(html_to_text("no mark-up") == "no mark-up");
  CHECK(html_to_text("5 < 6 and <3") == "5 < 6 and <3");
  CHECK(html_to_text("<a title='a > b'>link</a>&nbsp;&nbsp;end") == "link end");
}

TEST_CASE("Broken HTML ends where it ends", "[reader][html_text]") {
  for (const char* broken : {"<", "<!", "<!--", "<a", "</", "<script", "<script>", "<a title='",
                             "&", "&#", "&#x;", "<p", "<![CDATA[", "<?", "</script"}) {
    CHECK_NOTHROW(html_to_text(broken));
  }
  CHECK(html_to_text(std::string(1000000, '<')).size() == 1000000);
}

TEST_CASE("Only tags that HTML knows make a text HTML", "[reader][html_text]") {
  CHECK(looks_like_html("a <p>b"));
  CHECK(looks_like_html("</DIV>"));
  CHECK_FALSE(looks_like_html("a < b and c > d"));
  CHECK_FALSE(looks_like_html("<sigh> said he"));
  CHECK_FALSE(looks_like_html("f<T>(x)"));
}

}  // namespace
