/* Ways: see ways.h.
 *
 * How: the ends of a node stand ascending by neighbour, so the ties to one neighbour are a group; a group with an open tie is a way. What
 * is closed is looked up while walking, so a search costs no copy of the network. Lengths are merged as the simple network merges them,
 * but of open ties only: --via one layer must not borrow strength from another. */
#include "ask/ways.h"

#include "ask/subject.h"
#include "base/date.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- filters ---- */

static bool begins(const char *text, const char *head) {
  return strncmp(text, head, strlen(head)) == 0;
}

/* What a name means: a node, a layer, or (NONET_NONE) not that. */
static nonet_code find_either(uint32_t *node, uint32_t *layer, const nonet *n, const char *name, nonet_err *err) {
  *node = *layer = NONET_NONE;
  if (begins(name, "node:") && nonet_find_node(node, n, name + 5, NULL) == NONET_OK) return NONET_OK;
  if (begins(name, "layer:") && nonet_find_layer(layer, n, name + 6, NULL) == NONET_OK) return NONET_OK;
  bool is_layer = nonet_find_layer(layer, n, name, NULL) == NONET_OK;
  nonet_code code = nonet_find_node(node, n, name, is_layer ? NULL : err);
  if (!is_layer) *layer = NONET_NONE;
  if (code) *node = NONET_NONE;
  if (code && !is_layer) return code;
  if (!code && is_layer) return error_set(err, NONET_EUSAGE, "'%s' is a node and a layer; say 'node:%s' or 'layer:%s'", name, name, name);
  return NONET_OK;
}

static nonet_code close_names(struct ways *w, const char *const *names, nonet_err *err) {
  const nonet *n = w->net;
  for (; names && *names; names++) {
    uint32_t node, layer;
    nonet_code code = find_either(&node, &layer, n, *names, err);
    if (code) return code;
    if (node != NONET_NONE && !w->closed_node && !(w->closed_node = memory_zeroed(n->nodes, 1))) return error_memory(err);
    if (layer != NONET_NONE && !w->closed_layer && !(w->closed_layer = memory_zeroed((size_t)n->layers + 1, 1))) return error_memory(err);
    if (node != NONET_NONE) w->closed_node[node] = 1;
    if (layer != NONET_NONE) w->closed_layer[layer] = 1;
  }
  return NONET_OK;
}

/* Close every layer but one. */
static nonet_code close_others(struct ways *w, const char *via, nonet_err *err) {
  const nonet *n = w->net;
  uint32_t layer;
  nonet_code code = via ? nonet_find_layer(&layer, n, via, err) : NONET_OK;
  if (!via || code) return code;
  bool avoided = w->closed_layer && w->closed_layer[layer];
  if (avoided) return error_set(err, NONET_EUSAGE, "layer '%s' cannot be kept to and avoided", net_word(n, n->layer_name[layer]));
  if (!w->closed_layer && !(w->closed_layer = memory_array((size_t)n->layers + 1, 1))) return error_memory(err);
  memset(w->closed_layer, 1, (size_t)n->layers + 1);
  w->closed_layer[layer] = 0;
  return NONET_OK;
}

/* Close every node that is of another kind and no end. */
static nonet_code close_kinds(struct ways *w, const struct ways_options *o, nonet_err *err) {
  const nonet *n = w->net;
  struct subject kind;
  nonet_code code = o->through ? subject_find(&kind, n, o->through, SUBJECT_KIND, err) : NONET_OK;
  if (!o->through || code) return code;
  if (!w->closed_node && !(w->closed_node = memory_zeroed(n->nodes, 1))) return error_memory(err);
  for (uint32_t v = 0; v < n->nodes; v++)
    if (net_node_kind(n, v) != kind.at && !(o->ends && o->ends[v])) w->closed_node[v] = 1;
  return NONET_OK;
}

