/* A cascade as one picture: a panel before, and one for each step, every node in the same place in each.
 *
 * How: in a panel stand those who hang together in every layer so far; who falls in that step is dashed, with its ties, and in the next one
 * it is not there. Nodes that did not hang together in all layers before anybody failed are not drawn, which a note says. */
#include "ask/whatif.h"
#include "ask/whatif_cascade.h"
#include "show/fate.h"
#include "show/picture.h"

#include "base/memory.h"

#include <stdlib.h>

struct steps {
  struct cascade c;
  struct panel *panel; /* owned, and its arrays and titles */
  struct buffer *title;
  size_t count;
};

static void steps_free(struct steps *s) {
  for (size_t i = 0; i < s->count; i++) {
    if (s->panel) free(s->panel[i].node), free(s->panel[i].tie);
    if (s->title) buffer_free(&s->title[i]);
  }
  free(s->panel);
  free(s->title);
  cascade_free(&s->c);
}

/* Whether a node is there before a step, and whether it is after it. Step 0 is the state before anybody fails. */
static const char *role_of(const struct cascade *c, uint32_t v, uint32_t step) {
  if (c->cause[v] == CASCADE_HOLDS) return fate_look_at(FATE_LOOK_STAYED)->role;
  if (c->step[v] == 0 || c->step[v] < step) return NULL;
  return fate_look_at(c->step[v] == step ? FATE_LOOK_WENT : FATE_LOOK_STAYED)->role;
}

static nonet_code name_step(struct buffer *title, const struct cascade *c, uint32_t step, nonet_err *err) {
  uint32_t *node = memory_array(c->n->nodes, sizeof *node), count = 0, cause = CASCADE_HOLDS;
  if (!node) return error_memory(err);
  for (uint32_t v = 0; v < c->n->nodes && step; v++)
    if (c->cause[v] != CASCADE_HOLDS && c->step[v] == step) node[count++] = v, cause = c->cause[v];
  buffer_print(title, step ? "Step %u: " : "Before", step);
  if (step && count <= 2) whatif_names(title, c->n, node, count);
  if (step && count > 2) buffer_print(title, "%u", count);
  if (step && cause == CASCADE_FAILS) buffer_text(title, count == 1 ? " fails" : " fail");
  if (step && cause != CASCADE_FAILS) buffer_print(title, " cut off in %s", nonet_layer_name(c->n, c->layer[cause - 1]));
  free(node);
  return title->failed ? error_memory(err) : NONET_OK;
}

/* A tie is there while both ends are; it goes with the first of them. */
static nonet_code fill(struct panel *panel, struct buffer *title, const struct cascade *c, uint32_t step, nonet_err *err) {
  const nonet *n = c->n;
  const char *went = fate_look_at(FATE_LOOK_WENT)->role;
  *panel = (struct panel){.node = memory_zeroed(n->nodes, sizeof *panel->node), .tie = memory_zeroed(n->ties, sizeof *panel->tie)};
  nonet_code code = panel->node && panel->tie ? name_step(title, c, step, err) : error_memory(err);
  if (code) return code;
  panel->title = buffer_string(title);
  for (uint32_t v = 0; v < n->nodes; v++)
    panel->node[v] = role_of(c, v, step);
  for (uint32_t t = 0; t < n->ties; t++) {
    const char *from = panel->node[n->tie_from[t]], *to = panel->node[n->tie_to[t]];
    if (from && to && net_tie_layer(n, t) != NONET_NONE) panel->tie[t] = from == went ? from : to;
  }
  return NONET_OK;
}

static nonet_code draw(nonet_picture **out, struct steps *s, const nonet_draw_options *options, const nonet_run *run, nonet_err *err) {
  uint32_t apart = 0;
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < s->count && !code; i++)
    code = fill(&s->panel[i], &s->title[i], &s->c, (uint32_t)i, err);
  if (!code) code = picture_of_panels(out, s->c.n, s->panel, s->count, options, run, err);
  for (uint32_t v = 0; v < s->c.n->nodes; v++)
    apart += s->c.cause[v] != CASCADE_HOLDS && s->c.step[v] == 0;
  if (!code && apart)
    code = picture_note(*out, err, "%u node%s that did not hang together in every layer before %s not drawn", apart, apart == 1 ? "" : "s",
                        apart == 1 ? "is" : "are");
  return code;
}

nonet_code nonet_cascade_draw(nonet_picture **out, const nonet *n, const nonet_cascade_options *options, const nonet_draw_options *drawn,
                              const nonet_run *run, nonet_err *err) {
  struct steps s = {0};
  *out = NULL;
  nonet_code code = cascade_start(&s.c, n, options ? options->nodes : NULL, err);
  if (!code) code = cascade_run(&s.c, err);
  if (!code && !s.c.failures) code = error_set(err, NONET_EUSAGE, "steps are drawn where somebody fails: name at least one node");
  if (!code && s.c.steps + 1 > PANELS_MOST)
    code = error_set(err, NONET_ELIMIT, "%u steps are too many for one picture (at most %d): take the frames of a folder", s.c.steps,
                     (int)PANELS_MOST - 1);
  if (!code) {
    s.count = s.c.steps + 1;
    s.panel = memory_zeroed(s.count, sizeof *s.panel);
    s.title = memory_zeroed(s.count, sizeof *s.title);
    code = s.panel && s.title ? draw(out, &s, drawn, run, err) : error_memory(err);
  }
  if (code && *out) {
    nonet_picture_free(*out);
    *out = NULL;
  }
  steps_free(&s);
  return code;
}
