/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How near betweenness is to what its memory allows: line_bound FILE BATCHES
 *
 * A walk side by side cannot do without the lines of 64 bytes that hold the values it draws: for each arc of the shortest paths of any lane
 * one of path counts on the way out and a row of shares on the way back, for each node of a level one of counts each way and such a row.
 * These are counted, one plain search a lane; the walk is timed; and so is a read of lines at places drawn by chance in the same memory,
 * which is what each would cost if nothing helped. Prints {"lanes", "arcs" a source, "shared": lanes an arc serves at once, "lines" a
 * source, "line": nanoseconds of the walk for each, "random": of a line drawn by chance}. Uses the library's own headers. */
#include "base/memory.h"
#include "base/run.h"
#include "kernel/reduce.h"
#include "net/net.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { REPEATS = 5, READS = 1 << 24 };

struct tally {
  double arcs, shared_arcs, entries;
};

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void must(nonet_code code, const nonet_err *err) {
  if (!code) return;
  fprintf(stderr, "line_bound: %s\n", err->text);
  exit(1);
}

static void search(uint32_t *distance, uint32_t *queue, const struct lanes_net *n, uint32_t source) {
  uint32_t head = 0, tail = 0;
  memset(distance, 0xff, n->nodes * sizeof *distance);
  distance[source] = 0;
  queue[tail++] = source;
  while (head < tail) {
    uint32_t v = queue[head++];
    for (uint64_t a = n->first[v]; a < n->first[v + 1]; a++)
      if (distance[n->to[a]] == UINT32_MAX) {
        distance[n->to[a]] = distance[v] + 1;
        queue[tail++] = n->to[a];
      }
  }
}

/* How many different levels the lanes have among those where `wanted` holds: so many entries, or visits of an arc, they are together. */
static unsigned levels(const uint32_t *level, const bool *wanted, unsigned lanes) {
  unsigned count = 0;
  for (unsigned l = 0; l < lanes; l++) {
    bool known = !wanted[l];
    for (unsigned k = 0; k < l && !known; k++)
      known = wanted[k] && level[k] == level[l];
    count += !known;
  }
  return count;
}

static void count(struct tally *t, const uint32_t *distance, const struct lanes_net *n, unsigned lanes) {
  uint32_t level[LANES];
  bool wanted[LANES];
  for (uint32_t v = 0; v < n->nodes; v++) {
    for (unsigned l = 0; l < lanes; l++) {
      level[l] = distance[(size_t)l * n->nodes + v];
      wanted[l] = level[l] != UINT32_MAX;
    }
    t->entries += levels(level, wanted, lanes);
    for (uint64_t a = n->first[v]; a < n->first[v + 1]; a++) {
      for (unsigned l = 0; l < lanes; l++) {
        wanted[l] = level[l] != UINT32_MAX && distance[(size_t)l * n->nodes + n->to[a]] == level[l] + 1;
        t->arcs += wanted[l];
      }
      t->shared_arcs += levels(level, wanted, lanes);
    }
  }
}

static double random_line(const double *value, size_t lines) {
  struct chance c;
  double sum = 0, start;
  chance_start(&c, 1, 0);
  uint64_t place = chance_next(&c) | 1;
  start = seconds();
  for (int i = 0; i < READS; i++) {
    place = place * 6364136223846793005u + 1442695040888963407u;
    sum += value[(place >> 33) % lines * 8];
  }
  start = seconds() - start;
  return sum < 0 ? 0 : start / READS;
}

static nonet *load(const char *name) {
  char path[4096];
  nonet_err err;
  nonet_draft *draft;
  nonet *net;
  snprintf(path, sizeof path, "%s.csv", name);
  nonet_input input = {.path = path};
  must(nonet_draft_new(&draft, &err), &err);
  must(nonet_read(draft, &input, 1, NULL, NULL, &err), &err);
  must(nonet_seal(&net, draft, NULL, NULL, &err), &err);
  nonet_draft_free(draft);
  return net;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  nonet_err err;
  const struct graph *g;
  struct reduced r;
  struct lanes_scratch scratch;
  struct halt halt;
  struct tally tally = {0};
  nonet *net = load(argv[1]);
  must(net_simple(&g, net, false, false, &err), &err);
  double *node = memory_zeroed(g->nodes, sizeof *node), took = 0;
  if (!node || reduce_start(&r, node, NULL, g, NULL)) return 1;
  const struct lanes_net *n = &r.net;
  const unsigned lanes = LANES, batches = (unsigned)atoi(argv[2]);
  uint32_t *distance = memory_array((size_t)n->nodes * lanes, sizeof *distance), *queue = memory_array(n->nodes, sizeof *queue);
  enum lanes_width width = lanes_best_width();
  if (!distance || !queue || !lanes_scratch_start(&scratch, n)) return 1;
  halt_start(&halt, NULL);
  for (unsigned b = 0; b < batches; b++) {
    uint32_t source = (uint32_t)((2 * b + 1) * (uint64_t)(n->nodes / lanes) / (2 * batches)) * lanes;
    for (unsigned l = 0; l < lanes; l++)
      search(distance + (size_t)l * n->nodes, queue, n, source + l);
    count(&tally, distance, n, lanes);
    struct lanes_batch batch = {.net = n, .source = source, .count = lanes, .node = node, .halt = &halt};
    lanes_walk(&scratch, &batch, width);
    double start = seconds();
    for (int i = 0; i < REPEATS; i++)
      lanes_walk(&scratch, &batch, width);
    took += (seconds() - start) / REPEATS;
  }
  double sources = (double)batches * lanes, lines = (tally.shared_arcs * (1 + LANES / 8) + tally.entries * (2 + LANES / 8)) / sources;
  printf("{\"lanes\": %u, \"arcs\": %.0f, \"shared\": %.1f, \"lines\": %.0f, \"line\": %.2f, \"random\": %.2f}\n", lanes,
         tally.arcs / sources, tally.arcs / tally.shared_arcs, lines, 1e9 * took / sources / lines,
         1e9 * random_line(scratch.value, (size_t)n->nodes * lanes / 8));
  lanes_scratch_free(&scratch);
  reduce_free(&r);
  nonet_free(net);
  free(distance);
  free(queue);
  free(node);
  return 0;
}
