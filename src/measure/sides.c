#include "measure/sides.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static bool is_member(const nonet *n, uint32_t v, uint32_t layer) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(n, v, &layers);
  for (uint32_t i = 0; i < count; i++)
    if (layers[i] == layer) return true;
  return false;
}

static nonet_code read_side(uint32_t *out, uint32_t *count, const nonet *n, const char *name, nonet_err *err) {
  uint32_t one, layer, kind = NONET_NONE;
  *count = 0;
  if (nonet_find_node(&one, n, name, err) == NONET_OK) {
    out[(*count)++] = one;
    return NONET_OK;
  }
  if (nonet_find_layer(&layer, n, name, NULL) != NONET_OK && nonet_find_kind(&kind, n, name, NULL) != NONET_OK)
    return NONET_EUSAGE; /* err says which node is nearest */
  for (uint32_t v = 0; v < n->nodes; v++)
    if (kind == NONET_NONE ? is_member(n, v, layer) : net_node_kind(n, v) == kind) out[(*count)++] = v;
  return NONET_OK;
}

nonet_code sides_read(struct sides *out, const nonet *n, const char *text, nonet_err *err) {
  const char *semicolon = strchr(text, ';');
  *out = (struct sides){0};
  if (!semicolon || strchr(semicolon + 1, ';')) return error_set(err, NONET_EUSAGE, "there are two sides: name both, separated by ';'");
  char *first = memory_copy(text, (size_t)(semicolon - text) + 1, 1);
  out->node[0] = memory_array(n->nodes, sizeof *out->node[0]);
  out->node[1] = memory_array(n->nodes, sizeof *out->node[1]);
  nonet_code code = first && out->node[0] && out->node[1] ? NONET_OK : error_memory(err);
  if (!code) first[semicolon - text] = '\0';
  if (!code) code = read_side(out->node[0], &out->count[0], n, first, err);
  if (!code) code = read_side(out->node[1], &out->count[1], n, semicolon + 1, err);
  free(first);
  if (code) sides_free(out);
  return code;
}

void sides_free(struct sides *s) {
  free(s->node[0]);
  free(s->node[1]);
  *s = (struct sides){0};
}
