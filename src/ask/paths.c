/* Who connects two nodes: all shortest paths, in words and as rows of evidence.
 *
 * How: names -> ways (filters) -> web (search) -> listing (rows) -> sentences. A path is a row of nodes; parallel ties make no second path
 * of it, they stand in its steps. Where there is none, the search is repeated with one condition less at a time, to say what stands in the
 * way. */
#include "ask/listing.h"
#include "ask/miss.h"
#include "base/buffer.h"
#include "base/number.h"
#include "net/answer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const char *label_of(const nonet *n, uint32_t v) {
  nonet_node node;
  nonet_node_get(&node, n, v);
  return node.label;
}

/* ---- sentences ---- */

static void count_words(char room[64], double count) {
  char number[NUMBER_ROOM];
  if (isinf(count)) {
    snprintf(room, 64, "more than 10^308");
  } else if (count > 9007199254740992.0) {
    number_print_short(number, count, 3);
    snprintf(room, 64, "about %s", number);
  } else {
    number_print(number, count);
    snprintf(room, 64, "%s", number);
  }
}

static nonet_code say_length(nonet_answer *a, const struct web *web, const struct ways *w, uint32_t from, uint32_t to, nonet_err *err) {
  const nonet *n = w->net;
  char count[64], length[NUMBER_ROOM], verdict[64];
  count_words(count, web->paths);
  number_print_short(length, web->length, 6);
  bool one = web->paths == 1, lengths = w->length.of_edge != NULL;
  if (lengths)
    snprintf(verdict, sizeof verdict, "length %s", length);
  else
    snprintf(verdict, sizeof verdict, "%s %s", length, web->length == 1 ? "step" : "steps");
  nonet_code code = answer_verdict(a, verdict, err);
  if (code) return code;
  return answer_say(a, err, "%s reaches %s %s %s; there %s %s shortest %s.", label_of(n, from), label_of(n, to),
                    lengths ? "over a length of" : "in", lengths ? length : verdict, one ? "is" : "are", count, one ? "path" : "paths");
}

/* "A, B and C" of the nodes at some places. */
static void join_labels(struct buffer *out, const nonet *n, const struct web *web, const uint32_t *place, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (i > 0) buffer_text(out, i + 1 == count ? " and " : ", ");
    buffer_text(out, label_of(n, web->node[place[i]]));
  }
}

/* Places between the ends that every path takes, in order: those that no arc of the web jumps over. Returns their number; `place` has room
 * for all places. */
static size_t unavoidable(uint32_t *place, const struct web *web) {
  uint32_t farthest = 0;
  size_t found = 0;
  for (uint32_t p = 0; p < web->places; p++) {
    size_t count;
    if (!(web->paths_on[p] > 0)) continue;
    const struct web_arc *arcs = web_arcs(web, p, &count);
    if (p > 0 && count > 0 && farthest == p) place[found++] = p;
    for (size_t i = 0; i < count; i++)
      if (arcs[i].to > farthest) farthest = arcs[i].to;
  }
  return found;
}

static nonet_code say_between(nonet_answer *a, const struct web *web, const nonet *n, nonet_err *err) {
  uint32_t *place = malloc(web->places * sizeof *place);
  struct buffer names = {0};
  if (!place) return error_memory(err);
  size_t found = unavoidable(place, web);
  join_labels(&names, n, web, place, found);
  nonet_code code = names.failed ? error_memory(err) : NONET_OK;
  if (!code && found > 0 && web->paths == 1) code = answer_say(a, err, "It goes through %s.", buffer_string(&names));
  if (!code && found > 0 && web->paths > 1) code = answer_say(a, err, "Every one of them goes through %s.", buffer_string(&names));
  if (!code && found == 0 && web->paths > 1 && web->once) code = answer_say(a, err, "No node stands on all of them.");
  buffer_free(&names);
  free(place);
  return code;
}

static nonet_code say_listed(nonet_answer *a, const struct web *web, const struct listing *l, nonet_err *err) {
  if ((double)l->paths >= web->paths) return NONET_OK;
  return answer_say(a, err, l->paths == 1 ? "Only the first of them is listed." : "Only the first %llu of them are listed.",
                    (unsigned long long)l->paths);
}

/* ---- highlights ---- */

