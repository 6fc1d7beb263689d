/* Text for people that fits a width: paragraphs that wrap, and small tables of texts. */
#ifndef NONET_CLI_PAGE_H
#define NONET_CLI_PAGE_H

#include <nonet.h>

/* Columns that a text takes (characters; the texts of this program hold no wide ones). */
size_t page_width(const char *text);

/* Write a paragraph behind `head` (NULL: nothing; on a line of its own if it reaches beyond `indent`): every line from column `indent`
 * on, at most `width` wide. */
void page_paragraph(nonet_out *o, const char *head, size_t indent, const char *text, unsigned width);

/* The same where `at` columns of the first line are written already. */
void page_go_on(nonet_out *o, size_t at, size_t indent, const char *text, unsigned width);

void page_blank(nonet_out *o, size_t columns);

/* A grid of texts; rows of `columns` cells, the first row the headings. */
struct grid {
  size_t columns, rows, room;
  const char **cells; /* borrowed texts */
  bool failed;
};
void grid_row(struct grid *g, const char *const *cells);
void grid_free(struct grid *g);

/* Write it: "table" (the last column wraps), "csv", "json" (in the shape of a sheet) or "markdown". */
void grid_write(nonet_out *o, const struct grid *g, const char *name, const char *title, const char *as, unsigned width);

#endif
