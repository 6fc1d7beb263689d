/* Joint working as a chart: the numbers of the series, and nothing where there are none. */
#include "ask/asked.h"

static char *dot_of(nonet_answer *a, const nonet *n, nonet_err *err) {
  nonet_draw_options options = {.program = NONET_DRAW_PATH};
  nonet_picture *p = NULL;
  nonet_out *o = NULL;
  size_t size;
  char *text = NULL;
  if (nonet_series_chart(&p, n, a, &options, err) == NONET_OK) {
    assert_ok(nonet_out_memory(&o, err), *err);
    assert_ok(nonet_picture_write(o, p, "dot", NULL, err), *err);
    text = strdup(nonet_out_bytes(o, &size));
  }
  nonet_out_free(o);
  nonet_picture_free(p);
  return text;
}

static void a_chart_shows_the_index_of_each_state_and_its_parts(void **state) {
  (void)state;
  nonet *n[2] = {net_of("a=partner b=partner c=partner a-b"), net_of("a=partner b=partner c=partner a-b b-c")};
  const nonet_snapshot at[] = {{"2023", n[0]}, {"2024", n[1]}};
  nonet_answer *a;
  nonet_err err = {0};
  assert_ok(nonet_series(&a, at, 2, NULL, NULL, &err), err);
  char *dot = dot_of(a, n[1], &err);
  assert_non_null(dot);
  assert_contains(dot, "label=\"0.333\"");
  assert_contains(dot, "label=\"0.667\"");
  assert_contains(dot, "new: pairs that began to work together");
  assert_contains(dot, "what two partners share on average");
  free(dot);
  nonet_answer_free(a);
  for (int i = 0; i < 2; i++)
    nonet_free(n[i]);
}

static void an_answer_that_is_no_series_has_no_chart(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  nonet_answer *a;
  nonet_err err = {0};
  assert_ok(nonet_info(&a, n, NULL, &err), err);
  assert_null(dot_of(a, n, &err));
  assert_int_equal(err.code, NONET_EUSAGE);
  nonet_answer_free(a);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_chart_shows_the_index_of_each_state_and_its_parts),
      cmocka_unit_test(an_answer_that_is_no_series_has_no_chart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
