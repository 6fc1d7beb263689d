/* Reading dates behind a colon. A partial one is its whole period: to begin in 2023 is to begin on its first day, to arrive by 2023 to
 * arrive by its last one. */
#include "measure/dates.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static nonet_code no_date(const char *text, size_t length, const char *name, nonet_err *err) {
  return error_set(err, NONET_EUSAGE, "'%s': '%.*s' is no date (2000, 2000-Q3, 2000-08 and 2000-08-03 are)", name,
                   (int)(length < 100 ? length : 100), text);
}

/* Without blanks around it. */
static size_t trimmed(const char **text, size_t length) {
  while (length && (**text == ' ' || **text == '\t'))
    ++*text, length--;
  while (length && ((*text)[length - 1] == ' ' || (*text)[length - 1] == '\t'))
    length--;
  return length;
}

static nonet_code read_date(struct date_period *out, const char *text, size_t length, const char *name, nonet_err *err) {
  length = trimmed(&text, length);
  return date_parse(out, text, length) ? NONET_OK : no_date(text, length, name, err);
}

nonet_code dates_pair(struct date_period out[2], const nonet *n, const char *text, const char *name, nonet_err *err) {
  struct date_period days;
  size_t length = strcspn(text, ";");
  if (!*text) {
    if (!net_days(&days, n)) return error_set(err, NONET_EUSAGE, "'%s': no tie has a date in a column for since or until", name);
    out[0] = (struct date_period){days.first, days.first};
    out[1] = (struct date_period){days.last, days.last};
    return NONET_OK;
  }
  if (!text[length]) return error_set(err, NONET_EUSAGE, "'%s' takes two dates: %s:2023;2024", name, name);
  nonet_code code = read_date(&out[0], text, length, name, err);
  return code ? code : read_date(&out[1], text + length + 1, strlen(text + length + 1), name, err);
}

nonet_code dates_one(int32_t *out, const nonet *n, const char *text, bool last, const char *name, nonet_err *err) {
  struct date_period days = {0, 0};
  nonet_code code = NONET_OK;
  if (*text)
    code = read_date(&days, text, strlen(text), name, err);
  else if (!net_days(&days, n))
    days = (struct date_period){0, 0};
  if (!code) *out = last ? days.last : days.first;
  return code;
}

nonet_code dates_behind_nodes(struct node_set *set, int32_t *date, const nonet *n, const char *text, bool last, const char *name,
                              nonet_err *err) {
  const char *behind = strrchr(text, ';');
  struct date_period days;
  bool dated = behind && read_date(&days, behind + 1, strlen(behind + 1), name, NULL) == NONET_OK;
  nonet_code code = dates_one(date, n, dated ? behind + 1 : "", last, name, err);
  char *names = memory_text(text), usage[96];
  if (!names) return error_memory(err);
  if (dated) names[behind - text] = '\0';
  snprintf(usage, sizeof usage, "%s:A;DATE", name);
  if (!code) code = node_set_start(set, n, names, usage, err);
  free(names);
  return code;
}
