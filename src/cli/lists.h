/* The registries of the library as lists: what `nonet list` shows and `nonet help` searches. */
#ifndef NONET_CLI_LISTS_H
#define NONET_CLI_LISTS_H

#include "cli/catalogue.h"

/* How much of a row is wanted: what fits a terminal, or all of it. */
enum list_form { LIST_SHORT, LIST_WHOLE };

struct list {
  const char *name, *title;
  size_t short_columns, columns; /* the short form is made of the first ones */
  const char *const *headings;
  bool (*row)(const char **cells, size_t i); /* false beyond the last */
};
const struct list *list_at(size_t i); /* NULL beyond the last */

/* The words for a scope: "node", "whole" ... */
const char *list_scope(nonet_scope scope);

/* A list as a catalogue, headings first. */
void list_catalogue(struct catalogue *out, const struct list *list, enum list_form form);

#endif
