/* Plain rows of a table of ties into the draft, many at once and by several threads.
 *
 *   text ahead  [ piece | piece | piece | piece ]      each is read, and its names looked up in the words that are known, by some thread;
 *                                                      then, piece by piece in order, names that are new become words, and rows ties
 *
 * How: a piece ends behind a line end, so it begins where a row does if all before it are plain; at the first odd row the pieces behind it
 * are forgotten, and the careful way takes that row. Names become words in the order in which they stand, so neither the threads nor the
 * pieces can be seen in the draft.
 * Why two steps: nearly all names of a large table were met before, and looking them up changes nothing, so it needs no lock.
 * Where rows are odd again and again, more and more of them go the careful way before the plain one is tried again. */
#include "base/memory.h"
#include "base/team.h"
#include "read/plain.h"
#include "read/read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PIECE ((size_t)128 << 10) /* bytes: what is read of it fits beside the words in the cache of a processor */
#define LEAST ((size_t)4 << 10)   /* bytes that are tried where an odd row was met */
#define MOST_PIECES 64u
#define MOST_REST 4096u

/* The words of a tie, in the order in which they are added. */
enum { FROM, TO, KIND, SINCE, UNTIL, SOURCE, LAYER, WORDS };
static const struct {
  enum role role;
  enum plain_sort sort;
} word_roles[WORDS] = {[FROM] = {ROLE_FROM, PLAIN_NAME},    [TO] = {ROLE_TO, PLAIN_NAME},       [KIND] = {ROLE_KIND, PLAIN_WORD},
                       [SINCE] = {ROLE_SINCE, PLAIN_DATE},  [UNTIL] = {ROLE_UNTIL, PLAIN_DATE}, [SOURCE] = {ROLE_EVIDENCE, PLAIN_WORD},
                       [LAYER] = {ROLE_LAYER, PLAIN_SINGLE}};

struct plain_ties {
  struct table *t;
  struct plain_columns columns;
  enum plain_sort *sort; /* owned */
  uint16_t *place;       /* owned */
  int at[WORDS];         /* place of each word in a row, -1: there is none */
  size_t *further;       /* columns that are values of the tie, in the order in which they are set; owned */
  size_t furthers;
  struct draft_tie alike;
  struct plain_piece *piece; /* owned */
  size_t pieces, most_pieces;
  size_t bytes;         /* to try next */
  size_t resting, rest; /* rows that still go the careful way; and how many the next time */
  bool expected;
  uint32_t *column[WORDS]; /* owned: the words of the ties in hand */
  uint64_t *line;
  double *weight;
  uint8_t *direction;
  size_t room[WORDS], line_room, weight_room, direction_room;
};

void plain_ties_free(struct plain_ties *p) {
  if (!p) return;
  for (size_t i = 0; i < p->most_pieces && p->piece; i++)
    plain_free(&p->piece[i]);
  for (size_t i = 0; i < WORDS; i++)
    free(p->column[i]);
  free(p->line);
  free(p->weight);
  free(p->direction);
  free(p->further);
  free(p->piece);
  free(p->sort);
  free(p->place);
  free(p);
}

/* ---- whether a table has plain ties ---- */

/* A column for a role; false: it has another role as well. */
static bool give_column(struct plain_ties *p, enum role role, enum plain_sort sort, int place) {
  size_t column = p->t->plan->h.column[role];
  if (p->sort[column] != PLAIN_IGNORED) return false;
  p->sort[column] = sort;
  p->place[column] = (uint16_t)place;
  return true;
}

static bool give_columns(struct plain_ties *p) {
  const struct headings *h = &p->t->plan->h;
  enum role weight = h->length ? ROLE_LENGTH : ROLE_WEIGHT;
  int words = 0;
  for (size_t i = 0; i < WORDS; i++) {
    p->at[i] = -1;
    if (h->column[word_roles[i].role] == NO_COLUMN || (i == LAYER && p->t->place->in_layer)) continue;
    p->at[i] = words++;
    if (!give_column(p, word_roles[i].role, word_roles[i].sort, p->at[i])) return false;
  }
  p->columns.numbers = h->column[weight] != NO_COLUMN;
  p->columns.arrows = h->column[ROLE_DIRECTION] != NO_COLUMN;
  if (p->columns.numbers && !give_column(p, weight, PLAIN_NUMBER, 0)) return false;
  if (p->columns.arrows && !give_column(p, ROLE_DIRECTION, PLAIN_ARROW, 0)) return false;
  for (size_t i = 0; i < p->t->plan->width; i++)
    if (h->at[i].role == ROLE_FURTHER) p->further[p->furthers++] = i;
  static const enum role of_nodes[] = {ROLE_ID, ROLE_LABEL}; /* of a tie they are further columns */
  for (size_t i = 0; i < 2; i++)
    if (h->column[of_nodes[i]] != NO_COLUMN) p->further[p->furthers++] = h->column[of_nodes[i]];
  for (size_t i = 0; i < p->furthers; i++) {
    if (p->sort[p->further[i]] != PLAIN_IGNORED) return false;
    p->sort[p->further[i]] = PLAIN_WORD;
    p->place[p->further[i]] = (uint16_t)words++;
  }
  p->columns.words = (size_t)words;
  return true;
}

