/* How far a network at one date is that of another: ties and contacts that stayed, came and went between two states.
 *
 * How: the pairs that are tied at each date, as sorted numbers, are merged. Second method: the views at both dates are made and the rows of
 * their simple networks compared.
 *
 * Sources: (1) T. A. B. Snijders, G. G. van de Bunt, C. E. G. Steglich 2010, Introduction to stochastic actor-based models for network
 * dynamics, doi:10.1016/j.socnet.2009.02.004. */
#include "base/buffer.h"
#include "base/memory.h"
#include "measure/dates.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Of a node, or of all: tied at both dates, at the first, at the second. */
struct kept {
  double both, first, second;
};

/* What is compared: arcs (each way of an undirected tie in a directed network), or contacts at each node, whichever way they point. */
enum what { ARCS, CONTACTS };

/* ---- merging ---- */

struct pairs {
  uint64_t *at; /* owned: ascending, each once */
  size_t count;
};

static int ascending(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

static void add_pair(struct pairs *p, uint32_t a, uint32_t b) {
  p->at[p->count++] = (uint64_t)a << 32 | b;
}

static nonet_code pairs_at(struct pairs *p, const nonet *n, struct date_period at, enum what what, nonet_err *err) {
  size_t kept = 0;
  *p = (struct pairs){.at = memory_array((size_t)n->ties * 2, sizeof *p->at)};
  if (!p->at) return error_memory(err);
  for (uint32_t t = 0; t < n->ties; t++) {
    uint32_t a = n->tie_from[t], b = n->tie_to[t];
    if (a == b || !net_tie_holds(n, t, at)) continue;
    bool turn = (what == CONTACTS || !n->directed) && a > b;
    add_pair(p, turn ? b : a, turn ? a : b);
    if (what == ARCS && n->directed && !net_tie_directed(n, t)) add_pair(p, b, a);
  }
  qsort(p->at, p->count, sizeof *p->at, ascending);
  for (size_t i = 0; i < p->count; i++)
    if (!kept || p->at[kept - 1] != p->at[i]) p->at[kept++] = p->at[i];
  p->count = kept;
  return NONET_OK;
}

/* Count a pair at both its ends, and for all behind them. */
static void count_pair(struct kept *kept, uint32_t nodes, uint64_t pair, bool first, bool second) {
  const size_t at[] = {(size_t)(pair >> 32), (size_t)(pair & UINT32_MAX), nodes};
  for (int k = 0; k < 3; k++) {
    kept[at[k]].both += first && second;
    kept[at[k]].first += first;
    kept[at[k]].second += second;
  }
}

static nonet_code merge(struct kept *kept, const struct measure_ask *ask, const struct date_period at[2], enum what what, nonet_err *err) {
  struct pairs p[2] = {{0}, {0}};
  nonet_code code = pairs_at(&p[0], ask->net, at[0], what, err);
  if (!code) code = pairs_at(&p[1], ask->net, at[1], what, err);
  for (size_t i = 0, j = 0; !code && (i < p[0].count || j < p[1].count);) {
    bool first = j == p[1].count || (i < p[0].count && p[0].at[i] <= p[1].at[j]);
    bool second = i == p[0].count || (j < p[1].count && p[1].at[j] <= p[0].at[i]);
    count_pair(kept, ask->net->nodes, first ? p[0].at[i] : p[1].at[j], first, second);
    i += first, j += second;
  }
  free(p[0].at);
  free(p[1].at);
  return code;
}

/* ---- by views ---- */

/* The view at the first or the second date of "DATE;DATE"; without text at the day itself. */
static nonet_code view_at(nonet **out, const struct measure_ask *ask, bool second, int32_t day, nonet_err *err) {
  const char *text = ask->parameter_text, *semicolon = strchr(text, ';');
  char printed[DATE_ROOM];
  struct buffer view = {0};
  date_print(printed, day);
  if (!semicolon)
    text = printed;
  else if (second)
    text = semicolon + 1;
  size_t length = semicolon && !second ? (size_t)(semicolon - text) : strlen(text);
  while (length && strchr(" \t", *text))
    text++, length--;
  while (length && strchr(" \t", text[length - 1]))
    length--;
  buffer_print(&view, "at:%.*s", (int)length, text);
  nonet_code code = view.failed ? error_memory(err) : nonet_view(out, ask->net, buffer_string(&view), NULL, err);
  buffer_free(&view);
  return code;
}

static bool has_arc(const struct graph *g, uint32_t v, uint32_t w) {
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    if (g->to[a] == w) return true;
  return false;
}

static void compare_rows(struct kept *kept, const struct graph *const g[2]) {
  for (int which = 0; which < 2; which++)
    for (uint32_t v = 0; v < g[0]->nodes; v++)
      for (uint64_t a = g[which]->first[v]; a < g[which]->first[v + 1]; a++) {
        uint32_t w = g[which]->to[a];
        bool other = has_arc(g[!which], v, w);
        if ((other && which) || (!g[0]->directed && v > w)) continue;
        count_pair(kept, g[0]->nodes, (uint64_t)v << 32 | w, !which || other, which || other);
      }
}

static nonet_code by_views(struct kept *kept, const struct measure_ask *ask, const struct date_period at[2], enum what what,
                           nonet_err *err) {
  const struct graph *g[2];
  nonet *view[2] = {NULL, NULL};
  nonet_code code = NONET_OK;
  for (int which = 0; !code && which < 2; which++) {
    code = view_at(&view[which], ask, which, at[which].first, err);
    if (!code) code = net_simple(&g[which], view[which], what == ARCS && ask->net->directed, false, err);
  }
  if (!code) compare_rows(kept, g);
  nonet_free(view[0]);
  nonet_free(view[1]);
  return code;
}

/* ---- values ---- */

typedef nonet_code counting(struct kept *kept, const struct measure_ask *ask, const struct date_period at[2], enum what what,
                            nonet_err *err);

/* n + 1 entries, the last for all; owned by the caller. */
static nonet_code count(struct kept **out, const struct measure_ask *ask, counting *method, enum what what, const char *name,
                        nonet_err *err) {
  struct date_period at[2];
  nonet_code code = dates_pair(at, ask->net, ask->parameter_text, name, err);
  *out = NULL;
  if (code) return code;
  struct kept *kept = memory_zeroed((size_t)ask->net->nodes + 1, sizeof *kept);
  if (!kept) return error_memory(err);
  code = method(kept, ask, at, what, err);
  if (code)
    free(kept);
  else
    *out = kept;
  return code;
}

static double share(double part, double whole) {
  return whole > 0 ? part / whole : (double)NAN;
}

static nonet_code jaccard(double *out, const struct measure_ask *ask, counting *method, nonet_err *err) {
  struct kept *kept;
  nonet_code code = count(&kept, ask, method, ARCS, "tie-jaccard", err);
  if (code) return code;
  const struct kept *all = &kept[ask->net->nodes];
  *out = share(all->both, all->first + all->second - all->both);
  free(kept);
  return NONET_OK;
}

static nonet_code survival(double *out, const struct measure_ask *ask, counting *method, nonet_err *err) {
  struct kept *kept;
  nonet_code code = count(&kept, ask, method, ARCS, "tie-survival", err);
  if (code) return code;
  *out = share(kept[ask->net->nodes].both, kept[ask->net->nodes].first);
  free(kept);
  return NONET_OK;
}

static nonet_code contacts(double *out, const struct measure_ask *ask, counting *method, nonet_err *err) {
  struct kept *kept;
  nonet_code code = count(&kept, ask, method, CONTACTS, "contact-turnover", err);
  if (code) return code;
  for (uint32_t v = 0; v < ask->net->nodes; v++) {
    double either = kept[v].first + kept[v].second - kept[v].both;
    out[v] = share(either - kept[v].both, either);
  }
  free(kept);
  return NONET_OK;
}

static nonet_code nodes(double *out, const struct measure_ask *ask, counting *method, nonet_err *err) {
  struct kept *kept;
  double either = 0, one = 0;
  nonet_code code = count(&kept, ask, method, CONTACTS, "node-turnover", err);
  if (code) return code;
  for (uint32_t v = 0; v < ask->net->nodes; v++) {
    either += kept[v].first > 0 || kept[v].second > 0;
    one += (kept[v].first > 0) != (kept[v].second > 0);
  }
  *out = share(one, either);
  free(kept);
  return NONET_OK;
}

static nonet_code jaccard_merged(double *out, const struct measure_ask *ask, nonet_err *err) {
  return jaccard(out, ask, merge, err);
}
static nonet_code jaccard_by_views(double *out, const struct measure_ask *ask, nonet_err *err) {
  return jaccard(out, ask, by_views, err);
}
static nonet_code survival_merged(double *out, const struct measure_ask *ask, nonet_err *err) {
  return survival(out, ask, merge, err);
}
static nonet_code survival_by_views(double *out, const struct measure_ask *ask, nonet_err *err) {
  return survival(out, ask, by_views, err);
}
static nonet_code contacts_merged(double *out, const struct measure_ask *ask, nonet_err *err) {
  return contacts(out, ask, merge, err);
}
static nonet_code contacts_by_views(double *out, const struct measure_ask *ask, nonet_err *err) {
  return contacts(out, ask, by_views, err);
}
static nonet_code nodes_merged(double *out, const struct measure_ask *ask, nonet_err *err) {
  return nodes(out, ask, merge, err);
}
static nonet_code nodes_by_views(double *out, const struct measure_ask *ask, nonet_err *err) {
  return nodes(out, ask, by_views, err);
}

#define SNIJDERS                                                                                                                           \
  "Snijders, T. A. B., van de Bunt, G. G. and Steglich, C. E. G. (2010) Introduction to stochastic actor-based models for network "        \
  "dynamics, doi:10.1016/j.socnet.2009.02.004"
#define DATES "DATE;DATE, the two states (2023;2024-06); unless given the first and the last day on which a tie begins or ends"
#define STATES "a tie is in a state that its dates overlap, ends included, and one without dates in every state; "

static const struct measure_row node_rows[] = {
    {.info = {.name = "contact-turnover",
              .title = "Turnover of contacts",
              .summary = "How far the contacts of a partner at one date are others than at another date, from 0 (the same) to 1.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "contacts at one of both dates alone / contacts at either date",
              .convention = STATES "one less the Jaccard index of the neighbours; direction is left out of account; simple network, never "
                                   "weighted",
              .undefined = "undefined for a node without a contact at either date",
              .source = SNIJDERS,
              .cost = "O(n + m log m)",
              .parameter = DATES},
     .parameter_is_text = true,
     .reads_undirected = true,
     .example = "2023;2024",
     .gaps = MEASURE_GAPS,
     .plain = contacts_by_views,
     .fast = contacts_merged},
};
const struct measure_rows turnover_node_rows = {node_rows, sizeof node_rows / sizeof *node_rows};

static const struct measure_row rows[] = {
    {.info = {.name = "tie-jaccard",
              .title = "Stability of ties",
              .summary = "How far the ties at one date are those at another date, from 0 (none is) to 1 (all are).",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "Jaccard index, N11 / (N11 + N10 + N01): pairs tied at both dates, at the first alone, at the second alone",
              .convention = STATES "Snijders and others ask for .3 or more between waves of a study; a pair counts for each direction when "
                                   "directed; simple network, never weighted",
              .undefined = "undefined without a tie at either date",
              .source = SNIJDERS,
              .cost = "O(m log m)",
              .parameter = DATES},
     .parameter_is_text = true,
     .example = "2023;2024",
     .gaps = MEASURE_GAPS,
     .plain = jaccard_by_views,
     .fast = jaccard_merged},
    {.info = {.name = "tie-survival",
              .title = "Survival of ties",
              .summary = "The share of the ties of one date that are still there at another date.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "N11 / (N11 + N10): pairs tied at both dates / pairs tied at the first",
              .convention = STATES "a pair counts for each direction when directed; simple network, never weighted",
              .undefined = "undefined without a tie at the first date",
              .source = SNIJDERS,
              .cost = "O(m log m)",
              .parameter = DATES},
     .parameter_is_text = true,
     .example = "2023;2024",
     .gaps = MEASURE_GAPS,
     .plain = survival_by_views,
     .fast = survival_merged},
    {.info = {.name = "node-turnover",
              .title = "Turnover of partners",
              .summary = "How far those who have a tie at one date are others than at another date, from 0 (the same) to 1.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "nodes tied at one of both dates alone / nodes tied at either date",
              .convention = STATES "one less the Jaccard index of those who have a tie to another node",
              .undefined = "undefined without a tie at either date",
              .source = SNIJDERS,
              .cost = "O(n + m log m)",
              .parameter = DATES},
     .parameter_is_text = true,
     .example = "2023;2024",
     .gaps = MEASURE_GAPS,
     .plain = nodes_by_views,
     .fast = nodes_merged},
};
const struct measure_rows turnover_rows = {rows, sizeof rows / sizeof *rows};
