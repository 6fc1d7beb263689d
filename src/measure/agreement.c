/* Do two divisions into groups agree? Over the nodes that both put in a group.
 *
 * Sources: (1) L. Danon, A. Diaz-Guilera, J. Duch, A. Arenas 2005, doi:10.1088/1742-5468/2005/09/P09008; (2) L. Hubert, P. Arabie 1985,
 * doi:10.1007/BF01908075. */
#include "base/memory.h"
#include "measure/partition.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The nodes that are in a group of both. */
struct both {
  uint32_t *a, *b; /* owned */
  uint32_t count, groups_a, groups_b;
};

static void both_free(struct both *t) {
  free(t->a);
  free(t->b);
}

/* Number the groups that are left 0 .. groups - 1, as igraph wants them. */
static bool renumber(uint32_t *group, uint32_t count, uint32_t *groups) {
  uint32_t *place = memory_array(*groups, sizeof *place), left = 0;
  if (!place) return false;
  for (uint32_t h = 0; h < *groups; h++)
    place[h] = NONET_NONE;
  for (uint32_t i = 0; i < count; i++) {
    if (place[group[i]] == NONET_NONE) place[group[i]] = left++;
    group[i] = place[group[i]];
  }
  *groups = left;
  free(place);
  return true;
}

static nonet_code both_start(struct both *t, const struct measure_ask *ask, nonet_err *err) {
  struct partition a, b;
  nonet_code code = partition_pair(&a, &b, ask, ask->parameter_text, err);
  *t = (struct both){0};
  if (code) return code;
  uint32_t n = ask->net->nodes;
  *t = (struct both){memory_array(n, sizeof *t->a), memory_array(n, sizeof *t->b), 0, a.groups, b.groups};
  if (!t->a || !t->b) code = error_memory(err);
  for (uint32_t v = 0; !code && v < n; v++) {
    if (a.group[v] == NONET_NONE || b.group[v] == NONET_NONE) continue;
    t->a[t->count] = a.group[v];
    t->b[t->count++] = b.group[v];
  }
  if (!code && !(renumber(t->a, t->count, &t->groups_a) && renumber(t->b, t->count, &t->groups_b))) code = error_memory(err);
  partition_free(&a);
  partition_free(&b);
  return code;
}

/* ---- from the table of groups by groups, of which only the cells that are met exist ---- */

struct cell {
  uint32_t a, b;
};

