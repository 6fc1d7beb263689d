/* What changed since a date: the ties that began then or later, and those that ended then or later.
 *
 * Without a date the first one in the data is taken, so that everything that began after it is new. Ties without dates cannot have changed
 * as far as the data tell, and their number is said. */
#include "ask/circle.h"
#include "ask/forms.h"
#include "ask/tell.h"
#include "base/date.h"

#include <inttypes.h>
#include <string.h>

struct changes {
  const nonet *net;
  int32_t first; /* the day from which on changes count */
  bool after;    /* the day itself does not: it is the first in the data */
  uint32_t dated;
  struct circle began, ended;
  struct buffer text;
};

static bool counts(const struct changes *c, int32_t day) {
  return day != DATE_NONE && (c->after ? day > c->first : day >= c->first);
}

/* The first day that a tie began or ended on. */
static int32_t earliest(const nonet *n) {
  int32_t day = DATE_NONE;
  for (uint32_t t = 0; t < n->ties; t++) {
    int32_t days[] = {n->tie_since ? n->tie_since[t] : DATE_NONE, n->tie_until ? n->tie_until[t] : DATE_NONE};
    for (int i = 0; i < 2; i++)
      if (days[i] != DATE_NONE && (day == DATE_NONE || days[i] < day)) day = days[i];
  }
  return day;
}

static nonet_code find_day(struct changes *c, const char *since, nonet_err *err) {
  struct date_period period;
  int32_t first = earliest(c->net);
  if (first == DATE_NONE)
    return error_set(err, NONET_ENOANSWER, "no tie has a date in a column for since or until, so nothing can be said of changes");
  c->first = first;
  c->after = !since;
  if (!since) return NONET_OK;
  if (!date_parse(&period, since, strlen(since)))
    return error_set(err, NONET_EUSAGE, "'%s' is no date (2000, 2000-08 and 2000-08-03 are)", since);
  c->first = period.first;
  return NONET_OK;
}

static void gather(struct changes *c) {
  const nonet *n = c->net;
  for (uint32_t t = 0; t < n->ties; t++) {
    int32_t since = n->tie_since ? n->tie_since[t] : DATE_NONE, until = n->tie_until ? n->tie_until[t] : DATE_NONE;
    c->dated += since != DATE_NONE || until != DATE_NONE;
    if (counts(c, since)) circle_add(&c->began, t);
    if (counts(c, until)) circle_add(&c->ended, t);
  }
}

static nonet_code say(nonet_answer *a, struct changes *c, nonet_err *err) {
  char day[DATE_ROOM];
  date_print(day, c->first);
  tell_count(&c->text, c->began.count, "tie began", "ties began");
  buffer_text(&c->text, " and ");
  tell_count(&c->text, c->ended.count, "ended", "ended");
  nonet_code code = c->text.failed ? error_memory(err) : answer_verdict(a, buffer_string(&c->text), err);
  buffer_print(&c->text, " %s %s", c->after ? "after" : "on or after", day);
  if (!code) code = tell(a, &c->text, err);
  if (code || c->dated == c->net->ties) return code;
  return answer_say(a, err, "%" PRIu32 " of %" PRIu32 " ties have no date, so whether they changed is not known.", c->net->ties - c->dated,
                    c->net->ties);
}

static nonet_code fill(nonet_answer *a, struct changes *c, nonet_err *err) {
  nonet_code code = say(a, c, err);
  if (!code) code = circle_show_ties(a, "began", "Ties that began", c->net, &c->began, err);
  return code ? code : circle_show_ties(a, "ended", "Ties that ended", c->net, &c->ended, err);
}

static nonet_code answer_since(nonet_answer **out, const struct asking *q, nonet_err *err) {
  struct changes c = {.net = q->net};
  *out = NULL;
  nonet_code code = find_day(&c, q->name[SLOT_SINCE], err);
  if (!code) gather(&c);
  if (!code && (c.began.failed || c.ended.failed)) code = error_memory(err);
  if (!code) code = answer_new(out, err);
  if (!code) code = fill(*out, &c, err);
  circle_free(&c.began);
  circle_free(&c.ended);
  buffer_free(&c.text);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

static const struct form_row rows[] = {{FORM_CHANGED, "nonet_ask", answer_since}};
const struct form_rows since_forms = {rows, sizeof rows / sizeof *rows};
