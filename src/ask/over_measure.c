/* Measures from state to state: what nonet_measure says of each, put into one sheet.
 *
 * How: each state is measured as a network of its own (over.c), and its sheet kept; then the rows of all are put one below the other,
 * behind the name of their state. What the sheets note is said once, with the states that it is about where it is not said of all. Why a
 * value is missing rather than the call failing where a measure is not for some state: an early year without a tie of a layer must not take
 * the later years away. */
#include "ask/over.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "measure/remarks.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A sentence, and the states that it is true of. */
struct said {
  char *text;  /* owned */
  uint8_t *in; /* owned; of each state */
};

struct series {
  struct over over;
  struct names names;
  const nonet_measure_options *options;
  struct run run;
  size_t at;           /* the state in hand */
  nonet_sheet **sheet; /* owned; of each state; NULL: it is as the one before */
  struct said *said;   /* owned */
  size_t sayings, room;
  size_t *unfit; /* owned; of each name, in how many states it is not for the network */
  char **why;    /* owned; of each name, the first reason */
  size_t left;   /* told of in the state in hand */
  bool no_memory;
  nonet_sheet *out;
};

static nonet_scope scope_of(const struct series *s) {
  return s->names.at[0].row->info.scope;
}

/* ---- what is said of states ---- */

static bool say(struct series *s, const char *text) {
  for (size_t i = 0; i < s->sayings; i++)
    if (strcmp(s->said[i].text, text) == 0) {
      s->said[i].in[s->at] = 1;
      return true;
    }
  if (!memory_grow(&s->said, &s->room, s->sayings + 1, sizeof *s->said)) return false;
  struct said *new = &s->said[s->sayings];
  *new = (struct said){memory_text(text), memory_zeroed(s->over.count, 1)};
  s->sayings++;
  if (!new->text || !new->in) return false;
  new->in[s->at] = 1;
  return true;
}

/* The state after the one in hand is like it in all. */
static void say_again(struct series *s) {
  for (size_t i = 0; i < s->sayings; i++)
    s->said[i].in[s->at] = s->said[i].in[s->at - 1];
}

/* "1970 to 1975, 1980: "; nothing where it is all of them. */
static void print_states(struct buffer *out, const struct series *s, const struct said *said) {
  size_t count = s->over.count, all = 0, runs = 0;
  for (size_t i = 0; i < count; i++)
    all += said->in[i];
  if (all == count) return;
  for (size_t i = 0; i < count; i++) {
    size_t last = i;
    if (!said->in[i]) continue;
    while (last + 1 < count && said->in[last + 1])
      last++;
    buffer_print(out, "%s%s", runs++ ? ", " : "", over_name(&s->over, i));
    if (last > i) buffer_print(out, " to %s", over_name(&s->over, last));
    i = last;
  }
  buffer_text(out, ": ");
}

/* Is a note that of a gap, which is said of all states together? */
static bool is_gap(const struct series *s, const nonet_sheet *sheet, const char *note) {
  bool found = false, number;
  for (size_t k = 0; k < s->names.count && !found; k++) {
    const struct asked *a = &s->names.at[k];
    struct buffer line = {0};
    size_t length = strlen(a->typed);
    if (strncmp(note, a->typed, length) != 0 || note[length] != ':') continue;
    size_t gaps = 0;
    for (size_t c = nonet_sheet_key_columns(sheet); c < nonet_sheet_columns(sheet); c++)
      for (size_t row = 0; row < nonet_sheet_rows(sheet); row++) {
        bool whole = scope_of(s) == NONET_OF_WHOLE;
        const char *of = whole ? nonet_sheet_text(sheet, row, 0) : nonet_sheet_column(sheet, c, &number);
        gaps += strcmp(of, a->typed) == 0 && isnan(nonet_sheet_number(sheet, row, c));
      }
    remarks_gap(&line, a, gaps);
    found = gaps && strcmp(buffer_string(&line), note) == 0;
    buffer_free(&line);
  }
  return found;
}

static nonet_code keep_notes(struct series *s, const nonet_sheet *sheet, nonet_err *err) {
  const char *note;
  for (size_t i = 0; (note = nonet_sheet_note(sheet, i)); i++)
    if (!is_gap(s, sheet, note) && !say(s, note)) return error_memory(err);
  return NONET_OK;
}

/* ---- one state ---- */

/* As nonet_measure tells it: a measure that is not for the state in hand. */
static void leave_out(void *user, const char *name, const char *why) {
  struct series *s = user;
  struct buffer line = {0};
  size_t i = 0;
  while (i < s->names.count && strcmp(s->names.at[i].typed, name) != 0)
    i++;
  s->left++;
  s->no_memory |= strcmp(why, "out of memory") == 0;
  if (i == s->names.count) return;
  s->unfit[i]++;
  if (!s->why[i]) s->why[i] = memory_text(why);
  buffer_print(&line, "%s has no value: %s.", name, why);
  s->no_memory |= !s->why[i] || line.failed || !say(s, buffer_string(&line));
  buffer_free(&line);
}

