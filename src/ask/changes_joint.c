/* Joint working: how much partners work together, before and after, and which pairs its change comes from.
 *
 * Two partners work together through every strategy that both are tied to, and through every tie between them; weighted, a strategy counts
 * the smaller of their two strengths (joint work goes no further than the one who gives less), a tie its own. The index is the mean over
 * all possible pairs of partners. Counting shared strategies is Breiger's B B' (1974, doi:10.2307/2576011); the index as a mean of both
 * and its split are nonet's own. Where there are no strategies, everybody is a partner.
 *
 * The split, with P possible pairs, N the joint working of pairs that began, D what pairs that go on do more (or less), K what these had,
 * and L that of pairs that ended:
 *
 *   (K + D + N) / P' - (K + L) / P  =  N / P'  +  D / P'  +  K (1 / P' - 1 / P)  -  L / P
 *
 * Sums are of whole numbers unless weights are not, so the identity is exact in fractions. Time: for each partner, over its strategies,
 * their partners. */
#include "ask/changes.h"
#include "net/sheet.h"
#include "net/sides.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Beyond so many steps it is left out. */
static const double most_steps = 2e9;

struct counting {
  const struct changes *c;
  bool *strategy[2]; /* owned; of each network's nodes */
  double *had, *has; /* owned; joint working of the partner at hand with each node here */
  uint32_t *met;     /* owned; nodes here that have a value now */
  uint8_t *is_met;   /* owned */
  size_t count;
  struct joint *out;
  struct joint_pair *pair;
  size_t pairs, room;
  bool wanted; /* pairs that changed are listed */
};

static void counting_free(struct counting *k) {
  free(k->strategy[BEFORE]);
  free(k->strategy[AFTER]);
  free(k->had);
  free(k->has);
  free(k->met);
  free(k->is_met);
}

static nonet_code counting_start(struct counting *k, nonet_err *err) {
  const struct changes *c = k->c;
  k->had = memory_zeroed(c->nodes, sizeof *k->had);
  k->has = memory_zeroed(c->nodes, sizeof *k->has);
  k->met = memory_array(c->nodes, sizeof *k->met);
  k->is_met = memory_zeroed(c->nodes, 1);
  for (int i = BEFORE; i <= AFTER; i++)
    k->strategy[i] = memory_zeroed(c->net[i]->nodes, sizeof *k->strategy[i]);
  if (!k->had || !k->has || !k->met || !k->is_met || !k->strategy[BEFORE] || !k->strategy[AFTER]) return error_memory(err);
  double steps = 0;
  for (int i = BEFORE; i <= AFTER; i++) {
    const nonet *n = c->net[i];
    double partners = 0;
    net_strategy_nodes(k->strategy[i], n);
    for (uint32_t v = 0; v < n->nodes; v++) {
      double ends = (double)(n->end_first[v + 1] - n->end_first[v]);
      partners += !k->strategy[i][v];
      steps += k->strategy[i][v] ? ends * ends : ends;
    }
    k->out->pairs[i] = partners * (partners - 1) / 2;
  }
  k->out->too_long = steps > most_steps;
  return NONET_OK;
}

/* ---- one partner ---- */

static void meet(struct counting *k, double *work, uint32_t other, double much) {
  if (!k->is_met[other]) k->met[k->count++] = other;
  k->is_met[other] = 1;
  work[other] += much;
}

/* Strength of all ties of a node to the same other one: from end e on, which stand together; the next end in *next. */
static double together(const nonet *n, uint32_t v, uint64_t e, uint64_t *next) {
  double strength = 0;
  uint32_t other = n->end_other[e];
  for (; e < n->end_first[v + 1] && n->end_other[e] == other; e++)
    strength += net_tie_strength(n, n->end_tie[e]);
  *next = e;
  return strength;
}

static void through_strategy(struct counting *k, int which, uint32_t v, uint32_t middle, double own) {
  const nonet *n = k->c->net[which];
  for (uint64_t e = n->end_first[middle], next; e < n->end_first[middle + 1]; e = next) {
    double theirs = together(n, middle, e, &next);
    uint32_t other = n->end_other[e], here = k->c->place[which][other];
    if (k->strategy[which][other] || here <= k->c->place[which][v]) continue;
    meet(k, which == BEFORE ? k->had : k->has, here, k->c->options->weighted ? fmin(own, theirs) : 1);
  }
}

