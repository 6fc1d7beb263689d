/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * FILE, folder, LAYER=FILE or "-". A word with '=' is LAYER=FILE unless a file of that whole name exists, or a '/' stands in front of the
 * '=' and no file behind it. */
#include "cli/input.h"

#include "cli/near.h"
#include "cli/rejects.h"
#include "cli/say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where the FILE of LAYER=FILE begins in a word; NULL: the word is a path. */
static const char *behind_layer(const char *word) {
  const char *equals = strchr(word, '=');
  if (!equals || equals == word || !equals[1] || access(word, F_OK) == 0) return NULL;
  const char *slash = memchr(word, '/', (size_t)(equals - word));
  return slash && access(equals + 1, F_OK) != 0 ? NULL : equals + 1;
}

static nonet_code check_format(const char *name, nonet_err *err) {
  char room[NEAR_ROOM];
  struct near near;
  near_start(&near, name);
  for (size_t i = 0; nonet_format_at(i); i++) {
    const nonet_format *format = nonet_format_at(i);
    if (!format->reads) continue;
    if (strcmp(format->name, name) == 0) return NONET_OK;
    near_offer(&near, format->name);
  }
  return fail(err, NONET_EUSAGE, "unknown format '%s'%s", name, near_words(&near, room));
}

/* The inputs of a job, and the copies of layer names that they borrow. */
struct inputs {
  nonet_input *at;
  char **layers;
  size_t count;
};

static void inputs_free(struct inputs *inputs) {
  for (size_t i = 0; inputs->layers && i < inputs->count; i++)
    free(inputs->layers[i]);
  free(inputs->layers);
  free(inputs->at);
}

static nonet_code inputs_of(struct inputs *out, const struct job *job, nonet_err *err) {
  const struct options *o = &job->options;
  const char *format = option_text(o, OPTION_FROM_FORMAT);
  size_t standard = 0;
  if (o->word_count == 0) return fail(err, NONET_EUSAGE, "no FILE is given: nonet %s %s", job->command->name, job->command->usage);
  if (format && check_format(format, err) != NONET_OK) return NONET_EUSAGE;
  out->count = o->word_count;
  out->at = calloc(out->count, sizeof *out->at);
  out->layers = calloc(out->count, sizeof *out->layers);
  if (!out->at || !out->layers) return fail_memory(err);
  for (size_t i = 0; i < out->count; i++) {
    const char *word = o->words[i], *path = behind_layer(word);
    if (path && !(out->layers[i] = strndup(word, (size_t)(path - word) - 1))) return fail_memory(err);
    out->at[i] = (nonet_input){.path = path ? path : word, .layer = out->layers[i], .format = format};
    if (strcmp(out->at[i].path, "-") == 0 && standard++ > 0) return fail(err, NONET_EUSAGE, "standard input ('-') can be read only once");
  }
  return NONET_OK;
}

/* --columns @FILE: its lines, joined by commas. */
static nonet_code columns_from(char **out, const char *path, nonet_err *err) {
  enum { MOST = 1 << 16 };
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  char *text = fd >= 0 ? malloc(MOST) : NULL;
  ssize_t size = -1;
  size_t got = 0;
  while (text && (size = read(fd, text + got, MOST - got)) > 0)
    got += (size_t)size;
  int number = errno;
  if (fd >= 0) close(fd);
  if (fd >= 0 && !text) return fail_memory(err);
  nonet_code code = NONET_OK;
  if (fd < 0 || size < 0) code = fail(err, NONET_EIO, "%s: cannot read: %s", path, strerror(number));
  if (code == NONET_OK && got == MOST) code = fail(err, NONET_EUSAGE, "%s: too long for a list of columns", path);
  if (code != NONET_OK) {
    free(text);
    return code;
  }
  text[got] = 0;
  size_t kept = 0;
  for (char *line = text, *rest = text; (line = strsep(&rest, "\r\n"));) {
    size_t length = strlen(line);
    if (length == 0) continue;
    if (kept > 0) text[kept++] = ',';
    memmove(text + kept, line, length);
    kept += length;
  }
  text[kept] = 0;
  *out = text;
  return NONET_OK;
}

