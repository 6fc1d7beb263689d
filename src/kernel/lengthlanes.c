/* Betweenness by length from many sources side by side.
 *
 *   spread: distances in all lanes   trace: ends cut off   list: what is left of each lane   share: a lane's paths counted, and shared out
 *
 * Side by side, distances cost little: an arc is looked at for all lanes at once, and a few times in all (lengthlanes_body.h). One more
 * look tells for all lanes where the shortest paths come from, and where they are a tree, which is added up side by side as well
 * (lengthlanes_trace.h): a lane is left with less than a third of its nodes, mostly. Only these are put in the order of distance and
 * counted one by one (lengthlanes_share.c): the search of one source after the other, whose arcs are nearly all in vain, is saved.
 *
 * Sources: (1) R. B. Dial 1969, doi:10.1145/363269.363610; (2) M. Then et al. 2014, doi:10.14778/2735496.2735507. */
#include "kernel/lengthlanes.h"

#include "base/memory.h"
#include "kernel/lengthlanes_form.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define UNTOUCHED UINT16_MAX /* a key */
#define KEYS 32              /* in the mean length, where not each distance has its own */
#define APART 4160           /* bytes, so that columns do not fall on the same lines of the caches */
#define SORT_FROM 8          /* touched nodes are put in order where they are this share of all */

enum lengthlanes_width lengthlanes_best_width(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")) return LENGTHLANES_AVX512;
  if (__builtin_cpu_supports("avx2")) return LENGTHLANES_AVX2;
#endif
  return LENGTHLANES_PLAIN;
}

static const struct lengthlanes_form *form_of(enum lengthlanes_width width, bool wide) {
#if defined(__x86_64__)
  if (width == LENGTHLANES_AVX512) return wide ? &lengthlanes_wide_avx512 : &lengthlanes_avx512;
  if (width == LENGTHLANES_AVX2) return wide ? &lengthlanes_wide_avx2 : &lengthlanes_avx2;
#endif
  (void)width;
  return wide ? &lengthlanes_wide_plain : &lengthlanes_plain;
}

/* Are all of n numbers whole, and their sum within 32 bits? */
static bool are_counts(const double *x, uint32_t n) {
  double sum = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (x[i] != floor(x[i])) return false;
    sum += x[i];
  }
  return sum <= UINT32_MAX;
}

bool lengthlanes_fit(const struct reduced *small, const struct lengths *l) {
  const struct lanes_net *g = &small->net;
  if (!l->exact || g->first[g->nodes] > UINT32_MAX) return false;
  for (uint64_t a = 0; a < g->first[g->nodes]; a++)
    if (small->length[a] > LENGTHLANES_LONGEST_WIDE) return false;
  return are_counts(g->from, g->nodes) && are_counts(g->onto, g->nodes);
}

static int32_t *whole_lengths(const double *length, uint64_t arcs) {
  int32_t *all = memory_array(arcs, sizeof *all);
  for (uint64_t a = 0; all && a < arcs; a++)
    all[a] = (int32_t)length[a];
  return all;
}

static uint32_t *whole(const double *onto, uint32_t nodes) {
  uint32_t *all = memory_array(nodes, sizeof *all);
  for (uint32_t v = 0; all && v < nodes; v++)
    all[v] = (uint32_t)onto[v];
  return all;
}

bool lengthlanes_net_start(struct lengthlanes_net *net, const struct reduced *small) {
  uint64_t arcs = small->net.first[small->net.nodes];
  *net = (struct lengthlanes_net){.small = small, .length = whole_lengths(small->length, arcs)};
  net->in_length = small->in_length ? whole_lengths(small->in_length, arcs) : net->length;
  double sum = 0;
  for (uint64_t a = 0; net->length && a < arcs; a++) {
    sum += net->length[a];
    if (net->length[a] > net->longest) net->longest = net->length[a];
  }
  net->wide = net->longest > LENGTHLANES_LONGEST;
  while (net->wide && sum / (double)arcs / (1 << net->shift) > KEYS)
    net->shift++;
  net->onto = whole(small->net.onto, small->net.nodes);
  return net->length && net->in_length && net->onto;
}

