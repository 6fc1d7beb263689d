/* nonet_measure: names in, one sheet out.
 *
 * How: names are read and must be of one scope; each measure fills a column (or, for the whole network, a row); passes that several of them
 * read run once (pass.h). Weights are checked before a measure sees them, results after: a NaN where the row names no gap, or an infinity
 * anywhere, is an error, not a number. */
#include "base/buffer.h"
#include "base/memory.h"
#include "measure/chance.h"
#include "measure/names.h"
#include "measure/pass.h"
#include "measure/remarks.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LONG_FROM 2000 /* nodes; all passes of a smaller network are over in a blink */
#define AGREE 1e-8     /* relative difference between two methods that is still rounding */

/* One call of nonet_measure. */
struct call {
  const nonet *net;
  const nonet_measure_options *options;
  struct run run;
  struct names names;
  struct measure_shared shared;
  size_t *undefined; /* of each name */
  nonet_sheet *sheet;
};

static nonet_code check_names(const struct call *c, nonet_err *err) {
  const struct asked *first = &c->names.at[0];
  for (size_t i = 1; i < c->names.count; i++)
    if (c->names.at[i].row->info.scope != first->row->info.scope)
      return error_set(err, NONET_EUSAGE, "'%s' and '%s' are measures of different things: ask for them apart", first->typed,
                       c->names.at[i].typed);
  if (first->row->table && c->names.count > 1)
    return error_set(err, NONET_EUSAGE, "'%s' is a table of its own: ask for it alone", first->typed);
  for (size_t i = 0; c->options->samples && i < c->names.count; i++)
    if (!c->names.at[i].row->sampled)
      return error_set(err, NONET_EUSAGE, "'%s' is computed exactly: it takes no samples", c->names.at[i].typed);
  if (c->options->samples && c->options->verify)
    return error_set(err, NONET_EUSAGE, "what samples give cannot be verified by a second method: their guarantee is said with them");
  return chance_check(c->options, first->row->info.scope, first->typed, err);
}

static nonet_code make_sheet(struct call *c, nonet_err *err) {
  switch (c->names.at[0].row->info.scope) {
  case NONET_OF_NODES:
    return sheet_of_nodes(&c->sheet, "nodes", "Measures of nodes", c->net, err);
  case NONET_OF_TIES:
    return sheet_of_ties(&c->sheet, "ties", "Measures of ties", c->net, err);
  case NONET_OF_LAYERS:
    return sheet_of_layers(&c->sheet, "layers", "Measures of layers", c->net, err);
  case NONET_OF_WHOLE:
    return sheet_new(&c->sheet, "whole", "Measures of the whole network", NONET_BY_MEASURE, c->names.count, err);
  case NONET_OF_TABLE:
    break;
  }
  return NONET_OK;
}

static nonet_code make_ask(struct measure_ask *out, struct call *c, const struct asked *a, nonet_err *err) {
  const struct measure_row *row = a->row;
  bool weighted = c->net->weighted && c->options->weighted && row->info.takes_weights;
  *out = (struct measure_ask){.net = c->net,
                              .weighted = weighted,
                              .normalised = c->options->normalised,
                              .parameter = a->parameter,
                              .parameter_text = a->parameter_text,
                              .options = c->options,
                              .run = &c->run,
                              .shared = &c->shared};
  nonet_code code = weighted || row->always_weighted ? net_check_weights(c->net, row->needs, row->info.name, err) : NONET_OK;
  return code ? code : net_simple(&out->simple, c->net, c->net->directed, weighted, err);
}

/* Count undefined values; refuse what cannot be explained. */
static nonet_code check_values(size_t *undefined, const double *value, size_t count, const struct asked *a, const struct measure_ask *ask,
                               nonet_err *err) {
  const struct measure_row *row = a->row;
  bool may_be = row->gaps == MEASURE_GAPS || (row->gaps == MEASURE_DEFINED_RAW && ask->normalised);
  *undefined = 0;
  for (size_t i = 0; i < count; i++) {
    if (isnan(value[i]) && may_be) ++*undefined;
    if (isfinite(value[i]) || (isnan(value[i]) && may_be)) continue;
    return error_set(err, NONET_ELIMIT, "'%s' went beyond the range of numbers: its values cannot be trusted", a->typed);
  }
  return NONET_OK;
}

/* The largest relative difference of two results; infinite where one is undefined and the other not. */
static double difference(const double *a, const double *b, size_t count) {
  double most = 0;
  for (size_t i = 0; i < count; i++) {
    if (isnan(a[i]) && isnan(b[i])) continue;
    double gap = fabs(a[i] - b[i]) / fmax(1, fmax(fabs(a[i]), fabs(b[i])));
    most = isnan(gap) ? (double)INFINITY : fmax(most, gap);
  }
  return most;
}

