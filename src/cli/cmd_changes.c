/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet changes: two states of a network side by side, or many in a row. A state is a FILE each, or one network at a date. */
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/say.h"
#include "cli/states.h"
#include "cli/without.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- one network at dates ---- */

static nonet_code add_date(struct states *s, struct job *job, const char *date, nonet_err *err) {
  size_t size = strlen(date) + sizeof "at:";
  char *view = malloc(size), *name = strdup(date);
  nonet *n = NULL;
  if (view) snprintf(view, size, "at:%s", date);
  nonet_code code = view && name ? nonet_view(&n, s->whole, view, &job->run, err) : fail_memory(err);
  free(view);
  if (code != NONET_OK) {
    free(name);
    return code;
  }
  s->name[s->count] = name;
  s->at[s->count++] = (nonet_snapshot){name, n};
  return NONET_OK;
}

static nonet_code open_dated(struct states *s, struct job *job, nonet_err *err) {
  nonet_code code = input_open(&s->whole, job, err);
  if (code == NONET_OK && !*nonet_latest_date(s->whole))
    code = fail(err, NONET_ENOANSWER, "no tie has a date in a column for since or until, so every date shows the same network");
  return code;
}

static nonet_code open_between(struct states *s, struct job *job, const char *dates, nonet_err *err) {
  const char *comma = strchr(dates, ',');
  if (!comma || strchr(comma + 1, ',')) return fail(err, NONET_EUSAGE, "--between takes two dates: --between 2023-12-31,2024-12-31");
  char *first = strndup(dates, (size_t)(comma - dates));
  nonet_code code = first ? open_dated(s, job, err) : fail_memory(err);
  if (code == NONET_OK) code = states_room(s, 2, err);
  if (code == NONET_OK) code = add_date(s, job, first, err);
  if (code == NONET_OK) code = add_date(s, job, comma + 1 + strspn(comma + 1, " "), err);
  free(first);
  return code;
}

static nonet_code open_over(struct states *s, struct job *job, const char *unit, nonet_err *err) {
  enum { MOST = 600 };
  char period[NONET_PERIOD_ROOM];
  size_t count = 0;
  nonet_code code = open_dated(s, job, err);
  while (code == NONET_OK && count <= MOST && nonet_period_at(period, s->whole, unit, count))
    count++;
  if (code == NONET_OK && count > MOST)
    code = fail(err, NONET_ELIMIT, "the dates span more than %d %s; look at fewer ties, or take years", MOST, unit);
  if (code == NONET_OK && count == 1) code = fail(err, NONET_ENOANSWER, "all dates are of %s, so there is one state alone", period);
  if (code == NONET_OK) code = states_room(s, count, err);
  for (size_t i = 0; i < count && code == NONET_OK; i++)
    if (nonet_period_at(period, s->whole, unit, i)) code = add_date(s, job, period, err);
  return code;
}

static nonet_code open_states(struct states *s, struct job *job, nonet_err *err) {
  static const char *const units[] = {"years", "quarters", "months"};
  const char *between = option_text(&job->options, OPTION_BETWEEN);
  int over = option_choice(&job->options, OPTION_OVER);
  if (between && over >= 0) return fail(err, NONET_EUSAGE, "--between and --over exclude each other");
  if (between) return open_between(s, job, between, err);
  return over >= 0 && over < 3
             ? open_over(s, job, units[over], err)
             : states_open_each(s, job, "nonet changes BEFORE AFTER, or FILE... --between DATE,DATE or --over years", err);
}

/* ---- answers ---- */

static nonet_code two(struct job *job, const struct states *s, nonet_err *err) {
  nonet_changes_options how = {.weighted = option_given(&job->options, OPTION_WEIGHTED), .before = s->at[0].name, .after = s->at[1].name};
  nonet_answer *answer = NULL;
  nonet_code code = nonet_changes(&answer, s->at[0].net, s->at[1].net, &how, &job->run, err);
  if (code == NONET_OK) code = without_tell(job, s->at[1].net, answer, NULL, err);
  nonet_answer_free(answer);
  return code;
}

enum { PICTURE_MAP, PICTURE_PANELS, PICTURE_CHART }; /* the words of --picture */

