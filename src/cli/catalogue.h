/* A catalogue: rows of texts about nonet itself (its measures, formats, views ...). */
#ifndef NONET_CLI_CATALOGUE_H
#define NONET_CLI_CATALOGUE_H

#include <nonet.h>

#define CATALOGUE_COLUMNS 16 /* at most */

/* Rows of `columns` cells, the first row the headings. */
struct catalogue {
  size_t columns, rows, room;
  const char **cells; /* borrowed texts */
  bool failed;
};
void catalogue_row(struct catalogue *g, const char *const *cells);
void catalogue_free(struct catalogue *g);

/* Write it: "table" (the last column wraps), "csv", "json" (in the shape of a sheet) or "markdown". */
void catalogue_write(nonet_out *o, const struct catalogue *g, const char *name, const char *title, const char *as, unsigned width);

#endif
