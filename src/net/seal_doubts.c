/* What is odd about ties, counted: pairs listed both ways in an undirected network, rows that are the same in all they say, loops, one-way
 * ties read as undirected.
 *
 * How: the ends of a node are ascending by (other, tie), so the ties of a pair stand together; each group is sorted by a digest of what
 * its ties say, and equal neighbours are compared in full. O(n + m log g), g the greatest number of ties of a pair.
 * Why: none of these is an error, but each changes every number that follows, so each is said once. */
#include "base/buffer.h"
#include "base/memory.h"
#include "net/seal.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A tie of a pair, by what makes ties alike. */
struct pair_tie {
  uint32_t kind, layer, from, tie;
  uint64_t digest;
};

struct pairs {
  struct seal *s;
  struct pair_tie *tie; /* owned: the group looked at */
  size_t room;
  struct seal_doubt twice, both_ways, loops;
  uint64_t one_way;
};

static uint64_t mix(uint64_t h, uint64_t x) {
  h = (h ^ x) * 0xff51afd7ed558ccdu;
  return h ^ h >> 32;
}

static uint64_t digest(const struct seal *s, uint32_t t) {
  static const enum tie_lane compared[] = {TIE_SINCE, TIE_UNTIL, TIE_SOURCE, TIE_WEIGHT, TIE_DIRECTION};
  uint64_t h = 0x9e3779b97f4a7c15u;
  for (size_t i = 0; i < sizeof compared / sizeof *compared; i++)
    h = mix(h, lane_get_bits(&s->d->tie.lane[compared[i]], t));
  for (size_t i = 0; i < s->d->tie.columns; i++)
    h = mix(h, draft_column_word(&s->d->tie.column[i], t));
  return h;
}

static bool same(const struct seal *s, uint32_t a, uint32_t b) {
  const struct draft_table *t = &s->d->tie;
  for (unsigned i = 0; i < t->lanes; i++)
    if (i != TIE_FILE && i != TIE_LINE && lane_get_bits(&t->lane[i], a) != lane_get_bits(&t->lane[i], b)) return false;
  for (size_t i = 0; i < t->columns; i++)
    if (draft_column_word(&t->column[i], a) != draft_column_word(&t->column[i], b)) return false;
  return true;
}

static int by_likeness(const void *left, const void *right) {
  const struct pair_tie *a = left, *b = right;
  if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
  if (a->layer != b->layer) return a->layer < b->layer ? -1 : 1;
  if (a->from != b->from) return a->from < b->from ? -1 : 1;
  if (a->digest != b->digest) return a->digest < b->digest ? -1 : 1;
  return a->tie < b->tie ? -1 : a->tie > b->tie;
}

/* The first place is the one that comes first in the input, whatever order pairs are looked at. */
static void doubt_tie(struct pairs *p, struct seal_doubt *doubt, uint32_t t, uint32_t *first) {
  doubt->count++;
  if (doubt->count > 1 && t >= *first) return;
  *first = t;
  doubt->file = seal_tie_file(p->s, t);
  doubt->line = seal_tie_line(p->s, t);
}

/* The ties between v and one other node, of which there are several. */
struct firsts {
  uint32_t twice, both_ways, loops;
};

/* Returns whether the pair is listed both ways. */
static bool look_at_group(struct pairs *p, size_t count, struct firsts *first) {
  struct pair_tie *tie = p->tie;
  qsort(tie, count, sizeof *tie, by_likeness);
  bool both = false;
  uint32_t later = 0;
  for (size_t i = 1; i < count; i++) {
    bool alike = tie[i].kind == tie[i - 1].kind && tie[i].layer == tie[i - 1].layer;
    if (alike && tie[i].from != tie[i - 1].from && !both) {
      both = true;
      later = tie[i].tie > tie[i - 1].tie ? tie[i].tie : tie[i - 1].tie;
    }
    if (alike && tie[i].from == tie[i - 1].from && tie[i].digest == tie[i - 1].digest && same(p->s, tie[i].tie, tie[i - 1].tie))
      doubt_tie(p, &p->twice, tie[i].tie, &first->twice);
  }
  if (both && !p->s->n->directed) doubt_tie(p, &p->both_ways, later, &first->both_ways);
  return both;
}

