/* Reports confirmed: an undirected network from ties that one side or both sides report.
 *
 * A directed tie is a report by the node it starts from. Reports between the same two nodes, of one layer and one kind, are one tie: with
 * `either` when there is a report at all, with `both` when each side has one (an undirected tie is a report by both). The tie is the report
 * of the greatest strength with `either`, of the least with `both` - what both sides grant; the first of equals. Its parents are all of the
 * reports. Loops need nobody else's word. O(m log m)
 *
 * In a survey one side may have given no answer, which is no denial. Then the one report that there is decides [2, 3]: `both` takes it for
 * a tie, and says how many rest on one report. A pair that no survey asks about has to be reported by both sides.
 *
 * Sources: [1] S. Wasserman, K. Faust 1994, doi:10.1017/CBO9780511815478, ch. 2 (symmetrising reported relations); [2] D. Stork, W. D.
 * Richards 1992, doi:10.1177/1059601192172006 (reconstruction); [3] M. Huisman 2009, Imputation of missing network data, Journal of Social
 * Structure 10(1) (what reconstruction can and cannot repair). */
#include "base/memory.h"
#include "net/survey.h"
#include "net/view.h"

#include <stdlib.h>
#include <string.h>

struct report {
  uint32_t low, high, layer, kind, tie;
};

static int compare(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

static int by_pair(const void *left, const void *right) {
  const struct report *a = left, *b = right;
  int by = compare(a->low, b->low);
  if (!by) by = compare(a->high, b->high);
  if (!by) by = compare(a->layer, b->layer);
  if (!by) by = compare(a->kind, b->kind);
  return by ? by : compare(a->tie, b->tie);
}

static bool same_tie(const struct report *a, const struct report *b) {
  return a->low == b->low && a->high == b->high && a->layer == b->layer && a->kind == b->kind;
}

static struct report *list_reports(const nonet *n, nonet_err *err) {
  struct report *all = memory_array(n->ties, sizeof *all);
  if (!all) error_memory(err);
  for (uint32_t t = 0; all && t < n->ties; t++) {
    uint32_t from = n->tie_from[t], to = n->tie_to[t];
    all[t] = (struct report){.low = from < to ? from : to,
                             .high = from < to ? to : from,
                             .layer = net_tie_layer(n, t),
                             .kind = n->tie_kind ? n->tie_kind[t] : 0,
                             .tie = t};
  }
  if (all && n->ties) qsort(all, n->ties, sizeof *all, by_pair);
  return all;
}

/* Whether a node was asked about another, or the other about it, and it gave no answer. */
static bool is_silent(const nonet *n, const struct report *r, uint32_t node, uint32_t other) {
  return net_survey_reply_in(n, r->layer, other, node) != NET_NOT_ASKED && net_survey_reply_in(n, r->layer, node, other) != NET_ANSWERED;
}

/* The tie that stands for reports [from, to); NONET_NONE: they confirm none. *alone counts those that rest on one side's word because the
 * other gave none. */
static uint32_t confirmed(uint32_t *alone, const nonet *n, const struct report *from, const struct report *to, bool both) {
  uint32_t best = from->tie;
  bool low = from->low == from->high, high = low;
  for (const struct report *r = from; r < to; r++) {
    double strength = net_tie_strength(n, r->tie), other = net_tie_strength(n, best);
    low |= n->tie_from[r->tie] == r->low || !net_tie_directed(n, r->tie);
    high |= n->tie_from[r->tie] == r->high || !net_tie_directed(n, r->tie);
    if (both ? strength < other : strength > other) best = r->tie;
  }
  if (!both || (low && high)) return best;
  bool decides = low ? is_silent(n, from, from->high, from->low) : is_silent(n, from, from->low, from->high);
  *alone += decides;
  return decides ? best : NONET_NONE;
}

/* Flag the ties that stay, and return how many rest on one side's word; first[t] and count[t] say which reports such a tie is made of. */
static uint32_t flag(struct subset *s, uint32_t *first, uint32_t *count, const struct report *all, bool both) {
  uint32_t alone = 0;
  for (uint32_t i = 0, end; i < s->net->ties; i = end) {
    for (end = i + 1; end < s->net->ties && same_tie(&all[i], &all[end]);)
      end++;
    uint32_t tie = confirmed(&alone, s->net, all + i, all + end, both);
    if (tie == NONET_NONE) continue;
    s->tie[tie] = 1;
    first[tie] = i;
    count[tie] = end - i;
  }
  return alone;
}

/* All reports of a tie are its parents, not only the one that stands for it. */
static nonet_code set_parents(nonet *v, const struct subset *s, const uint32_t *first, const uint32_t *count, const struct report *all,
                              nonet_err *err) {
  struct tie_list list = {0};
  uint64_t *starts = memory_zeroed((size_t)v->ties + 1, sizeof *starts);
  bool fits = starts != NULL;
  for (uint32_t t = 0, made = 0; fits && t < s->net->ties; t++) {
    if (!s->tie[t]) continue;
    size_t start = list.count;
    for (uint32_t i = 0; fits && i < count[t]; i++)
      fits = tie_list_add_parents(&list, s->net, all[first[t] + i].tie);
    tie_list_settle(&list, start);
    starts[++made] = list.count;
  }
  if (!fits) {
    free(starts);
    free(list.tie);
    return error_memory(err);
  }
  free(v->parent);
  free(v->parent_first);
  v->parent = list.tie;
  v->parent_first = starts;
  return NONET_OK;
}

static nonet_code make_confirm(nonet **out, const struct view_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  bool both = strcmp(ask->argument, "both") == 0;
  struct subset s = {0};
  if (!both && strcmp(ask->argument, "either") != 0)
    return error_set(err, NONET_EUSAGE, "view 'confirm:%s' is not of the form confirm:either|both", ask->argument);
  if (!n->directed) return error_set(err, NONET_EUSAGE, "there is nothing to confirm: ties without direction do not say who reported them");
  uint32_t alone = 0;
  uint32_t *first = memory_zeroed(n->ties, sizeof *first), *count = memory_zeroed(n->ties, sizeof *count);
  struct report *all = list_reports(n, err);
  nonet_code code = !all || !first || !count ? error_memory(err) : subset_start(&s, n, true, false, err);
  if (!code) {
    alone = flag(&s, first, count, all, both);
    code = subset_build(out, &s, err);
  }
  if (!code && alone)
    code = notes_add(&(*out)->assumption, err, "confirm:both: %u tie%s on one side's report, because the other side gave no answer", alone,
                     alone == 1 ? " rests" : "s rest");
  if (!code) {
    (*out)->directed = false;
    free((*out)->tie_directed);
    (*out)->tie_directed = NULL;
    code = set_parents(*out, &s, first, count, all, err);
  }
  subset_free(&s);
  free(first);
  free(count);
  free(all);
  return code;
}

static const struct view_row rows[] = {
    {{"confirm:either|both", "directed ties as reports: a tie without direction where one side, or each side, reports it; a side that was "
                             "asked and gave no answer "
                             "leaves it to the other's report"},
     "confirm",
     true,
     make_confirm},
};
const struct view_rows view_confirm_rows = {rows, sizeof rows / sizeof *rows};
