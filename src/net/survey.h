/* Surveys from inside: who was asked about whom, and what was left open.
 *
 * A survey is a block of questions, respondents x alters without the pairs of a node with itself. What is not open was answered: by a tie,
 * or by a "no". Open questions stand by respondent:
 *
 *   respondent [0 1 3]   alter [0 1 2 3]   open_first [0 0 1 4]   open [2 | 0 1 2]       1 is silent about 2, 3 about all others */
#ifndef NONET_NET_SURVEY_H
#define NONET_NET_SURVEY_H

#include "base/buffer.h"
#include "net/net.h"

struct net_survey {
  uint32_t layer;               /* word of the layer that its ties are of; 0: none */
  uint32_t respondents, alters; /* how many */
  uint32_t *respondent, *alter; /* nodes, ascending; owned */
  uint64_t *open_first;         /* respondents + 1; owned */
  uint32_t *open;               /* alters, ascending within a respondent; owned */
};

/* What is known of one side's report about another node; the greater knows more. */
enum net_reply { NET_NOT_ASKED, NET_OPEN, NET_ANSWERED };

/* Of all surveys together: a question that any of them asks is answered where each of them that asks it was. O(surveys log) */
enum net_reply net_survey_reply(const nonet *n, uint32_t from, uint32_t to);
/* Of the surveys of one layer (NONET_NONE: of none). */
enum net_reply net_survey_reply_in(const nonet *n, uint32_t layer, uint32_t from, uint32_t to);

/* The replies of a node about every other, into row (a place for each node). With `either_side` a pair is answered in a survey where one
 * side of it answered there. `here` is scratch: as many, all 0, and left so. O(n + questions of it and about it) */
void net_survey_row(uint8_t *row, uint8_t *here, const nonet *n, uint32_t v, bool either_side);

/* "12 of 15 nodes that were asked answered, and 49 of 210 questions are open; what was not answered counts as no tie", in a view of ties
 * made from others beginning with where that was; false and nothing: no question was left open. O(n) */
bool net_survey_silence(struct buffer *out, const nonet *n);

/* Note in a view that makes ties of its own what was asked in the network they were made from: no question is about these ties. */
void net_survey_leave(nonet *v, const nonet *n);

void net_surveys_free(nonet *n);
void net_survey_free(struct net_survey *s);

#endif
