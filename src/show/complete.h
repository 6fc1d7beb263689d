/* Layers that join everybody to everybody. */
#ifndef NONET_SHOW_COMPLETE_H
#define NONET_SHOW_COMPLETE_H

#include "base/buffer.h"
#include "net/net.h"

/* The network without the ties of layers that join nearly all pairs of their nodes, beside layers that do not; *out is NULL where there is
 * nothing to leave out. Each layer left out is said in `said`, one text after another, each with its NUL; *count is how many. */
nonet_code complete_left_out(nonet **out, struct buffer *said, size_t *count, const nonet *n, const nonet_run *run, nonet_err *err);

#endif
