/* What of a hostile or absurd graph reaches the layout. */
#include "draw/drawing.h"

#define BODY "a [pos=\"10,10\"]; b [pos=\"90,90\"]; subgraph cluster_q { bb=\"0,0,50,50\"; %s a } a -> b; b -> a; a -> b"

/* Draws the same graph with and without one more attribute everywhere: the pictures must be the same bytes. */
static void an_attribute_without_a_rule_changes_nothing(void **state) {
  (void)state;
  static const char *const names[] = {"layout",    "layers",      "layerselect",   "layer",       "charset",     "image",     "imagepath",
                                      "shapefile", "stylesheet",  "fontpath",      "_background", "concentrate", "dim",       "dimen",
                                      "viewport",  "page",        "rotate",        "landscape",   "notranslate", "truecolor", "resolution",
                                      "dpi",       "xdotversion", "vertices",      "rects",       "edgeURL",     "headURL",   "labelhref",
                                      "comment",   "inputscale",  "phase_of_moon", "root_"};
  static const char *const values[] = {"junk", "true", "2", "/etc/passwd"};
  char dot[1000], inside[100];
  snprintf(dot, sizeof dot, "digraph {" BODY "}", "");
  char *plain = strdup(drawing_of("--layout nop2 --as svg", dot).out);
  for (size_t n = 0; n < sizeof names / sizeof *names; n++)
    for (size_t v = 0; v < 4; v++) {
      snprintf(inside, sizeof inside, "%s=\"%s\";", names[n], values[v]);
      snprintf(dot, sizeof dot, "digraph { %s node [%.*s] edge [%.*s]" BODY "}", inside, (int)strlen(inside) - 1, inside,
               (int)strlen(inside) - 1, inside, inside);
      if (strcmp(drawing_of("--layout nop2 --as svg", dot).out, plain) != 0) fail_msg("%s", inside);
    }
  free(plain);
}

static void a_word_that_breaks_graphviz_is_left_out_with_one_warning(void **state) {
  (void)state;
  static const char *const bombs[] = {"digraph { a -> b [minlen=\"100000\"] }",
                                      "graph { splines=ortho; a [pos=\"1e308,1e308!\"] }",
                                      "digraph { a [fillcolor=\"red;nan:blue\" style=\"radial,filled\"] }",
                                      "graph { a [shape=polygon sides=2000000000 peripheries=100000] }",
                                      "graph { a [fontsize=\"1e308\" width=\"1e308\"]; size=\"1e9,1e9\" }",
                                      "graph { a -- b [weight=nan]; a -- c [weight=\"-1\"] }",
                                      "graph { a [shape=epsf] b [shape=custom shapefile=\"/etc/passwd\"] }"};
  static const char *const layouts[] = {"dot", "neato", "fdp", "sfdp"};
  for (size_t b = 0; b < sizeof bombs / sizeof *bombs; b++)
    for (size_t l = 0; l < 4; l++) {
      char args[60];
      snprintf(args, sizeof args, "--layout %s --as svg --timeout 20", layouts[l]);
      struct drawing made = drawing_run(args, bombs[b]);
      assert_int_equal(made.status, 0);
      assert_true(strncmp(made.err, "nonet-draw: warning: ", 21) == 0);
      assert_true(strchr(made.err, '\n')[1] == '\0');
      assert_true(drawing_well_formed(made.out));
    }
}

static void the_graph_cannot_choose_another_engine(void **state) {
  (void)state;
  char *plain = strdup(drawing_of("--layout dot --as json", "graph { a -- b; b -- c }").out);
  assert_string_equal(drawing_of("--layout dot --as json", "graph { layout=circo; a -- b; b -- c }").out, plain);
  free(plain);
}

static void links_go_unless_they_are_kept_and_then_only_safe_ones_stay(void **state) {
  (void)state;
  static const char dot[] =
      "graph { a [URL=\"javascript:alert(1)\" tooltip=\"\\\" onload=alert(1)\"]; b [href=\"x\\\"><script>alert(2)</script>\"];"
      " c [URL=\"https://example.org/?a=1&b=2\" target=\"_blank\" tooltip=T]; d [URL=\"data:text/html,x\"]; e [URL=\"#n4\"] }";
  struct drawing made = drawing_of("--layout dot --as svg", dot);
  assert_null(strstr(made.out, "href="));
  assert_null(strstr(made.out, "onload"));
  assert_null(strstr(made.out, "example.org"));
  made = drawing_of("--layout dot --as svg --keep-links", dot);
  assert_contains(made.out, "xlink:href=\"https://example.org/?a=1&amp;b=2\"");
  assert_contains(made.out, "xlink:href=\"#n4\"");
  assert_null(strstr(made.out, "javascript"));
  assert_null(strstr(made.out, "data:"));
  assert_null(strstr(made.out, "<script"));
  assert_null(strstr(made.out, "\" onload"));
  assert_true(drawing_well_formed(made.out));
}

static void an_html_like_label_is_not_drawn(void **state) {
  (void)state;
  static const char *const texts[] = {"graph { a [label=<<img src=\"/etc/passwd\"/>>] }", "graph { label=<x>; a }",
                                      "graph { a -- b [xlabel=<x>] }", "graph { node [label=<x>] }",
                                      "graph { subgraph cluster_a { label=<x>; a } }"};
  for (size_t i = 0; i < 5; i++)
    assert_contains(drawing_fails(3, "--layout dot --as svg", texts[i]).err, "HTML-like label");
}

static void a_copy_is_laid_out_as_the_graph_itself_would_be(void **state) {
  (void)state;
  struct drawing made =
      drawing_of("--layout dot --as dot", "strict digraph \"G 1\" { rankdir=LR; node [shape=box]; { rank=same; a; b }"
                                          " subgraph cluster_x { label=X; c; subgraph { d } } a -> b [key=k label=l]; a -> b; c -> d }");
  static const char *const kept[] = {"strict digraph \"G 1\"", "rankdir=LR", "shape=box", "rank=same",
                                     "subgraph cluster_x",     "label=X",    "key=k",     "label=l"};
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
    assert_contains(made.out, kept[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_attribute_without_a_rule_changes_nothing),
      cmocka_unit_test(a_word_that_breaks_graphviz_is_left_out_with_one_warning),
      cmocka_unit_test(the_graph_cannot_choose_another_engine),
      cmocka_unit_test(links_go_unless_they_are_kept_and_then_only_safe_ones_stay),
      cmocka_unit_test(an_html_like_label_is_not_drawn),
      cmocka_unit_test(a_copy_is_laid_out_as_the_graph_itself_would_be),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
