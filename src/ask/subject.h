/* Whom a question is about: a node, a layer (its members) or a kind (its nodes). */
#ifndef NONET_ASK_SUBJECT_H
#define NONET_ASK_SUBJECT_H

#include "base/buffer.h"
#include "net/net.h"

enum subject_what { SUBJECT_NODE = 1, SUBJECT_LAYER = 2, SUBJECT_KIND = 4 };
#define SUBJECT_GROUP (SUBJECT_LAYER | SUBJECT_KIND)
#define SUBJECT_ANY (SUBJECT_NODE | SUBJECT_GROUP)

struct subject {
  enum subject_what what;
  uint32_t at; /* node, layer or kind */
};

/* By name, among what is allowed. "node:NAME", "layer:NAME" and "kind:NAME" say which it is; "NAME (LAYER)" tells nodes of one name apart;
 * a kind may be named in the plural. Anything but one meaning is NONET_EUSAGE with the nearest names, or the several meanings; with err
 * NULL that costs no search. */
nonet_code subject_find(struct subject *out, const nonet *n, const char *name, unsigned allowed, nonet_err *err);

bool subject_has(const struct subject *s, const nonet *n, uint32_t node);

/* Flag its nodes (n bytes); how many there are. */
uint32_t subject_flag(uint8_t *flag, const struct subject *s, const nonet *n);

/* Its name in a sentence: a node's as tell_node, else "the layer education", "the kind partner". */
void subject_tell(struct buffer *out, const struct subject *s, const nonet *n);

/* The kind of ties of a name, as a word; NONET_EUSAGE with the nearest. */
nonet_code subject_tie_kind(uint32_t *word, const nonet *n, const char *name, nonet_err *err);

#endif
