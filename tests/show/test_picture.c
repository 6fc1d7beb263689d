/* Pictures through the public header: hostile names, the same bytes each time, sensible refusals. */
#include "../draw/drawing.h"
#include "sketches.h"

static char *written(const nonet *n, const nonet_draw_options *asked, const char *renderer, size_t *size) {
  nonet_draw_options options = asked ? *asked : (nonet_draw_options){0};
  nonet_picture *p = NULL;
  nonet_out *o = NULL;
  nonet_err err;
  options.program = NONET_DRAW_PATH;
  assert_ok(nonet_draw(&p, n, &options, NULL, &err), err);
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_picture_write(o, p, renderer, NULL, &err), err);
  const char *bytes = nonet_out_bytes(o, size);
  char *copy = malloc(*size + 1);
  assert_non_null(copy);
  memcpy(copy, bytes, *size + 1);
  nonet_out_free(o);
  nonet_picture_free(p);
  return copy;
}

static const char *const hostile[] = {"quote \" here", "back\\slash\\", "<b>tag</b>", "line\nend", "🙂 smile",
                                      "مرحبا",         "R&amp;D",       "\\N\\G",     "<<html>>"};
enum { HOSTILE = sizeof hostile / sizeof *hostile };

static nonet *hostile_net(void) {
  nonet_draft *d = NULL;
  nonet *n = NULL;
  nonet_err err;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (size_t i = 0; i < HOSTILE; i++) {
    nonet_node_row row = {
        .key = hostile[i], .label = hostile[i], .kind = hostile[(i + 1) % HOSTILE], .layers = hostile[i % 3], .origin = {NONET_NONE, 0}};
    assert_ok(nonet_draft_node(NULL, d, &row, &err), err);
  }
  for (size_t i = 0; i + 1 < HOSTILE; i++) {
    nonet_tie_row row = {.from = hostile[i], .to = hostile[i + 1], .kind = hostile[i], .origin = {NONET_NONE, 0}};
    assert_ok(nonet_draft_tie(NULL, d, &row, &err), err);
  }
  assert_ok(nonet_seal(&n, d, &(nonet_seal_options){.title = "a \"title\" \\ <x>"}, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

/* The names of the nodes of a DOT text, as cgraph reads them. */
static void dot_keeps_nodes(const char *dot, size_t size, size_t least) {
  struct drawing d = drawing_run_to("--as json", dot, size, NULL);
  json_error_t fault;
  if (d.status != 0) fail_msg("nonet-draw refuses the DOT: %s", d.err);
  json_t *all = json_loads(d.out, 0, &fault);
  assert_non_null(all);
  assert_true(json_array_size(json_object_get(all, "nodes")) >= least);
  json_decref(all);
}

static void hostile_names_survive_into_dot_and_svg(void **state) {
  (void)state;
  nonet *n = hostile_net();
  size_t size;
  char *dot = written(n, NULL, "dot", &size);
  dot_keeps_nodes(dot, size, HOSTILE);
  free(dot);
  dot = written(n, &(nonet_draw_options){.bare = true}, "dot", &size);
  dot_keeps_nodes(dot, size, HOSTILE);
  free(dot);
  char *svg = written(n, NULL, "svg", &size);
  assert_contains(svg, "quote &quot; here");
  assert_contains(svg, "back\\slash\\");
  assert_contains(svg, "&lt;b&gt;tag&lt;/b&gt;");
  assert_contains(svg, "R&amp;amp;D");
  assert_contains(svg, "\\N\\G");
  assert_contains(svg, "مرحبا");
  assert_contains(svg, "🙂 smile");
  assert_null(strstr(svg, "<b>"));
  free(svg);
  nonet_free(n);
}

static void the_same_network_gives_the_same_bytes(void **state) {
  (void)state;
  static const char *const renderers[] = {"dot", "svg", "png", "pdf", "html"};
  nonet *n = chance_net(30, 60, 4, 3);
  for (size_t i = 0; i < 5; i++) {
    size_t a_size, b_size;
    char *a = written(n, NULL, renderers[i], &a_size), *b = written(n, NULL, renderers[i], &b_size);
    assert_int_equal(a_size, b_size);
    assert_memory_equal(a, b, a_size);
    free(a);
    free(b);
  }
  nonet_free(n);
}

static void a_page_loads_nothing_and_runs_nothing(void **state) {
  (void)state;
  nonet *n = hostile_net();
  size_t size;
  char *page = written(n, NULL, "html", &size);
  assert_contains(page, "default-src 'none'");
  assert_null(strstr(page, "<script"));
  assert_null(strstr(page, "<style"));
  assert_null(strstr(page, "<?xml"));
  assert_null(strstr(page, "href="));
  free(page);
  nonet_free(n);
}

static void two_drawings_have_different_ids(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  size_t size;
  char *svg = written(n, &(nonet_draw_options){.id_prefix = "map7"}, "svg", &size);
  assert_contains(svg, "id=\"map7");
  assert_null(strstr(svg, "id=\"g-"));
  free(svg);
  nonet_free(n);
}

static void highlights_fade_the_rest(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d");
  nonet_answer *a = NULL;
  nonet_err err;
  assert_ok(nonet_paths(&a, n, &(nonet_paths_options){.from = "a", .to = "c"}, NULL, &err), err);
  size_t size;
  char *plain = written(n, NULL, "dot", &size), *marked = written(n, &(nonet_draw_options){.highlight = a}, "dot", &size);
  assert_null(strstr(plain, PALETTE_MARKED));
  assert_contains(marked, PALETTE_MARKED);
  assert_contains(marked, PALETTE_FADED);
  free(plain);
  free(marked);
  nonet_answer_free(a);
  nonet_free(n);
}

static void refusals_name_what_there_is(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  nonet_picture *p = NULL;
  nonet_err err;
  assert_int_equal(nonet_draw(&p, n, &(nonet_draw_options){.layout = "spiral"}, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "neato");
  assert_null(p);
  assert_int_equal(nonet_draw(&p, n, &(nonet_draw_options){.paper = "A9"}, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "A3");
  assert_int_equal(nonet_draw(&p, n, &(nonet_draw_options){.layout = "columns"}, NULL, &err), NONET_EUSAGE);
  assert_int_equal(nonet_draw(&p, n, &(nonet_draw_options){.program = "/nonexistent/nonet-draw"}, NULL, &err) < 0, 1);
  assert_null(p);
  nonet_free(n);
}

static void too_large_a_network_is_told_of_views(void **state) {
  (void)state;
  nonet_draft *d = NULL;
  nonet *n = NULL;
  nonet_picture *p = NULL;
  nonet_err err;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (unsigned i = 0; i <= 5000; i++) {
    struct buffer key = {0};
    buffer_print(&key, "k%u", i);
    assert_ok(nonet_draft_node(NULL, d, &(nonet_node_row){.key = buffer_string(&key), .origin = {NONET_NONE, 0}}, &err), err);
    buffer_free(&key);
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  assert_int_equal(nonet_draw(&p, n, NULL, NULL, &err), NONET_ELIMIT);
  assert_contains(err.text, "--view layers");
  nonet_free(n);
  nonet_draft_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(hostile_names_survive_into_dot_and_svg),
                                     cmocka_unit_test(the_same_network_gives_the_same_bytes),
                                     cmocka_unit_test(a_page_loads_nothing_and_runs_nothing),
                                     cmocka_unit_test(two_drawings_have_different_ids),
                                     cmocka_unit_test(highlights_fade_the_rest),
                                     cmocka_unit_test(refusals_name_what_there_is),
                                     cmocka_unit_test(too_large_a_network_is_told_of_views)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
