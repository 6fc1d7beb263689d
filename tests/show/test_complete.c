/* Layers that join all with all are left out of pictures, and said. */
#include "show/complete.h"
#include "sketches.h"

enum { NODES = 9 };

/* Nine nodes; a layer of all pairs but `missing` of them, and a layer "work" that is a path. */
static nonet *two_layers(unsigned missing, bool work) {
  static const char *const keys[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
  nonet_draft *d = NULL;
  nonet *n = NULL;
  nonet_err err;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (unsigned i = 0; i < NODES; i++)
    for (unsigned k = i + 1; k < NODES; k++) {
      if (missing && missing--) continue;
      assert_ok(
          nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = keys[i], .to = keys[k], .layer = "distance", .origin = {NONET_NONE, 0}}, &err),
          err);
    }
  for (unsigned i = 0; work && i + 1 < NODES; i++)
    assert_ok(
        nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = keys[i], .to = keys[i + 1], .layer = "work", .origin = {NONET_NONE, 0}}, &err),
        err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

/* How many ties are left in the picture, and what is said. */
static uint32_t ties_left(const nonet *n, struct buffer *said, size_t *count) {
  nonet *rest = NULL;
  nonet_err err;
  *said = (struct buffer){0};
  assert_ok(complete_left_out(&rest, said, count, n, NULL, &err), err);
  uint32_t ties = rest ? nonet_ties(rest) : nonet_ties(n);
  assert_int_equal(rest != NULL, *count > 0);
  nonet_free(rest);
  return ties;
}

static void a_complete_layer_is_left_out_and_said(void **state) {
  struct buffer said;
  size_t count;
  (void)state;
  nonet *n = two_layers(1, true); /* 35 of 36 pairs */
  assert_int_equal(nonet_ties(n), 35 + 8);
  assert_int_equal(ties_left(n, &said, &count), 8);
  assert_int_equal(count, 1);
  assert_string_equal(buffer_string(&said), "the 35 ties of the layer 'distance' join all with all, and are not drawn");
  buffer_free(&said);
  nonet_free(n);
}

static void what_is_not_complete_or_stands_alone_is_drawn(void **state) {
  struct buffer said;
  size_t count;
  (void)state;
  nonet *n = two_layers(2, true); /* 34 of 36 are below 19 of 20 */
  assert_int_equal(ties_left(n, &said, &count), 34 + 8);
  assert_int_equal(count, 0);
  buffer_free(&said);
  nonet_free(n);
  n = two_layers(0, false); /* it is all there is */
  assert_int_equal(ties_left(n, &said, &count), 36);
  buffer_free(&said);
  nonet_free(n);
}

static void a_picture_says_what_it_leaves_out(void **state) {
  (void)state;
  nonet *n = two_layers(0, true);
  nonet_picture *p = NULL;
  nonet_out *o = NULL;
  nonet_err err;
  size_t size;
  assert_ok(nonet_draw(&p, n, &(nonet_draw_options){.program = NONET_DRAW_PATH}, NULL, &err), err);
  assert_contains(nonet_picture_note(p, 0), "join all with all");
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_picture_write(o, p, "dot", NULL, &err), err);
  assert_contains(nonet_out_bytes(o, &size), "8 ties, 1 layer; the 36 ties of the layer");
  nonet_out_free(o);
  nonet_picture_free(p);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_complete_layer_is_left_out_and_said),
                                     cmocka_unit_test(what_is_not_complete_or_stands_alone_is_drawn),
                                     cmocka_unit_test(a_picture_says_what_it_leaves_out)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
