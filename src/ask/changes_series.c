/* A network from state to state: one row for each, with what came and went since the one before.
 *
 * How: neighbours in the row are matched as two networks are (changes_match.c); measures are of each state by itself. The parts of joint
 * working are the same four, so that from the first row on index + new + deepened + kept + lost is the index of the next. */
#include "ask/changes.h"
#include "ask/tell.h"
#include "net/sheet.h"

#include "base/number.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
  NODES,
  TIED,
  TIES,
  CAME,
  WENT,
  STRONGER,
  WEAKER,
  NODES_CAME,
  NODES_WENT,
  MEASURED,
  COMPONENTS = MEASURED,
  GIANT,
  EFFICIENCY,
  MEAN_DISTANCE,
  MEASURED_END,
  INDEX = MEASURED_END,
  PARTS,
  KEPT = PARTS + JOINT_PARTS,
  JACCARD,
  SURVIVAL,
  NODE_TURNOVER,
  COLUMNS
};
static const char *const names[COLUMNS] = {"nodes",         "nodes-tied",    "ties",       "ties-came",    "ties-went", "stronger",
                                           "weaker",        "nodes-came",    "nodes-went", "components",   "giant",     "efficiency",
                                           "mean-distance", "joint-working", "new",        "deepened",     "kept",      "lost",
                                           "ties-kept",     "jaccard",       "survival",   "node-turnover"};

struct series {
  const nonet_snapshot *at;
  size_t count;
  const nonet_changes_options *options;
  const nonet_run *asked;
  struct run run;
  nonet_sheet *sheet;
  double *column[COLUMNS];
};

/* The measures that do not take long here. */
static nonet_code measure(struct series *s, size_t row, nonet_err *err) {
  struct buffer asked = {0};
  const nonet *n = s->at[row].net;
  nonet_sheet *sheet = NULL;
  for (int i = MEASURED; i < MEASURED_END; i++)
    if (nonet_profile_has("all", n, nonet_measure_find(names[i]), NULL)) buffer_print(&asked, "%s%s", asked.size ? "," : "", names[i]);
  nonet_code code = asked.failed ? error_memory(err) : NONET_OK;
  if (!code && asked.size) code = changes_measure(&sheet, n, buffer_string(&asked), s->options->weighted, s->asked, err);
  for (size_t r = 0; !code && sheet && r < nonet_sheet_rows(sheet); r++)
    for (int i = MEASURED; i < MEASURED_END; i++)
      if (strcmp(nonet_sheet_text(sheet, r, 0), names[i]) == 0) s->column[i][row] = nonet_sheet_number(sheet, r, 1);
  nonet_sheet_free(sheet);
  buffer_free(&asked);
  return code;
}

static double tied(const nonet *n) {
  double count = 0;
  for (uint32_t v = 0; v < n->nodes; v++)
    count += n->end_first[v + 1] > n->end_first[v];
  return count;
}

static bool is_tied(const nonet *n, uint32_t v) {
  return v != NONET_NONE && n->end_first[v + 1] > n->end_first[v];
}

/* How many of the ties and of those who have one are the same as in the row before. */
static void compare_sets(struct series *s, size_t row, const struct changes *c) {
  const uint32_t *ties = c->count.tie;
  double kept = (double)ties[FATE_STAYED] + ties[FATE_STRONGER] + ties[FATE_WEAKER], went = ties[FATE_WENT], came = ties[FATE_CAME];
  double one = 0, either = 0;
  for (uint32_t v = 0; v < c->nodes; v++) {
    bool before = is_tied(c->net[BEFORE], c->node[v][BEFORE]), after = is_tied(c->net[AFTER], c->node[v][AFTER]);
    one += before != after;
    either += before || after;
  }
  s->column[KEPT][row] = kept;
  if (kept + went + came > 0) s->column[JACCARD][row] = kept / (kept + went + came);
  if (kept + went > 0) s->column[SURVIVAL][row] = kept / (kept + went);
  if (either > 0) s->column[NODE_TURNOVER][row] = one / either;
}

/* What came and went from the row before; of the first row, joint working alone. */
static nonet_code compare(struct series *s, size_t row, nonet_err *err) {
  const nonet_snapshot *before = &s->at[row ? row - 1 : 0], *after = &s->at[row];
  nonet_changes_options how = {.weighted = s->options->weighted, .before = before->name, .after = after->name};
  struct changes c = {.net = {before->net, after->net}, .options = &how, .asked = s->asked, .run = &s->run};
  struct joint j;
  nonet_code code = changes_match(&c, err);
  if (!code) code = changes_joint(&j, NULL, NULL, &c, err);
  if (!code) {
    s->column[INDEX][row] = joint_index(&j, AFTER);
    for (int i = 0; row && i < JOINT_PARTS; i++)
      s->column[PARTS + i][row] = joint_part(&j, (enum joint_part)i);
    const double counted[] = {c.count.tie[FATE_CAME],   c.count.tie[FATE_WENT],  c.count.tie[FATE_STRONGER],
                              c.count.tie[FATE_WEAKER], c.count.node[FATE_CAME], c.count.node[FATE_WENT]};
    for (int i = 0; row && i < MEASURED - CAME; i++)
      s->column[CAME + i][row] = counted[i];
    if (row) compare_sets(s, row, &c);
  }
  changes_free(&c);
  return code;
}

