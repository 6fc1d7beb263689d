/* Headings: what the columns of a table are, told from their names. */
#ifndef NONET_READ_HEADINGS_H
#define NONET_READ_HEADINGS_H

#include "read/columns.h"
#include "read/rows.h"

#define NO_COLUMN SIZE_MAX

struct heading {
  char *name;   /* as written, trimmed; of a column without one: "column 3"; owned */
  char *folded; /* without case, accents, '_', '.' and '-'; owned */
  bool unnamed;
  size_t repeat; /* how many columns before it have its name */
  enum role role;
};

struct headings {
  struct heading *at;
  size_t count;
  size_t column[ROLES];                  /* the column of a role, NO_COLUMN: none */
  bool asked[ROLES];                     /* by --columns */
  bool ties;                             /* both ends have a column */
  bool length;                           /* the weight is a length */
  bool unsure;                           /* from and to could be the columns of a table of nodes as well */
  char *from_kind, *to_kind, *node_kind; /* what a heading such as Organisation says; owned; NULL: nothing */
};

/* Names of a row of headings. */
nonet_code headings_read(struct headings *out, const struct cell *cells, size_t count, nonet_err *err);
/* Headings of a table without any: "column 1" ... */
nonet_code headings_number(struct headings *out, size_t count, nonet_err *err);
void headings_free(struct headings *h);

/* How many of the names mean something here, and whether they are enough for a table of nodes or ties. */
size_t headings_known(const struct headings *h, const struct asked_columns *asked, bool *enough);

/* What roles are given by, besides the names. */
struct heading_look {
  const struct asked_columns *asked; /* what is found is marked */
  const struct grid *data;           /* for a look at what stands in the columns; NULL: none */
  size_t first;                      /* row of data */
  char decimal;
  bool in_layer; /* the file is a layer, so that no column is */
  enum { HEADINGS_ANY, HEADINGS_OF_NODES, HEADINGS_OF_TIES } only;
};
nonet_code headings_assign(struct headings *h, const struct heading_look *look, nonet_err *err);

/* A heading that names a sort of thing ("Organisation", "Strategy") and not just an end. */
bool heading_is_noun(const char *folded);
/* The kind that such a heading gives: in lower case, owned; NULL: out of memory. */
char *heading_kind(const char *name);

#endif
