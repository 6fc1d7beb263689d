/* Dates behind a colon: "2023;2024-06", or nodes with a date behind them: "A;B;2023". */
#ifndef NONET_MEASURE_DATES_H
#define NONET_MEASURE_DATES_H

#include "measure/node_set.h"

/* Two dates; "": the first and the last day on which a tie begins or ends. NONET_EUSAGE: no dates, or nothing said where no tie has one. */
nonet_code dates_pair(struct date_period out[2], const nonet *n, const char *text, const char *name, nonet_err *err);

/* One date; "": the first day on which a tie begins or ends, or with `last` the last one; where no tie has a date, any. */
nonet_code dates_one(int32_t *out, const nonet *n, const char *text, bool last, const char *name, nonet_err *err);

/* Nodes, and a date behind the last ';' where that reads as one and is not the only word. */
nonet_code dates_behind_nodes(struct node_set *set, int32_t *date, const nonet *n, const char *text, bool last, const char *name,
                              nonet_err *err);

#endif
