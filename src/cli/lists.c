/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One row function for each registry; all else is one loop. */
#include "cli/lists.h"

#include <string.h>

const char *list_scope(nonet_scope scope) {
  static const char *const words[] = {"node", "tie", "layer", "whole", "table"};
  return (size_t)scope < sizeof words / sizeof words[0] ? words[scope] : "";
}

static bool measure_row(const char **cells, size_t i) {
  const nonet_measure_info *m = nonet_measure_at(i);
  if (!m) return false;
  const char *row[] = {m->name,      list_scope(m->scope), m->summary,   m->title, m->formula, m->convention,
                       m->undefined, m->normalised,        m->parameter, m->cost,  m->source};
  memcpy(cells, row, sizeof row);
  return true;
}

static bool format_row(const char **cells, size_t i) {
  const nonet_format *f = nonet_format_at(i);
  if (!f) return false;
  const char *row[] = {f->name, f->reads ? "yes" : "no", f->writes ? "yes" : "no", f->suffixes, f->title, f->note};
  memcpy(cells, row, sizeof row);
  return true;
}

static bool renderer_row(const char **cells, size_t i) {
  const nonet_renderer *r = nonet_renderer_at(i);
  if (!r) return false;
  const char *row[] = {r->name, r->suffix, r->title};
  memcpy(cells, row, sizeof row);
  return true;
}

static bool layout_row(const char **cells, size_t i) {
  const nonet_layout *l = nonet_layout_at(i);
  if (!l) return false;
  const char *row[] = {l->name, l->summary};
  memcpy(cells, row, sizeof row);
  return true;
}

static bool view_row(const char **cells, size_t i) {
  const nonet_view_form *v = nonet_view_at(i);
  if (!v) return false;
  const char *row[] = {v->form, v->summary};
  memcpy(cells, row, sizeof row);
  return true;
}

static bool profile_row(const char **cells, size_t i) {
  const nonet_profile *p = nonet_profile_at(i);
  if (!p) return false;
  const char *row[] = {p->name, p->summary};
  memcpy(cells, row, sizeof row);
  return true;
}

static bool question_row(const char **cells, size_t i) {
  const nonet_question *q = nonet_question_at(i);
  if (!q) return false;
  const char *row[] = {q->form, q->meaning, q->example, q->call};
  memcpy(cells, row, sizeof row);
  return true;
}

static const char *const measure_headings[] = {"name",      "scope",      "summary",   "title", "formula", "convention",
                                               "undefined", "normalised", "parameter", "cost",  "source"};
static const char *const format_headings[] = {"name", "reads", "writes", "suffixes", "title", "note"};
static const char *const renderer_headings[] = {"name", "suffix", "title"};
static const char *const layout_headings[] = {"name", "summary"};
static const char *const view_headings[] = {"view", "summary"};
static const char *const profile_headings[] = {"profile", "summary"};
static const char *const question_headings[] = {"question", "meaning", "example", "call"};

static const struct list lists[] = {
    {"measures", "Measures", 3, 11, measure_headings, measure_row},
    {"formats", "Formats", 5, 6, format_headings, format_row},
    {"renderers", "Renderers", 3, 3, renderer_headings, renderer_row},
    {"layouts", "Layouts", 2, 2, layout_headings, layout_row},
    {"views", "Views", 2, 2, view_headings, view_row},
    {"profiles", "Profiles", 2, 2, profile_headings, profile_row},
    {"questions", "Questions", 2, 4, question_headings, question_row},
};

const struct list *list_at(size_t i) {
  return i < sizeof lists / sizeof lists[0] ? &lists[i] : NULL;
}

void list_catalogue(struct catalogue *out, const struct list *list, enum list_form form) {
  const char *cells[CATALOGUE_COLUMNS] = {NULL};
  *out = (struct catalogue){.columns = form == LIST_SHORT ? list->short_columns : list->columns};
  catalogue_row(out, list->headings);
  for (size_t i = 0; list->row(cells, i); i++)
    catalogue_row(out, cells);
}
