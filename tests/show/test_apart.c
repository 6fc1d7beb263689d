/* Boxes that move apart. */
#include "base/run.h"
#include "show/apart.h"
#include "tests/test.h"

enum { MOST = 200 };
static const struct apart_how how = {5, 2, false}, at_once = {5, 2, true};

/* Boxes at places drawn by chance, `filled` of the area taken. */
static size_t scatter(struct place *boxes, size_t count, double filled, double *w, double *h) {
  struct chance c;
  double area = 0;
  chance_start(&c, 5, count);
  for (size_t i = 0; i < count; i++) {
    boxes[i] = (struct place){chance_share(&c) * 900, chance_share(&c) * 500, 30 + chance_share(&c) * 80, 20 + chance_share(&c) * 30};
    area += (boxes[i].w + 5) * (boxes[i].h + 5);
  }
  *w = sqrt(area / filled * 1.5);
  *h = *w / 1.5;
  return count;
}

static void check(const struct place *boxes, size_t count, double w, double h) {
  for (size_t i = 0; i < count; i++) {
    assert_true(fabs(boxes[i].x) + boxes[i].w / 2 <= w / 2 + 0.01);
    assert_true(fabs(boxes[i].y) + boxes[i].h / 2 <= h / 2 + 0.01);
    for (size_t k = i + 1; k < count; k++)
      if (apart_overlap(&boxes[i], &boxes[k])) fail_msg("boxes %zu and %zu overlap", i, k);
  }
}

static void no_two_boxes_overlap_and_none_leaves_the_area(void **state) {
  (void)state;
  struct place boxes[MOST];
  nonet_err err;
  double w, h;
  for (size_t count = 1; count <= MOST; count = count * 2 + 1)
    for (double filled = 0.2; filled < 1; filled += 0.2) {
      scatter(boxes, count, filled, &w, &h);
      assert_ok(apart_in_area(boxes, count, &how, &w, &h, &err), err);
      check(boxes, count, w, h);
    }
}

static void the_area_stays_where_there_is_room(void **state) {
  (void)state;
  struct place boxes[60];
  nonet_err err;
  double w, h;
  scatter(boxes, 60, 0.6, &w, &h);
  double before = w;
  assert_ok(apart_in_area(boxes, 60, &at_once, &w, &h, &err), err);
  assert_near(w, before, 1e-9);
}

static void boxes_at_one_place_come_apart_the_same_way_each_time(void **state) {
  (void)state;
  struct place once[20], again[20];
  nonet_err err;
  double w = 300, h = 200;
  for (size_t i = 0; i < 20; i++)
    once[i] = again[i] = (struct place){0, 0, 40, 20};
  assert_ok(apart_in_area(once, 20, &how, &w, &h, &err), err);
  check(once, 20, w, h);
  w = 300, h = 200;
  assert_ok(apart_in_area(again, 20, &how, &w, &h, &err), err);
  assert_memory_equal(once, again, sizeof once);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(no_two_boxes_overlap_and_none_leaves_the_area),
                                     cmocka_unit_test(the_area_stays_where_there_is_room),
                                     cmocka_unit_test(boxes_at_one_place_come_apart_the_same_way_each_time)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