static nonet_code read_all(nonet_draft *draft, struct job *job, nonet_err *err) {
  const struct options *o = &job->options;
  struct inputs inputs = {0};
  char *columns = NULL;
  nonet_read_options how = {.columns = option_text(o, OPTION_COLUMNS),
                            .missing = option_text(o, OPTION_MISSING),
                            .encoding = option_text(o, OPTION_ENCODING),
                            .sheets = option_text(o, OPTION_SHEETS),
                            .decimal_comma = option_given(o, OPTION_DECIMAL_COMMA),
                            .same_ids = option_given(o, OPTION_SAME_IDS),
                            .reports = option_given(o, OPTION_DIRECTED) || option_choice(o, OPTION_CONFIRM) >= 0,
                            .reject = job->rejected ? rejects_add : NULL,
                            .reject_user = job};
  nonet_code code = inputs_of(&inputs, job, err);
  if (code == NONET_OK && how.columns && how.columns[0] == '@') {
    code = columns_from(&columns, how.columns + 1, err);
    how.columns = columns;
  }
  if (code == NONET_OK) code = nonet_read(draft, inputs.at, inputs.count, &how, &job->run, err);
  free(columns);
  inputs_free(&inputs);
  return code;
}

static nonet_code seal(nonet **out, nonet_draft *draft, struct job *job, nonet_err *err) {
  const struct options *o = &job->options;
  bool directed = option_given(o, OPTION_DIRECTED), undirected = option_given(o, OPTION_UNDIRECTED);
  int repeats = option_choice(o, OPTION_REPEATS);
  nonet_seal_options how = {.direction = directed     ? NONET_DIRECTED
                                         : undirected ? NONET_UNDIRECTED
                                                      : NONET_AS_INPUT,
                            .scale = option_text(o, OPTION_SCALE),
                            .repeats = repeats < 0 ? NONET_SUM : (nonet_repeats)repeats,
                            .merge_nodes = option_given(o, OPTION_MERGE_NODES),
                            .add_missing = option_given(o, OPTION_ADD_MISSING),
                            .modes = option_text(o, OPTION_MODES),
                            .reject = job->rejected ? rejects_add : NULL,
                            .reject_user = job};
  return nonet_sift(out, draft, &how, &job->run, err);
}

/* The path that a warning starts with; NULL: none. */
static const char *path_of(const nonet *n, const char *warning) {
  const char *best = NULL;
  for (size_t i = 0; nonet_source_path(n, i); i++) {
    const char *path = nonet_source_path(n, i);
    size_t length = strlen(path);
    if (strncmp(warning, path, length) == 0 && warning[length] == ':' && (!best || length > strlen(best))) best = path;
  }
  return best;
}

/* Warnings of a network that `before` (NULL: none) did not have. */
static void warn_of(struct job *job, const nonet *n, const nonet *before) {
  for (size_t i = 0; nonet_warning(n, i); i++) {
    const char *text = nonet_warning(n, i);
    bool known = false;
    for (size_t j = 0; before && !known && nonet_warning(before, j); j++)
      known = strcmp(nonet_warning(before, j), text) == 0;
    if (!known) job_warn(job, path_of(n, text), text);
  }
}

/* Put a view in the place of the network. */
static nonet_code look_through(nonet **n, struct job *job, const char *view, nonet_err *err) {
  nonet *next = NULL;
  nonet_code code = nonet_view(&next, *n, view, &job->run, err);
  if (code != NONET_OK) return code;
  warn_of(job, next, *n);
  nonet_free(*n);
  *n = next;
  return NONET_OK;
}

/* Who confirms whom is told of the whole network, before a part of it is looked at. */
static nonet_code look(nonet **n, struct job *job, nonet_err *err) {
  static const char *const confirm[] = {"confirm:either", "confirm:both"};
  int sides = option_choice(&job->options, OPTION_CONFIRM);
  nonet_code code = sides >= 0 ? look_through(n, job, confirm[sides], err) : NONET_OK;
  size_t cursor = 0;
  for (const char *view; code == NONET_OK && (view = option_next(&job->options, OPTION_VIEW, &cursor));)
    code = look_through(n, job, view, err);
  return code;
}

static void tell(struct job *job, const nonet *n) {
  char text[160];
  size_t files = 0;
  while (nonet_source_path(n, files))
    files++;
  snprintf(text, sizeof text, "%lu nodes, %lu ties and %lu layers from %zu %s in %.2f s", (unsigned long)nonet_nodes(n),
           (unsigned long)nonet_ties(n), (unsigned long)nonet_layers(n), files, files == 1 ? "file" : "files", job_seconds(job));
  job_note(job, text);
  for (size_t i = 0; nonet_assumption(n, i); i++)
    job_note(job, nonet_assumption(n, i));
}

