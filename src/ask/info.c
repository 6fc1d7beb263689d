/* What is in a network, and how it was understood: the first thing to look at, before any number is believed.
 *
 * How: a census and the components make the sentences and the sheets. What was assumed in reading stands after what follows from it, and
 * the first three ties stand as a sheet, because a wrong column shows there at once. */
#include "ask/census.h"
#include "base/buffer.h"
#include "base/run.h"
#include "net/answer.h"
#include "net/sheet.h"
#include "net/survey.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_TIES = 3, FIRST_NAMES = 12 };

/* What is asked of the measures. */
struct whole {
  double components, giant;
};

static const char *many(uint64_t count, const char *one, const char *more) {
  return count == 1 ? one : more;
}

static nonet_code measure_whole(struct whole *out, const nonet *n, const nonet_run *run, nonet_err *err) {
  nonet_sheet *s = NULL;
  *out = (struct whole){.components = 0, .giant = 0};
  if (n->nodes == 0) return NONET_OK;
  nonet_code code = nonet_measure(&s, n, "components,giant", NULL, run, err);
  for (size_t row = 0; !code && row < nonet_sheet_rows(s); row++) {
    bool components = strcmp(nonet_sheet_text(s, row, 0), "components") == 0;
    *(components ? &out->components : &out->giant) = nonet_sheet_number(s, row, 1);
  }
  nonet_sheet_free(s);
  return code;
}

/* ---- sentences ---- */

static nonet_code say_shape(nonet_answer *a, const nonet *n, const struct census *c, nonet_err *err) {
  uint32_t one, other;
  char layers[64] = "";
  if (n->layers > 0) snprintf(layers, sizeof layers, " in %u %s", n->layers, many(n->layers, "layer", "layers"));
  nonet_code code = answer_say(a, err, "%s: %u %s and %u %s%s.", nonet_title(n), n->nodes, many(n->nodes, "node", "nodes"), n->ties,
                               many(n->ties, "tie", "ties"), layers);
  if (!code && nonet_two_modes(n, &one, &other))
    code = answer_say(a, err, "Two-mode: ties go only between the kinds %s and %s.", nonet_kind_name(n, one), nonet_kind_name(n, other));
  if (code || n->ties == 0) return code;
  if (!n->directed) return answer_say(a, err, "Ties have no direction.");
  if (c->one_way == n->ties) return answer_say(a, err, "Ties have a direction.");
  return answer_say(a, err, "%llu of the ties go one way, the others both ways.", (unsigned long long)c->one_way);
}

static nonet_code say_weights(nonet_answer *a, const nonet *n, const struct census *c, nonet_err *err) {
  static const char *const meaning[] = {[NONET_STRENGTH] = "strengths: more is closer, and a length is 1 / strength",
                                        [NONET_LENGTH] = "lengths: more is farther, and a strength is 1 / length",
                                        [NONET_RANK] = "ranks: 1 is the closest"};
  if (n->ties == 0) return NONET_OK;
  if (c->weighted == 0) return answer_say(a, err, "No tie has a weight.");
  for (size_t i = 0; i < 3; i++) {
    unsigned long long count = c->by_scale[i];
    if (count == 0) continue;
    nonet_code code = count == n->ties ? answer_say(a, err, "Weights are %s.", meaning[i])
                                       : answer_say(a, err, "Weights (of %llu %s) are %s.", count, many(count, "tie", "ties"), meaning[i]);
    if (code) return code;
  }
  return NONET_OK;
}

static nonet_code say_evidence(nonet_answer *a, const nonet *n, const struct census *c, nonet_err *err) {
  char first[DATE_ROOM], last[DATE_ROOM];
  nonet_code code = NONET_OK;
  if (c->dated > 0) {
    date_print(first, c->first_day);
    date_print(last, c->last_day);
    code = answer_say(a, err, "%llu of %u ties have dates, from %s to %s.", (unsigned long long)c->dated, n->ties, first, last);
  }
  if (!code && n->ties > 0 && c->with_source > 0)
    code = answer_say(a, err, "%llu of %u ties name their evidence.", (unsigned long long)c->with_source, n->ties);
  return code;
}

/* Every name, or the first of them and where the rest stand. */
static nonet_code say_silent(nonet_answer *a, const nonet *n, nonet_err *err) {
  struct buffer names = {0};
  uint64_t asked, open, silent = 0;
  for (uint32_t v = 0; v < n->nodes; v++) {
    nonet_node node;
    nonet_node_questions(&asked, &open, n, v);
    if (!asked || open < asked) continue;
    nonet_node_get(&node, n, v);
    if (silent++ < FIRST_NAMES) buffer_print(&names, "%s%s", silent > 1 ? ", " : "", node.label);
  }
  if (silent > FIRST_NAMES) buffer_print(&names, " and %llu more (sheet open-questions)", (unsigned long long)(silent - FIRST_NAMES));
  nonet_code code = names.failed ? error_memory(err) : silent ? answer_say(a, err, "Did not answer: %s.", buffer_string(&names)) : NONET_OK;
  buffer_free(&names);
  return code;
}

