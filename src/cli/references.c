/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * References from the rows of the registry, found by what a sheet shows: columns of nodes, ties and layers, rows of the whole network, or
 * the name of a table. A row may name several, separated by "; ". */
#include "cli/references.h"

#include "cli/output.h"
#include "cli/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Texts, each once. */
struct texts {
  char **at; /* owned, and each of them */
  size_t count;
};

static bool keep(struct texts *t, const char *text, size_t length) {
  for (size_t i = 0; i < t->count; i++)
    if (strlen(t->at[i]) == length && memcmp(t->at[i], text, length) == 0) return true;
  char **grown = realloc(t->at, (t->count + 1) * sizeof *grown);
  if (!grown) return false;
  t->at = grown;
  t->at[t->count] = strndup(text, length);
  return t->at[t->count] && ++t->count;
}

static bool keep_source(struct texts *t, const char *name) {
  const nonet_measure_info *info = nonet_measure_find(name);
  bool kept = true;
  for (const char *at = info ? info->source : ""; kept && *at;) {
    const char *end = strstr(at, "; ");
    size_t length = end ? (size_t)(end - at) : strlen(at);
    kept = keep(t, at, length);
    at += length + (end ? 2 : 0);
  }
  return kept;
}

static bool keep_of_sheet(struct texts *t, const nonet_sheet *s) {
  const nonet_measure_info *table = nonet_measure_find(nonet_sheet_name(s));
  bool number, kept = true;
  if (nonet_sheet_keys(s) == NONET_BY_MEASURE)
    for (size_t row = 0; kept && row < nonet_sheet_rows(s); row++)
      kept = keep_source(t, nonet_sheet_text(s, row, 0));
  else if (table && table->scope == NONET_OF_TABLE)
    kept = keep_source(t, nonet_sheet_name(s));
  else
    for (size_t c = nonet_sheet_key_columns(s); kept && c < nonet_sheet_columns(s); c++)
      kept = keep_source(t, nonet_sheet_column(s, c, &number));
  return kept;
}

static void write_list(nonet_out *o, const struct texts *t, bool markdown) {
  nonet_out_text(o, markdown ? "\nReferences\n\n" : "\nReferences\n");
  for (size_t i = 0; i < t->count; i++)
    output_texts(o, markdown ? "- " : "  ", t->at[i], "\n", NULL);
}

nonet_code references_write(nonet_out *o, struct job *job, const nonet_sheet *const *sheets, size_t count, nonet_err *err) {
  const char *as = option_text(&job->options, OPTION_AS);
  struct texts t = {0};
  bool kept = true;
  if (as && strcmp(as, "json") == 0) return NONET_OK;
  for (size_t i = 0; kept && i < count; i++)
    kept = keep_of_sheet(&t, sheets[i]);
  if (kept && as && strcmp(as, "csv") == 0)
    for (size_t i = 0; i < t.count; i++)
      job_note(job, t.at[i]);
  else if (kept)
    write_list(o, &t, as && strcmp(as, "markdown") == 0);
  for (size_t i = 0; i < t.count; i++)
    free(t.at[i]);
  free(t.at);
  return kept ? NONET_OK : fail_memory(err);
}
