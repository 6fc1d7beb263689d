/* An engine: one child process for each layout.
 *
 * How: the graph goes out as DOT with numbers for names, so nothing from the data reaches the layout; positions come back as JSON. The
 * seed of chance is fixed. A group is a hub that is tied to all its nodes and pulls them together; clusters are not used, since fdp places
 * them by addresses in memory, differently each time.
 * Why a child: see the design's reasons in docs and src/draw; a drawing that crashes or hangs costs one sentence, not the results. */
#include "show/engine.h"

#include "base/child.h"
#include "base/memory.h"

#include <jansson.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#ifndef NONET_LIBEXEC_DIR
#define NONET_LIBEXEC_DIR ""
#endif

static const size_t most_output = (size_t)1 << 30;

char *engine_find(const char *given) {
  return given ? memory_text(given) : child_find("nonet-draw", NONET_LIBEXEC_DIR);
}

/* The first line of what the child said, without its name. */
static nonet_code failed(const struct child_result *r, nonet_err *err) {
  const char *words = buffer_string(&r->words), *colon = strstr(words, "nonet-draw: ");
  if (colon) words = colon + strlen("nonet-draw: ");
  int length = (int)strcspn(words, "\n");
  if (length > 400) length = 400;
  nonet_code code = r->status == 5 ? NONET_ELIMIT : NONET_EINTERNAL;
  if (length) return error_set(err, code, "the picture could not be drawn: %.*s", length, words);
  return error_set(err, code, "the picture could not be drawn: nonet-draw ended with status %d", r->status);
}

nonet_code engine_render(struct buffer *out, const char *program, const char *const *argv, const struct buffer *dot, const nonet_run *run,
                         nonet_err *err) {
  struct child_job job = {.program = program, .argv = argv, .input = dot->bytes, .input_size = dot->size, .most = most_output};
  struct child_result result = {0};
  nonet_code code = child_run(&result, &job, run, err);
  if (code == NONET_OK && result.status != 0) code = failed(&result, err);
  if (code == NONET_OK) {
    buffer_free(out);
    *out = result.output;
    result.output = (struct buffer){0};
  }
  child_result_free(&result);
  return code;
}

static void inches(struct buffer *b, double points) {
  buffer_number(b, round(points / 72 * 1e4) / 1e4);
}

static void write_nodes(struct buffer *b, const struct engine_ask *ask) {
  for (size_t i = 0; i < ask->nodes; i++) {
    buffer_print(b, "%zu [width=", i);
    inches(b, ask->cells[i].w);
    buffer_text(b, ",height=");
    inches(b, ask->cells[i].h);
    buffer_text(b, "];\n");
  }
  for (size_t i = 0; ask->group && i < ask->nodes; i++)
    if (ask->group[i] < ask->groups) buffer_print(b, "h%u -- %zu [len=1.3, weight=2];\n", (unsigned)ask->group[i], i);
}

static void write_graph(struct buffer *b, const struct engine_ask *ask) {
  bool neato = strcmp(ask->engine, "neato") == 0;
  buffer_print(b, "%s g {\ngraph [start=7, splines=none, nodesep=0.2, ranksep=0.7%s%s", ask->directed ? "digraph" : "graph",
               ask->sideways ? ", rankdir=LR" : "", strcmp(ask->engine, "dot") == 0 ? "" : ", overlap=true");
  buffer_print(b, "%s];\nnode [shape=box, fixedsize=true, label=\"\"];\n", neato ? ", pack=12, packmode=\"node\"" : "");
  write_nodes(b, ask);
  for (size_t e = 0; e < ask->edges; e++)
    buffer_print(b, "%u %s %u;\n", ask->tail[e], ask->directed ? "->" : "--", ask->head[e]);
  buffer_text(b, "}\n");
}

static nonet_code read_places(struct point *out, size_t nodes, const struct buffer *text, nonet_err *err) {
  json_error_t fault;
  json_t *all = json_loadb(buffer_string(text), text->size, 0, &fault);
  json_t *list = json_object_get(all, "nodes"), *one;
  size_t i, found = 0;
  json_array_foreach(list, i, one) {
    const char *id = json_string_value(json_object_get(one, "id"));
    double x = json_number_value(json_object_get(one, "x")), y = json_number_value(json_object_get(one, "y"));
    char *end = NULL;
    unsigned long number = id ? strtoul(id, &end, 10) : ULONG_MAX;
    if (!id || !end || *end || end == id || number >= nodes || !isfinite(x) || !isfinite(y)) continue;
    out[number] = (struct point){x, y};
    found++;
  }
  json_decref(all);
  if (found == nodes) return NONET_OK;
  return error_set(err, NONET_EINTERNAL, "the layout gave places for %zu of %zu nodes", found, nodes);
}

nonet_code engine_place(struct point *out, const struct engine_ask *ask, const nonet_run *run, nonet_err *err) {
  const char *argv[] = {"nonet-draw", "--layout", ask->engine, "--as", "json", NULL};
  struct buffer dot = {0}, places = {0};
  nonet_code code;
  write_graph(&dot, ask);
  code = dot.failed ? error_memory(err) : engine_render(&places, ask->program, argv, &dot, run, err);
  if (code == NONET_OK) code = read_places(out, ask->nodes, &places, err);
  buffer_free(&dot);
  buffer_free(&places);
  return code;
}

nonet_code nonet_draw_version(char *out, size_t size, const char *program, const nonet_run *run, nonet_err *err) {
  static const char *const argv[] = {"nonet-draw", "--version", NULL};
  struct buffer none = {0}, words = {0};
  char *path = engine_find(program);
  if (size) *out = '\0';
  nonet_code code = path ? engine_render(&words, path, argv, &none, run, err)
                         : error_set(err, NONET_EINTERNAL, "the program nonet-draw, which draws pictures, was not found");
  for (size_t i = 0; code == NONET_OK && i + 1 < size && i < words.size && words.bytes[i] != '\n'; i++) {
    out[i] = words.bytes[i];
    out[i + 1] = '\0';
  }
  free(path);
  buffer_free(&words);
  return code;
}
