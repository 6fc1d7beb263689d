/* How two sides are connected, told: evidence first, then how much rests on whom.
 *
 * Order: how far, and by whom; each tie of the first way with its source; the strongest way where that is another; how many routes share
 * nobody; whose loss would part the sides. What a number depends on (conditions, direction, steps) is said beside it. */
#include "ask/connection.h"
#include "ask/evidence.h"
#include "ask/listing.h"
#include "ask/tell.h"
#include "base/number.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { WAYS_TOLD = 3, ROUTES_TOLD = 4, NAMES_TOLD = 8 };

static bool of_nodes(const struct connection *c) {
  return c->end[0].what == SUBJECT_NODE && c->end[1].what == SUBJECT_NODE;
}

static void tell_end(struct buffer *text, const struct connection *c, int i) {
  if (c->apart[i]) buffer_text(text, "the others in ");
  subject_tell(text, &c->end[i], c->net);
}

static void tell_trail(struct buffer *text, const struct connection *c, const struct trails *t, size_t i) {
  for (size_t k = t->first[i]; k < t->first[i + 1]; k++) {
    if (k > t->first[i]) buffer_text(text, " – ");
    tell_node(text, c->net, t->node[k]);
  }
}

static void tell_number(struct buffer *text, double x) {
  char room[NUMBER_ROOM];
  number_print_short(room, x, 4);
  buffer_text(text, room);
}

/* ---- conditions ---- */

static nonet_code tell_conditions(nonet_answer *a, const struct connection *c, struct buffer *text, nonet_err *err) {
  const nonet_connection_options *o = c->options;
  const struct {
    const char *words, *value;
  } said[] = {{"ties of the layer %s alone", o->via},
              {"ties of the kind %s alone", o->tie_kind},
              {"ties that hold in %s or later", o->since},
              {"ties that held before %s", o->before},
              {"only nodes of the kind %s between", o->through}};
  for (size_t i = 0; o->avoid && o->avoid[i]; i++)
    buffer_print(text, "%s%s", i == 0 ? "avoiding " : o->avoid[i + 1] ? ", " : " and ", o->avoid[i]);
  for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
    const char *at = said[i].value ? strstr(said[i].words, "%s") : NULL;
    if (!at) continue;
    if (text->size) buffer_text(text, "; ");
    buffer_add(text, said[i].words, (size_t)(at - said[i].words));
    buffer_print(text, "%s%s", said[i].value, at + 2);
  }
  if (o->within)
    buffer_print(text, "%sways of at most %" PRIu32 " %s", text->size ? "; " : "", o->within, tell_many(o->within, "step", "steps"));
  if (!text->size) return NONET_OK;
  struct buffer line = {0};
  buffer_print(&line, "Under these conditions: %s", buffer_string(text));
  buffer_clear(text);
  nonet_code code = tell(a, &line, err);
  buffer_free(&line);
  uint32_t undated = 0;
  for (uint32_t t = 0; t < c->net->ties; t++)
    undated += !c->net->tie_since || !c->net->tie_until || (c->net->tie_since[t] == DATE_NONE && c->net->tie_until[t] == DATE_NONE);
  if (code || (!o->since && !o->before) || undated == 0) return code;
  return answer_say(a, err, "%" PRIu32 " of %" PRIu32 " ties lack a date at one end or both, and count as holding on that side.", undated,
                    c->net->ties);
}

/* ---- how far ---- */

static void tell_paths(struct buffer *text, const struct connection *c) {
  const struct trails *t = &c->shortest.trails;
  size_t shown = t->count < WAYS_TOLD ? t->count : WAYS_TOLD;
  for (size_t i = 0; i < shown; i++) {
    buffer_text(text, i == 0 ? ": " : "; ");
    tell_trail(text, c, t, i);
  }
  if ((double)shown < c->shortest.count) buffer_text(text, "; and more");
}

static void tell_count_of_paths(struct buffer *text, const struct connection *c) {
  if (c->shortest.count > 1e15)
    buffer_text(text, "more than 10^15 shortest paths");
  else
    tell_count(text, (uint64_t)c->shortest.count, "shortest path", "shortest paths");
}

