/* The pictures: the map, the matrix of partners and strategies, the network of layers and the layers side by side. */
#include "report/report.h"

struct wanted {
  const char *name, *caption, *layout, *size_by, *panels;
};

static nonet_code picture(struct report *r, const nonet *n, const struct wanted *want, nonet_err *err) {
  struct figure f = {.name = want->name, .caption = want->caption};
  nonet_draw_options options = figure_drawing(r, want->name);
  options.layout = want->layout;
  options.size_by = want->size_by;
  options.panels = want->panels;
  f.drawn = nonet_draw(&f.picture, n, &options, r->run.asked, &f.why);
  return figure_add(r, &f, err);
}

/* Panels tell something where somebody is in several layers. */
static bool layers_meet(const nonet *n) {
  enum { AT_MOST = 12 };
  nonet_node node;
  for (uint32_t v = 0; v < nonet_nodes(n) && nonet_layers(n) > 1 && nonet_layers(n) <= AT_MOST; v++) {
    nonet_node_get(&node, n, v);
    if (node.layer_count > 1) return true;
  }
  return false;
}

nonet_code chapter_pictures(struct report *r, nonet_err *err) {
  enum { MAP_AT_MOST = 40 }; /* beyond that a two-mode network reads better as a matrix */
  bool two = r->facts.strategies.count > 0, large = nonet_nodes(r->net) > MAP_AT_MOST;
  html_chapter(&r->page, "pictures", "The map");
  if (nonet_nodes(r->net) == 0) {
    html_element(&r->page, "p", "There is nothing to draw.");
    html_close_chapter(&r->page);
    return NONET_OK;
  }
  const struct wanted map = {"map", "Who is tied to whom. The legend says what each size, colour, shape and line means.",
                             two && large ? "fdp" : NULL, NULL, NULL};
  const struct wanted matrix = {"matrix", "Who carries which: a letter stands for the role.", "matrix", NULL, NULL};
  const struct wanted layers = {
      "layers", "The network of networks: each layer a node, as large as its members; ties by shared members and ties between.", NULL,
      "members", NULL};
  const struct wanted panels = {"panels", "The layers one by one, everybody in the same place in each: who comes again joins them.", NULL,
                                NULL, "layers"};
  nonet_code code = picture(r, r->net, &map, err);
  if (!code && two) code = picture(r, r->net, &matrix, err);
  if (!code && nonet_layers(r->net) > 1) {
    nonet *view = NULL;
    code = nonet_view(&view, r->net, "layers", r->run.asked, err);
    if (!code && nonet_ties(view) == 0)
      html_element(&r->page, "p",
                   "The layers share no member, and no tie leads from one to another: as recorded they are separate networks.");
    else if (!code)
      code = picture(r, view, &layers, err);
    nonet_free(view);
    if (!code && layers_meet(r->net)) code = picture(r, r->net, &panels, err);
  }
  html_close_chapter(&r->page);
  return code;
}
