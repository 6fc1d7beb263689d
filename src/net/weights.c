/* How close and how far a tie makes its ends, by what its weight means.
 *
 *   strength w:  strength = w,              length = 1 / w
 *   length w:    strength = 1 / w,          length = w
 *   rank w:      strength = top + 1 - w,    length = 1 / strength     (top: the greatest rank given; rank 1 is closest)
 *
 * A tie without weight has strength 1 and length 1. Zero and negative weights are let in, because some measures take them; those that
 * cannot ask net_check_weights first. */
#include "base/number.h"
#include "net/lazy.h"
#include "net/net.h"

#include <math.h>

static bool has_weight(const nonet *n, uint32_t t) {
  return n->tie_weight && NET_HAS(n, tie_weight, t) && !isnan(n->tie_weight[t]);
}

static nonet_scale scale_of(const nonet *n, uint32_t t) {
  return n->tie_scale && NET_HAS(n, tie_scale, t) ? (nonet_scale)n->tie_scale[t] : NONET_STRENGTH;
}

double net_tie_strength(const nonet *n, uint32_t t) {
  if (!has_weight(n, t)) return 1;
  double w = n->tie_weight[t];
  switch (scale_of(n, t)) {
  case NONET_LENGTH:
    return 1 / w;
  case NONET_RANK:
    return n->rank_top + 1 - w;
  case NONET_STRENGTH:
    break;
  }
  return w;
}

double net_tie_length(const nonet *n, uint32_t t) {
  if (!has_weight(n, t)) return 1;
  return scale_of(n, t) == NONET_LENGTH ? n->tie_weight[t] : 1 / net_tie_strength(n, t);
}

/* What a measure needs, in words; NULL where the tie is well. */
static const char *missing(const nonet *n, uint32_t t, enum net_weights need) {
  double strength = net_tie_strength(n, t), length = net_tie_length(n, t);
  if (need == NET_WEIGHTS_POSITIVE) {
    if (n->tie_from[t] == n->tie_to[t]) return NULL; /* no path takes a loop */
    return strength > 0 && length > 0 && isfinite(strength) && isfinite(length) ? NULL : "lengths above 0";
  }
  if (!isfinite(strength)) return "finite strengths";
  return need == NET_WEIGHTS_NOT_NEGATIVE && strength < 0 ? "strengths of 0 or more" : NULL;
}

nonet_code net_check_weights(const nonet *n, enum net_weights need, const char *measure, nonet_err *err) {
  static const char *const word[] = {[NONET_STRENGTH] = "weight", [NONET_LENGTH] = "length", [NONET_RANK] = "rank"};
  if (!n->tie_weight || __atomic_load_n(&n->lazy->weights_well, __ATOMIC_RELAXED) >> need & 1) return NONET_OK;
  for (uint32_t t = 0; t < n->ties; t++) {
    const char *what = has_weight(n, t) ? missing(n, t, need) : NULL;
    if (!what) continue;
    char number[NUMBER_ROOM];
    number_print(number, n->tie_weight[t]);
    return error_at(err, NONET_EINPUT, net_tie_file(n, t), net_tie_line(n, t), "tie %s - %s has %s %s; '%s' needs %s",
                    net_key(n, n->tie_from[t]), net_key(n, n->tie_to[t]), word[scale_of(n, t)], number, measure, what);
  }
  __atomic_or_fetch(&n->lazy->weights_well, 1u << need, __ATOMIC_RELAXED);
  return NONET_OK;
}
