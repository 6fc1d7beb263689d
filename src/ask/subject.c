/* See subject.h.
 *
 * How: each meaning that is allowed is tried; one that resolves is it, two are an error that shows how to say each. Names of nodes are
 * looked up in the network's index, so a name that is nobody's costs O(length); the search for the nearest ones comes only where an error
 * is wanted. */
#include "ask/subject.h"

#include "ask/language.h"
#include "ask/tell.h"
#include "base/memory.h"
#include "base/name.h"

#include <stdlib.h>
#include <string.h>

static const struct {
  const char *prefix, *word;
  enum subject_what what;
} meanings[] = {{"node:", "node", SUBJECT_NODE}, {"layer:", "layer", SUBJECT_LAYER}, {"kind:", "kind", SUBJECT_KIND}};
enum { MEANINGS = sizeof meanings / sizeof *meanings };

/* ---- finding ---- */

static bool folds_to(const char *name, const char *folded) {
  struct buffer room = {0};
  bool same = name_fold(&room, name) && strcmp(buffer_string(&room), folded) == 0;
  buffer_free(&room);
  return same;
}

static bool is_in(const nonet *n, uint32_t v, uint32_t layer) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(n, v, &layers);
  for (uint32_t i = 0; i < count; i++)
    if (layers[i] == layer) return true;
  return false;
}

/* "NAME (LAYER)": the only node of that layer that is called so. O(n) */
static nonet_code find_in_layer(uint32_t *out, const nonet *n, const char *name) {
  size_t length = strlen(name);
  const char *open = strrchr(name, '(');
  uint32_t layer, found = 0;
  if (!open || open == name || name[length - 1] != ')') return NONET_EUSAGE;
  struct buffer inside = {0}, folded = {0}, before = {0};
  buffer_add(&inside, open + 1, (size_t)(name + length - 1 - open - 1));
  buffer_add(&before, name, (size_t)(open - name));
  bool known = nonet_find_layer(&layer, n, buffer_string(&inside), NULL) == NONET_OK && name_fold(&folded, buffer_string(&before));
  for (uint32_t v = 0; known && v < n->nodes && found < 2; v++) {
    nonet_node node;
    if (!is_in(n, v, layer)) continue;
    nonet_node_get(&node, n, v);
    if (!folds_to(node.label, buffer_string(&folded)) && !folds_to(node.short_name, buffer_string(&folded))) continue;
    *out = v;
    found++;
  }
  buffer_free(&inside);
  buffer_free(&folded);
  buffer_free(&before);
  return found == 1 ? NONET_OK : NONET_EUSAGE;
}

/* A kind, by what its plural may stand for as well. */
static nonet_code find_kind(uint32_t *out, const nonet *n, const char *name) {
  nonet_code code = nonet_find_kind(out, n, name, NULL);
  struct buffer folded = {0}, one = {0};
  if (code && name_fold(&folded, name))
    for (size_t i = 0; code && language_english.singular(&one, buffer_string(&folded), i); i++) {
      if (one.size) code = nonet_find_kind(out, n, buffer_string(&one), NULL);
      buffer_clear(&one);
    }
  buffer_free(&folded);
  buffer_free(&one);
  return code;
}

static nonet_code find_as(struct subject *out, const nonet *n, const char *name, enum subject_what what) {
  struct subject s = {.what = what};
  nonet_code code = NONET_EUSAGE;
  if (what == SUBJECT_NODE) {
    code = nonet_find_node(&s.at, n, name, NULL);
    if (code) code = find_in_layer(&s.at, n, name);
  } else if (what == SUBJECT_LAYER)
    code = nonet_find_layer(&s.at, n, name, NULL);
  else
    code = find_kind(&s.at, n, name);
  if (!code) *out = s;
  return code;
}

/* ---- what is said when nothing fits, or too much ---- */

/* "node, layer or kind" of what is allowed. */
static void tell_allowed(struct buffer *out, unsigned allowed) {
  size_t count = 0, left = 0;
  for (size_t i = 0; i < MEANINGS; i++)
    left += (allowed & meanings[i].what) != 0;
  for (size_t i = 0; i < MEANINGS; i++) {
    if (!(allowed & meanings[i].what)) continue;
    left--;
    buffer_print(out, "%s%s", count++ == 0 ? "" : left == 0 ? " or " : ", ", meanings[i].word);
  }
}

