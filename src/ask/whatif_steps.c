/* The answer about a cascade: how many are held by all layers at once, who falls away step by step, and whose failing leaves fewest. */
#include "ask/whatif.h"
#include "ask/whatif_cascade.h"
#include "net/key_order.h"
#include "net/sheet.h"

#include "base/memory.h"
#include "base/number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *layer_of(const struct cascade *c, uint32_t v) {
  bool by_layer = c->cause[v] != CASCADE_HOLDS && c->cause[v] != CASCADE_FAILS;
  return by_layer ? nonet_layer_name(c->n, c->layer[c->cause[v] - 1]) : "";
}

/* ---- the steps ---- */

struct fallen {
  const nonet *n;
  uint32_t node, step;
};

static int by_step(const void *left, const void *right) {
  const struct fallen *a = left, *b = right;
  if (a->step != b->step) return a->step < b->step ? -1 : 1;
  return key_order(net_key(a->n, a->node), net_key(b->n, b->node));
}

/* Who falls away, by step and key. *out is owned. */
static nonet_code list_fallen(struct fallen **out, uint32_t *count, const struct cascade *c, nonet_err *err) {
  *count = 0;
  *out = memory_array(c->n->nodes, sizeof **out);
  if (!*out) return error_memory(err);
  for (uint32_t v = 0; v < c->n->nodes; v++)
    if (c->cause[v] != CASCADE_HOLDS) (*out)[(*count)++] = (struct fallen){c->n, v, c->step[v]};
  if (*count) qsort(*out, *count, sizeof **out, by_step);
  return NONET_OK;
}

/* "Step 2: Salviati and Pazzi are cut off in marriage." */
static nonet_code say_steps(nonet_answer *a, const struct cascade *c, const struct fallen *f, uint32_t count, nonet_err *err) {
  uint32_t *node = memory_array(count, sizeof *node);
  struct buffer names = {0};
  nonet_code code = node ? NONET_OK : error_memory(err);
  for (uint32_t i = 0, stop; i < count && !code; i = stop) {
    for (stop = i; stop < count && f[stop].step == f[i].step; stop++)
      node[stop - i] = f[stop].node;
    if (f[i].step == 0) continue;
    buffer_clear(&names);
    whatif_names(&names, c->n, node, stop - i);
    const char *layer = layer_of(c, f[i].node);
    code = names.failed ? error_memory(err)
           : *layer
               ? answer_say(a, err, "Step %u: %s %s cut off in %s.", f[i].step, buffer_string(&names), stop - i == 1 ? "is" : "are", layer)
               : answer_say(a, err, "Step %u: %s %s.", f[i].step, buffer_string(&names), stop - i == 1 ? "fails" : "fail");
  }
  buffer_free(&names);
  free(node);
  return code;
}

static nonet_code add_steps(nonet_answer *a, const struct cascade *c, const struct fallen *f, uint32_t count, nonet_err *err) {
  size_t cause, layer;
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "cascade", "Who falls away", NONET_BY_STEP, count, err);
  if (code) return code;
  code = sheet_add_texts(&cause, s, "cause", err);
  if (!code) code = sheet_add_texts(&layer, s, "layer", err);
  for (uint32_t i = 0; i < count && !code; i++) {
    bool fails = c->cause[f[i].node] == CASCADE_FAILS, before = c->failures > 0 && f[i].step == 0;
    sheet_set_number(s, i, 0, f[i].step);
    code = sheet_set_text(s, i, 1, net_key(c->n, f[i].node), err);
    if (!code) code = sheet_set_text(s, i, cause, fails ? "fails" : before ? "was not held before" : "cut off", err);
    if (!code) code = sheet_set_text(s, i, layer, layer_of(c, f[i].node), err);
  }
  if (!code)
    code = sheet_note(s,
                      "A node is held while it hangs together with the same others in every layer at once. Buldyrev, S. et al. (2010) "
                      "Catastrophic cascade of failures in interdependent networks, doi:10.1038/nature08932.",
                      err);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code tell_steps(nonet_answer *a, const struct cascade *c, nonet_err *err) {
  struct fallen *f;
  uint32_t count;
  nonet_code code = list_fallen(&f, &count, c, err);
  if (!code) code = say_steps(a, c, f, count, err);
  if (!code) code = add_steps(a, c, f, count, err);
  free(f);
  return code;
}

/* ---- the end ---- */

struct member {
  const nonet *n;
  uint32_t node, group, size;
  const char *least; /* key of its group */
};

