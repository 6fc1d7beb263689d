/* Joint working over time: what two partners share on average, period by period, and where its change comes from. Without dates there is
 * one state alone, and that is said. */
#include "report/report.h"

#include <math.h>
#include <string.h>

enum { MOST = 24 };

struct states {
  nonet_snapshot at[MOST];
  char name[MOST][NONET_PERIOD_ROOM];
  size_t count;
};

static void states_free(struct states *s) {
  for (size_t i = 0; i < s->count; i++)
    nonet_free((nonet *)(uintptr_t)s->at[i].net);
}

/* The longest periods of which there are two at least; NULL: there are none, or too many. */
static const char *unit_of(const nonet *n, size_t *count) {
  static const char *const units[] = {"years", "quarters", "months"};
  char period[NONET_PERIOD_ROOM];
  for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
    for (*count = 0; *count <= MOST && nonet_period_at(period, n, units[u], *count);)
      ++*count;
    if (*count > 1) return *count <= MOST ? units[u] : NULL;
  }
  return NULL;
}

static nonet_code look(struct states *s, struct report *r, const char *unit, size_t count, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < count && !code; i++) {
    char view[NONET_PERIOD_ROOM + 4] = "at:";
    nonet *n = NULL;
    nonet_period_at(s->name[i], r->net, unit, i);
    memcpy(view + 3, s->name[i], NONET_PERIOD_ROOM);
    code = nonet_view(&n, r->net, view, r->run.asked, err);
    if (!code) s->at[s->count++] = (nonet_snapshot){s->name[i], n};
  }
  return code;
}

static size_t column_named(const nonet_sheet *s, const char *name) {
  size_t i = 0;
  while (i < nonet_sheet_columns(s) && strcmp(nonet_sheet_column(s, i, NULL), name) != 0)
    i++;
  return i;
}

static void series_table(struct report *r, const nonet_sheet *s) {
  static const char *const wanted[][2] = {
      {"date", "state"}, {"ties", "ties"},         {"ties-came", "came"}, {"ties-went", "went"}, {"joint-working", "joint working"},
      {"new", "new"},    {"deepened", "deepened"}, {"kept", "kept"},      {"lost", "lost"}};
  enum { WANTED = sizeof wanted / sizeof *wanted };
  const char *headings[WANTED];
  size_t columns[WANTED], count = 0;
  for (size_t i = 0; i < WANTED; i++) {
    columns[count] = column_named(s, wanted[i][0]);
    if (columns[count] < nonet_sheet_columns(s)) headings[count++] = wanted[i][1];
  }
  html_table(&r->page, &(struct html_table){
                           .sheet = s, .columns = columns, .headings = headings, .column_count = count, .count = nonet_sheet_rows(s)});
}

/* Columns of the series as facts: "2024:joint-working". */
static nonet_code keep_facts(struct report *r, const nonet_sheet *s, nonet_err *err) {
  nonet_code code = NONET_OK;
  struct buffer name = {0};
  for (size_t row = 0; row < nonet_sheet_rows(s) && !code; row++)
    for (size_t c = 1; c < nonet_sheet_columns(s) && !code; c++) {
      buffer_clear(&name);
      buffer_print(&name, "%s:%s", nonet_sheet_text(s, row, 0), nonet_sheet_column(s, c, NULL));
      code = name.failed ? error_memory(err) : facts_number(&r->facts, buffer_string(&name), nonet_sheet_number(s, row, c), err);
    }
  buffer_free(&name);
  return code;
}

static nonet_code tell(struct report *r, const struct states *s, nonet_err *err) {
  nonet_answer *a = NULL;
  const nonet_changes_options how = {.weighted = r->options->weighted};
  nonet_code code = nonet_series(&a, s->at, s->count, &how, r->run.asked, err);
  if (code) return code;
  for (size_t i = 0; nonet_answer_sentence(a, i); i++)
    html_element(&r->page, "p", nonet_answer_sentence(a, i));
  const nonet_sheet *sheet = nonet_answer_sheet(a, 0);
  size_t column = column_named(sheet, "joint-working");
  bool any = false;
  for (size_t row = 0; row < nonet_sheet_rows(sheet); row++)
    any |= column < nonet_sheet_columns(sheet) && isfinite(nonet_sheet_number(sheet, row, column));
  if (any) {
    struct figure f = {.name = "joint-working",
                       .caption =
                           "Joint working: each strategy that two partners share and each tie between them counts one, on average over all "
                           "pairs. The bars say where each change comes from."};
    nonet_draw_options options = figure_drawing(r, f.name);
    f.drawn = nonet_series_chart(&f.picture, r->net, a, &options, &f.why);
    code = figure_add(r, &f, err);
  }
  series_table(r, sheet);
  if (!code) code = report_csv(r, "joint-working.csv", sheet, err);
  if (!code) code = keep_facts(r, sheet, err);
  nonet_answer_free(a);
  return code;
}

/* One state alone. */
static nonet_code tell_now(struct report *r, nonet_err *err) {
  double now;
  nonet_code code = report_value(&now, r, "joint-working", err);
  if (code || isnan(now)) return code;
  html_number(&r->page, "What two partners share on average, strategies and ties between them, is ", now,
              " in the one state that is recorded. The same number of a later state will say whether it grew.");
  return NONET_OK;
}

nonet_code chapter_joint(struct report *r, nonet_err *err) {
  struct states s = {0};
  size_t count = 0;
  const char *unit = unit_of(r->net, &count);
  nonet_code code = NONET_OK;
  html_chapter(&r->page, "joint", "Joint working over time");
  html_question(&r->page, "Is joint working increasing?");
  if (unit) {
    code = look(&s, r, unit, count, err);
    if (!code) code = tell(r, &s, err);
  } else {
    html_element(&r->page, "p",
                 count > MOST ? "The dates span too many periods for one page: nonet changes FILE... --over years tells them."
                 : nonet_latest_date(r->net)[0]
                     ? "The ties' dates are all of one month, or say of no tie since when and until when it held, so the data cannot say "
                       "whether joint working grew."
                     : "No tie has a date (columns since and until), so the data cannot say whether joint working grew.");
    if (nonet_nodes(r->net)) code = tell_now(r, err);
  }
  states_free(&s);
  html_close_chapter(&r->page);
  return code;
}
