/* Walking the outside of a JSON text.
 *
 * How: a value ends where its brackets close; strings are stepped over so that brackets in them do not count. Whoever wants the inside
 * walks the span again, so a file of a million ties never stands in memory as one tree, and every member knows its line. Depth is capped.
 */
#include "read/json_walk.h"

#include <string.h>

#define MOST_DEPTH 512

static nonet_code wrong(const struct json_walk *w, const char *what, nonet_err *err) {
  return error_at(err, NONET_EINPUT, w->file, w->line, "the JSON is wrong: %s", what);
}

static void skip_space(struct json_walk *w) {
  for (; w->at < w->end && (*w->at == ' ' || *w->at == '\t' || *w->at == '\n' || *w->at == '\r'); w->at++)
    w->line += *w->at == '\n';
}

char json_peek(struct json_walk *w) {
  skip_space(w);
  return w->at < w->end ? *w->at : '\0';
}

/* Behind a string; `at` stands on its opening quote. */
static nonet_code skip_string(struct json_walk *w, nonet_err *err) {
  const char *at = w->at + 1;
  for (; at < w->end && *at != '"'; at++) {
    if (*at == '\n') return wrong(w, "a text is not closed in its line", err);
    if (*at == '\\' && at + 1 < w->end) at++;
  }
  if (at >= w->end) return wrong(w, "a text is never closed", err);
  w->at = at + 1;
  return NONET_OK;
}

static nonet_code skip_brackets(struct json_walk *w, nonet_err *err) {
  unsigned depth = 0;
  uint64_t opened = w->line;
  while (w->at < w->end) {
    char c = *w->at;
    if (c == '"') {
      nonet_code code = skip_string(w, err);
      if (code) return code;
      continue;
    }
    if (c == '\n') w->line++;
    w->at++;
    if (c == '{' || c == '[') depth++;
    if (depth > MOST_DEPTH) return error_at(err, NONET_ELIMIT, w->file, w->line, "the JSON is nested deeper than %d", MOST_DEPTH);
    if ((c == '}' || c == ']') && --depth == 0) return NONET_OK;
  }
  w->line = opened;
  return wrong(w, "a bracket that opens here is never closed", err);
}

static nonet_code skip_value(struct json_span *out, struct json_walk *w, nonet_err *err) {
  char c = json_peek(w);
  *out = (struct json_span){w->at, 0, w->line};
  nonet_code code = NONET_OK;
  if (c == '"')
    code = skip_string(w, err);
  else if (c == '{' || c == '[')
    code = skip_brackets(w, err);
  else
    while (w->at < w->end && !memchr(",]} \t\r\n", *w->at, 7))
      w->at++;
  out->length = (size_t)(w->at - out->at);
  if (!code && !out->length) code = wrong(w, w->at == w->end ? "the text ends too early" : "a value is missing", err);
  return code;
}

nonet_code json_enter(struct json_walk *w, char bracket, nonet_err *err) {
  if (json_peek(w) != bracket) return wrong(w, bracket == '{' ? "an object { ... } is due" : "an array [ ... ] is due", err);
  w->at++;
  return NONET_OK;
}

/* Step to the next item of a list that `close` ends. */
static nonet_code next_item(bool *more, bool *first, char close, struct json_walk *w, nonet_err *err) {
  char c = json_peek(w);
  *more = c != close;
  if (!*more) {
    w->at++;
    return NONET_OK;
  }
  if (!*first) {
    if (c != ',') return wrong(w, c ? "a comma is missing" : "the text ends too early", err);
    w->at++;
    if (json_peek(w) == close) return wrong(w, "a comma with nothing behind it", err);
  }
  *first = false;
  return NONET_OK;
}

nonet_code json_next_member(struct json_span *key, struct json_span *value, bool *more, bool *first, struct json_walk *w, nonet_err *err) {
  nonet_code code = next_item(more, first, '}', w, err);
  if (code || !*more) return code;
  if (json_peek(w) != '"') return wrong(w, json_peek(w) == '\'' ? "texts stand in double quotes" : "a name in double quotes is due", err);
  code = skip_value(key, w, err);
  if (code) return code;
  if (json_peek(w) != ':') return wrong(w, "a colon is missing behind a name", err);
  w->at++;
  return skip_value(value, w, err);
}

nonet_code json_next_element(struct json_span *value, bool *more, bool *first, struct json_walk *w, nonet_err *err) {
  nonet_code code = next_item(more, first, ']', w, err);
  return code || !*more ? code : skip_value(value, w, err);
}

nonet_code json_finish(struct json_walk *w, nonet_err *err) {
  return json_peek(w) ? wrong(w, "text behind the end", err) : NONET_OK;
}

struct json_walk json_inside(const struct json_span *span, const char *file) {
  return (struct json_walk){span->at, span->at + span->length, span->line, file};
}

/* ---- checking all that is inside ---- */

static nonet_code check_value(struct json_walk *w, struct buffer *scratch, nonet_err *err);

/* The members or elements behind an opening bracket. */
static nonet_code check_items(struct json_walk *w, bool object, struct buffer *scratch, nonet_err *err) {
  bool more = true, first = true;
  nonet_code code = next_item(&more, &first, object ? '}' : ']', w, err);
  while (!code && more) {
    if (object && json_peek(w) != '"') return wrong(w, "a name in double quotes is due", err);
    if (object) code = check_value(w, scratch, err);
    if (!code && object && json_peek(w) != ':') return wrong(w, "a colon is missing behind a name", err);
    if (!code && object) w->at++;
    if (!code) code = check_value(w, scratch, err);
    if (!code) code = next_item(&more, &first, object ? '}' : ']', w, err);
  }
  return code;
}

/* One pass: brackets are stepped into, not over. The first walk has capped the depth of this recursion. */
static nonet_code check_value(struct json_walk *w, struct buffer *scratch, nonet_err *err) {
  char c = json_peek(w);
  bool whole;
  if (c == '{' || c == '[') {
    w->at++;
    return check_items(w, c == '{', scratch, err);
  }
  struct json_span span;
  nonet_code code = skip_value(&span, w, err);
  buffer_clear(scratch);
  if (code || json_is(&span, "null")) return code;
  return c == '"' ? json_text(scratch, &span, w->file, err) : json_plain(scratch, &whole, &span, w->file, err);
}

nonet_code json_check(const struct json_span *span, const char *file, nonet_err *err) {
  struct json_walk w = json_inside(span, file);
  struct buffer scratch = {0};
  nonet_code code = check_value(&w, &scratch, err);
  if (!code && w.at != w.end) code = wrong(&w, "brackets do not match", err);
  buffer_free(&scratch);
  return code;
}
