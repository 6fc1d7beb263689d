/* The search of lengthlanes.h in the widths that it is compiled for. */
#ifndef NONET_KERNEL_LENGTHLANES_FORM_H
#define NONET_KERNEL_LENGTHLANES_FORM_H

#include "kernel/lengthlanes.h"

struct lengthlanes_row {
  _Alignas(64) int16_t lane[LENGTHLANES];
};

struct lengthlanes_wide {
  _Alignas(64) int32_t lane[LENGTHLANES];
};

struct lengthlanes_sums {
  _Alignas(64) uint32_t lane[LENGTHLANES];
};

struct lengthlanes_form {
  /* Until no node is queued; false: there is a halt, or no end. */
  bool (*spread)(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b);
  /* Cuts off what it can, and puts together what is left; false: a distance is too far, and nothing is added. */
  bool (*trace)(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b);
};
extern const struct lengthlanes_form lengthlanes_plain, lengthlanes_avx2, lengthlanes_avx512;
extern const struct lengthlanes_form lengthlanes_wide_plain, lengthlanes_wide_avx2, lengthlanes_wide_avx512;

#endif
