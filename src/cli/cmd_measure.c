/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet measure: names -> one sheet for each scope -> table, CSV, JSON or Markdown. Names are checked before a file is opened. */
#include "cli/commands.h"
#include "cli/effort.h"
#include "cli/fail_if.h"
#include "cli/input.h"
#include "cli/left_out.h"
#include "cli/lists.h"
#include "cli/output.h"
#include "cli/references.h"
#include "cli/say.h"
#include "cli/states.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is measured: a network, or its states one after the other. */
struct subject {
  nonet *net;           /* owned; NULL: states alone */
  struct states states; /* FILEs that are one each */
  nonet_times times;    /* where they come from; of neither: the network as it is */
};

/* What becomes one sheet: measures of one scope, "a,b,c", or one that is a table of its own. */
struct group {
  char *names; /* owned */
  size_t count;
  nonet_scope scope;
};

/* The sheets to make, in the order in which they were first named. */
struct asked {
  struct group *at; /* owned */
  size_t count;
  bool chosen; /* not by name, but by a profile: what does not suit the network is left out */
};

static void asked_free(struct asked *a) {
  for (size_t i = 0; i < a->count; i++)
    free(a->at[i].names);
  free(a->at);
}

static nonet_code add(struct asked *a, nonet_scope scope, const char *name, nonet_err *err) {
  size_t i = 0;
  while (i < a->count && (a->at[i].scope != scope || scope == NONET_OF_TABLE))
    i++;
  if (i == a->count) {
    struct group *grown = realloc(a->at, (a->count + 1) * sizeof *grown);
    if (!grown) return fail_memory(err);
    a->at = grown;
    a->at[a->count++] = (struct group){.scope = scope};
  }
  char *had = a->at[i].names, *now = NULL;
  if (asprintf(&now, "%s%s%s", had ? had : "", had ? "," : "", name) < 0) return fail_memory(err);
  free(had);
  a->at[i].names = now;
  a->at[i].count++;
  return NONET_OK;
}

/* --measures, less what --scope leaves out. */
static nonet_code read_names(struct asked *a, const char *names, int scope, nonet_err *err) {
  char *copy = strdup(names), *rest = copy;
  nonet_code code = copy ? NONET_OK : fail_memory(err);
  for (char *name; code == NONET_OK && (name = strsep(&rest, ","));) {
    name += strspn(name, " ");
    for (size_t end = strlen(name); end > 0 && name[end - 1] == ' ';)
      name[--end] = 0;
    const nonet_measure_info *info = nonet_measure_find(name);
    if (!info)
      code = nonet_measure_unknown(name, err);
    else if (scope < 0 || info->scope == (nonet_scope)scope)
      code = add(a, info->scope, name, err);
  }
  free(copy);
  if (code == NONET_OK && a->count == 0)
    code = fail(err, NONET_EUSAGE, "none of '%s' measures scope '%s' (see: nonet list measures)", names, list_scope((nonet_scope)scope));
  return code;
}

static bool resamples(const struct options *o) {
  return option_given(o, OPTION_BOOTSTRAP) || option_given(o, OPTION_JACKKNIFE);
}

/* Can values of this scope be held against other networks, where that is asked for? Tables and ties cannot, and sets of nodes say something
 * of the whole alone. */
static bool can_be_repeated(nonet_scope scope, const struct options *o) {
  if (resamples(o)) return scope == NONET_OF_WHOLE;
  return !option_given(o, OPTION_CHANCE) || (scope != NONET_OF_TABLE && scope != NONET_OF_TIES);
}

static nonet_code check_chance(const struct options *o, nonet_err *err) {
  bool asked = option_given(o, OPTION_CHANCE) || resamples(o);
  if (option_given(o, OPTION_NULL) && !option_given(o, OPTION_CHANCE))
    return fail(err, NONET_EUSAGE, "--null says what --chance keeps: give --chance N too");
  if (asked && option_given(o, OPTION_OVER))
    return fail(err, NONET_EUSAGE, "--over and --chance, --bootstrap or --jackknife exclude each other");
  if (option_whole(o, OPTION_CHANCE, 0) > 1000000000 || option_whole(o, OPTION_BOOTSTRAP, 0) > 1000000000)
    return fail(err, NONET_EUSAGE, "more than 1000000000 networks are not drawn");
  return NONET_OK;
}

