/* Weights and what they mean: as each row says, or as `scale` says for all ties or for a layer. */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/name.h"
#include "base/number.h"
#include "net/seal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define AS_ROWS_SAY 255

struct scales {
  uint8_t all;    /* a nonet_scale or AS_ROWS_SAY */
  uint8_t *layer; /* the same for each layer; owned */
};

static bool read_scale(uint8_t *out, const char *text, size_t length) {
  static const char *const name[] = {[NONET_STRENGTH] = "strength", [NONET_LENGTH] = "length", [NONET_RANK] = "rank"};
  for (unsigned i = 0; i < sizeof name / sizeof *name; i++)
    if (strlen(name[i]) == length && memcmp(name[i], text, length) == 0) {
      *out = (uint8_t)i;
      return true;
    }
  return false;
}

/* One "LAYER=length", or "length" for all. */
static nonet_code read_part(struct scales *out, const nonet *n, const char *part, size_t length, nonet_err *err) {
  const char *equals = NULL;
  for (size_t i = 0; i < length; i++)
    if (part[i] == '=') equals = part + i; /* the last: a layer's name may hold one */
  const char *word = equals ? equals + 1 : part;
  uint8_t scale;
  if (!read_scale(&scale, word, (size_t)(part + length - word)))
    return error_set(err, NONET_EUSAGE, "scale '%.*s' is not strength, length or rank", (int)(part + length - word), word);
  if (!equals) {
    out->all = scale;
    return NONET_OK;
  }
  struct buffer name = {0};
  uint32_t layer = NONET_NONE;
  buffer_add(&name, part, (size_t)(equals - part));
  nonet_code code = name.failed ? error_memory(err) : nonet_find_layer(&layer, n, buffer_string(&name), err);
  if (!code) out->layer[layer] = scale;
  buffer_free(&name);
  return code;
}

static nonet_code read_scales(struct scales *out, const nonet *n, const char *text, nonet_err *err) {
  out->all = AS_ROWS_SAY;
  out->layer = memory_array(n->layers, 1);
  if (!out->layer) return error_memory(err);
  memset(out->layer, AS_ROWS_SAY, n->layers);
  nonet_code code = NONET_OK;
  while (text && *text && !code) {
    size_t length = strcspn(text, ",");
    code = read_part(out, n, text, length, err);
    text += length + (text[length] == ',');
  }
  return code;
}

static unsigned scale_of(const struct scales *scales, const struct seal *s, uint32_t t) {
  uint32_t layer = net_tie_layer(s->n, t);
  if (layer != NONET_NONE && scales->layer[layer] != AS_ROWS_SAY) return scales->layer[layer];
  return scales->all != AS_ROWS_SAY ? scales->all : lane_byte(&s->d->tie.lane[TIE_SCALE], t);
}

static nonet_code set_scales(struct seal *s, nonet_err *err) {
  nonet *n = s->n;
  struct scales scales = {.layer = NULL};
  bool all_strengths = true;
  double top = 0;
  nonet_code code = read_scales(&scales, n, s->o.scale, err);
  if (!code && n->tie_weight && !(n->tie_scale = memory_array(n->ties, 1))) code = error_memory(err);
  for (uint32_t t = 0; t < n->ties && !code && n->tie_weight; t++) {
    n->tie_scale[t] = (uint8_t)scale_of(&scales, s, t);
    all_strengths = all_strengths && n->tie_scale[t] == NONET_STRENGTH;
    if (n->tie_scale[t] == NONET_RANK && n->tie_weight[t] > top) top = n->tie_weight[t];
  }
  n->rank_top = top;
  if (all_strengths) {
    free(n->tie_scale);
    n->tie_scale = NULL;
  }
  free(scales.layer);
  return code;
}

/* Weights that lie further apart than sums of doubles can tell: counted as one doubt, at the least of them. */
static nonet_code doubt_ratio(struct seal *s, nonet_err *err) {
  const nonet *n = s->n;
  double least = INFINITY, most = 0;
  uint32_t at = 0;
  for (uint32_t t = 0; t < n->ties; t++) {
    double w = fabs(n->tie_weight[t]);
    if (!(w > 0)) continue; /* 0, or none */
    if (w < least) {
      least = w;
      at = t;
    }
    most = fmax(most, w);
  }
  if (!(most > least * 1e10)) return NONET_OK;
  char low[NUMBER_ROOM], high[NUMBER_ROOM];
  number_print(low, least);
  number_print(high, most);
  struct buffer text = {0};
  buffer_print(&text, "weights lie between %s and %s, more than 10,000,000,000 times apart: small ones vanish beside large ones", low,
               high);
  nonet_code code = notes_add_counted(&s->n->warning, seal_tie_file(s, at), seal_tie_line(s, at), buffer_string(&text), 1, err);
  buffer_free(&text);
  return code;
}

nonet_code seal_weights(struct seal *s, nonet_err *err) {
  nonet *n = s->n;
  const struct lane *lane = &s->d->tie.lane[TIE_WEIGHT];
  n->repeats = s->o.repeats;
  for (uint32_t t = 0; t < (lane->at ? n->ties : n->ties > 0) && !n->weighted; t++)
    n->weighted = !isnan(lane_double(lane, t));
  if (n->weighted) {
    if (!(n->tie_weight = memory_array(n->ties, sizeof *n->tie_weight))) return error_memory(err);
    for (uint32_t t = 0; t < n->ties; t++)
      n->tie_weight[t] = lane_double(lane, t);
  }
  nonet_code code = set_scales(s, err);
  return code || !n->weighted ? code : doubt_ratio(s, err);
}
