/* SPDX-License-Identifier: MIT
 * Sorts by AGSEQ, the number that cgraph gives each object when it is made. */
#include "draw/sequence.h"
#include "draw/draw.h"
#include "draw/say.h"
#include <stdlib.h>

#define RECORD "nonet_place"

struct place_record {
  Agrec_t header;
  size_t place;
};

static int by_sequence(const void *a, const void *b) {
  const Agobj_t *x = *(Agobj_t *const *)a, *y = *(Agobj_t *const *)b;
  return (AGSEQ(x) > AGSEQ(y)) - (AGSEQ(x) < AGSEQ(y));
}

static int make(struct sequence *out, int most) {
  *out = (struct sequence){.objects = calloc((size_t)most + 1, sizeof(void *))};
  if (out->objects != NULL) return DRAW_OK;
  say_error("out of memory (see --max-memory)");
  return DRAW_LIMIT;
}

int sequence_edges(Agraph_t *graph, struct sequence *out) {
  int status = make(out, agnedges(graph));
  if (status != DRAW_OK) return status;
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node))
    for (Agedge_t *edge = agfstout(graph, node); edge != NULL; edge = agnxtout(graph, edge))
      out->objects[out->count++] = edge;
  qsort(out->objects, out->count, sizeof *out->objects, by_sequence);
  return DRAW_OK;
}

int sequence_subgraphs(Agraph_t *graph, struct sequence *out) {
  int status = make(out, agnsubg(graph));
  if (status != DRAW_OK) return status;
  for (Agraph_t *sub = agfstsubg(graph); sub != NULL; sub = agnxtsubg(sub))
    out->objects[out->count++] = sub;
  qsort(out->objects, out->count, sizeof *out->objects, by_sequence);
  return DRAW_OK;
}

void sequence_set_place(Agedge_t *edge, size_t place) {
  struct place_record *record = agbindrec(edge, RECORD, sizeof *record, FALSE);
  if (record != NULL) record->place = place;
}

size_t sequence_place(Agedge_t *edge) {
  const struct place_record *record = (const struct place_record *)aggetrec(edge, RECORD, FALSE);
  return record == NULL ? 0 : record->place;
}