/* Whether a node has neither a loop nor another node twice, as nearly all; then *above is how many of its others come behind it. */
static bool has_each_once(uint64_t *above, const nonet *n, uint32_t v) {
  uint64_t first = n->end_first[v], end = n->end_first[v + 1], behind = 0;
  uint32_t before = v;
  bool once = true;
  for (uint64_t e = first; e < end; e++) {
    uint32_t other = n->end_other[e];
    once &= (other != before) & (other != v);
    behind += other > v;
    before = other;
  }
  *above = behind;
  return once;
}

static nonet_code look_at_node(struct pairs *p, uint32_t v, struct firsts *first, nonet_err *err) {
  const nonet *n = p->s->n;
  uint64_t end = n->end_first[v + 1], above;
  if (has_each_once(&above, n, v)) {
    p->one_way += above;
    return NONET_OK;
  }
  for (uint64_t e = n->end_first[v]; e < end;) {
    uint32_t other = n->end_other[e];
    uint64_t stop = e + 1;
    while (stop < end && n->end_other[stop] == other)
      stop++;
    size_t step = other == v ? 2 : 1, count = (size_t)(stop - e) / step; /* a loop has both of its ends here */
    if (other == v)
      for (uint64_t i = e; i < stop; i += 2)
        doubt_tie(p, &p->loops, n->end_tie[i], &first->loops);
    if (other >= v && count > 1) {
      if (!memory_grow(&p->tie, &p->room, count, sizeof *p->tie)) return error_memory(err);
      for (size_t i = 0; i < count; i++) {
        uint32_t t = n->end_tie[e + i * step];
        p->tie[i] = (struct pair_tie){n->tie_kind ? n->tie_kind[t] : 0, net_tie_layer(n, t), n->tie_from[t], t, digest(p->s, t)};
      }
      if (!look_at_group(p, count, first) && other > v) p->one_way++;
    } else if (other > v) {
      p->one_way++;
    }
    e = stop;
  }
  return NONET_OK;
}

static nonet_code say(struct seal *s, const struct seal_doubt *doubt, const char *what, nonet_err *err) {
  if (!doubt->count) return NONET_OK;
  return notes_add_counted(&s->n->warning, doubt->file, doubt->line, what, doubt->count, err);
}

/* Pairs both ways beside pairs one way look like a directed network that was not said to be one. */
static nonet_code say_both_ways(const struct pairs *p, nonet_err *err) {
  if (!p->both_ways.count) return NONET_OK;
  struct buffer text = {0};
  buffer_text(&text, "pair listed both ways, read as undirected ties");
  if (p->one_way) buffer_print(&text, " beside %" PRIu64 " listed one way; --directed keeps the directions", p->one_way);
  nonet_code code = say(p->s, &p->both_ways, buffer_string(&text), err);
  buffer_free(&text);
  return code;
}

/* Ties that said they were directed, in a network that the caller calls undirected. */
static nonet_code say_undirected(struct seal *s, nonet_err *err) {
  const struct lane *lane = &s->d->tie.lane[TIE_DIRECTION];
  struct seal_doubt doubt = {0};
  bool others = false;
  if (s->o.direction != NONET_UNDIRECTED) return NONET_OK;
  for (uint32_t t = 0; t < s->n->ties; t++) {
    if (lane_byte(lane, t) == NONET_DIRECTED)
      seal_doubt(&doubt, seal_tie_file(s, t), seal_tie_line(s, t));
    else
      others = true;
  }
  return say(s, &doubt, others ? "one-way tie beside two-way ones, read as undirected" : "one-way tie read as undirected", err);
}

nonet_code seal_doubts(struct seal *s, nonet_err *err) {
  struct pairs p = {.s = s};
  struct firsts first = {0};
  nonet_code code = NONET_OK;
  for (uint32_t v = 0; v < s->nodes && !code; v++) {
    code = seal_go_on(s, v, err);
    if (!code) code = look_at_node(&p, v, &first, err);
  }
  free(p.tie);
  if (!code) code = say_both_ways(&p, err);
  if (!code) code = say(s, &p.twice, "tie listed twice, alike in everything; both are kept", err);
  if (!code) code = say(s, &p.loops, "tie from a node to itself", err);
  if (!code) code = say_undirected(s, err);
  if (!code) code = say(s, &s->merged, "node declared twice with differences, merged: what was said first stays", err);
  if (!code) code = say(s, &s->kind_twice, "a node stands under headings of two kinds; the first stays", err);
  return code;
}
