/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * MEASURE OPERATOR VALUE. The operator is the last one in the text, so that a parameter of a measure may hold any sign. A measure of nodes,
 * ties or layers holds where it holds of one of them, and the first by key is named. A value that is not defined is neither above nor
 * below anything: it fails nothing, and that is said, for a pipeline should not stand on it unknowing. */
#include "cli/fail_if.h"

#include "cli/say.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum sign { ABOVE, BELOW, AT_LEAST, AT_MOST, EQUAL, UNEQUAL };

struct condition {
  const char *text; /* as it was given */
  char *measure;    /* owned */
  nonet_scope scope;
  enum sign sign;
  double value;
};

/* ---- reading ---- */

static nonet_code malformed(const char *text, nonet_err *err) {
  return fail(err, NONET_EUSAGE, "--fail-if '%.200s': write MEASURE, one of > < >= <= = != and a number, as in 'components>3'", text);
}

/* The operator of a text: where it begins and how long it is. False: there is none. */
static bool find_operator(const char **at, size_t *length, enum sign *out, const char *text) {
  static const struct {
    const char *sign;
    enum sign means;
  } rows[] = {{">=", AT_LEAST}, {"<=", AT_MOST}, {"!=", UNEQUAL}, {">", ABOVE}, {"<", BELOW}, {"=", EQUAL}};
  const char *last = NULL;
  for (const char *c = text; *c; c++)
    if (strchr("<>=", *c)) last = c;
  if (!last) return false;
  if (last > text && *last == '=' && strchr("<>!", last[-1])) last--;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    *length = strlen(rows[i].sign);
    if (strncmp(last, rows[i].sign, *length) != 0) continue;
    *at = last;
    *out = rows[i].means;
    return true;
  }
  return false;
}

/* A decimal number and nothing else: strtod alone would take "inf", "0x10" and "nan" too. */
static bool read_number(double *out, const char *text) {
  char *end = NULL;
  text += strspn(text, " ");
  size_t length = strspn(text, "0123456789.+-eE");
  if (length == 0 || text[length + strspn(text + length, " ")]) return false;
  *out = strtod(text, &end);
  return end == text + length && isfinite(*out);
}

static nonet_code read_condition(struct condition *c, const char *text, nonet_err *err) {
  const char *sign;
  size_t length;
  c->text = text;
  if (!find_operator(&sign, &length, &c->sign, text) || !read_number(&c->value, sign + length)) return malformed(text, err);
  const char *name = text + strspn(text, " ");
  while (sign > name && sign[-1] == ' ')
    sign--;
  if (sign <= name || strchr("<>=! ", sign[-1])) return malformed(text, err);
  if (!(c->measure = strndup(name, (size_t)(sign - name)))) return fail_memory(err);
  const nonet_measure_info *info = nonet_measure_find(c->measure);
  if (!info) return nonet_measure_unknown(c->measure, err);
  c->scope = info->scope;
  if (c->scope == NONET_OF_TABLE)
    return fail(err, NONET_EUSAGE, "--fail-if takes a measure with one value for each, which '%s' is not: it is a table", c->measure);
  return NONET_OK;
}

nonet_code fail_if_read(struct fail_if *out, const struct options *o, nonet_err *err) {
  size_t cursor = 0;
  nonet_code code = NONET_OK;
  *out = (struct fail_if){0};
  if (!option_given(o, OPTION_FAIL_IF)) return NONET_OK;
  if (!(out->at = calloc(o->count, sizeof *out->at))) return fail_memory(err);
  for (const char *text; code == NONET_OK && (text = option_next(o, OPTION_FAIL_IF, &cursor));)
    code = read_condition(&out->at[out->count++], text, err);
  return code;
}

/* ---- measuring ---- */

static bool holds(const struct condition *c, double x) {
  switch (c->sign) {
  case ABOVE:
    return x > c->value;
  case BELOW:
    return x < c->value;
  case AT_LEAST:
    return x >= c->value;
  case AT_MOST:
    return x <= c->value;
  case EQUAL:
    return x == c->value;
  case UNEQUAL:
    return !isnan(x) && x != c->value;
  }
  return false;
}

