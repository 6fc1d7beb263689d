/* SPDX-License-Identifier: MIT
 * gvLayout, and what it takes to believe it: it can report an error and return 0, so errors are counted too.
 *
 * The engine nop2 (what `neato -n2` runs) uses the positions that nodes bring, the splines of the edges that bring
 * them (the others are routed), and draws the box of a cluster that brings a `bb`. By itself it moves all to the
 * origin and forgets the graph's own `bb`; here nothing is moved (notranslate), and the picture covers the graph's
 * `bb` too, so that a page can be larger than what stands on it. */
#include "draw/layout.h"
#include "draw/draw.h"
#include "draw/errors.h"
#include "draw/say.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const engines[] = {"dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage", "nop2"};

bool layout_known(const char *engine) {
  for (size_t i = 0; i < sizeof engines / sizeof *engines; i++)
    if (strcmp(engine, engines[i]) == 0) return true;
  return false;
}

/* Widens the picture to the box that the graph asked for. */
static void cover(Agraph_t *graph, const char *asked) {
  boxf b;
  if (asked == NULL || sscanf(asked, "%lf,%lf,%lf,%lf", &b.LL.x, &b.LL.y, &b.UR.x, &b.UR.y) != 4) return;
  boxf *box = &GD_bb(graph);
  box->LL.x = fmin(box->LL.x, b.LL.x);
  box->LL.y = fmin(box->LL.y, b.LL.y);
  box->UR.x = fmax(box->UR.x, b.UR.x);
  box->UR.y = fmax(box->UR.y, b.UR.y);
}

/* Graphviz itself names the node, and then speaks of a flag that nobody gave. */
static int check_positions(Agraph_t *graph) {
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    const char *position = agget(node, "pos");
    if (position == NULL || *position == '\0') {
      say_error("layout nop2: node \"%s\" has no pos", agnameof(node));
      return DRAW_INPUT;
    }
  }
  return DRAW_OK;
}

int layout_run(Agraph_t *graph, const char *engine, GVC_t **context) {
  char asked[200] = "";
  bool as_given = strcmp(engine, "nop2") == 0;
  const char *box = agget(graph, "bb");
  if (as_given && box != NULL) snprintf(asked, sizeof asked, "%s", box);
  if (as_given && check_positions(graph) != DRAW_OK) return DRAW_INPUT;
  if (as_given) agattr(graph, AGRAPH, "notranslate", "true");
  *context = gvContext();
  if (*context == NULL) {
    say_error("cannot start Graphviz");
    return DRAW_FAULT;
  }
  int failed = gvLayout(*context, graph, engine);
  if (failed != 0 || errors_count() > 0) {
    char what[40];
    snprintf(what, sizeof what, "layout %s", engine);
    return errors_say(what, "no layout was made", DRAW_INPUT);
  }
  if (as_given) cover(graph, asked);
  boxf b = GD_bb(graph);
  if (!isfinite(b.LL.x) || !isfinite(b.LL.y) || !isfinite(b.UR.x) || !isfinite(b.UR.y)) {
    say_error("layout %s: it gave positions that are not numbers", engine);
    return DRAW_FAULT;
  }
  return DRAW_OK;
}
