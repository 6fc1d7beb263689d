/* XLSX: the sheets of a workbook as tables.
 *
 * How: sheets that the user names are read; else all that are visible and have headings of ours, and the others are said to be skipped,
 * for a workbook of people holds charts, lists and notes beside its tables. */
#include "read/registry.h"
#include "read/workbook.h"

#include "base/name.h"

#include <string.h>

static bool sniff(const char *bytes, size_t size) {
  return size >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "\xd0\xcf\x11\xe0", 4) == 0);
}

static nonet_code unknown_sheet(const struct workbook *w, const char *name, nonet_err *err) {
  struct name_nearest near;
  if (!name_nearest_start(&near, name)) return error_memory(err);
  for (size_t i = 0; i < w->sheet_count; i++)
    name_nearest_offer(&near, w->sheets[i].name);
  struct buffer b = {0};
  name_nearest_say(&near, &b);
  nonet_code code = error_at(err, NONET_EUSAGE, w->file, 0, "there is no sheet '%s'%s", name, buffer_string(&b));
  buffer_free(&b);
  name_nearest_free(&near);
  return code;
}

static bool same_name(const char *a, const char *b) {
  struct buffer fold_a = {0}, fold_b = {0};
  bool same = name_fold(&fold_a, a) && name_fold(&fold_b, b) && strcmp(buffer_string(&fold_a), buffer_string(&fold_b)) == 0;
  buffer_free(&fold_a);
  buffer_free(&fold_b);
  return same;
}

static nonet_code read_sheet(bool *ours, struct reading *r, struct workbook *w, size_t sheet, const struct place *place, bool probing,
                             nonet_err *err) {
  struct rows *rows;
  struct place own = *place;
  own.of_sheets = true;
  *ours = false;
  nonet_code code = workbook_sheet_rows(&rows, w, sheet, err);
  if (!code) code = table_try(ours, r, rows, &own, probing, err);
  if (!code && !*ours)
    code =
        draft_assume(r->draft, err, "%s[%s]: skipped, for its headings are of no table of nodes or ties", w->file, w->sheets[sheet].name);
  return code;
}

static nonet_code read_named(struct reading *r, struct workbook *w, const struct place *place, nonet_err *err) {
  const char *names = r->options->sheets;
  nonet_code code = NONET_OK;
  while (*names && !code) {
    size_t length = strcspn(names, ",");
    struct cell c = cell_trim((struct cell){names, length});
    struct buffer name = {0};
    buffer_add(&name, c.at, c.length);
    size_t found = w->sheet_count;
    for (size_t i = 0; i < w->sheet_count && found == w->sheet_count; i++)
      if (same_name(w->sheets[i].name, buffer_string(&name))) found = i;
    bool ours;
    if (name.failed)
      code = error_memory(err);
    else if (found < w->sheet_count)
      code = read_sheet(&ours, r, w, found, place, false, err);
    else if (c.length)
      code = unknown_sheet(w, buffer_string(&name), err);
    buffer_free(&name);
    names += length + (names[length] == ',');
  }
  return code;
}

static nonet_code read_visible(struct reading *r, struct workbook *w, const struct place *place, nonet_err *err) {
  size_t visible = 0, read = 0;
  for (size_t i = 0; i < w->sheet_count; i++)
    visible += !w->sheets[i].hidden;
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < w->sheet_count && !code; i++) {
    bool ours = false;
    if (!w->sheets[i].hidden || w->sheet_count == 1)
      code = read_sheet(&ours, r, w, i, place, visible > 1, err);
    else
      code = draft_assume(r->draft, err, "%s[%s]: skipped, for the sheet is hidden", w->file, w->sheets[i].name);
    read += ours;
  }
  if (!code && !read)
    code = error_at(err, NONET_EINPUT, w->file, 0, "no sheet has headings of a table of nodes or ties (name one with --sheets to see why)");
  return code;
}

static nonet_code read(struct reading *r, struct source *taken, const struct place *place, nonet_err *err) {
  struct workbook *w;
  nonet_code code = workbook_open(&w, taken, r->run.asked->max_memory, &r->run, err);
  if (code) return code;
  code = r->options->sheets && *r->options->sheets ? read_named(r, w, place, err) : read_visible(r, w, place, err);
  workbook_close_file(w);
  workbook_release(w);
  return code;
}

const struct reader xlsx_reader = {.info = {.name = "xlsx",
                                            .title = "Excel workbook",
                                            .suffixes = ".xlsx .xlsm",
                                            .reads = true,
                                            .note = "each sheet is a table as in csv; sheets by name (--sheets) or by their headings"},
                                   .of_bytes = true,
                                   .sniff = sniff,
                                   .read = read};
