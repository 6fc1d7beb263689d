/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Reading arguments: --name=value, --name value, -o value, -ovalue, -qv; "--" ends options; "-" is no option but standard input. Every
 * value is checked here, so a wrong one costs nothing but its sentence. A single option given twice counts as given last. */
#include "cli/options.h"

#include "cli/near.h"
#include "cli/say.h"
#include "cli/values.h"

#include <stdlib.h>
#include <string.h>

/* Where reading is. */
struct reading {
  struct options *options;
  const char *command;
  unsigned takes;
  char **next; /* the argument after the one at hand */
};

static bool is_named(const struct option_row *row, const char *name, size_t length) {
  return strlen(row->name) == length && memcmp(row->name, name, length) == 0;
}

static nonet_code unknown(const struct reading *r, const char *name, size_t length, nonet_err *err) {
  char typed[64];
  size_t copied = length < sizeof typed - 1 ? length : sizeof typed - 1;
  memcpy(typed, name, copied);
  typed[copied] = 0;
  for (size_t i = 0; option_at(i); i++)
    if (is_named(option_at(i), name, length))
      return fail(err, NONET_EUSAGE, "'%s' does not take --%s (see: nonet help %s)", r->command, typed, r->command);
  struct near near;
  near_start(&near, typed);
  for (size_t i = 0; option_at(i); i++)
    if (option_at(i)->groups & r->takes) near_offer(&near, option_at(i)->name);
  if (!near.best) return fail(err, NONET_EUSAGE, "unknown option --%s (see: nonet help %s)", typed, r->command);
  return fail(err, NONET_EUSAGE, "unknown option --%s (did you mean '--%s'?)", typed, near.best);
}

static nonet_code take(struct reading *r, const struct option_row *row, const char *value, nonet_err *err) {
  if (value) {
    nonet_code code = value_check(row, value, err);
    if (code != NONET_OK) return code;
  }
  r->options->given[r->options->count++] = (struct option_given){row, value};
  return NONET_OK;
}

/* The value of an option that stands in the next argument. */
static nonet_code value_behind(const char **out, struct reading *r, const struct option_row *row, nonet_err *err) {
  *out = *r->next;
  if (!*out) return fail(err, NONET_EUSAGE, "--%s needs a value: --%s %s", row->name, row->name, row->argument);
  if (strncmp(*out, "--", 2) == 0)
    return fail(err, NONET_EUSAGE, "--%s needs a value (write --%s=%s if that is the value)", row->name, row->name, *out);
  r->next++;
  return NONET_OK;
}

static nonet_code read_long(struct reading *r, const char *text, nonet_err *err) {
  const char *equals = strchr(text, '=');
  size_t length = equals ? (size_t)(equals - text) : strlen(text);
  const struct option_row *row = NULL;
  for (size_t i = 0; option_at(i) && !row; i++)
    if (is_named(option_at(i), text, length) && (option_at(i)->groups & r->takes)) row = option_at(i);
  if (!row) return unknown(r, text, length, err);
  if (row->kind == OPTION_IS_FLAG) {
    if (equals) return fail(err, NONET_EUSAGE, "--%s takes no value", row->name);
    return take(r, row, NULL, err);
  }
  const char *value = equals ? equals + 1 : NULL;
  if (!value) {
    nonet_code code = value_behind(&value, r, row, err);
    if (code != NONET_OK) return code;
  }
  return take(r, row, value, err);
}

/* Letters behind one '-': flags may stand together, the last may have its value attached. */
static nonet_code read_letters(struct reading *r, const char *text, nonet_err *err) {
  for (const char *c = text; *c; c++) {
    const struct option_row *row = NULL;
    for (size_t i = 0; option_at(i) && !row; i++)
      if (option_at(i)->letter == *c && (option_at(i)->groups & r->takes)) row = option_at(i);
    if (!row) return fail(err, NONET_EUSAGE, "unknown option -%s (see: nonet help %s)", c, r->command);
    if (row->kind == OPTION_IS_FLAG) {
      nonet_code code = take(r, row, NULL, err);
      if (code != NONET_OK) return code;
      continue;
    }
    const char *value = c + 1;
    if (!*value) {
      nonet_code code = value_behind(&value, r, row, err);
      if (code != NONET_OK) return code;
    }
    return take(r, row, value, err);
  }
  return NONET_OK;
}

nonet_code options_read(struct options *out, const char *command, unsigned takes, char **arguments, nonet_err *err) {
  *out = (struct options){0};
  size_t count = 0, letters = 0;
  for (; arguments[count]; count++)
    letters += strlen(arguments[count]);
  out->given = calloc(letters + 1, sizeof *out->given);
  out->words = calloc(count + 1, sizeof *out->words);
  nonet_code code = out->given && out->words ? NONET_OK : fail_memory(err);
  struct reading r = {.options = out, .command = command, .takes = takes | TAKES_ALWAYS, .next = arguments};
  bool ended = false;
  while (code == NONET_OK && *r.next) {
    const char *argument = *r.next++;
    if (ended || argument[0] != '-' || !argument[1])
      out->words[out->word_count++] = argument;
    else if (strcmp(argument, "--") == 0)
      ended = true;
    else if (argument[1] == '-')
      code = read_long(&r, argument + 2, err);
    else
      code = read_letters(&r, argument + 1, err);
  }
  if (code != NONET_OK) options_free(out);
  return code;
}

void options_free(struct options *o) {
  free(o->given);
  free(o->words);
  *o = (struct options){0};
}

static const struct option_given *last(const struct options *o, enum option_id id) {
  for (size_t i = o->count; i-- > 0;)
    if (o->given[i].row->id == id) return &o->given[i];
  return NULL;
}

bool option_given(const struct options *o, enum option_id id) {
  return last(o, id) != NULL;
}

const char *option_text(const struct options *o, enum option_id id) {
  const struct option_given *given = last(o, id);
  return given ? given->value : NULL;
}

const char *option_next(const struct options *o, enum option_id id, size_t *cursor) {
  while (*cursor < o->count) {
    const struct option_given *given = &o->given[(*cursor)++];
    if (given->row->id == id) return given->value;
  }
  return NULL;
}

uint64_t option_whole(const struct options *o, enum option_id id, uint64_t otherwise) {
  uint64_t whole;
  const char *text = option_text(o, id);
  return text && value_whole(&whole, text) ? whole : otherwise;
}

uint64_t option_size(const struct options *o, enum option_id id, uint64_t otherwise) {
  uint64_t size;
  const char *text = option_text(o, id);
  return text && value_size(&size, text) ? size : otherwise;
}

double option_seconds(const struct options *o, enum option_id id) {
  double seconds;
  const char *text = option_text(o, id);
  return text && value_seconds(&seconds, text) ? seconds : 0;
}

int option_choice(const struct options *o, enum option_id id) {
  const struct option_given *given = last(o, id);
  return given ? value_choice(given->row->argument, given->value) : -1;
}
