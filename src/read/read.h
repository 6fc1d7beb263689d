/* Reading: what one call of nonet_read holds, and what a reader of a format is given. */
#ifndef NONET_READ_READ_H
#define NONET_READ_READ_H

#include "base/run.h"
#include "net/draft.h"
#include "read/plan.h"
#include "read/source.h"

/* Where rows come from: a file (or a sheet of one) and what holds for all its rows. Words of the draft; 0: none. */
struct place {
  const char *path; /* as errors and origins show it; of the draft */
  uint32_t file;
  uint32_t layer, scope;
  bool in_layer;  /* LAYER=FILE */
  bool of_sheets; /* each table that is read is a file of its own, named by its rows: FILE[Sheet] */
};

/* A table that waits until all tables of nodes are read, so that the order of files does not matter. */
struct waiting {
  struct rows *rows;
  struct plan plan;
  struct place place;
};

struct reading {
  nonet_draft *draft;
  const nonet_read_options *options; /* never NULL */
  struct run run;
  struct asked_columns asked;
  char decimal;
  uint64_t held;   /* bytes of input in memory */
  bool node_table; /* one was read */
  struct waiting *waiting;
  size_t waiting_count, waiting_room;
};

/* A reader: a row of the registry. The text readers get UTF-8 without a byte order mark, the others the bytes. */
struct reader {
  nonet_format info;
  bool of_bytes;
  bool (*sniff)(const char *bytes, size_t size); /* NULL: never told by content */
  nonet_code (*read)(struct reading *r, struct source *taken, const struct place *place, nonet_err *err);
};
const struct reader *reader_at(size_t i); /* NULL beyond the last */
/* The reader by `format` (NULL: by suffix, then by content). Errors list what can be read. */
nonet_code reader_choose(const struct reader **out, const char *path, const char *format, const struct source *s, nonet_err *err);
/* Whether a file of a folder is one of ours, by its suffix. */
bool reader_has_suffix(const char *path);

/* A source for another path, in the same place otherwise. */
nonet_code place_file(struct place *out, struct reading *r, const struct place *like, const char *path, nonet_err *err);

/* Read a table: now if it is one of nodes, else when all of those are read. Takes the rows, also on failure. */
nonet_code table_read(struct reading *r, struct rows *taken, const struct place *place, nonet_err *err);
/* The same, and *ours says whether it is a table of nodes or ties; with `probing` one that is neither is freed and no error. */
nonet_code table_try(bool *ours, struct reading *r, struct rows *taken, const struct place *place, bool probing, nonet_err *err);
nonet_code table_read_waiting(struct reading *r, nonet_err *err);
void table_drop_waiting(struct reading *r);

/* The table in hand, for the functions that read one shape each. */
struct table {
  struct reading *reading;
  struct rows *rows;
  const struct plan *plan;
  const struct place *place;
  struct rows_fill fill;
  const struct cell *cells; /* of the row in hand */
  size_t read, rejected;    /* rows of data so far, and those of them that were wrong and left out */
  uint32_t *column;         /* draft's column of each further column; owned */
  bool *has_column;         /* owned */
};
nonet_code table_next(struct table *t, bool *more, nonet_err *err);
/* Read the row in hand; one that is wrong leaves no trace and is told of, where the caller takes such rows. */
typedef nonet_code table_row(void *of, nonet_err *err);
nonet_code table_take_row(struct table *t, table_row *read, void *of, nonet_err *err);
/* A cell of the row: trimmed, empty where it stands for nothing. */
struct cell table_cell(const struct table *t, size_t column);
struct cell table_role(const struct table *t, enum role role); /* empty where there is no such column */
nonet_code table_word(uint32_t *out, const struct table *t, struct cell c, nonet_err *err);
/* A matrix of numbers: a word in the row in hand is a fault. Found before anything of the row is kept, as surveys take nothing back. */
nonet_code table_check_numbers(const struct table *t, nonet_err *err);
nonet_code table_fault(const struct table *t, nonet_err *err, const char *format, ...) NONET_PRINTF(3, 4);
/* Set a further column of a draft's row from a column of the table. */
nonet_code table_set(struct table *t, bool of_ties, size_t column, uint32_t row, struct cell c, nonet_err *err);
nonet_code table_set_word(struct table *t, bool of_ties, size_t column, uint32_t row, uint32_t word, nonet_err *err); /* word is not 0 */
/* All columns in [from, to) that have no other meaning. */
nonet_code table_set_further(struct table *t, bool of_ties, size_t from, size_t to, uint32_t row, nonet_err *err);

/* Shapes. */
nonet_code table_of_ties(struct table *t, nonet_err *err);
nonet_code table_of_nodes(struct table *t, nonet_err *err);
nonet_code table_of_matrix(struct table *t, nonet_err *err);
nonet_code table_of_square(struct table *t, nonet_err *err);
nonet_code table_of_lists(struct table *t, nonet_err *err);
nonet_code table_of_meetings(struct table *t, nonet_err *err);

/* Rows of ties in which nothing is odd, taken many at once; *out NULL: this table has none. */
struct plain_ties;
nonet_code plain_ties_start(struct plain_ties **out, struct table *t, nonet_err *err);
/* Take rows up to the next that is to be taken as any other. */
nonet_code plain_ties_take(struct plain_ties *p, nonet_err *err);
void plain_ties_free(struct plain_ties *p);

/* A node of the row by the plan's headings (key must be there). */
nonet_code table_add_node(uint32_t *out, struct table *t, uint32_t key, uint32_t kind, nonet_err *err);
/* The kind of a noun in a heading, as a word; 0 where `name` is NULL. */
nonet_code table_kind(uint32_t *out, const struct table *t, const char *name, nonet_err *err);
/* Say how many cells of a grid were not answered; nothing for none. */
nonet_code table_say_unanswered(const struct table *t, uint32_t survey, uint64_t cells, nonet_err *err);
/* Start the survey that a grid may be, without respondents and alters; end it, which drops it again where the grid is none. */
nonet_code table_start_survey(uint32_t *out, const struct table *t, nonet_err *err);
void table_end_survey(const struct table *t, uint32_t survey, uint64_t unanswered);
/* Set the count on a node's row. */
nonet_code table_set_unanswered(const struct table *t, uint32_t survey, uint32_t row, uint64_t cells, nonet_err *err);

/* Values that both tables and JSON give. NONET_EINPUT names column and value. */
nonet_code value_weight(double *out, struct cell c, char decimal, const char *path, uint64_t line, const char *heading, nonet_err *err);
nonet_code value_direction(nonet_direction *out, struct cell c, const char *path, uint64_t line, const char *heading, nonet_err *err);
nonet_code value_date(struct cell c, const char *path, uint64_t line, const char *heading, nonet_err *err);

/* What was assumed of a table, in a sentence or two. */
nonet_code table_say(const struct table *t, nonet_err *err);

/* Whether limits of the run are kept; asked every few thousand rows and at the end. */
nonet_code reading_check(const struct reading *r, nonet_err *err);

#endif
