/* A workbook: the parts of an XLSX file that all its sheets share.
 *
 *   FILE.xlsx (zip)   _rels/.rels -> xl/workbook.xml -> names of sheets
 *                     xl/_rels/workbook.xml.rels -> where each sheet, the shared strings and the styles stand */
#ifndef NONET_READ_WORKBOOK_H
#define NONET_READ_WORKBOOK_H

#include "base/run.h"
#include "read/rows.h"
#include "read/source.h"
#include "read/xml.h"

struct zip;

struct workbook_sheet {
  char *name, *part; /* owned */
  bool hidden;
};

struct workbook {
  size_t users; /* counted: the reader and each sheet's rows */
  const char *file;
  struct zip *zip;
  const struct run *run;
  uint64_t inflated, most; /* bytes: so far, and at most */
  struct workbook_sheet *sheets;
  size_t sheet_count, sheet_room;
  char *strings_part, *styles_part; /* owned; NULL: none */
  struct buffer strings;            /* texts one after the other */
  size_t *string_end;               /* where each ends */
  size_t string_count, string_room;
  bool *date_style; /* of each cell format: a date or time */
  size_t style_count, style_room;
  bool since_1904;
};

/* Open and read all but the sheets. The source must stay until workbook_close_file. */
nonet_code workbook_open(struct workbook **out, const struct source *s, uint64_t most_memory, const struct run *run, nonet_err *err);
void workbook_close_file(struct workbook *w);
void workbook_release(struct workbook *w);

/* Feed a part to a handler; what it inflates to is counted against the limit, which refuses zip bombs. NONET_EINPUT if it is not there.
 * *x is open while the handler runs, for its line. */
nonet_code workbook_parse(struct workbook *w, const char *part, const struct xml_handler *handler, struct xml **x, nonet_err *err);

/* Pieces of workbook_open. */
nonet_code workbook_read_strings(struct workbook *w, nonet_err *err);
nonet_code workbook_read_styles(struct workbook *w, nonet_err *err);

/* The rows of a sheet, read whole. They use the workbook. Their name is FILE[Sheet]. */
nonet_code workbook_sheet_rows(struct rows **out, struct workbook *w, size_t sheet, nonet_err *err);

/* A day number as a date ("2023-04-01", with "T10:30:00" where it has a time; a time alone "10:30:00"); 0: it is none that can be. */
size_t workbook_date(char out[32], double serial, bool since_1904);
/* Whether a number format shows a date or time. */
bool workbook_is_date_format(const char *format);

#endif