static nonet_code say_survey(nonet_answer *a, const nonet *n, nonet_err *err) {
  nonet_response r;
  struct buffer line = {0};
  if (!nonet_survey(&r, n)) return NONET_OK;
  buffer_text(&line, "Survey");
  if (!r.behind) buffer_print(&line, " (response rate %.3g)", (double)r.answered / r.asked);
  buffer_text(&line, ": ");
  if (!net_survey_silence(&line, n)) buffer_print(&line, "all of %u %s answered every question", r.asked, many(r.asked, "node", "nodes"));
  nonet_code code = line.failed ? error_memory(err) : answer_say(a, err, "%s.", buffer_string(&line));
  buffer_free(&line);
  return code ? code : say_silent(a, n, err);
}

static nonet_code say_components(nonet_answer *a, const nonet *n, const struct census *c, const struct whole *w, nonet_err *err) {
  if (n->nodes == 0) return answer_say(a, err, "The network is empty.");
  if (w->components == 1) return answer_say(a, err, "All nodes hang together.");
  nonet_code code =
      answer_say(a, err, "It falls into %.0f components; the largest holds %.0f of %u nodes.", w->components, w->giant, n->nodes);
  if (!code && c->isolates > 0) code = answer_say(a, err, "%u %s no tie.", c->isolates, many(c->isolates, "node has", "nodes have"));
  return code;
}

static nonet_code say_notes(nonet_answer *a, const nonet *n, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; nonet_assumption(n, i) && !code; i++)
    code = answer_say(a, err, "Assumed: %s", nonet_assumption(n, i));
  for (size_t i = 0; nonet_warning(n, i) && !code; i++)
    code = answer_say(a, err, "Warning: %s", nonet_warning(n, i));
  return code;
}

/* ---- sheets ---- */