/* Members of both sides: those that are listed, and how many more there are. */
static nonet_code tell_both(nonet_answer *a, const struct connection *c, struct buffer *text, nonet_err *err) {
  const struct trails *t = &c->shortest.trails;
  bool one = c->shortest.count == 1;
  if (one)
    tell_node(text, c->net, t->node[0]);
  else
    buffer_print(text, "%.0f", c->shortest.count);
  buffer_text(text, one ? " is in both " : " are in both ");
  tell_end(text, c, 0);
  buffer_text(text, " and ");
  tell_end(text, c, 1);
  if (!one) buffer_text(text, ": ");
  if (!one) tell_nodes_of(text, c->net, t->node, t->nodes, (uint64_t)c->shortest.count, NAMES_TOLD);
  return tell(a, text, err);
}

static nonet_code tell_distance(nonet_answer *a, const struct connection *c, struct buffer *text, nonet_err *err) {
  char verdict[64];
  snprintf(verdict, sizeof verdict, "%.0f %s", c->shortest.steps, c->shortest.steps == 1 ? "step" : "steps");
  nonet_code code = answer_verdict(a, c->options->brief ? "yes" : verdict, err);
  if (code) return code;
  if (c->shortest.steps == 0) return tell_both(a, c, text, err);
  if (c->options->brief) buffer_text(text, "yes: ");
  if (!of_nodes(c)) buffer_text(text, "the nearest of ");
  tell_end(text, c, 0);
  buffer_text(text, of_nodes(c) ? " reaches " : " and ");
  tell_end(text, c, 1);
  buffer_print(text, of_nodes(c) ? " in %s, by " : " are %s apart, by ", verdict);
  tell_count_of_paths(text, c);
  tell_paths(text, c);
  code = tell(a, text, err);
  if (!code && (double)c->shortest.trails.count < c->shortest.count && !c->options->brief)
    code = c->shortest.trails.count == 1 ? answer_say(a, err, "The table lists the first of them.")
                                         : answer_say(a, err, "The table lists the first %zu of them.", c->shortest.trails.count);
  return code;
}

/* ---- evidence ---- */

static nonet_code tell_step(nonet_answer *a, const struct connection *c, const struct listing *l, size_t row, struct buffer *text,
                            nonet_err *err) {
  size_t more = 0;
  while (row + more + 1 < l->count && l->row[row + more + 1].path == l->row[row].path && l->row[row + more + 1].step == l->row[row].step)
    more++;
  tell_node(text, c->net, l->row[row].from);
  buffer_text(text, " – ");
  tell_node(text, c->net, l->row[row].to);
  buffer_text(text, ": ");
  tell_tie(text, c->net, l->row[row].tie);
  if (more) {
    buffer_text(text, "; and ");
    tell_count(text, more, "more tie", "more ties");
  }
  return tell(a, text, err);
}

/* Each step of the first path, and how many of its ties have no source. */
static nonet_code tell_evidence(nonet_answer *a, const struct connection *c, const struct listing *l, struct buffer *text, nonet_err *err) {
  nonet_code code = NONET_OK;
  size_t ties = 0, bare = 0;
  for (size_t i = 0; i < l->count && l->row[i].path == 1 && !code; i++) {
    const struct listing_row *row = &l->row[i];
    nonet_tie tie;
    if (row->tie == NONET_NONE) continue;
    nonet_tie_get(&tie, c->net, row->tie);
    ties++;
    bare += !*tie.source;
    if (i == 0 || l->row[i - 1].step != row->step) code = tell_step(a, c, l, i, text, err);
  }
  if (code || bare == 0) return code;
  if (bare == ties) return answer_say(a, err, "%s.", ties == 1 ? "That tie names no source" : "None of these ties names a source");
  return answer_say(a, err, "%zu of these %zu ties %s no source.", bare, ties, bare == 1 ? "names" : "name");
}

/* ---- strength ---- */

static bool equal_trails(const struct trails *a, size_t i, const struct trails *b, size_t k) {
  size_t length = trail_length(a, i);
  return length == trail_length(b, k) && memcmp(a->node + a->first[i], b->node + b->first[k], length * sizeof *a->node) == 0;
}

static bool is_listed(const struct connection *c, size_t *at) {
  for (*at = 0; *at < c->shortest.trails.count; (*at)++)
    if (equal_trails(&c->strongest, 0, &c->shortest.trails, *at)) return true;
  return false;
}

