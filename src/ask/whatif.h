/* What-if from inside: the network now and then, and what the answer's parts are made from. */
#ifndef NONET_ASK_WHATIF_H
#define NONET_ASK_WHATIF_H

#include "ask/whatif_parts.h"
#include "net/answer.h"
#include "net/edit.h"

struct whatif {
  const nonet *n; /* now */
  nonet *then;    /* owned; as it would be */
  struct edit_map map;
  /* What is compared: n and then themselves, or a view of each (owned). */
  const nonet *now_seen, *then_seen;
  nonet *now_view, *then_view;
  uint32_t *seen_map; /* owned; node of now_seen -> node of then_seen; NONET_NONE: it is gone */
  const nonet_edit *edits;
  size_t count;
  const nonet_what_if_options *options; /* never NULL */
  const nonet_run *asked;
  const struct run *run;
  struct buffer condition;   /* "If Medici left" */
  struct parts lost, gained; /* contact; nodes of now_seen */
  double pairs_now;          /* in contact now, among those who stay */
};

/* "If Medici left and Albizzi were tied to Pazzi". */
nonet_code whatif_condition(struct whatif *w, nonet_err *err);
/* Append labels: "A, B and C", of more than a few "A, B ... and 12 more". */
void whatif_names(struct buffer *out, const nonet *n, const uint32_t *node, size_t count);

/* Parts of the answer: sentences, sheets and highlights of one kind each. */
nonet_code whatif_contact(nonet_answer *a, struct whatif *w, nonet_err *err);
nonet_code whatif_contact_sheets(nonet_answer *a, const struct whatif *w, nonet_err *err);
nonet_code whatif_ties(nonet_answer *a, const struct whatif *w, nonet_err *err);
nonet_code whatif_marks(nonet_answer *a, const struct whatif *w, nonet_err *err);

/* Partners and strategies: how many partners each strategy has (n entries; 0 for partners), and what follows. Owned. */
struct whatif_sides {
  bool *strategy;
  uint32_t *partners; /* of each strategy */
  uint32_t *last;     /* one of them; NONET_NONE: none */
  uint32_t strategies, without, single;
  double joint; /* pairs of partners that share a strategy; NaN: too many to count */
};
nonet_code whatif_sides(struct whatif_sides *out, const nonet *n, nonet_err *err);
void whatif_sides_free(struct whatif_sides *s);
/* Sentences, the sheet and marks of strategies. */
nonet_code whatif_strategies(nonet_answer *a, const struct whatif *w, const struct whatif_sides *now, const struct whatif_sides *then,
                             nonet_err *err);

/* The sheet "change", and a sentence of distances. */
nonet_code whatif_change(nonet_answer *a, const struct whatif *w, const struct whatif_sides *now, const struct whatif_sides *then,
                         nonet_err *err);

#endif
