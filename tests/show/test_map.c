/* Maps: what a picture promises, checked on the placed scene. */
#include "sketches.h"

/* A node and its own name touch; nothing else may. */
static void nothing_overlaps(const struct scene *s) {
  for (size_t i = 0; i < s->mark_count; i++) {
    const struct scene_mark *a = &s->marks[i];
    if (!is_class(a, "node") && !is_class(a, "label")) continue;
    for (size_t k = i + 1; k < s->mark_count; k++) {
      const struct scene_mark *b = &s->marks[k];
      if (!is_class(b, "node") && !is_class(b, "label")) continue;
      if (a->node != b->node && frames_meet(mark_frame(a), mark_frame(b))) fail_msg("marks %zu and %zu overlap", i, k);
    }
  }
}

static void legend_is_outside(const struct scene *s) {
  for (size_t i = 0; i < s->mark_count; i++) {
    const struct scene_mark *a = &s->marks[i];
    if (is_class(a, "node") || is_class(a, "label")) continue;
    for (size_t k = 0; k < s->mark_count; k++)
      if ((is_class(&s->marks[k], "node") || is_class(&s->marks[k], "label")) && frames_meet(mark_frame(a), mark_frame(&s->marks[k])))
        fail_msg("%s %zu covers a node", a->class, i);
    for (size_t k = 0; k < s->box_count; k++)
      assert_false(frames_meet(mark_frame(a), s->boxes[k].frame));
  }
}

static void boxes_hold_their_members_only(const struct scene *s, const struct style *style) {
  for (size_t i = 0; i < s->box_count; i++) {
    const struct scene_box *box = &s->boxes[i];
    for (size_t k = i + 1; k < s->box_count; k++)
      assert_false(frames_meet(box->frame, s->boxes[k].frame));
    assert_true(box->marks > 0);
    uint8_t group = style->node_group[s->marks[s->members[box->first_mark]].node];
    for (size_t k = 0; k < s->mark_count; k++) {
      const struct scene_mark *m = &s->marks[k];
      if (is_class(m, "node")) assert_int_equal(frames_meet(mark_frame(m), box->frame), style->node_group[m->node] == group);
    }
  }
}

static void check(nonet *n, const char *layout) {
  struct sketch k = {0};
  struct style style;
  sketch_of(&k, &style, n, layout);
  nothing_overlaps(&k.scene);
  legend_is_outside(&k.scene);
  boxes_hold_their_members_only(&k.scene, &style);
  sketch_free(&k);
  style_free(&style);
  nonet_free(n);
}

static void names_and_marks_do_not_overlap_and_the_legend_covers_none(void **state) {
  (void)state;
  static const struct {
    uint32_t nodes, ties, layers;
  } sizes[] = {{1, 0, 0}, {2, 1, 0}, {12, 30, 0}, {12, 14, 3}, {40, 90, 0}, {40, 60, 5}, {45, 80, 9}, {120, 300, 4}, {200, 260, 0}};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
    check(chance_net(sizes[i].nodes, sizes[i].ties, sizes[i].layers, i), NULL);
}

static void each_engine_gives_a_picture_without_overlap(void **state) {
  (void)state;
  static const char *const engines[] = {"dot", "neato", "fdp", "sfdp", "circo", "twopi"};
  for (size_t i = 0; i < sizeof engines / sizeof *engines; i++)
    check(chance_net(25, 40, i % 2 ? 3 : 0, 7), engines[i]);
}

static void corner_networks_have_pictures(void **state) {
  (void)state;
  for (size_t i = 0; corner_at(i); i++)
    check(net_of(corner_at(i)->line), NULL);
}

static void names_are_at_least_8_points_on_the_paper_or_a_note_says_so(void **state) {
  (void)state;
  for (uint32_t nodes = 10; nodes <= 250; nodes += 60) {
    nonet *n = chance_net(nodes, nodes * 2, nodes % 4, nodes);
    struct sketch k = {0};
    struct style style;
    sketch_of(&k, &style, n, NULL);
    struct frame f = scene_frame(&k.scene);
    double scale = fmin(1, fmin(k.paper_w / (f.x1 - f.x0), k.paper_h / (f.y1 - f.y0))), least = INFINITY;
    for (size_t i = 0; i < k.scene.mark_count; i++)
      if (is_class(&k.scene.marks[i], "label")) least = fmin(least, k.scene.marks[i].size * scale);
    if (least < 7.6 && !(sketch_note_at(&k, 0) && strstr(buffer_string(&k.notes), "point")))
      fail_msg("%u nodes: names of %f points", nodes, least);
    sketch_free(&k);
    style_free(&style);
    nonet_free(n);
  }
}

static void two_modes_stand_in_two_columns(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner c=partner x=strategy y=strategy a-x b-x b-y c-y a-y");
  struct sketch k = {0};
  struct style style;
  sketch_of(&k, &style, n, NULL);
  double left = 0, right = 0;
  for (size_t i = 0; i < k.scene.mark_count; i++) {
    const struct scene_mark *m = &k.scene.marks[i];
    if (!is_class(m, "node")) continue;
    bool partner = strcmp(nonet_kind_name(n, net_node_kind(n, m->node)), "partner") == 0;
    double *x = partner ? &left : &right;
    assert_int_equal(m->shape, partner ? SHAPE_CIRCLE : SHAPE_BOX);
    if (*x != 0) assert_near(m->x, *x, 1e-6);
    *x = m->x;
  }
  assert_true(left < right);
  sketch_free(&k);
  style_free(&style);
  nonet_free(n);
}

static void arrows_stand_only_where_ties_are_directed(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c c>b c-d");
  struct sketch k = {0};
  struct style style;
  sketch_of(&k, &style, n, "neato");
  size_t both = 0, one = 0, none = 0;
  for (size_t i = 0; i < k.scene.line_count; i++) {
    const struct scene_line *l = &k.scene.lines[i];
    if (l->tie == NONET_NONE) continue;
    both += l->head && l->tail;
    one += l->head != l->tail;
    none += !l->head && !l->tail;
  }
  assert_int_equal(both, 1);
  assert_int_equal(one, 1);
  assert_int_equal(none, 1);
  sketch_free(&k);
  style_free(&style);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(names_and_marks_do_not_overlap_and_the_legend_covers_none),
                                     cmocka_unit_test(each_engine_gives_a_picture_without_overlap),
                                     cmocka_unit_test(corner_networks_have_pictures),
                                     cmocka_unit_test(names_are_at_least_8_points_on_the_paper_or_a_note_says_so),
                                     cmocka_unit_test(two_modes_stand_in_two_columns),
                                     cmocka_unit_test(arrows_stand_only_where_ties_are_directed)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
