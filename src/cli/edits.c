/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a network is to be, as options say it. */
#include "cli/edits.h"

#include "cli/say.h"

#include <stdlib.h>
#include <string.h>

static bool is_node(const nonet *n, const char *name) {
  uint32_t v;
  return nonet_find_node(&v, n, name, NULL) == NONET_OK;
}

/* "A,B" taken apart at the comma between two known names, else at the first one: names may hold commas. */
static nonet_code pair(nonet_edit *edit, struct edits *e, const nonet *n, const char *value, const char *option, nonet_err *err) {
  char *text = strdup(value);
  size_t first = strcspn(value, ","), best = 0;
  if (!text) return fail_memory(err);
  e->text[e->texts++] = text;
  if (!value[first]) return fail(err, NONET_EUSAGE, "--%s takes two names with a comma between: --%s A,B", option, option);
  for (size_t at = first; text[at] && !best; at += 1 + strcspn(text + at + 1, ",")) {
    text[at] = '\0';
    if (is_node(n, text) && is_node(n, text + at + 1)) best = at;
    text[at] = ',';
  }
  if (!best) best = first;
  text[best] = '\0';
  edit->a = text;
  edit->b = text + best + 1 + strspn(text + best + 1, " ");
  return NONET_OK;
}

nonet_code edits_read(struct edits *e, const struct options *o, const nonet *n, nonet_err *err) {
  nonet_code code = NONET_OK;
  e->edit = calloc(o->count + 1, sizeof *e->edit);
  e->text = calloc(o->count + 1, sizeof *e->text);
  if (!e->edit || !e->text) return fail_memory(err);
  for (size_t i = 0; i < o->count && code == NONET_OK; i++) {
    const struct option_row *row = o->given[i].row;
    nonet_edit *edit = &e->edit[e->count];
    bool leaves = row->id == OPTION_NODE || row->id == OPTION_LEAVES;
    bool pairs = row->id == OPTION_TIE || row->id == OPTION_JOIN || row->id == OPTION_MERGE;
    if (leaves) *edit = (nonet_edit){.kind = NONET_REMOVE_NODE, .a = o->given[i].value};
    if (row->id == OPTION_LAYER) *edit = (nonet_edit){.kind = NONET_REMOVE_LAYER, .layer = o->given[i].value};
    if (row->id == OPTION_TIE) *edit = (nonet_edit){.kind = NONET_REMOVE_TIES};
    if (row->id == OPTION_JOIN) *edit = (nonet_edit){.kind = NONET_ADD_TIE};
    if (row->id == OPTION_MERGE) *edit = (nonet_edit){.kind = NONET_MERGE_NODES};
    if (pairs) code = pair(edit, e, n, o->given[i].value, row->name, err);
    e->count += pairs || leaves || row->id == OPTION_LAYER;
  }
  return code;
}

void edits_free(struct edits *e) {
  for (size_t i = 0; i < e->texts; i++)
    free(e->text[i]);
  free(e->text);
  free(e->edit);
}