static nonet_code read_date(struct date_period *out, const char *text, nonet_err *err) {
  if (!text || date_parse(out, text, strlen(text))) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "'%s' is no date (2000, 2000-08 and 2000-08-03 are)", text);
}

/* Close ties of other kinds and of other times. */
static nonet_code close_ties(struct ways *w, const struct ways_options *o, nonet_err *err) {
  w->by_kind = o->tie_kind != NULL;
  w->since_said = o->since != NULL;
  w->before_said = o->before != NULL;
  nonet_code code = o->tie_kind ? subject_tie_kind(&w->kind, w->net, o->tie_kind, err) : NONET_OK;
  if (!code) code = read_date(&w->since, o->since, err);
  return code ? code : read_date(&w->before, o->before, err);
}

/* A tie without dates holds throughout, as in the view at:DATE. */
static bool is_meant(const struct ways *w, uint32_t tie) {
  const nonet *n = w->net;
  int32_t first = n->tie_since && NET_HAS(n, tie_since, tie) ? n->tie_since[tie] : DATE_NONE;
  int32_t last = n->tie_until && NET_HAS(n, tie_until, tie) ? n->tie_until[tie] : DATE_NONE;
  if (w->by_kind && (!n->tie_kind || !NET_HAS(n, tie_kind, tie) || n->tie_kind[tie] != w->kind)) return false;
  if (w->since_said && last != DATE_NONE && last < w->since.first) return false;
  return !w->before_said || first == DATE_NONE || first < w->before.first;
}

static bool is_parted(const struct ways *w, uint32_t tie) {
  if (!NET_HAS(w->net, tie_from, tie) || !NET_HAS(w->net, tie_to, tie)) return true;
  uint32_t from = w->net->tie_from[tie], to = w->net->tie_to[tie];
  return (from == w->parted[0] && to == w->parted[1]) || (from == w->parted[1] && to == w->parted[0]);
}

bool ways_open(const struct ways *w, uint32_t tie, uint32_t from) {
  const nonet *n = w->net;
  if ((w->by_kind || w->since_said || w->before_said) && !is_meant(w, tie)) return false;
  if (w->parted[0] != NONET_NONE && is_parted(w, tie)) return false;
  if (w->closed_layer) {
    uint32_t layer = net_tie_layer(n, tie);
    if (w->closed_layer[layer == NONET_NONE ? n->layers : layer]) return false;
  }
  return !w->directed || (NET_HAS(n, tie_from, tie) && n->tie_from[tie] == from) || !net_tie_directed(n, tie);
}

/* ---- walking ---- */

struct way ways_begin(const struct ways *w, uint32_t v) {
  return (struct way){.stop = NET_HAS(w->net, end_first, v) ? w->net->end_first[v] : UINT64_MAX};
}

/* The next group of ends of `v`; *open: one of its ties may be walked. False: there is none. */
static bool next_group(bool *open, struct way *way, const struct ways *w, uint32_t v, bool inward) {
  const nonet *n = w->net;
  uint64_t end = NET_HAS(n, end_first, v + 1) ? n->end_first[v + 1] : 0;
  if (way->stop >= end || !NET_HAS(n, end_other, way->stop)) return false;
  way->at = way->stop;
  way->to = n->end_other[way->at];
  *open = false;
  for (; way->stop < end && NET_HAS(n, end_other, way->stop) && n->end_other[way->stop] == way->to; way->stop++)
    *open = *open || (NET_HAS(n, end_tie, way->stop) && ways_open(w, n->end_tie[way->stop], inward ? way->to : v));
  return true;
}

bool ways_next(struct way *way, const struct ways *w, uint32_t from) {
  for (bool open; next_group(&open, way, w, from, false);) {
    if (!open || way->to == from || (w->closed_node && w->closed_node[way->to])) continue;
    way->length = w->length.of_edge ? w->length.of_edge[way->at] : 1;
    return true;
  }
  return false;
}

