/* Pairs of networks for tests of change: drawn by chance with all that a tie may have, and written as one text that is the same for two
 * networks that say the same. */
#ifndef NONET_TESTS_ASK_TWO_STATES_H
#define NONET_TESTS_ASK_TWO_STATES_H

#include "fixture/net_of.h"
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>

#define UNUSED __attribute__((__unused__))

struct draw {
  uint64_t state;
};

/* xorshift64* (Vigna 2016): below `bound`. */
UNUSED static unsigned draw(struct draw *d, unsigned bound) {
  d->state ^= d->state >> 12;
  d->state ^= d->state << 25;
  d->state ^= d->state >> 27;
  return (unsigned)((d->state * 2685821657736338717ull) >> 33) % bound;
}

/* A network of up to nine nodes of two or three kinds, with layers (declared or not), kinds, weights, repeated ties, loops. */
UNUSED static nonet *net_drawn(struct draw *d, bool directed) {
  static const char *const layers[] = {NULL, "Health", "Homes", "Work"}, *const tie_kinds[] = {NULL, "leads", "funds"};
  static const char *const node_kinds[] = {NULL, "partner", "partner", "strategy"}, *const declared[] = {NULL, "Health", "Homes;Work",
                                                                                                         "Sport"};
  char key[9][8];
  nonet_draft *draft;
  nonet *n;
  nonet_err err;
  bool there[9];
  assert_ok(nonet_draft_new(&draft, &err), err);
  for (unsigned i = 0; i < 9; i++) {
    snprintf(key[i], sizeof key[i], i % 2 ? "n%u" : "%u", i);
    there[i] = draw(d, 4) > 0;
    nonet_node_row row = {.key = key[i], .kind = node_kinds[draw(d, 40) ? i % 4 : 1], .layers = declared[draw(d, 4)]};
    if (there[i]) assert_ok(nonet_draft_node(NULL, draft, &row, &err), err);
  }
  for (unsigned left = draw(d, 16); left > 0; left--) {
    unsigned a = draw(d, 9), b = draw(d, 9);
    nonet_tie_row row = {.from = key[a], .to = key[b], .layer = layers[draw(d, 4)], .kind = tie_kinds[draw(d, 3)], .source = "minutes"};
    row.has_weight = draw(d, 2);
    row.weight = row.has_weight ? 1 + draw(d, 3) : 0;
    row.direction = directed && draw(d, 5) ? NONET_DIRECTED : NONET_UNDIRECTED;
    for (unsigned again = there[a] && there[b] ? 1 + (draw(d, 5) == 0) : 0; again > 0; again--)
      assert_ok(nonet_draft_tie(NULL, draft, &row, &err), err);
  }
  nonet_seal_options how = {.direction = directed ? NONET_DIRECTED : NONET_UNDIRECTED};
  if (directed) how.direction = NONET_AS_INPUT;
  assert_ok(nonet_seal(&n, draft, &how, NULL, &err), err);
  nonet_draft_free(draft);
  return n;
}

UNUSED static int by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Lines sorted and put together; they are freed. */
UNUSED static char *joined(char **line, size_t count) {
  size_t size = 1;
  qsort(line, count, sizeof *line, by_text);
  for (size_t i = 0; i < count; i++)
    size += strlen(line[i]) + 1;
  char *text = calloc(size, 1);
  assert_non_null(text);
  for (size_t i = 0; i < count; i++) {
    strcat(strcat(text, line[i]), "\n");
    free(line[i]);
  }
  return text;
}

/* Nodes with kind and layers, ties with ends, direction, layer, kind and weight: in an order of their own. Owned by the caller. */
UNUSED static char *text_of(const nonet *n) {
  size_t count = 0;
  char **line = calloc((size_t)nonet_nodes(n) + nonet_ties(n) + 1, sizeof *line), room[512];
  assert_non_null(line);
  for (uint32_t v = 0; v < nonet_nodes(n); v++) {
    nonet_node x;
    char *layer[16];
    nonet_node_get(&x, n, v);
    for (uint32_t i = 0; i < x.layer_count; i++)
      layer[i] = strdup(nonet_layer_name(n, x.layers[i]));
    char *layers = joined(layer, x.layer_count);
    for (char *c = layers; *c; c++)
      if (*c == '\n') *c = ',';
    snprintf(room, sizeof room, "%s (%s) %s", x.key, x.kind, layers);
    line[count++] = strdup(room);
    free(layers);
  }
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie x;
    nonet_node from, to;
    nonet_tie_get(&x, n, t);
    nonet_node_get(&from, n, x.from);
    nonet_node_get(&to, n, x.to);
    bool turn = !x.directed && strcmp(from.key, to.key) > 0;
    snprintf(room, sizeof room, "%s %s %s @%s %s %g %s", turn ? to.key : from.key, x.directed ? ">" : "-", turn ? from.key : to.key,
             x.layer == NONET_NONE ? "" : nonet_layer_name(n, x.layer), x.kind, x.weight, x.source);
    line[count++] = strdup(room);
  }
  char *text = joined(line, count);
  free(line);
  return text;
}

UNUSED static nonet_answer *changes_of(const nonet *before, const nonet *after, const nonet_changes_options *o) {
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_changes(&a, before, after, o, NULL, &err), err);
  return a;
}

#endif
