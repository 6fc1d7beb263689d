/* Values: weights, directions and dates as text, checked where they stand, so that an error can name its column. */
#include "base/date.h"
#include "base/number.h"
#include "read/read.h"

#include <math.h>

static int shown(struct cell c) {
  return c.length < 60 ? (int)c.length : 60;
}

nonet_code value_weight(double *out, struct cell c, char decimal, const char *path, uint64_t line, const char *heading, nonet_err *err) {
  *out = (double)NAN;
  if (!c.length) return NONET_OK;
  enum number_fault fault = number_parse(out, c.at, c.length, decimal);
  const char *why = fault == NUMBER_NAN || fault == NUMBER_INFINITE ? "is not a finite number"
                    : fault == NUMBER_OVERFLOWS                     ? "is too large a number"
                                                                    : "is not a number";
  if (fault == NUMBER_OK) return NONET_OK;
  double other;
  const char *way = "";
  if (fault == NUMBER_NOT_ONE && number_parse(&other, c.at, c.length, decimal == '.' ? ',' : '.') == NUMBER_OK)
    way = decimal == '.' ? " (with a decimal comma: --decimal-comma)" : " (the decimal sign is a comma here)";
  else if (fault != NUMBER_OVERFLOWS && cell_is_any(c, "na|n/a|nan|null|none|-|\\n|.|missing"))
    way = " (if it stands for nothing, say so with --missing)";
  *out = (double)NAN;
  return error_at(err, NONET_EINPUT, path, line, "%s: '%.*s' %s%s", heading, shown(c), c.at, why, way);
}

nonet_code value_direction(nonet_direction *out, struct cell c, const char *path, uint64_t line, const char *heading, nonet_err *err) {
  *out = NONET_AS_INPUT;
  if (!c.length) return NONET_OK;
  if (cell_is_any(c, "directed|true|yes|1|->|one-way"))
    *out = NONET_DIRECTED;
  else if (cell_is_any(c, "undirected|mutual|both|false|no|0|--|<->|two-way"))
    *out = NONET_UNDIRECTED;
  else
    return error_at(err, NONET_EINPUT, path, line, "%s: '%.*s' is no direction (directed, undirected, mutual)", heading, shown(c), c.at);
  return NONET_OK;
}

nonet_code value_date(struct cell c, const char *path, uint64_t line, const char *heading, nonet_err *err) {
  struct date_period period;
  if (!c.length || date_parse(&period, c.at, c.length)) return NONET_OK;
  return error_at(err, NONET_EINPUT, path, line, "%s: '%.*s' is no date (2000, 2000-08 or 2000-08-03)", heading, shown(c), c.at);
}
