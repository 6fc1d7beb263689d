/* States of a network as one picture with a panel each. */
#include "ask/asked.h"

static char *dot_of(const nonet_snapshot *at, size_t count) {
  nonet_draw_options options = {.program = NONET_DRAW_PATH};
  nonet_picture *p;
  nonet_out *o;
  nonet_err err;
  size_t size;
  assert_ok(nonet_series_draw(&p, at, count, &options, NULL, &err), err);
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_picture_write(o, p, "dot", NULL, &err), err);
  char *text = strdup(nonet_out_bytes(o, &size));
  nonet_out_free(o);
  nonet_picture_free(p);
  return text;
}

static size_t count_of(const char *text, const char *part) {
  size_t count = 0;
  for (; (text = strstr(text, part)); text++)
    count++;
  return count;
}

static void each_state_has_its_panel_with_what_is_new_and_lost(void **state) {
  (void)state;
  nonet *n[3] = {net_of("a-b c"), net_of("a-b b-c"), net_of("b-c d-c")};
  const nonet_snapshot at[] = {{"one", n[0]}, {"two", n[1]}, {"three", n[2]}};
  char *dot = dot_of(at, 3);
  assert_int_equal(count_of(dot, "label=\"one\\l\""), 1);
  assert_int_equal(count_of(dot, "label=\"two\\l\""), 1);
  assert_int_equal(count_of(dot, "label=\"three\\l\""), 1);
  assert_int_equal(count_of(dot, "label=\"a\""), 3); /* in one, two, and as lost in three */
  assert_int_equal(count_of(dot, "label=\"d\""), 1);
  assert_int_equal(count_of(dot, "fillcolor=\"#9fdcbd\""), 2); /* d in three, and in the legend */
  assert_int_equal(count_of(dot, "style=dashed"), 2);          /* a-b in three, and in the legend */
  free(dot);
  for (int i = 0; i < 3; i++)
    nonet_free(n[i]);
}

static void too_many_states_are_refused(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  nonet_snapshot at[25];
  nonet_picture *p;
  nonet_err err;
  for (size_t i = 0; i < 25; i++)
    at[i] = (nonet_snapshot){"x", n};
  assert_int_equal(nonet_series_draw(&p, at, 25, NULL, NULL, &err), NONET_ELIMIT);
  assert_null(p);
  assert_contains(err.text, "25 states are too many for one picture (at most 24)");
  assert_int_equal(nonet_series_draw(&p, at, 1, NULL, NULL, &err), NONET_EUSAGE);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_state_has_its_panel_with_what_is_new_and_lost),
      cmocka_unit_test(too_many_states_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
