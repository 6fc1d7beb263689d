/* What a goal is at in a network: the same goals, read in the same way, as where gaps are judged (gaps_goal.c), so that a gain that was
 * suggested there is the gain that is planned and reviewed here. */
#include "ask/gaps.h"
#include "ask/plan.h"

bool plan_counts_down(const char *name) {
  const struct gaps_goal *goal;
  if (gaps_goal_find(&goal, name, NULL)) return false;
  return goal->goal == GAIN_COMPONENTS || goal->goal == GAIN_CUT_POINTS || goal->goal == GAIN_BRIDGES;
}

nonet_code plan_value(double *out, const nonet *n, const struct plan_goal *goal, const struct run *run, nonet_err *err) {
  struct gaps q;
  nonet_gaps_options how = {
      .goal = goal->name, .between = *goal->between ? goal->between : NULL, .of = *goal->of ? goal->of : NULL, .within = goal->within};
  nonet_code code = gaps_start(&q, n, &how, run, err);
  if (code) return code;
  *out = gaps_value(&q, q.points);
  gaps_free(&q);
  return NONET_OK;
}
