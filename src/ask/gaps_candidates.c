/* Which gaps there are, and which are looked at.
 *
 * All of them, where that takes some seconds. Else those among the nodes with the most ties, as many as can be judged in that time: ties
 * between such nodes are those that bring most others nearer. What was passed over is said. How long a gap takes is told from judging a
 * few hundred of them, in looks at pairs, so the same input is treated alike on every machine. */
#include "ask/gaps.h"

#include "base/memory.h"
#include "base/number.h"
#include "net/key_order.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LOOKS 4e9           /* at most, unasked */
#define LOOKS_A_SECOND 5e8  /* roughly */
#define MOST_GAPS 6000000.0 /* unasked: what is kept of each takes memory */
#define GAPS_BY_ROWS 1000.0
enum { SAMPLE = 256 };

bool gaps_only_between(const struct gaps *q) {
  return q->group_of && q->goal->goal != GAIN_CLOSENESS && q->goal->goal != GAIN_COVERAGE;
}

static bool across(const struct gaps *q, uint32_t u, uint32_t v) {
  uint8_t a = q->group_of[u], b = q->group_of[v];
  return ((a & 1) && (b & 2)) || ((a & 2) && (b & 1));
}

/* Is u - v, directed u -> v, a gap that may be suggested? They are not tied so; a membership goes from the partner. */
static bool suits_as(const struct gaps *q, uint32_t u, uint32_t v) {
  if (gaps_only_between(q) && !across(q, u, v)) return false;
  if (q->g->directed && q->strategy[u]) return false;
  uint8_t strategies = (uint8_t)(q->strategy[u] + q->strategy[v]);
  return strategies == 0 ? q->suggest != GAPS_MEMBERSHIPS : strategies == 1 && q->suggest != GAPS_TIES;
}

static bool suits(const struct gaps *q, uint32_t u, uint32_t v) {
  if (!q->may[u] || !q->may[v]) return false;
  return (q->of == NONET_NONE || u == q->of || v == q->of) && suits_as(q, u, v);
}

/* Pairs that may be tied, whether they are or not, of nodes that the candidates are alike for: by side and groups. */
static uint64_t count_pairs(const struct gaps *q) {
  uint64_t of[8] = {0}, all = 0; /* strategies: 4 and up */
  uint32_t one[8] = {0};
  for (uint32_t v = 0; v < q->g->nodes; v++) {
    unsigned what = q->strategy[v] * 4u + (q->group_of ? q->group_of[v] & 3u : 0);
    if (q->may[v]) of[what]++, one[what] = v;
  }
  for (unsigned a = 0; a < 8; a++)
    for (unsigned b = 0; b < 8; b++) {
      if (!of[a] || !of[b] || !suits_as(q, one[a], one[b])) continue;
      all += of[a] * (of[b] - (a == b));
    }
  return q->g->directed ? all : all / 2;
}

/* All gaps, by counting who may be tied, less those who are. */
static uint64_t count_missing(const struct gaps *q) {
  uint64_t all = 0;
  if (q->of == NONET_NONE) all = count_pairs(q);
  for (uint32_t v = 0; q->of != NONET_NONE && v < q->g->nodes; v++) {
    if (v == q->of) continue;
    all += suits(q, q->of, v);
    all += q->g->directed && suits(q, v, q->of);
  }
  for (uint32_t e = 0; e < q->g->edges; e++)
    all -= suits(q, q->g->tail[e], q->g->head[e]);
  return all;
}

/* ---- nodes to look at ---- */

struct ranked {
  uint32_t node;
  uint64_t degree;
};

static int by_degree(const void *x, const void *y) {
  const struct ranked *a = x, *b = y;
  if (a->degree != b->degree) return a->degree > b->degree ? -1 : 1;
  return a->node < b->node ? -1 : a->node > b->node;
}

/* Mark the `most` nodes of each side with the most ties; 0: all who may. The one whose gaps are asked for always counts. */
static nonet_code mark_nodes(uint8_t *in, const struct gaps *q, uint32_t most, nonet_err *err) {
  struct ranked *all = memory_array(q->g->nodes, sizeof *all);
  if (!all) return error_memory(err);
  for (uint8_t side = 0; side < 2; side++) {
    uint32_t count = 0;
    for (uint32_t v = 0; v < q->g->nodes; v++)
      if (q->may[v] && q->strategy[v] == side) all[count++] = (struct ranked){v, q->near->first[v + 1] - q->near->first[v]};
    if (count) qsort(all, count, sizeof *all, by_degree);
    for (uint32_t i = 0; i < count; i++)
      in[all[i].node] = !most || i < most;
  }
  if (q->of != NONET_NONE) in[q->of] = 1;
  free(all);
  return NONET_OK;
}

/* ---- pairs ---- */

static nonet_code add(struct gaps *q, size_t *room, size_t *between_room, uint32_t u, uint32_t v, nonet_err *err) {
  if (!memory_grow(&q->pair, room, q->count + 1, sizeof *q->pair)) return error_memory(err);
  if (!memory_grow(&q->between, between_room, q->count + 1, sizeof *q->between)) return error_memory(err);
  bool turn = q->strategy[u] && !q->strategy[v]; /* the partner comes first */
  q->between[q->count] = q->strategy[u] != q->strategy[v];
  q->pair[q->count][turn] = u;
  q->pair[q->count++][!turn] = v;
  return NONET_OK;
}

