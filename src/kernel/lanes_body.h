/* The walk of lanes.h, written once over vectors of LANES doubles and LANES path counts; included by each width of vectors with its own
 * operations, once for counts of 16 bits and once for counts in doubles.
 *
 * Out, level by level: the arcs of the level's entries that lead to nodes not yet reached, in some lane of theirs, are listed; then the
 * path counts are added along this list. Back, the list is read from its end: with c(w) = (onto(w) + copies(w) delta(w)) / sigma(w) kept in
 * value, each node v draws
 *     delta(v) = sigma(v) x sum of c(w) over its listed arcs v -> w
 * so all arcs are asked about once, on the way out, with nothing to be predicted; after that only arcs of shortest paths are touched, in an
 * order known before, so that what lies far away is asked for some arcs ahead. An arc costs a line of counts on the way out (two vectors
 * of them where they are doubles) and a line a vector on the way back.
 * What is counted in one lane never depends on the others. In the lane sum the halves are folded onto each other until one is left.
 *
 * The including file has COUNTS, WALK (its name), TARGET (the processor's attribute), OPERATION (inline, of that target); vec (LANES
 * doubles) and on it vec_load, vec_store_where, vec_set, vec_add, vec_mul, vec_div, vec_add_where (add in the lanes of a mask), vec_keep
 * (those lanes, else 0), vec_sum; cnt (LANES counts), with cnt_of (a node's in the scratch) cnt_load, cnt_store, cnt_without (0 in some
 * lanes), cnt_add_where, cnt_times, cnt_full (whether one in these lanes is beyond what fits; sums stay there) and cnt_value (as doubles).
 *
 * Sources: (1) U. Brandes 2001, doi:10.1080/0022250X.2001.9990249; (2) M. Then et al. 2014, The more the merrier: efficient multi-source
 * graph traversal, doi:10.14778/2735496.2735507; (3) K. Madduri et al. 2009, A faster parallel algorithm and efficient multithreaded
 * implementations for evaluating betweenness centrality (successors kept), doi:10.1109/IPDPS.2009.5161100. */

#define ASK_EACH 65536 /* entries */

/* Add the counts x along so many arcs; nodes that are new at this level are listed from entry `found` on. Returns where they end. */
OPERATION uint64_t add_counts(struct lanes_scratch *s, const lanes_arc *arc, uint32_t arcs, cnt x, uint64_t found) {
  uint32_t *near = s->near;
  for (uint32_t i = 0; i < arcs; i++) {
    uint32_t w = lanes_arc_node(arc[i]), lanes = lanes_arc_lanes(arc[i]), known = near[w];
    __builtin_prefetch(cnt_of(s, lanes_arc_node(arc[i + LANES_AHEAD])), 1);
    s->entry[found].node = w;
    found += !known;
    near[w] = known | lanes;
    cnt_store(cnt_of(s, w), cnt_add_where(cnt_without(lanes & ~known, cnt_load(cnt_of(s, w))), lanes, x));
  }
  return found;
}

/* Nodes with bits in near become the entries from `end` on, ascending where that is cheap: memory is then walked in order. */
static TARGET uint64_t gather(const struct lanes_net *g, struct lanes_scratch *s, uint64_t end, uint64_t found) {
  bool many = found - end > g->nodes / 16;
  uint64_t at = end, last = many ? g->nodes : found - end;
  for (uint64_t i = 0; i < last; i++) {
    uint32_t w = many ? (uint32_t)i : s->entry[end + i].node;
    if (!s->near[w]) continue;
    s->entry[at++] = (struct lanes_entry){w, s->near[w], 0};
    s->seen[w] |= s->near[w];
    s->near[w] = 0;
  }
  return at;
}

/* From the level of these entries to the next, which ends at *next. */
static TARGET enum kernel_code out(struct lanes_scratch *s, const struct lanes_net *g, uint64_t from, uint64_t end, uint64_t *next) {
  const lanes_arc *arc = lanes_list(s, g, from, end);
  if (!arc) return KERNEL_NO_MEMORY;
  uint64_t found = end;
  for (uint64_t i = from; i < end; i++) {
    struct lanes_entry e = s->entry[i];
    cnt x = cnt_load(cnt_of(s, e.node));
    if (cnt_full(e.lanes, x)) return KERNEL_TOO_MANY_PATHS;
    if (g->copies && from) x = cnt_times(x, g->copies[e.node]);
    found = add_counts(s, arc, e.arcs, x, found);
    arc += e.arcs;
  }
  *next = gather(g, s, end, found);
  return KERNEL_DONE;
}

