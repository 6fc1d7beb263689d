/* The walk of lanes.h, written once over a vector of LANES doubles; included by each width of vectors with its own operations.
 *
 * Out: from level to level, a node w that is new in some lanes draws the path counts of its neighbours of the level before. Where a level
 * is small its nodes push to their neighbours; where it is large the nodes that miss lanes pull, which reads lines and writes none.
 * Back: with c(w) = (onto(w) + copies(w) delta(w)) / sigma(w) written in place of sigma(w), each node v draws
 *     delta(v) = sigma(v) x sum of c(w) over neighbours w one level further
 * so an arc costs one line a vector each way, touched only where a lane's shortest paths use it.
 * Where the values of all nodes are more than the caches near the processor hold, those that an arc some places ahead will draw are asked
 * for: which nodes those are is known, and a walk waits for little else.
 * What is counted in one lane never depends on the others. In the lane sum the halves are folded onto each other until one is left.
 *
 * The including file has WIDTH, LANES, TARGET (the processor's attribute), vec (LANES doubles) and on it vec_load, vec_store_where,
 * vec_set, vec_add, vec_mul, vec_div, vec_add_where (add in the lanes of a mask), vec_keep (those lanes, else 0), vec_sum.
 *
 * Sources: (1) U. Brandes 2001, doi:10.1080/0022250X.2001.9990249; (2) M. Then et al. 2014, The more the merrier: efficient multi-source
 * graph traversal, doi:10.14778/2735496.2735507; (3) S. Beamer et al. 2012, Direction-optimizing breadth-first search,
 * doi:10.1109/SC.2012.50. */

#define PULL_FROM 8 /* a level of more than nodes / PULL_FROM entries is pulled */

/* Ask for what arc a of `to` will draw LANES_AHEAD places on, if it is of the level that near holds. */
#define FETCH_AHEAD(to, a)                                                                                                                 \
  for (uint32_t next_ = (to)[(a) + LANES_AHEAD], l_ = s->near[next_] ? 0 : LANES; l_ < LANES; l_ += 8)                                     \
  __builtin_prefetch(s->value + (size_t)next_ * LANES + l_)

static inline TARGET vec value_at(const struct lanes_scratch *s, uint32_t v) {
  return vec_load(s->value + (size_t)v * LANES);
}

/* Path counts of an entry as its neighbours see them: of all its copies, unless it is the source itself. */
static inline TARGET vec counts_of(const struct lanes_net *g, const struct lanes_scratch *s, uint32_t v, bool source) {
  vec x = value_at(s, v);
  return g->copies && !source ? vec_mul(x, vec_set(g->copies[v])) : x;
}

/* Nodes with bits in near become the entries from `end` on, ascending where that is cheap: memory is then walked in order. */
static TARGET uint64_t gather(const struct lanes_net *g, struct lanes_scratch *s, uint64_t end, uint64_t found) {
  bool many = found - end > g->nodes / 16;
  uint64_t at = end, last = many ? g->nodes : found - end;
  for (uint64_t i = 0; i < last; i++) {
    uint32_t w = many ? (uint32_t)i : s->entry[end + i].node;
    if (!s->near[w]) continue;
    s->entry[at++] = (struct lanes_entry){w, s->near[w]};
    s->seen[w] |= s->near[w];
    s->near[w] = 0;
  }
  return at;
}

static TARGET uint64_t push(const struct lanes_net *g, struct lanes_scratch *s, uint64_t from, uint64_t end) {
  uint64_t found = end;
  for (uint64_t i = from; i < end; i++) {
    uint32_t v = s->entry[i].node, lanes = s->entry[i].lanes;
    vec x = counts_of(g, s, v, from == 0);
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t w = g->to[a], fresh = lanes & ~s->seen[w];
      if (!fresh) continue;
      if (!s->near[w]) s->entry[found++].node = w;
      vec kept = vec_keep(s->seen[w] | s->near[w], value_at(s, w));
      s->near[w] |= fresh;
      vec_store_where(s->value + (size_t)w * LANES, s->near[w], vec_add_where(kept, fresh, x));
    }
  }
  return gather(g, s, end, found);
}

/* What w draws from the level that near holds; returns the lanes in which it drew anything. */
static inline TARGET uint32_t draw(vec *sum, const struct lanes_net *g, const struct lanes_scratch *s, uint32_t w, bool source,
                                   bool ahead) {
  uint32_t open = ~s->seen[w], got = 0;
  *sum = vec_set(0);
  for (uint64_t a = g->in_first[w]; a < g->in_first[w + 1]; a++) {
    uint32_t v = g->in_to[a], lanes = open & s->near[v];
    if (ahead) FETCH_AHEAD(g->in_to, a);
    if (!lanes) continue;
    got |= lanes;
    *sum = vec_add_where(*sum, lanes, counts_of(g, s, v, source));
  }
  return got;
}

