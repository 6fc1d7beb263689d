/* How two sides are connected.
 *
 * How: ends -> flags of each side -> ways (filters) -> terrain -> searches by steps and by strength, and routes that share nobody. With a
 * limit of steps the terrain is made of those alone who stand on a way that short. For two that are tied directly the tie is taken away
 * and the search repeated, because what remains without it is what people want to know. */
#include "ask/connection.h"

#include "ask/forms.h"
#include "ask/meeting.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS_OF_BRIEF = 3 };

struct ways_options connection_filters(const struct connection *c) {
  const nonet_connection_options *o = c->options;
  return (struct ways_options){
      .avoid = o->avoid, .via = o->via, .through = o->through, .tie_kind = o->tie_kind, .since = o->since, .before = o->before};
}

/* ---- ends ---- */

static void name_only(struct side *side, const nonet *n) {
  for (uint32_t v = 0; side->count == 1 && v < n->nodes; v++)
    if (side->flag[v]) side->only = v;
}

static nonet_code find_end(struct connection *c, int i, const char *name, nonet_err *err) {
  const nonet *n = c->net;
  nonet_code code = subject_find(&c->end[i], n, name, SUBJECT_ANY, err);
  if (code) return code;
  if (!(c->flag[i] = memory_zeroed(n->nodes, 1))) return error_memory(err);
  c->side[i] = (struct side){.flag = c->flag[i], .count = subject_flag(c->flag[i], &c->end[i], n)};
  name_only(&c->side[i], n);
  return c->side[i].count > 0 ? NONET_OK : error_set(err, NONET_ENOANSWER, "nobody is in %s", name);
}

/* One node and a group that it is in: the others of the group are meant. */
static nonet_code take_out(struct connection *c, nonet_err *err) {
  for (int i = 0; i < 2; i++) {
    int group = 1 - i;
    if (c->end[i].what != SUBJECT_NODE || c->end[group].what == SUBJECT_NODE || !c->flag[group][c->end[i].at]) continue;
    c->flag[group][c->end[i].at] = 0;
    c->side[group].count--;
    c->apart[group] = true;
    name_only(&c->side[group], c->net);
    if (c->side[group].count > 0) continue;
    struct buffer name = {0};
    subject_tell(&name, &c->end[group], c->net);
    nonet_code code = error_set(err, NONET_ENOANSWER, "nobody else is in %s", buffer_string(&name));
    buffer_free(&name);
    return code;
  }
  return NONET_OK;
}

static nonet_code check_avoided(const struct connection *c, nonet_err *err) {
  for (int i = 0; i < 2; i++)
    if (c->end[i].what == SUBJECT_NODE && c->ways.closed_node && c->ways.closed_node[c->end[i].at])
      return error_set(err, NONET_EUSAGE, "%s is an end of the question and cannot be avoided", i == 0 ? c->options->from : c->options->to);
  return NONET_OK;
}

/* ---- ways ---- */

/* Open the ways; where weights cannot be lengths, without them. */
static nonet_code open_ways(struct connection *c, nonet_err *err) {
  const nonet *n = c->net;
  nonet_err why = {0};
  struct ways_options filters = connection_filters(c);
  uint8_t *ends = memory_array(n->nodes, 1);
  if (!ends) return error_memory(err);
  for (uint32_t v = 0; v < n->nodes; v++)
    ends[v] = c->flag[0][v] || c->flag[1][v];
  filters.ends = ends;
  filters.weighted = n->weighted && !c->options->brief;
  nonet_code code = ways_start(&c->ways, n, &filters, filters.weighted ? &why : err);
  if (code && filters.weighted) {
    memcpy(c->unweighted, why.text, sizeof c->unweighted - 1);
    filters.weighted = false;
    code = ways_start(&c->ways, n, &filters, err);
  }
  free(ends);
  return code;
}

nonet_code connection_start(struct connection *c, const nonet *n, const nonet_connection_options *o, const nonet_run *run, nonet_err *err) {
  *c = (struct connection){.net = n, .options = o, .shortest.steps = INFINITY, .strength_length = INFINITY, .steps_without = INFINITY};
  run_start(&c->run, run);
  if (!o || !o->from || !o->to) return error_set(err, NONET_EUSAGE, "a connection needs both ends");
  nonet_code code = find_end(c, 0, o->from, err);
  if (!code) code = find_end(c, 1, o->to, err);
  if (!code) code = take_out(c, err);
  if (!code) code = open_ways(c, err);
  return code ? code : check_avoided(c, err);
}

void connection_free(struct connection *c) {
  free(c->flag[0]);
  free(c->flag[1]);
  terrain_free(&c->terrain);
  ways_free(&c->ways);
  trails_free(&c->shortest.trails);
  trails_free(&c->strongest);
  routes_found_free(&c->routes);
}

/* ---- searching ---- */

/* Close whoever stands on no way of so few steps, and make the terrain anew. */
static nonet_code narrow(struct connection *c, nonet_err *err) {
  const nonet *n = c->net;
  double *there = NULL, *back = NULL;
  nonet_code code = trails_steps(&there, &c->terrain, 0, err);
  if (!code) code = trails_steps(&back, &c->terrain, 1, err);
  if (!code && !c->ways.closed_node && !(c->ways.closed_node = memory_zeroed(n->nodes, 1))) code = error_memory(err);
  for (uint32_t v = 0; !code && v < n->nodes; v++)
    if (there[v] + back[v] > c->options->within) c->ways.closed_node[v] = 1;
  free(there);
  free(back);
  if (code) return code;
  terrain_free(&c->terrain);
  return terrain_start(&c->terrain, &c->ways, c->side, err);
}

