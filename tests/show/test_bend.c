/* Lines bend around what they should not run through, and stay where they belong. */
#include "show/bend.h"
#include "sketches.h"

#include <math.h>

/* Three nodes in a row, without names: a at -100, b in the middle, c at 100. */
struct row {
  nonet *net;
  struct style style;
  struct map_node nodes[3];
  struct frame frames[STYLE_GROUPS];
  struct map map;
};

static void row_start(struct row *r) {
  nonet_err err;
  *r = (struct row){.net = net_of("a-c b")};
  assert_ok(style_make(&r->style, r->net, &(nonet_draw_options){0}, NULL, &err), err);
  for (uint32_t v = 0; v < 3; v++) {
    double x = strcmp(net_key(r->net, v), "a") == 0 ? -100 : strcmp(net_key(r->net, v), "b") == 0 ? 0 : 100;
    r->nodes[v] = (struct map_node){.cell = {x, 0, 20, 20}, .mark = {x, 0}, .size = 20};
  }
  r->map = (struct map){
      .net = r->net, .style = &r->style, .layout = "neato", .nodes = r->nodes, .frames = r->frames, .width = 400, .height = 300};
}

static void row_end(struct row *r) {
  style_free(&r->style);
  nonet_free(r->net);
}

/* How near the line from a to c comes to the middle of b. */
static double nearest(const struct row *r, bool avoids) {
  struct point at[4];
  double least = INFINITY;
  bend_line(at, &r->map, node_of(r->net, "a"), node_of(r->net, "c"), 0, &(struct bend_field){.map = &r->map, .avoids = avoids});
  for (int i = 0; i <= 100; i++) {
    struct point p = scene_on_curve(at, i / 100.0);
    least = fmin(least, hypot(p.x, p.y));
  }
  return least;
}

static void a_line_goes_round_a_node_that_stands_in_its_way(void **state) {
  (void)state;
  struct row r;
  row_start(&r);
  assert_true(nearest(&r, true) > 10);
  assert_true(nearest(&r, false) < 1);
  row_end(&r);
}

static void a_line_ends_where_its_marks_begin(void **state) {
  (void)state;
  struct row r;
  struct point at[4];
  row_start(&r);
  bend_line(at, &r.map, node_of(r.net, "a"), node_of(r.net, "c"), 0, &(struct bend_field){.map = &r.map});
  assert_near(at[0].x, -90, 1e-9);
  assert_near(at[3].x, 90, 1e-9);
  row_end(&r);
}

static void a_line_within_a_box_stays_below_its_title(void **state) {
  (void)state;
  struct row r;
  struct point at[4];
  row_start(&r);
  r.map.boxes = true;
  r.style.groups = 1;
  for (uint32_t v = 0; v < 3; v++)
    r.style.node_group[v] = 0;
  r.frames[0] = (struct frame){-120, -100, 120, 28}; /* no room above: the title takes 14 of 28 */
  bend_line(at, &r.map, node_of(r.net, "a"), node_of(r.net, "c"), 0, &(struct bend_field){.map = &r.map, .avoids = true});
  for (int i = 0; i <= 100; i++)
    assert_true(scene_on_curve(at, i / 100.0).y < 14);
  assert_true(scene_on_curve(at, 0.5).y < -10); /* below b */
  row_end(&r);
}

static void a_tie_to_itself_is_a_small_arc_beside_the_mark(void **state) {
  (void)state;
  struct row r;
  struct point at[4];
  row_start(&r);
  uint32_t b = node_of(r.net, "b");
  bend_line(at, &r.map, b, b, 0, &(struct bend_field){.map = &r.map});
  assert_true(at[1].x > 10 && at[1].x < 40 && at[1].y > 0 && at[2].y < 0);
  row_end(&r);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_line_goes_round_a_node_that_stands_in_its_way), cmocka_unit_test(a_line_ends_where_its_marks_begin),
      cmocka_unit_test(a_line_within_a_box_stays_below_its_title), cmocka_unit_test(a_tie_to_itself_is_a_small_arc_beside_the_mark)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
