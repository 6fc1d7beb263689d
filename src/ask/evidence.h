/* Evidence: what a sheet shows of a tie, wherever ties stand in one: its ends as walked, kind, layer, weight, dates, source, file and line;
 * in a view whose ties stand for several, stands-for: how many ties of the network it was made from. */
#ifndef NONET_ASK_EVIDENCE_H
#define NONET_ASK_EVIDENCE_H

#include "net/net.h"
#include "net/sheet.h"

struct evidence {
  size_t text[8];
  double *weight, *line, *stands_for;
  bool ends; /* from and to are among the columns (they are keys else) */
};

/* Add the columns behind what the sheet has. `ends`: from and to too. */
nonet_code evidence_columns(struct evidence *out, nonet_sheet *s, const nonet *n, bool ends, nonet_err *err);
/* Fill a row. Tie NONET_NONE: only the ends. */
nonet_code evidence_fill(nonet_sheet *s, size_t row, const struct evidence *e, const nonet *n, uint32_t tie, uint32_t from, uint32_t to,
                         nonet_err *err);

/* Ties as a sheet of their own: tie, from, to, and evidence. */
nonet_code evidence_sheet(nonet_sheet **out, const char *name, const char *title, const nonet *n, const uint32_t *tie, size_t count,
                          nonet_err *err);

/* Nodes as a sheet: node, label, kind, layers. Columns may be added. */
nonet_code people_sheet(nonet_sheet **out, const char *name, const char *title, const nonet *n, const uint32_t *node, size_t count,
                        nonet_err *err);

#endif
