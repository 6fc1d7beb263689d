/* See ranking.h. */
#include "ask/ranking.h"

#include <math.h>

nonet_code ranking_start(struct ranking *out, const nonet *n, const char *measures, const nonet_run *run, nonet_err *err) {
  *out = (struct ranking){0};
  return nonet_measure(&out->sheet, n, measures, NULL, run, err);
}

void ranking_free(struct ranking *r) {
  nonet_sheet_free(r->sheet);
  r->sheet = NULL;
}

double ranking_value(const struct ranking *r, size_t measure, uint32_t node) {
  return nonet_sheet_number(r->sheet, node, nonet_sheet_key_columns(r->sheet) + measure);
}

void ranking_place(size_t *above, size_t *equal, size_t *all, const struct ranking *r, size_t measure, uint32_t node) {
  double own = ranking_value(r, measure, node), slack = 1e-9 * fmax(1, fabs(own));
  *above = *equal = *all = 0;
  for (size_t i = 0; i < nonet_sheet_rows(r->sheet); i++) {
    double x = ranking_value(r, measure, (uint32_t)i);
    if (isnan(x)) continue;
    (*all)++;
    *above += x > own + slack;
    *equal += i != node && fabs(x - own) <= slack;
  }
}

void ranking_tell(struct buffer *out, const struct ranking *r, size_t measure, uint32_t node) {
  size_t above, equal, all;
  ranking_place(&above, &equal, &all, r, measure, node);
  size_t place = above + 1, tens = place % 100;
  const char *end = tens >= 11 && tens <= 13 ? "th" : place % 10 == 1 ? "st" : place % 10 == 2 ? "nd" : place % 10 == 3 ? "rd" : "th";
  buffer_print(out, "%zu%s of %zu", place, end, all);
  if (equal) buffer_print(out, ", equal with %zu %s", equal, equal == 1 ? "other" : "others");
}
