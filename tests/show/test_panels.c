/* Panels: every node in the same place in each, and in each only what is there. */
#include "show/panels.h"
#include "sketches.h"

static const char *const stayed = "stayed", *const came = "came", *const went = "went";

static void panels_of(struct sketch *k, const nonet *n, const struct panel *panel, size_t count) {
  nonet_draw_options options = {0};
  nonet_err err;
  assert_ok(sketch_start(k, n, &options, &err), err);
  assert_ok(panels_draw(k, n, panel, count, &options, NONET_DRAW_PATH, NULL, &err), err);
  assert_false(k->scene.failed);
}

/* Marks of class node come in the order of the nodes, n for each panel. */
static size_t nodes_of(const struct scene *s, const struct scene_mark **out, size_t room) {
  size_t count = 0;
  for (size_t i = 0; i < s->mark_count; i++)
    if (is_class(&s->marks[i], "node") && count < room) out[count++] = &s->marks[i];
  return count;
}

static void a_node_stands_in_the_same_place_in_every_panel(void **state) {
  (void)state;
  enum { NODES = 12, PANELS = 5 };
  nonet *n = chance_net(NODES, 20, 2, 3);
  const char *node[PANELS][NODES], *tie[PANELS][20];
  struct panel panel[PANELS];
  static const char *const titles[PANELS] = {"2020", "2021", "2022", "2023", "2024"};
  for (size_t i = 0; i < PANELS; i++) {
    for (size_t v = 0; v < NODES; v++)
      node[i][v] = (v + i) % 4 ? stayed : i % 2 ? came : NULL;
    for (size_t t = 0; t < 20; t++)
      tie[i][t] = (t + i) % 3 ? stayed : t % 2 ? went : NULL;
    panel[i] = (struct panel){.title = titles[i], .node = node[i], .tie = tie[i]};
  }
  struct sketch k = {0};
  const struct scene_mark *mark[NODES * PANELS + 1];
  panels_of(&k, n, panel, PANELS);
  assert_int_equal(nodes_of(&k.scene, mark, NODES * PANELS + 1), NODES * PANELS);
  for (size_t i = 1; i < PANELS; i++) {
    double dx = mark[i * NODES]->x - mark[0]->x, dy = mark[i * NODES]->y - mark[0]->y;
    assert_true(fabs(dx) + fabs(dy) > 10);
    for (size_t v = 0; v < NODES; v++) {
      assert_near(mark[i * NODES + v]->x - mark[v]->x, dx, 1e-9);
      assert_near(mark[i * NODES + v]->y - mark[v]->y, dy, 1e-9);
      assert_int_equal(mark[i * NODES + v]->fill != NULL, node[i][v] != NULL);
    }
  }
  size_t titled = 0;
  for (size_t i = 0; i < k.scene.mark_count; i++)
    for (size_t p = 0; p < PANELS; p++)
      titled += strcmp(scene_text_at(&k.scene, k.scene.marks[i].text), titles[p]) == 0;
  assert_int_equal(titled, PANELS);
  sketch_free(&k);
  nonet_free(n);
}

static void a_line_is_drawn_in_the_panels_that_have_its_tie(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  const char *node[] = {stayed, stayed, stayed}, *first[] = {stayed, NULL}, *second[] = {went, came};
  const struct panel panel[] = {{.title = "one", .node = node, .tie = first}, {.title = "two", .node = node, .tie = second}};
  struct sketch k = {0};
  size_t drawn[2] = {0}, dashed = 0;
  panels_of(&k, n, panel, 2);
  for (size_t i = 0; i < k.scene.line_count; i++) {
    if (k.scene.lines[i].tie == NONET_NONE) continue;
    drawn[k.scene.lines[i].tie]++;
    dashed += k.scene.lines[i].dash == DASH_DASHED;
  }
  assert_int_equal(drawn[0], 2);
  assert_int_equal(drawn[1], 1);
  assert_int_equal(dashed, 1);
  sketch_free(&k);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_node_stands_in_the_same_place_in_every_panel),
      cmocka_unit_test(a_line_is_drawn_in_the_panels_that_have_its_tie),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
