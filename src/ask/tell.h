/* Names, counts and ties in sentences. */
#ifndef NONET_ASK_TELL_H
#define NONET_ASK_TELL_H

#include "base/buffer.h"
#include "net/answer.h"
#include "net/net.h"

/* The label of a node; where several nodes are called so, with its layer or key behind: "Red Cross (Cheyenne)". */
void tell_node(struct buffer *out, const nonet *n, uint32_t node);

/* "A, B and C"; beyond `most` names "A, B and 7 more" (0: all of them). */
void tell_nodes(struct buffer *out, const nonet *n, const uint32_t *node, size_t count, size_t most);

/* The same where more are meant than the `count` that are at hand: `all` of them. */
void tell_nodes_of(struct buffer *out, const nonet *n, const uint32_t *node, size_t count, uint64_t all, size_t most);

/* "3 steps", "1 step". */
void tell_count(struct buffer *out, uint64_t count, const char *one, const char *several);
const char *tell_many(uint64_t count, const char *one, const char *several);

/* "strategies", "strategy" where all are of one kind; else the words given. */
void tell_kind(struct buffer *out, const nonet *n, const uint32_t *node, size_t count, const char *one, const char *several);
/* "3 strategies", "1 strategy" where all are of one kind; else by the words given. */
void tell_kinds(struct buffer *out, const nonet *n, const uint32_t *node, size_t count, const char *one, const char *several);

/* What is known of a tie, without its ends: "leads, in Health, weight 3, since 2000-08; minutes of 3 May (ties.csv:8)". */
void tell_tie(struct buffer *out, const nonet *n, uint32_t tie);

/* Put a sentence into the answer and clear it; a full stop is added. */
nonet_code tell(nonet_answer *a, struct buffer *sentence, nonet_err *err);

#endif
