/* The lines of a map.
 *
 * How: ties of a pair that look the same (layer, kind, role) become one line, as wide as their strengths together; two arrows where they go
 * both ways. Several lines of a pair bend away from each other. A line that would run through other nodes or their names bends just
 * enough to miss most of them. Lines end where the mark or the name begins. */
#include "base/memory.h"
#include "show/bend.h"
#include "show/fate.h"
#include "show/map.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct bundle {
  uint32_t a, b; /* a <= b */
  uint32_t look; /* same colour, dash and role: same number */
  uint32_t tie;
  bool forward, backward; /* arrows */
};

static int by_pair(const void *x, const void *y) {
  const struct bundle *p = x, *q = y;
  if (p->a != q->a) return p->a < q->a ? -1 : 1;
  if (p->b != q->b) return p->b < q->b ? -1 : 1;
  if (p->look != q->look) return p->look < q->look ? -1 : 1;
  return p->tie < q->tie ? -1 : p->tie > q->tie;
}

static uint32_t look_of(const struct style *s, uint32_t t) {
  if (s->fates) return (uint32_t)(fate_look(s->tie_role[t]) - fate_look_at(0));
  uint32_t layer = net_tie_layer(s->net, t);
  uint32_t colour = layer == NONET_NONE || s->colours != COLOURS_OF_LAYERS ? 9 : s->layer_group[layer];
  uint32_t role = s->tie_role && s->tie_role[t] && !s->parts ? 1 : 0, other = strcmp(style_tie_colour(s, t), "#b0b0b0") == 0;
  return ((role * 16 + colour) * 8 + (uint32_t)style_tie_dash(s, t)) * 2 + other;
}

static struct bundle *bundle_ties(const struct map *m, size_t *count) {
  const nonet *n = m->net;
  struct bundle *all = memory_zeroed(n->ties, sizeof *all);
  *count = 0;
  for (uint32_t t = 0; all && t < n->ties; t++) {
    if ((m->style->fates || m->style->parts) && !m->style->tie_role[t]) continue;
    uint32_t from = n->tie_from[t], to = n->tie_to[t];
    bool directed = net_tie_directed(n, t);
    all[*count] = (struct bundle){.a = from < to ? from : to, .b = from < to ? to : from, .look = look_of(m->style, t), .tie = t};
    all[*count].forward = directed && from <= to;
    all[(*count)++].backward = directed && from > to;
  }
  if (all && *count > 1) qsort(all, *count, sizeof *all, by_pair);
  return all;
}

static bool same_pair(const struct bundle *x, const struct bundle *y) {
  return x->a == y->a && x->b == y->b;
}

static void draw_line(struct scene *s, const struct map *m, const struct bundle *first, size_t ties, double bow, uint32_t first_mark,
                      const struct bend_field *field) {
  const struct style *style = m->style;
  struct scene_line *l = scene_line(s);
  double strength = 0;
  if (!l) return;
  l->from = first_mark + first->a;
  l->to = first_mark + first->b;
  l->tie = first->tie;
  l->ties = (uint32_t)ties;
  for (size_t i = 0; i < ties; i++) {
    strength += net_tie_strength(m->net, first[i].tie);
    l->head |= first[i].forward;
    l->tail |= first[i].backward;
  }
  bool answer = style->tie_role && !style->fates && !style->parts, role = answer && style->tie_role[first->tie];
  l->colour = answer && !role ? PALETTE_FADED : role ? PALETTE_MARKED : style_tie_colour(style, first->tie);
  l->dash = style_tie_dash(style, first->tie);
  l->width = style_tie_width(style, strength);
  if (m->net->nodes > 400) l->width = fmin(l->width, 1) * 0.5;
  if (m->across * m->down > 1) l->width *= fmax(0.4, 1.5 / (double)m->across); /* as much thinner as a panel is smaller */
  if (role) l->width += 1;
  l->below = style->fates && fate_look(style->tie_role[first->tie]) == fate_look_at(0); /* what is kept lies below what changed */
  if (l->below && m->across * m->down > 1) l->width *= 0.5; /* in panels it may come to lie above, and must not cut what changed */
  if (style->fates) l->width += fate_look(style->tie_role[first->tie])->more;
  if (l->dash == DASH_DOUBLE && l->width < 1.2) l->width = 1.2;
  bend_line(l->at, m, first->a, first->b, bow, field);
}

/* Bows of the k-th of `count` lines of a pair: 0 in the middle, to both sides. */
static double bow_of(size_t k, size_t count) {
  return ((double)k - ((double)count - 1) / 2) * 0.16;
}

nonet_code map_lines(struct scene *s, const struct map *m, uint32_t first_mark, nonet_err *err) {
  size_t count;
  struct bundle *all = bundle_ties(m, &count);
  struct bend_field field = {.map = m, .avoids = (uint64_t)m->net->ties * m->net->nodes < 400000};
  if (!all) return error_memory(err);
  for (size_t pair = 0, next; pair < count; pair = next) {
    size_t lines = 0, line = 0;
    for (next = pair; next < count && same_pair(&all[pair], &all[next]); next++)
      lines += next == pair || all[next].look != all[next - 1].look;
    for (size_t i = pair, end; i < next; i = end) {
      for (end = i; end < next && all[end].look == all[i].look;)
        end++;
      draw_line(s, m, &all[i], end - i, bow_of(line++, lines), first_mark, &field);
    }
  }
  free(all);
  return s->failed ? error_memory(err) : NONET_OK;
}
