/* Building a nonet: what seal and views share. All of these write into a network that nobody else knows yet. */
#ifndef NONET_NET_BUILD_H
#define NONET_NET_BUILD_H

#include "base/mapping.h"
#include "base/run.h"
#include "net/net.h"

/* Words that a nonet and its views share: they go with the last of them. */
struct net_words {
  struct words *words;          /* owned; grows only while a network is built that nobody else knows */
  struct mapping file;          /* the snapshot that the words, and arrays of the network, stand in; empty: in none */
  struct snapshot_trust *trust; /* in that file; owned; NULL: in none */
  unsigned holders;             /* changed atomically */
};
struct net_words *net_words_new(void);
struct net_words *net_words_hold(struct net_words *shared);
void net_words_release(struct net_words *shared);

/* An empty network that holds `shared` (takes one hold of its own). */
nonet_code net_new(nonet **out, struct net_words *shared, nonet_err *err);

/* Fill the arrays of ends from tie_from and tie_to. O(n + m). */
nonet_code net_build_ends(nonet *n, nonet_err *err);
nonet_code net_build_ends_by(nonet *n, unsigned threads, nonet_err *err); /* the same arrays for any number of threads */

/* Fill the memberships: the declared layers of each node (`first` has n + 1 numbers; may be NULL), then those that its ties are of. Needs
 * the ends. `main` first: the first declared, else the one with most ties. O(n + m + layers). */
nonet_code net_build_members(nonet *n, const uint64_t *first, const uint32_t *layer, nonet_err *err);

/* Tell whether two kinds split the network, and set it. O(n + m). */
void net_tell_modes(nonet *n);

/* Add a sentence, formatted; the same sentence once. */
nonet_code notes_add(struct net_notes *notes, nonet_err *err, const char *format, ...) NONET_PRINTF(3, 4);
/* "FILE:LINE: kind (and N more)". */
nonet_code notes_add_counted(struct net_notes *notes, const char *file, uint64_t line, const char *kind, uint64_t count, nonet_err *err);
nonet_code notes_copy(struct net_notes *notes, const struct net_notes *from, nonet_err *err);
void notes_free(struct net_notes *notes);

/* Why one of two names could not be folded: memory, or no UTF-8 (a usage error). */
nonet_code net_unfolded(const char *name, const char *other, nonet_err *err);

/* A further column of `count` values; numbers are parsed where every value is one. Takes row and value. */
nonet_code net_column_type(struct net_column *c, const struct words *words, nonet_err *err);
void net_columns_free(struct net_columns *c);

#endif
