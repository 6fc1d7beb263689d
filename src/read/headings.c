/* Headings: the names of columns, and how many of them mean something here.
 *
 * How: names are folded, with '_', '.' and '-' as spaces; a column without a name is called by its number. */
#include "read/headings.h"

#include "base/memory.h"
#include "base/words.h"
#include "read/heading_words.h"

#include <stdlib.h>
#include <string.h>

char *heading_kind(const char *name) {
  char *kind = memory_text(name);
  for (char *c = kind; c && *c; c++)
    if (*c >= 'A' && *c <= 'Z') *c = (char)(*c + ('a' - 'A'));
  return kind;
}

/* ---- names ---- */

static nonet_code add_heading(struct headings *h, struct cell cell, nonet_err *err) {
  struct heading *out = &h->at[h->count++];
  struct buffer name = {0};
  cell = cell_trim(cell);
  out->unnamed = cell.length == 0;
  for (size_t i = 0; i < cell.length; i++) { /* a line break in a heading is a space */
    bool space = cell_is_space((unsigned char)cell.at[i]);
    if (!space || (name.size && name.bytes[name.size - 1] != ' ')) buffer_char(&name, space ? ' ' : cell.at[i]);
  }
  if (out->unnamed) buffer_print(&name, "column %zu", h->count);
  if (!name.failed) out->name = memory_text(buffer_string(&name));
  buffer_free(&name);
  if (out->name) out->folded = out->unnamed ? memory_text("") : heading_fold(out->name);
  return out->folded ? NONET_OK : error_memory(err);
}

static nonet_code start(struct headings *out, size_t count, nonet_err *err) {
  *out = (struct headings){0};
  for (size_t i = 0; i < ROLES; i++)
    out->column[i] = NO_COLUMN;
  out->at = memory_zeroed(count, sizeof *out->at);
  return out->at ? NONET_OK : error_memory(err);
}

static nonet_code count_repeats(struct headings *h, nonet_err *err) {
  struct words *names = words_new();
  size_t *seen = memory_zeroed(h->count + 1, sizeof *seen); /* of each word */
  nonet_code code = names && seen ? NONET_OK : error_memory(err);
  for (size_t i = 0; i < h->count && !code; i++) {
    uint32_t word = words_add_text(names, h->at[i].name);
    if (word == WORDS_NONE)
      code = error_memory(err);
    else
      h->at[i].repeat = seen[word]++;
  }
  free(seen);
  words_free(names);
  return code;
}

nonet_code headings_read(struct headings *out, const struct cell *cells, size_t count, nonet_err *err) {
  nonet_code code = start(out, count, err);
  for (size_t i = 0; i < count && !code; i++)
    code = add_heading(out, cells[i], err);
  if (!code) code = count_repeats(out, err);
  if (code) headings_free(out);
  return code;
}

nonet_code headings_number(struct headings *out, size_t count, nonet_err *err) {
  nonet_code code = start(out, count, err);
  for (size_t i = 0; i < count && !code; i++)
    code = add_heading(out, (struct cell){"", 0}, err);
  if (code) headings_free(out);
  return code;
}

void headings_free(struct headings *h) {
  for (size_t i = 0; i < h->count; i++) {
    free(h->at[i].name);
    free(h->at[i].folded);
  }
  free(h->at);
  free(h->from_kind);
  free(h->to_kind);
  free(h->node_kind);
  *h = (struct headings){0};
}

size_t headings_find(const struct headings *h, const char *folded) {
  for (size_t i = 0; i < h->count; i++)
    if (h->at[i].role == ROLE_FURTHER && !h->at[i].unnamed && strcmp(h->at[i].folded, folded) == 0) return i;
  return NO_COLUMN;
}

bool headings_have(const struct headings *h, const char *const *words) {
  for (; *words; words++)
    if (headings_find(h, *words) != NO_COLUMN) return true;
  return false;
}

size_t headings_known(const struct headings *h, const struct asked_columns *asked, bool *enough) {
  size_t known = 0, asked_here = 0;
  for (size_t i = 0; i < h->count; i++) {
    bool is_known = false;
    for (size_t role = 0; role < ROLES && !is_known; role++)
      is_known = heading_words((enum role)role) && heading_among(heading_words((enum role)role), h->at[i].folded);
    known += is_known;
  }
  for (size_t i = 0; i < asked->count; i++)
    asked_here += !asked->at[i].off && asked->at[i].folded && headings_find(h, asked->at[i].folded) != NO_COLUMN;
  *enough = asked_here || (headings_have(h, heading_words(ROLE_FROM)) && headings_have(h, heading_words(ROLE_TO))) ||
            headings_have(h, heading_words(ROLE_ID)) || headings_have(h, heading_words(ROLE_LABEL)) ||
            headings_have(h, heading_words(ROLE_ATTENDEES));
  return known + asked_here;
}