/* Sum of c(w) over the last arcs of the list, which are those of an entry. */
OPERATION vec draw_back(const struct lanes_scratch *s, uint32_t arcs) {
  const lanes_arc *arc = s->arc + s->arcs;
  const double *value = s->value;
  vec sum = vec_set(0);
  for (uint32_t i = 0; i < arcs; i++) {
    arc--;
    const double *ahead = value + (size_t)lanes_arc_node(arc[-(ptrdiff_t)LANES_AHEAD]) * LANES;
    for (unsigned l = 0; l < LANES; l += 8)
      __builtin_prefetch(ahead + l);
    sum = vec_add_where(sum, lanes_arc_lanes(*arc), vec_load(value + (size_t)lanes_arc_node(*arc) * LANES));
  }
  return sum;
}

/* The share of each arc: from x sigma(v) x c(w). */
static TARGET void share_edges(const struct lanes_scratch *s, uint32_t arcs, vec x, double *edge) {
  for (size_t a = s->arcs - arcs; a < s->arcs; a++)
    edge[s->edge[a]] +=
        vec_sum(vec_keep(lanes_arc_lanes(s->arc[a]), vec_mul(x, vec_load(s->value + (size_t)lanes_arc_node(s->arc[a]) * LANES))));
}

/* Back from one entry. False: a share at a source is not a number, so some path count was not finite. */
OPERATION bool back(struct lanes_scratch *s, const struct lanes_batch *b, struct lanes_entry e, bool source, vec from) {
  const struct lanes_net *g = b->net;
  vec sigma = cnt_value(cnt_load(cnt_of(s, e.node))), delta = vec_mul(sigma, draw_back(s, e.arcs));
  if (b->edge) share_edges(s, e.arcs, vec_mul(from, sigma), b->edge);
  s->arcs -= e.arcs;
  if (source) {
    double sum = vec_sum(vec_keep(e.lanes, delta));
    return sum - sum == 0;
  }
  if (b->node) b->node[e.node] += vec_sum(vec_keep(e.lanes, vec_mul(from, delta)));
  if (g->copies) delta = vec_mul(delta, vec_set(g->copies[e.node]));
  vec_store_where(s->value + (size_t)e.node * LANES, e.lanes, vec_div(vec_add(vec_set(g->onto[e.node]), delta), sigma));
  return true;
}

/* The sources are level 0, each in its lane. */
static TARGET vec sources(struct lanes_scratch *s, const struct lanes_batch *b) {
  _Alignas(64) double from[LANES] = {0};
  for (unsigned l = 0; l < b->count; l++) {
    uint32_t v = b->source + l;
    from[l] = b->net->from[v];
    s->seen[v] = (uint32_t)1 << l;
    cnt_of(s, v)[l] = 1;
    s->entry[l] = (struct lanes_entry){v, (uint32_t)1 << l, 0};
  }
  return vec_load(from);
}

TARGET enum kernel_code WALK(struct lanes_scratch *s, const struct lanes_batch *b) {
  enum kernel_code code = lanes_list_start(s, b->net);
  vec from = sources(s, b);
  uint64_t start = 0, end = b->count;
  for (uint64_t next; !code && start < end; start = end, end = next) {
    code = out(s, b->net, start, end, &next);
    if (!code && b->ask && halt_ask(b->halt, b->worker)) code = KERNEL_STOPPED;
  }
  if (code) return lanes_broken_off(s, b->net, code);
  for (uint64_t i = end; i-- > 0 && code != KERNEL_STOPPED;) {
    struct lanes_entry e = s->entry[i];
    if (!back(s, b, e, i < b->count, from)) code = KERNEL_TOO_MANY_PATHS;
    s->seen[e.node] = 0;
    if (b->ask && i % ASK_EACH == 0 && halt_ask(b->halt, b->worker)) code = KERNEL_STOPPED;
  }
  return code;
}

#undef ASK_EACH
