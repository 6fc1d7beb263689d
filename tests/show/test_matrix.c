/* Matrices: names of any number of columns, and of 8 points on any paper. */
#include "show/matrix_cells.h"
#include "sketches.h"

#include <math.h>
#include <stdio.h>

/* `rows` partners and `columns` strategies; partner i works on strategies i, 2i, 3i ... */
static nonet *city(uint32_t rows, uint32_t columns) {
  nonet_draft *d = NULL;
  nonet *n = NULL;
  nonet_err err;
  char partner[40], strategy[40];
  assert_ok(nonet_draft_new(&d, &err), err);
  for (uint32_t i = 0; i < rows; i++) {
    snprintf(partner, sizeof partner, "Partner number %u", i + 1);
    assert_ok(nonet_draft_node(NULL, d, &(nonet_node_row){.key = partner, .kind = "partner", .origin = {NONET_NONE, 0}}, &err), err);
  }
  for (uint32_t k = 0; k < columns; k++) {
    snprintf(strategy, sizeof strategy, "Strategy %u of the city", k + 1);
    assert_ok(nonet_draft_node(NULL, d, &(nonet_node_row){.key = strategy, .kind = "strategy", .origin = {NONET_NONE, 0}}, &err), err);
    for (uint32_t i = 0; i < rows; i++) {
      if ((k + 1) % (i + 1)) continue;
      snprintf(partner, sizeof partner, "Partner number %u", i + 1);
      assert_ok(nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = partner, .to = strategy, .origin = {NONET_NONE, 0}}, &err), err);
    }
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static size_t labels_with(const struct scene *s, const char *part) {
  size_t count = 0;
  for (size_t i = 0; i < s->mark_count; i++)
    count += is_class(&s->marks[i], "label") && strstr(s->texts.bytes + s->marks[i].text, part) != NULL;
  return count;
}

static void no_two_labels_meet(const struct scene *s) {
  for (size_t i = 0; i < s->mark_count; i++)
    for (size_t k = i + 1; k < s->mark_count; k++)
      if (is_class(&s->marks[i], "label") && is_class(&s->marks[k], "label") &&
          frames_meet(mark_frame(&s->marks[i]), mark_frame(&s->marks[k])))
        fail_msg("'%s' lies on '%s'", s->texts.bytes + s->marks[i].text, s->texts.bytes + s->marks[k].text);
}

/* Points of the row names on the paper. */
static double points(const struct sketch *k) {
  struct frame f = scene_frame(&k->scene);
  return 9 * fmin(1, fmin(k->paper_w / (f.x1 - f.x0), k->paper_h / (f.y1 - f.y0)));
}

static void forty_columns_have_their_names_on_a3(void **state) {
  (void)state;
  nonet *n = city(20, 40);
  nonet_draw_options options = {.layout = "matrix", .paper = "A3"};
  struct sketch k;
  struct style style;
  nonet_err err;
  assert_ok(style_make(&style, n, &options, NULL, &err), err);
  assert_ok(sketch_start(&k, n, &options, &err), err);
  assert_ok(matrix_draw(&k, &style, &err), err);
  assert_int_equal(labels_with(&k.scene, "of the city"), 40);
  assert_int_equal(labels_with(&k.scene, "Partner number"), 20);
  assert_null(sketch_note_at(&k, 0));
  no_two_labels_meet(&k.scene);
  assert_true(points(&k) >= 7.95);
  sketch_free(&k);
  style_free(&style);
  nonet_free(n);
}

static void what_the_paper_has_no_room_for_shares_the_last_row_and_is_said(void **state) {
  (void)state;
  nonet *n = city(90, 60);
  struct sketch k;
  struct style style;
  sketch_of(&k, &style, n, "matrix");
  assert_int_equal(labels_with(&k.scene, "more"), 2);
  assert_contains(sketch_note_at(&k, 0), "of 90 rows are shown");
  assert_contains(sketch_note_at(&k, 1), "of 60 columns are shown");
  no_two_labels_meet(&k.scene);
  assert_true(points(&k) >= 7.95);
  assert_int_equal(labels_with(&k.scene, "Partner number 1"), 11); /* those with most ties: 1, and 10 to 19 */
  sketch_free(&k);
  style_free(&style);
  nonet_free(n);
}