static void offer_nodes(struct name_nearest *near, const nonet *n) {
  for (uint32_t v = 0; v < n->nodes; v++) {
    nonet_node node;
    nonet_node_get(&node, n, v);
    name_nearest_offer(near, node.key);
    name_nearest_offer(near, node.label);
    name_nearest_offer(near, node.short_name);
    for (uint64_t i = n->alias_first ? n->alias_first[v] : 0; n->alias_first && i < n->alias_first[v + 1]; i++)
      name_nearest_offer(near, net_word(n, n->alias[i]));
  }
}

/* " (the layers are A and B; the kinds are C and D)" where they are few. */
static void tell_groups(struct buffer *out, const nonet *n, unsigned allowed) {
  enum { FEW = 12 };
  const uint32_t count[2] = {allowed & SUBJECT_LAYER ? n->layers : 0, allowed & SUBJECT_KIND ? n->kinds : 0};
  static const char *const one[] = {"layer", "kind"};
  if (count[0] + count[1] == 0)
    buffer_text(out, allowed == SUBJECT_GROUP ? " (this network has neither layers nor kinds)" : " (this network has none)");
  if (count[0] + count[1] == 0 || count[0] + count[1] > FEW) return;
  buffer_text(out, " (");
  for (int side = 0; side < 2; side++) {
    if (count[side] == 0) continue;
    buffer_print(out, "%sthe %s%s ", side == 1 && count[0] > 0 ? "; " : "", one[side], count[side] == 1 ? " is" : "s are");
    for (uint32_t i = 0; i < count[side]; i++)
      buffer_print(out, "%s'%s'",
                   i == 0                 ? ""
                   : i + 1 == count[side] ? " and "
                                          : ", ",
                   side == 0 ? nonet_layer_name(n, i) : nonet_kind_name(n, i));
  }
  buffer_text(out, ")");
}

static nonet_code unknown(const nonet *n, const char *name, unsigned allowed, nonet_err *err) {
  struct name_nearest near;
  struct buffer hint = {0}, what = {0};
  tell_allowed(&what, allowed);
  if (name_nearest_start(&near, name)) {
    if (allowed & SUBJECT_NODE) offer_nodes(&near, n);
    for (uint32_t i = 0; (allowed & SUBJECT_LAYER) && i < n->layers; i++)
      name_nearest_offer(&near, nonet_layer_name(n, i));
    for (uint32_t i = 0; (allowed & SUBJECT_KIND) && i < n->kinds; i++)
      name_nearest_offer(&near, nonet_kind_name(n, i));
    name_nearest_say(&near, &hint);
  }
  if (!hint.size && !(allowed & SUBJECT_NODE)) tell_groups(&hint, n, allowed);
  nonet_code code = error_set(err, NONET_EUSAGE, "there is no %s '%s'%s", buffer_string(&what), name, buffer_string(&hint));
  name_nearest_free(&near);
  buffer_free(&hint);
  buffer_free(&what);
  return code;
}

/* Behind a key, who that is: " (National Electronic Disease Surveillance System, program)", but for what was typed anyway. */
static void tell_meant(struct buffer *out, const nonet_node *node, const char *called) {
  bool label = strcmp(node->label, called) != 0 && strcmp(node->label, node->key) != 0;
  if (!label && !*node->kind) return;
  buffer_print(out, " (%s%s%s)", label ? node->label : "", label && *node->kind ? ", " : "", node->kind);
}

/* Several nodes are called so: how each can be named. False: not so. */
static bool several(nonet_code *code, const nonet *n, const char *name, nonet_err *err) {
  enum { SHOWN = 4 };
  struct buffer folded = {0}, list = {0};
  uint32_t found = 0;
  bool known = name_fold(&folded, name) && folded.size;
  for (uint32_t v = 0; known && v < n->nodes; v++) {
    nonet_node node;
    nonet_node_get(&node, n, v);
    const char *called = folds_to(node.label, buffer_string(&folded)) ? node.label : node.short_name;
    if (!folds_to(called, buffer_string(&folded)) || found++ >= SHOWN) continue;
    if (found > 1) buffer_text(&list, ", ");
    if (node.layer_count == 1)
      buffer_print(&list, "'%s (%s)'", called, nonet_layer_name(n, node.layers[0]));
    else {
      buffer_print(&list, "'%s'", node.key);
      tell_meant(&list, &node, called);
    }
  }
  if (found > SHOWN) buffer_text(&list, " ...");
  if (found > 1) *code = error_set(err, NONET_EUSAGE, "'%s' names %u nodes: say which, as %s", name, found, buffer_string(&list));
  buffer_free(&folded);
  buffer_free(&list);
  return found > 1;
}