static nonet_code mark_web(nonet_answer *a, const struct web *web, const struct ways *w, uint32_t from, uint32_t to, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t p = 0; p < web->places && !code; p++) {
    size_t count;
    uint32_t v = web->node[p];
    if (!(web->paths_on[p] > 0)) continue;
    const struct web_arc *arcs = web_arcs(web, p, &count);
    code = answer_mark_node(a, v, v == from ? "from" : v == to ? "to" : "between", err);
    for (size_t i = 0; i < count; i++)
      for (uint64_t e = arcs[i].at; e < arcs[i].stop && !code; e++)
        if (ways_open(w, w->net->end_tie[e], v)) code = answer_mark_tie(a, w->net->end_tie[e], "path", err);
  }
  return code;
}

/* ---- the answer ---- */

static nonet_code fill(nonet_answer *a, const struct web *web, const struct ways *w, const struct miss_ask *ask, nonet_err *err) {
  struct listing listing = {0};
  nonet_sheet *sheet = NULL;
  nonet_code code = listing_start(&listing, web, w, ask->options->at_most, ask->run, err);
  if (!code) code = say_length(a, web, w, ask->from, ask->to, err);
  if (!code) code = say_between(a, web, w->net, err);
  if (!code) code = say_listed(a, web, &listing, err);
  if (!code) code = listing_sheet(&sheet, &listing, w->net, err);
  if (!code) code = answer_add_sheet(a, sheet, err);
  if (!code) code = mark_web(a, web, w, ask->from, ask->to, err);
  listing_free(&listing);
  return code;
}

/* Both ends are one node: nothing has to be searched. */
static nonet_code fill_same(nonet_answer *a, const struct ways *w, uint32_t node, nonet_err *err) {
  const struct listing none = {0};
  nonet_sheet *sheet = NULL;
  nonet_code code = answer_verdict(a, "0 steps", err);
  if (!code) code = answer_say(a, err, "Both ends are %s; no step is needed.", label_of(w->net, node));
  if (!code) code = listing_sheet(&sheet, &none, w->net, err);
  if (!code) code = answer_add_sheet(a, sheet, err);
  if (!code) code = answer_mark_node(a, node, "from", err);
  return code;
}

static nonet_code check_ends(const struct ways *w, const struct miss_ask *ask, nonet_err *err) {
  uint32_t ends[] = {ask->from, ask->to};
  for (size_t i = 0; i < 2; i++)
    if (w->closed_node && w->closed_node[ends[i]])
      return error_set(err, NONET_EUSAGE, "%s is an end of the path and cannot be avoided", label_of(w->net, ends[i]));
  return NONET_OK;
}

static nonet_code answer(nonet_answer **out, const struct ways *w, const struct miss_ask *ask, nonet_err *err) {
  struct web web = {0};
  nonet_answer *a = NULL;
  nonet_code code = check_ends(w, ask, err);
  if (!code && ask->from != ask->to) code = web_start(&web, w, ask->from, ask->to, ask->options->within, ask->run, err);
  if (!code && ask->from != ask->to && !web.found) code = miss_say(ask, err);
  if (!code) code = answer_new(&a, err);
  if (!code) code = ask->from == ask->to ? fill_same(a, w, ask->from, err) : fill(a, &web, w, ask, err);
  web_free(&web);
  if (code)
    nonet_answer_free(a);
  else
    *out = a;
  return code;
}

nonet_code nonet_paths(nonet_answer **out, const nonet *n, const nonet_paths_options *options, const nonet_run *run, nonet_err *err) {
  struct run running;
  struct ways ways;
  struct miss_ask ask = {.net = n, .options = options, .run = &running};
  *out = NULL;
  run_start(&running, run);
  if (!options || !options->from || !options->to) return error_set(err, NONET_EUSAGE, "a path needs both ends");
  nonet_code code = nonet_find_node(&ask.from, n, options->from, err);
  if (!code) code = nonet_find_node(&ask.to, n, options->to, err);
  if (code) return code;
  struct ways_options filters = {.avoid = options->avoid, .via = options->via, .weighted = options->weighted};
  code = ways_start(&ways, n, &filters, err);
  if (code) return code;
  code = answer(out, &ways, &ask, err);
  ways_free(&ways);
  return code;
}