/* The keys alone, where no measure is for this state. */
static nonet_code keys_of(nonet_sheet **out, const struct series *s, const nonet *n, nonet_err *err) {
  switch (scope_of(s)) {
  case NONET_OF_NODES:
    return sheet_of_nodes(out, "nodes", "", n, err);
  case NONET_OF_TIES:
    return sheet_of_ties(out, "ties", "", n, err);
  case NONET_OF_LAYERS:
    return sheet_of_layers(out, "layers", "", n, err);
  default:
    return sheet_new(out, "whole", "", NONET_BY_MEASURE, 0, err);
  }
}

/* Ties are numbered as in the network that the state is a view of. */
static void number_ties(nonet_sheet *sheet, const struct over *o) {
  size_t row = 0;
  for (uint32_t t = 0; o->holds && t < o->times->net->ties; t++)
    if (o->holds[t]) sheet_set_number(sheet, row++, 0, (double)t + 1);
}

static nonet_code measure(nonet_sheet **out, struct series *s, const nonet *n, const char *names, nonet_err *err) {
  nonet_measure_options how = *s->options;
  nonet_run run = *s->run.asked;
  nonet_err why = {0};
  how.left_out = leave_out;
  how.left_out_user = s;
  if (isfinite(s->run.until)) run.timeout = fmax(s->run.until - run_clock(), 1e-3);
  s->left = 0;
  nonet_code code = nonet_measure(out, n, names, &how, &run, &why);
  if (s->no_memory) code = NONET_ELIMIT;
  if (code && s->left == s->names.count && !s->no_memory) code = keys_of(out, s, n, &why);
  if (s->no_memory) return error_memory(err);
  if (code && err) *err = why;
  return code;
}

static nonet_code measure_states(struct series *s, const char *names, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (s->at = 0; !code && s->at < s->over.count; s->at++) {
    const nonet *n;
    bool same;
    run_progress(&s->run, over_name(&s->over, s->at), (double)s->at / (double)s->over.count);
    code = run_check(&s->run, err);
    if (!code) code = over_state(&n, &same, &s->over, s->at, err);
    if (!code && same) {
      say_again(s);
      for (size_t i = 0; i < s->names.count; i++)
        s->unfit[i] += s->unfit[i] == s->at; /* that of none before stays that of none */
      continue;
    }
    if (!code) code = measure(&s->sheet[s->at], s, n, names, err);
    if (!code && scope_of(s) == NONET_OF_TIES) number_ties(s->sheet[s->at], &s->over);
    if (!code) code = keep_notes(s, s->sheet[s->at], err);
  }
  return code;
}

/* ---- all of them ---- */

/* The sheet of a state, which may be that of the one before. */
static const nonet_sheet *sheet_at(const struct series *s, size_t i) {
  while (!s->sheet[i])
    i--;
  return s->sheet[i];
}

/* How many rows it has in the series. */
static size_t rows_of(const struct series *s, size_t i) {
  return scope_of(s) == NONET_OF_WHOLE ? 1 : nonet_sheet_rows(sheet_at(s, i));
}

static nonet_code make_sheet(struct series *s, nonet_err *err) {
  static const struct {
    const char *name, *title;
    nonet_keys keys;
  } rows[] = {[NONET_OF_NODES] = {"series-nodes", "Measures of nodes from state to state", NONET_BY_DATE_NODE},
              [NONET_OF_TIES] = {"series-ties", "Measures of ties from state to state", NONET_BY_DATE_TIE},
              [NONET_OF_LAYERS] = {"series-layers", "Measures of layers from state to state", NONET_BY_DATE_LAYER},
              [NONET_OF_WHOLE] = {"series", "Measures of the whole network from state to state", NONET_BY_DATE}};
  nonet_scope scope = scope_of(s);
  size_t count = 0;
  for (size_t i = 0; i < s->over.count; i++)
    count += rows_of(s, i);
  return sheet_new(&s->out, rows[scope].name, rows[scope].title, rows[scope].keys, count, err);
}

/* The keys of one state's rows from `row` on. */
static nonet_code put_keys(struct series *s, size_t state, size_t row, nonet_err *err) {
  const nonet_sheet *from = sheet_at(s, state);
  size_t rows = rows_of(s, state), keys = nonet_sheet_key_columns(s->out) - 1;
  bool number;
  nonet_code code = NONET_OK;
  for (size_t i = 0; !code && i < rows; i++) {
    code = sheet_set_text(s->out, row + i, 0, over_name(&s->over, state), err);
    for (size_t k = 0; !code && k < keys; k++) {
      nonet_sheet_column(from, k, &number);
      if (number)
        sheet_set_number(s->out, row + i, k + 1, nonet_sheet_number(from, i, k));
      else
        code = sheet_set_text(s->out, row + i, k + 1, nonet_sheet_text(from, i, k), err);
    }
  }
  return code;
}