static bool may_be_plain(const struct table *t) {
  const struct headings *h = &t->plan->h;
  return t->rows->ahead && h->column[ROLE_FROM] != NO_COLUMN && h->column[ROLE_TO] != NO_COLUMN;
}

static nonet_code start(struct plain_ties *p, bool *plain, nonet_err *err) {
  struct table *t = p->t;
  const struct reading *r = t->reading;
  unsigned threads = run_threads(&r->run);
  p->most_pieces = threads < 2 ? 1 : threads > MOST_PIECES / 4 ? MOST_PIECES : threads * 4;
  p->bytes = PIECE;
  p->rest = 1;
  p->alike = (struct draft_tie){.layer = t->place->layer,
                                .scope = t->place->scope,
                                .weight = (double)NAN,
                                .scale = t->plan->h.length ? NONET_LENGTH : NONET_STRENGTH,
                                .file = t->place->file};
  p->sort = memory_zeroed(t->plan->width, sizeof *p->sort);
  p->place = memory_zeroed(t->plan->width, sizeof *p->place);
  p->further = memory_array(t->plan->width + 2, sizeof *p->further);
  p->piece = memory_zeroed(p->most_pieces, sizeof *p->piece);
  if (!p->sort || !p->place || !p->further || !p->piece) return error_memory(err);
  p->columns = (struct plain_columns){.width = t->plan->width,
                                      .sort = p->sort,
                                      .place = p->place,
                                      .delimiter = t->rows->ahead(t->rows).delimiter,
                                      .decimal = r->decimal,
                                      .missing = r->options->missing};
  *plain = give_columns(p);
  nonet_code code = table_kind(&p->alike.from_kind, t, t->plan->h.from_kind, err);
  return code ? code : table_kind(&p->alike.to_kind, t, t->plan->h.to_kind, err);
}

nonet_code plain_ties_start(struct plain_ties **out, struct table *t, nonet_err *err) {
  *out = NULL;
  if (!may_be_plain(t)) return NONET_OK;
  struct plain_ties *p = memory_zeroed(1, sizeof *p);
  if (!p) return error_memory(err);
  p->t = t;
  bool plain = false;
  nonet_code code = start(p, &plain, err);
  if (!code && plain)
    *out = p;
  else
    plain_ties_free(p);
  return code;
}

/* ---- reading pieces ---- */

/* Cut what is tried next into pieces. */
static void cut(struct plain_ties *p, const struct rows_ahead *ahead) {
  size_t left = (size_t)(ahead->end - ahead->at), bytes = p->bytes < left ? p->bytes : left;
  size_t wanted = bytes / (PIECE / 2) < p->most_pieces ? bytes / (PIECE / 2) : p->most_pieces;
  const char *at = ahead->at;
  if (!wanted) wanted = 1;
  p->pieces = 0;
  for (size_t i = 1; i <= wanted && at < ahead->end; i++) {
    const char *near = ahead->at + bytes / wanted * i;
    if (near <= at) continue;
    size_t look = (size_t)(ahead->end - near) < PIECE ? (size_t)(ahead->end - near) : PIECE;
    const char *line_end = near[-1] == '\n' ? near - 1 : memchr(near, '\n', look);
    if (!line_end && look < PIECE) line_end = memrchr(at, '\n', (size_t)(ahead->end - at)); /* the last line is not ended */
    if (!line_end) break;
    struct plain_piece *piece = &p->piece[p->pieces++];
    piece->at = at;
    piece->end = at = line_end + 1;
    piece->limit = ahead->end;
  }
}

static void read_piece(void *context, size_t part, unsigned worker) {
  const struct plain_ties *p = context;
  struct plain_piece *piece = &p->piece[part];
  (void)worker;
  plain_read(piece, &p->columns);
  words_find_many(draft_words(p->t->reading->draft), piece->at, piece->word, piece->rows * p->columns.words);
}

/* Put the words and lines of a piece behind the `rows` that are there. */
static bool gather(struct plain_ties *p, const struct plain_piece *piece, size_t rows, size_t more, uint64_t line) {
  for (size_t i = 0; i < WORDS; i++) {
    if (p->at[i] < 0) continue;
    if (!memory_grow(&p->column[i], &p->room[i], rows + more, sizeof *p->column[i])) return false;
    const struct words_asked *word = piece->word + p->at[i];
    for (size_t row = 0; row < more; row++)
      p->column[i][rows + row] = word[row * p->columns.words].word;
  }
  if (!memory_grow(&p->line, &p->line_room, rows + more, sizeof *p->line)) return false;
  for (size_t row = 0; row < more; row++)
    p->line[rows + row] = line + piece->line[row];
  if (!more) return true;
  if (p->columns.numbers) {
    if (!memory_grow(&p->weight, &p->weight_room, rows + more, sizeof *p->weight)) return false;
    memcpy(p->weight + rows, piece->number, more * sizeof *p->weight);
  }
  if (p->columns.arrows) {
    if (!memory_grow(&p->direction, &p->direction_room, rows + more, sizeof *p->direction)) return false;
    memcpy(p->direction + rows, piece->arrow, more * sizeof *p->direction);
  }
  return true;
}

