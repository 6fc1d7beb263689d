/* Measures of the whole network, now and then: the sheet "change", and in words how near partners are to each other.
 *
 * Each network is measured by itself, by the measures of the registry, so nodes that left do not count then: this is the convention in
 * which efficiency may rise when a node at the edge leaves, and the note says it. Pairs that lose contact are told apart from it: they are
 * counted among those who stay. */
#include "ask/whatif.h"
#include "net/sheet.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

enum { NODES, TIES, COMPONENTS, GIANT, REACH, EFFICIENCY, MEAN_DISTANCE, MEASURED };
static const char *const measured[MEASURED] = {"nodes", "ties", "components", "giant", "connectedness", "efficiency", "mean-distance"};

/* Beyond so many steps distances are left out, as in the profiles of measures. */
static const double most_steps = 2e10;

struct state {
  double value[MEASURED];
  bool too_long;
};

/* Some measures into their places. */
static nonet_code measure(double *value, const nonet *n, const char *names, const nonet_measure_options *options, const nonet_run *run,
                          nonet_err *err) {
  nonet_sheet *s;
  nonet_code code = nonet_measure(&s, n, names, options, run, err);
  if (code) return code;
  for (size_t row = 0; row < nonet_sheet_rows(s); row++)
    for (size_t i = 0; i < MEASURED; i++)
      if (strcmp(nonet_sheet_text(s, row, 0), measured[i]) == 0) value[i] = nonet_sheet_number(s, row, 1);
  nonet_sheet_free(s);
  return NONET_OK;
}

static nonet_code look(struct state *out, const struct whatif *w, const nonet *n, nonet_err *err) {
  nonet_measure_options plain = {0}, weighted = {.weighted = w->options->weighted};
  for (size_t i = 0; i < MEASURED; i++)
    out->value[i] = NAN;
  nonet_code code = measure(out->value, n, "nodes,ties,components,giant,connectedness", &plain, w->asked, err);
  out->too_long = (double)w->now_seen->nodes * ((double)w->now_seen->nodes + w->now_seen->ties) > most_steps;
  if (!code && !out->too_long) code = measure(out->value, n, "efficiency,mean-distance", &weighted, w->asked, err);
  return code;
}

/* ---- the sheet ---- */

struct row {
  const char *name;
  double now, then;
};

static size_t list_rows(struct row *row, const struct whatif *w, const struct state *now, const struct state *then,
                        const struct whatif_sides *side_now, const struct whatif_sides *side_then) {
  size_t rows = 0;
  for (size_t i = 0; i < MEASURED; i++)
    row[rows++] = (struct row){i == REACH ? "reach" : measured[i], now->value[i], then->value[i]};
  row[rows++] = (struct row){"pairs-in-contact", w->pairs_now, w->pairs_now - w->lost.pairs + w->gained.pairs};
  row[rows++] = (struct row){"pairs-losing-contact", 0, w->lost.pairs};
  row[rows++] = (struct row){"pairs-gaining-contact", 0, w->gained.pairs};
  if (side_now->strategies || side_then->strategies) {
    row[rows++] = (struct row){"strategies", side_now->strategies, side_then->strategies};
    row[rows++] = (struct row){"strategies-without-partner", side_now->without, side_then->without};
    row[rows++] = (struct row){"strategies-with-one-partner", side_now->single, side_then->single};
    row[rows++] = (struct row){"pairs-working-together", side_now->joint, side_then->joint};
  }
  return rows;
}

static nonet_code add_notes(nonet_sheet *s, const struct whatif *w, bool too_long, bool strategies, nonet_err *err) {
  nonet_code code = sheet_note(s,
                               "Each network is measured by itself: a node that is not there does not count. Pairs in contact, and those "
                               "that lose or gain it, are pairs of nodes that are there before and after.",
                               err);
  if (!code && w->n->directed)
    code = sheet_note(s, "Contact, components and reach leave the direction of ties out of account; distances go along it.", err);
  if (!code && w->options->weighted) code = sheet_note(s, "Distances are by length.", err);
  if (!code && w->options->through && strategies)
    code = sheet_note(s, "Strategies and pairs working together are those of the network itself, not of the view.", err);
  if (!code && too_long)
    code = sheet_note(s,
                      "Efficiency and mean distance were left out, for they take long on a network of this size; "
                      "nonet measure --measures efficiency computes them.",
                      err);
  return code;
}

/* Where all pairs are reached over their distances: "2.3 steps". */
static nonet_code say_distance(nonet_answer *a, const struct whatif *w, const struct state *now, const struct state *then, nonet_err *err) {
  char before[NUMBER_ROOM], after[NUMBER_ROOM];
  double x = now->value[EFFICIENCY], y = then->value[EFFICIENCY];
  if (isnan(x) || isnan(y) || w->count == 0) return NONET_OK;
  bool same = fabs(x - y) <= 1e-12 * fmax(x, y);
  for (int digits = 3; digits <= 15; digits++) { /* as many as show the change */
    number_print_short(before, x, digits);
    number_print_short(after, y, digits);
    if (same || strcmp(before, after) != 0) break;
  }
  if (same) return answer_say(a, err, "How easily any two reach each other (efficiency) would stay at %s.", after);
  return answer_say(a, err, "How easily any two reach each other (efficiency, from 0 to 1%s) would %s from %s to %s.",
                    w->n->directed ? ", along the direction of ties" : "", y < x ? "fall" : "rise", before, after);
}

nonet_code whatif_change(nonet_answer *a, const struct whatif *w, const struct whatif_sides *side_now, const struct whatif_sides *side_then,
                         nonet_err *err) {
  struct state now = {0}, then = {0};
  struct row row[MEASURED + 8];
  double *before, *after, *change;
  nonet_sheet *s;
  nonet_code code = look(&now, w, w->now_seen, err);
  if (!code) code = look(&then, w, w->then_seen, err);
  if (!code) code = say_distance(a, w, &now, &then, err);
  if (code) return code;
  size_t rows = list_rows(row, w, &now, &then, side_now, side_then);
  code = sheet_new(&s, "change", "What would change", NONET_BY_MEASURE, rows, err);
  if (code) return code;
  code = sheet_add_numbers(&before, s, "before", err);
  if (!code) code = sheet_add_numbers(&after, s, "after", err);
  if (!code) code = sheet_add_numbers(&change, s, "change", err);
  for (size_t i = 0; i < rows && !code; i++) {
    code = sheet_set_text(s, i, 0, row[i].name, err);
    before[i] = row[i].now;
    after[i] = row[i].then;
    change[i] = row[i].then - row[i].now;
  }
  if (!code) code = add_notes(s, w, now.too_long, side_now->strategies > 0, err);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}
