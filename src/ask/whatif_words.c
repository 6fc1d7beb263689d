/* What-if in words: the condition that sentences begin with, and lists of names. */
#include "ask/tell.h"
#include "ask/whatif.h"

#include <string.h>

void whatif_names(struct buffer *out, const nonet *n, const uint32_t *node, size_t count) {
  enum { NAMES = 8 };
  size_t told = count > NAMES + 1 ? NAMES : count;
  for (size_t i = 0; i < told; i++) {
    if (i) buffer_text(out, i + 1 == count ? " and " : ", ");
    tell_node(out, n, node[i]);
  }
  if (told < count) buffer_print(out, " and %zu more", count - told);
}

/* The label of what a name means; the name itself where it is new. */
static void add_name(struct buffer *out, const nonet *n, const char *name) {
  uint32_t v;
  if (nonet_find_node(&v, n, name, NULL) == NONET_OK)
    tell_node(out, n, v);
  else
    buffer_text(out, name);
}

static void add_layer(struct buffer *out, const nonet *n, const char *name) {
  uint32_t layer;
  buffer_text(out, nonet_find_layer(&layer, n, name, NULL) == NONET_OK ? nonet_layer_name(n, layer) : name);
}

/* Every node that leaves, in one clause: "A, B and C left". */
static void say_leaving(struct buffer *out, const struct whatif *w, size_t leaving) {
  size_t said = 0;
  for (size_t i = 0; i < w->count; i++) {
    if (w->edits[i].kind != NONET_REMOVE_NODE) continue;
    if (said) buffer_text(out, said + 1 == leaving ? " and " : ", ");
    add_name(out, w->n, w->edits[i].a);
    said++;
  }
  buffer_text(out, " left");
}

static void say_pair(struct buffer *out, const struct whatif *w, const nonet_edit *e, const char *between, const char *behind) {
  add_name(out, w->n, e->a);
  buffer_text(out, between);
  add_name(out, w->n, e->b);
  buffer_text(out, behind);
}

static void say_membership(struct buffer *out, const struct whatif *w, const nonet_edit *e, const char *does) {
  add_name(out, w->n, e->a);
  buffer_text(out, does);
  add_layer(out, w->n, e->layer);
}

static void say_edit(struct buffer *out, const struct whatif *w, const nonet_edit *e) {
  switch (e->kind) {
  case NONET_REMOVE_NODE:
    break;
  case NONET_ADD_NODE:
    add_name(out, w->n, e->a);
    buffer_text(out, " came in");
    break;
  case NONET_REMOVE_TIES:
    buffer_text(out, "the tie between ");
    say_pair(out, w, e, " and ", " went");
    break;
  case NONET_ADD_TIE:
    say_pair(out, w, e, " were tied to ", "");
    break;
  case NONET_REMOVE_LAYER:
  case NONET_ADD_LAYER:
    buffer_text(out, "the layer ");
    add_layer(out, w->n, e->layer);
    buffer_text(out, e->kind == NONET_REMOVE_LAYER ? " went" : " came in");
    break;
  case NONET_ADD_MEMBER:
    say_membership(out, w, e, " joined ");
    break;
  case NONET_REMOVE_MEMBER:
    say_membership(out, w, e, " left ");
    break;
  case NONET_MERGE_NODES:
    say_pair(out, w, e, " and ", " became one");
    break;
  case NONET_SET_NODE:
    add_name(out, w->n, e->a);
    buffer_text(out, " were told of anew");
    break;
  }
}

nonet_code whatif_condition(struct whatif *w, nonet_err *err) {
  enum { TOLD = 5 };
  struct buffer *out = &w->condition;
  size_t leaving = 0, said = 0;
  for (size_t i = 0; i < w->count; i++)
    leaving += w->edits[i].kind == NONET_REMOVE_NODE;
  size_t clauses = w->count - leaving + (leaving > 0);
  buffer_text(out, "If ");
  if (w->count == 0) buffer_text(out, "nothing changed");
  if (leaving > 0 && leaving <= 2 * TOLD && clauses <= TOLD) said++, say_leaving(out, w, leaving);
  for (size_t i = 0; i < w->count && leaving <= 2 * TOLD && clauses <= TOLD; i++) {
    if (w->edits[i].kind == NONET_REMOVE_NODE) continue;
    if (said) buffer_text(out, said + 1 == clauses ? " and " : ", ");
    say_edit(out, w, &w->edits[i]);
    said++;
  }
  if (w->count && !said) buffer_print(out, "these %zu changes came about", w->count);
  return out->failed ? error_memory(err) : NONET_OK;
}
