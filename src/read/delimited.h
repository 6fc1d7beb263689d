/* Delimited text as rows: CSV in all the ways it is written. */
#ifndef NONET_READ_DELIMITED_H
#define NONET_READ_DELIMITED_H

#include "read/rows.h"
#include "read/source.h"

/* Rows of a text. Takes the source (it is closed with the rows, and on failure). `delimiter` 0: told from the text. `name` is borrowed. */
nonet_code delimited_open(struct rows **out, struct source *taken, const char *name, char delimiter, nonet_err *err);

/* The delimiter that the first rows agree on: ',' ';' tab or '|'; *columns is how many columns it makes of most rows (1: none fits). */
char delimited_sniff(size_t *columns, const char *text, size_t size);

#endif
