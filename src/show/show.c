/* Sheets as pages: finds the page that was asked for and hands it the sheets.
 *
 * How: each page (table, csv, json, markdown) is a row with one function; this file names the rows and keeps what they share.
 * Why: results have few shapes, so each way of showing is written once and every measure, question and view has it. */
#include "show/page.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

static const struct page_form *const forms[] = {&page_table, &page_csv, &page_json, &page_markdown};
enum { FORMS = sizeof forms / sizeof *forms, DIGITS = 6, TERMINAL = 80 };

size_t page_rows(const struct page_ask *ask, const nonet_sheet *s) {
  size_t rows = nonet_sheet_rows(s);
  return ask->top && ask->top < rows ? ask->top : rows;
}

void page_number(struct buffer *out, double x, bool ascii) {
  char text[NUMBER_ROOM];
  if (isnan(x)) {
    buffer_text(out, ascii ? "-" : "–");
    return;
  }
  buffer_add(out, text, number_print_short(text, x, DIGITS));
}

nonet_code nonet_show(nonet_out *o, const nonet_sheet *const *sheets, size_t count, const nonet_show_options *options, nonet_err *err) {
  const char *as = options && options->as ? options->as : "table";
  struct page_ask ask = {.out = o, .sheets = sheets, .count = count, .width = TERMINAL};
  if (options) {
    ask.top = options->top;
    ask.ascii = options->ascii;
    if (options->width) ask.width = options->width;
  }
  for (size_t i = 0; i < FORMS; i++)
    if (strcmp(forms[i]->name, as) == 0) return forms[i]->write(&ask, err);
  return error_set(err, NONET_EUSAGE, "cannot show results as '%s'; there are table, csv, json and markdown", as);
}