/* What remains without the ties between the two. */
static nonet_code search_without(struct connection *c, nonet_err *err) {
  const nonet *n = c->net;
  struct terrain t = {0};
  struct shortest_found found = {0};
  uint32_t a = c->side[0].only, b = c->side[1].only;
  if (!c->ways.closed_tie && !(c->ways.closed_tie = memory_zeroed(n->ties, 1))) return error_memory(err);
  uint8_t *before = memory_copy(c->ways.closed_tie, n->ties, 1);
  if (!before) return error_memory(err);
  for (uint64_t e = n->end_first[a]; e < n->end_first[a + 1]; e++)
    if (n->end_other[e] == b) c->ways.closed_tie[n->end_tie[e]] = 1;
  nonet_code code = terrain_start(&t, &c->ways, c->side, err);
  if (!code) code = trails_shortest(&found, &t, 1, &c->run, err);
  if (!code) c->steps_without = found.steps;
  trails_free(&found.trails);
  terrain_free(&t);
  memcpy(c->ways.closed_tie, before, n->ties);
  free(before);
  return code;
}

/* Of two nodes only the shortest paths are wanted: close whoever is on none, so that the terrain is no larger than they are. Where there is
 * none, all stays open for the nearest miss. */
static nonet_code keep_to_shortest(struct connection *c, nonet_err *err) {
  struct meeting m;
  nonet_code code = meeting_find(&m, &c->ways, c->side[0].only, c->side[1].only, c->options->within, &c->run, err);
  if (!code && m.found) {
    free(c->ways.closed_node);
    c->ways.closed_node = memory_array(c->net->nodes, 1);
    if (!c->ways.closed_node) code = error_memory(err);
    if (!code) memset(c->ways.closed_node, 1, c->net->nodes);
    for (uint32_t i = 0; !code && i < m.count; i++)
      c->ways.closed_node[m.node[i]] = 0;
  }
  meeting_free(&m);
  return code;
}

static nonet_code search(struct connection *c, nonet_err *err) {
  uint32_t within = c->options->within;
  bool between_nodes = c->side[0].count == 1 && c->side[1].count == 1 && c->side[0].only != c->side[1].only;
  nonet_code code = c->options->brief && between_nodes ? keep_to_shortest(c, err) : NONET_OK;
  if (!code) code = terrain_start(&c->terrain, &c->ways, c->side, err);
  if (!code) code = trails_shortest(&c->shortest, &c->terrain, c->options->brief ? PATHS_OF_BRIEF : c->options->at_most, &c->run, err);
  if (code) return code;
  if (isinf(c->shortest.steps) || (within > 0 && c->shortest.steps > within)) return connection_miss(c, err);
  if (c->options->brief) return NONET_OK;
  if (within > 0 && within < c->net->nodes) code = narrow(c, err);
  if (!code && c->ways.length.of_edge && c->shortest.steps > 0)
    code = trails_strongest(&c->strongest, &c->strength_length, &c->terrain, within, &c->run, err);
  if (!code) code = trails_apart(&c->routes, &c->terrain, &c->run, err);
  if (!code && c->routes.tied) code = search_without(c, err);
  return code;
}

/* Both ends are one node: nothing has to be searched. */
static nonet_code same_node(nonet_answer **out, const struct connection *c, nonet_err *err) {
  struct buffer text = {0};
  nonet_code code = answer_new(out, err);
  if (!code) code = answer_verdict(*out, "0 steps", err);
  buffer_text(&text, "Both ends are ");
  subject_tell(&text, &c->end[0], c->net);
  if (!code) code = answer_say(*out, err, "%s.", buffer_string(&text));
  if (!code && c->end[0].what == SUBJECT_NODE) code = answer_mark_node(*out, c->end[0].at, "from", err);
  buffer_free(&text);
  return code;
}

nonet_code nonet_connection(nonet_answer **out, const nonet *n, const nonet_connection_options *options, const nonet_run *run,
                            nonet_err *err) {
  struct connection c;
  *out = NULL;
  nonet_code code = connection_start(&c, n, options, run, err);
  bool same = !code && c.end[0].what == c.end[1].what && c.end[0].at == c.end[1].at;
  if (!code && same) code = same_node(out, &c, err);
  if (!code && !same) code = search(&c, err);
  if (!code && !same) code = answer_new(out, err);
  if (!code && !same) code = connection_tell(*out, &c, err);
  connection_free(&c);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

/* ---- forms ---- */

static nonet_connection_options asked(const struct asking *q) {
  return (nonet_connection_options){.from = q->name[SLOT_A],
                                    .to = q->name[SLOT_B],
                                    .avoid = q->list[SLOT_AVOIDED],
                                    .via = q->name[SLOT_VIA],
                                    .tie_kind = q->name[SLOT_TIES],
                                    .since = q->name[SLOT_SINCE],
                                    .before = q->name[SLOT_BEFORE],
                                    .through = q->name[SLOT_KIND],
                                    .within = asking_number(q, SLOT_WITHIN),
                                    .at_most = q->options->at_most};
}

static nonet_code answer_connection(nonet_answer **out, const struct asking *q, nonet_err *err) {
  nonet_connection_options o = asked(q);
  return nonet_connection(out, q->net, &o, q->run, err);
}

static nonet_code answer_whether(nonet_answer **out, const struct asking *q, nonet_err *err) {
  nonet_connection_options o = asked(q);
  o.brief = true;
  return nonet_connection(out, q->net, &o, q->run, err);
}

static const struct form_row rows[] = {
    {FORM_CONNECTS, "nonet_connection", answer_connection},
    {FORM_HOW, "nonet_connection", answer_connection},
    {FORM_WHETHER, "nonet_connection", answer_whether},
};
const struct form_rows connection_forms = {rows, sizeof rows / sizeof *rows};
