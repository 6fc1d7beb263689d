/* Why two sides are not connected: the nearest thing that there is.
 *
 * How: the conditions are taken away one by one; those without which there is a way are named, with how long it is. Where no single one is
 * in the way, all are taken away; then the direction of ties. Where there is still no way the two are in different components, and the
 * nearest pair is named: one called alike in both, or two of one layer, or the two with the most contacts. */
#include "ask/connection.h"
#include "ask/tell.h"
#include "base/memory.h"
#include "base/name.h"
#include "net/key_order.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Steps of the shortest way under some filters; INFINITY: none. */
static nonet_code steps_by(double *out, const struct connection *c, const struct ways_options *filters, nonet_err *err) {
  struct ways_options o = *filters;
  struct ways ways;
  struct terrain t = {0};
  struct shortest_found found = {0};
  *out = INFINITY;
  uint8_t *ends = memory_array(c->net->nodes, 1);
  if (!ends) return error_memory(err);
  for (uint32_t v = 0; v < c->net->nodes; v++)
    ends[v] = c->flag[0][v] || c->flag[1][v];
  o.ends = ends;
  nonet_code code = ways_start(&ways, c->net, &o, err);
  free(ends);
  if (code) return code;
  code = terrain_start(&t, &ways, c->side, err);
  if (!code) code = trails_shortest(&found, &t, 1, &c->run, err);
  if (!code) *out = found.steps;
  trails_free(&found.trails);
  terrain_free(&t);
  ways_free(&ways);
  return code;
}

static void head(struct buffer *text, const struct connection *c) {
  buffer_text(text, "no way leads from ");
  subject_tell(text, &c->end[0], c->net);
  buffer_text(text, " to ");
  subject_tell(text, &c->end[1], c->net);
}

/* Filters without one of the conditions; false: that one was not asked for. */
static bool leave_out(struct ways_options *f, int i) {
  const char **texts[] = {&f->via, &f->tie_kind, &f->since, &f->before, &f->through};
  if (i == 0) {
    bool said = f->avoid && f->avoid[0];
    f->avoid = NULL;
    return said;
  }
  bool said = *texts[i - 1] != NULL;
  *texts[i - 1] = NULL;
  return said;
}

/* Name each condition that alone stands in the way; how many conditions there are. */
static nonet_code try_conditions(struct buffer *text, int *conditions, bool *found, const struct connection *c, nonet_err *err) {
  static const char *const words[] = {"what is avoided", "the layer", "the kind of tie", "since", "before", "the kind between"};
  nonet_code code = NONET_OK;
  *conditions = 0;
  *found = false;
  for (int i = 0; i < 6 && !code; i++) {
    struct ways_options f = connection_filters(c);
    double steps;
    if (!leave_out(&f, i)) continue;
    (*conditions)++;
    code = steps_by(&steps, c, &f, err);
    if (code || isinf(steps)) continue;
    buffer_print(text, "%s without the condition on %s it takes %.0f %s", *found ? ";" : " under these conditions;", words[i], steps,
                 steps == 1 ? "step" : "steps");
    *found = true;
  }
  return code;
}

/* ---- different components ---- */

/* Flag what a side reaches, whichever way ties point. */
static bool flag_component(uint8_t *reached, const struct connection *c, int side) {
  const nonet *n = c->net;
  uint32_t *queue = memory_array(n->nodes, sizeof *queue), head_at = 0, tail = 0;
  if (!queue) return false;
  for (uint32_t v = 0; v < n->nodes; v++)
    if (c->flag[side][v]) reached[v] = 1, queue[tail++] = v;
  while (head_at < tail)
    for (uint64_t v = queue[head_at++], e = n->end_first[v]; e < n->end_first[v + 1]; e++)
      if (!reached[n->end_other[e]]) reached[n->end_other[e]] = 1, queue[tail++] = n->end_other[e];
  free(queue);
  return true;
}

static uint32_t count_flags(const uint8_t *flag, uint32_t nodes) {
  uint32_t count = 0;
  for (uint32_t v = 0; v < nodes; v++)
    count += flag[v];
  return count;
}

/* The node of most ends among those flagged, of equals the first by key; of one layer alone where that is no NONET_NONE. */
static uint32_t most_tied(const nonet *n, const uint8_t *flag, uint32_t layer) {
  uint32_t best = NONET_NONE;
  for (uint32_t v = 0; v < n->nodes; v++) {
    struct subject s = {.what = SUBJECT_LAYER, .at = layer};
    if (!flag[v] || (layer != NONET_NONE && !subject_has(&s, n, v))) continue;
    uint64_t ends = n->end_first[v + 1] - n->end_first[v];
    uint64_t most = best == NONET_NONE ? 0 : n->end_first[best + 1] - n->end_first[best];
    if (best == NONET_NONE || ends > most || (ends == most && key_before(n, v, best))) best = v;
  }
  return best;
}

struct called {
  char *folded; /* owned */
  uint32_t node;
};

static int by_name(const void *a, const void *b) {
  const struct called *x = a, *y = b;
  int order = strcmp(x->folded, y->folded);
  return order ? order : x->node < y->node ? -1 : x->node > y->node;
}

static bool collect(struct called *list, size_t *count, const nonet *n, const uint8_t *flag) {
  for (uint32_t v = 0; v < n->nodes; v++) {
    nonet_node node;
    struct buffer folded = {0};
    if (!flag[v]) continue;
    nonet_node_get(&node, n, v);
    bool good = name_fold(&folded, node.label);
    list[*count] = (struct called){good ? memory_text(buffer_string(&folded)) : NULL, v};
    buffer_free(&folded);
    if (!list[(*count)++].folded) return false;
  }
  qsort(list, *count, sizeof *list, by_name);
  return true;
}

