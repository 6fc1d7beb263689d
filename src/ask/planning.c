/* Questions about what is not so: what if somebody left or joined, and where the gaps are. The work is done by the calls named in the rows.
 */
#include "ask/forms.h"
#include "ask/subject.h"
#include "base/memory.h"
#include "net/answer.h"

#include <stdlib.h>

/* The key of a node by a name as questions take it. */
static nonet_code key_of(const char **key, const nonet *n, const char *name, nonet_err *err) {
  struct subject s;
  nonet_code code = subject_find(&s, n, name, SUBJECT_NODE, err);
  if (!code) *key = net_key(n, s.at);
  return code;
}

static nonet_code what_if(nonet_answer **out, const struct asking *q, const nonet_edit *edits, size_t count, nonet_err *err) {
  return nonet_what_if(out, q->net, edits, count, NULL, q->run, err);
}

static nonet_code answer_left(nonet_answer **out, const struct asking *q, nonet_err *err) {
  size_t count = 0;
  while (q->list[SLOT_A][count])
    count++;
  nonet_edit *edits = memory_zeroed(count, sizeof *edits);
  if (!edits) return error_memory(err);
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < count && !code; i++) {
    edits[i].kind = NONET_REMOVE_NODE;
    code = key_of(&edits[i].a, q->net, q->list[SLOT_A][i], err);
  }
  if (!code) code = what_if(out, q, edits, count, err);
  free(edits);
  return code;
}

/* To be in a layer from now on. */
static nonet_code join_layer(nonet_answer **out, const struct asking *q, const char *key, const struct subject *layer, nonet_err *err) {
  nonet_edit edit = {.kind = NONET_ADD_MEMBER, .a = key, .layer = nonet_layer_name(q->net, layer->at)};
  struct subject who;
  nonet_code code = subject_find(&who, q->net, q->name[SLOT_A], SUBJECT_NODE, err);
  if (!code && subject_has(layer, q->net, who.at)) {
    nonet_node node;
    nonet_node_get(&node, q->net, who.at);
    return error_set(err, NONET_ENOANSWER, "%s is in %s already", node.label, edit.layer);
  }
  if (!code) code = what_if(out, q, &edit, 1, err);
  if (!code) code = answer_say(*out, err, "To be in a layer is no tie: who reaches whom changes with the ties that come of it.");
  return code;
}

/* A node is joined by a tie; a layer by being in it. */
static nonet_code answer_joined(nonet_answer **out, const struct asking *q, nonet_err *err) {
  nonet_edit edit = {.kind = NONET_ADD_TIE};
  struct subject s;
  nonet_code code = key_of(&edit.a, q->net, q->name[SLOT_A], err);
  if (!code) code = subject_find(&s, q->net, q->name[SLOT_S], SUBJECT_NODE | SUBJECT_LAYER, err);
  if (code) return code;
  if (s.what == SUBJECT_LAYER) return join_layer(out, q, edit.a, &s, err);
  edit.b = net_key(q->net, s.at);
  return what_if(out, q, &edit, 1, err);
}

/* "L,M" of two layers or kinds by their names in the data, each saying which of the two it is. */
static nonet_code layers_of(struct buffer *out, const struct asking *q, nonet_err *err) {
  const char *names[] = {q->name[SLOT_L], q->name[SLOT_M]};
  for (int i = 0; i < 2; i++) {
    struct subject s;
    nonet_code code = subject_find(&s, q->net, names[i], SUBJECT_GROUP, err);
    if (code) return code;
    buffer_print(out, "%s%s", i > 0 ? "," : "", s.what == SUBJECT_LAYER ? "layer:" : "kind:");
    subject_tell(out, &s, q->net);
  }
  return out->failed ? error_memory(err) : NONET_OK;
}

static nonet_code answer_gaps(nonet_answer **out, const struct asking *q, nonet_err *err) {
  nonet_gaps_options o = {.top = q->options->top};
  struct buffer between = {0};
  nonet_code code = q->name[SLOT_A] ? key_of(&o.of, q->net, q->name[SLOT_A], err) : NONET_OK;
  if (!code && q->name[SLOT_L]) code = layers_of(&between, q, err);
  if (q->name[SLOT_L]) o.between = buffer_string(&between);
  if (!code) code = nonet_gaps(out, q->net, &o, q->run, err);
  buffer_free(&between);
  return code;
}

static const struct form_row rows[] = {
    {FORM_LEFT, "nonet_what_if", answer_left},      {FORM_JOINED, "nonet_what_if", answer_joined}, {FORM_GAPS, "nonet_gaps", answer_gaps},
    {FORM_GAPS_BETWEEN, "nonet_gaps", answer_gaps}, {FORM_GAPS_FOR, "nonet_gaps", answer_gaps},
};
const struct form_rows planning_forms = {rows, sizeof rows / sizeof *rows};
