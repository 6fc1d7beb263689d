/* The fields of ties as columns: kind, layer, evidence, dates, origin, direction. A field that no row says stays NULL. */
#include "base/memory.h"
#include "net/seal.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A lane of words of the draft as a column of words of the nonet. */
static nonet_code word_column(uint32_t **out, struct seal *s, enum tie_lane which, nonet_err *err) {
  const struct lane *lane = &s->d->tie.lane[which];
  uint32_t rows = s->d->tie.rows;
  *out = NULL;
  if (lane_is_all(lane, rows, 0)) return NONET_OK;
  uint32_t *column = memory_large(rows, sizeof *column);
  if (!column) return error_memory(err);
  *out = column;
  for (uint32_t row = 0; row < rows; row++)
    if ((column[row] = seal_word(s, lane_word(lane, row))) == WORDS_NONE) return error_memory(err);
  return NONET_OK;
}

static nonet_code layer_column(struct seal *s, nonet_err *err) {
  nonet_code code = word_column(&s->n->tie_layer, s, TIE_LAYER, err);
  uint32_t *layer = s->n->tie_layer;
  for (uint32_t t = 0; layer && t < s->n->ties && !code; t++)
    code = seal_layer(&layer[t], s, layer[t], err);
  return code;
}

static nonet_code origin_columns(struct seal *s, nonet_err *err) {
  nonet *n = s->n;
  uint32_t rows = n->ties;
  const struct lane *file = &s->d->tie.lane[TIE_FILE], *line = &s->d->tie.lane[TIE_LINE];
  if (s->d->files) {
    if (!(n->tie_file = memory_large(rows, sizeof *n->tie_file))) return error_memory(err);
    for (uint32_t t = 0; t < rows; t++) {
      uint32_t f = lane_word(file, t);
      n->tie_file[t] = f < n->sources ? n->source[f] : 0;
    }
  }
  if (lane_is_all(line, rows, 0)) return NONET_OK;
  if (!(n->tie_line = memory_large(rows, sizeof *n->tie_line))) return error_memory(err);
  for (uint32_t t = 0; t < rows; t++)
    n->tie_line[t] = lane_long(line, t);
  return NONET_OK;
}

/* ---- dates ---- */

struct dates {
  struct seal *s;
  int32_t latest;
};

static nonet_code read_date(struct date_period *out, struct dates *d, uint32_t word, const char *what, uint32_t t, nonet_err *err) {
  const char *text = words_text(d->s->words, word);
  size_t length = words_length(d->s->words, word);
  if (!date_parse(out, text, length))
    return error_at(err, NONET_EINPUT, seal_tie_file(d->s, t), seal_tie_line(d->s, t),
                    "%s '%s' is no date (2000, 2000-08 and 2000-08-03 are)", what, text);
  if (out->last <= d->latest) return NONET_OK;
  /* Said as it was given, without the time of the day. */
  d->latest = out->last;
  size_t kept = length < 10 ? length : 10;
  memcpy(d->s->n->latest_date, text, kept);
  d->s->n->latest_date[kept] = '\0';
  return NONET_OK;
}

static nonet_code date_column(int32_t **out, struct dates *d, const uint32_t *texts, bool until, nonet_err *err) {
  nonet *n = d->s->n;
  if (!texts) return NONET_OK;
  if (!(*out = memory_array(n->ties, sizeof **out))) return error_memory(err);
  nonet_code code = NONET_OK;
  for (uint32_t t = 0; t < n->ties && !code; t++) {
    struct date_period p = {DATE_NONE, DATE_NONE};
    if (texts[t]) code = seal_reject(d->s, true, t, read_date(&p, d, texts[t], until ? "until" : "since", t, err), err);
    (*out)[t] = until ? p.last : p.first;
  }
  return code;
}

static nonet_code dates(struct seal *s, nonet_err *err) {
  nonet *n = s->n;
  struct dates d = {.s = s, .latest = DATE_NONE};
  nonet_code code = date_column(&n->tie_since, &d, n->tie_since_text, false, err);
  if (!code) code = date_column(&n->tie_until, &d, n->tie_until_text, true, err);
  for (uint32_t t = 0; t < n->ties && !code && n->tie_since && n->tie_until; t++)
    if (n->tie_since[t] != DATE_NONE && n->tie_until[t] != DATE_NONE && n->tie_since[t] > n->tie_until[t])
      code = seal_reject(s, true, t,
                         error_at(err, NONET_EINPUT, seal_tie_file(s, t), seal_tie_line(s, t), "since '%s' is after until '%s'",
                                  words_text(s->words, n->tie_since_text[t]), words_text(s->words, n->tie_until_text[t])),
                         err);
  return code;
}

/* ---- direction ---- */

/* One directed tie makes the network directed, unless the caller says what it is. "Directed" speaks for the ties that say nothing. */
nonet_code seal_directions(struct seal *s, nonet_err *err) {
  nonet *n = s->n;
  const struct lane *lane = &s->d->tie.lane[TIE_DIRECTION];
  uint64_t directed = 0;
  n->directed = s->o.direction == NONET_DIRECTED;
  for (uint32_t t = 0; t < n->ties; t++) {
    unsigned said = lane_byte(lane, t);
    directed += said == NONET_DIRECTED || (said == NONET_AS_INPUT && s->o.direction == NONET_DIRECTED);
  }
  if (s->o.direction == NONET_AS_INPUT) n->directed = directed > 0;
  if (!n->directed || directed == n->ties) return NONET_OK;
  if (!(n->tie_directed = memory_array(n->ties, sizeof *n->tie_directed))) return error_memory(err);
  for (uint32_t t = 0; t < n->ties; t++) {
    unsigned said = lane_byte(lane, t);
    n->tie_directed[t] = said == NONET_DIRECTED || (said == NONET_AS_INPUT && s->o.direction == NONET_DIRECTED);
  }
  return NONET_OK;
}

nonet_code seal_ties(struct seal *s, nonet_err *err) {
  nonet *n = s->n;
  nonet_code code = word_column(&n->tie_kind, s, TIE_KIND, err);
  if (!code) code = layer_column(s, err);
  if (!code) code = word_column(&n->tie_since_text, s, TIE_SINCE, err);
  if (!code) code = word_column(&n->tie_until_text, s, TIE_UNTIL, err);
  if (!code) code = word_column(&n->tie_source, s, TIE_SOURCE, err);
  if (!code) code = origin_columns(s, err);
  if (!code) code = dates(s, err);
  return code;
}
