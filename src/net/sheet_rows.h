/* How a sheet keeps its columns. Rows are fixed when the sheet is made; every array belongs to the sheet. */
#ifndef NONET_NET_SHEET_ROWS_H
#define NONET_NET_SHEET_ROWS_H

#include "base/words.h"
#include "net/sheet.h"

struct sheet_column {
  uint32_t name;  /* word */
  double *number; /* owned; NULL: a text column */
  uint32_t *text; /* owned words; NULL: a number column */
};

struct nonet_sheet {
  uint32_t name, title; /* words */
  nonet_keys keys;
  size_t rows;
  struct words *words;
  struct sheet_column *column;
  size_t columns, column_room, key_columns;
  uint32_t *note; /* words */
  size_t notes, note_room;
};

#endif
