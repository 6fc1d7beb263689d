/* Sums over pairs keep all distances and work each tie in; taking one out restores the distances of before. Goals that count build the
 * network with its new ties anew, in O(n + m), and judge all pairs from one search of it. */
#include "kernel/gain_model.h"

#include "base/memory.h"
#include "kernel/component.h"
#include "kernel/connectivity.h"
#include "kernel/gain_connectivity.h"
#include "kernel/gain_grown.h"
#include "kernel/gain_rows.h"
#include "kernel/gain_strong.h"
#include "kernel/gain_tree.h"

#include <stdlib.h>
#include <string.h>

enum kernel_code gain_model_start(struct gain_model *m, const struct graph *g, enum gain_goal goal, const struct gain_worth *worth,
                                  const struct kernel_watch *watch) {
  *m = (struct gain_model){.g = g, .goal = goal};
  if (!gain_goal_sums(goal)) return KERNEL_DONE;
  m->worth = *worth;
  if (worth->slim) return gain_worth_start(&m->field, g, worth);
  return gain_field_start(&m->field, g, worth, watch);
}

void gain_model_free(struct gain_model *m) {
  for (size_t i = 0; m->before && i < m->count; i++)
    free(m->before[i]);
  free(m->before);
  free(m->added);
  free(m->scores);
  gain_field_free(&m->field);
  *m = (struct gain_model){0};
}

/* ---- what is counted ---- */

static enum kernel_code count_components(int64_t *points, const struct graph *g) {
  uint32_t parts, *part = memory_array(g->nodes, sizeof *part);
  enum kernel_code code = !part         ? KERNEL_NO_MEMORY
                          : g->directed ? component_strong(part, NULL, &parts, g)
                                        : component_weak(part, NULL, &parts, g);
  if (!code) *points = -(int64_t)parts;
  free(part);
  return code;
}

static enum kernel_code count(int64_t *points, enum gain_goal goal, const struct graph *g, const struct kernel_watch *watch) {
  struct gain_tree tree;
  uint32_t k = 0;
  enum kernel_code code;
  if (goal == GAIN_COMPONENTS) return count_components(points, g);
  if (goal == GAIN_CONNECTIVITY) {
    code = node_connectivity(&k, g, watch);
    *points = k;
    return code;
  }
  code = gain_tree_start(&tree, g);
  if (code) return code;
  *points = -(int64_t)(goal == GAIN_BRIDGES ? tree.bridges : tree.cut_nodes);
  gain_tree_free(&tree);
  return code;
}

static const uint32_t (*added(const struct gain_model *m))[2] {
  return (const uint32_t(*)[2])m->added;
}

enum kernel_code gain_model_apart(uint64_t **out, const struct gain_model *m, const struct kernel_watch *watch) {
  struct grown grown;
  *out = memory_zeroed(GAIN_FAR + 1, sizeof **out);
  enum kernel_code code = *out ? grown_start(&grown, m->g, added(m), m->count, 0) : KERNEL_NO_MEMORY;
  if (code) return code;
  code = gain_rows_count(*out, &m->field, &grown.graph, watch);
  grown_free(&grown);
  return code;
}

static enum kernel_code sum_of_rows(int64_t *points, const struct gain_model *m, const struct kernel_watch *watch) {
  uint64_t *apart, sum = 0;
  enum kernel_code code = gain_model_apart(&apart, m, watch);
  for (uint32_t d = 1; !code && d < GAIN_FAR; d++)
    sum += apart[d] * m->field.worth[d];
  free(apart);
  *points = (int64_t)sum;
  return code;
}

enum kernel_code gain_model_points(int64_t *points, const struct gain_model *m, const struct kernel_watch *watch) {
  struct grown grown;
  if (m->worth.slim) return sum_of_rows(points, m, watch);
  if (gain_goal_sums(m->goal)) {
    *points = (int64_t)gain_field_sum(&m->field);
    return KERNEL_DONE;
  }
  enum kernel_code code = grown_start(&grown, m->g, added(m), m->count, 0);
  if (code) return code;
  code = count(points, m->goal, &grown.graph, watch);
  grown_free(&grown);
  return code;
}

