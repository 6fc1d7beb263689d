/* What the cells of a workbook point to: shared strings, and formats that make a number a date.
 *
 * How: a shared string is the sum of its runs of text; what is written beside it for pronunciation (rPh) is left out. A format is a date's
 * if a letter of y m d h s stands in it outside quotes, escapes and brackets. The serial number of a day counts from 1899-12-31 in a
 * calendar that has a 29 February 1900, or from 1904-01-01 [1].
 *
 * [1] ECMA-376-1:2016, 18.4 (shared strings), 18.8.30 (number formats), 18.17.4 (dates) */
#include "base/date.h"
#include "base/memory.h"
#include "base/number.h"
#include "read/workbook.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- shared strings ---- */

struct strings {
  struct workbook *w;
  bool item, text, sound;
};

static nonet_code string_start(void *user, const char *name, const char **attributes, nonet_err *err) {
  struct strings *s = user;
  (void)attributes, (void)err;
  if (strcmp(name, "si") == 0) s->item = true;
  if (strcmp(name, "rPh") == 0) s->sound = true;
  if (strcmp(name, "t") == 0) s->text = s->item && !s->sound;
  return NONET_OK;
}

static nonet_code string_end(void *user, const char *name, nonet_err *err) {
  struct strings *s = user;
  struct workbook *w = s->w;
  if (strcmp(name, "t") == 0) s->text = false;
  if (strcmp(name, "rPh") == 0) s->sound = false;
  if (strcmp(name, "si") != 0) return NONET_OK;
  s->item = false;
  if (w->strings.failed || !memory_grow(&w->string_end, &w->string_room, w->string_count + 1, sizeof *w->string_end))
    return error_memory(err);
  w->string_end[w->string_count++] = w->strings.size;
  return NONET_OK;
}

static void string_text(void *user, const char *text, size_t length) {
  struct strings *s = user;
  if (s->text) buffer_add(&s->w->strings, text, length);
}

nonet_code workbook_read_strings(struct workbook *w, nonet_err *err) {
  struct strings s = {.w = w};
  const struct xml_handler handler = {&s, string_start, string_end, string_text};
  struct xml *x = NULL;
  return workbook_parse(w, w->strings_part, &handler, &x, err);
}

/* ---- formats ---- */

bool workbook_is_date_format(const char *format) {
  for (const char *c = format; *c; c++) {
    if (*c == '"' || *c == '[') {
      const char *close = strchr(c + 1, *c == '[' ? ']' : '"');
      if (!close) return false;
      c = close;
    } else if ((*c == '\\' || *c == '_' || *c == '*') && c[1]) {
      c++;
    } else if (strchr("yYmMdDhHsS", *c)) {
      return true;
    }
  }
  return false;
}

static bool is_date_number(uint64_t id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

struct styles {
  struct workbook *w;
  bool formats; /* inside cellXfs */
  struct {
    uint64_t id;
    bool is_date;
  } * own; /* formats of the workbook's own */
  size_t own_count, own_room;
};

static uint64_t whole(const char *text) {
  uint64_t value = 0;
  return text && number_parse_whole(&value, text, strlen(text)) ? value : 0;
}

static nonet_code style_start(void *user, const char *name, const char **attributes, nonet_err *err) {
  struct styles *s = user;
  struct workbook *w = s->w;
  uint64_t id = whole(xml_attribute(attributes, "numFmtId"));
  if (strcmp(name, "cellXfs") == 0) s->formats = true;
  if (strcmp(name, "numFmt") == 0) {
    const char *format = xml_attribute(attributes, "formatCode");
    if (s->own_count == 65536) return error_at(err, NONET_ELIMIT, w->file, 0, "more than 65536 number formats");
    if (!memory_grow(&s->own, &s->own_room, s->own_count + 1, sizeof *s->own)) return error_memory(err);
    s->own[s->own_count].id = id;
    s->own[s->own_count++].is_date = format && workbook_is_date_format(format);
  }
  if (strcmp(name, "xf") != 0 || !s->formats) return NONET_OK;
  if (w->style_count == 65536) return error_at(err, NONET_ELIMIT, w->file, 0, "more than 65536 cell formats");
  if (!memory_grow(&w->date_style, &w->style_room, w->style_count + 1, sizeof *w->date_style)) return error_memory(err);
  bool is_date = is_date_number(id);
  for (size_t i = 0; i < s->own_count && id >= 164; i++)
    if (s->own[i].id == id) is_date = s->own[i].is_date;
  w->date_style[w->style_count++] = is_date;
  return NONET_OK;
}

static nonet_code style_end(void *user, const char *name, nonet_err *err) {
  struct styles *s = user;
  (void)err;
  if (strcmp(name, "cellXfs") == 0) s->formats = false;
  return NONET_OK;
}

nonet_code workbook_read_styles(struct workbook *w, nonet_err *err) {
  struct styles s = {.w = w};
  const struct xml_handler handler = {&s, style_start, style_end, NULL};
  struct xml *x = NULL;
  nonet_code code = workbook_parse(w, w->styles_part, &handler, &x, err);
  free(s.own);
  return code;
}

/* ---- dates ---- */

size_t workbook_date(char out[32], double serial, bool since_1904) {
  if (!(serial >= 0) || serial >= 2958466) return 0; /* the year 10000 */
  double whole_days = floor(serial);
  long seconds = lround((serial - whole_days) * 86400);
  int32_t days = (int32_t)whole_days;
  if (seconds == 86400) days++, seconds = 0;
  size_t length = 0;
  if (days > 0 || since_1904 || seconds == 0) {
    int32_t first = since_1904 ? -24107 : days < 60 ? -25568 : -25569; /* day 0 of the count, in days since 1970 */
    length = date_print(out, first + days);
    if (seconds) out[length++] = 'T';
  }
  if (seconds) length += (size_t)snprintf(out + length, 32 - length, "%02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return length;
}