/* Everybody whom v works with, each pair from its first node alone. */
static void look_around(struct counting *k, int which, uint32_t v) {
  const nonet *n = k->c->net[which];
  for (uint64_t e = n->end_first[v], next; e < n->end_first[v + 1]; e = next) {
    double own = together(n, v, e, &next);
    uint32_t other = n->end_other[e], here = k->c->place[which][other];
    if (k->strategy[which][other])
      through_strategy(k, which, v, other, own);
    else if (here > k->c->place[which][v])
      meet(k, which == BEFORE ? k->had : k->has, here, k->c->options->weighted ? own : (double)(next - e));
  }
}

static nonet_code list_pair(struct counting *k, uint32_t a, uint32_t b, nonet_err *err) {
  if (!k->wanted || k->had[b] == k->has[b]) return NONET_OK;
  if (!memory_grow(&k->pair, &k->room, k->pairs + 1, sizeof *k->pair)) return error_memory(err);
  k->pair[k->pairs++] = (struct joint_pair){a, b, k->had[b], k->has[b]};
  return NONET_OK;
}

static void tally(struct joint *j, double had, double has) {
  j->total[BEFORE] += had;
  j->total[AFTER] += has;
  if (had == 0 && has == 0) return;
  if (had == 0) {
    j->came += has;
    j->pairs_came++;
  } else if (has == 0) {
    j->went += had;
    j->pairs_went++;
  } else {
    j->kept += had;
    j->deepened += has - had;
    j->pairs_kept++;
    j->pairs_deeper += has > had;
    j->pairs_weaker += has < had;
  }
}

