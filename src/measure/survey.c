/* What a survey's answers carry: who answered, and density and reciprocity of what was answered.
 *
 * A question is one respondent asked about one other node; it was answered by a tie or a "no", or left open. Every other measure counts an
 * open question as no tie; these keep it apart, which is unbiased only if who was silent has nothing to do with the ties (sources 1, 2).
 * In a directed network an arc is answered by the node it would start from. A pair without direction is answered where one side answered:
 * its report stands for the tie, as where reports are confirmed. Of several grids a pair counts where each that asks about it was answered.
 *
 * Sources: (1) D. Stork, W. D. Richards 1992, doi:10.1177/1059601192172006; (2) M. Huisman 2009, Journal of Social Structure 10(1);
 * (3) S. P. Borgatti, K. M. Carley, D. Krackhardt 2006, doi:10.1016/j.socnet.2005.05.001. */
#include "net/survey.h"
#include "base/memory.h"
#include "measure/measure.h"

#include <math.h>
#include <stdlib.h>

static nonet_code answered(double *out, const struct measure_ask *ask, nonet_err *err) {
  (void)err;
  for (uint32_t v = 0; v < ask->net->nodes; v++) {
    uint64_t asked, open;
    nonet_node_questions(&asked, &open, ask->net, v);
    if (asked) out[v] = (double)(asked - open) / (double)asked;
  }
  return NONET_OK;
}

static nonet_code response_rate(double *out, const struct measure_ask *ask, nonet_err *err) {
  nonet_response response;
  (void)err;
  if (nonet_survey(&response, ask->net) && !response.behind) *out = (double)response.answered / response.asked;
  return NONET_OK;
}

/* ---- pairs that were answered ---- */

/* Counts over all pairs (ordered ones in a directed network). */
struct tally {
  uint64_t answered, tied;       /* pairs; those of them with a tie */
  uint64_t said_twice, returned; /* arcs between two that answered about each other; those that are there both ways */
  const nonet *net;
  const struct graph *g;
};

static bool has_arc(const struct graph *g, uint32_t from, uint32_t to) {
  uint64_t low = g->first[from], end = g->first[from + 1], high = end;
  while (low < high) {
    uint64_t mid = low + (high - low) / 2;
    if (g->to[mid] < to)
      low = mid + 1;
    else
      high = mid;
  }
  return low < end && g->to[low] == to;
}

/* What node v answered, and what it is tied to of that. */
static void add_row(struct tally *t, const uint8_t *row, uint32_t v) {
  const struct graph *g = t->g;
  for (uint32_t u = g->directed ? 0 : v + 1; u < g->nodes; u++)
    t->answered += row[u] == NET_ANSWERED;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    uint32_t u = g->to[a];
    if (row[u] != NET_ANSWERED || (!g->directed && u < v)) continue;
    t->tied++;
    if (!g->directed || net_survey_reply(t->net, u, v) != NET_ANSWERED) continue;
    t->said_twice++;
    t->returned += has_arc(g, u, v);
  }
}

static nonet_code count_pairs(struct tally *t, const struct measure_ask *ask, nonet_err *err) {
  uint32_t nodes = ask->net->nodes;
  *t = (struct tally){.net = ask->net, .g = ask->simple};
  if (!ask->net->surveys) return NONET_OK;
  uint8_t *row = memory_zeroed(nodes, 1), *here = memory_zeroed(nodes, 1);
  nonet_code code = row && here ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; v < nodes && !code; v++) {
    net_survey_row(row, here, ask->net, v, !ask->simple->directed);
    add_row(t, row, v);
    code = run_check(ask->run, err);
  }
  free(row);
  free(here);
  return code;
}

static nonet_code answered_density(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct tally t;
  nonet_code code = count_pairs(&t, ask, err);
  if (!code && t.answered) *out = (double)t.tied / (double)t.answered;
  return code;
}

static nonet_code answered_reciprocity(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct tally t;
  nonet_code code = count_pairs(&t, ask, err);
  if (!code && t.said_twice) *out = (double)t.returned / (double)t.said_twice;
  return code;
}

#define STORK "Stork, D., Richards, W. D. (1992) Nonrespondents in communication network studies, doi:10.1177/1059601192172006"
#define HUISMAN "Huisman, M. (2009) Imputation of missing network data: some simple procedures, Journal of Social Structure 10(1)"
#define BORGATTI                                                                                                                           \
  "Borgatti, S. P., Carley, K. M., Krackhardt, D. (2006) On the robustness of centrality measures under conditions of imperfect data, "    \
  "doi:10.1016/j.socnet.2005.05.001"
#define NO_SURVEY "undefined where nobody was asked (no survey grid was read, or the view's ties are none that were asked about)"

static const struct measure_row rows[] = {
    {.info = {.name = "answered",
              .title = "Answered",
              .summary = "Which share of what a partner was asked it answered: 0 for one who did not take part.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "questions of the node's row that were answered, by a tie or a no / questions of its row",
              .convention = "a question is about one other node; all grids together; blank, NA or a declared code is not answered",
              .undefined = NO_SURVEY "; also for a node that was asked nothing, such as a strategy",
              .source = STORK,
              .cost = "O(n)"},
     .apart_from_silence = true,
     .gaps = MEASURE_GAPS,
     .plain = answered},
    {.info = {.name = "response-rate",
              .title = "Response rate",
              .summary = "Which share of the partners that were asked answered at all: how far the other numbers can be relied on.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "nodes that answered one question at least / nodes that were asked one",
              .convention = "all grids together; a column of a square grid without a row is one that did not answer",
              .undefined = NO_SURVEY,
              .source = STORK "; " BORGATTI,
              .cost = "O(n)"},
     .apart_from_silence = true,
     .gaps = MEASURE_GAPS,
     .plain = response_rate},
    {.info = {.name = "answered-density",
              .title = "Answered density",
              .summary = "Which share of the pairs that partners did answer about is tied: density without taking silence for a no.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "answered pairs with a tie / answered pairs",
              .convention = "simple network; a directed pair is answered by the node the tie would start from, one without direction by "
                            "either side; of several grids by all that ask about it; never weighted",
              .undefined = NO_SURVEY ", and where nobody answered",
              .source = HUISMAN "; " STORK,
              .cost = "O(n^2 + questions)"},
     .apart_from_silence = true,
     .gaps = MEASURE_GAPS,
     .plain = answered_density},
    {.info = {.name = "answered-reciprocity",
              .title = "Answered reciprocity",
              .summary = "Which share of what partners say of each other is returned, among those who both answered about each other.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "arcs u -> v for which v -> u is there too / all arcs, among the pairs that both sides answered",
              .convention = "share of arcs, not of pairs, as reciprocity; simple network",
              .undefined = NO_SURVEY ", in an undirected network, and without a tie between two that both answered",
              .source = STORK "; " HUISMAN,
              .cost = "O(n^2 + questions)"},
     .apart_from_silence = true,
     .gaps = MEASURE_GAPS,
     .plain = answered_reciprocity},
};

const struct measure_rows survey_node_rows = {rows, 1};
const struct measure_rows survey_rows = {rows + 1, 3};
