/* From distances to what the lanes need one by one; included after lengthlanes_body.h, for each width of vectors.
 *
 * part: which arcs the shortest paths come along, told for all lanes at once, and so which nodes are reached along one arc alone.
 * prune: most of a lane's shortest paths are a tree, where nothing is shared out: what lies behind an arc is a whole number there, whatever
 * the paths before it. So the ends are added up and cut off, and what has become an end by that as well.
 * gather: what is left, put together, so that each lane finds its own in one go. */

#define PRUNED 2 /* times that all nodes are gone through for ends: more find little */

/* In which lanes arcs make w's distance, or with w's make that of the node there: kept from place `at` on; returns where they end. */
static inline TARGET uint32_t into(struct lengthlanes *s, const struct lengthlanes_net *net, uint32_t w, row here, uint32_t at,
                                   uint32_t *some, uint32_t *several) {
  const struct lanes_net *g = &net->small->net;
  for (uint64_t a = g->in_first[w], end = g->in_first[w + 1]; a < end; a++) {
    uint32_t lanes = equal(plus(load(row_at(s, g->in_to[a])), all((number)net->in_length[a])), here);
    *several |= *some & lanes;
    *some |= lanes;
    s->into[at] = (struct lengthlanes_hit){(uint32_t)a, lanes};
    at += lanes != 0;
  }
  return at;
}

static inline TARGET uint32_t out_of(struct lengthlanes *s, const struct lengthlanes_net *net, uint32_t w, row here, uint32_t at,
                                     uint32_t *some) {
  const struct lanes_net *g = &net->small->net;
  for (uint64_t a = g->first[w], end = g->first[w + 1]; a < end; a++) {
    uint32_t lanes = equal(plus(here, all((number)net->length[a])), load(row_at(s, g->to[a])));
    *some |= lanes;
    s->out[at] = (struct lengthlanes_hit){(uint32_t)a, lanes};
    at += lanes != 0;
  }
  return at;
}

static TARGET bool part(struct lengthlanes *s, const struct lengthlanes_net *net) {
  row far = all(FARTHEST), limit = all((number)(FARTHEST - net->longest));
  s->hits[0] = (struct lengthlanes_hits){0, 0};
  for (uint32_t i = 0; i < s->reached; i++) {
    uint32_t w = s->touched[i], some = 0, several = 0, more = 0;
    row here = load(row_at(s, w));
    uint32_t reached = below(here, far);
    if (reached & ~below(here, limit)) return false;
    s->hits[i + 1].into = into(s, net, w, here, s->hits[i].into, &some, &several);
    s->hits[i + 1].out = out_of(s, net, w, here, s->hits[i].out, &more);
    uint32_t one = some & ~several;
    s->part[w] = (struct lengthlanes_part){reached & ~(one & ~more), one, one & ~more};
    sums_store(&s->behind[w], sums_none());
  }
  return true;
}

/* What has been cut off behind touched i, in some lanes. */
static inline TARGET sums cut_off(const struct lengthlanes *s, const struct lengthlanes_net *net, uint32_t i, uint32_t lanes) {
  sums behind = sums_none();
  for (uint32_t h = s->hits[i].out; h < s->hits[i + 1].out; h++) {
    uint32_t x = net->small->net.to[s->out[h].arc], along = s->out[h].lanes & s->part[x].cut & lanes;
    if (along) behind = sums_add(behind, along, net->onto[x], &s->behind[x]);
  }
  return behind;
}

/* Touched i, which is w, is cut off in lanes of which all behind is: what passes it is what lies there. */
static inline TARGET void cut(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b, uint32_t i,
                              uint32_t w, uint32_t lanes) {
  struct lengthlanes_sums fresh;
  uint64_t sum = 0;
  sums behind = cut_off(s, net, i, lanes);
  sums_store(&fresh, behind);
  sums_store(&s->behind[w], sums_add(behind, UINT32_MAX, 0, &s->behind[w]));
  s->part[w].cut |= lanes;
  s->part[w].inner &= ~lanes;
  for (unsigned l = 0; l < LENGTHLANES; l++)
    sum += (uint64_t)s->from[l] * fresh.lane[l];
  if (b->node) b->node[w] += (double)sum;
}

static TARGET void prune(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b) {
  for (uint32_t i = s->reached; i-- > 0;) {
    uint32_t w = s->touched[i], open = s->part[w].inner & s->part[w].one;
    for (uint32_t h = s->hits[i].out; open && h < s->hits[i + 1].out; h++)
      open &= ~s->out[h].lanes | s->part[net->small->net.to[s->out[h].arc]].cut;
    if (open) cut(s, net, b, i, w, open);
  }
}

/* Inner nodes, with what is cut off behind them, and the arcs that shortest paths come to them along. */
static TARGET void gather(struct lengthlanes *s, const struct lengthlanes_net *net) {
  s->inners = s->links = 0;
  for (uint32_t i = 0; i < s->reached; i++) {
    uint32_t w = s->touched[i], inner = s->part[w].inner;
    if (!inner) continue;
    s->inner[s->inners++] = (struct lengthlanes_inner){w, inner};
    sums_store(&s->behind[w], sums_add(cut_off(s, net, i, inner), UINT32_MAX, 0, &s->behind[w]));
    for (uint32_t h = s->hits[i].into; h < s->hits[i + 1].into; h++) {
      struct lengthlanes_hit hit = s->into[h];
      s->link[s->links] = (struct lengthlanes_link){net->small->net.in_to[hit.arc], w, hit.arc, hit.lanes & inner};
      s->links += (hit.lanes & inner) != 0;
    }
  }
}

static TARGET bool trace(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b) {
  if (!part(s, net)) return false;
  for (int i = 0; i < PRUNED; i++)
    prune(s, net, b);
  gather(s, net);
  return true;
}