/* A panel for each state, or a chart of them, to -o. */
static nonet_code draw_many(struct job *job, const struct states *s, const nonet_answer *answer, nonet_err *err) {
  char title[512];
  const struct options *o = &job->options;
  nonet_draw_options how = {.paper = option_text(o, OPTION_PAPER), .title = option_text(o, OPTION_TITLE)};
  nonet_picture *picture = NULL;
  const nonet *last = s->whole ? s->whole : s->at[s->count - 1].net;
  snprintf(title, sizeof title, "%s%s%s to %s", s->whole ? nonet_title(s->whole) : "", s->whole ? ": " : "", s->at[0].name,
           s->at[s->count - 1].name);
  if (!how.title) how.title = title;
  bool chart = option_choice(o, OPTION_PICTURE) == PICTURE_CHART;
  nonet_code code =
      chart ? nonet_series_chart(&picture, last, answer, &how, err) : nonet_series_draw(&picture, s->at, s->count, &how, &job->run, err);
  return code == NONET_OK ? without_tell_picture(job, picture, answer, err) : code;
}

static nonet_code many(struct job *job, const struct states *s, nonet_err *err) {
  nonet_changes_options how = {.weighted = option_given(&job->options, OPTION_WEIGHTED)};
  nonet_show_options show = output_show(job);
  nonet_answer *answer = NULL;
  nonet_out *out = NULL;
  nonet_code code = nonet_series(&answer, s->at, s->count, &how, &job->run, err);
  if (code == NONET_OK && without_renderer(output_path(job))) {
    code = draw_many(job, s, answer, err);
  } else if (code == NONET_OK) {
    code = output_open(&out, job, err);
    if (code == NONET_OK) code = output_close(out, job, nonet_answer_write(out, answer, &show, err), err);
  }
  nonet_answer_free(answer);
  return code;
}

/* Two states are one map and the changes between them, unless a row or a panel for each is asked for. */
static nonet_code tell(struct job *job, const struct states *s, nonet_err *err) {
  int picture = option_choice(&job->options, OPTION_PICTURE);
  if (picture >= 0 && !without_renderer(output_path(job)))
    return fail(err, NONET_EUSAGE, "--picture draws: name a file for it, -o FILE.svg (png, pdf, dot, html)");
  if (picture == PICTURE_MAP && s->count != 2)
    return fail(err, NONET_EUSAGE, "one map is of two states, and here are %zu: --picture panels, or chart", s->count);
  bool row = picture != PICTURE_MAP && (s->count != 2 || option_choice(&job->options, OPTION_OVER) >= 0 || picture > PICTURE_MAP);
  return row ? many(job, s, err) : two(job, s, err);
}

static nonet_code run(struct job *job, nonet_err *err) {
  struct states s = {0};
  nonet_code code = open_states(&s, job, err);
  if (code == NONET_OK) code = tell(job, &s, err);
  states_free(&s);
  return code;
}

const struct command command_changes = {
    .name = "changes",
    .usage = "BEFORE AFTER | FILE... --between DATE,DATE | FILE... --over years",
    .summary = "what changed between two states of a network: who and which ties came and went, and what it did to working together",
    .details =
        "BEFORE and AFTER are a file or a folder each; with --between one network is looked at on two dates. Nodes are the same by their "
        "keys, ties by ends, kind and layer. The answer says what came, went, became stronger or weaker, the measures before and after, "
        "and joint working (what two partners share on average), whose change is split into new, deepened, kept and lost. With -o FILE.svg "
        "(png, pdf, dot, html) one picture shows both, every node in its place. Several FILEs, or --over, give a row for each state, and a "
        "panel each in the picture, or with --picture chart a line of joint working over them; a tie counts in every year, quarter or "
        "month it holds in.",
    .examples = "nonet changes last-year/ this-year/\twhat changed between two folders\n"
                "nonet changes network/ --between 2023-12-31,2024-12-31 -o changes.svg\tof one network, with a picture\n"
                "nonet changes network/ --over years\tyear by year\n"
                "nonet changes network/ --over years -o joint.svg --picture chart\tjoint working as a line\n"
                "nonet changes 2023.csv 2024.csv 2025.csv --as csv\ta row for each file\n",
    .takes = TAKES_CHANGES | TAKES_WEIGHTS | TAKES_PAPER | TAKES_FILES | TAKES_TABLES | TAKES_OUT,
    .run = run,
};
