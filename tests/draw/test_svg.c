/* The filter behind every SVG, given what no Graphviz of today writes. */
#include "draw/drawing.h"

#include "draw/say.h"
#include "draw/svg.h"

#include "draw/bytes.c"
#include "draw/svg.c"

static size_t refusals;

/* In place of say.c: counts what would be said. */
void say_error(const char *format, ...) {
  refusals += format != NULL;
}

static struct bytes cleaned(const char *svg, const char *prefix, int status) {
  struct bytes to = {0};
  assert_int_equal(svg_clean(svg, strlen(svg), &(struct svg_options){true, prefix}, &to), status);
  assert_false(to.failed);
  return to;
}

static void an_element_that_a_drawing_does_not_need_stops_it(void **state) {
  (void)state;
  static const char *const bad[] = {"<svg><script>x</script></svg>",
                                    "<svg><image href='x'/></svg>",
                                    "<svg><foreignObject/></svg>",
                                    "<svg><style>x</style></svg>",
                                    "<svg><SVG/></svg>",
                                    "<svg>< g/></svg>",
                                    "<svg><",
                                    "<svg><use/></svg>"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    struct bytes to = cleaned(bad[i], NULL, DRAW_FAULT);
    bytes_free(&to);
    assert_int_equal(refusals, i + 1);
  }
}

static void what_is_cut_off_is_not_read_past_its_end(void **state) {
  (void)state;
  static const char whole[] = "<?xml a?><!DOCTYPE svg><!-- c --><svg a=\"&amp;&#45;&nbsp;\"><g id=\"l_0\">\xEF\xBF\xBE&#x41;</g></svg>";
  for (size_t length = 0; length < sizeof whole; length++) {
    char *exact = malloc(length + 1);
    struct bytes to = {0};
    assert_non_null(exact);
    memcpy(exact, whole, length);
    exact[length] = '\0';
    svg_clean(exact, length, &(struct svg_options){false, "p"}, &to);
    assert_false(to.failed);
    bytes_free(&to);
    free(exact);
  }
}

static void references_that_xml_does_not_know_are_escaped(void **state) {
  (void)state;
  struct bytes to = cleaned("<svg>&amp;&lt;&#65;&#x41;&nbsp;&#0;&#1;&#xD800;&#xFFFE;&#x110000;&#;& &</svg>", NULL, DRAW_OK);
  assert_string_equal(
      to.data,
      "<svg role=\"img\">&amp;&lt;&#65;&#x41;&amp;nbsp;&amp;#0;&amp;#1;&amp;#xD800;&amp;#xFFFE;&amp;#x110000;&amp;#;&amp; &amp;</svg>");
  assert_true(drawing_well_formed(to.data));
  bytes_free(&to);
}

static void markup_that_is_no_element_is_left_out(void **state) {
  (void)state;
  struct bytes to =
      cleaned("<?xml version=\"1.0\"?>\n<?xml-stylesheet href=\"x\"?><!DOCTYPE svg\n \"u\">\n<!-- a -->\n<svg>x<!-- <script> --></svg>\n",
              NULL, DRAW_OK);
  assert_string_equal(to.data, "<svg role=\"img\">x</svg>\n");
  bytes_free(&to);
}

static void only_gradients_are_renamed(void **state) {
  (void)state;
  struct bytes to = cleaned("<svg><linearGradient id=\"l_0\"/><g id=\"l_1\" fill=\"url(#r_2)\">url(#l_0)</g></svg>", "p", DRAW_OK);
  assert_string_equal(to.data, "<svg role=\"img\"><linearGradient id=\"p-l_0\"/><g id=\"l_1\" fill=\"url(#p-r_2)\">url(#l_0)</g></svg>");
  bytes_free(&to);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_element_that_a_drawing_does_not_need_stops_it),
      cmocka_unit_test(what_is_cut_off_is_not_read_past_its_end),
      cmocka_unit_test(references_that_xml_does_not_know_are_escaped),
      cmocka_unit_test(markup_that_is_no_element_is_left_out),
      cmocka_unit_test(only_gradients_are_renamed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
