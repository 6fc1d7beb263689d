/* One level of a walk of bitwave.h, in the widths that it is compiled for. */
#ifndef NONET_KERNEL_BITWAVE_LEVEL_H
#define NONET_KERNEL_BITWAVE_LEVEL_H

#include "kernel/bitwave.h"

#define BITWAVE_PARTS (BITWAVE_SOURCES / 64)

struct bitwave_word {
  _Alignas(BITWAVE_SOURCES / 8) uint64_t part[BITWAVE_PARTS];
};

struct bitwave_level {
  const struct bitwave_net *net;
  struct bitwave_scratch *s;
  struct bitwave_word all; /* of this batch */
  uint32_t level, actives, founds, touched;
  bool sided, far;                  /* all that is found at this level is on one side: is it the one from net->sides on? */
  bool listed;                      /* `open` is made; `touched` does not go on */
  uint32_t opens[2];                /* nodes in it, of each side; not sided: of all */
  uint64_t near_arcs, open_arcs[2]; /* that a push looks at; that a pull may look at */
  uint64_t upper, lower;            /* 1 / level */
};

/* From what is active to what is found, and counted. */
struct bitwave_form {
  void (*push)(struct bitwave_level *k), (*pull)(struct bitwave_level *k);
};
extern const struct bitwave_form bitwave_plain, bitwave_avx2, bitwave_avx512;

#endif
