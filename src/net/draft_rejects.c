/* Rows of a draft that are left out because they are wrong: told with their place, their reason and their text, counted as one kind of
 * warning, and taken out of the tables.
 *
 * Why a warning of the draft: the network says of itself that it lacks rows, in every page that tells its warnings. */
#include "base/memory.h"
#include "net/draft_rows.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

void draft_reject_field(struct buffer *row, const char *text, size_t length) {
  if (row->size) buffer_char(row, ',');
  bool plain = true;
  for (size_t i = 0; i < length && plain; i++)
    plain = !strchr(",\"\n\r", text[i]);
  if (plain) {
    buffer_add(row, text, length);
    return;
  }
  buffer_char(row, '"');
  for (size_t i = 0; i < length; i++) {
    if (text[i] == '"') buffer_char(row, '"');
    buffer_char(row, text[i]);
  }
  buffer_char(row, '"');
}

/* The text of an error without the place in front of it. */
static const char *reason_of(const nonet_err *why, const char *file, uint64_t line, struct buffer *place) {
  buffer_text(place, file);
  if (line) buffer_print(place, ":%" PRIu64, line);
  buffer_text(place, ": ");
  bool there = !place->failed && strncmp(why->text, buffer_string(place), place->size) == 0;
  return there ? why->text + place->size : why->text;
}

nonet_code draft_reject(nonet_draft *d, const struct draft_rejecting *to, const struct draft_reject *r, nonet_err *err) {
  const char *file = draft_file_path(d, r->file);
  struct buffer place = {0};
  nonet_rejected row = {.file = file, .line = r->line, .row = r->row ? r->row : ""};
  row.reason = reason_of(&r->why, file, r->line, &place);
  nonet_code code = place.failed ? error_memory(err) : draft_warn(d, "a row that is wrong was left out", r->file, r->line, err);
  if (!code) to->reject(to->user, &row);
  buffer_free(&place);
  return code;
}

void draft_rows_back_to(nonet_draft *d, uint32_t nodes, uint32_t ties) {
  table_back_to(&d->node, nodes, d->node.columns);
  table_back_to(&d->tie, ties, d->tie.columns);
}

/* ---- taking rows out of the middle ---- */

/* Values of rows that stay move up; `now` has the new number of each row, NONET_NONE for one that goes. */
static void column_drop(struct draft_column *c, const uint32_t *now) {
  size_t kept = 0;
  for (size_t i = 0; i < c->count; i++) {
    uint32_t row = now[c->is_dense ? (uint32_t)i : c->pair[i].row];
    if (row == NONET_NONE) continue;
    if (c->is_dense)
      c->word[kept++] = c->word[i];
    else
      c->pair[kept++] = (struct draft_pair){row, c->pair[i].word};
  }
  c->count = kept;
}

bool table_drop(struct draft_table *t, const uint8_t *gone) {
  uint32_t kept = 0, *now = memory_array(t->rows, sizeof *now);
  if (!now) return false;
  for (unsigned i = 0; i < t->lanes; i++)
    if (t->lane[i].counts && !t->lane[i].at && !lane_spread(&t->lane[i], t->rows, t->room)) {
      free(now);
      return false;
    }
  for (uint32_t row = 0; row < t->rows; row++)
    now[row] = gone[row] ? NONET_NONE : kept++;
  for (unsigned i = 0; i < t->lanes; i++) {
    struct lane *l = &t->lane[i];
    for (uint32_t row = 0; l->at && row < t->rows; row++)
      if (now[row] != NONET_NONE) memmove((char *)l->at + (size_t)now[row] * l->size, (char *)l->at + (size_t)row * l->size, l->size);
  }
  for (size_t i = 0; i < t->columns; i++)
    column_drop(&t->column[i], now);
  t->rows = kept;
  free(now);
  return true;
}
