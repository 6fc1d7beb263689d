/* What colours, shapes and sizes mean. */
#include "sketches.h"

#include <math.h>

static struct style style_of(const nonet *n, const char *colour_by, const char *size_by) {
  struct style s;
  nonet_err err;
  assert_ok(style_make(&s, n, &(nonet_draw_options){.colour_by = colour_by, .size_by = size_by}, NULL, &err), err);
  return s;
}

static const char *group_name(const struct style *s, const char *node) {
  uint8_t group = s->node_group[node_of(s->net, node)];
  return group < s->groups ? s->group[group].name : group == STYLE_OTHER ? "other" : "none";
}

static void partners_are_round_and_strategies_square_whichever_comes_first(void **state) {
  (void)state;
  nonet *n = net_of("x=strategy p=partner m=meeting x-p p-m");
  struct style s = style_of(n, NULL, NULL);
  assert_int_equal(style_shape(&s, node_of(n, "p")), SHAPE_CIRCLE);
  assert_int_equal(style_shape(&s, node_of(n, "x")), SHAPE_BOX);
  assert_int_not_equal(style_shape(&s, node_of(n, "m")), SHAPE_CIRCLE);
  assert_int_not_equal(style_shape(&s, node_of(n, "m")), SHAPE_BOX);
  style_free(&s);
  nonet_free(n);
}

static void areas_are_shares_of_the_greatest_value(void **state) {
  (void)state;
  nonet *n = net_of("hub-a hub-b hub-c hub-d lone");
  struct style s = style_of(n, NULL, NULL);
  assert_near(s.size_high, 4, 0);
  assert_near(style_size_share(&s, 4), 1, 1e-12);
  assert_near(style_size_share(&s, 1), 0.25, 1e-12);
  assert_near(style_size_share(&s, 0), 0, 1e-12);
  assert_near(style_size_share(&s, (double)NAN), 0, 0);
  style_free(&s);
  nonet_free(n);
}

/* Eight nodes of which two have a sector and one a budget: such columns keep only the rows that they fill. */
static nonet *sparse_net(void) {
  static const char *const keys[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
  nonet_draft *d = NULL;
  nonet *n = NULL;
  nonet_err err;
  uint32_t row;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (size_t i = 0; i < 8; i++) {
    assert_ok(nonet_draft_node(&row, d, &(nonet_node_row){.key = keys[i], .origin = {NONET_NONE, 0}}, &err), err);
    if (i == 2 || i == 6) assert_ok(nonet_draft_node_attribute(d, row, "sector", i == 2 ? "public" : "third", &err), err);
    if (i == 7) assert_ok(nonet_draft_node_attribute(d, row, "budget", "40", &err), err);
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static void a_column_that_few_nodes_fill_colours_those_and_no_others(void **state) {
  (void)state;
  nonet *n = sparse_net();
  struct style s = style_of(n, "sector", NULL);
  assert_int_equal(s.groups, 2);
  assert_string_equal(group_name(&s, "c"), "public");
  assert_string_equal(group_name(&s, "g"), "third");
  assert_string_equal(group_name(&s, "a"), "none");
  style_free(&s);
  s = style_of(n, "budget", NULL);
  assert_int_equal(s.colours, COLOURS_OF_NUMBERS);
  assert_near(s.low, 40, 0);
  assert_near(s.high, 40, 0);
  style_free(&s);
  nonet_free(n);
}

static void beyond_seven_groups_the_smallest_are_grey(void **state) {
  (void)state;
  nonet *n = net_of("a1-a2@A b1-b2@B c1-c2@C d1-d2@D e1-e2@E f1-f2@F g1-g2@G g2-g3@G h1-h1@H");
  struct style s = style_of(n, NULL, NULL);
  assert_int_equal(s.groups, STYLE_GROUPS);
  assert_string_equal(group_name(&s, "g3"), "G");
  assert_string_equal(group_name(&s, "h1"), "other");
  assert_true(s.others > 0);
  for (size_t i = 0; i < s.groups; i++)
    for (size_t k = 0; k < i; k++)
      assert_string_not_equal(s.group[i].letter, s.group[k].letter);
  style_free(&s);
  nonet_free(n);
}

static void what_is_no_measure_and_no_column_is_an_error(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  struct style s;
  nonet_err err;
  assert_int_equal(style_make(&s, n, &(nonet_draw_options){.colour_by = "secktor"}, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "secktor");
  assert_int_equal(style_make(&s, n, &(nonet_draw_options){.size_by = "density"}, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "no measure of nodes");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(partners_are_round_and_strategies_square_whichever_comes_first),
      cmocka_unit_test(areas_are_shares_of_the_greatest_value), cmocka_unit_test(a_column_that_few_nodes_fill_colours_those_and_no_others),
      cmocka_unit_test(beyond_seven_groups_the_smallest_are_grey), cmocka_unit_test(what_is_no_measure_and_no_column_is_an_error)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