/* Options that say how tables are to be understood: of a snapshot that is settled. */
static nonet_code refuse_for_snapshot(const struct options *o, nonet_err *err) {
  static const enum option_id of_tables[] = {
      OPTION_COLUMNS,  OPTION_MISSING,    OPTION_ENCODING, OPTION_SHEETS,      OPTION_DECIMAL_COMMA, OPTION_SAME_IDS, OPTION_MERGE_NODES,
      OPTION_DIRECTED, OPTION_UNDIRECTED, OPTION_SCALE,    OPTION_ADD_MISSING, OPTION_REPEATS,       OPTION_MODES,    OPTION_REJECTS};
  for (size_t i = 0; i < sizeof of_tables / sizeof *of_tables; i++)
    for (size_t k = 0; option_given(o, of_tables[i]) && option_at(k); k++)
      if (option_at(k)->id == of_tables[i])
        return fail(err, NONET_EUSAGE,
                    "--%s says how tables are read, and '%s' is a network already: say it to nonet convert, which makes it",
                    option_at(k)->name, o->words[0]);
  return NONET_OK;
}

/* Whether the network is looked at as it is, so that no part of it is needed before somebody asks. */
static bool as_it_is(const struct options *o) {
  return option_choice(o, OPTION_CONFIRM) < 0 && !option_given(o, OPTION_VIEW) && !option_given(o, OPTION_ANONYMISE);
}

/* The network of the FILEs: opened where it is a snapshot, else read and sealed. */
static nonet_code network_of(nonet **out, struct job *job, bool to_ask, nonet_err *err) {
  const struct options *o = &job->options;
  nonet_draft *draft = NULL;
  if (o->word_count == 1 && nonet_is_snapshot(o->words[0])) {
    nonet_code code = refuse_for_snapshot(o, err);
    if (code != NONET_OK) return code;
    return (to_ask && as_it_is(o) ? nonet_open_to_ask : nonet_open)(out, o->words[0], &job->run, err);
  }
  nonet_code code = rejects_start(job, err);
  if (code == NONET_OK) code = nonet_draft_new(&draft, err);
  if (code == NONET_OK) code = read_all(draft, job, err);
  if (code == NONET_OK) code = seal(out, draft, job, err);
  code = rejects_end(job, code, err);
  if (code != NONET_OK) {
    nonet_free(*out);
    *out = NULL;
  }
  nonet_draft_free(draft);
  return code;
}

/* Put the network without names in the place of the one with them, before anything is said of it. */
static nonet_code anonymise(nonet **n, struct job *job, nonet_err *err) {
  const char *key_file = option_text(&job->options, OPTION_ANONYMISE);
  nonet *next = NULL;
  if (!key_file) return NONET_OK;
  nonet_code code = nonet_anonymised(&next, *n, key_file, err);
  nonet_free(*n);
  *n = next;
  if (code == NONET_OK && !job->shape_told)
    job_note(job, "warning: names are gone, but who knows a small network knows it by its shape, its dates and its layers");
  job->shape_told = true;
  return code;
}

static nonet_code open_input(nonet **out, struct job *job, bool to_ask, nonet_err *err) {
  const struct options *o = &job->options;
  void (*const warn)(void *, const char *) = job->run.warn;
  *out = NULL;
  if (option_given(o, OPTION_DIRECTED) && option_given(o, OPTION_UNDIRECTED))
    return fail(err, NONET_EUSAGE, "--directed and --undirected exclude each other");
  /* What is said while reading and sealing is kept by the network, with its place; it is said from there, once. */
  job->run.warn = NULL;
  nonet_code code = network_of(out, job, to_ask, err);
  if (code == NONET_OK) code = anonymise(out, job, err);
  if (code != NONET_OK) return code;
  warn_of(job, *out, NULL);
  code = look(out, job, err);
  job->run.warn = warn;
  if (code == NONET_OK) code = job_strict(job, err);
  if (code != NONET_OK) {
    nonet_free(*out);
    *out = NULL;
    return code;
  }
  if (option_given(o, OPTION_VERBOSE)) tell(job, *out);
  return NONET_OK;
}

nonet_code input_open(nonet **out, struct job *job, nonet_err *err) {
  return open_input(out, job, false, err);
}

nonet_code input_open_to_ask(nonet **out, struct job *job, nonet_err *err) {
  return open_input(out, job, true, err);
}
