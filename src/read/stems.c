/* "Strategy 1, Strategy 2, Strategy 3": one row a partner, its strategies in columns of one stem.
 *
 * How: the longest run of columns whose headings are the same but for a number at their end (or wholly, if the heading is a noun), with
 * more texts than numbers and ticks in them. The row is named by its id, label or noun, else by its first column. */
#include "read/plan.h"

#include <string.h>

/* The length of a folded heading without the number at its end; 0 if it has none and is no noun. */
static size_t stem_of(const struct heading *h) {
  size_t length = strlen(h->folded), stem = length;
  while (stem && h->folded[stem - 1] >= '0' && h->folded[stem - 1] <= '9')
    stem--;
  if (stem == length) return heading_is_noun(h->folded) ? length : 0;
  while (stem && (h->folded[stem - 1] == ' ' || h->folded[stem - 1] == '#'))
    stem--;
  return stem;
}

/* Whether a stem names what a partner works on or with: "q1, q2" are questions of a survey, not lists of nodes. */
static bool names_nodes(const struct heading *h) {
  static const char *const others[] = {"member", "contact", "alter", "board", "committee", "forum", "event", "service"};
  char stem[32];
  size_t length = stem_of(h);
  if (length >= sizeof stem) return false;
  memcpy(stem, h->folded, length);
  stem[length] = '\0';
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (strcmp(stem, others[i]) == 0) return true;
  return heading_is_noun(stem);
}

static bool same_stem(const struct heading *a, const struct heading *b) {
  size_t length = stem_of(a);
  return length && length == stem_of(b) && strncmp(a->folded, b->folded, length) == 0;
}

static bool holds_names(const struct plan_look *look, size_t from, size_t to) {
  size_t words = 0, others = 0;
  for (size_t row = look->first; row < look->end; row++) {
    for (size_t i = from; i < to; i++) {
      double x;
      enum mark mark = cell_mark(&x, grid_cell(look->grid, row, i), look->ask->decimal);
      words += mark == MARK_WORD;
      others += mark != MARK_WORD && mark != MARK_BLANK && mark != MARK_UNANSWERED;
    }
  }
  return words > others;
}

static nonet_code stem_kind(struct plan *p, nonet_err *err) {
  const struct heading *h = &p->h.at[p->block];
  p->listed_kind = heading_kind(h->name);
  if (!p->listed_kind) return error_memory(err);
  size_t cut = strlen(h->folded) - stem_of(h), length = strlen(h->name);
  p->listed_kind[length > cut ? length - cut : 0] = '\0';
  return NONET_OK;
}

nonet_code plan_find_lists(bool *found, struct plan *p, const struct plan_look *look, nonet_err *err) {
  size_t best = 0, best_end = 0;
  bool forced = p->h.asked[ROLE_FROM];
  *found = false;
  for (size_t i = 0; i < p->width;) {
    size_t end = i + 1;
    while (end < p->width && same_stem(&p->h.at[i], &p->h.at[end]))
      end++;
    bool fits = forced || names_nodes(&p->h.at[i]);
    if (fits && end - i >= 2 && end - i > best_end - best) {
      best = i;
      best_end = end;
    }
    i = end;
  }
  if (best_end - best < 2 || best == 0 || !holds_names(look, best, best_end)) return NONET_OK;
  p->shape = SHAPE_LISTS;
  p->block = best;
  p->block_end = best_end;
  p->key = 0;
  size_t naming[] = {p->h.column[ROLE_ID], p->h.column[ROLE_LABEL]};
  for (size_t i = 2; i-- > 0;)
    if (naming[i] < best || (naming[i] >= best_end && naming[i] != NO_COLUMN)) p->key = naming[i];
  if (forced) p->key = p->h.column[ROLE_FROM];
  *found = true;
  return stem_kind(p, err);
}
