/* What stands in the cells of a matrix. */
#include "show/matrix_cells.h"
#include "sketches.h"

static struct matrix_cells cells_of(struct style *style, const nonet *n) {
  nonet_draw_options options = {0};
  struct matrix_cells c;
  nonet_err err;
  assert_ok(style_make(style, n, &options, NULL, &err), err);
  assert_ok(matrix_cells_fill(&c, style, (struct matrix_most){0, 0}, &err), err);
  return c;
}

/* The text of a cell by the keys of its row and column; NULL: empty. */
static const char *cell(const struct matrix_cells *c, const char *row, const char *column) {
  const nonet *n = c->style->net;
  for (size_t i = 0; i < c->count; i++)
    if (strcmp(net_key(n, c->row[c->at[i].row]), row) == 0 && strcmp(net_key(n, c->column[c->at[i].column]), column) == 0)
      return c->texts.bytes + c->at[i].text;
  return NULL;
}

static nonet *with_roles(void) {
  nonet_draft *d = draft_of("a=partner b=partner c=partner x=strategy y=strategy");
  static const char *const ties[][3] = {{"a", "x", "leads"}, {"a", "x", "funds"}, {"b", "x", "leads"}, {"b", "y", "lends"}};
  nonet_err err;
  nonet *n = NULL;
  for (size_t i = 0; i < 4; i++) {
    nonet_tie_row row = {.from = ties[i][0], .to = ties[i][1], .kind = ties[i][2], .origin = {NONET_NONE, 0}};
    assert_ok(nonet_draft_tie(NULL, d, &row, &err), err);
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static void cells_hold_the_letters_of_roles(void **state) {
  (void)state;
  nonet *n = with_roles();
  struct style style;
  struct matrix_cells c = cells_of(&style, n);
  assert_int_equal(c.rows, 3);
  assert_int_equal(c.columns, 2);
  assert_string_equal(cell(&c, "a", "x"), "LF");
  assert_string_equal(cell(&c, "b", "y"), "E"); /* L is taken by leads */
  assert_null(cell(&c, "a", "y"));
  assert_string_equal(net_key(n, c.row[0]), "a");
  assert_string_equal(net_key(n, c.row[2]), "c");
  assert_int_equal(c.row_ties[0], 2);
  assert_int_equal(c.column_ties[0], 3);
  matrix_cells_free(&c);
  style_free(&style);
  nonet_free(n);
}

static void a_strategy_with_one_partner_is_flagged(void **state) {
  (void)state;
  nonet *n = with_roles();
  struct style style;
  struct matrix_cells c = cells_of(&style, n);
  assert_true(matrix_hangs_on_one(&c, node_of(n, "y")));
  assert_false(matrix_hangs_on_one(&c, node_of(n, "x")));
  assert_false(matrix_hangs_on_one(&c, node_of(n, "a"))); /* partners are not flagged */
  assert_int_equal(c.hanging, 1);
  matrix_cells_free(&c);
  style_free(&style);
  nonet_free(n);
}

static void a_network_of_one_kind_is_square(void **state) {
  (void)state;
  nonet *n = net_of("a-b:2 b>c:3");
  struct style style;
  struct matrix_cells c = cells_of(&style, n);
  assert_int_equal(c.rows, 3);
  assert_int_equal(c.columns, 3);
  assert_string_equal(cell(&c, "a", "b"), "2");
  assert_string_equal(cell(&c, "b", "a"), "2");
  assert_string_equal(cell(&c, "b", "c"), "3");
  assert_null(cell(&c, "c", "b"));
  matrix_cells_free(&c);
  style_free(&style);
  nonet_free(n);
}

static void ties_between_two_of_a_kind_are_counted_not_lost(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner x=strategy a-x b-x a-b");
  struct style style;
  struct matrix_cells c = cells_of(&style, n);
  assert_int_equal(c.columns, 1);
  assert_int_equal(c.left_out, 1);
  matrix_cells_free(&c);
  style_free(&style);
  nonet_free(n);
}

static void letters_never_repeat(void **state) {
  (void)state;
  struct style_group groups[12] = {{0}};
  static char name[] = "aa";
  for (size_t i = 0; i < 10; i++) {
    groups[i].name = name;
    style_choose_letter(groups, i);
    assert_true(strlen(groups[i].letter) == 1);
    for (size_t k = 0; k < i; k++)
      assert_string_not_equal(groups[i].letter, groups[k].letter);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cells_hold_the_letters_of_roles), cmocka_unit_test(a_strategy_with_one_partner_is_flagged),
      cmocka_unit_test(a_network_of_one_kind_is_square), cmocka_unit_test(ties_between_two_of_a_kind_are_counted_not_lost),
      cmocka_unit_test(letters_never_repeat)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
