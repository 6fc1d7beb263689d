/* How two sides are connected.
 *
 * How: ends -> sides -> ways (filters) -> searches by steps and by strength, and routes that share nobody. Between two nodes these look at
 * what lies between them alone (between.h). For crowds, and with a limit of steps, they go over a terrain of the whole network, with a
 * limit then made anew of those alone who stand on a way that short. For two that are tied directly the tie is taken away and the search
 * repeated, because what remains without it is what people want to know. */
#include "ask/connection.h"

#include "ask/between.h"
#include "ask/forms.h"
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

static nonet_code flag_side(struct connection *c, int i, nonet_err *err) {
  if (c->flag[i]) return NONET_OK;
  if (!(c->flag[i] = memory_zeroed(c->net->nodes, 1))) return error_memory(err);
  c->side[i] = (struct side){.flag = c->flag[i], .count = subject_flag(c->flag[i], &c->end[i], c->net)};
  name_only(&c->side[i], c->net);
  return NONET_OK;
}

nonet_code connection_flag(struct connection *c, nonet_err *err) {
  nonet_code code = flag_side(c, 0, err);
  return code ? code : flag_side(c, 1, err);
}

static nonet_code find_ends(struct connection *c, nonet_err *err) {
  const char *const name[2] = {c->options->from, c->options->to};
  nonet_code code = subject_find(&c->end[0], c->net, name[0], SUBJECT_ANY, err);
  if (!code) code = subject_find(&c->end[1], c->net, name[1], SUBJECT_ANY, err);
  if (code) return code;
  bool nodes = c->end[0].what == SUBJECT_NODE && c->end[1].what == SUBJECT_NODE;
  for (int i = 0; i < 2 && nodes; i++)
    c->side[i] = (struct side){.count = 1, .only = c->end[i].at};
  if (nodes && !c->options->through) return NONET_OK;
  code = connection_flag(c, err);
  for (int i = 0; i < 2 && !code; i++)
    if (c->side[i].count == 0) code = error_set(err, NONET_ENOANSWER, "nobody is in %s", name[i]);
  return code;
}

/* Two nodes are asked about, and nothing is to be counted that takes a look at the whole network. */
static bool is_between_two(const struct connection *c) {
  return c->side[0].count == 1 && c->side[1].count == 1 && c->side[0].only != c->side[1].only && (c->options->brief || !c->options->within);
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

/* Flags of both sides; NULL where they are not flagged. */
static nonet_code both_ends(uint8_t **out, const struct connection *c, nonet_err *err) {
  *out = NULL;
  if (!c->flag[0] || !c->flag[1]) return NONET_OK;
  if (!(*out = memory_array(c->net->nodes, 1))) return error_memory(err);
  for (uint32_t v = 0; v < c->net->nodes; v++)
    (*out)[v] = c->flag[0][v] || c->flag[1][v];
  return NONET_OK;
}

/* Open the ways; where weights cannot be lengths, without them. */
static nonet_code open_ways(struct connection *c, nonet_err *err) {
  const nonet *n = c->net;
  nonet_err why = {0};
  struct ways_options filters = connection_filters(c);
  uint8_t *ends;
  nonet_code code = both_ends(&ends, c, err);
  if (code) return code;
  filters.ends = ends;
  filters.weighted = n->weighted && !c->options->brief;
  filters.one_by_one = is_between_two(c);
  code = ways_start(&c->ways, n, &filters, filters.weighted ? &why : err);
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
  nonet_code code = find_ends(c, err);
  if (!code && !is_between_two(c)) code = net_whole(n, &c->run, err);
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
  uint32_t a = c->side[0].only, b = c->side[1].only;
  struct meeting m;
  c->ways.parted[0] = a;
  c->ways.parted[1] = b;
  nonet_code code = between_meeting(&m, &c->ways, a, b, 0, &c->run, err);
  if (!code && m.found) c->steps_without = m.steps;
  meeting_free(&m);
  c->ways.parted[0] = c->ways.parted[1] = NONET_NONE;
  return code;
}

static nonet_code missed(struct connection *c, nonet_err *err) {
  nonet_code code = net_whole(c->net, &c->run, err);
  if (!code) code = connection_flag(c, err);
  return code ? code : connection_miss(c, err);
}

/* Lengths were not looked at before: where one on the way is none, strengths are left out of account. */
static nonet_code search_strongest(struct connection *c, nonet_err *err) {
  nonet_err why = {0};
  nonet_code code = between_strongest(&c->strongest, &c->strength_length, &c->ways, c->side[0].only, c->side[1].only, &c->run, &why);
  if (code == NONET_EINPUT) {
    memcpy(c->unweighted, why.text, sizeof c->unweighted - 1);
    c->ways.weighted = false;
    return NONET_OK;
  }
  return code ? error_set(err, code, "%s", why.text) : NONET_OK;
}

static nonet_code search_between(struct connection *c, nonet_err *err) {
  const nonet_connection_options *o = c->options;
  uint32_t a = c->side[0].only, b = c->side[1].only;
  nonet_code code = between_shortest(&c->shortest, &c->ways, a, b, o->brief ? PATHS_OF_BRIEF : o->at_most, &c->run, err);
  if (code) return code;
  if (isinf(c->shortest.steps) || (o->within > 0 && c->shortest.steps > o->within)) return missed(c, err);
  if (o->brief) return NONET_OK;
  if (c->ways.weighted) code = search_strongest(c, err);
  if (!code) code = between_apart(&c->routes, &c->ways, a, b, &c->run, err);
  if (!code && c->routes.tied) code = search_without(c, err);
  return code;
}

static nonet_code search(struct connection *c, nonet_err *err) {
  uint32_t within = c->options->within;
  if (is_between_two(c)) return search_between(c, err);
  nonet_code code = connection_flag(c, err);
  if (!code) code = terrain_start(&c->terrain, &c->ways, c->side, err);
  if (!code) code = trails_shortest(&c->shortest, &c->terrain, c->options->brief ? PATHS_OF_BRIEF : c->options->at_most, &c->run, err);
  if (code) return code;
  if (isinf(c->shortest.steps) || (within > 0 && c->shortest.steps > within)) return connection_miss(c, err);
  if (c->options->brief) return NONET_OK;
  if (within > 0 && within < c->net->nodes) code = narrow(c, err);
  if (!code && c->ways.weighted && c->shortest.steps > 0)
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
  nonet_code damaged = net_trusted(n, err);
  if (damaged) code = damaged;
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
