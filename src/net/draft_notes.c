/* What a draft says about its reading: assumptions and counted warnings; and marks, to take reading back.
 *
 * How: a warning of a kind is one entry with its first place and a count. A mark closes the entries before it, so that what is counted
 * after a mark can be taken back whole; sealing adds entries of one kind together. */
#include "base/buffer.h"
#include "base/memory.h"
#include "net/draft_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

nonet_code draft_assume(nonet_draft *d, nonet_err *err, const char *format, ...) {
  char line[1024];
  va_list list;
  va_start(list, format);
  vsnprintf(line, sizeof line, format, list);
  va_end(list);
  for (size_t i = 0; i < d->assumptions; i++)
    if (strcmp(d->assumption[i], line) == 0) return NONET_OK;
  char *copy = memory_text(line);
  if (!copy || !memory_grow(&d->assumption, &d->assumption_room, d->assumptions + 1, sizeof *d->assumption)) {
    free(copy);
    return error_memory(err);
  }
  d->assumption[d->assumptions++] = copy;
  return NONET_OK;
}

const char *nonet_draft_assumption(const nonet_draft *d, size_t i) {
  return i < d->assumptions ? d->assumption[i] : NULL;
}

nonet_code draft_warn(nonet_draft *d, const char *kind, uint32_t file, uint64_t line, nonet_err *err) {
  for (size_t i = d->open_warnings; i < d->warnings; i++)
    if (strcmp(d->warning[i].kind, kind) == 0) {
      d->warning[i].count++;
      return NONET_OK;
    }
  char *copy = memory_text(kind);
  if (!copy || !memory_grow(&d->warning, &d->warning_room, d->warnings + 1, sizeof *d->warning)) {
    free(copy);
    return error_memory(err);
  }
  d->warning[d->warnings++] = (struct draft_warning){.kind = copy, .file = file, .line = line, .count = 1};
  return NONET_OK;
}

void draft_mark(nonet_draft *d, struct draft_mark *out) {
  *out = (struct draft_mark){.nodes = d->node.rows,
                             .ties = d->tie.rows,
                             .files = d->files,
                             .columns = {d->node.columns, d->tie.columns},
                             .assumptions = d->assumptions,
                             .warnings = d->warnings,
                             .surveys = d->surveys,
                             .node_table = d->node_table};
  d->open_warnings = d->warnings;
}

void draft_back_to(nonet_draft *d, const struct draft_mark *mark) {
  table_back_to(&d->node, mark->nodes, mark->columns[0]);
  table_back_to(&d->tie, mark->ties, mark->columns[1]);
  while (d->files > mark->files)
    free(d->file[--d->files].path);
  while (d->assumptions > mark->assumptions)
    free(d->assumption[--d->assumptions]);
  while (d->warnings > mark->warnings)
    free(d->warning[--d->warnings].kind);
  draft_drop_surveys(d, mark->surveys);
  d->open_warnings = d->warnings;
  d->node_table = mark->node_table;
}
