/* States of a network one after the other: years, quarters, months, or dates as they were asked for.
 *
 * How: a period is a text that the view at:DATE takes ("2024", "2024-Q1", "2024-05"); a tie is in every state that its dates overlap, ends
 * included, and one without dates in all of them. A state is built only where its ties are not those of the one before: most months of a
 * long network change nothing. One is held at a time, so that six hundred of them need no more memory than one. */
#include "ask/over.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 2400 }; /* two hundred years of months: beyond it a date is mistyped */

/* ---- periods ---- */

struct unit {
  const char *name;
  int months;
};
static const struct unit units[] = {{"years", 12}, {"quarters", 3}, {"months", 1}};

static const struct unit *unit_named(const char *name) {
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    if (strcmp(units[i].name, name) == 0) return &units[i];
  return NULL;
}

/* The year and month of a day, as one number of months. */
static int month_of(int32_t day) {
  char text[DATE_ROOM];
  date_print(text, day);
  return ((text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0')) * 12 + (text[5] - '0') * 10 +
         (text[6] - '0') - 1;
}

static bool print_period(char out[NONET_PERIOD_ROOM], const struct unit *unit, const struct date_period *days, size_t i) {
  int from = month_of(days->first) / unit->months, to = month_of(days->last) / unit->months;
  if (i > (size_t)(to - from)) return false;
  int at = (from + (int)i) * unit->months, year = at / 12, month = at % 12;
  if (unit->months == 12)
    snprintf(out, NONET_PERIOD_ROOM, "%04d", year);
  else
    snprintf(out, NONET_PERIOD_ROOM, unit->months == 3 ? "%04d-Q%d" : "%04d-%02d", year, month / unit->months + 1);
  return true;
}

bool nonet_period_at(char out[NONET_PERIOD_ROOM], const nonet *n, const char *unit, size_t i) {
  const struct unit *u = unit_named(unit);
  struct date_period days;
  return u && net_days(&days, n) && print_period(out, u, &days, i);
}

/* ---- the list of states ---- */

static nonet_code add_name(struct over *o, size_t *room, const char *text, size_t length, nonet_err *err) {
  if (!memory_grow(&o->name, room, o->count + 1, sizeof *o->name)) return error_memory(err);
  char *name = memory_zeroed(length + 1, 1);
  if (!name) return error_memory(err);
  memcpy(name, text, length);
  o->name[o->count++] = name;
  return NONET_OK;
}

static nonet_code list_periods(struct over *o, const struct unit *unit, const struct date_period *days, nonet_err *err) {
  char period[NONET_PERIOD_ROOM];
  size_t room = 0;
  nonet_code code = NONET_OK;
  for (size_t i = 0; !code && print_period(period, unit, days, i); i++)
    code = i < MOST
               ? add_name(o, &room, period, strlen(period), err)
               : error_set(err, NONET_ELIMIT, "the dates of ties span more than %d %s: name the dates to look at, or take longer periods",
                           MOST, unit->name);
  return code;
}

/* "2023, 2024-06": each must be a date. */
static nonet_code list_dates(struct over *o, const char *text, nonet_err *err) {
  struct date_period period;
  size_t room = 0;
  nonet_code code = NONET_OK;
  for (const char *at = text; !code; at++) {
    at += strspn(at, " ");
    size_t length = strcspn(at, ","), kept = length;
    while (kept && at[kept - 1] == ' ')
      kept--;
    if (!date_parse(&period, at, kept))
      return error_set(err, NONET_EUSAGE,
                       "'%.*s' is neither years, quarters or months nor a date (2000, 2000-Q3, 2000-08 and 2000-08-03 are)",
                       (int)(kept < 100 ? kept : 100), at);
    code = add_name(o, &room, at, kept, err);
    at += length;
    if (!*at) break;
  }
  return code;
}

static nonet_code open_dated(struct over *o, nonet_err *err) {
  const nonet *n = o->times->net;
  const char *over = o->times->over ? o->times->over : "years";
  const struct unit *unit = unit_named(over);
  struct date_period days;
  if (!net_days(&days, n))
    return error_set(err, NONET_EUSAGE, "no tie has a date in a column for since or until, so every state would be the same network");
  o->holds = memory_zeroed(n->ties, 1);
  if (!o->holds) return error_memory(err);
  return unit ? list_periods(o, unit, &days, err) : list_dates(o, over, err);
}

nonet_code over_open(struct over *o, const nonet_times *times, const nonet_run *run, nonet_err *err) {
  *o = (struct over){.times = times, .asked = run};
  if (times->net) return open_dated(o, err);
  o->count = times->count;
  return o->count ? NONET_OK : error_set(err, NONET_EUSAGE, "a series needs a state of the network");
}

void over_free(struct over *o) {
  for (size_t i = 0; o->name && i < o->count; i++)
    free(o->name[i]);
  free(o->name);
  free(o->holds);
  nonet_free(o->view);
  *o = (struct over){0};
}

const char *over_name(const struct over *o, size_t i) {
  return o->name ? o->name[i] : o->times->snapshots[i].name;
}

/* ---- one state ---- */

/* Note which ties hold; false: those of the state before. */
static bool mark_ties(struct over *o, struct date_period at) {
  const nonet *n = o->times->net;
  bool changed = false;
  for (uint32_t t = 0; t < n->ties; t++) {
    uint8_t holds = net_tie_holds(n, t, at);
    changed |= holds != o->holds[t];
    o->holds[t] = holds;
  }
  return changed;
}

nonet_code over_state(const nonet **out, bool *same, struct over *o, size_t i, nonet_err *err) {
  struct date_period at = {0, 0};
  *same = false;
  if (!o->name) {
    *out = o->times->snapshots[i].net;
    *same = i > 0 && *out == o->times->snapshots[i - 1].net;
    return NONET_OK;
  }
  date_parse(&at, o->name[i], strlen(o->name[i]));
  *same = !mark_ties(o, at) && o->view;
  if (!*same) {
    struct buffer view = {0};
    nonet *made = NULL;
    buffer_print(&view, "at:%s", o->name[i]);
    nonet_code code = view.failed ? error_memory(err) : nonet_view(&made, o->times->net, buffer_string(&view), o->asked, err);
    buffer_free(&view);
    if (code) return code;
    nonet_free(o->view);
    o->view = made;
  }
  *out = o->view;
  return NONET_OK;
}

/* ---- what to know ---- */

void over_remark(struct buffer *out, const struct over *o) {
  const nonet *n = o->times->net;
  uint32_t none = 0, no_since = 0, no_until = 0;
  for (uint32_t t = 0; n && t < n->ties; t++) {
    bool since = n->tie_since && n->tie_since[t] != DATE_NONE, until = n->tie_until && n->tie_until[t] != DATE_NONE;
    none += !since && !until;
    no_since += !since && until;
    no_until += since && !until;
  }
  if (!none && !no_since && !no_until) return;
  buffer_print(out, "Of %" PRIu32 " tie%s", n->ties, n->ties == 1 ? "" : "s");
  if (none) buffer_print(out, " %" PRIu32 " ha%s no date and count%s in every state", none, none == 1 ? "s" : "ve", none == 1 ? "s" : "");
  if (no_since)
    buffer_print(out, "%s %" PRIu32 " ha%s no beginning and count%s up to the end", none ? "," : "", no_since, no_since == 1 ? "s" : "ve",
                 no_since == 1 ? "s" : "");
  if (no_until)
    buffer_print(out, "%s %" PRIu32 " ha%s no end and count%s from the beginning on", none || no_since ? "," : "", no_until,
                 no_until == 1 ? "s" : "ve", no_until == 1 ? "s" : "");
  buffer_char(out, '.');
}
