/* Group centralities against sums over all pairs. */
#include "kernel/group.h"

#include "kernel/judge.h"
#include "test.h"

/* Paths from s to t that keep clear of the group: those of the network without it, where they are as short. */
static double clear_paths(const struct judge *all, const struct judge *without, uint32_t s, uint32_t t) {
  return without->d[s][t] == all->d[s][t] ? without->paths[s][t] : 0;
}

/* The network without the arcs of members. */
static struct built without_members(const struct built *b, const bool *member) {
  uint32_t pairs[400][2], from[400], m = 0;
  for (uint32_t e = 0; e < b->g.edges; e++)
    if (!member[b->tail[e]] && !member[b->head[e]]) pairs[m][0] = b->tail[e], pairs[m][1] = b->head[e], from[m++] = e;
  struct built w = built_from(b->g.nodes, m, (const uint32_t(*)[2])pairs, b->g.directed);
  if (!b->length) return w;
  w.length = memory_array(m, sizeof *w.length);
  for (uint32_t e = 0; e < m; e++)
    w.length[e] = b->length[from[e]];
  w.g.length = w.length;
  return w;
}

static void check(const struct built *b, const bool *member, double per) {
  struct built w = without_members(b, member);
  struct judge all, without;
  struct group_reach got;
  double between, want = 0, reached = 0, distance = 0, tied = 0;
  judge_start(&all, b, per);
  judge_start(&without, &w, per);
  for (uint32_t t = 0; t < all.n; t++) {
    double nearest = INFINITY;
    bool touched = false;
    for (uint32_t s = 0; s < all.n; s++) {
      if (member[s]) nearest = fmin(nearest, all.d[s][t]);
      for (uint32_t e = 0; e < b->g.edges; e++)
        touched |= member[s] && ((b->tail[e] == s && b->head[e] == t) || (!b->g.directed && b->head[e] == s && b->tail[e] == t));
      if (s != t && !member[s] && !member[t] && isfinite(all.d[s][t])) want += 1 - clear_paths(&all, &without, s, t) / all.paths[s][t];
    }
    if (member[t]) continue;
    tied += touched;
    if (isfinite(nearest)) reached++, distance += nearest / per;
  }
  assert_int_equal(group_reach(&got, member, &b->g), KERNEL_DONE);
  assert_near(got.reached, reached, 0);
  assert_near(got.distance, distance, 1e-14);
  assert_near(got.tied, tied, 0);
  assert_int_equal(group_betweenness(&between, member, &b->g, NULL), KERNEL_DONE);
  assert_near(between, b->g.directed ? want : want / 2, 1e-12);
  built_free(&w);
}

static void random_groups_agree_with_sums_over_pairs(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 33, 0);
  for (int round = 0; round < 200; round++) {
    bool lengths = round % 4 > 1, member[JUDGE_MOST];
    double per = lengths ? 2 : 1;
    struct built b = built_random(&c, (uint32_t)chance_below(&c, 12), 0.1 + 0.4 * chance_share(&c), round % 2, lengths ? 3 : 0, per);
    for (uint32_t v = 0; v < b.g.nodes; v++)
      member[v] = chance_share(&c) < 0.3;
    check(&b, member, per);
    built_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_groups_agree_with_sums_over_pairs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
