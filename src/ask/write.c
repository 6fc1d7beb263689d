/* An answer as a page: what it says, then what it rests on.
 *
 * How: sentences are wrapped here; sheets are shown as all sheets are. JSON is the sheets' own object with "verdict" and "sentences" put in
 * front of "sheets", so that a program finds sheets at one place whoever wrote them. */
#include "base/json.h"
#include "base/out.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { TERMINAL = 80 };

/* Break a sentence at blanks so that lines are at most `width` wide. */
static void wrap(struct buffer *out, const char *sentence, size_t width) {
  struct buffer safe = {0}, word = {0};
  size_t at = 0;
  utf8_for_terminal(&safe, sentence);
  for (const char *c = buffer_string(&safe); *c;) {
    size_t size = strcspn(c, " ");
    buffer_clear(&word);
    buffer_add(&word, c, size);
    size_t columns = utf8_width(buffer_string(&word));
    if (at > 0 && at + 1 + columns > width) {
      buffer_char(out, '\n');
      at = 0;
    }
    if (at > 0) {
      buffer_char(out, ' ');
      at++;
    }
    buffer_add(out, c, size);
    at += columns;
    c += size + strspn(c + size, " ");
  }
  buffer_char(out, '\n');
  if (safe.failed || word.failed) out->failed = true;
  buffer_free(&safe);
  buffer_free(&word);
}

/* A sentence with what Markdown would take for its own marks escaped. */
static void markdown(struct buffer *out, const char *sentence) {
  for (const char *c = sentence; *c; c++) {
    if (strchr("\\`*_<>[]#|", *c)) buffer_char(out, '\\');
    buffer_char(out, *c == '\n' || *c == '\r' ? ' ' : *c);
  }
  buffer_text(out, "\n\n");
}

/* "verdict" and "sentences" in front of "sheets", which stands before anything that comes from data. */
static nonet_code write_json(struct buffer *out, const nonet_answer *a, const char *sheets, nonet_err *err) {
  const char *behind = strstr(sheets, "\"sheets\":");
  if (!behind) return error_set(err, NONET_EINTERNAL, "an answer cannot be put into the shape of its sheets");
  buffer_add(out, sheets, (size_t)(behind - sheets));
  buffer_text(out, "\"verdict\":");
  json_quote(out, nonet_answer_verdict(a));
  buffer_text(out, ",\"sentences\":[");
  for (size_t i = 0; nonet_answer_sentence(a, i); i++) {
    buffer_text(out, i > 0 ? ",\n" : "\n");
    json_quote(out, nonet_answer_sentence(a, i));
  }
  buffer_text(out, "],\n");
  buffer_text(out, behind);
  return NONET_OK;
}

static nonet_code write_words(struct buffer *out, const nonet_answer *a, const nonet_show_options *show) {
  bool marks = show->as && strcmp(show->as, "markdown") == 0;
  for (size_t i = 0; nonet_answer_sentence(a, i); i++)
    if (marks)
      markdown(out, nonet_answer_sentence(a, i));
    else
      wrap(out, nonet_answer_sentence(a, i), show->width ? show->width : TERMINAL);
  if (!marks && !show->words && nonet_answer_sentence(a, 0)) buffer_char(out, '\n');
  return NONET_OK;
}

/* Sheets of an answer that have rows; *list is owned. */
static size_t sheets_of(const nonet_sheet ***list, const nonet_answer *a, bool empty_too) {
  size_t count = 0, kept = 0;
  while (nonet_answer_sheet(a, count))
    count++;
  *list = malloc((count + 1) * sizeof **list);
  for (size_t i = 0; *list && i < count; i++)
    if (empty_too || nonet_sheet_rows(nonet_answer_sheet(a, i)) > 0) (*list)[kept++] = nonet_answer_sheet(a, i);
  return kept;
}

/* JSON: the sheets go to memory first. */
static nonet_code show_json(struct buffer *out, const nonet_answer *a, const nonet_sheet *const *sheets, size_t count,
                            const nonet_show_options *show, nonet_err *err) {
  nonet_out *page = NULL;
  nonet_code code = nonet_out_memory(&page, err);
  if (!code) code = nonet_show(page, sheets, count, show, err);
  if (!code) code = nonet_out_commit(page, err);
  if (!code) code = write_json(out, a, nonet_out_bytes(page, NULL), err);
  nonet_out_free(page);
  return code;
}

nonet_code nonet_answer_write(nonet_out *o, const nonet_answer *a, const nonet_show_options *options, nonet_err *err) {
  nonet_show_options show = options ? *options : (nonet_show_options){0};
  bool json = show.as && strcmp(show.as, "json") == 0, csv = show.as && strcmp(show.as, "csv") == 0;
  const nonet_sheet **sheets;
  struct buffer text = {0};
  size_t count = sheets_of(&sheets, a, json || csv);
  nonet_code code = sheets ? NONET_OK : error_memory(err);
  if (!code && json) code = show_json(&text, a, sheets, count, &show, err);
  if (!code && !json && !csv) code = write_words(&text, a, &show);
  if (!code && text.failed) code = error_memory(err);
  if (!code && text.size > 0) code = out_buffer(o, &text);
  if (!code && !json && count > 0 && (csv || !show.words)) code = nonet_show(o, sheets, csv ? 1 : count, &show, err);
  free(sheets);
  buffer_free(&text);
  return code;
}
