/* A panel for each layer: the network of networks taken apart, every node in the same place in each.
 *
 * How: a node is in the panels of the layers that it is in, and of those where a tie of it is; a tie is in the panel of its layer. What has
 * no layer is in none, which a note says.
 * Why beside the map: in one drawing of many layers the eye cannot hold who is in which; side by side it sees who comes again.
 *
 * Sources: [1] E. R. Tufte, The Visual Display of Quantitative Information, 1983 (small multiples). [2] M. De Domenico, M. A. Porter, A.
 * Arenas, MuxViz, J. Complex Networks 3 (2015), doi:10.1093/comnet/cnu038 (layers side by side with one layout). */
#include "show/picture.h"

#include "base/memory.h"
#include "net/net.h"

#include <stdlib.h>

static const char *const here = "here";

struct layer_panels {
  struct panel *panel; /* owned, and its arrays */
  struct buffer *title;
  uint32_t count;
};

static void panels_free(struct layer_panels *p) {
  for (uint32_t l = 0; l < p->count; l++) {
    if (p->panel) free(p->panel[l].node), free(p->panel[l].tie);
    if (p->title) buffer_free(&p->title[l]);
  }
  free(p->panel);
  free(p->title);
}

static nonet_code fill(struct panel *panel, struct buffer *title, const nonet *n, uint32_t layer, nonet_err *err) {
  uint32_t members = 0, ties = 0;
  const uint32_t *own;
  *panel = (struct panel){.part = true, .layer = layer};
  panel->node = memory_zeroed(n->nodes, sizeof *panel->node);
  panel->tie = memory_zeroed(n->ties, sizeof *panel->tie);
  if (!panel->node || !panel->tie) return error_memory(err);
  for (uint32_t v = 0; v < n->nodes; v++)
    for (uint32_t i = 0, count = net_node_layers(n, v, &own); i < count; i++)
      if (own[i] == layer) panel->node[v] = here;
  for (uint32_t t = 0; t < n->ties; t++) {
    if (net_tie_layer(n, t) != layer) continue;
    panel->tie[t] = panel->node[n->tie_from[t]] = panel->node[n->tie_to[t]] = here;
    ties++;
  }
  for (uint32_t v = 0; v < n->nodes; v++)
    members += panel->node[v] != NULL;
  buffer_print(title, "%s: %u node%s, %u tie%s", nonet_layer_name(n, layer), members, members == 1 ? "" : "s", ties, ties == 1 ? "" : "s");
  panel->title = buffer_string(title);
  return title->failed ? error_memory(err) : NONET_OK;
}

static bool none_shared(const nonet *n) {
  const uint32_t *own;
  for (uint32_t v = 0; v < n->nodes; v++)
    if (net_node_layers(n, v, &own) > 1) return false;
  return true;
}

nonet_code picture_of_layers(nonet_picture **out, const nonet *n, const nonet_draw_options *options, const nonet_run *run, nonet_err *err) {
  struct layer_panels p = {.count = n->layers};
  uint32_t none = 0;
  *out = NULL;
  if (n->layers < 2)
    return error_set(err, NONET_EUSAGE, "a panel for each layer needs two layers or more, and the network has %u", n->layers);
  if (n->layers > PANELS_MOST)
    return error_set(err, NONET_ELIMIT, "%u layers are too many for one picture (at most %d): --picture layers draws their network",
                     n->layers, (int)PANELS_MOST);
  p.panel = memory_zeroed(p.count, sizeof *p.panel);
  p.title = memory_zeroed(p.count, sizeof *p.title);
  nonet_code code = p.panel && p.title ? NONET_OK : error_memory(err);
  for (uint32_t l = 0; l < p.count && code == NONET_OK; l++)
    code = fill(&p.panel[l], &p.title[l], n, l, err);
  if (code == NONET_OK) code = picture_of_panels(out, n, p.panel, p.count, options, run, err);
  for (uint32_t t = 0; t < n->ties; t++)
    none += net_tie_layer(n, t) == NONET_NONE;
  if (code == NONET_OK && none)
    code = picture_note(*out, err, "%u tie%s of no layer %s in no panel", none, none == 1 ? "" : "s", none == 1 ? "is" : "are");
  if (code == NONET_OK && none_shared(n))
    code = picture_note(*out, err,
                        "no node is in two layers, so nothing comes again from panel to panel: --view layer:NAME draws one by itself");
  if (code != NONET_OK && *out) {
    nonet_picture_free(*out);
    *out = NULL;
  }
  panels_free(&p);
  return code;
}