static nonet_code add_counts(nonet_answer *a, const nonet *n, const struct census *c, const struct whole *w, nonet_err *err) {
  const struct {
    const char *name;
    double value;
  } rows[] = {{"nodes", n->nodes},
              {"ties", n->ties},
              {"layers", n->layers},
              {"kinds", n->kinds},
              {"components", w->components},
              {"giant", w->giant},
              {"isolates", c->isolates},
              {"loops", (double)c->loops},
              {"one-way-ties", (double)c->one_way},
              {"weighted-ties", (double)c->weighted},
              {"dated-ties", (double)c->dated},
              {"ties-with-evidence", (double)c->with_source},
              {"nodes-in-several-layers", c->in_several_layers},
              {"nodes-in-no-layer", c->in_no_layer}};
  enum { ROWS = sizeof rows / sizeof rows[0] };
  nonet_sheet *s;
  double *value;
  nonet_code code = sheet_new(&s, "counts", "What it holds", NONET_BY_MEASURE, ROWS, err);
  if (code) return code;
  code = sheet_add_numbers(&value, s, "value", err);
  for (size_t i = 0; i < ROWS && !code; i++) {
    code = sheet_set_text(s, i, 0, rows[i].name, err);
    value[i] = rows[i].value;
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code fill_tie(nonet_sheet *s, uint32_t t, const size_t *column, double *weight, const nonet *n, nonet_err *err) {
  nonet_tie tie;
  nonet_tie_get(&tie, n, t);
  const char *texts[] = {tie.kind, tie.layer == NONET_NONE ? "" : nonet_layer_name(n, tie.layer), tie.since, tie.until, tie.source};
  sheet_set_number(s, t, 0, (double)t + 1);
  nonet_code code = sheet_set_text(s, t, 1, net_key(n, tie.from), err);
  if (!code) code = sheet_set_text(s, t, 2, net_key(n, tie.to), err);
  for (size_t i = 0; i < 5 && !code; i++)
    code = sheet_set_text(s, t, column[i], texts[i], err);
  if (tie.has_weight) weight[t] = tie.weight;
  return code;
}

static nonet_code add_first_ties(nonet_answer *a, const nonet *n, nonet_err *err) {
  static const char *const names[] = {"kind", "layer", "since", "until", "source"};
  uint32_t count = n->ties < FIRST_TIES ? n->ties : FIRST_TIES;
  size_t column[5];
  double *weight;
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "first-ties", "The first ties, as they were understood", NONET_BY_TIE, count, err);
  if (code) return code;
  for (size_t i = 0; i < 5 && !code; i++)
    code = sheet_add_texts(&column[i], s, names[i], err);
  if (!code) code = sheet_add_numbers(&weight, s, "weight", err);
  for (uint32_t t = 0; t < count && !code; t++)
    code = fill_tie(s, t, column, weight, n, err);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code add_kinds(nonet_answer *a, const nonet *n, const struct census *c, nonet_err *err) {
  uint32_t rows = n->kinds + (c->nodes_of_kind[n->kinds] > 0 && n->kinds > 0);
  double *count;
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "kinds", "Kinds of nodes", NONET_BY_SET, rows, err);
  if (code) return code;
  code = sheet_add_numbers(&count, s, "nodes", err);
  for (uint32_t k = 0; k < rows && !code; k++) {
    code = sheet_set_text(s, k, 0, "kind", err);
    if (!code) code = sheet_set_text(s, k, 1, k < n->kinds ? nonet_kind_name(n, k) : "(none)", err);
    count[k] = c->nodes_of_kind[k];
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code add_tie_kinds(nonet_answer *a, const nonet *n, const struct census *c, nonet_err *err) {
  bool said = c->kinds > 1 || (c->kinds == 1 && c->kind[0].kind != 0);
  double *count;
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "tie-kinds", "Kinds of ties in each layer", NONET_BY_SET, said ? c->kinds : 0, err);
  if (code) return code;
  code = sheet_add_numbers(&count, s, "ties", err);
  for (size_t k = 0; said && k < c->kinds && !code; k++) {
    const struct census_tie_kind *kind = &c->kind[k];
    code = sheet_set_text(s, k, 0, kind->layer == NONET_NONE ? "(no layer)" : nonet_layer_name(n, kind->layer), err);
    if (!code) code = sheet_set_text(s, k, 1, kind->kind ? net_word(n, kind->kind) : "(none)", err);
    count[k] = (double)kind->ties;
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code add_layers(nonet_answer *a, const nonet *n, const struct census *c, nonet_err *err) {
  double *nodes, *only, *ties;
  nonet_sheet *s;
  nonet_code code = sheet_of_layers(&s, "layers", "Layers", n, err);
  if (code) return code;
  code = sheet_add_numbers(&nodes, s, "nodes", err);
  if (!code) code = sheet_add_numbers(&only, s, "only-here", err);
  if (!code) code = sheet_add_numbers(&ties, s, "ties", err);
  for (uint32_t i = 0; i < n->layers && !code; i++) {
    nodes[i] = c->nodes_of_layer[i];
    only[i] = c->only_in_layer[i];
    ties[i] = (double)c->ties_of_layer[i];
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

/* Who left questions open: all of them, or some. */
static nonet_code add_open(nonet_answer *a, const nonet *n, nonet_err *err) {
  uint64_t asked, open;
  size_t rows = 0, row = 0;
  double *of, *left;
  nonet_sheet *s;
  for (uint32_t v = 0; v < n->nodes; v++) {
    nonet_node_questions(&asked, &open, n, v);
    rows += open > 0;
  }
  if (!rows) return NONET_OK;
  nonet_code code = sheet_new(&s, "open-questions", "Who left questions open", NONET_BY_SET, rows, err);
  if (code) return code;
  code = sheet_add_numbers(&left, s, "open", err);
  if (!code) code = sheet_add_numbers(&of, s, "asked", err);
  for (uint32_t v = 0; v < n->nodes && !code; v++) {
    nonet_node_questions(&asked, &open, n, v);
    if (!open) continue;
    code = sheet_set_text(s, row, 0, open == asked ? "did not answer" : "answered in part", err);
    if (!code) code = sheet_set_text(s, row, 1, net_key(n, v), err);
    left[row] = (double)open;
    of[row++] = (double)asked;
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

/* ---- the answer ---- */

static nonet_code fill(nonet_answer *a, const nonet *n, const struct census *c, const struct whole *w, nonet_err *err) {
  char verdict[96];
  snprintf(verdict, sizeof verdict, "%u %s, %u %s", n->nodes, many(n->nodes, "node", "nodes"), n->ties, many(n->ties, "tie", "ties"));
  nonet_code code = answer_verdict(a, verdict, err);
  if (!code) code = say_shape(a, n, c, err);
  if (!code) code = say_weights(a, n, c, err);
  if (!code) code = say_evidence(a, n, c, err);
  if (!code) code = say_survey(a, n, err);
  if (!code) code = say_components(a, n, c, w, err);
  if (!code) code = say_notes(a, n, err);
  if (!code) code = add_counts(a, n, c, w, err);
  if (!code) code = add_first_ties(a, n, err);
  if (!code) code = add_kinds(a, n, c, err);
  if (!code) code = add_layers(a, n, c, err);
  if (!code) code = add_tie_kinds(a, n, c, err);
  if (!code) code = add_open(a, n, err);
  return code;
}

nonet_code nonet_info(nonet_answer **out, const nonet *n, const nonet_run *run, nonet_err *err) {
  struct census census;
  struct whole whole;
  nonet_answer *a = NULL;
  *out = NULL;
  nonet_code code = census_start(&census, n, err);
  if (code) return code;
  code = measure_whole(&whole, n, run, err);
  if (!code) code = answer_new(&a, err);
  if (!code) code = fill(a, n, &census, &whole, err);
  census_free(&census);
  if (code)
    nonet_answer_free(a);
  else
    *out = a;
  return code;
}
