/* Texts made once: quoting and escaping cost more than copying, and a node is named by every tie at it.
 *
 * How: a cell has one size, so threads make the texts of some of the nodes each, in places that no other writes to. */
#include "show/written.h"

#include "base/memory.h"
#include "base/team.h"

#include <stdlib.h>

#define WORTH_A_THREAD 131072u /* texts */

/* What the threads see. */
struct making {
  struct written *w;
  const nonet *n;
  written_make *make;
  uint32_t count;
};

/* Keep a text that was made, which has room for a step; false: out of memory. */
static bool keep(struct written_cell *cell, struct buffer *longer, const struct buffer *text) {
  if (text->failed || text->size > UINT32_MAX) return false;
  if (text->size <= sizeof cell->text) {
    memcpy(cell->text, text->bytes, sizeof cell->text);
    cell->size = (uint8_t)text->size;
    return true;
  }
  const struct written_place place = {longer->size, (uint32_t)text->size};
  memcpy(cell->text, &place, sizeof place.first + sizeof place.size);
  cell->size = WRITTEN_LONG;
  buffer_add(longer, text->bytes, text->size);
  return !longer->failed;
}

static void make_part(void *context, size_t part, unsigned worker) {
  const struct making *m = context;
  struct buffer text = {0}, longer = {0};
  uint32_t first = (uint32_t)part * m->w->part, end = m->count - first < m->w->part ? m->count : first + m->w->part;
  (void)worker;
  for (uint32_t i = first; i < end && !longer.failed; i++) {
    buffer_clear(&text);
    buffer_reserve(&text, WRITTEN_STEP);
    m->make(&text, m->n, i);
    if (!keep(&m->w->cell[i], &longer, &text)) longer.failed = true;
  }
  m->w->longer[part] = longer;
  buffer_free(&text);
}

bool written_start(struct written *w, const nonet *n, uint32_t count, written_make *make, unsigned threads) {
  uint32_t parts = count / WORTH_A_THREAD < WRITTEN_PARTS ? count / WORTH_A_THREAD : WRITTEN_PARTS;
  if (!parts || threads < 2) parts = 1;
  *w = (struct written){.cell = memory_large(count, sizeof *w->cell), .part = count / parts + 1};
  if (!w->cell) return false;
  struct making m = {w, n, make, count};
  team_run(parts, threads, make_part, &m, NULL);
  bool failed = false;
  for (uint32_t p = 0; p < parts; p++)
    failed = failed || w->longer[p].failed;
  return !failed;
}

void written_free(struct written *w) {
  for (uint32_t p = 0; p < WRITTEN_PARTS; p++)
    buffer_free(&w->longer[p]);
  free(w->cell);
}

const char *written_longer(const struct written *w, uint32_t i, size_t *size) {
  struct written_place place = {0, 0};
  memcpy(&place, w->cell[i].text, sizeof place.first + sizeof place.size);
  *size = place.size;
  return w->longer[i / w->part].bytes + place.first;
}
