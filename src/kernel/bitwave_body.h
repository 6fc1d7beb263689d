/* One level of the walk, written once over a word of BITWAVE_SOURCES bits; included by each width of vectors with its own operations.
 *
 * A node w collects what its row leads to; what it did not have is new there at this level, and all of its neighbours had it before. Small
 * levels push along the rows of their nodes, noted beside the words, since a node may be pushed to and push on at the same level. Large
 * ones are pulled by the nodes that still miss sources, which stop as soon as they miss none; with sides nobody reads what is written, so
 * it goes into the words at once.
 *
 * The including file has FORM (what it defines), TARGET (the processor's attribute), and on `bits` (a whole word) load, store, either,
 * both, without (what is in the first and not in the second), any, and count.
 *
 * Sources: (1) M. Then et al. 2014, doi:10.14778/2735496.2735507; (2) S. Beamer et al. 2012, doi:10.1109/SC.2012.50. */

static inline TARGET void count_deep(struct bitwave_level *k, uint32_t w, uint32_t count) {
  struct bitwave_sums *sums = &k->s->sums[w];
  sums->steps += (uint64_t)count * k->level;
  sums->upper += count * k->upper;
  sums->lower += count * k->lower;
  sums->reached += count;
  if (k->level > sums->farthest) sums->farthest = k->level;
  k->s->pairs[k->level] += count;
}

/* `fresh` sources arrive at w, which has `seen` others. */
static inline TARGET void arrive(struct bitwave_level *k, uint32_t w, bits seen, bits fresh) {
  struct bitwave_scratch *s = k->s;
  uint32_t found = count(fresh);
  seen = either(seen, fresh);
  store(&s->seen[w], seen);
  k->near_arcs += k->net->in_first[w + 1] - k->net->in_first[w];
  if (!any(without(load(&k->all), seen))) k->open_arcs[k->far] -= k->net->first[w + 1] - k->net->first[w];
  if (k->level < BITWAVE_SHALLOW)
    s->shallow[(size_t)k->level * s->nodes + w] += found;
  else
    count_deep(k, w, found);
}

/* What was noted becomes seen. */
static TARGET void settle(struct bitwave_level *k) {
  static const struct bitwave_word none;
  struct bitwave_scratch *s = k->s;
  for (uint32_t i = 0; i < k->founds; i++) {
    uint32_t w = s->found[i];
    bits seen = load(&s->seen[w]), fresh = load(&s->next[w]);
    if (!k->listed && !any(seen)) s->touched[k->touched++] = w;
    store(&s->next[w], load(&none));
    arrive(k, w, seen, fresh);
  }
}

static TARGET void push(struct bitwave_level *k) {
  struct bitwave_scratch *s = k->s;
  for (uint32_t i = 0; i < k->actives; i++) {
    uint32_t v = s->active[i];
    bits near = load(&s->seen[v]);
    for (uint64_t a = k->net->in_first[v]; a < k->net->in_first[v + 1]; a++) {
      uint32_t w = k->net->in_to[a];
      bits fresh = without(near, load(&s->seen[w])), noted;
      if (!any(fresh)) continue;
      noted = load(&s->next[w]);
      if (!any(noted)) s->found[k->founds++] = w;
      store(&s->next[w], either(noted, fresh));
    }
  }
  settle(k);
}

/* What w gets of what it misses. */
static inline TARGET bits draw(const struct bitwave_level *k, uint32_t w, bits missed) {
  const struct bitwave_word *seen = k->s->seen;
  const uint32_t *to = k->net->to;
  bits got = without(missed, missed);
  for (uint64_t a = k->net->first[w], end = k->net->first[w + 1]; a < end; a++) {
    got = either(got, load(&seen[to[a]]));
    if (!any(without(missed, got))) break;
  }
  return both(got, missed);
}

static TARGET void pull(struct bitwave_level *k) {
  struct bitwave_scratch *s = k->s;
  uint32_t *open = s->open + (k->far ? k->net->sides : 0), left = 0;
  bits all = load(&k->all);
  for (uint32_t i = 0; i < k->opens[k->far]; i++) {
    uint32_t w = open[i];
    bits seen = load(&s->seen[w]), missed = without(all, seen), got;
    if (!any(missed)) continue;
    open[left++] = w;
    got = draw(k, w, missed);
    if (!any(got)) continue;
    s->found[k->founds++] = w;
    if (k->sided)
      arrive(k, w, seen, got);
    else
      store(&s->next[w], got);
  }
  k->opens[k->far] = left;
  if (!k->sided) settle(k);
}

const struct bitwave_form FORM = {push, pull};
