/* Joint working over time as a chart: the index of each state, and the four parts that its change is the sum of.
 *
 * How: the numbers are those of the sheet "series" that nonet_series gives, so that a chart and its table cannot differ. */
#include "show/chart.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const nonet_sheet *series_of(const nonet_answer *a) {
  for (size_t i = 0; nonet_answer_sheet(a, i); i++)
    if (strcmp(nonet_sheet_name(nonet_answer_sheet(a, i)), "series") == 0) return nonet_answer_sheet(a, i);
  return NULL;
}

static void column_into(double *out, const nonet_sheet *s, const char *name) {
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    out[i] = NAN;
  for (size_t c = 0; c < nonet_sheet_columns(s); c++)
    for (size_t i = 0; i < nonet_sheet_rows(s) && strcmp(nonet_sheet_column(s, c, NULL), name) == 0; i++)
      out[i] = nonet_sheet_number(s, i, c);
}

nonet_code nonet_series_chart(nonet_picture **out, const nonet *n, const nonet_answer *series, const nonet_draw_options *options,
                              nonet_err *err) {
  static const char *const parts[CHART_BARS][2] = {{"new", "pairs that began to work together"},
                                                   {"deepened", "pairs that share more than before (or less)"},
                                                   {"kept", "what went on, spread over more possible pairs (or fewer)"},
                                                   {"lost", "pairs that ended"}};
  const nonet_sheet *s = series_of(series);
  *out = NULL;
  if (!s) return error_set(err, NONET_EUSAGE, "a chart is of an answer about states in a row");
  size_t count = nonet_sheet_rows(s);
  double *value = memory_array(count * (CHART_BARS + 1), sizeof *value);
  const char **at = memory_array(count, sizeof *at);
  struct chart c = {.at = at,
                    .count = count,
                    .line_title = "Joint working: what two partners share on average",
                    .bars_title = "Where its change since the state before comes from",
                    .line = value};
  nonet_code code = value && at ? NONET_OK : error_memory(err);
  bool any = false;
  if (!code) {
    column_into(value, s, "joint-working");
    for (size_t k = 0; k < CHART_BARS; k++) {
      column_into(value + (k + 1) * count, s, parts[k][0]);
      c.bars[c.bar_count++] = (struct chart_bars){parts[k][0], parts[k][1], value + (k + 1) * count};
    }
    for (size_t i = 0; i < count; i++) {
      at[i] = nonet_sheet_text(s, i, 0);
      any |= isfinite(value[i]);
    }
    if (!any) code = error_set(err, NONET_ENOANSWER, "joint working is not defined in any of the states, so there is no line to draw");
  }
  if (!code) code = picture_of_chart(out, n, &c, options, err);
  free(value);
  free(at);
  return code;
}
