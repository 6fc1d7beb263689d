/* Measuring again: nonet_measure is asked for the same names in the other network, so that a measure is there what it is here. */
#include "measure/measured_again.h"

#include "base/memory.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_of_whole(const nonet_sheet *s) {
  return nonet_sheet_keys(s) == NONET_BY_MEASURE;
}

/* Value i of a sheet, measure by measure. */
static double value_at(const nonet_sheet *s, size_t i) {
  size_t keys = nonet_sheet_key_columns(s), rows = nonet_sheet_rows(s);
  return is_of_whole(s) ? nonet_sheet_number(s, i, keys) : nonet_sheet_number(s, i % rows, keys + i / rows);
}

static const char *name_at(const nonet_sheet *s, size_t measure) {
  bool number;
  return is_of_whole(s) ? nonet_sheet_text(s, measure, 0) : nonet_sheet_column(s, nonet_sheet_key_columns(s) + measure, &number);
}

nonet_code measured_start(struct measured_again *m, const nonet_sheet *s, const nonet_measure_options *options, const struct run *run,
                          nonet_err *err) {
  *m = (struct measured_again){.options = options, .run = run, .rows = is_of_whole(s) ? 1 : nonet_sheet_rows(s)};
  m->measures = is_of_whole(s) ? nonet_sheet_rows(s) : nonet_sheet_columns(s) - nonet_sheet_key_columns(s);
  m->value = memory_array(m->measures * m->rows, sizeof *m->value);
  for (size_t i = 0; i < m->measures; i++)
    buffer_print(&m->names, "%s%s", i ? "," : "", name_at(s, i));
  for (size_t i = 0; m->value && i < m->measures * m->rows; i++)
    m->value[i] = value_at(s, i);
  if (m->value && !m->names.failed) return NONET_OK;
  measured_free(m);
  return error_memory(err);
}

void measured_free(struct measured_again *m) {
  buffer_free(&m->names);
  free(m->value);
  m->value = NULL;
}

nonet_code measured_of(double *out, const struct measured_again *m, const nonet *n, const char *what, uint64_t number, nonet_err *err) {
  nonet_measure_options plain = *m->options;
  nonet_run rest = *m->run->asked;
  nonet_sheet *s = NULL;
  nonet_err why = {0};
  if (isfinite(m->run->until)) rest.timeout = fmax(m->run->until - run_clock(), 1e-6);
  rest.progress = NULL;
  plain.verify = plain.cite = plain.jackknife = false;
  plain.chance = plain.bootstrap = 0;
  plain.left_out = NULL;
  nonet_code code = run_check(m->run, err);
  if (code) return code;
  code = nonet_measure(&s, n, buffer_string(&m->names), &plain, &rest, &why);
  if (code && run_check(m->run, err)) return code;
  if (code) return error_set(err, code, "%s %" PRIu64 ": %s", what, number + 1, why.text);
  for (size_t i = 0; i < m->measures * m->rows; i++)
    out[i] = value_at(s, i);
  nonet_sheet_free(s);
  return NONET_OK;
}

nonet_code measured_column(nonet_sheet *s, const struct measured_again *m, const char *what, const double *value, nonet_err *err) {
  nonet_code code = NONET_OK;
  double *column;
  if (is_of_whole(s)) {
    code = sheet_add_numbers(&column, s, what, err);
    if (!code && m->measures) memcpy(column, value, m->measures * sizeof *value);
    return code;
  }
  for (size_t i = 0; !code && i < m->measures; i++) {
    struct buffer name = {0};
    bool number;
    buffer_print(&name, "%s-%s", nonet_sheet_column(s, nonet_sheet_key_columns(s) + i, &number), what);
    code = name.failed ? error_memory(err) : sheet_add_numbers(&column, s, buffer_string(&name), err);
    if (!code && m->rows) memcpy(column, value + i * m->rows, m->rows * sizeof *value);
    buffer_free(&name);
  }
  return code;
}