/* Where there is no second method, or none for this network (`why`): do all values lie in the measure's range? It is that of raw ones
 * without weights. */
static nonet_code check_range(struct call *c, const struct asked *a, bool weighted, const double *value, size_t count, const char *why,
                              nonet_err *err) {
  double low = a->row->info.low, high = a->row->info.high, slack = AGREE * fmax(1, isfinite(high) ? fabs(high) : 1);
  if (weighted || c->options->normalised || (!isfinite(low) && !isfinite(high)))
    return remarks_verified(c->sheet, a, VERIFIED_NOT, 0, why, err);
  for (size_t i = 0; i < count; i++)
    if (value[i] < low - slack || value[i] > high + slack)
      return error_set(err, NONET_EINTERNAL, "'%s': a value is out of its range", a->typed);
  return remarks_verified(c->sheet, a, VERIFIED_RANGE, 0, why, err);
}

/* --verify: compute it again by the second method. */
static nonet_code verify(struct call *c, const struct asked *a, const struct measure_ask *ask, const double *value, size_t count,
                         nonet_err *err) {
  if (!a->row->fast) return check_range(c, a, ask->weighted, value, count, NULL, err);
  double *again = memory_array(count, sizeof *again);
  if (!again) return error_memory(err);
  for (size_t i = 0; i < count; i++)
    again[i] = NAN;
  c->shared.used_igraph = false;
  nonet_err why = {0};
  nonet_code code = a->row->plain(again, ask, &why);
  double apart = code ? 0 : difference(value, again, count);
  free(again);
  if (code == NONET_ELIMIT && run_check(&c->run, NULL) == NONET_OK) return check_range(c, a, ask->weighted, value, count, why.text, err);
  if (code && err) *err = why;
  if (code) return code;
  if (apart <= AGREE) return remarks_verified(c->sheet, a, c->shared.used_igraph ? VERIFIED_BY_IGRAPH : VERIFIED_OWN, apart, NULL, err);
  return error_set(err, NONET_EINTERNAL, "'%s': the second method gives other values", a->typed);
}

static nonet_code fill(struct call *c, size_t i, double *value, nonet_err *err) {
  const struct asked *a = &c->names.at[i];
  size_t count = measure_values(c->net, a->row->info.scope);
  struct measure_ask ask;
  nonet_code code = make_ask(&ask, c, a, err);
  if (!code) code = run_check(&c->run, err);
  if (code) return code;
  run_begin(&c->run, a->typed, i, c->names.count);
  measure_function *exact = a->row->fast ? a->row->fast : a->row->plain;
  code = (c->options->samples ? a->row->sampled : exact)(value, &ask, err);
  if (!code) code = check_values(&c->undefined[i], value, count, a, &ask, err);
  if (!code && c->options->verify) code = verify(c, a, &ask, value, count, err);
  return code;
}

/* What a measure from samples said of itself comes under the sheet. */
static nonet_code note_samples(struct call *c, nonet_err *err) {
  struct buffer *said = &c->shared.sampled;
  if (!said->size && !said->failed) return NONET_OK;
  nonet_code code = said->failed ? error_memory(err) : sheet_note(c->sheet, buffer_string(said), err);
  buffer_clear(said);
  return code;
}

/* Is it the measure that is not for this network, rather than the call that cannot go on, and does the caller want to be told of that? */
static bool is_unfit(const struct call *c, nonet_code code) {
  if (!c->options->left_out) return false;
  return code == NONET_EUSAGE || code == NONET_EINPUT || (code == NONET_ELIMIT && run_check(&c->run, NULL) == NONET_OK);
}

/* --verify of a table: its judge, where it has one. */
static nonet_code check_table(struct call *c, const struct measure_ask *ask, nonet_err *err) {
  const struct asked *a = &c->names.at[0];
  struct buffer said = {0};
  if (!a->row->check) return remarks_verified(c->sheet, a, VERIFIED_NOT, 0, NULL, err);
  buffer_print(&said, "%s: checked: ", a->typed);
  nonet_code code = a->row->check(&said, c->sheet, ask, err);
  buffer_char(&said, '.');
  if (!code) code = said.failed ? error_memory(err) : sheet_note(c->sheet, buffer_string(&said), err);
  buffer_free(&said);
  return code;
}

static nonet_code make_table(struct call *c, nonet_err *failed) {
  struct measure_ask ask;
  nonet_err why = {0}, *err = &why;
  nonet_code code = make_ask(&ask, c, &c->names.at[0], err);
  if (!code) code = run_check(&c->run, err);
  if (!code) code = c->names.at[0].row->table(&c->sheet, &ask, err);
  if (!code && c->options->verify) code = check_table(c, &ask, err);
  if (!code) code = remarks_add(c->sheet, c->net, &c->names, c->undefined, c->options, err);
  if (code && is_unfit(c, code)) c->options->left_out(c->options->left_out_user, c->names.at[0].typed, why.text);
  if (code && failed) *failed = why;
  return code;
}