static nonet_code list(struct gaps *q, uint32_t most, nonet_err *err) {
  size_t room = 0, between_room = 0;
  uint8_t *in = memory_zeroed(q->g->nodes, 1);
  nonet_code code = in ? mark_nodes(in, q, most, err) : error_memory(err);
  free(q->pair);
  free(q->between);
  q->pair = NULL, q->between = NULL, q->count = 0;
  for (uint32_t u = 0; !code && u < q->g->nodes; u++) {
    uint64_t a = q->g->first[u], end = q->g->first[u + 1];
    bool own = q->of == NONET_NONE || u == q->of; /* else only its pair with the one whose gaps are asked for */
    uint32_t from = !own ? q->of : q->g->directed ? 0 : u + 1, past = own ? q->g->nodes : q->of + 1;
    if (!in[u] || (!own && !q->g->directed && q->of < u)) continue;
    for (uint32_t v = from; !code && v < past; v++) {
      while (a < end && q->g->to[a] < v)
        a++;
      if (in[v] && v != u && !(a < end && q->g->to[a] == v) && suits(q, u, v)) code = add(q, &room, &between_room, u, v, err);
    }
    if (!code && u % 64 == 0) code = run_check(q->run, err);
  }
  free(in);
  return code;
}

/* Looks that a gap takes, from judging some. */
static nonet_code sample(double *looks, struct gaps *q, nonet_err *err) {
  size_t count = q->count < SAMPLE ? q->count : SAMPLE;
  uint32_t pair[SAMPLE][2];
  struct gain_points points[SAMPLE];
  uint64_t all = 0;
  *looks = 0;
  if (!count || !gain_goal_sums(q->goal->goal)) return NONET_OK;
  for (size_t i = 0; i < count; i++)
    memcpy(pair[i], q->pair[(size_t)((double)i * (double)q->count / (double)count)], sizeof pair[i]);
  nonet_code code = gaps_result(q, gain_model_gains(points, &all, &q->model, (const uint32_t(*)[2])pair, count, &q->watch), err);
  *looks = (double)all / (double)count;
  return code;
}

/* So many nodes that `gaps` gaps lie among them, one side or two. */
static uint32_t nodes_for(const struct gaps *q, double gaps) {
  double nodes = q->suggest == GAPS_MEMBERSHIPS || q->g->directed ? sqrt(gaps)
                 : q->suggest == GAPS_BOTH                        ? sqrt(gaps / 1.5)
                                                                  : sqrt(2 * gaps);
  return nodes < 2 ? 2 : nodes < q->g->nodes ? (uint32_t)nodes : q->g->nodes;
}

/* "all", or how many nodes. */
static nonet_code read_candidates(uint64_t *most, const struct gaps *q, nonet_err *err) {
  const char *text = q->o->candidates;
  *most = 0;
  if (!text || strcmp(text, "all") == 0) return NONET_OK;
  if (number_parse_whole(most, text, strlen(text)) && *most > 1) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "candidates are all, or those among so many nodes, 2 or more, not '%s'", text);
}

/* Narrow the list down until it can be judged in time. */
static nonet_code narrow(struct gaps *q, nonet_err *err) {
  double looks, missing = (double)q->missing;
  uint32_t most = missing > MOST_GAPS && q->of == NONET_NONE ? nodes_for(q, MOST_GAPS) : 0;
  nonet_code code = list(q, most, err);
  if (!code) code = sample(&looks, q, err);
  if (code) return code;
  q->seconds = looks * missing / LOOKS_A_SECOND;
  double work = looks * (double)q->count;
  if (work > LOOKS) {
    most = q->of == NONET_NONE ? nodes_for(q, (double)q->count * LOOKS / work) : (uint32_t)((double)q->count * LOOKS / work) + 1;
    code = list(q, most, err);
  }
  q->looked = q->count < q->missing ? most : 0;
  return code;
}

/* Where distances are not kept each gap takes searches of its own: those of one node, or a thousand among the nodes with the most ties. */
static nonet_code pick(struct gaps *q, nonet_err *err) {
  double rows = GAPS_BY_ROWS;
  if (q->of != NONET_NONE && q->goal->goal == GAIN_COVERAGE) rows = LOOKS / q->g->nodes;
  uint32_t most = q->of != NONET_NONE ? (uint32_t)rows + 1 : nodes_for(q, rows);
  nonet_code code = list(q, most, err);
  q->looked = q->count < q->missing ? most : 0;
  return code;
}

nonet_code gaps_candidates(struct gaps *q, nonet_err *err) {
  uint64_t most;
  nonet_code code = read_candidates(&most, q, err);
  if (code) return code;
  q->missing = count_missing(q);
  if (!q->o->candidates) return q->model.worth.slim ? pick(q, err) : narrow(q, err);
  code = list(q, most < q->g->nodes ? (uint32_t)most : 0, err);
  if (!code && q->count < q->missing) q->looked = (uint32_t)most;
  return code;
}
