/* Core and periphery: who is in the tight core, and how well the network is told by a core with the rest around it.
 *
 * The network is put in the order of its keys first: among cores that fit equally well the same one is found whatever the order of rows.
 *
 * Sources: (1) S. P. Borgatti, M. G. Everett 1999, Models of core/periphery structures, doi:10.1016/S0378-8733(99)00019-2. */
#include "base/buffer.h"
#include "base/memory.h"
#include "kernel/coreperiphery.h"
#include "measure/judge.h"
#include "measure/keyed.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static nonet_code ideal_of(enum coreperiphery_ideal *out, const char *named, nonet_err *err) {
  *out = strcmp(named, "within") ? COREPERIPHERY_TOUCHING : COREPERIPHERY_WITHIN;
  if (!*named || !strcmp(named, "touching") || !strcmp(named, "within")) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "an ideal core is 'touching' or 'within', not '%s'", named);
}

/* core[v] (n entries) is 1 in the best core. */
static nonet_code find_core(struct coreperiphery *out, uint8_t *core, const struct keyed *k, const struct measure_ask *ask,
                            const char *named, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  struct coreperiphery_question q = {.seed = ask->run->asked->seed};
  nonet_code code = ideal_of(&q.ideal, named, err);
  uint8_t *found = memory_array(k->graph.nodes, 1);
  if (!code) code = found ? pass_result(coreperiphery(out, found, &k->graph, &q, &watch), ask, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < k->graph.nodes; v++)
    core[v] = found[k->place[v]];
  free(found);
  return code;
}

/* score[v] of each node; *fit. Both stay undefined where the scores run away: of a star the better the further the leaves' fall, without
 * end. */
static nonet_code find_scores(double *score, double *fit, const struct keyed *k, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  bool settled = true;
  double *found = memory_array(k->graph.nodes, sizeof *found);
  nonet_code code = found ? pass_result(coreperiphery_continuous(found, fit, &settled, &k->graph, &watch), ask, err) : error_memory(err);
  if (!settled) *fit = NAN;
  for (uint32_t v = 0; !code && settled && v < k->graph.nodes; v++)
    score[v] = found[k->place[v]];
  free(found);
  return code;
}

/* ---- values ---- */

static nonet_code member(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct coreperiphery found;
  struct keyed k;
  nonet_code code = keyed_start(&k, ask->simple, ask->net, err);
  if (code) return code;
  uint8_t *core = memory_array(k.graph.nodes, 1);
  code = core ? find_core(&found, core, &k, ask, ask->parameter_text, err) : error_memory(err);
  for (uint32_t v = 0; !code && !isnan(found.fit) && v < k.graph.nodes; v++)
    out[v] = core[v];
  free(core);
  keyed_free(&k);
  return code;
}

static nonet_code score(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct keyed k;
  double fit;
  nonet_code code = keyed_start(&k, ask->simple, ask->net, err);
  if (code) return code;
  code = find_scores(out, &fit, &k, ask, err);
  keyed_free(&k);
  return code;
}

static nonet_code fit(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct coreperiphery found = {0};
  struct keyed k;
  bool continuous = !strcmp(ask->parameter_text, "continuous");
  nonet_code code = keyed_start(&k, ask->simple, ask->net, err);
  if (code) return code;
  uint8_t *core = memory_array(k.graph.nodes, 1);
  double *scores = memory_array(k.graph.nodes, sizeof *scores);
  if (!core || !scores) code = error_memory(err);
  if (!code && continuous) code = find_scores(scores, &found.fit, &k, ask, err);
  if (!code && !continuous) code = find_core(&found, core, &k, ask, ask->parameter_text, err);
  if (!code) *out = found.fit;
  free(core);
  free(scores);
  keyed_free(&k);
  return code;
}

/* ---- the table ---- */

static nonet_code note_fit(nonet_sheet *s, const struct coreperiphery *found, double continuous, nonet_err *err) {
  struct buffer line = {0};
  buffer_text(&line, "Fit (correlation of ties and pattern): ");
  buffer_number(&line, found->fit);
  buffer_print(&line, " for a core of %u%s; ", found->size, found->exact ? ", the best of all" : ", the best found");
  buffer_number(&line, continuous);
  buffer_text(&line, " for the products of scores.");
  nonet_code code = line.failed ? error_memory(err) : sheet_note(s, buffer_string(&line), err);
  buffer_free(&line);
  return code;
}

