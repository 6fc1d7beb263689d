/* Sheets from inside: how measures and questions fill them. A sheet owns its columns; texts are copied into words of its own. */
#ifndef NONET_NET_SHEET_H
#define NONET_NET_SHEET_H

#include "base/error.h"

/* A new sheet of `rows` rows with its key columns (filled by the functions below). */
nonet_code sheet_new(nonet_sheet **out, const char *name, const char *title, nonet_keys keys, size_t rows, nonet_err *err);

/* Sheets whose keys follow from the network: every node (column node), every tie (tie 1.., from, to). */
nonet_code sheet_of_nodes(nonet_sheet **out, const char *name, const char *title, const nonet *n, nonet_err *err);
nonet_code sheet_of_ties(nonet_sheet **out, const char *name, const char *title, const nonet *n, nonet_err *err);
nonet_code sheet_of_layers(nonet_sheet **out, const char *name, const char *title, const nonet *n, nonet_err *err);

/* Add a column; numbers start undefined, texts empty. The pointer stays valid as long as the sheet (rows never change). */
nonet_code sheet_add_numbers(double **out, nonet_sheet *s, const char *name, nonet_err *err);
nonet_code sheet_add_texts(size_t *column, nonet_sheet *s, const char *name, nonet_err *err);
nonet_code sheet_set_text(nonet_sheet *s, size_t row, size_t column, const char *text, nonet_err *err);
/* Key columns by number: text keys with sheet_set_text, number keys (tie, step, path) here. */
void sheet_set_number(nonet_sheet *s, size_t row, size_t column, double x);
/* Keep the first rows only; those behind them are gone. */
void sheet_cut(nonet_sheet *s, size_t rows);
nonet_code sheet_note(nonet_sheet *s, const char *text, nonet_err *err);

#endif
