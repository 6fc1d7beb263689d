/* Plain rows: the way of delimited.c for rows without anything odd, without a step that the others need.
 *
 *   from,to\n  p1,s1\n  "p2","s2"\n  p3,"a ""b"" c"\n     two plain rows, then an odd one: who reads takes that by the careful way, and
 * comes back
 *
 * How: eight bytes are looked at together for the few that end a cell. A quoted cell is plain where nothing in it is quoted and it ends on
 * its line. Everything that could be wrong is odd, so no error is told here and none is missed.
 * Why: a row of a large file is two names, and the careful way spends more time on what could be there than on what is.
 *
 * [1] H. S. Warren (2012), Hacker's Delight, 2nd edition, 6-1 (a byte that is zero). */
#include "read/plain.h"

#include "base/date.h"
#include "base/memory.h"
#include "base/number.h"
#include "read/read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EACH 0x0101010101010101u /* times a byte: it in all eight */
#define LONGEST ((size_t)65535)  /* bytes of a plain cell */

/* The high bit of the bytes of x that are zero; the lowest that is set is right, those above it may not be. */
static uint64_t zeros(uint64_t x) {
  return (x - EACH) & ~x & (0x80 * EACH);
}

/* Where a cell ends: at a delimiter or a line end, one of which is there. */
static const char *cell_end(const char *at, const char *limit, char delimiter) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  for (uint64_t x; limit - at >= 8; at += 8) {
    memcpy(&x, at, 8);
    uint64_t ends = zeros(x ^ (unsigned char)delimiter * EACH) | zeros(x ^ '\n' * EACH) | zeros(x ^ '\r' * EACH);
    if (ends) return at + (__builtin_ctzll(ends) >> 3);
  }
#endif
  while (at < limit && *at != delimiter && *at != '\n' && *at != '\r')
    at++;
  return at;
}

/* The length of the line end at `at`: 0 where there is none, or one that is odd. */
static size_t line_end(const char *at, const char *end) {
  if (at == end) return 0;
  if (*at == '\n') return 1;
  return *at == '\r' && end - at > 1 && at[1] == '\n' ? 2 : 0;
}

/* A cell in quotes, `at` behind the first. Returns where it ends, NULL: it is odd. */
static const char *quoted_cell(struct cell *out, const char *at, const char *end, char delimiter) {
  const char *close = at;
  while (close < end && *close != '"' && *close != '\n' && *close != '\r')
    close++;
  if (close == end || *close != '"') return NULL;
  *out = (struct cell){at, (size_t)(close - at)};
  close++;
  return close < end && (*close == delimiter || line_end(close, end)) ? close : NULL;
}

/* The next cell. Returns where it ends, NULL: it is odd. */
static const char *next_cell(struct cell *out, const char *at, const struct plain_piece *p, const struct plain_columns *c) {
  if (*at == '"') return quoted_cell(out, at + 1, p->end, c->delimiter);
  if (*at == ' ') {
    const char *first = at;
    while (*first == ' ')
      first++;
    if (*first == '"') return NULL;
  }
  const char *stop = cell_end(at, p->limit, c->delimiter);
  *out = (struct cell){at, (size_t)(stop - at)};
  return stop;
}

static bool is_single(struct cell cell) {
  return !memchr(cell.at, ';', cell.length) && !memchr(cell.at, '|', cell.length);
}

static bool is_date(struct cell cell) {
  struct date_period period;
  return date_parse(&period, cell.at, cell.length);
}

/* Take a cell of a column into row `row`; false: its row is odd. */
static bool take_cell(struct plain_piece *p, const struct plain_columns *c, size_t column, struct cell cell) {
  enum plain_sort sort = c->sort[column];
  if (cell.length > LONGEST) return false;
  if (sort == PLAIN_IGNORED) return true;
  cell = cell_trim(cell);
  if (c->missing && cell_is(cell, c->missing)) cell.length = 0;
  if (sort == PLAIN_NUMBER) {
    p->number[p->rows] = (double)NAN;
    return !cell.length || number_parse(&p->number[p->rows], cell.at, cell.length, c->decimal) == NUMBER_OK;
  }
  if (sort == PLAIN_ARROW) {
    nonet_direction direction;
    nonet_code code = value_direction(&direction, cell, "", 0, "", NULL);
    p->arrow[p->rows] = (uint8_t)direction;
    return !code;
  }
  p->word[p->rows * c->words + c->place[column]] = (struct words_asked){.at = (uint32_t)(cell.at - p->at), .length = (uint32_t)cell.length};
  if (!cell.length) return sort != PLAIN_NAME;
  return sort <= PLAIN_WORD || (sort == PLAIN_SINGLE ? is_single(cell) : is_date(cell));
}

/* The row at `at`. Returns where its line ends, NULL: it is odd. */
static const char *take_row(struct plain_piece *p, const struct plain_columns *c, const char *at) {
  for (size_t i = 0; i < c->width; i++) {
    struct cell cell;
    at = next_cell(&cell, at, p, c);
    if (!at || at >= p->end || !take_cell(p, c, i, cell)) return NULL;
    if (i + 1 == c->width) return line_end(at, p->end) ? at : NULL;
    if (*at++ != c->delimiter) return NULL;
  }
  return NULL;
}

/* Room for a fourth more rows at least, and for so many that it is seldom asked for. */
static bool make_room(struct plain_piece *p, const struct plain_columns *c) {
  size_t rows = p->rows + p->rows / 4 + 64;
  bool made = memory_grow(&p->word, &p->word_room, rows * c->words, sizeof *p->word) &&
              memory_grow(&p->line, &p->line_room, rows, sizeof *p->line) &&
              (!c->numbers || memory_grow(&p->number, &p->number_room, rows, sizeof *p->number)) &&
              (!c->arrows || memory_grow(&p->arrow, &p->arrow_room, rows, sizeof *p->arrow));
  if (made) p->room = rows;
  return made;
}

void plain_read(struct plain_piece *p, const struct plain_columns *c) {
  const char *at = p->at;
  p->rows = 0;
  p->lines = 0;
  p->failed = false;
  while (at < p->end) {
    size_t empty = line_end(at, p->end);
    if (!empty) {
      p->failed = p->rows == p->room && !make_room(p, c);
      const char *stop = p->failed ? NULL : take_row(p, c, at);
      if (!stop) break;
      p->line[p->rows++] = (uint32_t)p->lines;
      at = stop;
      empty = line_end(at, p->end);
    }
    at += empty;
    p->lines++;
  }
  p->stop = at;
}

void plain_free(struct plain_piece *p) {
  free(p->word);
  free(p->number);
  free(p->arrow);
  free(p->line);
  *p = (struct plain_piece){0};
}