void lengthlanes_net_free(struct lengthlanes_net *net) {
  if (net->in_length != net->length) free(net->in_length);
  free(net->length);
  free(net->onto);
  *net = (struct lengthlanes_net){0};
}

static void make_far(struct lengthlanes *s, uint32_t v, bool wide) {
  for (unsigned l = 0; l < LENGTHLANES; l++)
    if (wide)
      ((struct lengthlanes_wide *)s->distance)[v].lane[l] = LENGTHLANES_FAR_WIDE;
    else
      ((struct lengthlanes_row *)s->distance)[v].lane[l] = LENGTHLANES_FAR;
}

/* Columns for a few lanes, in one block: an edge is walked one way in a lane. */
static bool columns_start(struct lengthlanes *s, size_t nodes, size_t edges, bool number) {
  struct lengthlanes_column *c = s->column;
  size_t each = (nodes + 1) * sizeof *c->node + (edges + 1) * sizeof *c->link;
  each += APART - each % APART;
  char *at = s->columns = memory_array(LENGTHLANES_LISTED, each + APART);
  s->sorted = memory_array(edges + 1, sizeof *s->sorted);
  if (number) s->sorted_edge = memory_array(edges + 1, sizeof *s->sorted_edge);
  if (!at || !s->sorted || (number && !s->sorted_edge)) return false;
  for (unsigned j = 0; j < LENGTHLANES_LISTED; j++, at += each) {
    c[j].node = (void *)at;
    c[j].link = (void *)(c[j].node + nodes + 1);
  }
  return true;
}

/* Rows, which start where lines of the caches do. */
static bool rows_start(struct lengthlanes *s, uint32_t nodes, bool wide) {
  size_t row = wide ? sizeof(struct lengthlanes_wide) : sizeof(struct lengthlanes_row);
  s->block = memory_array((size_t)nodes + 1, row + sizeof *s->behind);
  if (!s->block) return false;
  char *at = (char *)s->block + (-(uintptr_t)s->block & 63);
  s->distance = at;
  s->behind = (struct lengthlanes_sums *)(void *)(at + nodes * row);
  for (uint32_t v = 0; v < nodes; v++)
    make_far(s, v, wide);
  return true;
}

static bool digits_start(struct lengthlanes *s, size_t edges) {
  s->by_far = memory_array(edges + 1, sizeof *s->by_far);
  s->by_far_more = memory_array(edges + 1, sizeof *s->by_far_more);
  return s->by_far && s->by_far_more;
}

bool lengthlanes_start(struct lengthlanes *s, const struct lengthlanes_net *net, bool edges) {
  size_t n = net->small->net.nodes, arcs = net->small->net.first[n], once = net->small->in_length ? arcs : arcs / 2;
  *s = (struct lengthlanes){.width = lengthlanes_best_width()};
  s->touched = memory_array(n, sizeof *s->touched);
  s->part = memory_zeroed(n, sizeof *s->part);
  s->into = memory_array(arcs + 1, sizeof *s->into);
  s->out = memory_array(arcs + 1, sizeof *s->out);
  s->hits = memory_array(n + 1, sizeof *s->hits);
  s->inner = memory_array(n + 1, sizeof *s->inner);
  s->link = memory_array(arcs + 1, sizeof *s->link);
  s->of_node = memory_array(n, sizeof *s->of_node);
  s->key = memory_array(n, sizeof *s->key);
  s->at_far = memory_zeroed(LENGTHLANES_FAR + 1, sizeof *s->at_far);
  if (!s->touched || !s->part || !s->into || !s->out || !s->hits || !s->inner || !s->link || !s->of_node || !s->key || !s->at_far)
    return false;
  if (!rows_start(s, (uint32_t)n, net->wide) || !columns_start(s, n, once, edges) || (net->wide && !digits_start(s, once))) return false;
  for (size_t v = 0; v < n; v++)
    s->key[v] = UNTOUCHED;
  return dial_start(&s->dial, (uint32_t)n, LENGTHLANES_FAR);
}

