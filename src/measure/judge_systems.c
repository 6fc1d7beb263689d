/* Judge of systems, not projects: the shares, strategy by strategy and pair by pair. */
#include "measure/judge.h"
#include "measure/systems.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool works_on(const struct coverage *c, uint32_t partner, uint32_t strategy) {
  for (uint64_t a = c->first[partner]; a < c->first[partner + 1]; a++)
    if (c->to[a] == strategy) return true;
  return false;
}

static bool linked(const struct coverage *c, uint32_t s, uint32_t t) {
  for (uint32_t i = 0; i < c->sets; i++)
    if (works_on(c, i, s) && works_on(c, i, t)) return true;
  return false;
}

static bool mixed(const struct coverage *c, const uint32_t *sector, uint32_t s) {
  for (uint32_t i = 0; i < c->sets; i++)
    for (uint32_t j = 0; j < i; j++)
      if (works_on(c, i, s) && works_on(c, j, s) && sector[i] != NONET_NONE && sector[j] != NONET_NONE && sector[i] != sector[j])
        return true;
  return false;
}

/* Numbers of parts are spread until none changes. */
static double giant(const struct coverage *c, uint32_t *part) {
  double most = 0;
  bool changed = true;
  for (uint32_t s = 0; s < c->elements; s++)
    part[s] = s;
  while (changed) {
    changed = false;
    for (uint32_t s = 0; s < c->elements; s++)
      for (uint32_t t = 0; t < s; t++)
        if (part[s] != part[t] && linked(c, s, t)) {
          part[s] = part[t] = part[s] < part[t] ? part[s] : part[t];
          changed = true;
        }
  }
  for (uint32_t s = 0; s < c->elements; s++) {
    double size = 0;
    for (uint32_t t = 0; t < c->elements; t++)
      size += part[t] == part[s];
    most = fmax(most, size);
  }
  return most;
}

static void count_again(double out[SYSTEMS_PARTS + 1], const struct coverage *c, const uint32_t *sector, uint32_t *part) {
  double shared = 0, mix = 0, several = 0, links = 0, sum = 0, defined = 0, all = c->elements;
  for (uint32_t s = 0; s < c->elements; s++) {
    shared += c->sets_of[s] > 1;
    mix += sector && mixed(c, sector, s);
    for (uint32_t t = 0; t < s; t++)
      links += linked(c, s, t);
  }
  for (uint32_t i = 0; i < c->sets; i++)
    several += c->first[i + 1] - c->first[i] > 1;
  out[SYSTEMS_SHARED] = all > 0 ? shared / all : (double)NAN;
  out[SYSTEMS_MIXED] = all > 0 && sector ? mix / all : (double)NAN;
  out[SYSTEMS_SEVERAL] = c->sets ? several / c->sets : (double)NAN;
  out[SYSTEMS_LINKED] = all > 1 ? links / (all * (all - 1) / 2) : (double)NAN;
  out[SYSTEMS_GIANT] = all > 1 ? (giant(c, part) - 1) / (all - 1) : (double)NAN;
  for (int i = 0; i < SYSTEMS_PARTS; i++)
    if (!isnan(out[i])) sum += out[i], defined++;
  out[SYSTEMS_PARTS] = defined > 0 ? sum / defined : (double)NAN;
}

nonet_code judge_systems(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  struct coverage c;
  uint32_t *sector = NULL, *part = NULL;
  char *what = NULL;
  double again[SYSTEMS_PARTS + 1];
  nonet_code code = coverage_start(&c, ask, "", "systems-not-projects", err);
  if (code) return code;
  double steps = pow(c.elements, 3) * c.sets;
  code = systems_sectors(&sector, &what, &c, ask, err);
  if (!code && !(part = memory_array(c.elements, sizeof *part))) code = error_memory(err);
  if (!code && steps > JUDGE_STEPS) {
    buffer_text(said, "not checked, as all pairs of so many strategies would have to be gone through");
  } else if (!code) {
    count_again(again, &c, sector, part);
    for (size_t i = 0; !code && i <= SYSTEMS_PARTS; i++) {
      double rank = nonet_sheet_number(s, i, judge_column(s, "rank"));
      if (!judge_alike(nonet_sheet_number(s, i, judge_column(s, "value")), again[i])) code = judge_failed(s, "a share is another", err);
      if (!code && (rank < 0 || rank > 1)) code = judge_failed(s, "a rank is no share", err);
    }
    buffer_text(said, "shares, pair by pair, agree; draws are not checked");
  }
  free(sector);
  free(what);
  free(part);
  coverage_free(&c);
  return code;
}
