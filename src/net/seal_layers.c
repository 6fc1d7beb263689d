/* Lists of a node's row: the layers it declares and its aliases, separated by ';' or '|'. */
#include "base/memory.h"
#include "net/seal.h"

#include <stdlib.h>
#include <string.h>

/* The next part of a list, without spaces around it; empty parts are left out. False at the end. */
static bool next_part(const char **part, size_t *length, const char **rest) {
  while (**rest) {
    const char *start = *rest;
    size_t size = strcspn(start, ";|");
    *rest = start + size + (start[size] != '\0');
    while (size && (start[size - 1] == ' ' || start[size - 1] == '\t'))
      size--;
    while (size && (*start == ' ' || *start == '\t'))
      start++, size--;
    if (!size) continue;
    *part = start;
    *length = size;
    return true;
  }
  return false;
}

struct list {
  uint64_t *first; /* n + 1 */
  uint32_t *item;
  uint64_t count;
  size_t room;
};

static nonet_code start_list(struct list *l, uint32_t nodes, nonet_err *err) {
  *l = (struct list){.first = memory_zeroed((size_t)nodes + 1, sizeof *l->first)};
  return l->first ? NONET_OK : error_memory(err);
}

static nonet_code add_item(struct list *l, uint32_t item, nonet_err *err) {
  if (!memory_grow(&l->item, &l->room, l->count + 1, sizeof *l->item)) return error_memory(err);
  l->item[l->count++] = item;
  return NONET_OK;
}

static nonet_code layers_of(struct list *l, struct seal *s, uint32_t word, nonet_err *err) {
  const char *rest = words_text(s->words, word), *part;
  size_t length;
  nonet_code code = NONET_OK;
  while (!code && next_part(&part, &length, &rest)) {
    uint32_t name = words_add(s->words, part, length), layer;
    code = name == WORDS_NONE ? error_memory(err) : seal_layer(&layer, s, name, err);
    if (!code) code = add_item(l, layer, err);
  }
  return code;
}

/* Layers that nodes declare come before those that only ties name. */
nonet_code seal_layers(struct seal *s, nonet_err *err) {
  struct list l;
  nonet_code code = start_list(&l, s->nodes, err);
  for (uint32_t v = 0; v < s->nodes && !code; v++) {
    if (s->node[v].layers) code = layers_of(&l, s, s->node[v].layers, err);
    l.first[v + 1] = l.count;
  }
  s->declared_first = l.first;
  s->declared_layer = l.item;
  return code;
}

static nonet_code aliases_of(struct list *l, struct seal *s, uint32_t word, nonet_err *err) {
  const char *rest = words_text(s->words, word), *part;
  size_t length;
  uint64_t start = l->count;
  nonet_code code = NONET_OK;
  while (!code && next_part(&part, &length, &rest)) {
    uint32_t alias = words_add(s->words, part, length);
    if (alias == WORDS_NONE) return error_memory(err);
    bool known = false;
    for (uint64_t i = start; i < l->count && !known; i++)
      known = l->item[i] == alias;
    if (!known) code = add_item(l, alias, err);
  }
  return code;
}

nonet_code seal_aliases(struct seal *s, nonet_err *err) {
  struct list l = {0};
  bool any = false;
  for (uint32_t v = 0; v < s->nodes && !any; v++)
    any = s->node[v].aliases != 0;
  if (!any) return NONET_OK;
  nonet_code code = start_list(&l, s->nodes, err);
  for (uint32_t v = 0; v < s->nodes && !code; v++) {
    if (s->node[v].aliases) code = aliases_of(&l, s, s->node[v].aliases, err);
    l.first[v + 1] = l.count;
  }
  s->n->alias_first = l.first;
  s->n->alias = l.item;
  return code;
}