static int ascending(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

static nonet_code count_partner(struct counting *k, uint32_t v, nonet_err *err) {
  nonet_code code = NONET_OK;
  k->count = 0;
  for (int i = BEFORE; i <= AFTER; i++) {
    uint32_t own = k->c->node[v][i];
    if (own != NONET_NONE && !k->strategy[i][own]) look_around(k, i, own);
  }
  if (k->count > 1) qsort(k->met, k->count, sizeof *k->met, ascending);
  for (size_t i = 0; i < k->count; i++) {
    uint32_t other = k->met[i];
    tally(k->out, k->had[other], k->has[other]);
    if (!code) code = list_pair(k, v, other, err);
    k->had[other] = k->has[other] = 0;
    k->is_met[other] = 0;
  }
  return code;
}

nonet_code changes_joint(struct joint *out, struct joint_pair **changed, size_t *count, const struct changes *c, nonet_err *err) {
  struct counting k = {.c = c, .out = out, .wanted = changed != NULL};
  *out = (struct joint){0};
  nonet_code code = counting_start(&k, err);
  for (uint32_t v = 0; v < c->nodes && !code && !out->too_long; v++)
    code = count_partner(&k, v, err);
  counting_free(&k);
  if (code || !changed) {
    free(k.pair);
    return code;
  }
  *changed = k.pair;
  *count = k.pairs;
  return NONET_OK;
}

/* ---- the index ---- */

double joint_index(const struct joint *j, int which) {
  return j->too_long || j->pairs[which] <= 0 ? (double)NAN : j->total[which] / j->pairs[which];
}

double joint_part(const struct joint *j, enum joint_part part) {
  if (j->too_long || j->pairs[BEFORE] <= 0 || j->pairs[AFTER] <= 0) return (double)NAN;
  switch (part) {
  case JOINT_NEW:
    return j->came / j->pairs[AFTER];
  case JOINT_DEEPENED:
    return j->deepened / j->pairs[AFTER];
  case JOINT_KEPT: /* the same joint working among more, or fewer, possible pairs; one division, so that 0 is 0 */
    return j->kept * (j->pairs[BEFORE] - j->pairs[AFTER]) / (j->pairs[BEFORE] * j->pairs[AFTER]);
  case JOINT_LOST:
    return -j->went / j->pairs[BEFORE];
  case JOINT_PARTS:
    break;
  }
  return (double)NAN;
}

/* ---- sheets ---- */

struct row {
  const char *name;
  double pairs, work, value;
};

static nonet_code parts_sheet(nonet_answer *a, const struct joint *j, bool weighted, nonet_err *err) {
  const struct row rows[] = {{"index-before", j->pairs[BEFORE], j->total[BEFORE], joint_index(j, BEFORE)},
                             {"new", j->pairs_came, j->came, joint_part(j, JOINT_NEW)},
                             {"deepened", j->pairs_deeper + j->pairs_weaker, j->deepened, joint_part(j, JOINT_DEEPENED)},
                             {"kept", j->pairs_kept, j->kept, joint_part(j, JOINT_KEPT)},
                             {"lost", j->pairs_went, j->went, joint_part(j, JOINT_LOST)},
                             {"index-after", j->pairs[AFTER], j->total[AFTER], joint_index(j, AFTER)}};
  const size_t count = sizeof rows / sizeof *rows;
  double *column[3];
  nonet_sheet *s;
  nonet_code code =
      sheet_new(&s, "joint-working", "How much partners work together, and where the change comes from", NONET_BY_MEASURE, count, err);
  if (code) return code;
  code = sheet_add_numbers(&column[0], s, "pairs", err);
  if (!code) code = sheet_add_numbers(&column[1], s, "joint-work", err);
  if (!code) code = sheet_add_numbers(&column[2], s, "value", err);
  for (size_t i = 0; i < count && !code; i++) {
    code = sheet_set_text(s, i, 0, rows[i].name, err);
    column[0][i] = rows[i].pairs;
    column[1][i] = rows[i].work;
    column[2][i] = rows[i].value;
  }
  if (!code)
    code = sheet_note(s,
                      weighted ? "Two partners work together as much as the strategies that both are tied to (each counts the smaller of "
                                 "their two strengths) and the ties between them (each counts its strength); the index is the mean over "
                                 "all possible pairs."
                               : "Two partners work together as often as there are strategies that both are tied to and ties between "
                                 "them; the index is the mean over all possible pairs. It is nonet's own, on shared strategies as Breiger "
                                 "counts them (1974, doi:10.2307/2576011).",
                      err);
  if (!code)
    code = sheet_note(s,
                      "The four parts add up to the change of the index: pairs that began (new), what pairs that go on do more or less "
                      "(deepened), what they had, spread over more or fewer possible pairs (kept), and pairs that ended (lost).",
                      err);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code pairs_sheet(nonet_answer *a, const struct changes *c, const struct joint_pair *pair, size_t count, nonet_err *err) {
  double *before, *after, *change;
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "joint-pairs", "Partners that work together more or less than before", NONET_BY_PAIR, count, err);
  if (code) return code;
  code = sheet_add_numbers(&before, s, "before", err);
  if (!code) code = sheet_add_numbers(&after, s, "after", err);
  if (!code) code = sheet_add_numbers(&change, s, "change", err);
  for (size_t i = 0; i < count && !code; i++) {
    code = sheet_set_text(s, i, 0, net_key(c->both, pair[i].a), err);
    if (!code) code = sheet_set_text(s, i, 1, net_key(c->both, pair[i].b), err);
    before[i] = pair[i].before;
    after[i] = pair[i].after;
    change[i] = pair[i].after - pair[i].before;
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

nonet_code changes_joint_working(nonet_answer *a, const struct changes *c, nonet_err *err) {
  struct joint j;
  struct joint_pair *pair = NULL;
  size_t count = 0;
  nonet_code code = changes_joint(&j, &pair, &count, c, err);
  if (!code && !j.too_long) code = parts_sheet(a, &j, c->options->weighted, err);
  if (!code && !j.too_long) code = pairs_sheet(a, c, pair, count, err);
  if (!code && j.too_long)
    code = answer_say(a, err, "Joint working was left out, for it takes long where strategies have so many partners.");
  free(pair);
  return code;
}
