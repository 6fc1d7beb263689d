/* Networks drawn by chance, from inside. */
#ifndef NONET_NET_DRAWN_H
#define NONET_NET_DRAWN_H

#include "base/run.h"
#include "net/net.h"

/* What is kept of a network. */
enum drawn_keeps { DRAWN_DEGREES = 0, DRAWN_TIES, DRAWN_PLACES };

/* By name (NULL: degrees). NONET_EUSAGE names what there is. */
nonet_code drawn_read(enum drawn_keeps *out, const char *name, nonet_err *err);

/* A source of draws from one network: what does not change from draw to draw is made once. It borrows `n`. */
struct drawn;
nonet_code drawn_start(struct drawn **out, const nonet *n, enum drawn_keeps keeps, nonet_err *err);
/* The draw of a number: another nonet, the caller's. It depends on seed and number alone. */
nonet_code drawn_make(nonet **out, const struct drawn *d, uint64_t seed, uint64_t number, nonet_err *err);
void drawn_free(struct drawn *d);

/* What a network made from another takes over: sources, notes, dates; its title says "NETWORK (how)". */
nonet_code drawn_take_over(nonet *v, const nonet *n, const char *how, nonet_err *err);

#endif