double gain_model_value(const struct gain_model *m, int64_t points) {
  if (m->goal == GAIN_EFFICIENCY || m->goal == GAIN_CLOSENESS)
    return m->field.pairs ? (double)points / (double)m->field.unit / (double)m->field.pairs : 0;
  return (double)points;
}

/* ---- gains ---- */

static enum kernel_code by_strong(struct gain_points *out, const struct graph *g, const uint32_t (*pair)[2], size_t pairs) {
  uint32_t *joins = memory_array(pairs, sizeof *joins);
  enum kernel_code code = joins ? gain_strong(joins, NULL, g, pair, pairs) : KERNEL_NO_MEMORY;
  for (size_t i = 0; !code && i < pairs; i++)
    out[i] = (struct gain_points){joins[i], 0};
  free(joins);
  return code;
}

static enum kernel_code by_components(struct gain_points *out, const struct graph *g, const uint32_t (*pair)[2], size_t pairs) {
  if (g->directed) return by_strong(out, g, pair, pairs);
  uint32_t parts, *part = memory_array(g->nodes, sizeof *part), *size = memory_array(g->nodes, sizeof *size);
  enum kernel_code code = part && size ? component_weak(part, size, &parts, g) : KERNEL_NO_MEMORY;
  for (size_t i = 0; !code && i < pairs; i++) {
    uint32_t p = part[pair[i][0]], q = part[pair[i][1]];
    out[i] = (struct gain_points){p != q, p != q ? (int64_t)size[p] * size[q] : 0};
  }
  free(part);
  free(size);
  return code;
}

static enum kernel_code by_tree(struct gain_points *out, enum gain_goal goal, const struct graph *g, const uint32_t (*pair)[2],
                                size_t pairs) {
  struct gain_tree tree;
  enum kernel_code code = gain_tree_start(&tree, g);
  if (code) return code;
  for (size_t i = 0; i < pairs; i++) {
    struct gain_closed closed = gain_tree_tie(&tree, pair[i][0], pair[i][1]);
    out[i] = (struct gain_points){goal == GAIN_BRIDGES ? closed.bridges : closed.cut_nodes, 0};
  }
  gain_tree_free(&tree);
  return code;
}

static enum kernel_code by_connectivity(struct gain_points *out, const struct graph *g, const uint32_t (*pair)[2], size_t pairs,
                                        const struct kernel_watch *watch) {
  uint8_t *raises = memory_array(pairs, 1);
  uint32_t k = 0;
  enum kernel_code code = raises ? gain_connectivity(raises, &k, g, pair, pairs, watch) : KERNEL_NO_MEMORY;
  for (size_t i = 0; !code && i < pairs; i++)
    out[i].gain = 0;
  if (!code && !k) code = by_components(out, g, pair, pairs);
  if (!code && k && !g->directed) code = by_tree(out, GAIN_CUT_POINTS, g, pair, pairs);
  for (size_t i = 0; !code && i < pairs; i++)
    out[i] = (struct gain_points){raises[i], out[i].gain};
  free(raises);
  return code;
}

static bool was_added(const struct gain_model *m, const uint32_t *pair) {
  for (size_t i = 0; i < m->count; i++)
    if (m->added[i][0] == pair[0] && m->added[i][1] == pair[1]) return true;
  return false;
}

enum kernel_code gain_model_scores(struct gain_score *out, const struct gain_model *m, const uint32_t (*pair)[2], size_t pairs,
                                   const struct kernel_watch *watch) {
  struct grown grown;
  if (!m->worth.slim) return gain_of_ties(out, &m->field, pair, pairs, watch);
  enum kernel_code code = grown_start(&grown, m->g, added(m), m->count, 0);
  if (code) return code;
  code = gain_rows_of_ties(out, &m->field, &grown.graph, pair, pairs, watch);
  grown_free(&grown);
  return code;
}