bool ways_next_inward(struct way *way, const struct ways *w, uint32_t to) {
  way->length = 1;
  for (bool open; next_group(&open, way, w, to, true);)
    if (open && way->to != to && !(w->closed_node && w->closed_node[way->to])) return true;
  return false;
}

/* ---- lengths ---- */

/* Where all ties of a way are lengths, it is as long as the least of them (the first for `once`, their mean for `mean`). */
double ways_length(const struct ways *w, const struct way *way, uint32_t from) {
  const nonet *n = w->net;
  double count = 0, sum = 0, most = 0, first = 0, length_sum = 0, least = INFINITY, first_length = 0;
  bool all_lengths = true;
  for (uint64_t e = way->at; e < way->stop; e++) {
    if (!NET_HAS(n, end_tie, e)) break;
    uint32_t t = n->end_tie[e];
    if (!ways_open(w, t, from)) continue;
    double strength = net_tie_strength(n, t), length = net_tie_length(n, t);
    if (count == 0) first = most = strength, first_length = length;
    count++;
    sum += strength;
    most = fmax(most, strength);
    length_sum += length;
    least = fmin(least, length);
    all_lengths = all_lengths && n->tie_scale && NET_HAS(n, tie_scale, t) && n->tie_scale[t] == NONET_LENGTH;
  }
  switch (n->repeats) {
  case NONET_ONCE:
    return all_lengths ? first_length : 1 / first;
  case NONET_MAX:
    return all_lengths ? least : 1 / most;
  case NONET_MEAN:
    return all_lengths ? length_sum / count : count / sum;
  case NONET_SUM:
    break;
  }
  return all_lengths ? least : 1 / sum;
}

/* Lengths of all ways; ends that begin no way get 1, which any unit divides. */
static nonet_code measure_lengths(struct ways *w, nonet_err *err) {
  const nonet *n = w->net;
  uint64_t ends = n->end_first[n->nodes];
  nonet_code code = NONET_OK;
  if (ends > UINT32_MAX) return error_set(err, NONET_ELIMIT, "too many ties for paths by length");
  double *length = memory_array((size_t)ends, sizeof *length);
  if (!length) return error_memory(err);
  for (uint64_t e = 0; e < ends; e++)
    length[e] = 1;
  for (uint32_t v = 0; v < n->nodes && !code; v++)
    for (struct way way = ways_begin(w, v); !code && ways_next(&way, w, v);) {
      double x = ways_length(w, &way, v);
      length[way.at] = x;
      if (!(x > 0) || isinf(x))
        code = error_set(err, NONET_EINPUT, "the ties from %s to %s together have no length", net_key(n, v), net_key(n, way.to));
    }
  struct graph g = {.nodes = n->nodes, .edges = (uint32_t)ends, .length = length};
  if (!code && lengths_start(&w->length, &g) != KERNEL_DONE) code = error_memory(err);
  free(length);
  return code;
}

nonet_code ways_start(struct ways *out, const nonet *n, const struct ways_options *options, nonet_err *err) {
  *out = (struct ways){.net = n,
                       .directed = n->directed && !options->both_directions,
                       .parted = {NONET_NONE, NONET_NONE},
                       .weighted = options->weighted,
                       .length = {.units = 1, .exact = true}};
  nonet_code code = close_names(out, options->avoid, err);
  if (!code) code = close_others(out, options->via, err);
  if (!code) code = close_kinds(out, options, err);
  if (!code) code = close_ties(out, options, err);
  if (!code && options->weighted) code = net_check_weights(n, NET_WEIGHTS_POSITIVE, "paths", err);
  if (!code && options->weighted && !options->one_by_one) code = measure_lengths(out, err);
  if (code) ways_free(out);
  return code;
}

void ways_free(struct ways *w) {
  free(w->closed_node);
  free(w->closed_layer);
  lengths_free(&w->length);
  w->closed_node = w->closed_layer = NULL;
}
