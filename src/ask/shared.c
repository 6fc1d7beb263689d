/* What two or more nodes share: those tied to all of them, layers that all are in, and the ties among them. */
#include "ask/circle.h"
#include "ask/forms.h"
#include "ask/subject.h"
#include "ask/tell.h"
#include "base/memory.h"
#include "net/sides.h"

#include <stdlib.h>

enum { NAMES_TOLD = 8 };

struct sharing {
  const nonet *net;
  struct circle who, shared, ties, layers, direct;
  struct buffer text;
};

static void sharing_free(struct sharing *s) {
  struct circle *const owned[] = {&s->who, &s->shared, &s->ties, &s->layers, &s->direct};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    circle_free(owned[i]);
  buffer_free(&s->text);
}

static nonet_code find_all(struct sharing *s, const char *const *names, nonet_err *err) {
  for (size_t i = 0; names && names[i]; i++) {
    struct subject at;
    nonet_code code = subject_find(&at, s->net, names[i], SUBJECT_NODE, err);
    if (code) return code;
    if (!circle_has(&s->who, at.at)) circle_add(&s->who, at.at);
  }
  if (s->who.failed) return error_memory(err);
  return s->who.count > 1 ? NONET_OK : error_set(err, NONET_EUSAGE, "what is shared takes two different nodes or more");
}

static void gather(struct sharing *s) {
  const nonet *n = s->net;
  struct circle near = {0};
  circle_neighbours(&near, n, s->who.at[0]);
  for (size_t i = 0; i < near.count; i++) {
    bool all = !circle_has(&s->who, near.at[i]);
    for (size_t k = 1; k < s->who.count && all; k++)
      all = circle_tied(n, s->who.at[k], near.at[i]);
    if (!all) continue;
    circle_add(&s->shared, near.at[i]);
    for (size_t k = 0; k < s->who.count; k++)
      circle_ties_between(&s->ties, n, s->who.at[k], near.at[i]);
  }
  for (size_t i = 0; i < s->who.count; i++)
    for (size_t k = i + 1; k < s->who.count; k++)
      circle_ties_between(&s->direct, n, s->who.at[i], s->who.at[k]);
  for (uint32_t layer = 0; layer < n->layers; layer++) {
    struct subject in = {.what = SUBJECT_LAYER, .at = layer};
    bool all = true;
    for (size_t k = 0; k < s->who.count && all; k++)
      all = subject_has(&in, n, s->who.at[k]);
    if (all) circle_add(&s->layers, layer);
  }
  s->shared.failed |= near.failed;
  circle_free(&near);
  circle_settle_nodes(&s->shared, n);
}

/* Shared nodes by the two sides of the network: strategies, and contacts. */
static nonet_code say_shared(nonet_answer *a, struct sharing *s, nonet_err *err) {
  bool *strategy = memory_zeroed(s->net->nodes, sizeof *strategy);
  if (!strategy) return error_memory(err);
  net_strategy_nodes(strategy, s->net);
  nonet_code code = NONET_OK;
  for (int side = 1; side >= 0 && !code; side--) {
    struct circle part = {0};
    for (size_t i = 0; i < s->shared.count; i++)
      if (strategy[s->shared.at[i]] == side) circle_add(&part, s->shared.at[i]);
    if (part.count > 0) {
      buffer_text(&s->text, side ? "They work on the same " : "They are tied to the same ");
      if (part.count > 1) buffer_print(&s->text, "%zu ", part.count);
      tell_kind(&s->text, s->net, part.at, part.count, side ? "strategy or event" : "contact", side ? "strategies or events" : "contacts");
      buffer_text(&s->text, ": ");
      tell_nodes(&s->text, s->net, part.at, part.count, NAMES_TOLD);
      code = part.failed ? error_memory(err) : tell(a, &s->text, err);
    }
    circle_free(&part);
  }
  free(strategy);
  return code;
}

static nonet_code say_layers(nonet_answer *a, struct sharing *s, nonet_err *err) {
  if (s->layers.count == 0) return NONET_OK;
  buffer_text(&s->text, s->who.count == 2 ? "Both are in " : "All are in ");
  size_t count = s->layers.count, shown = count <= NAMES_TOLD + 1 ? count : NAMES_TOLD;
  for (size_t i = 0; i < shown; i++)
    buffer_print(&s->text, "%s%s", i == 0 ? "" : i + 1 == count ? " and " : ", ", nonet_layer_name(s->net, s->layers.at[i]));
  if (shown < count) buffer_print(&s->text, " and %zu more layers", count - shown);
  return tell(a, &s->text, err);
}

static nonet_code say_direct(nonet_answer *a, struct sharing *s, nonet_err *err) {
  if (s->direct.count == 0) return NONET_OK;
  tell_count(&s->text, s->direct.count, "tie runs", "ties run");
  buffer_text(&s->text, s->who.count == 2 ? " between the two" : " among them");
  buffer_text(&s->text, s->direct.count == 1 ? ": " : ", the first: ");
  tell_tie(&s->text, s->net, s->direct.at[0]);
  return tell(a, &s->text, err);
}

static nonet_code nothing(struct sharing *s, nonet_err *err) {
  tell_nodes(&s->text, s->net, s->who.at, s->who.count, 0);
  if (s->text.failed) return error_memory(err);
  return error_set(err, NONET_ENOANSWER, "%s share no contact, no strategy and no layer", buffer_string(&s->text));
}

static nonet_code fill(nonet_answer *a, struct sharing *s, nonet_err *err) {
  buffer_print(&s->text, "%zu", s->shared.count);
  nonet_code code = answer_verdict(a, buffer_string(&s->text), err);
  buffer_clear(&s->text);
  if (!code) code = say_shared(a, s, err);
  if (!code) code = say_layers(a, s, err);
  if (!code) code = say_direct(a, s, err);
  for (size_t i = 0; i < s->who.count && !code; i++)
    code = answer_mark_node(a, s->who.at[i], "asked about", err);
  if (!code) code = circle_show_nodes(a, "shared", "What they share", s->net, &s->shared, "shared", err);
  for (size_t i = 0; i < s->direct.count; i++)
    circle_add(&s->ties, s->direct.at[i]);
  return code ? code : circle_show_ties(a, "ties", "The ties that it rests on", s->net, &s->ties, err);
}

nonet_code nonet_shared(nonet_answer **out, const nonet *n, const char *const *names, const nonet_run *run, nonet_err *err) {
  struct sharing s = {.net = n};
  (void)run;
  *out = NULL;
  nonet_code code = find_all(&s, names, err);
  if (!code) gather(&s);
  if (!code && (s.shared.failed || s.ties.failed || s.layers.failed || s.direct.failed)) code = error_memory(err);
  if (!code && s.shared.count + s.layers.count + s.direct.count == 0) code = nothing(&s, err);
  if (!code) code = answer_new(out, err);
  if (!code) code = fill(*out, &s, err);
  sharing_free(&s);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

static nonet_code answer_shared(nonet_answer **out, const struct asking *q, nonet_err *err) {
  const char *two[] = {q->name[SLOT_A], q->name[SLOT_B], NULL};
  return nonet_shared(out, q->net, q->name[SLOT_B] ? two : q->list[SLOT_A], q->run, err);
}

static const struct form_row rows[] = {{FORM_SHARE, "nonet_shared", answer_shared}};
const struct form_rows shared_forms = {rows, sizeof rows / sizeof *rows};
