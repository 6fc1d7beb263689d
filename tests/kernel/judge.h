/* Slow judges for path kernels: all distances by Floyd and Warshall's closure on whole lengths, path counts by their definition. */
#ifndef NONET_TESTS_KERNEL_JUDGE_H
#define NONET_TESTS_KERNEL_JUDGE_H

#include "kernel/built.h"

#include <math.h>

#define JUDGE_MOST 16

struct judge {
  uint32_t n;
  double d[JUDGE_MOST][JUDGE_MOST], paths[JUDGE_MOST][JUDGE_MOST]; /* lengths in whole units */
};

/* Length of edge e in whole units: the test's lengths are whole numbers / per. */
static inline double judge_length(const struct built *b, uint32_t e, double per) {
  return b->length ? nearbyint(b->length[e] * per) : 1;
}

/* Paths s -> t: sum over the last arcs (v, t) with d(s,v) + length = d(s,t), nodes taken by ascending distance. */
static inline void judge_count(struct judge *j, const struct built *b, double per, uint32_t s) {
  for (uint32_t i = 0; i < j->n; i++)
    j->paths[s][i] = i == s;
  for (uint32_t done = 0; done < j->n; done++)
    for (uint32_t t = 0; t < j->n; t++) { /* n rounds suffice: a path has fewer than n arcs */
      double sum = t == s;
      for (uint32_t e = 0; e < b->g.edges && t != s; e++)
        for (int side = 0; side < (b->g.directed ? 1 : 2); side++) {
          uint32_t v = side ? b->head[e] : b->tail[e], w = side ? b->tail[e] : b->head[e];
          if (w == t && isfinite(j->d[s][t]) && j->d[s][v] + judge_length(b, e, per) == j->d[s][t]) sum += j->paths[s][v];
        }
      j->paths[s][t] = sum;
    }
}

static inline void judge_start(struct judge *j, const struct built *b, double per) {
  j->n = b->g.nodes;
  for (uint32_t i = 0; i < j->n; i++)
    for (uint32_t k = 0; k < j->n; k++)
      j->d[i][k] = i == k ? 0 : (double)INFINITY;
  for (uint32_t e = 0; e < b->g.edges; e++) {
    j->d[b->tail[e]][b->head[e]] = judge_length(b, e, per);
    if (!b->g.directed) j->d[b->head[e]][b->tail[e]] = judge_length(b, e, per);
  }
  for (uint32_t k = 0; k < j->n; k++)
    for (uint32_t i = 0; i < j->n; i++)
      for (uint32_t h = 0; h < j->n; h++)
        if (j->d[i][k] + j->d[k][h] < j->d[i][h]) j->d[i][h] = j->d[i][k] + j->d[k][h];
  for (uint32_t s = 0; s < j->n; s++)
    judge_count(j, b, per, s);
}

/* Share of s-t paths through v, v not an end. */
static inline double judge_node(const struct judge *j, uint32_t v, bool directed) {
  double sum = 0;
  for (uint32_t s = 0; s < j->n; s++)
    for (uint32_t t = 0; t < j->n; t++)
      if (s != t && s != v && t != v && isfinite(j->d[s][t]) && j->d[s][v] + j->d[v][t] == j->d[s][t])
        sum += j->paths[s][v] * j->paths[v][t] / j->paths[s][t];
  return directed ? sum : sum / 2;
}

static inline double judge_edge(const struct judge *j, const struct built *b, uint32_t e, double per) {
  double sum = 0;
  for (uint32_t s = 0; s < j->n; s++)
    for (uint32_t t = 0; t < j->n; t++)
      for (int side = 0; side < (b->g.directed ? 1 : 2); side++) {
        uint32_t v = side ? b->head[e] : b->tail[e], w = side ? b->tail[e] : b->head[e];
        if (s != t && isfinite(j->d[s][t]) && j->d[s][v] + judge_length(b, e, per) + j->d[w][t] == j->d[s][t])
          sum += j->paths[s][v] * j->paths[w][t] / j->paths[s][t];
      }
  return b->g.directed ? sum : sum / 2;
}

#endif