/* The shortest digits that read back equal. */
static const char *digits(char room[32], double x) {
  for (int precision = 1; precision <= 17; precision++) {
    snprintf(room, 32, "%.*g", precision, x);
    if (strtod(room, NULL) == x) break;
  }
  return room;
}

static void add_words(struct fail_if *f, const struct condition *c, const char *of, double value, size_t more) {
  char number[32], beside[64] = "";
  size_t at = strlen(f->found), room = sizeof f->found - at;
  if (more > 0) snprintf(beside, sizeof beside, ", and so do %zu more", more);
  if (more == 1) snprintf(beside, sizeof beside, ", and so does 1 more");
  snprintf(f->found + at, room, "%s%s%s%s is %s (--fail-if '%s'%s)", at > 0 ? "; " : "", c->measure, *of ? " of " : "", of,
           digits(number, value), c->text, beside);
}

/* What a row is about: a node's or layer's key, the ends of a tie. */
static void row_words(char *room, size_t size, const nonet_sheet *s, size_t row) {
  if (nonet_sheet_keys(s) == NONET_BY_TIE)
    snprintf(room, size, "%.80s - %.80s", nonet_sheet_text(s, row, 1), nonet_sheet_text(s, row, 2));
  else
    snprintf(room, size, "%.160s", nonet_sheet_text(s, row, 0));
}

/* Look at every row; nodes and layers have been sorted by key, ties stand in their order. */
static void judge(struct fail_if *f, struct job *job, const struct condition *c, const nonet_sheet *s) {
  bool whole = c->scope == NONET_OF_WHOLE;
  size_t rows = nonet_sheet_rows(s), column = nonet_sheet_key_columns(s), first = rows, hits = 0, undefined = 0;
  for (size_t row = 0; row < rows; row++) {
    double x = nonet_sheet_number(s, row, column);
    if (isnan(x)) undefined++;
    if (!holds(c, x)) continue;
    if (hits++ == 0) first = row;
  }
  char of[200] = "", text[400];
  if (hits > 0) {
    if (!whole) row_words(of, sizeof of, s, first);
    add_words(f, c, of, nonet_sheet_number(s, first, column), hits - 1);
  } else if (undefined == rows) {
    snprintf(text, sizeof text, "--fail-if '%.200s': the value is not defined here, so this fails nothing", c->text);
    job_note(job, text);
  }
}

nonet_code fail_if_measure(struct fail_if *f, struct job *job, const nonet *n, nonet_err *err) {
  const struct options *o = &job->options;
  nonet_measure_options how = {.weighted = option_given(o, OPTION_WEIGHTED),
                               .normalised = option_given(o, OPTION_NORMALISED),
                               .replicas = option_choice(o, OPTION_REPLICAS) == 1 ? NONET_REPLICAS_MEMBERS : NONET_REPLICAS_ALL};
  nonet_code code = NONET_OK;
  for (size_t i = 0; code == NONET_OK && i < f->count; i++) {
    const struct condition *c = &f->at[i];
    nonet_sheet *s = NULL;
    code = nonet_measure(&s, n, c->measure, &how, &job->run, err);
    if (code == NONET_OK && (c->scope == NONET_OF_NODES || c->scope == NONET_OF_LAYERS))
      code = nonet_sheet_sort(s, c->scope == NONET_OF_NODES ? "node" : "layer", err);
    if (code == NONET_OK) judge(f, job, c, s);
    nonet_sheet_free(s);
  }
  return code;
}

nonet_code fail_if_tell(const struct fail_if *f, nonet_err *err) {
  return f->found[0] ? fail(err, NONET_ENOANSWER, "%s", f->found) : NONET_OK;
}

void fail_if_free(struct fail_if *f) {
  for (size_t i = 0; i < f->count; i++)
    free(f->at[i].measure);
  free(f->at);
  *f = (struct fail_if){0};
}
