/* With and without, side by side: what goes is dashed, and who is cut off is marked. */
#include "ask/asked.h"

static char *dot_of(const nonet *n, const nonet_edit *edits, size_t count) {
  nonet_draw_options options = {.program = NONET_DRAW_PATH, .title = "Town"};
  nonet_picture *p;
  nonet_out *o;
  nonet_err err;
  size_t size;
  assert_ok(nonet_what_if_draw(&p, n, edits, count, &options, NULL, &err), err);
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

static void who_leaves_is_dashed_and_who_is_parted_from_most_is_marked(void **state) {
  (void)state;
  nonet *n = net_of("hub-a hub-b hub-c a-b lone-other");
  const nonet_edit leaves[] = {{.kind = NONET_REMOVE_NODE, .a = "hub"}};
  char *dot = dot_of(n, leaves, 1);
  assert_int_equal(strncmp(dot, "graph \"Town\" {", 14), 0);
  assert_int_equal(count_of(dot, "label=\"As it is\\l\""), 1);
  assert_int_equal(count_of(dot, "label=\"If hub left\\l\""), 1);
  assert_int_equal(count_of(dot, "label=\"hub\""), 2);
  assert_int_equal(count_of(dot, "style=dashed"), 4);          /* three ties, and in the legend */
  assert_int_equal(count_of(dot, "fillcolor=\"#f5d9a8\""), 2); /* c alone, and in the legend: a and b keep each other, and are more */
  assert_int_equal(count_of(dot, "node cut off"), 1);
  free(dot);
  nonet_free(n);
}

static void nobody_is_cut_off_where_all_stay_together(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c a-c");
  const nonet_edit leaves[] = {{.kind = NONET_REMOVE_NODE, .a = "a"}},
                   join[] = {{.kind = NONET_ADD_NODE, .a = "d"}, {.kind = NONET_ADD_TIE, .a = "c", .b = "d"}};
  char *dot = dot_of(n, leaves, 1), *more = dot_of(n, join, 2);
  assert_int_equal(count_of(dot, "cut off"), 0);
  assert_int_equal(count_of(dot, "fillcolor=\"#f5d9a8\""), 0);
  assert_int_equal(count_of(more, "label=\"d\""), 1);
  assert_int_equal(count_of(more, "fillcolor=\"#9fdcbd\""), 2); /* d, and in the legend */
  free(dot);
  free(more);
  nonet_free(n);
}

static void a_name_that_is_not_there_is_an_error(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  const nonet_edit leaves[] = {{.kind = NONET_REMOVE_NODE, .a = "z"}};
  nonet_picture *p = NULL;
  nonet_err err;
  assert_int_equal(nonet_what_if_draw(&p, n, leaves, 1, NULL, NULL, &err), NONET_EUSAGE);
  assert_null(p);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(who_leaves_is_dashed_and_who_is_parted_from_most_is_marked),
      cmocka_unit_test(nobody_is_cut_off_where_all_stay_together),
      cmocka_unit_test(a_name_that_is_not_there_is_an_error),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
