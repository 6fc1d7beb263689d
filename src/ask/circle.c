/* See circle.h. */
#include "ask/circle.h"

#include "ask/evidence.h"
#include "base/memory.h"
#include "net/key_order.h"

#include <stdlib.h>

void circle_add(struct circle *c, uint32_t x) {
  if (!memory_grow(&c->at, &c->room, c->count + 1, sizeof *c->at))
    c->failed = true;
  else
    c->at[c->count++] = x;
}

void circle_free(struct circle *c) {
  free(c->at);
  *c = (struct circle){0};
}

bool circle_has(const struct circle *c, uint32_t x) {
  for (size_t i = 0; i < c->count; i++)
    if (c->at[i] == x) return true;
  return false;
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

static int by_key(const void *a, const void *b, void *net) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return key_before(net, x, y) ? -1 : key_before(net, y, x) ? 1 : by_number(a, b);
}

void circle_settle_ties(struct circle *c) {
  size_t kept = 0;
  if (c->count > 1) qsort(c->at, c->count, sizeof *c->at, by_number);
  for (size_t i = 0; i < c->count; i++)
    if (kept == 0 || c->at[kept - 1] != c->at[i]) c->at[kept++] = c->at[i];
  c->count = kept;
}

void circle_settle_nodes(struct circle *c, const nonet *n) {
  circle_settle_ties(c);
  if (c->count > 1) qsort_r(c->at, c->count, sizeof *c->at, by_key, (void *)(uintptr_t)n);
}

void circle_neighbours(struct circle *c, const nonet *n, uint32_t v) {
  uint32_t last = NONET_NONE;
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
    if (n->end_other[e] == v || n->end_other[e] == last) continue;
    circle_add(c, last = n->end_other[e]);
  }
}

/* The first end of v that leads to w or beyond: ends stand ascending. */
static uint64_t first_end(const nonet *n, uint32_t v, uint32_t w) {
  uint64_t low = n->end_first[v], high = n->end_first[v + 1];
  while (low < high) {
    uint64_t middle = low + (high - low) / 2;
    if (n->end_other[middle] < w)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void circle_ties_between(struct circle *c, const nonet *n, uint32_t v, uint32_t w) {
  for (uint64_t e = first_end(n, v, w); e < n->end_first[v + 1] && n->end_other[e] == w; e++)
    circle_add(c, n->end_tie[e]);
}

bool circle_tied(const nonet *n, uint32_t v, uint32_t w) {
  uint64_t e = first_end(n, v, w);
  return e < n->end_first[v + 1] && n->end_other[e] == w;
}

nonet_code circle_show_nodes(nonet_answer *a, const char *name, const char *title, const nonet *n, const struct circle *nodes,
                             const char *role, nonet_err *err) {
  nonet_sheet *s = NULL;
  if (nodes->failed) return error_memory(err);
  nonet_code code = people_sheet(&s, name, title, n, nodes->at, nodes->count, err);
  if (!code) code = answer_add_sheet(a, s, err);
  for (size_t i = 0; role && i < nodes->count && !code; i++)
    code = answer_mark_node(a, nodes->at[i], role, err);
  return code;
}

nonet_code circle_show_ties(nonet_answer *a, const char *name, const char *title, const nonet *n, struct circle *ties, nonet_err *err) {
  nonet_sheet *s = NULL;
  circle_settle_ties(ties);
  if (ties->failed) return error_memory(err);
  nonet_code code = evidence_sheet(&s, name, title, n, ties->at, ties->count, err);
  if (!code) code = answer_add_sheet(a, s, err);
  for (size_t i = 0; i < ties->count && !code; i++)
    code = answer_mark_tie(a, ties->at[i], "tie", err);
  return code;
}
