/* The network with what is suggested in it, which the marks of the answer are of: ties of the kind "suggested", and a new strategy. */
#include "ask/gaps.h"

#include "base/memory.h"
#include "net/answer.h"
#include "net/edit.h"

#include <math.h>

/* A name that no node has. */
static void new_name(struct buffer *out, const nonet *n) {
  nonet_err err;
  uint32_t v;
  for (unsigned i = 1; !out->failed; i++) {
    buffer_clear(out);
    buffer_text(out, "New strategy");
    if (i > 1) buffer_print(out, " %u", i);
    if (nonet_find_node(&v, n, buffer_string(out), &err) != NONET_OK) return;
  }
}

/* The kind that strategies have here; NULL: there are none. */
static const char *strategy_kind(const struct gaps *q) {
  for (uint32_t v = 0; v < q->net->nodes; v++)
    if (q->strategy[v]) return nonet_kind_name(q->net, net_node_kind(q->net, q->keyed.node[v]));
  return NULL;
}

static nonet_code add_ties(struct edit_work *w, const uint32_t (*pair)[2], size_t count, bool directed, nonet_err *err) {
  for (size_t i = 0; i < count; i++) {
    if (!memory_grow(&w->tie, &w->tie_room, w->ties + 1, sizeof *w->tie)) return error_memory(err);
    w->tie[w->ties++] = (struct edit_tie){
        .from = pair[i][0], .to = pair[i][1], .layer = NONET_NONE, .kind = "suggested", .weight = (double)NAN, .directed = directed};
  }
  return NONET_OK;
}

static nonet_code mark_all(nonet_answer *a, const struct gaps *q, const uint32_t (*pair)[2], size_t count, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; !code && i < count; i++) {
    code = answer_mark_tie(a, q->net->ties + (uint32_t)i, "suggested", err);
    for (int end = 0; !code && end < 2; end++)
      code = answer_mark_node(a, pair[i][end], pair[i][end] < q->net->nodes ? "asked" : "new", err);
  }
  return code;
}

/* "Florentine families, with what is suggested". */
static nonet_code name_it(nonet *then, const nonet *n, nonet_err *err) {
  struct buffer title = {0};
  buffer_print(&title, "%s, with what is suggested", nonet_title(n));
  then->title = title.failed ? NULL : memory_text(buffer_string(&title));
  buffer_free(&title);
  return then->title ? NONET_OK : error_memory(err);
}

nonet_code gaps_mark(nonet_answer *a, const struct gaps *q, const uint32_t (*pair)[2], size_t count, bool strategy, nonet_err *err) {
  struct edit_work w;
  struct edit_map map = {0};
  struct buffer name = {0};
  nonet *then = NULL;
  nonet_code code = edit_start(&w, q->net, err);
  if (strategy) new_name(&name, q->net);
  if (!code && name.failed) code = error_memory(err);
  if (!code && strategy)
    code = edit_apply(&w, &(nonet_edit){.kind = NONET_ADD_NODE, .a = buffer_string(&name), .what = strategy_kind(q)}, err);
  if (!code) code = add_ties(&w, pair, count, q->g->directed, err);
  if (!code) code = edit_build(&then, &map, &w, err);
  if (!code) answer_network(a, then);
  if (!code) code = edit_take_over(then, q->net, err);
  if (!code) code = name_it(then, q->net, err);
  if (!code) code = mark_all(a, q, pair, count, err);
  edit_map_free(&map);
  edit_free(&w);
  buffer_free(&name);
  return code;
}
