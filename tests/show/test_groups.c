/* Groups in tiles. */
#include "base/run.h"
#include "show/groups.h"
#include "tests/test.h"

enum { BOXES = 60, GROUPS = 5 };

static bool within(const struct frame *f, const struct place *b) {
  return b->x - b->w / 2 >= f->x0 && b->x + b->w / 2 <= f->x1 && b->y - b->h / 2 >= f->y0 && b->y + b->h / 2 <= f->y1;
}

static bool touches(const struct frame *f, const struct place *b) {
  return b->x + b->w / 2 > f->x0 && b->x - b->w / 2 < f->x1 && b->y + b->h / 2 > f->y0 && b->y - b->h / 2 < f->y1;
}

static void make(struct place *boxes, uint8_t *group) {
  struct chance c;
  chance_start(&c, 9, 0);
  for (size_t i = 0; i < BOXES; i++) {
    boxes[i] = (struct place){chance_share(&c) * 500, chance_share(&c) * 500, 20 + chance_share(&c) * 70, 20 + chance_share(&c) * 20};
    group[i] = i % 7 == 6 ? 255 : (uint8_t)(i * 3 % GROUPS);
  }
}

static void members_are_in_their_frame_and_nobody_else_is(void **state) {
  (void)state;
  struct place boxes[BOXES];
  struct frame frames[GROUPS];
  uint8_t group[BOXES];
  nonet_err err;
  make(boxes, group);
  for (size_t g = 0; g < GROUPS; g++)
    assert_non_null(memchr(group, (int)g, BOXES));
  struct grouping how = {.group = group, .groups = GROUPS, .gap = 5, .margin = 8, .title = 14, .frames = frames};
  double w = 700, h = 400;
  assert_ok(groups_in_area(boxes, BOXES, &how, &w, &h, &err), err);
  for (size_t g = 0; g < GROUPS; g++)
    for (size_t i = 0; i < BOXES; i++) {
      if (group[i] == g)
        assert_true(within(&frames[g], &boxes[i]));
      else
        assert_false(touches(&frames[g], &boxes[i]));
    }
  for (size_t i = 0; i < BOXES; i++)
    for (size_t k = i + 1; k < BOXES; k++)
      assert_false(apart_overlap(&boxes[i], &boxes[k]));
}

static void a_group_without_members_has_no_frame(void **state) {
  (void)state;
  struct place boxes[2] = {{0, 0, 40, 20}, {10, 0, 40, 20}};
  struct frame frames[3];
  uint8_t group[2] = {2, 2};
  nonet_err err;
  struct grouping how = {.group = group, .groups = 3, .gap = 5, .margin = 8, .title = 14, .frames = frames};
  double w = 300, h = 200;
  assert_ok(groups_in_area(boxes, 2, &how, &w, &h, &err), err);
  assert_true(frames[0].x1 <= frames[0].x0);
  assert_true(frames[1].x1 <= frames[1].x0);
  assert_true(frames[2].x1 > frames[2].x0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(members_are_in_their_frame_and_nobody_else_is),
                                     cmocka_unit_test(a_group_without_members_has_no_frame)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
