/* Facts: gathered once, before any chapter is written, so that what is said and what is put out for machines cannot differ. */
#include "report/facts.h"

#include "base/memory.h"
#include "report/report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static nonet_code add(struct facts *f, const char *name, double x, const char *text, nonet_err *err) {
  if (!memory_grow(&f->at, &f->room, f->count + 1, sizeof *f->at)) return error_memory(err);
  struct fact *fact = &f->at[f->count];
  *fact = (struct fact){.name = memory_text(name), .number = x, .text = text ? memory_text(text) : NULL};
  if (!fact->name || (text && !fact->text)) {
    free(fact->name);
    free(fact->text);
    return error_memory(err);
  }
  f->count++;
  return NONET_OK;
}

nonet_code facts_number(struct facts *f, const char *name, double x, nonet_err *err) {
  return add(f, name, x, NULL, err);
}

nonet_code facts_text(struct facts *f, const char *name, const char *text, nonet_err *err) {
  return add(f, name, NAN, text, err);
}

void facts_free(struct facts *f) {
  for (size_t i = 0; i < f->count; i++) {
    free(f->at[i].name);
    free(f->at[i].text);
  }
  for (size_t i = 0; i < f->sentence_count; i++)
    free(f->sentences[i]);
  for (size_t i = 0; i < f->loss_count; i++)
    free(f->losses[i].lost);
  free(f->at);
  free(f->sentences);
  free(f->losses);
  free(f->carried);
  free(f->rank);
  free(f->betweenness);
  free(f->partners.at);
  free(f->strategies.at);
  *f = (struct facts){0};
}

/* Nodes by a value, greatest first, undefined last; equal ones in the order of the network. */
struct ranked {
  double value;
  uint32_t node;
};

static int by_value(const void *a, const void *b) {
  const struct ranked *x = a, *y = b;
  double vx = isnan(x->value) ? -INFINITY : x->value, vy = isnan(y->value) ? -INFINITY : y->value;
  if (vx != vy) return vx < vy ? 1 : -1;
  return x->node < y->node ? -1 : x->node > y->node;
}

static size_t column_of(const nonet_sheet *s, const char *name) {
  size_t i = 0;
  while (i < nonet_sheet_columns(s) && strcmp(nonet_sheet_column(s, i, NULL), name) != 0)
    i++;
  return i;
}

static nonet_code rank_nodes(struct report *r, nonet_err *err) {
  uint32_t n = nonet_nodes(r->net);
  size_t column = column_of(r->nodes, "betweenness");
  struct ranked *list = memory_array(n, sizeof *list);
  double *betweenness = memory_array(n, sizeof *betweenness);
  r->facts.betweenness = betweenness;
  r->facts.rank = memory_array(n, sizeof *r->facts.rank);
  if (!list || !betweenness || !r->facts.rank) {
    free(list);
    return error_memory(err);
  }
  for (uint32_t v = 0; v < n; v++) {
    betweenness[v] = nonet_sheet_number(r->nodes, v, column);
    list[v] = (struct ranked){betweenness[v], v};
  }
  qsort(list, n, sizeof *list, by_value);
  for (uint32_t i = 0; i < n; i++)
    r->facts.rank[i] = list[i].node;
  free(list);
  return NONET_OK;
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* How many of the other group each member is tied to; parallel ties count once. O(m log m). */
static nonet_code count_carried(struct report *r, nonet_err *err) {
  uint32_t n = nonet_nodes(r->net), m = nonet_ties(r->net);
  struct facts *f = &r->facts;
  uint64_t *first = memory_zeroed((size_t)n + 2, sizeof *first);
  uint32_t *other = memory_array(2 * (size_t)m, sizeof *other);
  bool *is_strategy = memory_zeroed(n, sizeof *is_strategy);
  f->carried = memory_zeroed(n, sizeof *f->carried);
  nonet_code code = NONET_OK;
  if (!first || !other || !is_strategy || !f->carried) {
    code = error_memory(err);
    goto tidy;
  }
  for (size_t i = 0; i < f->strategies.count; i++)
    is_strategy[f->strategies.at[i]] = true;
  nonet_tie tie;
  for (uint32_t t = 0; t < m; t++) {
    nonet_tie_get(&tie, r->net, t);
    if (is_strategy[tie.from] != is_strategy[tie.to]) first[tie.from + 2]++, first[tie.to + 2]++;
  }
  for (uint32_t v = 1; v <= n; v++)
    first[v + 1] += first[v];
  for (uint32_t t = 0; t < m; t++) {
    nonet_tie_get(&tie, r->net, t);
    if (is_strategy[tie.from] != is_strategy[tie.to]) other[first[tie.from + 1]++] = tie.to, other[first[tie.to + 1]++] = tie.from;
  }
  for (uint32_t v = 0; v < n; v++) {
    qsort(other + first[v], (size_t)(first[v + 1] - first[v]), sizeof *other, by_number);
    for (uint64_t e = first[v]; e < first[v + 1]; e++)
      f->carried[v] += e == first[v] || other[e] != other[e - 1];
  }
tidy:
  free(first);
  free(other);
  free(is_strategy);
  return code;
}

/* The whole-network measures and the plain counts become facts under their own names. */
static nonet_code plain_facts(struct report *r, nonet_err *err) {
  nonet_code code = NONET_OK;
  struct facts *f = &r->facts;
  for (size_t row = 0; !code && row < nonet_sheet_rows(r->whole); row++)
    code = facts_number(f, nonet_sheet_text(r->whole, row, 0), nonet_sheet_number(r->whole, row, 1), err);
  if (!code) code = facts_number(f, "layers", nonet_layers(r->net), err);
  if (!code) code = facts_number(f, "partners", (double)f->partners.count, err);
  if (!code) code = facts_number(f, "strategies", (double)f->strategies.count, err);
  uint32_t m = nonet_ties(r->net), with_source = 0, with_date = 0;
  nonet_tie tie;
  for (uint32_t t = 0; t < m; t++) {
    nonet_tie_get(&tie, r->net, t);
    with_source += tie.source[0] != '\0';
    with_date += tie.since[0] != '\0' || tie.until[0] != '\0';
  }
  if (!code) code = facts_number(f, "ties-with-evidence", with_source, err);
  if (!code) code = facts_number(f, "ties-with-dates", with_date, err);
  double neighbours = 0;
  size_t column = column_of(r->nodes, "neighbours");
  for (uint32_t v = 0; v < nonet_nodes(r->net); v++)
    neighbours += nonet_sheet_number(r->nodes, v, column);
  if (!code) code = facts_number(f, "mean-neighbours", nonet_nodes(r->net) ? neighbours / nonet_nodes(r->net) : NAN, err);
  if (!code) code = facts_text(f, "latest-date", nonet_latest_date(r->net), err);
  return code;
}

nonet_code facts_gather(struct report *r, nonet_err *err) {
  nonet_code code = facts_groups(&r->facts, r->net, err);
  if (!code) code = plain_facts(r, err);
  if (!code) code = rank_nodes(r, err);
  if (!code) code = count_carried(r, err);
  if (!code) code = facts_losses(&r->facts, r->net, &r->run, r->nodes, err);
  if (!code) code = facts_sentences(r, err);
  return code;
}