/* Take the pieces in their order, up to the first odd row: *rows of them, *odd where there is one. */
static nonet_code take_pieces(struct plain_ties *p, size_t *rows, bool *odd, nonet_err *err) {
  struct table *t = p->t;
  struct rows_ahead ahead = t->rows->ahead(t->rows);
  size_t most = t->plan->rows - t->read;
  *rows = 0;
  *odd = p->pieces == 0;
  size_t pieces = p->pieces;
  p->pieces = 0;
  while (p->pieces < pieces && !*odd && *rows < most) {
    struct plain_piece *piece = &p->piece[p->pieces++];
    if (piece->failed) return error_memory(err);
    size_t more = piece->rows < most - *rows ? piece->rows : most - *rows;
    if (!words_add_missing(draft_words(t->reading->draft), piece->at, piece->word, more * p->columns.words)) return error_memory(err);
    if (!gather(p, piece, *rows, more, ahead.line)) return error_memory(err);
    *rows += more;
    piece->rows = more;
    *odd = piece->stop < piece->end;
    ahead.line += piece->lines;
    ahead.at = piece->stop;
  }
  t->rows->go_to(t->rows, ahead.at, ahead.line);
  return NONET_OK;
}

/* Set further columns of the ties that were added, from the pieces that they came from. */
static nonet_code set_further(struct plain_ties *p, uint32_t row, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < p->pieces && p->furthers; i++) {
    const struct words_asked *word = p->piece[i].word;
    for (size_t end = row + p->piece[i].rows; row < end; row++, word += p->columns.words)
      for (size_t f = 0; f < p->furthers && !code; f++) {
        uint32_t said = word[p->place[p->further[f]]].word;
        if (said) code = table_set_word(p->t, true, p->further[f], row, said, err);
      }
  }
  return code;
}

/* Say how many ties are to come, from how long these were; not of what is nearly over. */
static void expect(struct plain_ties *p, size_t bytes, size_t rows) {
  struct rows_ahead ahead = p->t->rows->ahead(p->t->rows);
  uint64_t left = (uint64_t)(ahead.end - ahead.at);
  if (p->expected || rows < 1024 || left < bytes) return;
  p->expected = true;
  uint64_t to_come = left / (bytes / rows ? bytes / rows : 1);
  draft_expect_ties(p->t->reading->draft, to_come + to_come / 16 + rows);
}

static nonet_code one_round(struct plain_ties *p, bool *odd, nonet_err *err) {
  struct table *t = p->t;
  const struct rows_ahead before = t->rows->ahead(t->rows);
  size_t rows = 0;
  cut(p, &before);
  team_run(p->pieces, p->pieces > 1 ? run_threads(&t->reading->run) : 1, read_piece, p, NULL);
  nonet_code code = take_pieces(p, &rows, odd, err);
  if (!code) expect(p, (size_t)(t->rows->ahead(t->rows).at - before.at), rows);
  const struct draft_ties own = {p->column[FROM],   p->column[TO],
                                 p->column[KIND],   p->column[LAYER],
                                 p->column[SINCE],  p->column[UNTIL],
                                 p->column[SOURCE], p->columns.numbers ? p->weight : NULL,
                                 p->line,           p->columns.arrows ? p->direction : NULL};
  uint32_t first = nonet_draft_ties(t->reading->draft);
  if (!code && rows) code = draft_add_ties(t->reading->draft, &p->alike, &own, (uint32_t)rows, err);
  if (!code && rows) code = set_further(p, first, err);
  t->read += rows;
  if (*odd) {
    p->bytes = p->bytes / 4 > LEAST ? p->bytes / 4 : LEAST;
    p->rest = rows ? 1 : p->rest < MOST_REST ? p->rest * 2 : MOST_REST;
    p->resting = p->rest - 1;
  } else if (p->bytes < PIECE * p->most_pieces) {
    p->bytes *= 2;
  }
  return code ? code : reading_check(t->reading, err);
}

nonet_code plain_ties_take(struct plain_ties *p, nonet_err *err) {
  const struct table *t = p->t;
  if (p->resting) {
    p->resting--;
    return NONET_OK;
  }
  nonet_code code = NONET_OK;
  for (bool odd = false; !odd && !code && t->read < t->plan->rows;) {
    struct rows_ahead ahead = t->rows->ahead(t->rows);
    if (ahead.at == ahead.end) break;
    code = one_round(p, &odd, err);
  }
  return code;
}