static nonet_code tell_strongest(nonet_answer *a, const struct connection *c, struct buffer *text, nonet_err *err) {
  size_t at;
  if (*c->unweighted) return answer_say(a, err, "Strength is left out of account: %s.", c->unweighted);
  if (c->strongest.count == 0) return NONET_OK;
  bool listed = is_listed(c, &at);
  if (listed && c->shortest.count == 1)
    buffer_text(text, "That is also the strongest way");
  else {
    buffer_text(text, "The strongest way is ");
    tell_trail(text, c, &c->strongest, 0);
  }
  buffer_text(text, " (sum of 1 / strength: ");
  tell_number(text, c->strength_length);
  buffer_text(text, ")");
  return tell(a, text, err);
}

/* ---- routes and cuts ---- */

/* "through X, then Y" of what stands between. */
static void tell_between(struct buffer *text, const struct connection *c, size_t ties, size_t route) {
  const struct trails *t = &c->routes.trails;
  size_t first = t->first[route] + of_nodes(c), stop = t->first[route + 1] - of_nodes(c);
  if (first >= stop) {
    buffer_text(text, tell_many(ties, "the tie itself", "the ties themselves"));
    return;
  }
  if (of_nodes(c)) buffer_text(text, "through ");
  for (size_t k = first; k < stop; k++) {
    if (k > first) buffer_text(text, of_nodes(c) ? ", then " : " – ");
    tell_node(text, c->net, t->node[k]);
  }
}

static nonet_code tell_routes(nonet_answer *a, const struct connection *c, size_t ties, struct buffer *text, nonet_err *err) {
  size_t count = c->routes.trails.count, shown = count < ROUTES_TOLD + 1 ? count : ROUTES_TOLD;
  if (count == 1 && c->routes.tied) return NONET_OK;
  if (count == 1) {
    buffer_text(text, "There is 1 independent route: every way between them goes through ");
    tell_nodes(text, c->net, c->routes.cut, c->routes.cuts, 0);
  } else {
    tell_count(text, count, "independent route", "independent routes");
    buffer_text(text, of_nodes(c) ? " share nobody on the way: " : " share nobody at all: ");
    for (size_t i = 0; i < shown; i++) {
      if (i > 0) buffer_text(text, "; ");
      tell_between(text, c, ties, i);
    }
    if (shown < count) buffer_print(text, "; and %zu more", count - shown);
  }
  nonet_code code = tell(a, text, err);
  if (code || !c->options->within) return code;
  for (size_t i = 0; i < count; i++)
    if (trail_length(&c->routes.trails, i) > c->options->within + 1u)
      return answer_say(a, err, "Routes are counted among those who stand on a way of at most %" PRIu32 " steps; some of them are longer.",
                        c->options->within);
  return NONET_OK;
}

/* How many ties there are between two who are tied: they are the first step of the first path. */
static size_t ties_between(const struct listing *l) {
  size_t count = 0;
  while (count < l->count && l->row[count].path == 1)
    count++;
  return count;
}

static nonet_code tell_without_tie(nonet_answer *a, const struct connection *c, size_t ties, struct buffer *text, nonet_err *err) {
  const char *those = tell_many(ties, "that tie", "those ties");
  if (isinf(c->steps_without) || c->routes.trails.count == 1)
    return answer_say(a, err, "Without %s nothing would connect them%s.", those,
                      c->options->within && !isinf(c->steps_without) ? " in so few steps" : "");
  buffer_print(text, "Without %s they would still be connected, in ", those);
  tell_number(text, c->steps_without);
  buffer_text(text, c->steps_without == 1 ? " step" : " steps");
  return tell(a, text, err);
}

static nonet_code tell_cut(nonet_answer *a, const struct connection *c, size_t ties, struct buffer *text, nonet_err *err) {
  size_t count = c->routes.cuts;
  if (count == 0) return NONET_OK;
  if (c->routes.tied) buffer_text(text, tell_many(ties, "Were the tie lost and ", "Were those ties lost and "));
  if (!c->routes.tied) buffer_text(text, "If ");
  tell_nodes(text, c->net, c->routes.cut, count, NAMES_TOLD);
  buffer_text(text, c->routes.tied ? (count == 1   ? " to leave"
                                      : count == 2 ? " both to leave"
                                                   : " all to leave")
                    : count == 1   ? " left"
                    : count == 2   ? " both left"
                                   : " all left");
  if (of_nodes(c))
    buffer_text(text, ", they would lose contact");
  else {
    buffer_text(text, ", no way would lead from ");
    tell_end(text, c, 0);
    buffer_text(text, " to ");
    tell_end(text, c, 1);
  }
  if (count > 1) buffer_text(text, "; no smaller set cuts them");
  return tell(a, text, err);
}

