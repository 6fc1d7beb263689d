/* One lane of lengthlanes.h, its inner nodes and the arcs into them: Brandes' accumulation without a jump.
 *
 * What belongs to a lane cannot be foretold, and a processor that guesses wrong loses the time of many arcs: so all is written to the
 * columns, which grow by 1 or by 0.
 * Arcs are put in the order of the distance at which they end (lengthlanes_sort.c). Along them, sigma(w) grows by sigma(u) for each u -> w:
 * when an arc leaves a node, all into it have been met. Backwards, with own(w) = (onto(w) + what was cut off behind w) / sigma(w), drawn(u)
 * grows by drawn(w) + own(w),   and in the end   delta(v) = sigma(v) x drawn(v) + what was cut off behind v There is no loop over the arcs
 * of a node, whose end a processor would have to guess: few have more than one or two.
 *
 * Sources: (1) U. Brandes 2001, doi:10.1080/0022250X.2001.9990249. */
#include "kernel/lengthlanes.h"

#include "kernel/lengthlanes_form.h"

#include <float.h>

#define EACH for (unsigned j = 0; j < LENGTHLANES_LISTED; j++)

static void list_nodes(struct lengthlanes *s, unsigned lane) {
  const struct lengthlanes_inner *inner = s->inner;
  struct lengthlanes_node *to[LENGTHLANES_LISTED];
  EACH to[j] = s->column[j].node;
  for (uint32_t i = 0, n = s->inners; i < n; i++) {
    const uint32_t *behind = s->behind[inner[i].node].lane + lane;
    uint32_t lanes = inner[i].lanes >> lane;
    EACH {
      *to[j] = (struct lengthlanes_node){inner[i].node, behind[j]};
      to[j] += lanes >> j & 1;
    }
  }
  EACH s->column[j].nodes = (uint32_t)(to[j] - s->column[j].node);
}

static void list_links(struct lengthlanes *s, unsigned lane) {
  const struct lengthlanes_link *link = s->link;
  uint32_t *to[LENGTHLANES_LISTED];
  EACH to[j] = s->column[j].link;
  for (uint32_t i = 0, n = s->links; i < n; i++) {
    uint32_t lanes = link[i].lanes >> lane;
    EACH {
      *to[j] = i;
      to[j] += lanes >> j & 1;
    }
  }
  EACH s->column[j].links = (uint32_t)(to[j] - s->column[j].link);
}

void lengthlanes_list(struct lengthlanes *s, unsigned lane) {
  list_nodes(s, lane);
  list_links(s, lane);
}

/* Shortest paths; then each node's own share of one of them. */
static bool count_paths(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_column *of, uint32_t source) {
  struct lengthlanes_count *at = s->of_node;
  bool beyond = false;
  for (uint32_t i = 0; i < of->nodes; i++)
    at[of->node[i].node] = (struct lengthlanes_count){0, 0, net->small->net.onto[of->node[i].node] + of->node[i].behind};
  at[source].sigma = 1;
  for (uint32_t i = 0; i < of->links; i++)
    at[s->sorted[i].to].sigma += at[s->sorted[i].from].sigma;
  for (uint32_t i = 0; i < of->nodes; i++) {
    struct lengthlanes_count *c = &at[of->node[i].node];
    c->own /= c->sigma;
    beyond |= c->sigma > DBL_MAX;
  }
  return !beyond;
}

static void draw_back(struct lengthlanes *s, const struct lengthlanes_column *of, double from, double *edge) {
  struct lengthlanes_count *at = s->of_node;
  for (uint32_t i = of->links; i-- > 0;) {
    struct lengthlanes_count *u = &at[s->sorted[i].from], *w = &at[s->sorted[i].to];
    double share = w->drawn + w->own;
    u->drawn += share;
    if (edge) edge[s->sorted_edge[i]] += from * u->sigma * share;
  }
}

bool lengthlanes_share(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b, unsigned lane) {
  const struct lengthlanes_column *of = &s->column[lane % LENGTHLANES_LISTED];
  uint32_t source = b->source + lane;
  double from = net->small->net.from[source], kept = b->node ? b->node[source] : 0;
  lengthlanes_sort(s, net, lane);
  if (!count_paths(s, net, of, source)) return false;
  draw_back(s, of, from, b->edge);
  for (uint32_t i = 0; b->node && i < of->nodes; i++) {
    const struct lengthlanes_count *c = &s->of_node[of->node[i].node];
    b->node[of->node[i].node] += from * (c->sigma * c->drawn + of->node[i].behind);
  }
  if (b->node) b->node[source] = kept; /* pairs that it is an end of are not counted */
  return true;
}
