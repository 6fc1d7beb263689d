/* Cells: what stands in one field of a table, and what it can mean. */
#ifndef NONET_READ_CELLS_H
#define NONET_READ_CELLS_H

#include "base/buffer.h"

/* A span of text that belongs to the rows it came from. */
struct cell {
  const char *at;
  size_t length;
};

static inline bool cell_is_space(unsigned char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Without spaces at both ends, no-break and zero-width ones included. */
struct cell cell_trim_wide(struct cell c);
static inline struct cell cell_trim(struct cell c) {
  /* Nearly all cells begin and end with a printing ASCII character. */
  if (c.length && (unsigned char)(c.at[0] - 0x21) < 0x5e && (unsigned char)(c.at[c.length - 1] - 0x21) < 0x5e) return c;
  return cell_trim_wide(c);
}

bool cell_is(struct cell c, const char *text);      /* the same bytes */
bool cell_is_any(struct cell c, const char *words); /* one of "a|b|c", ASCII case aside */
bool cell_same(struct cell a, struct cell b);

/* The next name of a cell that holds several, separated by ';' or '|' (and line breaks, if `lines`): trimmed, empty ones left out.
 * False at the end. Start with *at = 0. */
bool cell_next_name(struct cell *out, struct cell c, size_t *at, bool lines);

/* What a cell of a matrix or survey grid says. */
enum mark { MARK_BLANK, MARK_NO, MARK_YES, MARK_TICK, MARK_NUMBER, MARK_WORD, MARK_UNANSWERED };
enum mark cell_mark(double *number, struct cell c, char decimal);

/* A row under a table: "Total", "Sum", "Grand total" ... or "Source: ...", "Note: ...". */
bool cell_is_total(struct cell c);
bool cell_is_note(struct cell c);

bool cell_is_number(struct cell c, char decimal);

#endif
