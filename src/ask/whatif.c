/* What would change: the network now and as edits would make it, side by side.
 *
 * How: the network that the edits leave is built once (net/edit.h), with a map that says where every node and tie went. Both, or the same
 * view of both, are taken apart into components and compared node by node; the rest of the answer is counted on each. */
#include "ask/whatif.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void whatif_free(struct whatif *w) {
  nonet_free(w->then);
  nonet_free(w->now_view);
  nonet_free(w->then_view);
  edit_map_free(&w->map);
  free(w->seen_map);
  buffer_free(&w->condition);
  parts_free(&w->lost);
  parts_free(&w->gained);
}

/* ---- what is compared ---- */

/* A node and its key, to match those of two views. */
struct keyed {
  const char *key;
  uint32_t node;
};

static int by_key(const void *left, const void *right) {
  return strcmp(((const struct keyed *)left)->key, ((const struct keyed *)right)->key);
}

static struct keyed *sorted_keys(const nonet *n) {
  struct keyed *k = memory_array(n->nodes, sizeof *k);
  for (uint32_t v = 0; k && v < n->nodes; v++)
    k[v] = (struct keyed){net_key(n, v), v};
  if (k && n->nodes) qsort(k, n->nodes, sizeof *k, by_key);
  return k;
}

static nonet_code match_keys(struct whatif *w, nonet_err *err) {
  struct keyed *then = sorted_keys(w->then_seen);
  w->seen_map = memory_array(w->now_seen->nodes, sizeof *w->seen_map);
  nonet_code code = then && w->seen_map ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; !code && v < w->now_seen->nodes; v++) {
    struct keyed wanted = {net_key(w->now_seen, v), v};
    const struct keyed *found = w->then_seen->nodes ? bsearch(&wanted, then, w->then_seen->nodes, sizeof *then, by_key) : NULL;
    w->seen_map[v] = found ? found->node : NONET_NONE;
  }
  free(then);
  return code;
}

static nonet_code look(struct whatif *w, nonet_err *err) {
  const char *view = w->options->through;
  w->now_seen = w->n;
  w->then_seen = w->then;
  if (!view || !*view) {
    w->seen_map = memory_copy(w->map.node, w->n->nodes, sizeof *w->seen_map);
    return w->seen_map ? NONET_OK : error_memory(err);
  }
  nonet_code code = nonet_view(&w->now_view, w->n, view, w->asked, err);
  if (!code) code = nonet_view(&w->then_view, w->then, view, w->asked, err);
  w->now_seen = w->now_view;
  w->then_seen = w->then_view;
  return code ? code : match_keys(w, err);
}

/* ---- who is in contact ---- */

static double pairs_of(const uint32_t *part, uint32_t nodes, uint32_t *size) {
  double pairs = 0;
  memset(size, 0, nodes * sizeof *size);
  for (uint32_t v = 0; v < nodes; v++)
    if (part[v] != NONET_NONE) pairs += size[part[v]]++;
  return pairs;
}

/* Parts of n's nodes in both networks, those who do not stay left out. */
static nonet_code compare(struct whatif *w, nonet_err *err) {
  uint32_t nodes = w->now_seen->nodes;
  uint32_t *now = memory_array(nodes, sizeof *now), *then = memory_array(nodes, sizeof *then), *size = memory_array(nodes, sizeof *size);
  uint32_t *part = memory_array(w->then_seen->nodes, sizeof *part), *new_number = memory_array(w->then_seen->nodes, sizeof *new_number);
  nonet_code code = now && then && size && part && new_number ? NONET_OK : error_memory(err);
  if (!code) code = parts_components(now, w->now_seen, err);
  if (!code) code = parts_components(part, w->then_seen, err);
  if (!code) {
    /* Parts then are numbered by those of their nodes that stay, so numbers are below the nodes now. */
    uint32_t next = 0;
    memset(new_number, 0xff, w->then_seen->nodes * sizeof *new_number);
    for (uint32_t v = 0; v < nodes; v++) {
      bool stays = w->seen_map[v] != NONET_NONE;
      uint32_t *number = stays ? &new_number[part[w->seen_map[v]]] : NULL;
      if (stays && *number == NONET_NONE) *number = next++;
      then[v] = stays ? *number : NONET_NONE;
      if (!stays) now[v] = NONET_NONE;
    }
    w->pairs_now = pairs_of(now, nodes, size);
    code = parts_compare(&w->lost, w->now_seen, now, then, err);
  }
  if (!code) code = parts_compare(&w->gained, w->now_seen, then, now, err);
  free(now);
  free(then);
  free(size);
  free(part);
  free(new_number);
  return code;
}

/* ---- the answer ---- */

static nonet_code fill(nonet_answer *a, struct whatif *w, nonet_err *err) {
  struct whatif_sides now = {0}, then = {0};
  nonet_code code = whatif_sides(&now, w->n, err);
  if (!code) code = whatif_sides(&then, w->then, err);
  if (!code) code = whatif_contact(a, w, err);
  if (!code) code = whatif_change(a, w, &now, &then, err);
  if (!code) code = whatif_contact_sheets(a, w, err);
  if (!code) code = whatif_marks(a, w, err);
  if (!code) code = whatif_strategies(a, w, &now, &then, err);
  if (!code) code = whatif_ties(a, w, err);
  whatif_sides_free(&now);
  whatif_sides_free(&then);
  return code;
}

nonet_code nonet_what_if(nonet_answer **out, const nonet *n, const nonet_edit *edits, size_t count, const nonet_what_if_options *options,
                         const nonet_run *run, nonet_err *err) {
  static const nonet_what_if_options none = {0};
  struct run started;
  struct whatif w = {.n = n, .edits = edits, .count = count, .options = options ? options : &none, .asked = run, .run = &started};
  nonet_answer *a = NULL;
  *out = NULL;
  run_start(&started, run);
  nonet_code code = net_edited(&w.then, &w.map, n, edits, count, &started, err);
  if (!code) code = whatif_condition(&w, err);
  if (!code) code = look(&w, err);
  if (!code) code = compare(&w, err);
  if (!code) code = run_check(&started, err);
  if (!code) code = answer_new(&a, err);
  if (!code) code = fill(a, &w, err);
  whatif_free(&w);
  if (code)
    nonet_answer_free(a);
  else
    *out = a;
  return code;
}
