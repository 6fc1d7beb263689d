/* Sketches of networks, to look at what a picture holds. */
#ifndef NONET_TESTS_SHOW_SKETCHES_H
#define NONET_TESTS_SHOW_SKETCHES_H

#include "base/run.h"
#include "fixture/net_of.h"
#include "show/map.h"
#include "show/matrix.h"
#include "tests/test.h"

#include <stdlib.h>

/* A network by chance: nodes, ties, layers (0: none); partners and strategies in turn; names of very different lengths. */
static inline nonet *chance_net(uint32_t nodes, uint32_t ties, uint32_t layers, uint64_t seed) {
  static const char *const words[] = {"Youth", "Partnership", "of", "the", "Metropolitan", "Health", "Trust", "東京", "Ø", "R&D"};
  static const char *const layer_names[] = {"Health", "Education", "Housing", "Arts", "Economy", "Safety", "Transport", "Sport", "Climate"};
  nonet_draft *d = NULL;
  nonet *n = NULL;
  nonet_err err;
  struct chance c;
  char keys[512][8], label[200];
  chance_start(&c, seed, nodes);
  assert_true(nodes <= 512);
  assert_ok(nonet_draft_new(&d, &err), err);
  for (uint32_t v = 0; v < nodes; v++) {
    struct buffer b = {0};
    buffer_print(&b, "k%u", v);
    memcpy(keys[v], buffer_string(&b), b.size + 1);
    buffer_clear(&b);
    for (uint64_t i = 0, count = 1 + chance_below(&c, 5); i < count; i++)
      buffer_print(&b, "%s%s", i ? " " : "", words[chance_below(&c, 10)]);
    memcpy(label, buffer_string(&b), b.size + 1);
    buffer_free(&b);
    nonet_node_row row = {.key = keys[v], .label = label, .kind = v % 3 ? "partner" : "strategy", .origin = {NONET_NONE, 0}};
    if (layers) row.layers = layer_names[chance_below(&c, layers)];
    assert_ok(nonet_draft_node(NULL, d, &row, &err), err);
  }
  for (uint32_t t = 0; t < ties; t++) {
    nonet_tie_row row = {.from = keys[chance_below(&c, nodes)], .to = keys[chance_below(&c, nodes)], .origin = {NONET_NONE, 0}};
    row.kind = t % 3 ? "leads" : "funds";
    assert_ok(nonet_draft_tie(NULL, d, &row, &err), err);
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

/* The sketch of a map or matrix; style and sketch are to be freed. */
static inline void sketch_of(struct sketch *k, struct style *style, const nonet *n, const char *layout) {
  nonet_draw_options options = {.layout = layout};
  nonet_err err;
  assert_ok(style_make(style, n, &options, NULL, &err), err);
  assert_ok(sketch_start(k, n, &options, &err), err);
  if (layout && strcmp(layout, "matrix") == 0)
    assert_ok(matrix_draw(k, style, &err), err);
  else
    assert_ok(map_draw(k, style, layout, NONET_DRAW_PATH, NULL, &err), err);
  assert_false(k->scene.failed);
}

static inline struct frame mark_frame(const struct scene_mark *m) {
  return (struct frame){m->x - m->w / 2, m->y - m->h / 2, m->x + m->w / 2, m->y + m->h / 2};
}

static inline bool frames_meet(struct frame a, struct frame b) {
  return a.x1 > b.x0 + 0.02 && b.x1 > a.x0 + 0.02 && a.y1 > b.y0 + 0.02 && b.y1 > a.y0 + 0.02;
}

static inline bool is_class(const struct scene_mark *m, const char *class) {
  return strcmp(m->class, class) == 0;
}

#endif
