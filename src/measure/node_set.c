/* Reading a set of named nodes. */
#include "measure/node_set.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Mark the node of one name. */
static nonet_code mark(struct node_set *set, const nonet *n, const char *name, size_t length, nonet_err *err) {
  char *copy = memory_array(length + 1, 1);
  uint32_t v;
  if (!copy) return error_memory(err);
  memcpy(copy, name, length);
  copy[length] = '\0';
  nonet_code code = nonet_find_node(&v, n, copy, err);
  if (!code) set->member[v] = true;
  free(copy);
  return code;
}

nonet_code node_set_start(struct node_set *out, const nonet *n, const char *names, const char *usage, nonet_err *err) {
  nonet_code code = NONET_OK;
  *out = (struct node_set){.member = memory_zeroed(n->nodes, sizeof *out->member), .node = memory_array(n->nodes, sizeof *out->node)};
  if (!out->member || !out->node) code = error_memory(err);
  for (const char *at = names; !code && *at;) {
    at += strspn(at, "; \t");
    size_t length = strcspn(at, ";");
    const char *next = at + length;
    while (length && strchr(" \t", at[length - 1]))
      length--;
    if (length) code = mark(out, n, at, length, err);
    at = next;
  }
  for (uint32_t v = 0; !code && v < n->nodes; v++)
    if (out->member[v]) out->node[out->count++] = v;
  if (!code && !out->count) code = error_set(err, NONET_EUSAGE, "behind the colon stand the names of the group's nodes: %s", usage);
  if (code) node_set_free(out);
  return code;
}

void node_set_free(struct node_set *set) {
  free(set->member);
  free(set->node);
  *set = (struct node_set){0};
}