static enum kernel_code by_distance(struct gain_points *out, uint64_t *looks, struct gain_model *m, const uint32_t (*pair)[2], size_t pairs,
                                    const struct kernel_watch *watch) {
  enum { RUN = 1 << 16 };
  enum kernel_code code = KERNEL_DONE;
  if (!memory_grow(&m->scores, &m->score_room, pairs < RUN ? pairs : RUN, sizeof *m->scores)) return KERNEL_NO_MEMORY;
  for (size_t from = 0; !code && from < pairs; from += RUN) {
    size_t count = pairs - from < RUN ? pairs - from : RUN;
    code = gain_model_scores(m->scores, m, pair + from, count, watch);
    for (size_t i = 0; !code && i < count; i++) {
      out[from + i] = (struct gain_points){(int64_t)m->scores[i].gain, 0};
      if (looks) *looks += m->scores[i].looks;
    }
  }
  return code;
}

enum kernel_code gain_model_gains(struct gain_points *out, uint64_t *looks, struct gain_model *m, const uint32_t (*pair)[2], size_t pairs,
                                  const struct kernel_watch *watch) {
  struct grown grown;
  if (looks) *looks = 0;
  if (gain_goal_sums(m->goal)) return by_distance(out, looks, m, pair, pairs, watch);
  enum kernel_code code = grown_start(&grown, m->g, added(m), m->count, 0);
  if (code) return code;
  if (m->goal == GAIN_COMPONENTS)
    code = by_components(out, &grown.graph, pair, pairs);
  else if (m->goal == GAIN_CONNECTIVITY)
    code = by_connectivity(out, &grown.graph, pair, pairs, watch);
  else
    code = by_tree(out, m->goal, &grown.graph, pair, pairs);
  for (size_t i = 0; !code && i < pairs && m->count; i++)
    if (was_added(m, pair[i])) out[i] = (struct gain_points){0};
  if (looks) *looks = 16 * (uint64_t)(grown.graph.nodes + (m->goal == GAIN_CONNECTIVITY ? pairs : 1) * grown.first[grown.graph.nodes]);
  grown_free(&grown);
  return code;
}

/* ---- ties in and out ---- */

enum kernel_code gain_model_push(struct gain_model *m, uint32_t u, uint32_t v) {
  if (!memory_grow(&m->added, &m->room, m->count + 1, sizeof *m->added)) return KERNEL_NO_MEMORY;
  if (!memory_grow(&m->before, &m->before_room, m->count + 1, sizeof *m->before)) return KERNEL_NO_MEMORY;
  m->before[m->count] = NULL;
  if (gain_goal_sums(m->goal) && !m->worth.slim) {
    m->before[m->count] = memory_copy(m->field.distance, (size_t)m->field.nodes * m->field.nodes, sizeof *m->field.distance);
    if (!m->before[m->count]) return KERNEL_NO_MEMORY;
    gain_field_tie(&m->field, u, v);
  }
  m->added[m->count][0] = u;
  m->added[m->count++][1] = v;
  return KERNEL_DONE;
}

void gain_model_pop(struct gain_model *m) {
  m->count--;
  if (m->before[m->count]) gain_field_restore(&m->field, m->before[m->count]);
}

/* ---- a new node ---- */

enum kernel_code gain_model_hub(int64_t *gain, struct gain_model *m, const uint32_t *member, size_t members, uint16_t *near,
                                const struct kernel_watch *watch) {
  struct grown grown;
  uint32_t(*pair)[2];
  int64_t before = 0, after = 0;
  if (gain_goal_sums(m->goal)) {
    *gain = (int64_t)gain_of_hub(&m->field, member, members, near).gain;
    return KERNEL_DONE;
  }
  pair = memory_array(members, sizeof *pair);
  if (!pair) return KERNEL_NO_MEMORY;
  for (size_t i = 0; i < members; i++)
    pair[i][0] = member[i], pair[i][1] = m->g->nodes;
  enum kernel_code code = grown_start(&grown, m->g, (const uint32_t(*)[2])pair, members, 1);
  if (!code) {
    code = count(&after, m->goal, &grown.graph, watch);
    grown_free(&grown);
  }
  if (!code) code = count(&before, m->goal, m->g, watch);
  *gain = after - before;
  free(pair);
  return code;
}
