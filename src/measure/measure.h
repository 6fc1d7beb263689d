/* A measure: the row of the registry with its functions. The row stands at the foot of the file that implements it; the file exports its
 * row(s) as one name; list.c names the files. A new measure is one more row or one more file, and one line in list.c. */
#ifndef NONET_MEASURE_MEASURE_H
#define NONET_MEASURE_MEASURE_H

#include "base/run.h"
#include "kernel/graph.h"
#include "net/net.h"

/* What a measure's function is given. */
struct measure_ask {
  const nonet *net;
  const struct graph *simple; /* the simple network, directed as `net` is; lengths and strengths on it only when `weighted` */
  bool weighted, normalised;
  double parameter;                     /* behind the colon; NaN: none, or a text */
  const char *parameter_text;           /* as typed; "": none */
  const nonet_measure_options *options; /* never NULL */
  const struct run *run;
  struct measure_shared *shared; /* results of shared passes, kept while one nonet_measure call lasts: see pass.h */
};

/* Fill out[]: one value for each node, tie or layer, or one for the whole; it starts as NaN. */
typedef nonet_code measure_function(double *out, const struct measure_ask *ask, nonet_err *err);

/* Make the sheet of a measure that is a table of its own shape; its name is the measure's. */
typedef nonet_code measure_table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err);

struct buffer;
/* Hold a finished table against the network, for --verify; `said` gets what was checked, in words that go on from "NAME: ". */
typedef nonet_code measure_check(struct buffer *said, const nonet_sheet *sheet, const struct measure_ask *ask, nonet_err *err);

/* Where a value may be NaN; anything else that comes out as NaN, and every infinity, is an error. */
enum measure_gaps {
  MEASURE_DEFINED = 0, /* nowhere */
  MEASURE_DEFINED_RAW, /* only with --normalised, where there is nothing to divide by */
  MEASURE_GAPS         /* where info.undefined says so */
};

struct measure_row {
  nonet_measure_info info;
  enum net_weights needs;  /* of the weights, when they are used */
  bool always_weighted;    /* uses the weights without being asked */
  bool sees_all_ties;      /* not only the simple network */
  bool layer_by_layer;     /* the simple network of each layer, not of the whole */
  bool loops_left_out;     /* of one that sees all ties */
  bool reads_undirected;   /* a directed network is read as undirected */
  bool apart_from_silence; /* what a survey left open is not taken for no tie, or ties do not matter */
  bool parameter_is_text;  /* else a number */
  const char *example;     /* a parameter to show and to test with, where the measure needs one, NAME where a node is named; NULL: it needs
                            * none, or names alone */
  enum measure_gaps gaps;
  measure_function *plain;   /* through igraph, or simple and slow: the judge */
  measure_function *fast;    /* a kernel, or the faster of two ways; NULL: plain is used */
  measure_function *seconds; /* of an exact run on this machine, into *out; the same function: the same pass. NULL: not known, or short */
  measure_function *sampled; /* an estimate from options->samples, with a line in shared->sampled; NULL: it takes none */
  measure_table *table;      /* of NONET_OF_TABLE, in place of the two */
  measure_check *check;      /* of a table: see judge.h */
  bool needs_parameter;      /* it says nothing without something behind the colon */
};

/* What a measure file exports. */
struct measure_rows {
  const struct measure_row *at;
  size_t count;
};

const struct measure_row *measure_row_at(size_t i); /* NULL beyond the last */
const struct measure_row *measure_row_find(const char *name, size_t length);

/* How many values a scope has in a network. */
size_t measure_values(const nonet *n, nonet_scope scope);

#endif
