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
  html_table(
      &r->page,
      &(struct html_table){
          .sheet = r->nodes, .columns = columns, .headings = headings, .column_count = count, .rows = rows, .count = at, .labels = r->net});
  free(rows);
  free(in);
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
    size_t count = nonet_sheet_columns(r->layers), *columns = memory_array(count, sizeof *columns);
    if (!columns) return error_memory(err);
    for (size_t i = 0; i < count; i++)
      columns[i] = i;
    html_table(&r->page,
               &(struct html_table){.sheet = r->layers, .columns = columns, .column_count = count, .count = nonet_sheet_rows(r->layers)});
    free(columns);
  }
  html_close_chapter(&r->page);
  return code;
}