/* The set of a profile. Without --profile and --scope: the measures of nodes that suit what the network is; with --scope alone all of that
 * scope. What takes long on so large a network, and the like, is left out and said. */
static nonet_code choose(struct asked *a, struct left_out *left, struct job *job, const nonet *n, int scope, nonet_err *err) {
  const char *profile = option_text(&job->options, OPTION_PROFILE);
  if (!profile && scope < 0) scope = resamples(&job->options) ? NONET_OF_WHOLE : NONET_OF_NODES;
  if (!profile) profile = scope == NONET_OF_NODES ? nonet_profile_for(n) : "all";
  nonet_code code = NONET_OK;
  for (size_t i = 0; code == NONET_OK && nonet_measure_at(i); i++) {
    const nonet_measure_info *info = nonet_measure_at(i);
    const char *why;
    if (scope < 0 && !can_be_repeated(info->scope, &job->options)) continue;
    if (scope >= 0 ? info->scope != (nonet_scope)scope : option_given(&job->options, OPTION_OVER) && info->scope == NONET_OF_TABLE)
      continue;
    if (nonet_profile_has(profile, n, info, &why)) code = add(a, info->scope, info->name, err);
    if (why) left_out_add(left, info->name, why);
  }
  if (code == NONET_OK && a->count == 0)
    return fail(err, NONET_EUSAGE, "profile '%s' has no measure of scope '%s' for this network", profile,
                scope < 0 ? "any" : list_scope((nonet_scope)scope));
  return code;
}

static bool has_column(const nonet_sheet *s, const char *name) {
  bool number;
  for (size_t c = 0; c < nonet_sheet_columns(s); c++)
    if (strcmp(nonet_sheet_column(s, c, &number), name) == 0) return true;
  return false;
}

/* By --sort where a sheet has that column; else, with --top, by the first measure. */
static nonet_code sort(nonet_sheet **sheets, size_t count, const struct options *o, nonet_err *err) {
  const char *by = option_text(o, OPTION_SORT);
  bool number, found = false;
  for (size_t i = 0; by && i < count; i++) {
    if (!has_column(sheets[i], by)) continue;
    found = true;
    nonet_code code = nonet_sheet_sort(sheets[i], by, err);
    if (code != NONET_OK) return code;
  }
  if (by) return found ? NONET_OK : nonet_sheet_sort(sheets[0], by, err);
  if (!option_given(o, OPTION_TOP)) return NONET_OK;
  for (size_t i = 0; i < count; i++) {
    size_t first = nonet_sheet_key_columns(sheets[i]);
    nonet_keys keys = nonet_sheet_keys(sheets[i]);
    if (keys == NONET_BY_MEASURE || keys == NONET_BY_DATE || first >= nonet_sheet_columns(sheets[i])) continue;
    nonet_code code = nonet_sheet_sort(sheets[i], nonet_sheet_column(sheets[i], first, &number), err);
    if (code != NONET_OK) return code;
  }
  return NONET_OK;
}

static bool is_as(const struct options *o, const char *form) {
  const char *as = option_text(o, OPTION_AS);
  return as && strcmp(as, form) == 0;
}

/* One sheet of the network as it is, with words on how long that takes. */
static nonet_code measure_now(nonet_sheet **sheet, const nonet *n, const char *names, const nonet_measure_options *how, struct job *job,
                              nonet_err *err) {
  effort_before(job, n, names, how);
  double start = job_seconds(job);
  nonet_code code = nonet_measure(sheet, n, names, how, &job->run, err);
  if (code == NONET_OK) effort_after(job, n, names, how, job_seconds(job) - start);
  return code;
}