void lengthlanes_free(struct lengthlanes *s) {
  void *const owned[] = {s->block,   s->touched, s->part,        s->into,    s->out, s->hits,   s->inner,  s->link,
                         s->columns, s->sorted,  s->sorted_edge, s->of_node, s->key, s->at_far, s->by_far, s->by_far_more};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
  dial_free(&s->dial);
  *s = (struct lengthlanes){0};
}

static void put_sources(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b) {
  dial_reset(&s->dial);
  s->reached = b->count;
  memset(s->from, 0, sizeof s->from);
  for (unsigned l = 0; l < b->count; l++) {
    uint32_t v = s->touched[l] = b->source + l;
    s->from[l] = (uint32_t)net->small->net.from[v];
    if (net->wide)
      ((struct lengthlanes_wide *)s->distance)[v].lane[l] = 0;
    else
      ((struct lengthlanes_row *)s->distance)[v].lane[l] = 0;
    s->key[v] = 0;
    dial_put(&s->dial, v, 0);
  }
}

/* Touched nodes ascend where they are many, so that each lane goes through memory in order. */
static void put_in_order(struct lengthlanes *s, uint32_t nodes) {
  if (s->reached < nodes / SORT_FROM) return;
  s->reached = 0;
  for (uint32_t v = 0; v < nodes; v++)
    if (s->key[v] != UNTOUCHED) s->touched[s->reached++] = v;
}

static void clean(struct lengthlanes *s, bool wide) {
  for (uint32_t i = 0; i < s->reached; i++) {
    make_far(s, s->touched[i], wide);
    s->part[s->touched[i]] = (struct lengthlanes_part){0, 0, 0};
    s->key[s->touched[i]] = UNTOUCHED;
  }
  while (s->dial.count)
    dial_take(&s->dial);
}

/* The shares of arcs to what was cut off: all that lies there. */
static void share_cut(const struct lengthlanes *s, const struct lengthlanes_net *net, double *edge) {
  for (uint32_t i = 0; i < s->reached; i++)
    for (uint32_t h = s->hits[i].out; h < s->hits[i + 1].out; h++) {
      uint32_t x = net->small->net.to[s->out[h].arc];
      uint64_t sum = 0;
      for (uint32_t left = s->out[h].lanes & s->part[x].cut; left; left &= left - 1) {
        unsigned l = (unsigned)__builtin_ctz(left);
        sum += (uint64_t)s->from[l] * (net->onto[x] + s->behind[x].lane[l]);
      }
      edge[net->small->order.out.edge[s->out[h].arc]] += (double)sum;
    }
}

/* After the search. */
static bool share_all(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b) {
  if (b->edge) share_cut(s, net, b->edge);
  for (unsigned lane = 0; lane < b->count; lane++) {
    if (halt_ask(b->halt, b->worker)) return false;
    if (lane % LENGTHLANES_LISTED == 0) lengthlanes_list(s, lane);
    if (!lengthlanes_share(s, net, b, lane)) return false;
  }
  return true;
}

enum lengthlanes_code lengthlanes_walk(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b) {
  const struct lengthlanes_form *form = form_of(s->width, net->wide);
  enum lengthlanes_code code = LENGTHLANES_TOO_FAR;
  put_sources(s, net, b);
  if (form->spread(s, net, b)) {
    put_in_order(s, net->small->net.nodes);
    if (form->trace(s, net, b)) code = share_all(s, net, b) ? LENGTHLANES_DONE : LENGTHLANES_NOT;
  } else if (halt_called(b->halt)) {
    code = LENGTHLANES_NOT;
  }
  clean(s, net->wide);
  return code;
}