static void free_names(struct called *list, size_t count) {
  for (size_t i = 0; list && i < count; i++)
    free(list[i].folded);
  free(list);
}

/* The first name that stands on both sides, by its bytes, but for the two that were asked about. False: out of memory. */
static bool called_alike(uint32_t pair[2], const struct connection *c, uint8_t *const reached[2]) {
  const nonet *n = c->net;
  struct called *list[2] = {NULL, NULL};
  size_t count[2] = {0, 0}, at[2] = {0, 0};
  bool good = true;
  for (int i = 0; i < 2 && good; i++) {
    list[i] = memory_zeroed(n->nodes, sizeof *list[i]);
    good = list[i] && collect(list[i], &count[i], n, reached[i]);
  }
  while (good && at[0] < count[0] && at[1] < count[1]) {
    int order = strcmp(list[0][at[0]].folded, list[1][at[1]].folded);
    bool asked =
        c->side[0].count == 1 && c->side[1].count == 1 && list[0][at[0]].node == c->side[0].only && list[1][at[1]].node == c->side[1].only;
    if (order == 0 && !asked) {
      pair[0] = list[0][at[0]].node;
      pair[1] = list[1][at[1]].node;
      break;
    }
    at[order > 0]++;
  }
  free_names(list[0], count[0]);
  free_names(list[1], count[1]);
  return good;
}

static void tell_pair(struct buffer *text, const struct connection *c, const uint32_t pair[2], const char *why) {
  buffer_text(text, "; the closest pair is ");
  tell_node(text, c->net, pair[0]);
  buffer_text(text, " and ");
  tell_node(text, c->net, pair[1]);
  buffer_text(text, why);
}

/* How large the components of both sides are; of somebody without a tie, that. */
static void tell_parts(struct buffer *text, const struct connection *c, const uint32_t size[2]) {
  bool bare[2];
  for (int i = 0; i < 2; i++)
    bare[i] = size[i] == 1 && c->end[i].what == SUBJECT_NODE;
  buffer_text(text, ": they are in different components, ");
  if (bare[0] && bare[1])
    buffer_text(text, "for neither has a tie to anybody else");
  else if (bare[0] || bare[1]) {
    buffer_text(text, "for ");
    subject_tell(text, &c->end[bare[1]], c->net);
    buffer_text(text, " has no tie to anybody else");
  } else
    buffer_print(text, "of %" PRIu32 " and %" PRIu32 " nodes", size[0], size[1]);
}

static nonet_code tell_components(struct buffer *text, const struct connection *c, nonet_err *err) {
  const nonet *n = c->net;
  uint8_t *reached[2] = {memory_zeroed(n->nodes, 1), memory_zeroed(n->nodes, 1)};
  uint32_t pair[2] = {NONET_NONE, NONET_NONE};
  bool good = reached[0] && reached[1] && flag_component(reached[0], c, 0) && flag_component(reached[1], c, 1);
  good = good && called_alike(pair, c, reached);
  if (good) {
    tell_parts(text, c, (const uint32_t[]){count_flags(reached[0], n->nodes), count_flags(reached[1], n->nodes)});
    if (pair[0] != NONET_NONE)
      tell_pair(text, c, pair, ", who are called alike");
    else {
      for (uint32_t layer = 0; layer < n->layers && (pair[0] == NONET_NONE || pair[1] == NONET_NONE); layer++)
        for (int i = 0; i < 2; i++)
          pair[i] = most_tied(n, reached[i], layer);
      bool layer = pair[0] != NONET_NONE && pair[1] != NONET_NONE;
      for (int i = 0; i < 2 && !layer; i++)
        pair[i] = most_tied(n, reached[i], NONET_NONE);
      tell_pair(text, c, pair, layer ? ", who are in one layer" : ", those with the most ties on either side");
    }
  }
  free(reached[0]);
  free(reached[1]);
  return good ? NONET_OK : error_memory(err);
}

/* ---- all ---- */

nonet_code connection_miss(const struct connection *c, nonet_err *err) {
  struct ways_options none = {0}, both = {.both_directions = true};
  struct buffer text = {0};
  double steps = INFINITY;
  int conditions = 0;
  bool found = false;
  head(&text, c);
  nonet_code code = NONET_OK;
  if (isfinite(c->shortest.steps)) {
    buffer_print(&text, " within %" PRIu32 " %s; the shortest takes %.0f", c->options->within, c->options->within == 1 ? "step" : "steps",
                 c->shortest.steps);
    goto done;
  }
  code = try_conditions(&text, &conditions, &found, c, err);
  if (code || found) goto done;
  if (conditions > 1) code = steps_by(&steps, c, &none, err);
  if (!code && isfinite(steps)) {
    buffer_print(&text, " under these conditions; without all of them it takes %.0f %s", steps, steps == 1 ? "step" : "steps");
    goto done;
  }
  if (!code && c->net->directed) code = steps_by(&steps, c, &both, err);
  if (!code && isfinite(steps))
    buffer_print(&text, " in the direction of the ties; read both ways, the shortest takes %.0f %s", steps, steps == 1 ? "step" : "steps");
  else if (!code)
    code = tell_components(&text, c, err);
done:
  if (!code) code = text.failed ? error_memory(err) : error_set(err, NONET_ENOANSWER, "%s", buffer_string(&text));
  buffer_free(&text);
  return code;
}