static nonet_code measure(nonet_sheet **sheets, size_t *made, const struct asked *a, struct left_out *left, struct job *job,
                          const struct subject *of, nonet_err *err) {
  const struct options *o = &job->options;
  nonet_measure_options how = {.weighted = option_given(o, OPTION_WEIGHTED),
                               .normalised = option_given(o, OPTION_NORMALISED),
                               .replicas = option_choice(o, OPTION_REPLICAS) == 1 ? NONET_REPLICAS_MEMBERS : NONET_REPLICAS_ALL,
                               .verify = option_given(o, OPTION_VERIFY),
                               .samples = option_text(o, OPTION_SAMPLES),
                               .epsilon = option_seconds(o, OPTION_EPSILON),
                               .delta = option_seconds(o, OPTION_DELTA),
                               .cite = option_given(o, OPTION_CITE) && is_as(o, "json"),
                               .chance = (uint32_t)option_whole(o, OPTION_CHANCE, 0),
                               .null = option_text(o, OPTION_NULL),
                               .bootstrap = (uint32_t)option_whole(o, OPTION_BOOTSTRAP, 0),
                               .jackknife = option_given(o, OPTION_JACKKNIFE),
                               .left_out = a->chosen ? left_out_add : NULL,
                               .left_out_user = left};
  nonet_code code = NONET_OK;
  *made = 0;
  for (size_t i = 0; code == NONET_OK && i < a->count; i++) {
    size_t before = left->count;
    if (of->times.net || of->times.count)
      code = nonet_measure_over(&sheets[*made], &of->times, a->at[i].names, &how, &job->run, err);
    else
      code = measure_now(&sheets[*made], of->net, a->at[i].names, &how, job, err);
    bool none = code != NONET_OK && left->count - before == a->at[i].count; /* each of them was told of */
    if (code == NONET_OK) ++*made;
    if (none) code = NONET_OK;
  }
  if (code == NONET_OK && *made == 0) return fail(err, NONET_EUSAGE, "no measure of the profile suits this network");
  return code == NONET_OK ? sort(sheets, *made, &job->options, err) : code;
}

static nonet_code check_csv(const struct asked *a, const struct options *o, nonet_err *err) {
  if (a->count < 2 || !is_as(o, "csv")) return NONET_OK;
  return fail(err, NONET_EUSAGE, "CSV holds one sheet, and these are of scope %s and %s: choose with --scope, or use --as json",
              list_scope(a->at[0].scope), list_scope(a->at[1].scope));
}

/* CSV has no room for notes, so what --verify found, and what samples guarantee, is said beside it. */
static void tell_notes(struct job *job, const nonet_sheet *s) {
  if ((!option_given(&job->options, OPTION_VERIFY) && !option_given(&job->options, OPTION_SAMPLES)) || !is_as(&job->options, "csv")) return;
  for (size_t i = 0; nonet_sheet_note(s, i); i++)
    job_note(job, nonet_sheet_note(s, i));
}

static nonet_code show(struct job *job, nonet_sheet **sheets, size_t count, nonet_err *err) {
  const nonet_sheet *const *shown = (const nonet_sheet *const *)sheets;
  nonet_show_options how = output_show(job);
  nonet_out *o = NULL;
  nonet_code code = output_open(&o, job, err);
  if (code != NONET_OK) return code;
  code = nonet_show(o, shown, count, &how, err);
  if (code == NONET_OK && option_given(&job->options, OPTION_CITE)) code = references_write(o, job, shown, count, err);
  for (size_t i = 0; i < count; i++)
    tell_notes(job, sheets[i]);
  return output_close(o, job, code, err);
}