static void every_tie_is_counted_once_in_rows_and_once_in_columns(void **state) {
  (void)state;
  nonet *n = city(30, 24);
  nonet_draw_options options = {0};
  struct matrix_cells c;
  struct style style;
  nonet_err err;
  assert_ok(style_make(&style, n, &options, NULL, &err), err);
  assert_ok(matrix_cells_fill(&c, &style, (struct matrix_most){10, 5}, &err), err);
  uint32_t by_row = 0, by_column = 0;
  for (uint32_t i = 0; i < c.rows; i++)
    by_row += c.row_ties[i];
  for (uint32_t i = 0; i < c.columns; i++)
    by_column += c.column_ties[i];
  assert_int_equal(by_row, nonet_ties(n));
  assert_int_equal(by_column, nonet_ties(n));
  assert_int_equal(c.rows, 10);
  assert_int_equal(c.rows_left, 21);
  assert_int_equal(c.columns_left, 20);
  assert_int_equal(c.row[9], NONET_NONE);
  assert_string_equal(net_key(n, c.row[0]), "Partner number 1");
  matrix_cells_free(&c);
  style_free(&style);
  nonet_free(n);
}

static void a_square_matrix_of_too_many_is_cut_alike_both_ways(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d d-e e-a a-c");
  nonet_draw_options options = {0};
  struct matrix_cells c;
  struct style style;
  nonet_err err;
  assert_ok(style_make(&style, n, &options, NULL, &err), err);
  assert_ok(matrix_cells_fill(&c, &style, (struct matrix_most){3, 3}, &err), err);
  assert_string_equal(net_key(n, c.row[0]), "a"); /* a and c have three ties, b, d and e two */
  assert_string_equal(net_key(n, c.row[1]), "c");
  assert_int_equal(c.row[2], NONET_NONE);
  for (size_t i = 0; i < c.count; i++)
    if (c.at[i].row == 2 && c.at[i].column == 2) assert_string_equal(c.texts.bytes + c.at[i].text, "1"); /* d-e, once */
  assert_int_equal(c.row_ties[2], 5);
  matrix_cells_free(&c);
  style_free(&style);
  nonet_free(n);
}

static void of_many_kinds_what_is_worked_on_stands_in_the_columns(void **state) {
  (void)state;
  nonet *n = net_of("a=agency b=school p=programme q=programme a-p b-p b-q a-b");
  nonet_draw_options options = {0};
  struct matrix_cells c;
  struct style style;
  nonet_err err;
  assert_ok(style_make(&style, n, &options, NULL, &err), err);
  assert_ok(matrix_cells_fill(&c, &style, (struct matrix_most){0, 0}, &err), err);
  assert_false(c.square);
  assert_int_equal(c.rows, 2);
  assert_int_equal(c.columns, 2);
  assert_int_equal(c.left_out, 1);
  assert_string_equal(c.column_name, "programme");
  assert_true(matrix_hangs_on_one(&c, node_of(n, "q")));
  matrix_cells_free(&c);
  style_free(&style);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(forty_columns_have_their_names_on_a3),
                                     cmocka_unit_test(what_the_paper_has_no_room_for_shares_the_last_row_and_is_said),
                                     cmocka_unit_test(every_tie_is_counted_once_in_rows_and_once_in_columns),
                                     cmocka_unit_test(a_square_matrix_of_too_many_is_cut_alike_both_ways),
                                     cmocka_unit_test(of_many_kinds_what_is_worked_on_stands_in_the_columns)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