static nonet_code ambiguous(const char *name, unsigned found, nonet_err *err) {
  struct buffer what = {0}, how = {0};
  for (size_t i = 0; i < MEANINGS; i++) {
    if (!(found & meanings[i].what)) continue;
    buffer_print(&what, "%sa %s", what.size ? " and " : "", meanings[i].word);
    buffer_print(&how, "%s\"%s%s\"", how.size ? " or " : "", meanings[i].prefix, name);
  }
  nonet_code code = error_set(err, NONET_EUSAGE, "'%s' is %s; say %s", name, buffer_string(&what), buffer_string(&how));
  buffer_free(&what);
  buffer_free(&how);
  return code;
}

nonet_code subject_find(struct subject *out, const nonet *n, const char *name, unsigned allowed, nonet_err *err) {
  unsigned found = 0, count = 0;
  nonet_code code = NONET_EUSAGE;
  for (size_t i = 0; i < MEANINGS; i++) {
    size_t length = strlen(meanings[i].prefix);
    if (strncmp(name, meanings[i].prefix, length) != 0 || !(allowed & meanings[i].what)) continue;
    const char *rest = name + length + strspn(name + length, " ");
    if (find_as(out, n, rest, meanings[i].what) == NONET_OK) return NONET_OK;
  }
  for (size_t i = 0; i < MEANINGS; i++) {
    struct subject s;
    if (!(allowed & meanings[i].what) || find_as(&s, n, name, meanings[i].what) != NONET_OK) continue;
    *out = s;
    found |= meanings[i].what;
    count++;
  }
  if (count == 1) return NONET_OK;
  if (!err) return NONET_EUSAGE;
  nonet_code damaged = nonet_check(n, NULL, err); /* what follows looks at every name */
  if (damaged) return damaged;
  if (count > 1) return ambiguous(name, found, err);
  if ((allowed & SUBJECT_NODE) && several(&code, n, name, err)) return code;
  return unknown(n, name, allowed, err);
}

nonet_code subject_tie_kind(uint32_t *word, const nonet *n, const char *name, nonet_err *err) {
  struct buffer folded = {0}, hint = {0};
  struct name_nearest near;
  nonet_code damaged = nonet_check(n, NULL, err);
  if (damaged) return damaged;
  uint8_t *met = memory_zeroed(words_count(n->words), 1);
  bool searched = met && name_fold(&folded, name), found = false;
  bool offering = err && name_nearest_start(&near, name);
  for (uint32_t t = 0; searched && n->tie_kind && t < n->ties && !found; t++) {
    uint32_t w = n->tie_kind[t];
    if (met[w] || w == 0) continue;
    met[w] = 1;
    found = folds_to(net_word(n, w), buffer_string(&folded));
    if (found) *word = w;
    if (offering) name_nearest_offer(&near, net_word(n, w));
  }
  if (offering && !found) name_nearest_say(&near, &hint);
  nonet_code code = found      ? NONET_OK
                    : searched ? error_set(err, NONET_EUSAGE, "no tie is of the kind '%s'%s", name, buffer_string(&hint))
                               : error_set(err, NONET_EUSAGE, "a name that is not UTF-8");
  if (offering) name_nearest_free(&near);
  if (!met) code = error_memory(err);
  free(met);
  buffer_free(&folded);
  buffer_free(&hint);
  return code;
}

/* ---- using ---- */

bool subject_has(const struct subject *s, const nonet *n, uint32_t node) {
  if (s->what == SUBJECT_NODE) return node == s->at;
  return s->what == SUBJECT_LAYER ? is_in(n, node, s->at) : net_node_kind(n, node) == s->at;
}

uint32_t subject_flag(uint8_t *flag, const struct subject *s, const nonet *n) {
  uint32_t count = 0;
  for (uint32_t v = 0; v < n->nodes; v++)
    count += flag[v] = subject_has(s, n, v);
  return count;
}

void subject_tell(struct buffer *out, const struct subject *s, const nonet *n) {
  if (s->what == SUBJECT_NODE)
    tell_node(out, n, s->at);
  else
    buffer_text(out, s->what == SUBJECT_LAYER ? nonet_layer_name(n, s->at) : nonet_kind_name(n, s->at));
}
