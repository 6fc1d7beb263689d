/* The slow twin of gain.c: every distance is searched again in the network with the new ties in it. */
#include "kernel/gain.h"

#include "base/memory.h"
#include "kernel/gain_grown.h"

#include <stdlib.h>

/* All distances of both networks, pair by pair. Nodes of `after` beyond those of `before` count in no pair. */
static enum kernel_code compare(struct gain_score *score, const struct graph *before, const struct graph *after,
                                const struct gain_worth *w) {
  struct gain_field old, now;
  *score = (struct gain_score){0};
  enum kernel_code code = gain_field_start(&old, before, w, NULL);
  if (code) return code;
  code = gain_field_start(&now, after, &(struct gain_worth){.counts_steps = w->counts_steps, .within = w->within}, NULL);
  for (uint32_t s = 0; !code && s < before->nodes; s++)
    for (uint32_t t = before->directed ? 0 : s + 1; t < before->nodes; t++) {
      uint32_t was = old.distance[(size_t)s * before->nodes + t], is = now.distance[(size_t)s * after->nodes + t];
      if (is >= was || old.worth[is] == old.worth[was] || !gain_counts(&old, s, t)) continue;
      score->gain += old.worth[is] - old.worth[was];
      score->closer++;
      score->met += was == GAIN_FAR;
    }
  gain_field_free(&old);
  if (!code) gain_field_free(&now);
  return code;
}

enum kernel_code gain_of_tie_plain(struct gain_score *score, const struct graph *g, const struct gain_worth *w, uint32_t u, uint32_t v) {
  const uint32_t pair[1][2] = {{u, v}};
  struct grown grown;
  enum kernel_code code = grown_start(&grown, g, pair, 1, 0);
  if (!code) code = compare(score, g, &grown.graph, w);
  if (!code) grown_free(&grown);
  return code;
}

enum kernel_code gain_of_hub_plain(struct gain_score *score, const struct graph *g, const struct gain_worth *w, const uint32_t *member,
                                   size_t members) {
  uint32_t(*pair)[2] = memory_array(members, sizeof *pair);
  struct grown grown;
  enum kernel_code code = pair ? KERNEL_DONE : KERNEL_NO_MEMORY;
  for (size_t i = 0; !code && i < members; i++)
    pair[i][0] = member[i], pair[i][1] = g->nodes;
  if (!code) code = grown_start(&grown, g, (const uint32_t(*)[2])pair, members, 1);
  if (!code) code = compare(score, g, &grown.graph, w);
  if (!code) grown_free(&grown);
  free(pair);
  return code;
}
