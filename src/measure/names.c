/* Names of measures: split at commas, spaces around left out, a parameter behind a colon. */
#include "measure/names.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void names_free(struct names *names) {
  for (size_t i = 0; i < names->count; i++)
    free(names->at[i].typed);
  free(names->at);
  *names = (struct names){0};
}

static nonet_code read_parameter(struct asked *a, nonet_err *err) {
  const char *name = a->row->info.name;
  bool given = strchr(a->typed, ':') != NULL;
  a->parameter = NAN;
  a->parameter_text = given ? strchr(a->typed, ':') + 1 : "";
  if (given && !a->row->info.parameter) return error_set(err, NONET_EUSAGE, "'%s' takes no parameter, '%s' has one", name, a->typed);
  if (!given || a->row->parameter_is_text) return NONET_OK;
  if (number_parse(&a->parameter, a->parameter_text, strlen(a->parameter_text), '.') == NUMBER_OK) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "'%s': behind the colon stands a number: %s", a->typed, a->row->info.parameter);
}

static bool is_there(const struct names *names, const char *typed) {
  for (size_t i = 0; i < names->count; i++)
    if (!strcmp(names->at[i].typed, typed)) return true;
  return false;
}

/* Add the name text[0 .. length). */
static nonet_code add(struct names *names, size_t *room, const char *text, size_t length, nonet_err *err) {
  char *typed = memory_array(length + 1, 1);
  if (!typed) return error_memory(err);
  memcpy(typed, text, length);
  typed[length] = '\0';
  const struct measure_row *row = measure_row_find(typed, strcspn(typed, ":"));
  nonet_code code = NONET_OK;
  if (!row) code = nonet_measure_unknown(typed, err);
  if (code || is_there(names, typed)) {
    free(typed);
    return code;
  }
  if (!memory_grow(&names->at, room, names->count + 1, sizeof *names->at)) {
    free(typed);
    return error_memory(err);
  }
  struct asked *a = &names->at[names->count++];
  *a = (struct asked){.row = row, .typed = typed};
  return read_parameter(a, err);
}

nonet_code names_parse(struct names *out, const char *text, nonet_err *err) {
  size_t room = 0;
  nonet_code code = NONET_OK;
  *out = (struct names){0};
  for (const char *at = text ? text : ""; !code && *at;) {
    at += strspn(at, ", \t\n");
    size_t length = strcspn(at, ",");
    const char *next = at + length;
    while (length && strchr(" \t\n", at[length - 1]))
      length--;
    if (length) code = add(out, &room, at, length, err);
    at = next;
  }
  if (!code && !out->count) code = error_set(err, NONET_EUSAGE, "no measure is named; 'nonet list measures' shows them all");
  if (code) names_free(out);
  return code;
}
