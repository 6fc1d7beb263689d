/* --columns: what the user says the columns are. */
#ifndef NONET_READ_COLUMNS_H
#define NONET_READ_COLUMNS_H

#include "base/error.h"
#include "base/name.h"

enum role {
  ROLE_FURTHER = 0, /* a further column */
  ROLE_IGNORE,
  ROLE_ID,
  ROLE_LABEL,
  ROLE_SHORT,
  ROLE_KIND,
  ROLE_LAYER,
  ROLE_ALIASES,
  ROLE_FROM,
  ROLE_TO,
  ROLE_WEIGHT,
  ROLE_LENGTH,
  ROLE_SINCE,
  ROLE_UNTIL,
  ROLE_EVIDENCE,
  ROLE_DIRECTION,
  ROLE_ATTENDEES,
  ROLES
};
const char *role_name(enum role role);

struct asked_column {
  enum role role;
  char *file;               /* the file it is said of; NULL: every file; owned */
  bool off;                 /* it is not said of the table in hand */
  char *heading;            /* as typed; NULL: by number; owned */
  char *folded;             /* owned */
  size_t number;            /* from 0 */
  bool found;               /* a table had it */
  struct name_nearest near; /* headings of the tables that had it not; of a heading only */
};

struct asked_columns {
  struct asked_column *at;
  size_t count;
};

/* "[FILE:]role=HEADER|#N,...": a HEADER with a comma stands in quotes, as does a FILE with a comma, '=' or ':'. A FILE holds for what comes
 * after it as well, up to the next; what comes before the first is said of every file. */
nonet_code columns_parse(struct asked_columns *out, const char *text, nonet_err *err);
void columns_free(struct asked_columns *c);

/* Turn off what is said of other files than that of this path. A file goes by its whole path or the end of it (its name), a sheet of a
 * workbook also by the workbook's. */
void columns_for(struct asked_columns *c, const char *path);

/* Whether there are any for the table in hand, and all are by number: then a table may have no row of headings. */
bool columns_by_number(const struct asked_columns *c);

/* A heading as it is compared: folded, with '_', '.' and '-' as spaces; owned; NULL: out of memory. */
char *heading_fold(const char *name);

#endif