static nonet_code write(nonet_sheet *s, const struct keyed *k, const struct measure_ask *ask, nonet_err *err) {
  struct coreperiphery found;
  double *in_core, *scores, continuous;
  nonet_code code = sheet_add_numbers(&in_core, s, "core", err);
  if (!code) code = sheet_add_numbers(&scores, s, "score", err);
  if (code) return code;
  uint8_t *core = memory_array(k->graph.nodes, 1);
  code = core ? find_core(&found, core, k, ask, ask->parameter_text, err) : error_memory(err);
  for (uint32_t v = 0; !code && !isnan(found.fit) && v < k->graph.nodes; v++)
    in_core[v] = core[v];
  if (!code) code = find_scores(scores, &continuous, k, ask, err);
  if (!code && !isnan(found.fit)) code = note_fit(s, &found, continuous, err);
  free(core);
  return code;
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct keyed k;
  nonet_code code = keyed_start(&k, ask->simple, ask->net, err);
  if (code) return code;
  code = sheet_of_nodes(out, "core-periphery", "Core and periphery", ask->net, err);
  if (!code) code = write(*out, &k, ask, err);
  keyed_free(&k);
  return code;
}

/* ---- rows ---- */

#define BORGATTI "Borgatti, S. P., Everett, M. G. (1999) Models of core/periphery structures, doi:10.1016/S0378-8733(99)00019-2"
#define IDEALS "IDEAL: touching (ties wherever an end is in the core; so unless given) or within (only between two of the core)"
#define SEARCH                                                                                                                             \
  "over all pairs (ordered when directed); the core of best fit, of equal ones the smallest: exact up to 20 nodes, beyond by climbing "    \
  "from many starts drawn by --seed; simple network; --weighted: by strength"
#define NO_PATTERN "undefined without ties, where all pairs are alike, and for fewer than 3 nodes"

static const struct measure_row rows[] = {
    {.info = {.name = "core-member",
              .title = "Member of the core",
              .summary = "Whether a partner belongs to the core (1) around which the rest is gathered, or to that rest (0).",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "1 in the set of nodes whose ideal pattern has the greatest correlation with the ties",
              .convention = SEARCH,
              .undefined = NO_PATTERN,
              .source = BORGATTI,
              .cost = "O(2^n) up to 20 nodes, beyond O(n^2 + m) a step",
              .parameter = IDEALS,
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = member},
    {.info = {.name = "core-score",
              .title = "Nearness to the core (continuous)",
              .summary = "How far a partner belongs to the core, where that is a matter of degree.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula =
                  "c >= 0, sum of squares 1, such that the products c_i * c_j are nearest (least squares) to the ties, i other than j",
              .convention = "when directed, ties both ways are averaged; simple network; --weighted: by strength",
              .undefined = "undefined without ties, and where no scores are nearest: of a star those of the leaves go to 0 without end",
              .source = BORGATTI,
              .cost = "O(n + m) a round",
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .gaps = MEASURE_GAPS,
     .plain = score},
    {.info = {.name = "core-periphery-fit",
              .title = "Fit of core and periphery",
              .summary = "How well the network is told by a core with the rest around it, up to 1.",
              .scope = NONET_OF_WHOLE,
              .low = -1,
              .high = 1,
              .formula = "greatest correlation of ties and an ideal pattern; continuous: of ties and the products of core scores",
              .convention = SEARCH,
              .undefined = NO_PATTERN "; continuous also where 'core-score' is",
              .source = BORGATTI,
              .cost = "O(2^n) up to 20 nodes, beyond O(n^2 + m) a step",
              .parameter = IDEALS ", or continuous",
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = fit},
    {.info = {.name = "core-periphery",
              .title = "Core and periphery",
              .summary = "Who is in the core around which the rest is gathered, how far each one is, and how well that tells the network.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = 1,
              .formula = "core: 1 in the set whose ideal pattern has the greatest correlation with the ties; score: as 'core-score'",
              .convention = SEARCH,
              .undefined = NO_PATTERN,
              .source = BORGATTI,
              .cost = "O(2^n) up to 20 nodes, beyond O(n^2 + m) a step",
              .parameter = IDEALS,
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .parameter_is_text = true,
     .table = table,
     .check = judge_core_periphery},
};

const struct measure_rows core_periphery_node_rows = {rows, 2};
const struct measure_rows core_periphery_fit_rows = {rows + 2, 1};
const struct measure_rows core_periphery_rows = {rows + 3, 1};