static nonet_code fill_row(struct series *s, size_t row, nonet_err *err) {
  const nonet *n = s->at[row].net;
  nonet_code code = sheet_set_text(s->sheet, row, 0, s->at[row].name, err);
  s->column[NODES][row] = n->nodes;
  s->column[TIED][row] = tied(n);
  s->column[TIES][row] = n->ties;
  if (!code) code = measure(s, row, err);
  if (!code) code = compare(s, row, err);
  return code ? code : run_check(&s->run, err);
}

static nonet_code fill(struct series *s, nonet_err *err) {
  nonet_code code = sheet_new(&s->sheet, "series", "From state to state", NONET_BY_DATE, s->count, err);
  for (int i = 0; i < COLUMNS && !code; i++)
    code = sheet_add_numbers(&s->column[i], s->sheet, names[i], err);
  for (size_t row = 0; row < s->count && !code; row++)
    code = fill_row(s, row, err);
  if (!code)
    code =
        sheet_note(s->sheet,
                   "What came and went, and the parts of joint working (new, deepened, kept, lost), are since the row before; "
                   "nodes-tied have a tie. Each state is measured by itself. Of the ties of a row and the one before, jaccard is the share "
                   "that is in both, survival of those before the share that is still there; node-turnover is the share of those who "
                   "have a tie in one of both alone.",
                   err);
  return code;
}

/* ---- in words ---- */

/* "Ties were 24 (2023), 71 (2024) and 79 (2025)"; of many rows the first, the highest and the last. */
static nonet_code say_ties(nonet_answer *a, const struct series *s, nonet_err *err) {
  const double *ties = s->column[TIES], *came = s->column[CAME], *went = s->column[WENT];
  size_t last = s->count - 1, most_came = 1, most_went = 1, highest = 0;
  for (size_t i = 1; i < s->count; i++) {
    if (came[i] > came[most_came]) most_came = i;
    if (went[i] > went[most_went]) most_went = i;
    if (ties[i] > ties[highest]) highest = i;
  }
  struct buffer b = {0};
  tell_count(&b, (uint64_t)ties[0], "tie", "ties");
  buffer_print(&b, " in %s, %" PRIu64 " in %s", s->at[0].name, (uint64_t)ties[last], s->at[last].name);
  if (highest != 0 && highest != last && ties[highest] > ties[last] && ties[highest] > ties[0])
    buffer_print(&b, ", and most, %" PRIu64 ", in %s", (uint64_t)ties[highest], s->at[highest].name);
  if (came[most_came] > 0) buffer_print(&b, ". Most ties came in with %s (%" PRIu64 ")", s->at[most_came].name, (uint64_t)came[most_came]);
  if (went[most_went] > 0)
    buffer_print(&b, "%s most went with %s (%" PRIu64 ")", came[most_came] > 0 ? "," : ". Of those that went,", s->at[most_went].name,
                 (uint64_t)went[most_went]);
  nonet_code code = tell(a, &b, err);
  buffer_free(&b);
  return code;
}

static nonet_code say_joint(nonet_answer *a, const struct series *s, nonet_err *err) {
  const double *index = s->column[INDEX];
  size_t last = s->count - 1, least = last, most = last;
  char first[NUMBER_ROOM], end[NUMBER_ROOM];
  if (isnan(index[0]) || isnan(index[last])) return NONET_OK;
  for (size_t i = 0; i < s->count; i++) {
    if (index[i] < index[least]) least = i;
    if (index[i] > index[most]) most = i;
  }
  number_print_short(first, index[0], 3);
  number_print_short(end, index[last], 3);
  return answer_say(a, err,
                    "Joint working, what two partners share on average, was %s in %s and %s in %s; it was lowest in %s and highest in %s.",
                    first, s->at[0].name, end, s->at[last].name, s->at[least].name, s->at[most].name);
}

static nonet_code tell_series(nonet_answer *a, struct series *s, nonet_err *err) {
  char verdict[96];
  size_t last = s->count - 1;
  snprintf(verdict, sizeof verdict, "%zu states, %.0f to %.0f ties", s->count, s->column[TIES][0], s->column[TIES][last]);
  nonet_code code = answer_verdict(a, verdict, err);
  if (!code) code = say_ties(a, s, err);
  if (!code) code = say_joint(a, s, err);
  if (code) return code;
  nonet_sheet *given = s->sheet;
  s->sheet = NULL;
  return answer_add_sheet(a, given, err);
}

nonet_code nonet_series(nonet_answer **out, const nonet_snapshot *snapshots, size_t count, const nonet_changes_options *options,
                        const nonet_run *run, nonet_err *err) {
  static const nonet_changes_options none = {0};
  struct series s = {.at = snapshots, .count = count, .options = options ? options : &none, .asked = run};
  nonet_answer *a = NULL;
  *out = NULL;
  run_start(&s.run, run);
  if (count < 2) return error_set(err, NONET_EUSAGE, "a series needs two states of the network or more");
  nonet_code code = fill(&s, err);
  if (!code) code = answer_new(&a, err);
  if (!code) code = tell_series(a, &s, err);
  nonet_sheet_free(s.sheet);
  if (code)
    nonet_answer_free(a);
  else
    *out = a;
  return code;
}
