/* The goals that a gap may be judged by: a registry. */
#include "ask/gaps.h"

#include "base/error.h"
#include "base/name.h"

#include <string.h>

static const struct gaps_goal goals[] = {
    {{"efficiency", "everybody near everybody: the mean of 1/distance over all pairs, 0 for a pair without a path"}, GAIN_EFFICIENCY},
    {{"components", "one network: as few separate parts as possible"}, GAIN_COMPONENTS},
    {{"cut-points", "nobody whose loss parts others: as few cut points as possible"}, GAIN_CUT_POINTS},
    {{"bridges", "no tie whose loss parts others: as few bridges as possible"}, GAIN_BRIDGES},
    {{"connectivity", "as many as possible must leave before the others are parted: node connectivity"}, GAIN_CONNECTIVITY},
    {{"coverage", "pairs within two steps (--within K) of each other; with --for A, who is within so many steps of A"}, GAIN_COVERAGE},
    {{"closeness", "two layers or kinds near each other: the mean of 1/distance over pairs between them (--between L,M)"}, GAIN_CLOSENESS},
};
enum { GOALS = sizeof goals / sizeof *goals };

const struct gaps_goal *gaps_goal_at(size_t i) {
  return i < GOALS ? &goals[i] : NULL;
}

const nonet_goal *nonet_goal_at(size_t i) {
  return i < GOALS ? &goals[i].info : NULL;
}

nonet_code gaps_goal_find(const struct gaps_goal **out, const char *name, nonet_err *err) {
  struct buffer names = {0};
  for (size_t i = 0; i < GOALS; i++) {
    *out = &goals[i];
    if (strcmp(goals[i].info.name, name) == 0) return NONET_OK;
  }
  for (size_t i = 0; i < GOALS; i++)
    buffer_print(&names, "%s%s", i == 0 ? "" : i + 1 == GOALS ? " or " : ", ", goals[i].info.name);
  nonet_code code = error_set(err, NONET_EUSAGE, "no goal '%s'; there are %s", name, buffer_string(&names));
  buffer_free(&names);
  return code;
}
