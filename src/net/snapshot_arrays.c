/* The arrays of a sealed network, one row each, for the two who go through all of them: the writer and the opener of snapshots. A new array
 * of struct nonet is a new row at the end (and a new SNAPSHOT_VERSION). */
#include "net/snapshot.h"

#include "net/build.h"
#include "net/survey.h"

#include <stddef.h>
#include <string.h>

#define ARRAY(field, count, value, due)                                                                                                    \
  { offsetof(struct nonet, field), sizeof *((struct nonet *)0)->field, count, value, due }

const struct snapshot_array snapshot_arrays[] = {
    ARRAY(node_key, OF_NODES, A_WORD, true),
    ARRAY(node_label, OF_NODES, A_WORD, false),
    ARRAY(node_short, OF_NODES, A_WORD, false),
    ARRAY(node_kind, OF_NODES, A_KIND_OR_NONE, false),
    ARRAY(node_file, OF_NODES, A_WORD, false),
    ARRAY(node_line, OF_NODES, ANY_VALUE, false),
    ARRAY(member_first, OF_NODES_AND_ONE, TO_MEMBERS, false),
    ARRAY(member_layer, OF_MEMBERS, A_LAYER, false),
    ARRAY(member_declared, OF_NODES, LAYERS_OF_NODE, false),
    ARRAY(alias_first, OF_NODES_AND_ONE, TO_ALIASES, false),
    ARRAY(alias, OF_ALIASES, A_WORD, false),
    ARRAY(tie_from, OF_TIES, A_NODE, true),
    ARRAY(tie_to, OF_TIES, A_NODE, true),
    ARRAY(tie_kind, OF_TIES, A_WORD, false),
    ARRAY(tie_layer, OF_TIES, A_LAYER_OR_NONE, false),
    ARRAY(tie_weight, OF_TIES, ANY_VALUE, false),
    ARRAY(tie_scale, OF_TIES, A_SCALE, false),
    ARRAY(tie_directed, OF_TIES, ANY_VALUE, false),
    ARRAY(tie_since, OF_TIES, ANY_VALUE, false),
    ARRAY(tie_until, OF_TIES, ANY_VALUE, false),
    ARRAY(tie_since_text, OF_TIES, A_WORD, false),
    ARRAY(tie_until_text, OF_TIES, A_WORD, false),
    ARRAY(tie_source, OF_TIES, A_WORD, false),
    ARRAY(tie_file, OF_TIES, A_WORD, false),
    ARRAY(tie_line, OF_TIES, ANY_VALUE, false),
    ARRAY(layer_name, OF_LAYERS, A_WORD, true),
    ARRAY(kind_name, OF_KINDS, A_WORD, true),
    ARRAY(source, OF_SOURCES, A_WORD, true),
    ARRAY(end_first, OF_NODES_AND_ONE, TO_ENDS, true),
    ARRAY(end_other, OF_ENDS, A_NODE, true),
    ARRAY(end_tie, OF_ENDS, A_TIE, true),
};
const size_t snapshot_array_count = sizeof snapshot_arrays / sizeof *snapshot_arrays;

uint64_t snapshot_count_of(const struct snapshot_facts *facts, enum snapshot_count count) {
  switch (count) {
  case OF_NODES:
    return facts->nodes;
  case OF_NODES_AND_ONE:
    return facts->nodes + 1;
  case OF_TIES:
    return facts->ties;
  case OF_LAYERS:
    return facts->layers;
  case OF_KINDS:
    return facts->kinds;
  case OF_SOURCES:
    return facts->sources;
  case OF_MEMBERS:
    return facts->members;
  case OF_ALIASES:
    return facts->aliases;
  case OF_ENDS:
    return facts->ends;
  }
  return 0;
}

void *snapshot_array_at(const nonet *n, const struct snapshot_array *a) {
  void *at;
  memcpy(&at, (const char *)n + a->place, sizeof at);
  return at;
}

/* ---- letting go ---- */

static void *kept(const struct mapping *file, void *at) {
  const unsigned char *byte = at;
  bool mapped = byte && (uintptr_t)byte >= (uintptr_t)file->at && (uintptr_t)byte < (uintptr_t)file->at + file->size;
  return mapped ? NULL : at;
}

static void let_columns_go(struct net_columns *columns, const struct mapping *file) {
  for (size_t i = 0; i < columns->count; i++) {
    struct net_column *c = &columns->at[i];
    c->row = kept(file, c->row);
    c->value = kept(file, c->value);
    c->number = kept(file, c->number);
  }
}

void snapshot_let_go(nonet *n) {
  const struct mapping *file = &n->shared->file;
  if (!file->at) return;
  for (size_t i = 0; i < snapshot_array_count; i++) {
    void *at = kept(file, snapshot_array_at(n, &snapshot_arrays[i]));
    memcpy((char *)n + snapshot_arrays[i].place, &at, sizeof at);
  }
  let_columns_go(&n->node_columns, file);
  let_columns_go(&n->tie_columns, file);
  for (size_t i = 0; i < n->surveys; i++) {
    struct net_survey *s = &n->survey[i];
    s->respondent = kept(file, s->respondent);
    s->alter = kept(file, s->alter);
    s->open_first = kept(file, s->open_first);
    s->open = kept(file, s->open);
  }
}
