/* What a network would be: edits, applied in order, as another network.
 *
 * How: the edits are applied to a sketch of what is left (edit_apply.c), and the network is built once from it (edit_build.c), so a list of
 * many costs little more than one. Nothing is sealed again: what stays is gathered as a view gathers it, so origins, further columns and
 * parents survive. */
#include "net/edit.h"
#include "net/edit_said.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

nonet_code edit_start(struct edit_work *w, const nonet *n, nonet_err *err) {
  *w = (struct edit_work){.n = n, .into_room = n->nodes, .layer_gone_room = n->layers};
  w->into = memory_array(n->nodes, sizeof *w->into);
  w->tie_gone = memory_zeroed(n->ties, 1);
  w->layer_gone = memory_zeroed(n->layers, 1);
  if (!w->into || !w->tie_gone || !w->layer_gone) return error_memory(err);
  for (uint32_t v = 0; v < n->nodes; v++)
    w->into[v] = v;
  return NONET_OK;
}

void edit_free(struct edit_work *w) {
  free(w->into);
  free(w->tie_gone);
  free(w->layer_gone);
  free(w->node);
  free(w->tie);
  free(w->layer);
  free(w->in);
  free(w->out);
  free(w->told);
}

void edit_map_free(struct edit_map *m) {
  free(m->node);
  free(m->tie);
  *m = (struct edit_map){0};
}

/* ---- words for people ---- */

static const char *node_words(const nonet *n, const char *name) {
  uint32_t v;
  nonet_node node;
  if (!name || nonet_find_node(&v, n, name, NULL)) return name ? name : "";
  nonet_node_get(&node, n, v);
  return node.label;
}

static const char *layer_words(const nonet *n, const char *name) {
  uint32_t layer;
  if (!name || nonet_find_layer(&layer, n, name, NULL)) return name ? name : "";
  return nonet_layer_name(n, layer);
}

void edit_words(struct buffer *out, const nonet *n, const nonet_edit *e) {
  const char *a = node_words(n, e->a), *b = node_words(n, e->b), *layer = layer_words(n, e->layer);
  switch (e->kind) {
  case NONET_REMOVE_NODE:
    buffer_print(out, "without %s", a);
    break;
  case NONET_ADD_NODE:
    buffer_print(out, "with %s", a);
    break;
  case NONET_REMOVE_TIES:
    buffer_print(out, "without %s - %s", a, b);
    break;
  case NONET_ADD_TIE:
    buffer_print(out, "with %s - %s", a, b);
    break;
  case NONET_REMOVE_LAYER:
    buffer_print(out, "without %s", layer);
    break;
  case NONET_ADD_LAYER:
    buffer_print(out, "with %s", layer);
    break;
  case NONET_ADD_MEMBER:
    buffer_print(out, "%s in %s", a, layer);
    break;
  case NONET_REMOVE_MEMBER:
    buffer_print(out, "%s out of %s", a, layer);
    break;
  case NONET_MERGE_NODES:
    buffer_print(out, "%s and %s as one", a, b);
    break;
  case NONET_SET_NODE:
    buffer_print(out, "%s told of anew", a);
    break;
  }
}

/* "florentine (without Medici, with Albizzi - Pazzi)"; a long list is counted. */
static nonet_code name_it(nonet *v, const nonet *n, const nonet_edit *edits, size_t count, nonet_err *err) {
  enum { TOLD = 3 };
  struct buffer title = {0};
  buffer_text(&title, nonet_title(n));
  for (size_t i = 0; i < count && count <= TOLD; i++) {
    buffer_text(&title, i ? ", " : " (");
    edit_words(&title, n, &edits[i]);
  }
  if (count > TOLD) buffer_print(&title, " (%zu changes", count);
  if (count) buffer_char(&title, ')');
  v->title = title.failed ? NULL : memory_text(buffer_string(&title));
  buffer_free(&title);
  return v->title ? NONET_OK : error_memory(err);
}

nonet_code edit_take_over(nonet *v, const nonet *n, nonet_err *err) {
  v->source = memory_copy(n->source, n->sources, sizeof *v->source); /* words keep their numbers, see edit_build.c */
  if (!v->source) return error_memory(err);
  v->sources = n->sources;
  memcpy(v->latest_date, n->latest_date, sizeof v->latest_date);
  v->repeats = n->repeats;
  v->is_view = true;
  nonet_code code = notes_copy(&v->warning, &n->warning, err);
  return code ? code : notes_copy(&v->assumption, &n->assumption, err);
}

nonet_code net_edited(nonet **out, struct edit_map *map, const nonet *n, const nonet_edit *edits, size_t count, const struct run *run,
                      nonet_err *err) {
  struct edit_work w;
  struct edit_map went = {0};
  nonet *v = NULL;
  *out = NULL;
  nonet_code code = edit_start(&w, n, err);
  for (size_t i = 0; i < count && !code; i++) {
    code = run_check(run, err);
    if (!code) code = edit_apply(&w, &edits[i], err);
  }
  if (!code) code = edit_build(&v, &went, &w, err);
  if (!code) code = edit_take_over(v, n, err);
  if (!code) code = edit_latest(v, &w, err);
  if (!code) code = name_it(v, n, edits, count, err);
  edit_free(&w);
  if (code) {
    nonet_free(v);
    edit_map_free(&went);
    return code;
  }
  *out = v;
  if (map)
    *map = went;
  else
    edit_map_free(&went);
  return NONET_OK;
}

nonet_code nonet_edited(nonet **out, const nonet *n, const nonet_edit *edits, size_t count, const nonet_run *run, nonet_err *err) {
  struct run started;
  run_start(&started, run);
  return net_edited(out, NULL, n, edits, count, &started, err);
}
