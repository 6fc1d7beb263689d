/* SPDX-License-Identifier: MIT
 * JSON (RFC 8259) in UTF-8. Also escaped: U+2028 and U+2029, which end a line in older JavaScript, and '<', so that the
 * text can stand inside HTML. */
#include "draw/json.h"
#include <stdio.h>
#include <string.h>

static void escape(struct bytes *to, char c) {
  static const char names[][2] = {{'\b', 'b'}, {'\f', 'f'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'}, {'"', '"'}, {'\\', '\\'}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i][0] == c) {
      bytes_char(to, '\\');
      bytes_char(to, names[i][1]);
      return;
    }
  bytes_format(to, "\\u%04x", (unsigned)(unsigned char)c);
}

static void quote(struct bytes *to, const char *text) {
  bytes_char(to, '"');
  const char *from = text;
  for (const char *c = text; *c != '\0'; c++) {
    bool separator = strncmp(c, "\xE2\x80\xA8", 3) == 0 || strncmp(c, "\xE2\x80\xA9", 3) == 0;
    if (!separator && (unsigned char)*c >= ' ' && *c != '"' && *c != '\\' && *c != '<' && *c != 0x7F) continue;
    bytes_add(to, from, (size_t)(c - from));
    if (separator) {
      bytes_text(to, c[2] == '\xA8' ? "\\u2028" : "\\u2029");
      c += 2;
    } else {
      escape(to, *c);
    }
    from = c + 1;
  }
  bytes_text(to, from);
  bytes_char(to, '"');
}

static void before(struct json *json, const char *key) {
  if (json->filled) bytes_char(json->to, ',');
  json->filled = true;
  if (key != NULL) {
    quote(json->to, key);
    bytes_char(json->to, ':');
  }
}

/* A value in a list that is itself an object or a list begins its own line. */
void json_open(struct json *json, const char *key, char bracket) {
  bool follows = json->filled && key == NULL;
  before(json, key);
  if (follows) bytes_char(json->to, '\n');
  bytes_char(json->to, bracket);
  json->filled = false;
}

void json_close(struct json *json, char bracket) {
  bytes_char(json->to, bracket);
  json->filled = true;
}

void json_text(struct json *json, const char *key, const char *text) {
  before(json, key);
  if (text == NULL)
    bytes_text(json->to, "null");
  else
    quote(json->to, text);
}

void json_bool(struct json *json, const char *key, bool value) {
  before(json, key);
  bytes_text(json->to, value ? "true" : "false");
}

void json_count(struct json *json, const char *key, size_t value) {
  before(json, key);
  bytes_format(json->to, "%zu", value);
}

void json_points(struct bytes *to, double value) {
  char text[400];
  int length = snprintf(text, sizeof text, "%.3f", value);
  while (length > 0 && text[length - 1] == '0')
    length--;
  if (length > 0 && text[length - 1] == '.') length--;
  text[length] = '\0';
  bytes_text(to, strcmp(text, "-0") == 0 ? "0" : text);
}

void json_number(struct json *json, const char *key, double value) {
  before(json, key);
  json_points(json->to, value);
}