/* Open what --over says; without it, the network. */
static nonet_code open_subject(struct subject *s, struct job *job, nonet_err *err) {
  const char *over = option_text(&job->options, OPTION_OVER);
  nonet_code code = NONET_OK;
  if (over && option_given(&job->options, OPTION_FAIL_IF)) return fail(err, NONET_EUSAGE, "--over and --fail-if exclude each other");
  if (over && strcmp(over, "snapshots") == 0) {
    code = states_open_each(&s->states, job, "nonet measure FILE FILE... --over snapshots, or one network --over years", err);
    s->times = (nonet_times){.snapshots = s->states.at, .count = s->states.count};
    return code;
  }
  code = input_open(&s->net, job, err);
  if (over) s->times = (nonet_times){.net = s->net, .over = over};
  return code;
}

/* The network that a profile is chosen for: of states the last one. */
static const nonet *last_of(const struct subject *s) {
  return s->net ? s->net : s->states.at[s->states.count - 1].net;
}

static void close_subject(struct subject *s) {
  nonet_free(s->net);
  states_free(&s->states);
}

static nonet_code run(struct job *job, nonet_err *err) {
  const char *names = option_text(&job->options, OPTION_MEASURES);
  int scope = option_choice(&job->options, OPTION_SCOPE);
  struct asked asked = {0};
  struct left_out left = {0};
  struct fail_if conditions = {0};
  struct subject of = {0};
  nonet_sheet **sheets = NULL;
  size_t made = 0;
  if (names && option_given(&job->options, OPTION_PROFILE)) return fail(err, NONET_EUSAGE, "--measures and --profile exclude each other");
  nonet_code code = names ? read_names(&asked, names, scope, err) : NONET_OK;
  asked.chosen = !names;
  if (code == NONET_OK) code = check_chance(&job->options, err);
  if (code == NONET_OK) code = check_csv(&asked, &job->options, err);
  if (code == NONET_OK) code = fail_if_read(&conditions, &job->options, err);
  if (code == NONET_OK) code = open_subject(&of, job, err);
  if (code == NONET_OK) code = fail_if_measure(&conditions, job, of.net, err);
  if (code == NONET_OK && !names) code = choose(&asked, &left, job, last_of(&of), scope, err);
  if (code == NONET_OK && !names) code = check_csv(&asked, &job->options, err);
  if (code == NONET_OK && !(sheets = calloc(asked.count, sizeof *sheets))) code = fail_memory(err);
  if (code == NONET_OK) code = measure(sheets, &made, &asked, &left, job, &of, err);
  if (code == NONET_OK) code = show(job, sheets, made, err);
  for (size_t i = 0; sheets && i < asked.count; i++)
    nonet_sheet_free(sheets[i]);
  free(sheets);
  left_out_tell(&left, job);
  if (code == NONET_OK) code = fail_if_tell(&conditions, err);
  fail_if_free(&conditions);
  left_out_free(&left);
  asked_free(&asked);
  close_subject(&of);
  return code;
}

const struct command command_measure = {
    .name = "measure",
    .usage = "FILE... [--measures A,B,...] [--scope node|tie|layer|whole|table] [--profile NAME] [options]",
    .summary = "numbers for nodes, ties, layers or the whole network",
    .details =
        "Values are raw unless --normalised, and ties count alike unless --weighted. What each measure means, its convention and its "
        "source: nonet help MEASURE. In CSV and JSON an undefined value is an empty cell or null, and numbers read back equal.",
    .examples = "nonet measure network/ --top 10\tthe ten with most ties\n"
                "nonet measure network/ --measures betweenness,closeness --as csv\tthese two, for a spreadsheet\n"
                "nonet measure network/ --scope whole\tthe network as a whole\n"
                "nonet measure network/ --profile all --as json\tall that suits it\n"
                "nonet measure network/ --measures degree --view project:partner\tpartners that share a strategy\n"
                "nonet measure network/ --measures transitivity --chance 999\tmore than the degrees make of it?\n"
                "nonet measure network/ --measures components,efficiency --over years\tyear by year\n"
                "nonet measure 2023.csv 2024.csv --measures degree --over snapshots --as csv\tof each file\n",
    .takes = TAKES_MEASURES | TAKES_CONDITIONS | TAKES_WEIGHTS | TAKES_FILES | TAKES_TABLES | TAKES_OUT,
    .run = run,
};