static int by_group(const void *left, const void *right) {
  const struct member *a = left, *b = right;
  if (a->size != b->size) return a->size > b->size ? -1 : 1;
  if (a->group != b->group) return key_order(a->least, b->least);
  return key_order(net_key(a->n, a->node), net_key(b->n, b->node));
}

/* Who is left, by group, the largest first. */
static nonet_code list_members(struct member **out, uint32_t *count, const struct cascade *c, nonet_err *err) {
  const char **least = memory_zeroed(c->n->nodes, sizeof *least);
  *count = 0;
  *out = memory_array(c->n->nodes, sizeof **out);
  bool fits = least && *out;
  for (uint32_t v = 0; fits && v < c->n->nodes; v++) {
    const char **known = &least[c->group[v]];
    if (!*known || key_order(net_key(c->n, v), *known) < 0) *known = net_key(c->n, v);
  }
  for (uint32_t v = 0; fits && v < c->n->nodes; v++)
    if (!c->failed[v]) (*out)[(*count)++] = (struct member){c->n, v, c->group[v], c->size[c->group[v]], least[c->group[v]]};
  if (fits && *count) qsort(*out, *count, sizeof **out, by_group);
  free(least);
  return fits ? NONET_OK : error_memory(err);
}

static nonet_code add_state(nonet_answer *a, const struct cascade *c, nonet_err *err) {
  struct member *list = NULL;
  uint32_t count, set = 0;
  double *size;
  nonet_sheet *s = NULL;
  nonet_code code = list_members(&list, &count, c, err);
  if (!code) code = sheet_new(&s, "state", "Who hangs together in every layer in the end", NONET_BY_SET, count, err);
  if (!code) code = sheet_add_numbers(&size, s, "size", err);
  for (uint32_t i = 0; i < count && !code; i++) {
    char name[NUMBER_ROOM];
    set += i == 0 || list[i].group != list[i - 1].group;
    number_print(name, set);
    code = sheet_set_text(s, i, 0, name, err);
    if (!code) code = sheet_set_text(s, i, 1, net_key(c->n, list[i].node), err);
    size[i] = list[i].size;
  }
  free(list);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

/* ---- each alone ---- */

struct alone {
  const nonet *n;
  uint32_t node, left;
};

static int by_left(const void *left, const void *right) {
  const struct alone *a = left, *b = right;
  if (a->left != b->left) return a->left < b->left ? -1 : 1;
  return key_order(net_key(a->n, a->node), net_key(b->n, b->node));
}

static nonet_code say_worst(nonet_answer *a, const struct alone *list, const struct cascade *c, nonet_err *err) {
  uint32_t worst = 1, busiest = 0, *node = memory_array(c->n->nodes, sizeof *node);
  struct buffer names = {0};
  if (!node) return error_memory(err);
  while (worst < c->n->nodes && list[worst].left == list[0].left)
    worst++;
  for (uint32_t i = 0; i < worst; i++)
    node[i] = list[i].node;
  for (uint32_t i = 1; i < c->n->nodes; i++) {
    const uint64_t *first = c->n->end_first;
    uint32_t v = list[i].node, best = list[busiest].node;
    if (first[v + 1] - first[v] > first[best + 1] - first[best]) busiest = i;
  }
  whatif_names(&names, c->n, node, worst);
  nonet_code code = names.failed ? error_memory(err) : NONET_OK;
  if (!code && list[0].left < c->before)
    code = answer_say(a, err, "If one alone failed, %s would leave the fewest: %u.", buffer_string(&names), list[0].left);
  if (!code && list[busiest].left > list[0].left) {
    buffer_clear(&names);
    whatif_names(&names, c->n, &list[busiest].node, 1);
    code = answer_say(a, err, "%s, with the most ties, would leave %u.", buffer_string(&names), list[busiest].left);
  }
  buffer_free(&names);
  free(node);
  return code;
}

static nonet_code add_alone(nonet_answer *a, const struct alone *list, const struct cascade *c, nonet_err *err) {
  double *left, *lost;
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "single", "How many would be left if one failed", NONET_BY_NODE, c->n->nodes, err);
  if (code) return code;
  code = sheet_add_numbers(&left, s, "left", err);
  if (!code) code = sheet_add_numbers(&lost, s, "lost", err);
  for (uint32_t i = 0; i < c->n->nodes && !code; i++) {
    code = sheet_set_text(s, i, 0, net_key(c->n, list[i].node), err);
    left[i] = list[i].left;
    lost[i] = (double)c->before - list[i].left;
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code tell_each(nonet_answer *a, const struct cascade *c, const struct run *run, nonet_err *err) {
  static const double most = 5e9;
  if ((double)c->n->nodes * ((double)c->m.layers * c->n->nodes + 2.0 * c->n->ties) > most)
    return answer_say(a, err, "The network is too large to let everybody fail in turn; --node NAME lets one fail.");
  uint32_t *left = memory_array(c->n->nodes, sizeof *left);
  struct alone *list = memory_array(c->n->nodes, sizeof *list);
  nonet_code code = left && list ? cascade_each(left, c, run, err) : error_memory(err);
  for (uint32_t v = 0; v < c->n->nodes && !code; v++)
    list[v] = (struct alone){c->n, v, left[v]};
  if (!code && c->n->nodes) qsort(list, c->n->nodes, sizeof *list, by_left);
  if (!code && c->n->nodes) code = say_worst(a, list, c, err);
  if (!code) code = add_alone(a, list, c, err);
  free(left);
  free(list);
  return code;
}

/* ---- the answer ---- */

static nonet_code say(nonet_answer *a, const struct cascade *c, nonet_err *err) {
  char verdict[64];
  snprintf(verdict, sizeof verdict, "%u of %u", c->failures ? c->after : c->before, c->n->nodes);
  nonet_code code = answer_verdict(a, verdict, err);
  if (!code && c->m.layers == 2)
    code = answer_say(a, err, "%u of %u nodes hang together in both layers at once.", c->before, c->n->nodes);
  else if (!code)
    code = answer_say(a, err, "%u of %u nodes hang together in all %u layers at once.", c->before, c->n->nodes, c->m.layers);
  if (code || !c->failures) return code;
  struct buffer names = {0};
  uint32_t *node = memory_array(c->n->nodes, sizeof *node), count = 0;
  for (uint32_t v = 0; node && v < c->n->nodes; v++)
    if (c->failed[v]) node[count++] = v;
  if (node) whatif_names(&names, c->n, node, count);
  code = !node || names.failed ? error_memory(err) : answer_say(a, err, "If %s failed, %u would be left.", buffer_string(&names), c->after);
  buffer_free(&names);
  free(node);
  return code;
}

/* What a node does at a step; words of one length, so that frames are laid out alike. */
static const char *role_of(const struct cascade *c, uint32_t v, uint32_t step) {
  bool fails = c->cause[v] == CASCADE_FAILS;
  if (c->cause[v] == CASCADE_HOLDS || c->step[v] > step) return "holds";
  if (c->step[v] == step) return fails ? "fails" : "falls";
  return fails ? "failed" : "fell";
}

static nonet_code mark(nonet_answer *a, const struct cascade *c, uint32_t until, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t v = 0; v < c->n->nodes && !code; v++)
    if (c->cause[v] == CASCADE_HOLDS || c->step[v] > 0) code = answer_mark_node(a, v, role_of(c, v, until ? until : c->steps), err);
  /* Ties among those who are held, of layers that take part. */
  for (uint32_t t = 0; t < c->n->ties && !code; t++) {
    bool held = true;
    for (int end = 0; end < 2; end++) {
      uint32_t v = end ? c->n->tie_to[t] : c->n->tie_from[t];
      held = held && (c->cause[v] == CASCADE_HOLDS || (until && c->step[v] > until));
    }
    if (held && net_tie_layer(c->n, t) != NONET_NONE) code = answer_mark_tie(a, t, "holds", err);
  }
  return code;
}

static nonet_code answer(nonet_answer **out, struct cascade *c, uint32_t until, const struct run *run, nonet_err *err) {
  nonet_answer *a = NULL;
  nonet_code code = cascade_run(c, err);
  if (!code) code = answer_new(&a, err);
  if (!code) code = say(a, c, err);
  if (!code) code = tell_steps(a, c, err);
  if (!code && !c->failures) code = tell_each(a, c, run, err);
  if (!code) code = add_state(a, c, err);
  if (!code) code = mark(a, c, until, err);
  if (code)
    nonet_answer_free(a);
  else
    *out = a;
  return code;
}

nonet_code nonet_cascade(nonet_answer **out, const nonet *n, const nonet_cascade_options *options, const nonet_run *run, nonet_err *err) {
  struct run started;
  struct cascade c;
  *out = NULL;
  run_start(&started, run);
  nonet_code code = cascade_start(&c, n, options ? options->nodes : NULL, err);
  if (!code) code = answer(out, &c, options ? options->until : 0, &started, err);
  cascade_free(&c);
  return code;
}
