/* The search of lengthlanes.h in the widths that it is compiled for. */
#ifndef NONET_KERNEL_LENGTHLANES_FORM_H
#define NONET_KERNEL_LENGTHLANES_FORM_H

#include "kernel/lengthlanes.h"

struct lengthlanes_row {
  _Alignas(64) int16_t lane[LENGTHLANES];
};

struct lengthlanes_form {
  /* Until no node is queued; false: a distance is too far, or there is a halt. */
  bool (*spread)(struct lengthlanes *s, const struct lengthlanes_net *net, struct halt *halt, unsigned worker);
  /* The columns of what is touched. */
  void (*trace)(struct lengthlanes *s, const struct lengthlanes_net *net);
};
extern const struct lengthlanes_form lengthlanes_plain, lengthlanes_avx2, lengthlanes_avx512;

#endif
