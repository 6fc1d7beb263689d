/* A cascade in panels: one before, one for each step; who has fallen is gone. */
#include "ask/asked.h"

static size_t count_of(const char *text, const char *part) {
  size_t count = 0;
  for (; (text = strstr(text, part)); text++)
    count++;
  return count;
}

static void each_step_has_its_panel_and_who_fell_is_gone_from_the_next(void **state) {
  (void)state;
  nonet *n = net_of("a-b@L b-c@L c-d@L d-e@L a-b@M b-c@M c-d@M d-e@M a-c@M");
  static const char *const nodes[] = {"c", NULL};
  nonet_cascade_options how = {.nodes = nodes};
  nonet_draw_options drawn = {.program = NONET_DRAW_PATH};
  nonet_picture *p;
  nonet_answer *a;
  nonet_out *o;
  nonet_err err;
  size_t size;
  double steps = 0;
  assert_ok(nonet_cascade(&a, n, &how, NULL, &err), err);
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  for (size_t row = 0; row < nonet_sheet_rows(s); row++)
    if (nonet_sheet_number(s, row, 0) > steps) steps = nonet_sheet_number(s, row, 0);
  assert_ok(nonet_cascade_draw(&p, n, &how, &drawn, NULL, &err), err);
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_picture_write(o, p, "dot", NULL, &err), err);
  const char *dot = nonet_out_bytes(o, &size);
  assert_int_equal(count_of(dot, "label=\"Before\\l\""), 1);
  assert_int_equal(count_of(dot, "label=\"Step 1: c fails\\l\""), 1);
  assert_int_equal(count_of(dot, "label=\"Step "), (size_t)steps);
  assert_int_equal(count_of(dot, "label=\"c\""), 2);         /* before, and dashed in the first step */
  assert_int_equal(count_of(dot, "label=\"a\""), steps + 1); /* a and b are the group that holds */
  nonet_out_free(o);
  nonet_picture_free(p);
  nonet_answer_free(a);
  nonet_free(n);
}

static void somebody_has_to_fail(void **state) {
  (void)state;
  nonet *n = net_of("a-b@L a-b@M");
  nonet_picture *p = NULL;
  nonet_err err;
  assert_int_equal(nonet_cascade_draw(&p, n, NULL, NULL, NULL, &err), NONET_EUSAGE);
  assert_null(p);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_step_has_its_panel_and_who_fell_is_gone_from_the_next),
      cmocka_unit_test(somebody_has_to_fail),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
