/* Reading small texts in a test: files in a folder of the test's own, read and sealed. */
#ifndef NONET_TESTS_READ_READING_H
#define NONET_TESTS_READ_READING_H

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define READING_FILES 8

/* What is read, how, and what came of it. */
struct reading_case {
  char folder[64];
  char *paths[READING_FILES]; /* owned */
  nonet_input inputs[READING_FILES];
  size_t count;
  nonet_read_options options;
  nonet_seal_options seal;
  nonet_run run;
  nonet_draft *draft;
  nonet *net;
  nonet_err err;
  nonet_code code;
};

static inline void reading_start(struct reading_case *c) {
  memset(c, 0, sizeof *c);
  snprintf(c->folder, sizeof c->folder, "/tmp/nonet-read-XXXXXX");
  assert_non_null(mkdtemp(c->folder));
}

/* Add a file of some bytes as a further input, of a layer or none. */
static inline void reading_bytes(struct reading_case *c, const char *layer, const char *name, const void *bytes, size_t size) {
  assert_true(c->count < READING_FILES);
  char *path = NULL;
  assert_true(asprintf(&path, "%s/%s", c->folder, name) > 0);
  c->paths[c->count] = path;
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, size, file), size);
  fclose(file);
  c->inputs[c->count++] = (nonet_input){.path = path, .layer = layer};
}

static inline void reading_file(struct reading_case *c, const char *name, const char *text) {
  reading_bytes(c, NULL, name, text, strlen(text));
}

/* Read, and seal if that went well. */
static inline void reading_run(struct reading_case *c) {
  assert_int_equal(nonet_draft_new(&c->draft, &c->err), NONET_OK);
  c->code = nonet_read(c->draft, c->inputs, c->count, &c->options, &c->run, &c->err);
  if (!c->code) c->code = nonet_seal(&c->net, c->draft, &c->seal, NULL, &c->err);
}

static inline void reading_end(struct reading_case *c) {
  nonet_free(c->net);
  nonet_draft_free(c->draft);
  for (size_t i = 0; i < c->count; i++) {
    if (c->paths[i]) unlink(c->paths[i]);
    free(c->paths[i]);
  }
  rmdir(c->folder);
}

/* One CSV, which must be read. */
static inline void reading_csv(struct reading_case *c, const char *text) {
  reading_start(c);
  reading_file(c, "t.csv", text);
  reading_run(c);
  if (c->code) fail_msg("not read: %s", c->err.text);
}

/* Whether some assumption contains a text. */
static inline bool reading_assumes(const struct reading_case *c, const char *part) {
  for (size_t i = 0; nonet_draft_assumption(c->draft, i); i++)
    if (strstr(nonet_draft_assumption(c->draft, i), part)) return true;
  return false;
}

#define assert_assumes(c, part)                                                                                                            \
  do {                                                                                                                                     \
    if (!reading_assumes(c, part)) fail_msg("nothing assumed says \"%s\" (%s)", part, nonet_draft_assumption((c)->draft, 0));              \
  } while (0)

#define assert_size(c, n, m)                                                                                                               \
  do {                                                                                                                                     \
    assert_int_equal(nonet_nodes((c)->net), n);                                                                                            \
    assert_int_equal(nonet_ties((c)->net), m);                                                                                             \
  } while (0)

/* A file with a text must be refused with a code, and with a line and words in the error; the draft must be empty then. */
static inline void reading_refused(const char *name, const void *bytes, size_t size, nonet_code code, uint64_t line, const char *part) {
  struct reading_case c;
  reading_start(&c);
  reading_bytes(&c, NULL, name, bytes, size);
  reading_run(&c);
  if (c.code != code || c.err.line != line || !strstr(c.err.text, part))
    fail_msg("%s: code %d, line %llu: \"%s\", not code %d, line %llu with \"%s\"", name, (int)c.code, (unsigned long long)c.err.line,
             c.err.text, (int)code, (unsigned long long)line, part);
  reading_end(&c);
}

#define assert_refused(name, text, line, part) reading_refused(name, text, sizeof(text) - 1, NONET_EINPUT, line, part)

/* Attributes by column name; NULL: no such column. */
static inline const char *reading_node_value(const nonet *n, const char *column, const char *node) {
  uint32_t v;
  if (nonet_find_node(&v, n, node, NULL)) return NULL;
  for (size_t i = 0; i < nonet_node_columns(n); i++)
    if (strcmp(nonet_node_column(n, i, NULL), column) == 0) return nonet_node_value(n, i, v, NULL);
  return NULL;
}

static inline const char *reading_tie_value(const nonet *n, const char *column, uint32_t tie) {
  for (size_t i = 0; i < nonet_tie_columns(n); i++)
    if (strcmp(nonet_tie_column(n, i, NULL), column) == 0) return nonet_tie_value(n, i, tie, NULL);
  return NULL;
}

static inline nonet_node reading_node(const nonet *n, const char *name) {
  uint32_t v = 0;
  nonet_node node;
  nonet_err err;
  assert_ok(nonet_find_node(&v, n, name, &err), err);
  nonet_node_get(&node, n, v);
  return node;
}

static inline nonet_tie reading_tie(const nonet *n, uint32_t t) {
  nonet_tie tie;
  assert_true(t < nonet_ties(n));
  nonet_tie_get(&tie, n, t);
  return tie;
}

static inline const char *reading_key(const nonet *n, uint32_t v) {
  nonet_node node;
  nonet_node_get(&node, n, v);
  return node.key;
}

#endif
