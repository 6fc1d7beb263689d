/* A cascade between layers from inside: who is held by all layers at once, who falls away when, and in which layer. */
#ifndef NONET_ASK_WHATIF_CASCADE_H
#define NONET_ASK_WHATIF_CASCADE_H

#include "base/run.h"
#include "kernel/mutual.h"
#include "net/net.h"

#define CASCADE_HOLDS 0u /* cause: it does not fall away */
#define CASCADE_FAILS UINT32_MAX

struct cascade {
  const nonet *n;
  struct graph *graph; /* owned, with its arrays; of each layer that has ties */
  uint32_t *layer;     /* owned; which layer that is */
  struct mutual m;
  uint8_t *failed; /* owned, as are the arrays below; of each node */
  uint32_t failures;
  uint32_t before, after; /* the largest group without and with failures */
  uint32_t *step;         /* in which a node falls away; 0: it was not held before anybody failed */
  uint32_t *cause;        /* place in `layer`, plus 1; or CASCADE_HOLDS, CASCADE_FAILS */
  uint32_t steps;
  uint32_t *group, *size; /* in the end: of each node; of each group, those who failed left out */
};

/* Names are found; NONET_EUSAGE: an unknown one, or fewer than two layers with ties. Free it also after a failure. */
nonet_code cascade_start(struct cascade *c, const nonet *n, const char *const *names, nonet_err *err);
nonet_code cascade_run(struct cascade *c, nonet_err *err);
void cascade_free(struct cascade *c);

/* left[v]: the largest group if v alone failed. O(n * one run). */
nonet_code cascade_each(uint32_t *left, const struct cascade *c, const struct run *run, nonet_err *err);

#endif
