/* What changed since a date: the state of the day before it beside the last one in the data.
 *
 * Without a date the first one in the data is taken, so that everything that came after it is new. What two states cannot show is said:
 * ties without dates, and ties that began and ended in between. */
#include "ask/forms.h"
#include "ask/tell.h"
#include "base/date.h"

#include <inttypes.h>
#include <string.h>

struct period {
  const nonet *net;
  int32_t first, last;       /* days of the two states */
  uint32_t undated, between; /* ties without dates; ties that began after the first state and ended before the last */
};

static int32_t since_of(const nonet *n, uint32_t t) {
  return n->tie_since ? n->tie_since[t] : DATE_NONE;
}

static int32_t until_of(const nonet *n, uint32_t t) {
  return n->tie_until ? n->tie_until[t] : DATE_NONE;
}

/* The first and the last day that a tie began or ended on; false: no tie has a date. */
static bool span(struct period *p) {
  const nonet *n = p->net;
  bool any = false;
  for (uint32_t t = 0; t < n->ties; t++) {
    int32_t days[] = {since_of(n, t), until_of(n, t)};
    for (int i = 0; i < 2; i++) {
      if (days[i] == DATE_NONE) continue;
      if (!any || days[i] < p->first) p->first = days[i];
      if (!any || days[i] > p->last) p->last = days[i];
      any = true;
    }
  }
  return any;
}

/* The states to compare: the day before the date, or the first in the data, and the last day in the data. A tie that ends on that day has
 * ended since, so the state is that of the day behind it where one does. */
static nonet_code find_days(struct period *p, const char *since, nonet_err *err) {
  const nonet *n = p->net;
  struct date_period date;
  if (!span(p))
    return error_set(err, NONET_ENOANSWER, "no tie has a date in a column for since or until, so nothing can be said of changes");
  if (since && !date_parse(&date, since, strlen(since)))
    return error_set(err, NONET_EUSAGE, "'%s' is no date (2000, 2000-08 and 2000-08-03 are)", since);
  if (since) p->first = date.first - 1;
  bool ends = false;
  for (uint32_t t = 0; t < n->ties; t++)
    ends = ends || until_of(n, t) == p->last;
  p->last += ends;
  if (p->last <= p->first)
    return error_set(err, NONET_ENOANSWER, "nothing changed since %s: no later date is in the data", since ? since : "then");
  for (uint32_t t = 0; t < n->ties; t++) {
    int32_t began = since_of(n, t), ended = until_of(n, t);
    p->undated += began == DATE_NONE && ended == DATE_NONE;
    p->between += began != DATE_NONE && began > p->first && ended != DATE_NONE && ended < p->last;
  }
  return NONET_OK;
}

static nonet_code state_at(nonet **out, char day[DATE_ROOM], const nonet *n, int32_t when, const nonet_run *run, nonet_err *err) {
  struct buffer view = {0};
  date_print(day, when);
  buffer_print(&view, "at:%s", day);
  nonet_code code = view.failed ? error_memory(err) : nonet_view(out, n, buffer_string(&view), run, err);
  buffer_free(&view);
  return code;
}

/* What two states cannot show. */
static nonet_code say_more(nonet_answer *a, const struct period *p, nonet_err *err) {
  struct buffer text = {0};
  nonet_code code = NONET_OK;
  if (p->between > 0) {
    tell_count(&text, p->between, "tie began and ended in between, and is in neither state",
               "ties began and ended in between, and are in neither state");
    code = tell(a, &text, err);
  }
  buffer_free(&text);
  if (code || p->undated == 0) return code;
  return answer_say(a, err, "%" PRIu32 " of %" PRIu32 " ties have no date, so whether they changed is not known.", p->undated,
                    p->net->ties);
}

static nonet_code answer_since(nonet_answer **out, const struct asking *q, nonet_err *err) {
  struct period p = {.net = q->net};
  nonet *state[2] = {NULL, NULL};
  char day[2][DATE_ROOM];
  *out = NULL;
  nonet_code code = find_days(&p, q->name[SLOT_SINCE], err);
  if (!code) code = state_at(&state[0], day[0], q->net, p.first, q->run, err);
  if (!code) code = state_at(&state[1], day[1], q->net, p.last, q->run, err);
  nonet_changes_options o = {.before = day[0], .after = day[1]};
  if (!code) code = nonet_changes(out, state[0], state[1], &o, q->run, err);
  if (!code) code = say_more(*out, &p, err);
  nonet_free(state[0]);
  nonet_free(state[1]);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

static const struct form_row rows[] = {{FORM_CHANGED, "nonet_changes", answer_since}};
const struct form_rows since_forms = {rows, sizeof rows / sizeof *rows};
