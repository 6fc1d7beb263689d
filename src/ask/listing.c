/* See listing.h. A path is a walk through the web that takes, at each place, one arc after the other; the arcs taken so far are the stack.
 * Parallel ties of a step are rows of the same step, because each is evidence of its own. */
#include "ask/listing.h"

#include "ask/evidence.h"
#include "base/memory.h"

#include <stdlib.h>

/* So many rows and no more are put into memory unasked. */
#define MOST_ROWS 50000000u

struct walk {
  uint32_t *place; /* of each step so far */
  size_t *next;    /* the arc to take next there */
  size_t depth, room, next_room;
};

static bool push(struct walk *w, uint32_t place) {
  if (!memory_grow(&w->place, &w->room, w->depth + 1, sizeof *w->place)) return false;
  if (!memory_grow(&w->next, &w->next_room, w->depth + 1, sizeof *w->next)) return false;
  w->place[w->depth] = place;
  w->next[w->depth++] = 0;
  return true;
}

static bool add_row(struct listing *l, const struct listing_row *row) {
  if (!memory_grow(&l->row, &l->room, l->count + 1, sizeof *l->row)) return false;
  l->row[l->count++] = *row;
  return true;
}

/* The path that stands on the stack. */
static nonet_code add_path(struct listing *l, const struct walk *walk, const struct web *web, const struct ways *w, nonet_err *err) {
  const nonet *n = w->net;
  l->paths++;
  for (size_t i = 0; i + 1 < walk->depth; i++) {
    size_t count;
    const struct web_arc *arc = web_arcs(web, walk->place[i], &count) + walk->next[i] - 1;
    struct listing_row row = {.path = l->paths, .step = (uint32_t)i + 1, .from = web->node[walk->place[i]], .to = web->node[arc->to]};
    for (uint64_t e = arc->at; e < arc->stop; e++) {
      row.tie = n->end_tie[e];
      if (ways_open(w, row.tie, row.from) && !add_row(l, &row)) return error_memory(err);
    }
  }
  return l->count <= MOST_ROWS ? NONET_OK
                               : error_set(err, NONET_ELIMIT, "there are more paths than can be listed; ask for at most so many");
}

nonet_code listing_start(struct listing *out, const struct web *web, const struct ways *w, uint64_t at_most, const struct run *run,
                         nonet_err *err) {
  struct walk walk = {0};
  *out = (struct listing){0};
  nonet_code code = push(&walk, 0) ? NONET_OK : error_memory(err);
  while (!code && walk.depth > 0 && (at_most == 0 || out->paths < at_most)) {
    size_t count, top = walk.depth - 1;
    const struct web_arc *arcs = web_arcs(web, walk.place[top], &count);
    if (walk.next[top] < count) {
      uint32_t to = arcs[walk.next[top]++].to;
      if (!push(&walk, to)) code = error_memory(err);
      continue;
    }
    if (count == 0) code = add_path(out, &walk, web, w, err);
    if (!code && count == 0 && out->paths % 1024 == 0) code = run_check(run, err);
    walk.depth--;
  }
  free(walk.place);
  free(walk.next);
  if (code) listing_free(out);
  return code;
}

void listing_free(struct listing *l) {
  free(l->row);
  *l = (struct listing){0};
}

/* ---- as a sheet ---- */

nonet_code listing_add_trail(struct listing *l, const uint32_t *node, size_t count, const struct ways *w, nonet_err *err) {
  const nonet *n = w->net;
  struct listing_row row = {.path = ++l->paths, .tie = NONET_NONE, .from = node[0], .to = node[0]};
  if (count == 1) return add_row(l, &row) ? NONET_OK : error_memory(err); /* one who stands on both sides */
  for (size_t i = 0; i + 1 < count; i++) {
    row.step = (uint32_t)i + 1;
    row.from = node[i];
    row.to = node[i + 1];
    for (struct way way = ways_begin(w, row.from); ways_next(&way, w, row.from);)
      for (uint64_t e = way.at; way.to == row.to && e < way.stop; e++) {
        if (!NET_HAS(n, end_tie, e)) break;
        row.tie = n->end_tie[e];
        if (ways_open(w, row.tie, row.from) && !add_row(l, &row)) return error_memory(err);
      }
  }
  return NONET_OK;
}

nonet_code listing_sheet_as(nonet_sheet **out, const char *name, const char *title, const struct listing *l, const nonet *n,
                            nonet_err *err) {
  struct evidence columns = {0};
  nonet_code code = sheet_new(out, name, title, NONET_BY_PATH, l->count, err);
  if (!code) code = evidence_columns(&columns, *out, n, true, err);
  for (size_t i = 0; i < l->count && !code; i++) {
    const struct listing_row *row = &l->row[i];
    sheet_set_number(*out, i, 0, (double)row->path);
    sheet_set_number(*out, i, 1, row->step);
    if (row->tie != NONET_NONE) sheet_set_number(*out, i, 2, (double)row->tie + 1);
    code = evidence_fill(*out, i, &columns, n, row->tie, row->from, row->to, err);
  }
  if (code) {
    nonet_sheet_free(*out);
    *out = NULL;
  }
  return code;
}

nonet_code listing_sheet(nonet_sheet **out, const struct listing *l, const nonet *n, nonet_err *err) {
  return listing_sheet_as(out, "paths", "Shortest paths", l, n, err);
}