/* A measure that is not for this network goes. */
static void leave_out(struct call *c, size_t i, const nonet_err *why) {
  struct names *names = &c->names;
  c->options->left_out(c->options->left_out_user, names->at[i].typed, why->text);
  free(names->at[i].typed);
  memmove(names->at + i, names->at + i + 1, (names->count - i - 1) * sizeof *names->at);
  names->count--;
}

/* One measure into a column of its own, or into its row. */
static nonet_code place(struct call *c, size_t i, const double *value, double *column, nonet_err *err) {
  bool whole = c->names.at[i].row->info.scope == NONET_OF_WHOLE;
  nonet_code code =
      whole ? sheet_set_text(c->sheet, i, 0, c->names.at[i].typed, err) : sheet_add_numbers(&column, c->sheet, c->names.at[i].typed, err);
  size_t count = whole ? 1 : nonet_sheet_rows(c->sheet);
  if (!code && count) memcpy(whole ? column + i : column, value, count * sizeof *value);
  return code;
}

static nonet_code fill_columns(struct call *c, double *value, nonet_err *err) {
  nonet_scope scope = c->names.at[0].row->info.scope;
  size_t count = measure_values(c->net, scope);
  double *column = NULL;
  nonet_err why = {0};
  for (size_t i = 0; i < c->names.count; i++)
    c->shared.all_distances |= c->names.at[i].row->seconds == pass_distances_seconds;
  nonet_code code = scope == NONET_OF_WHOLE ? sheet_add_numbers(&column, c->sheet, "value", err) : NONET_OK;
  for (size_t i = 0; !code && i < c->names.count;) {
    for (size_t v = 0; v < count; v++)
      value[v] = NAN;
    code = fill(c, i, value, &why);
    if (!code) code = note_samples(c, &why);
    bool unfit = code && is_unfit(c, code);
    if (unfit) leave_out(c, i, &why);
    if (unfit && c->names.count) code = NONET_OK;
    if (code && err) *err = why;
    if (!code && !unfit) code = place(c, i++, value, column, err);
  }
  if (scope == NONET_OF_WHOLE) sheet_cut(c->sheet, c->names.count);
  return code;
}

static nonet_code fill_all(struct call *c, nonet_err *err) {
  if (c->names.at[0].row->table) return make_table(c, err);
  double *value = memory_array(measure_values(c->net, c->names.at[0].row->info.scope), sizeof *value);
  nonet_code code = value ? fill_columns(c, value, err) : error_memory(err);
  free(value);
  return code ? code : remarks_add(c->sheet, c->net, &c->names, c->undefined, c->options, err);
}

/* Has a measure before this one the same pass? */
static bool counted(const struct names *names, size_t i) {
  for (size_t j = 0; j < i; j++)
    if (names->at[j].row->seconds == names->at[i].row->seconds) return true;
  return false;
}

nonet_code nonet_measure_seconds(double *out, const nonet *n, const char *names, const nonet_measure_options *options, const nonet_run *run,
                                 nonet_err *err) {
  static const nonet_measure_options plain_options;
  struct call c = {.net = n, .options = options ? options : &plain_options};
  *out = 0;
  if (n->nodes < LONG_FROM) return NONET_OK;
  run_start(&c.run, run);
  double sum = 0;
  nonet_code code = names_parse(&c.names, names, err);
  if (code) return code;
  for (size_t i = 0; !code && i < c.names.count; i++) {
    struct measure_ask ask;
    double one = 0;
    if (!c.names.at[i].row->seconds || counted(&c.names, i)) continue;
    code = make_ask(&ask, &c, &c.names.at[i], err);
    if (!code) code = c.names.at[i].row->seconds(&one, &ask, err);
    sum += one;
  }
  if (!code) *out = sum;
  pass_free(&c.shared);
  names_free(&c.names);
  return code;
}

nonet_code nonet_measure(nonet_sheet **out, const nonet *n, const char *names, const nonet_measure_options *options, const nonet_run *run,
                         nonet_err *err) {
  static const nonet_measure_options plain_options;
  struct call c = {.net = n, .options = options ? options : &plain_options};
  *out = NULL;
  run_start(&c.run, run);
  nonet_code code = names_parse(&c.names, names, err);
  if (code) return code;
  c.undefined = memory_zeroed(c.names.count, sizeof *c.undefined);
  code = c.undefined ? check_names(&c, err) : error_memory(err);
  if (!code) code = make_sheet(&c, err);
  if (!code) code = fill_all(&c, err);
  if (!code) code = chance_add(c.sheet, n, c.options, &c.run, err);
  if (code)
    nonet_sheet_free(c.sheet);
  else
    *out = c.sheet;
  pass_free(&c.shared);
  names_free(&c.names);
  free(c.undefined);
  return code;
}
