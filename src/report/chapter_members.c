/* Who is in it: partners, strategies and layers, each with its measures. */
#include "base/memory.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

/* The columns of a sheet that are there, by name. */
static size_t columns_of(size_t *out, const char **headings, const nonet_sheet *s, const char *const (*wanted)[2], size_t count) {
  size_t found = 0;
  for (size_t i = 0; i < count; i++)
    for (size_t c = 0; c < nonet_sheet_columns(s); c++)
      if (strcmp(nonet_sheet_column(s, c, NULL), wanted[i][0]) == 0) {
        out[found] = c;
        headings[found++] = wanted[i][1];
      }
  return found;
}

static nonet_code group_table(struct report *r, const struct group *g, nonet_err *err) {
  static const char *const wanted[][2] = {
      {"node", "name"},           {"neighbours", "tied to"}, {"strength", "strength"},     {"betweenness", "lies between"},
      {"closeness", "closeness"}, {"coreness", "core"},      {"constraint", "constraint"}, {"cut-node", "cut node"},
      {"component", "part"}};
  enum { WANTED = sizeof wanted / sizeof *wanted };
  size_t columns[WANTED];
  const char *headings[WANTED];
  enum { ROWS_AT_MOST = 60, ROWS_OVER = 10 }; /* a few more are shown rather than spoken of */
  size_t count = columns_of(columns, headings, r->nodes, wanted, WANTED);
  uint32_t *rows = memory_array(g->count, sizeof *rows);
  bool *in = memory_zeroed(nonet_nodes(r->net), sizeof *in);
  if (!rows || !in) {
    free(rows);
    free(in);
    return error_memory(err);
  }
  size_t at = 0;
  for (size_t i = 0; i < g->count; i++)
    in[g->at[i]] = true;
  for (uint32_t i = 0; i < nonet_nodes(r->net); i++)
    if (in[r->facts.rank[i]]) rows[at++] = r->facts.rank[i];
  size_t left = at > ROWS_AT_MOST + ROWS_OVER ? at - ROWS_AT_MOST : 0;
  at -= left;
  html_table(
      &r->page,
      &(struct html_table){
          .sheet = r->nodes, .columns = columns, .headings = headings, .column_count = count, .rows = rows, .count = at, .labels = r->net});
  if (left) html_paragraph(&r->page, "%zu more %s stand in nodes.csv, with all measures.", left, left == 1 ? g->singular : g->plural);
  free(rows);
  free(in);
  return NONET_OK;
}

/* Words for the columns of the table of layers; a column without goes by its own name. */
static const char *layer_heading(const char *column) {
  static const char *const words[][2] = {{"members-of-no-other", "in no other layer"}, {"ties-per-member", "ties per member"}};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcmp(words[i][0], column) == 0) return words[i][1];
  return column;
}

static nonet_code layers_table(struct report *r, nonet_err *err) {
  size_t count = nonet_sheet_columns(r->layers), *columns = memory_array(count, sizeof *columns);
  const char **headings = memory_zeroed(count, sizeof *headings);
  if (!columns || !headings) {
    free(columns);
    free(headings);
    return error_memory(err);
  }
  for (size_t i = 0; i < count; i++) {
    columns[i] = i;
    headings[i] = layer_heading(nonet_sheet_column(r->layers, i, NULL));
  }
  html_table(
      &r->page,
      &(struct html_table){
          .sheet = r->layers, .columns = columns, .headings = headings, .column_count = count, .count = nonet_sheet_rows(r->layers)});
  free(columns);
  free(headings);
  return NONET_OK;
}

static void heading(struct report *r, const struct group *g) {
  char text[96];
  size_t length = strlen(g->plural);
  memcpy(text, g->plural, length + 1);
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = (char)(text[0] - 'a' + 'A');
  html_element(&r->page, "h3", text);
}

nonet_code chapter_members(struct report *r, nonet_err *err) {
  html_chapter(&r->page, "members", "Who is in it");
  html_element(&r->page, "p",
               "Those who lie on the most shortest routes between others come first. The appendix says what each column means; a dash is a "
               "value that is not defined there.");
  nonet_code code = NONET_OK;
  if (r->facts.partners.count) {
    heading(r, &r->facts.partners);
    code = group_table(r, &r->facts.partners, err);
  }
  if (!code && r->facts.strategies.count) {
    heading(r, &r->facts.strategies);
    code = group_table(r, &r->facts.strategies, err);
  }
  if (!code && r->layers) {
    html_element(&r->page, "h3", "Layers");
    code = layers_table(r, err);
  }
  html_close_chapter(&r->page);
  return code;
}