static TARGET uint64_t pull(const struct lanes_batch *b, struct lanes_scratch *s, uint64_t from, uint64_t end, uint32_t all) {
  const struct lanes_net *g = b->net;
  uint64_t found = end;
  for (uint64_t i = from; i < end; i++)
    s->near[s->entry[i].node] = s->entry[i].lanes;
  for (uint32_t w = 0; w < g->nodes; w++) {
    if (!(all & ~s->seen[w])) continue;
    vec sum;
    uint32_t got = draw(&sum, g, s, w, from == 0, b->ahead);
    if (!got) continue;
    vec_store_where(s->value + (size_t)w * LANES, got, sum);
    s->entry[found++] = (struct lanes_entry){w, got};
  }
  for (uint64_t i = from; i < end; i++)
    s->near[s->entry[i].node] = 0;
  for (uint64_t i = end; i < found; i++)
    s->seen[s->entry[i].node] |= s->entry[i].lanes;
  return found;
}

/* Sum of c(w) over the arcs of entry e that near marks. */
static inline TARGET vec draw_back(const struct lanes_net *g, const struct lanes_scratch *s, struct lanes_entry e, bool ahead) {
  vec sum = vec_set(0);
  for (uint64_t a = g->first[e.node]; a < g->first[e.node + 1]; a++) {
    uint32_t lanes = e.lanes & s->near[g->to[a]];
    if (ahead) FETCH_AHEAD(g->to, a);
    if (lanes) sum = vec_add_where(sum, lanes, value_at(s, g->to[a]));
  }
  return sum;
}

/* The share of each arc: from x sigma(v) x c(w). */
static TARGET void share_edges(const struct lanes_net *g, const struct lanes_scratch *s, struct lanes_entry e, vec from, double *edge) {
  vec x = vec_mul(from, value_at(s, e.node));
  for (uint64_t a = g->first[e.node]; a < g->first[e.node + 1]; a++) {
    uint32_t lanes = e.lanes & s->near[g->to[a]];
    if (lanes) edge[g->edge[a]] += vec_sum(vec_keep(lanes, vec_mul(x, value_at(s, g->to[a]))));
  }
}

/* Back over level d. False: a share at a source is not a number, so some path count was not finite. */
static TARGET bool back(struct lanes_scratch *s, const struct lanes_batch *b, uint64_t d, vec from) {
  const struct lanes_net *g = b->net;
  bool fine = true;
  for (uint64_t i = s->level[d + 1]; i < s->level[d + 2]; i++)
    s->near[s->entry[i].node] = s->entry[i].lanes;
  for (uint64_t i = s->level[d]; i < s->level[d + 1]; i++) {
    struct lanes_entry e = s->entry[i];
    if (b->edge) share_edges(g, s, e, from, b->edge);
    vec sigma = value_at(s, e.node), delta = vec_mul(sigma, draw_back(g, s, e, b->ahead));
    if (d == 0) {
      double sum = vec_sum(vec_keep(e.lanes, delta));
      fine &= sum - sum == 0;
      continue;
    }
    if (b->node) b->node[e.node] += vec_sum(vec_keep(e.lanes, vec_mul(from, delta)));
    if (g->copies) delta = vec_mul(delta, vec_set(g->copies[e.node]));
    vec_store_where(s->value + (size_t)e.node * LANES, e.lanes, vec_div(vec_add(vec_set(g->onto[e.node]), delta), sigma));
  }
  for (uint64_t i = s->level[d + 1]; i < s->level[d + 2]; i++)
    s->near[s->entry[i].node] = 0;
  return fine;
}

/* The sources are level 0, each in its lane. */
static TARGET vec sources(struct lanes_scratch *s, const struct lanes_batch *b) {
  _Alignas(64) double from[LANES] = {0};
  for (unsigned l = 0; l < b->count; l++) {
    uint32_t v = b->source + l;
    from[l] = b->net->from[v];
    s->seen[v] = (uint32_t)1 << l;
    s->value[(size_t)v * LANES + l] = 1;
    s->entry[l] = (struct lanes_entry){v, (uint32_t)1 << l};
  }
  s->level[0] = 0;
  s->level[1] = b->count;
  return vec_load(from);
}

TARGET bool NAMED(lanes)(struct lanes_scratch *s, const struct lanes_batch *b) {
  uint32_t all = (uint32_t)(((uint64_t)1 << b->count) - 1);
  uint64_t levels = 1;
  bool fine = true;
  vec from = sources(s, b);
  for (; s->level[levels] > s->level[levels - 1]; levels++) {
    uint64_t start = s->level[levels - 1], end = s->level[levels];
    bool large = (end - start) * PULL_FROM > b->net->nodes;
    s->level[levels + 1] = large ? pull(b, s, start, end, all) : push(b->net, s, start, end);
    if (b->ask && halt_ask(b->halt, b->worker)) break;
  }
  for (uint64_t d = levels - 1; d-- > 0 && !(b->ask && halt_ask(b->halt, b->worker));)
    fine &= back(s, b, d, from);
  for (uint64_t i = 0; i < s->level[levels]; i++)
    s->seen[s->entry[i].node] = 0;
  return fine && !halt_called(b->halt);
}

#undef FETCH_AHEAD
#undef PULL_FROM