/* ---- sheets ---- */

static nonet_code list_trails(struct listing *out, const struct trails *t, const struct connection *c, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < t->count && !code; i++)
    code = listing_add_trail(out, t->node + t->first[i], trail_length(t, i), &c->ways, err);
  return code;
}

static nonet_code add_trails(nonet_answer *a, const char *name, const char *title, const struct trails *t, const struct connection *c,
                             nonet_err *err) {
  struct listing list = {0};
  nonet_sheet *s = NULL;
  nonet_code code = list_trails(&list, t, c, err);
  if (!code) code = listing_sheet_as(&s, name, title, &list, c->net, err);
  if (!code) code = answer_add_sheet(a, s, err);
  listing_free(&list);
  return code;
}

static nonet_code add_sheets(nonet_answer *a, const struct connection *c, nonet_err *err) {
  size_t at;
  nonet_sheet *s = NULL;
  nonet_code code = add_trails(a, "paths", "Shortest paths", &c->shortest.trails, c, err);
  if (!code && c->strongest.count > 0 && !is_listed(c, &at)) code = add_trails(a, "strongest", "The strongest way", &c->strongest, c, err);
  if (!code) code = add_trails(a, "routes", "Routes that share nobody", &c->routes.trails, c, err);
  if (!code) code = people_sheet(&s, "cut", "The smallest set whose loss would cut them", c->net, c->routes.cut, c->routes.cuts, err);
  return code ? code : answer_add_sheet(a, s, err);
}

/* ---- marks ---- */

static nonet_code mark_trails(nonet_answer *a, const struct trails *t, const struct connection *c, nonet_err *err) {
  nonet_code code = NONET_OK;
  struct listing list = {0};
  for (size_t i = 0; i < t->count && !code; i++)
    for (size_t k = t->first[i]; k < t->first[i + 1] && !code; k++) {
      uint32_t v = t->node[k];
      code = answer_mark_node(a, v, side_has(&c->side[0], v) ? "from" : side_has(&c->side[1], v) ? "to" : "between", err);
    }
  if (!code) code = list_trails(&list, t, c, err);
  for (size_t i = 0; i < list.count && !code; i++)
    if (list.row[i].tie != NONET_NONE) code = answer_mark_tie(a, list.row[i].tie, "path", err);
  listing_free(&list);
  return code;
}

static nonet_code mark(nonet_answer *a, const struct connection *c, nonet_err *err) {
  nonet_code code = mark_trails(a, &c->shortest.trails, c, err);
  if (!code) code = mark_trails(a, &c->strongest, c, err);
  if (!code) code = mark_trails(a, &c->routes.trails, c, err);
  for (size_t i = 0; i < c->routes.cuts && !code; i++)
    code = answer_mark_node(a, c->routes.cut[i], "relied upon", err);
  return code;
}

/* ---- all ---- */

nonet_code connection_tell(nonet_answer *a, const struct connection *c, nonet_err *err) {
  struct buffer text = {0};
  struct listing list = {0};
  nonet_code code = tell_distance(a, c, &text, err);
  if (!code) code = list_trails(&list, &c->shortest.trails, c, err);
  if (!code && !c->options->brief) code = tell_evidence(a, c, &list, &text, err);
  if (!code && !c->options->brief) code = tell_strongest(a, c, &text, err);
  if (!code && c->routes.tied) code = tell_without_tie(a, c, ties_between(&list), &text, err);
  if (!code && !c->options->brief) code = tell_routes(a, c, ties_between(&list), &text, err);
  if (!code && !c->options->brief) code = tell_cut(a, c, ties_between(&list), &text, err);
  if (!code) code = tell_conditions(a, c, &text, err);
  if (!code && c->ways.directed) code = answer_say(a, err, "Ties are followed in their direction.");
  if (!code && !c->options->brief) code = add_sheets(a, c, err);
  if (!code) code = mark(a, c, err);
  listing_free(&list);
  buffer_free(&text);
  return code;
}
