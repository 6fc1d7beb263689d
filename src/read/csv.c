/* CSV: delimited text whose delimiter is told from the text. */
#include "read/delimited.h"
#include "read/registry.h"

/* Lines that one delimiter cuts alike, or text of one column. */
static bool sniff(const char *bytes, size_t size) {
  size_t columns;
  delimited_sniff(&columns, bytes, size);
  return columns > 1;
}

static nonet_code read(struct reading *r, struct source *taken, const struct place *place, nonet_err *err) {
  struct rows *rows;
  nonet_code code = delimited_open(&rows, taken, place->path, 0, err);
  return code ? code : table_read(r, rows, place, err);
}

const struct reader csv_reader = {
    .info = {.name = "csv",
             .title = "Comma-separated values",
             .suffixes = ".csv",
             .reads = true,
             .writes = true,
             .note = "a table of ties or nodes, a matrix, lists, meetings; the delimiter , ; tab or | is told from the text"},
    .sniff = sniff,
    .read = read};
