/* TSV: delimited text whose delimiter is the tab. */
#include "read/delimited.h"
#include "read/registry.h"

static nonet_code read(struct reading *r, struct source *taken, const struct place *place, nonet_err *err) {
  struct rows *rows;
  nonet_code code = delimited_open(&rows, taken, place->path, '\t', err);
  return code ? code : table_read(r, rows, place, err);
}

const struct reader tsv_reader = {.info = {.name = "tsv",
                                           .title = "Tab-separated values",
                                           .suffixes = ".tsv .tab",
                                           .reads = true,
                                           .writes = true,
                                           .note = "as csv, with tabs"},
                                  .read = read};
