/* The draft from inside: the fast way in, for readers. Rows are kept as columns of words; columns nobody fills take no room.
 * nonet_draft_node and nonet_draft_tie are thin callers of these. */
#ifndef NONET_NET_DRAFT_H
#define NONET_NET_DRAFT_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/words.h"

/* A word of the draft for a text (not NUL-terminated); WORDS_NONE out of memory. */
uint32_t draft_word(nonet_draft *d, const char *text, size_t length);
const char *draft_text(const nonet_draft *d, uint32_t word);

/* Rows as words; 0 is "not said". */
struct draft_node {
  uint32_t key, label, short_name, kind, layers, aliases, scope; /* words */
  uint32_t file;
  uint64_t line;
};
struct draft_tie {
  uint32_t from, to, kind, layer, since, until, source, scope; /* words */
  uint32_t from_kind, to_kind;
  double weight; /* NaN: not said */
  nonet_scale scale;
  nonet_direction direction;
  uint32_t file;
  uint64_t line;
};
nonet_code draft_add_node(uint32_t *out, nonet_draft *d, const struct draft_node *row, nonet_err *err);
nonet_code draft_add_tie(uint32_t *out, nonet_draft *d, const struct draft_tie *row, nonet_err *err);

/* Many ties: alike save in the fields that have an array, a value a tie. */
struct draft_ties {
  const uint32_t *from, *to; /* due; none is 0 */
  const uint32_t *kind, *layer, *since, *until, *source;
  const double *weight; /* finite, or NaN as the constant says it */
  const uint64_t *line;
  const uint8_t *direction; /* a nonet_direction */
};
nonet_code draft_add_ties(nonet_draft *d, const struct draft_tie *alike, const struct draft_ties *own, uint32_t ties, nonet_err *err);
/* So many ties are about to come: room is made for them where there is some. A wrong number costs time or room, no more. */
void draft_expect_ties(nonet_draft *d, uint64_t ties);
/* The words, for readers who look up many at once. */
struct words *draft_words(nonet_draft *d);

/* A survey (nonet_draft_survey), in words. */
struct draft_asking {
  uint32_t layer, scope, file;
  uint64_t line;
};
nonet_code draft_add_survey(uint32_t *out, nonet_draft *d, const struct draft_asking *asking, nonet_err *err);
nonet_code draft_add_respondent(nonet_draft *d, uint32_t survey, uint32_t key, nonet_err *err);
nonet_code draft_add_alter(nonet_draft *d, uint32_t survey, uint32_t key, nonet_err *err);
nonet_code draft_add_open(nonet_draft *d, uint32_t survey, uint32_t respondent, uint32_t alter, nonet_err *err);
/* Take back the surveys from a number on. */
void draft_drop_surveys(nonet_draft *d, size_t from);

/* A file of nodes was read (even an empty one), so ends that it does not declare are errors. `strict_ids`: an id declared twice is an
 * error even when both are alike (JSON and graph formats). */
void draft_has_node_table(nonet_draft *d);
void draft_strict_ids(nonet_draft *d, uint32_t file);

/* Further columns: find or make one, then set values. */
nonet_code draft_column(uint32_t *out, nonet_draft *d, bool of_ties, const char *name, size_t length, nonet_err *err);
nonet_code draft_set(nonet_draft *d, bool of_ties, uint32_t column, uint32_t row, uint32_t word, nonet_err *err);

/* What was assumed (a sentence), and what was odd: a kind of warning is counted and said once with its first place.
 * `kind` is a short fixed text ("row without a weight"); what is said: "FILE:LINE: kind (and 3 more)". */
nonet_code draft_assume(nonet_draft *d, nonet_err *err, const char *format, ...) NONET_PRINTF(3, 4);
nonet_code draft_warn(nonet_draft *d, const char *kind, uint32_t file, uint64_t line, nonet_err *err);

/* Rows that are left out because they are wrong: where each is told, and one of them. `why` is the error that it would have been. */
struct draft_rejecting {
  void (*reject)(void *user, const nonet_rejected *row);
  void *user;
};
struct draft_reject {
  uint32_t file;
  uint64_t line;
  const char *row; /* CSV; NULL: unknown */
  nonet_err why;
};
nonet_code draft_reject(nonet_draft *d, const struct draft_rejecting *to, const struct draft_reject *r, nonet_err *err);
/* Add a field to a row as CSV. */
void draft_reject_field(struct buffer *row, const char *text, size_t length);
/* Take back the last rows, from so many nodes and ties on. */
void draft_rows_back_to(nonet_draft *d, uint32_t nodes, uint32_t ties);

const char *draft_file_path(const nonet_draft *d, uint32_t file);

/* Take back everything that was added since a mark: a reader that fails leaves no trace. */
struct draft_mark {
  uint32_t nodes, ties, files;
  size_t columns[2], assumptions, warnings, surveys;
  bool node_table;
};
void draft_mark(nonet_draft *d, struct draft_mark *out);
void draft_back_to(nonet_draft *d, const struct draft_mark *mark);

#endif
