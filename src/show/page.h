/* A page: one way to write sheets down. The row stands at the foot of the file that implements it; show.c names the files. */
#ifndef NONET_SHOW_PAGE_H
#define NONET_SHOW_PAGE_H

#include "base/out.h"

/* What a page is asked to write; `rows_of` says how many rows of a sheet are shown. */
struct page_ask {
  nonet_out *out;
  const nonet_sheet *const *sheets;
  size_t count;
  unsigned width; /* columns of the terminal */
  size_t top;     /* 0: all rows */
  bool ascii;
};

struct page_form {
  const char *name;
  nonet_code (*write)(const struct page_ask *ask, nonet_err *err);
};

extern const struct page_form page_table, page_csv, page_json, page_markdown;

/* Rows of a sheet that are shown. */
size_t page_rows(const struct page_ask *ask, const nonet_sheet *s);

/* A number for people, at most six significant digits; an undefined one is the dash. Appends to out. */
void page_number(struct buffer *out, double x, bool ascii);

/* Append text as a CSV cell: in quotes where it holds a comma, a quote or a line end (RFC 4180). */
void page_csv_cell(struct buffer *out, const char *text);
/* The same, in quotes whatever it holds. */
void page_csv_quoted(struct buffer *out, const char *text);

#endif
