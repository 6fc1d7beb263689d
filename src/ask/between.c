/* See between.h.
 *
 * How: a search from both ends (kernel/meeting.h, kernel/lightest.h) says which few nodes may stand on a path; of these alone a terrain is
 * made, and there the searches of trails.h decide, so that what ties, and what comes first, is settled in one place. Routes that share
 * nobody are found by kernel/apart.h, which needs no terrain. */
#include "ask/between.h"

#include "base/memory.h"
#include "kernel/apart.h"
#include "kernel/lightest.h"

#include <math.h>
#include <stdlib.h>

static bool go_on(void *context) {
  return run_check(context, NULL) == NONET_OK;
}

static struct kernel_watch watch_of(const struct run *run) {
  return (struct kernel_watch){.go_on = go_on, .context = (void *)(uintptr_t)run};
}

/* What a kernel said of rows, and the rows themselves; ends the rows. */
static nonet_code end_rows(struct ways_rows *r, enum kernel_code done, const struct run *run, nonet_err *err) {
  nonet_code code = NONET_OK;
  if (done == KERNEL_STOPPED) code = run_check(run, err);
  if (done == KERNEL_STOPPED && !code) code = error_set(err, NONET_ESTOPPED, "stopped");
  if (!code && (done == KERNEL_NO_MEMORY || r->failed)) code = error_memory(err);
  if (!code && r->endless) code = error_set(err, NONET_EINPUT, "ties on the way together have no length");
  ways_rows_free(r);
  return code;
}

nonet_code between_meeting(struct meeting *out, const struct ways *w, uint32_t from, uint32_t to, uint32_t within, const struct run *run,
                           nonet_err *err) {
  struct ways_rows r;
  struct rows rows = ways_rows_start(&r, w);
  struct kernel_watch watch = watch_of(run);
  nonet_code code = end_rows(&r, meeting_find(out, &rows, from, to, within, &watch), run, err);
  if (code) meeting_free(out);
  return code;
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

nonet_code between_shortest(struct shortest_found *out, const struct ways *w, uint32_t from, uint32_t to, uint64_t at_most,
                            const struct run *run, nonet_err *err) {
  const uint32_t ends[2] = {from, to};
  struct ways by_steps = *w; /* borrows what it closes */
  struct terrain t = {0};
  struct meeting m;
  *out = (struct shortest_found){.steps = INFINITY};
  by_steps.weighted = false;
  nonet_code code = between_meeting(&m, w, from, to, 0, run, err);
  if (!code && m.found) {
    qsort(m.node, m.count, sizeof *m.node, by_number);
    code = terrain_start_among(&t, &by_steps, m.node, m.count, ends, err);
    if (!code) code = trails_shortest(out, &t, at_most, run, err);
    terrain_free(&t);
  }
  meeting_free(&m);
  return code;
}

nonet_code between_strongest(struct trails *out, double *length, const struct ways *w, uint32_t from, uint32_t to, const struct run *run,
                             nonet_err *err) {
  const uint32_t ends[2] = {from, to};
  struct ways_rows r;
  struct rows rows = ways_rows_start(&r, w);
  struct kernel_watch watch = watch_of(run);
  struct terrain t = {0};
  struct lightest l;
  *out = (struct trails){0};
  *length = INFINITY;
  nonet_code code = end_rows(&r, lightest_find(&l, &rows, from, to, &watch), run, err);
  if (!code && l.count) {
    code = terrain_start_among(&t, w, l.node, l.count, ends, err);
    if (!code) code = trails_strongest(out, length, &t, 0, run, err);
    terrain_free(&t);
  }
  lightest_free(&l);
  return code;
}

static nonet_code read_routes(struct routes_found *out, const struct apart_answer *a, const nonet *n, nonet_err *err) {
  for (uint32_t r = 0; r < a->routes; r++)
    if (!trails_add(&out->trails, a->route_node + a->route_first[r], (size_t)(a->route_first[r + 1] - a->route_first[r])))
      return error_memory(err);
  out->cut = memory_copy(a->cut_node, a->cut_nodes, sizeof *out->cut);
  out->cuts = a->cut_nodes;
  out->tied = a->tied;
  return out->cut ? trails_sort(&out->trails, n, err) : error_memory(err);
}

nonet_code between_apart(struct routes_found *out, const struct ways *w, uint32_t from, uint32_t to, const struct run *run,
                         nonet_err *err) {
  struct ways_rows r;
  struct rows rows = ways_rows_start(&r, w);
  struct kernel_watch watch = watch_of(run);
  struct apart_answer found;
  *out = (struct routes_found){0};
  nonet_code code = end_rows(&r, apart_between(&found, &rows, from, to, &watch), run, err);
  if (!code) code = read_routes(out, &found, w->net, err);
  apart_free(&found);
  if (code) routes_found_free(out);
  return code;
}
