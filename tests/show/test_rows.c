/* Boxes in rows. */
#include "show/apart.h"
#include "show/rows.h"
#include "tests/test.h"

static void boxes_stand_in_rows_from_the_top(void **state) {
  (void)state;
  struct place boxes[4] = {{5, 90, 40, 20}, {0, 95, 40, 20}, {5, 10, 40, 20}, {0, 5, 40, 20}}, room[4];
  assert_true(rows_in_area(boxes, room, 4, 5, 90, 50));
  assert_true(boxes[1].x < boxes[0].x && boxes[3].x < boxes[2].x);
  assert_near(boxes[0].y, boxes[1].y, 1e-9);
  assert_true(boxes[0].y > boxes[2].y);
  for (size_t i = 0; i < 4; i++)
    for (size_t k = i + 1; k < 4; k++)
      assert_false(apart_overlap(&boxes[i], &boxes[k]));
}

static void what_does_not_fit_stays_where_it_was(void **state) {
  (void)state;
  struct place boxes[2] = {{1, 2, 40, 20}, {3, 4, 40, 20}}, room[2];
  assert_false(rows_in_area(boxes, room, 2, 5, 50, 30));
  assert_near(boxes[0].x, 1, 0);
  assert_near(boxes[1].y, 4, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(boxes_stand_in_rows_from_the_top),
                                     cmocka_unit_test(what_does_not_fit_stays_where_it_was)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
