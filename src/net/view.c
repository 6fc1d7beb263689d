/* Views: the registry, and what all views share.
 *
 * A view is a nonet of its own. It holds the words of the network it was made from, so names cost nothing, and each of its ties knows the
 * ties of the first network it came from, through any number of views, so evidence survives. */
#include "net/view.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/name.h"

#include <stdlib.h>
#include <string.h>

static const struct view_rows *const families[] = {&view_layer_rows, &view_filter_rows, &view_near_rows, &view_confirm_rows,
                                                   &view_project_rows};

static const struct view_row *row_at(size_t i) {
  for (size_t f = 0; f < sizeof families / sizeof *families; f++) {
    if (i < families[f]->count) return &families[f]->at[i];
    i -= families[f]->count;
  }
  return NULL;
}

const nonet_view_form *nonet_view_at(size_t i) {
  const struct view_row *row = row_at(i);
  return row ? &row->form : NULL;
}

/* ---- lists of ties ---- */

static bool list_add(struct tie_list *list, uint32_t tie) {
  if (!memory_grow(&list->tie, &list->room, list->count + 1, sizeof *list->tie)) return false;
  list->tie[list->count++] = tie;
  return true;
}

bool tie_list_add_parents(struct tie_list *list, const nonet *n, uint32_t tie) {
  if (!n->is_view) return list_add(list, tie);
  size_t count;
  const uint32_t *parent = nonet_tie_parents(n, tie, &count);
  for (size_t i = 0; i < count; i++)
    if (!list_add(list, parent[i])) return false;
  return true;
}

enum { FEW = 16 };

static int ascending(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* By insertion: most lists are of a few ties. */
static void sort_few(uint32_t *tie, size_t count) {
  for (size_t i = 1; i < count; i++) {
    uint32_t x = tie[i];
    size_t at = i;
    for (; at > 0 && tie[at - 1] > x; at--)
      tie[at] = tie[at - 1];
    tie[at] = x;
  }
}

void tie_list_settle(struct tie_list *list, size_t start) {
  size_t kept = start;
  if (list->count == start) return; /* there may be no list yet */
  if (list->count > start + FEW)
    qsort(list->tie + start, list->count - start, sizeof *list->tie, ascending);
  else
    sort_few(list->tie + start, list->count - start);
  for (size_t i = start; i < list->count; i++)
    if (kept == start || list->tie[kept - 1] != list->tie[i]) list->tie[kept++] = list->tie[i];
  list->count = kept;
}

/* ---- making one ---- */

static nonet_code unknown_view(const char *view, size_t length, nonet_err *err) {
  struct buffer name = {0}, hint = {0}, list = {0};
  struct name_nearest near;
  buffer_add(&name, view, length);
  bool searched = name_nearest_start(&near, buffer_string(&name));
  for (size_t i = 0; row_at(i); i++) {
    if (searched) name_nearest_offer(&near, row_at(i)->name);
    buffer_print(&list, "%s%s", i ? ", " : "", row_at(i)->form.form);
  }
  name_nearest_say(&near, &hint);
  nonet_code code = error_set(err, NONET_EUSAGE, "there is no view '%s'%s; the views are %s", buffer_string(&name), buffer_string(&hint),
                              buffer_string(&list));
  name_nearest_free(&near);
  buffer_free(&name);
  buffer_free(&hint);
  buffer_free(&list);
  return code;
}

/* The row whose name the text begins with; *argument is what follows the colon. */
static const struct view_row *find_row(const char *view, const char **argument) {
  size_t length = strcspn(view, ":");
  for (size_t i = 0; row_at(i); i++) {
    const struct view_row *row = row_at(i);
    if (strlen(row->name) != length || strncmp(row->name, view, length) != 0) continue;
    *argument = view[length] ? view + length + 1 : "";
    return row;
  }
  return NULL;
}

/* What a view takes over: sources, notes, dates, and a title that says what was done. */
static nonet_code finish(nonet *v, const nonet *n, const char *view, nonet_err *err) {
  struct buffer title = {0};
  buffer_print(&title, "%s (%s)", nonet_title(n), view);
  v->title = title.failed ? NULL : memory_text(buffer_string(&title));
  buffer_free(&title);
  v->source = memory_array(n->sources, sizeof *v->source);
  if (!v->title || !v->source) return error_memory(err);
  for (size_t i = 0; i < n->sources; i++) {
    v->source[i] = v->shared == n->shared ? n->source[i] : words_add_text(v->shared->words, net_word(n, n->source[i]));
    if (v->source[i] == WORDS_NONE) return error_memory(err);
    v->sources++;
  }
  memcpy(v->latest_date, n->latest_date, sizeof v->latest_date);
  v->repeats = n->repeats;
  v->is_view = true;
  nonet_code code = notes_copy(&v->warning, &n->warning, err);
  return code ? code : notes_copy(&v->assumption, &n->assumption, err);
}

nonet_code nonet_view(nonet **out, const nonet *n, const char *view, const nonet_run *run, nonet_err *err) {
  struct run started;
  struct view_ask ask = {.net = n, .run = &started};
  nonet *v = NULL;
  *out = NULL;
  run_start(&started, run);
  const struct view_row *row = find_row(view, &ask.argument);
  if (!row) return unknown_view(view, strcspn(view, ":"), err);
  if (row->takes_argument != (*ask.argument != '\0'))
    return error_set(err, NONET_EUSAGE, "view '%s' is not of the form %s", view, row->form.form);
  nonet_code code = row->make(&v, &ask, err);
  if (!code) code = finish(v, n, view, err);
  if (code) {
    nonet_free(v);
    return code;
  }
  *out = v;
  return NONET_OK;
}
