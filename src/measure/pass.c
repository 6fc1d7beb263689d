/* Shared passes: each kernel whose result several measures read runs once in a call. */
#include "measure/pass.h"

#include "base/memory.h"
#include "kernel/betweenness.h"
#include "kernel/component.h"
#include "kernel/lowpoint.h"
#include "kernel/triangle.h"

#include <stdlib.h>

void pass_free(struct measure_shared *s) {
  for (int w = 0; w < 2; w++) {
    if (s->distances[w]) distances_free(s->distances[w]);
    free(s->distances[w]);
    free(s->betweenness[w]);
  }
  free(s->component);
  free(s->component_size);
  free(s->triangles);
  buffer_free(&s->sampled);
  free(s->cut);
  free(s->bridge);
  *s = (struct measure_shared){0};
}

static bool may_go_on(void *context) {
  return run_check(context, NULL) == NONET_OK;
}

static void say_where(void *context, double share) {
  run_part(context, share);
}

struct kernel_watch pass_watch(const struct measure_ask *ask) {
  /* the watch only reads the run; its context is not const for the sake of other contexts */
  return (struct kernel_watch){may_go_on, (void *)(uintptr_t)ask->run, run_threads(ask->run), say_where};
}

nonet_code pass_result(enum kernel_code code, const struct measure_ask *ask, nonet_err *err) {
  switch (code) {
  case KERNEL_DONE:
    return NONET_OK;
  case KERNEL_NO_MEMORY:
    return error_memory(err);
  case KERNEL_TOO_MANY_PATHS:
    return error_set(err, NONET_ELIMIT, "path count overflow: a pair has more than 1e308 shortest paths");
  case KERNEL_STOPPED:
    break;
  }
  nonet_code why = run_check(ask->run, err);
  return why ? why : error_set(err, NONET_ESTOPPED, "stopped");
}

nonet_code pass_undirected(const struct graph **out, const struct measure_ask *ask, nonet_err *err) {
  return net_simple(out, ask->net, false, false, err);
}

nonet_code pass_distances(const struct distances **out, const struct measure_ask *ask, nonet_err *err) {
  struct distances **kept = &ask->shared->distances[ask->weighted];
  if (!*kept) {
    struct kernel_watch watch = pass_watch(ask);
    struct distances *d = memory_zeroed(1, sizeof *d);
    enum kernel_code code = d ? distances_start(d, ask->simple, &watch) : KERNEL_NO_MEMORY;
    if (code) {
      free(d);
      return pass_result(code, ask, err);
    }
    *kept = d;
  }
  *out = *kept;
  return NONET_OK;
}

nonet_code pass_distances_seconds(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  return pass_result(distances_seconds(out, ask->simple, &watch), ask, err);
}

nonet_code pass_betweenness(const double **out, const struct measure_ask *ask, nonet_err *err) {
  double **kept = &ask->shared->betweenness[ask->weighted];
  if (!*kept) {
    struct kernel_watch watch = pass_watch(ask);
    double *node = memory_array(ask->simple->nodes, sizeof *node);
    enum kernel_code code = node ? betweenness(node, NULL, ask->simple, &watch) : KERNEL_NO_MEMORY;
    if (code) {
      free(node);
      return pass_result(code, ask, err);
    }
    *kept = node;
  }
  *out = *kept;
  return NONET_OK;
}

nonet_code pass_components(const struct measure_shared **out, const struct measure_ask *ask, nonet_err *err) {
  struct measure_shared *s = ask->shared;
  *out = s;
  if (s->has_components) return NONET_OK;
  if (!s->component) s->component = memory_array(ask->simple->nodes, sizeof *s->component);
  if (!s->component_size) s->component_size = memory_array(ask->simple->nodes, sizeof *s->component_size);
  if (!s->component || !s->component_size) return error_memory(err);
  enum kernel_code code = component_weak(s->component, s->component_size, &s->components, ask->simple);
  s->has_components = code == KERNEL_DONE;
  return pass_result(code, ask, err);
}

nonet_code pass_triangles(const uint64_t **out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  nonet_code failed = pass_undirected(&g, ask, err);
  if (failed) return failed;
  if (!ask->shared->triangles) {
    struct kernel_watch watch = pass_watch(ask);
    uint64_t *count = memory_array(g->nodes, sizeof *count);
    enum kernel_code code = count ? triangles(count, g, &watch) : KERNEL_NO_MEMORY;
    if (code) {
      free(count);
      return pass_result(code, ask, err);
    }
    ask->shared->triangles = count;
  }
  *out = ask->shared->triangles;
  return NONET_OK;
}

nonet_code pass_lowpoints(const struct measure_shared **out, const struct measure_ask *ask, nonet_err *err) {
  struct measure_shared *s = ask->shared;
  const struct graph *g;
  nonet_code failed = pass_undirected(&g, ask, err);
  *out = s;
  if (failed || s->has_lowpoints) return failed;
  if (!s->cut) s->cut = memory_array(g->nodes, 1);
  if (!s->bridge) s->bridge = memory_array(g->edges, 1);
  if (!s->cut || !s->bridge) return error_memory(err);
  struct lowpoint low = {.cut = s->cut, .bridge = s->bridge};
  enum kernel_code code = lowpoint(&low, g);
  s->has_lowpoints = code == KERNEL_DONE;
  return pass_result(code, ask, err);
}
