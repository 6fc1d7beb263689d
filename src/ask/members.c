/* Who is in a layer or a kind, in several at once, or in one alone. */
#include "ask/circle.h"
#include "ask/forms.h"
#include "ask/subject.h"
#include "ask/tell.h"
#include "base/memory.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <stdlib.h>

enum { NAMES_TOLD = 12 };

struct membership {
  const nonet *net;
  struct subject *group; /* owned */
  size_t groups, room;
  struct circle who;
  uint32_t without_tie;
  struct buffer text;
};

static nonet_code find_groups(struct membership *m, const char *const *names, nonet_err *err) {
  for (size_t i = 0; names && names[i]; i++) {
    if (!memory_grow(&m->group, &m->room, m->groups + 1, sizeof *m->group)) return error_memory(err);
    nonet_code code = subject_find(&m->group[m->groups++], m->net, names[i], SUBJECT_GROUP, err);
    if (code) return code;
  }
  return m->groups > 0 ? NONET_OK : error_set(err, NONET_EUSAGE, "name a layer or a kind");
}

static bool belongs(const struct membership *m, uint32_t v, bool only) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(m->net, v, &layers), asked = 0;
  for (size_t i = 0; i < m->groups; i++) {
    if (!subject_has(&m->group[i], m->net, v)) return false;
    asked += m->group[i].what == SUBJECT_LAYER;
  }
  return !only || asked == 0 || count == asked; /* nobody is of a second kind */
}

/* Ties at a node, of the layers asked about where layers are. */
static double count_ties(const struct membership *m, uint32_t v) {
  const nonet *n = m->net;
  double count = 0;
  bool layers = false;
  for (size_t i = 0; i < m->groups; i++)
    layers = layers || m->group[i].what == SUBJECT_LAYER;
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
    bool counts = !layers;
    for (size_t i = 0; i < m->groups && !counts; i++)
      counts = m->group[i].what == SUBJECT_LAYER && net_tie_layer(n, n->end_tie[e]) == m->group[i].at;
    count += counts;
  }
  return count;
}

static void tell_groups(struct membership *m) {
  for (size_t i = 0; i < m->groups; i++) {
    if (i > 0) buffer_text(&m->text, i + 1 == m->groups ? " and " : ", ");
    subject_tell(&m->text, &m->group[i], m->net);
  }
}

static nonet_code say_members(nonet_answer *a, struct membership *m, bool only, nonet_err *err) {
  bool kind = m->groups == 1 && m->group[0].what == SUBJECT_KIND;
  buffer_print(&m->text, "%zu of %" PRIu32 " %s %s", m->who.count, m->net->nodes, tell_many(m->who.count, "is", "are"),
               kind            ? "of the kind "
               : only          ? "only in "
               : m->groups > 1 ? "at once in "
                               : "in ");
  tell_groups(m);
  buffer_text(&m->text, ": ");
  tell_nodes(&m->text, m->net, m->who.at, m->who.count, NAMES_TOLD);
  nonet_code code = tell(a, &m->text, err);
  if (code || m->without_tie == 0) return code;
  tell_count(&m->text, m->without_tie, "of them has no tie there", "of them have no tie there");
  return tell(a, &m->text, err);
}

static nonet_code add_members(nonet_answer *a, struct membership *m, nonet_err *err) {
  double *ties;
  nonet_code code = circle_show_nodes(a, "members", "Members", m->net, &m->who, "member", err);
  if (code) return code;
  nonet_sheet *s = (nonet_sheet *)(uintptr_t)nonet_answer_sheet(a, 0);
  code = sheet_add_numbers(&ties, s, "ties", err);
  for (size_t i = 0; i < m->who.count && !code; i++)
    ties[i] = count_ties(m, m->who.at[i]);
  return code ? code : nonet_sheet_sort(s, "ties", err);
}

/* Nobody is of two kinds, whatever the data. */
static bool two_kinds(const struct membership *m) {
  size_t kinds = 0;
  for (size_t i = 0; i < m->groups; i++)
    kinds += m->group[i].what == SUBJECT_KIND;
  return kinds > 1;
}

static nonet_code nobody(struct membership *m, bool only, nonet_err *err) {
  tell_groups(m);
  if (m->text.failed) return error_memory(err);
  return error_set(err, NONET_ENOANSWER,
                   only            ? "nobody is in %s alone"
                   : two_kinds(m)  ? "nobody is in %s at once: everybody is of one kind; who bridges them is another question"
                   : m->groups > 1 ? "nobody is in %s at once"
                                   : "nobody is in %s",
                   buffer_string(&m->text));
}

static nonet_code fill(nonet_answer *a, struct membership *m, bool only, nonet_err *err) {
  buffer_print(&m->text, "%zu", m->who.count);
  nonet_code code = answer_verdict(a, buffer_string(&m->text), err);
  buffer_clear(&m->text);
  for (size_t i = 0; i < m->who.count; i++)
    m->without_tie += count_ties(m, m->who.at[i]) == 0;
  if (!code) code = say_members(a, m, only, err);
  return code ? code : add_members(a, m, err);
}

nonet_code nonet_members(nonet_answer **out, const nonet *n, const char *const *groups, bool only, const nonet_run *run, nonet_err *err) {
  struct membership m = {.net = n};
  (void)run;
  *out = NULL;
  nonet_code code = find_groups(&m, groups, err);
  for (uint32_t v = 0; v < n->nodes && !code; v++)
    if (belongs(&m, v, only)) circle_add(&m.who, v);
  circle_settle_nodes(&m.who, n);
  if (!code && m.who.failed) code = error_memory(err);
  if (!code && m.who.count == 0) code = nobody(&m, only, err);
  if (!code) code = answer_new(out, err);
  if (!code) code = fill(*out, &m, only, err);
  free(m.group);
  circle_free(&m.who);
  buffer_free(&m.text);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

/* ---- forms ---- */

static nonet_code answer_members(nonet_answer **out, const struct asking *q, nonet_err *err) {
  const char *two[] = {q->name[SLOT_L], q->name[SLOT_M], NULL};
  return nonet_members(out, q->net, q->name[SLOT_M] ? two : q->list[SLOT_L], false, q->run, err);
}

static nonet_code answer_only(nonet_answer **out, const struct asking *q, nonet_err *err) {
  return nonet_members(out, q->net, q->list[SLOT_L], true, q->run, err);
}

static const struct form_row rows[] = {{FORM_MEMBERS, "nonet_members", answer_members}, {FORM_ONLY, "nonet_members", answer_only}};
const struct form_rows members_forms = {rows, sizeof rows / sizeof *rows};
