/* A learning ledger from inside: what was planned, what it was expected to gain, and what a goal is at. */
#ifndef NONET_ASK_PLAN_H
#define NONET_ASK_PLAN_H

#include "base/buffer.h"
#include "base/run.h"
#include "base/words.h"
#include "net/answer.h"
#include "net/net.h"

enum plan_kind { PLAN_JOIN, PLAN_LEAVE, PLAN_UNTIE, PLAN_KINDS };
extern const char *const plan_words[PLAN_KINDS]; /* as files say it */
extern const char plan_first_line[];             /* of the file */

/* One change of a plan. Texts are words of the ledger: keys of nodes. */
struct plan_change {
  enum plan_kind kind;
  const char *a, *b; /* b: "" for who leaves */
  bool already;      /* a tie that was to be made was there before */
  const char **tie;  /* owned: whom the one who leaves was tied to */
  size_t ties, room;
  uint64_t line; /* where it begins in its file */
};

/* What a goal is asked of: as nonet_gaps_options say it; "" is not said. */
struct plan_goal {
  const char *name, *between, *of;
  uint32_t within; /* 0: as the goal has it */
};

struct plan {
  uint64_t number, line; /* line: where it begins in its file */
  const char *date, *network;
  struct plan_goal goal;
  double before, after;       /* the goal when it was planned, and as predicted */
  struct plan_change *change; /* owned */
  size_t changes, room;
};

struct nonet_ledger {
  struct words *words; /* owned: all texts */
  struct plan *plan;   /* owned */
  size_t count, room;
  struct buffer text; /* the file as it will be: what was read stays to the byte, plans come behind it */
};

/* A new plan at the end, zeroed; NULL: out of memory. */
struct plan *ledger_add(struct nonet_ledger *l);
struct plan_change *plan_add(struct plan *p);
bool plan_add_tie(struct plan_change *c, const char *key);
/* The text kept in the ledger; NULL: out of memory. */
const char *ledger_text(struct nonet_ledger *l, const char *text);
/* Append a plan to the text. */
void ledger_append(struct nonet_ledger *l, const struct plan *p);

/* What the goal is at: more is better, so what is to be few (parts, bridges) counts below 0. */
nonet_code plan_value(double *out, const nonet *n, const struct plan_goal *goal, const struct run *run, nonet_err *err);
/* A value as people read it: "0.43", "3 bridges" is left to the words around. */
static inline double plan_shown(double value) {
  return value < 0 ? -value : value + 0.0;
}

/* Whether as few as possible are wanted: files then say the number itself, and values are below 0. */
bool plan_counts_down(const char *goal);

/* The node of a key; NONET_NONE: it is not there. O(n): no name that only looks alike is meant, and nothing can fail. */
uint32_t plan_node(const nonet *n, const char *key);

/* "with A - B, without C". */
void plan_tell(struct buffer *out, const struct plan *p, const nonet *n);

#endif