static int by_cell(const void *p, const void *q) {
  const struct cell *x = p, *y = q;
  if (x->a != y->a) return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

/* What both measures are made of: sums over the cells, over the rows and over the columns. */
struct sums {
  double entropy_a, entropy_b, shared; /* nats; shared: mutual information */
  double pairs, pairs_a, pairs_b;      /* of nodes together in both, in a, in b */
};

static void add_margin(double *entropy, double *pairs, const double *size, uint32_t groups, double n) {
  for (uint32_t h = 0; h < groups; h++) {
    if (!(size[h] > 0)) continue;
    *entropy -= size[h] / n * log(size[h] / n);
    *pairs += size[h] * (size[h] - 1) / 2;
  }
}

static void add_cells(struct sums *s, const struct cell *cell, uint32_t count, const double *size_a, const double *size_b) {
  double n = count;
  for (uint32_t i = 0, from = 0; i < count; i++) {
    if (i + 1 < count && by_cell(&cell[i], &cell[i + 1]) == 0) continue;
    double both = i + 1 - from;
    s->shared += both / n * log(both * n / (size_a[cell[i].a] * size_b[cell[i].b]));
    s->pairs += both * (both - 1) / 2;
    from = i + 1;
  }
}

static nonet_code sum_up(struct sums *s, const struct both *t, nonet_err *err) {
  struct cell *cell = memory_array(t->count, sizeof *cell);
  double *size_a = memory_zeroed(t->groups_a, sizeof *size_a), *size_b = memory_zeroed(t->groups_b, sizeof *size_b);
  nonet_code code = cell && size_a && size_b ? NONET_OK : error_memory(err);
  *s = (struct sums){0};
  for (uint32_t i = 0; !code && i < t->count; i++) {
    cell[i] = (struct cell){t->a[i], t->b[i]};
    size_a[t->a[i]]++, size_b[t->b[i]]++;
  }
  if (!code && t->count) {
    qsort(cell, t->count, sizeof *cell, by_cell);
    add_margin(&s->entropy_a, &s->pairs_a, size_a, t->groups_a, t->count);
    add_margin(&s->entropy_b, &s->pairs_b, size_b, t->groups_b, t->count);
    add_cells(s, cell, t->count, size_a, size_b);
  }
  free(cell);
  free(size_a);
  free(size_b);
  return code;
}

static nonet_code nmi(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct both t;
  struct sums s;
  nonet_code code = both_start(&t, ask, err);
  if (!code) code = sum_up(&s, &t, err);
  if (!code && t.count) {
    double entropy = s.entropy_a + s.entropy_b;
    *out = entropy > 0 ? fmax(0, fmin(1, 2 * s.shared / entropy)) : 1;
  }
  both_free(&t);
  return code;
}

static nonet_code adjusted_rand(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct both t;
  struct sums s;
  nonet_code code = both_start(&t, ask, err);
  if (!code) code = sum_up(&s, &t, err);
  if (!code && t.count > 1) {
    double all = t.count * (t.count - 1.0) / 2, chance = s.pairs_a * s.pairs_b / all, most = (s.pairs_a + s.pairs_b) / 2;
    *out = s.pairs == s.pairs_a && s.pairs == s.pairs_b ? 1 : (s.pairs - chance) / (most - chance);
  }
  both_free(&t);
  return code;
}

/* ---- through igraph ---- */

static igraph_error_t compare(double *out, const struct both *t, igraph_community_comparison_t method) {
  igraph_vector_int_t a, b;
  igraph_error_t code = igraph_vector_int_init(&a, t->count);
  if (code) return code;
  code = igraph_vector_int_init(&b, t->count);
  if (!code) {
    for (uint32_t i = 0; i < t->count; i++)
      VECTOR(a)[i] = t->a[i], VECTOR(b)[i] = t->b[i];
    code = igraph_compare_communities(&a, &b, out, method);
    igraph_vector_int_destroy(&b);
  }
  igraph_vector_int_destroy(&a);
  return code;
}

/* igraph divides 0 by 0 where both put all in one group, or each alone: then they agree. */
static nonet_code by_igraph(double *out, igraph_community_comparison_t method, uint32_t least, const struct measure_ask *ask,
                            nonet_err *err) {
  struct border border;
  struct both t;
  nonet_code code = both_start(&t, ask, err);
  if (!code && t.count >= least) {
    ask->shared->used_igraph = true;
    border_enter(&border, ask->run);
    code = border_result(&border, compare(out, &t, method), "agreement", err);
    border_leave(&border);
    if (!code && isnan(*out)) *out = 1;
  }
  both_free(&t);
  return code;
}

static nonet_code nmi_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_igraph(out, IGRAPH_COMMCMP_NMI, 1, ask, err);
}
static nonet_code adjusted_rand_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_igraph(out, IGRAPH_COMMCMP_ADJUSTED_RAND, 2, ask, err);
}

#define TWO "FIRST;SECOND, two partitions, each as for other measures: kind;communities"

static const struct measure_row rows[] = {
    {.info = {.name = "nmi",
              .title = "Agreement of groups (information)",
              .summary = "How much one division into groups tells about another: 1 where they are the same, 0 where it tells nothing.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "2 I(A,B) / (H(A) + H(B)), H entropy, I mutual information",
              .convention =
                  "divided by the mean of the entropies; not corrected for chance, so many small groups raise it; nodes that either "
                  "leaves out are left out",
              .undefined = "1 where both put all in one group; undefined where no node has a group in both",
              .source = "Danon, L., Diaz-Guilera, A., Duch, J., Arenas, A. (2005) Comparing community structure identification, "
                        "doi:10.1088/1742-5468/2005/09/P09008",
              .cost = "O(n log n)",
              .parameter = TWO},
     .parameter_is_text = true,
     .example = "component;communities",
     .needs_parameter = true,
     .gaps = MEASURE_GAPS,
     .plain = nmi_by_igraph,
     .fast = nmi},
    {.info = {.name = "adjusted-rand",
              .title = "Agreement of groups (pairs)",
              .summary =
                  "How far two divisions put the same pairs together, corrected for chance: 1 where they are the same, about 0 by chance.",
              .scope = NONET_OF_WHOLE,
              .low = -1,
              .high = 1,
              .formula = "(pairs together in both - expected) / ((pairs in A + pairs in B)/2 - expected), expected = A * B / all pairs",
              .convention = "sizes of groups kept; nodes that either leaves out are left out",
              .undefined = "1 where both put all in one group, or each alone; undefined where fewer than 2 nodes have a group in both",
              .source = "Hubert, L., Arabie, P. (1985) Comparing partitions, doi:10.1007/BF01908075",
              .cost = "O(n log n)",
              .parameter = TWO},
     .parameter_is_text = true,
     .example = "component;communities",
     .needs_parameter = true,
     .gaps = MEASURE_GAPS,
     .plain = adjusted_rand_by_igraph,
     .fast = adjusted_rand},
};

const struct measure_rows agreement_rows = {rows, sizeof rows / sizeof *rows};