/* One measure's values of one state; returns how many of them are undefined. */
static size_t put_values(double *column, const struct series *s, size_t state, const char *name) {
  const nonet_sheet *from = sheet_at(s, state);
  bool whole = scope_of(s) == NONET_OF_WHOLE, number;
  size_t gaps = 0;
  for (size_t c = nonet_sheet_key_columns(from); c < nonet_sheet_columns(from); c++)
    for (size_t row = 0; row < nonet_sheet_rows(from); row++) {
      const char *of = whole ? nonet_sheet_text(from, row, 0) : nonet_sheet_column(from, c, &number);
      if (strcmp(of, name) != 0) continue;
      double value = nonet_sheet_number(from, row, c);
      column[whole ? 0 : row] = value;
      gaps += isnan(value) ? 1 : 0;
    }
  return gaps;
}

static nonet_code put_column(struct series *s, const struct asked *a, nonet_err *err) {
  double *column;
  size_t gaps = 0;
  nonet_code code = sheet_add_numbers(&column, s->out, a->typed, err);
  for (size_t i = 0, row = 0; !code && i < s->over.count; i++) {
    gaps += put_values(column + row, s, i, a->typed);
    row += rows_of(s, i);
  }
  if (code || !gaps) return code;
  struct buffer line = {0};
  remarks_gap(&line, a, gaps);
  code = line.failed ? error_memory(err) : sheet_note(s->out, buffer_string(&line), err);
  buffer_free(&line);
  return code;
}

/* Which measures are for none of the states: told of where the caller wants it, else the call fails. */
static nonet_code look_for_unfit(struct series *s, nonet_err *err) {
  size_t none = 0;
  for (size_t i = 0; i < s->names.count; i++) {
    if (s->unfit[i] < s->over.count) continue;
    none++;
    if (!s->options->left_out) return error_set(err, NONET_EUSAGE, "%s", s->why[i]);
    s->options->left_out(s->options->left_out_user, s->names.at[i].typed, s->why[i]);
  }
  return none < s->names.count ? NONET_OK : error_set(err, NONET_EUSAGE, "%s", s->why[0]);
}

static nonet_code put_notes(struct series *s, nonet_err *err) {
  struct buffer line = {0};
  over_remark(&line, &s->over);
  nonet_code code = line.size ? sheet_note(s->out, buffer_string(&line), err) : NONET_OK;
  for (size_t i = 0; !code && i < s->sayings; i++) {
    buffer_clear(&line);
    print_states(&line, s, &s->said[i]);
    buffer_text(&line, s->said[i].text);
    code = line.failed ? error_memory(err) : sheet_note(s->out, buffer_string(&line), err);
  }
  if (line.failed && !code) code = error_memory(err);
  buffer_free(&line);
  return code;
}

static nonet_code assemble(struct series *s, nonet_err *err) {
  nonet_code code = look_for_unfit(s, err);
  if (!code) code = make_sheet(s, err);
  for (size_t i = 0, row = 0; !code && i < s->over.count; i++) {
    code = put_keys(s, i, row, err);
    row += rows_of(s, i);
  }
  for (size_t i = 0; !code && i < s->names.count; i++)
    if (s->unfit[i] < s->over.count) code = put_column(s, &s->names.at[i], err);
  return code ? code : put_notes(s, err);
}

static nonet_code check_names(const struct names *names, nonet_err *err) {
  for (size_t i = 0; i < names->count; i++)
    if (names->at[i].row->table)
      return error_set(err, NONET_EUSAGE, "'%s' is a table of its own and has no series: ask for it at each date (--view at:DATE)",
                       names->at[i].typed);
  return NONET_OK;
}

static void series_free(struct series *s) {
  for (size_t i = 0; s->sheet && i < s->over.count; i++)
    nonet_sheet_free(s->sheet[i]);
  for (size_t i = 0; s->why && i < s->names.count; i++)
    free(s->why[i]);
  for (size_t i = 0; i < s->sayings; i++) {
    free(s->said[i].text);
    free(s->said[i].in);
  }
  free(s->sheet);
  free(s->said);
  free(s->unfit);
  free(s->why);
  names_free(&s->names);
  over_free(&s->over);
}

nonet_code nonet_measure_over(nonet_sheet **out, const nonet_times *times, const char *names, const nonet_measure_options *options,
                              const nonet_run *run, nonet_err *err) {
  static const nonet_measure_options plain = {0};
  struct series s = {.options = options ? options : &plain};
  *out = NULL;
  run_start(&s.run, run);
  nonet_code code = names_parse(&s.names, names, err);
  if (code) return code;
  code = check_names(&s.names, err);
  if (!code) code = over_open(&s.over, times, run, err);
  if (!code) {
    s.sheet = memory_zeroed(s.over.count, sizeof *s.sheet);
    s.unfit = memory_zeroed(s.names.count, sizeof *s.unfit);
    s.why = memory_zeroed(s.names.count, sizeof *s.why);
    if (!s.sheet || !s.unfit || !s.why) code = error_memory(err);
  }
  if (!code) code = measure_states(&s, names, err);
  if (!code) code = assemble(&s, err);
  if (code)
    nonet_sheet_free(s.out);
  else
    *out = s.out;
  series_free(&s);
  return code;
}
