/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet: read, see, measure and question a network of networks.
 *
 *   files --read--> draft --seal--> nonet --measure--> sheet  --show--> page
 *   (bytes)        (rows, with     (never    --ask----> answer          (table, csv, json, markdown,
 *                   their origin)   changes)  --draw---> picture         dot, svg, png, pdf, html)
 *
 * Six promises:
 * 1. What can fail returns a nonet_code: 0 is success, negative an error; `nonet_err *err`, always last, may be NULL, tells why.
 * 2. Out arguments come first. `T **out` gives you a new object: you own it and free it with the _free of its type (NULL is fine).
 * 3. A `const T *` that comes back is borrowed and lives as long as its owner. Strings passed in are copied.
 * 4. A failed call leaves `*out` at NULL and its other arguments as they were.
 * 5. A nonet is sealed: nothing changes what it says, and threads may read it together. A draft, a sheet, an answer or a picture
 *    belongs to one thread at a time; measures that go through igraph run one at a time.
 * 6. Nothing here prints, exits or changes the locale, nor reads the environment but for SOURCE_DATE_EPOCH, which drawings follow.
 *
 * Text is UTF-8. Sizes: n nodes, m ties. Undefined numbers are NaN (an empty cell in CSV, null in JSON).
 */
#ifndef NONET_H
#define NONET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

#define NONET_VERSION "0.1.0"

/* The i-th library that nonet stands on, and its version (may be NULL); NULL beyond the last. */
const char *nonet_library_at(size_t i, const char **version);

/* "No such node, tie, layer ..." where an index is due. */
#define NONET_NONE UINT32_MAX

/* ---- errors ---------------------------------------------------------------------------------------------------------- */

typedef enum nonet_code {
  NONET_OK = 0,
  NONET_ENOANSWER = -1, /* no path, no match: a true "no" */
  NONET_EUSAGE = -2,    /* an unknown name, a wrong option value */
  NONET_EINPUT = -3,    /* the data are wrong; the text says where */
  NONET_EIO = -4,       /* a file cannot be read or written */
  NONET_ELIMIT = -5,    /* a limit, memory or time */
  NONET_ESTOPPED = -6,  /* run->stop said so */
  NONET_EINTERNAL = -7  /* our own fault */
} nonet_code;

/* Why a call failed, in one line of text without a final dot or newline; `text` starts with "FILE:LINE: " where there is one. */
typedef struct nonet_err {
  nonet_code code;
  uint64_t line; /* 0 where none */
  char text[1024];
} nonet_err;

/* ---- run: how long calls behave ---------------------------------------------------------------------------------------- */

/* Limits and callbacks of a long call; a zero run (or NULL) is good: all processors, seed 0, no limits. Callbacks come from the
 * calling thread. */
typedef struct nonet_run {
  unsigned threads;    /* 0: as many as the machine has; results do not depend on it */
  uint64_t seed;       /* of everything drawn by chance */
  uint64_t max_nodes;  /* 0: no limit of its own */
  uint64_t max_ties;   /* 0: no limit of its own */
  uint64_t max_memory; /* bytes of memory held by input and network; 0: no limit of its own */
  double timeout;      /* seconds from the start of a call; 0: none */
  void (*warn)(void *user, const char *text);
  void (*progress)(void *user, const char *what, double share); /* share in [0, 1], or -1 if unknown */
  bool (*stop)(void *user);                                     /* true ends the call with NONET_ESTOPPED */
  void *user;
} nonet_run;

/* ---- out: output that is whole or absent ------------------------------------------------------------------------------- */

/* Where bytes go. A regular file is written to a temporary in the same folder and takes its name on commit (fsync, rename; an
 * old file keeps its mode); a device or pipe is written through. */
typedef struct nonet_out nonet_out;

nonet_code nonet_out_file(nonet_out **out, const char *path, nonet_err *err);
nonet_code nonet_out_descriptor(nonet_out **out, int fd, const char *name, nonet_err *err); /* fd stays yours */
nonet_code nonet_out_memory(nonet_out **out, nonet_err *err);

/* Add bytes; a failure is kept and reported by commit as well, so a writer may check once. */
nonet_code nonet_out_write(nonet_out *o, const void *bytes, size_t size);
nonet_code nonet_out_text(nonet_out *o, const char *text);

/* What a memory out holds, with a NUL behind it that does not count. */
const char *nonet_out_bytes(const nonet_out *o, size_t *size);

/* Make the output appear under its name; the out stays yours to free. Free without commit discards. */
nonet_code nonet_out_commit(nonet_out *o, nonet_err *err);

/* Did it fail because nobody reads the pipe any more? */
bool nonet_out_broken_pipe(const nonet_out *o);
void nonet_out_free(nonet_out *o);

/* Remove the temporaries of every open out and end the programs that the library started: async-signal-safe, for a signal handler
 * that is about to end the program. */
void nonet_out_abandon_all(void);

/* ---- draft: rows as they were read ------------------------------------------------------------------------------------- */

typedef struct nonet_draft nonet_draft;

/* A file that rows come from, and a line in it (1 is the first; 0: none). */
typedef struct nonet_origin {
  uint32_t file; /* index that nonet_draft_file gave; NONET_NONE: no file */
  uint64_t line;
} nonet_origin;

/* One node as declared. NULL or "" is "not said". Only key is due. `layers`, `aliases`: several are separated by ';' or '|'. */
typedef struct nonet_node_row {
  const char *key, *label, *short_name, *kind, *layers, *aliases;
  const char *scope; /* ids of two scopes are never the same node; NULL: the one that all share */
  nonet_origin origin;
} nonet_node_row;

/* What the number in a tie's weight means: more is closer, more is farther, or 1 is the closest. */
typedef enum nonet_scale { NONET_STRENGTH = 0, NONET_LENGTH, NONET_RANK } nonet_scale;
typedef enum nonet_direction { NONET_AS_INPUT = 0, NONET_UNDIRECTED, NONET_DIRECTED } nonet_direction;

/* One tie as declared. `from` and `to` are due. `weight` 0 with has_weight false is "not said" and counts as 1.
 * `since`, `until`: ISO 8601, possibly partial (2000, 2000-08). `source` is the evidence. */
typedef struct nonet_tie_row {
  const char *from, *to, *kind, *layer, *since, *until, *source;
  const char *from_kind, *to_kind; /* the kind that a heading gives the ends; NULL: not said */
  const char *scope;
  double weight;
  bool has_weight;
  nonet_scale scale;
  nonet_direction direction; /* NONET_AS_INPUT: undirected unless the seal is told otherwise */
  nonet_origin origin;
} nonet_tie_row;

nonet_code nonet_draft_new(nonet_draft **out, nonet_err *err);
void nonet_draft_free(nonet_draft *d);

/* Name a file that rows will come from. */
nonet_code nonet_draft_file(uint32_t *out, nonet_draft *d, const char *path, nonet_err *err);

/* Add a row; *out (may be NULL) is its number, for attributes. O(1). */
nonet_code nonet_draft_node(uint32_t *out, nonet_draft *d, const nonet_node_row *row, nonet_err *err);
nonet_code nonet_draft_tie(uint32_t *out, nonet_draft *d, const nonet_tie_row *row, nonet_err *err);

/* A further column of a node row or a tie row; typed when sealed: number where every value is one, else text. */
nonet_code nonet_draft_node_attribute(nonet_draft *d, uint32_t row, const char *column, const char *value, nonet_err *err);
nonet_code nonet_draft_tie_attribute(nonet_draft *d, uint32_t row, const char *column, const char *value, nonet_err *err);

/* A survey: each respondent is asked about each alter, but never about itself. What it answered is a tie or a "no"; what it did not is said
 * here, for that is neither. Respondents and alters are nodes as the ends of ties are: of keys that come again each is asked again. */
typedef struct nonet_survey_row {
  const char *layer, *scope; /* of its ties; NULL: none */
  nonet_origin origin;
} nonet_survey_row;
nonet_code nonet_draft_survey(uint32_t *out, nonet_draft *d, const nonet_survey_row *row, nonet_err *err);
nonet_code nonet_draft_respondent(nonet_draft *d, uint32_t survey, const char *key, nonet_err *err);
nonet_code nonet_draft_alter(nonet_draft *d, uint32_t survey, const char *key, nonet_err *err);
/* One question that was left open. */
nonet_code nonet_draft_unanswered(nonet_draft *d, uint32_t survey, const char *respondent, const char *alter, nonet_err *err);

uint32_t nonet_draft_nodes(const nonet_draft *d);
uint32_t nonet_draft_ties(const nonet_draft *d);

/* What was assumed in reading, in plain sentences: the i-th, NULL beyond the last. */
const char *nonet_draft_assumption(const nonet_draft *d, size_t i);

/* ---- read: files into a draft ------------------------------------------------------------------------------------------ */

/* One file to read. */
typedef struct nonet_input {
  const char *path;   /* a file, a folder of tables, or "-" for standard input */
  const char *layer;  /* all its ties and nodes are of that layer, its ids its own; NULL: none */
  const char *format; /* a name from nonet_format_at; NULL: by suffix, then by content */
} nonet_input;

/* A row that is wrong and was left out: its file ("" where none) and line, why, and its text as CSV: of a table its cells, else what was
 * read of it. */
typedef struct nonet_rejected {
  const char *file;
  uint64_t line;
  const char *reason, *row;
} nonet_rejected;

typedef struct nonet_read_options {
  const char *columns;  /* "role=HEADER|#N,..."; a role may come again, the first header that a table has counts; NULL: by heading */
  const char *missing;  /* text that stands for nothing, besides the empty cell */
  const char *encoding; /* NULL: UTF-8; "windows-1252", "utf-16", "iso-8859-1" ... */
  const char *sheets;   /* XLSX: names of the sheets to read, separated by ','; NULL: all that have a heading of ours */
  bool decimal_comma;
  bool same_ids; /* ids of LAYER=FILE inputs are shared between layers */
  bool reports;  /* each row of a square matrix reports ties of its own, directed, also where the matrix is symmetric */
  /* Not NULL: a wrong row of a table of nodes, ties, lists or meetings, or of a matrix of partners and strategies, is told of here, left
   * out and warned of. NULL: it ends the reading. A square matrix and JSON are read whole or not at all. */
  void (*reject)(void *reject_user, const nonet_rejected *row);
  void *reject_user;
} nonet_read_options;

/* Read inputs into the draft in order. A failure leaves the draft as it was before the call. */
nonet_code nonet_read(nonet_draft *d, const nonet_input *inputs, size_t count, const nonet_read_options *options, const nonet_run *run,
                      nonet_err *err);

/* The formats, a registry: the i-th, NULL beyond the last. */
typedef struct nonet_format {
  const char *name, *title, *suffixes, *note; /* suffixes separated by spaces, with their dot */
  bool reads, writes;
} nonet_format;
const nonet_format *nonet_format_at(size_t i);

/* ---- seal: draft -> nonet ---------------------------------------------------------------------------------------------- */

typedef struct nonet nonet;

typedef enum nonet_repeats { NONET_SUM = 0, NONET_ONCE, NONET_MAX, NONET_MEAN } nonet_repeats;

typedef struct nonet_seal_options {
  nonet_direction direction; /* NONET_AS_INPUT: directed where one tie is */
  const char *scale;         /* "strength|length|rank" or "LAYER=length,..."; NULL: as the rows say */
  nonet_repeats repeats;     /* what the simple network makes of repeated ties */
  bool merge_nodes;          /* nodes declared twice with differences become one; what is said first stays */
  bool add_missing;          /* an end that no node table declares becomes a node */
  const char *modes;         /* "A,B": kinds that split the network; NULL: told from the data */
  const char *title;         /* NULL: from the names of the inputs */
  /* For nonet_sift: told of each row that is left out, by file and line within each round. */
  void (*reject)(void *reject_user, const nonet_rejected *row);
  void *reject_user;
} nonet_seal_options;

/* Resolve, check and build. The draft stays yours, unchanged. O(n + m) time; at most 40 bytes a tie end besides names and
 * further columns. NONET_EINPUT names both lines of a conflict. */
nonet_code nonet_seal(nonet **out, const nonet_draft *d, const nonet_seal_options *options, const nonet_run *run, nonet_err *err);
/* The same, but rows for which it would end (an end that no node table has, a node declared twice with differences, dates that contradict,
 * a tie that `modes` do not allow) are told to options->reject, taken out of the draft with all that stands on their line, and warned of.
 * As nonet_seal where reject is NULL. */
nonet_code nonet_sift(nonet **out, nonet_draft *d, const nonet_seal_options *options, const nonet_run *run, nonet_err *err);
void nonet_free(nonet *n);

/* Open a snapshot, which nonet_write and nonet_convert make as format "nonet": the file is mapped and checked, not read again; every
 * checksum and every index in it is looked at. The network is the one that was written, its files and lines included; of a view, what it
 * came from is left behind. The file must not be changed in place while it is open (replaced by renaming it may be). NONET_EINPUT: damaged,
 * cut short, of another version or byte order, or no snapshot. O(bytes) at about the speed of memory. */
nonet_code nonet_open(nonet **out, const char *path, const nonet_run *run, nonet_err *err);
/* The same for a few questions to a large file: what grows with it is not checked at once, but part by part where a question comes to it.
 * nonet_ask and nonet_connection know how, and check the rest before they need it; damage ends them with NONET_EINPUT. Before anything else
 * is done with the network, say nonet_check. O(parts), and the pages that are read. */
nonet_code nonet_open_to_ask(nonet **out, const char *path, const nonet_run *run, nonet_err *err);
/* Check what was not checked yet: then the network is like any other. */
nonet_code nonet_check(const nonet *n, const nonet_run *run, nonet_err *err);
bool nonet_is_snapshot(const char *path); /* by its first bytes */

/* ---- nonet: what it holds ---------------------------------------------------------------------------------------------- */

/* Borrowed strings are never NULL; "" is "not said". */
typedef struct nonet_node {
  const char *key, *label, *short_name, *kind; /* label is the key where none was given */
  const uint32_t *layers;                      /* indices, the main one first */
  uint32_t layer_count;
  const char *file; /* origin; "" where none */
  uint64_t line;
} nonet_node;

typedef struct nonet_tie {
  uint32_t from, to;
  const char *kind;
  uint32_t layer;          /* NONET_NONE: in none */
  double weight;           /* as given; 1 where none was */
  double strength, length; /* what measures use; by the tie's scale */
  bool directed, has_weight;
  const char *since, *until, *source;
  const char *file;
  uint64_t line;
} nonet_tie;

uint32_t nonet_nodes(const nonet *n);
uint32_t nonet_ties(const nonet *n);
uint32_t nonet_layers(const nonet *n);
uint32_t nonet_kinds(const nonet *n); /* of nodes */
const char *nonet_layer_name(const nonet *n, uint32_t layer);
const char *nonet_kind_name(const nonet *n, uint32_t kind);
bool nonet_is_directed(const nonet *n);
bool nonet_is_weighted(const nonet *n); /* a weight was given somewhere */
/* The kinds that split the network in two, where they do: true, and both kinds. */
bool nonet_two_modes(const nonet *n, uint32_t *kind_a, uint32_t *kind_b);
const char *nonet_title(const nonet *n);
const char *nonet_latest_date(const nonet *n); /* latest date in the data, "" where none */
void nonet_node_get(nonet_node *out, const nonet *n, uint32_t node);
void nonet_tie_get(nonet_tie *out, const nonet *n, uint32_t tie);

/* Who was asked and who answered. A question is one respondent asked about one other node; open: it was not answered, and makes no tie. */
typedef struct nonet_response {
  uint32_t asked, answered; /* nodes; answered: one question at least */
  uint64_t questions, open;
  bool behind; /* this is a view whose ties were made from those that were asked about: nodes and questions are not its own */
} nonet_response;
bool nonet_survey(nonet_response *out, const nonet *n); /* false: nobody was asked; then all are 0. O(n) */
/* The questions that a node was asked, and how many of them it left open; 0 and 0: none, or a view of which `behind` is true. */
void nonet_node_questions(uint64_t *asked, uint64_t *open, const nonet *n, uint32_t node);

/* Further columns. A value is "" where empty; number NaN where it is not one. */
size_t nonet_node_columns(const nonet *n);
const char *nonet_node_column(const nonet *n, size_t column, bool *is_number);
const char *nonet_node_value(const nonet *n, size_t column, uint32_t node, double *number);
size_t nonet_tie_columns(const nonet *n);
const char *nonet_tie_column(const nonet *n, size_t column, bool *is_number);
const char *nonet_tie_value(const nonet *n, size_t column, uint32_t tie, double *number);

/* The files it came from (path as given), and what was warned of: the i-th, NULL beyond the last. A kind of warning comes once,
 * with its count and first line. */
const char *nonet_source_path(const nonet *n, size_t i);
const char *nonet_warning(const nonet *n, size_t i);
const char *nonet_assumption(const nonet *n, size_t i);

/* The node, layer or kind of a name: key, then a unique label, alias or short name, without case, accents and repeated spaces. Else
 * NONET_EUSAGE and the nearest names in the text. O(length). */
nonet_code nonet_find_node(uint32_t *out, const nonet *n, const char *name, nonet_err *err);
nonet_code nonet_find_layer(uint32_t *out, const nonet *n, const char *name, nonet_err *err);
nonet_code nonet_find_kind(uint32_t *out, const nonet *n, const char *name, nonet_err *err);

/* ---- views: another nonet ---------------------------------------------------------------------------------------------- */

/* Views, by their text: layers | layer:NAME | kind:NAME | where:COLUMN=VALUE | giant |
 * project:KIND[/THROUGH/...][:count|newman|jaccard|overlap|resource-allocation|hyperbolic] | at:DATE | without:NAME | around:NAME[:STEPS] |
 * confirm:either|both.
 * The view is yours and keeps what it needs of `n`: it may outlive it. */
nonet_code nonet_view(nonet **out, const nonet *n, const char *view, const nonet_run *run, nonet_err *err);

/* The ties of the network it was made from that a view's tie came from (ascending); for a nonet that is no view the tie itself is
 * meant and the count is 0. Through several views the ties are those of the first network. */
const uint32_t *nonet_tie_parents(const nonet *n, uint32_t tie, size_t *count);

/* The views as a registry of forms, for help. */
typedef struct nonet_view_form {
  const char *form, *summary;
} nonet_view_form;
const nonet_view_form *nonet_view_at(size_t i);

/* ---- edits: what a network would be -------------------------------------------------------------------------------------- */

/* One change. Names are found as nonet_find_node and nonet_find_layer find them, among what earlier edits of the list left and added.
 * What is not said is NULL. */
typedef enum nonet_edit_kind {
  NONET_REMOVE_NODE = 0, /* a leaves, with its ties */
  NONET_ADD_NODE,        /* a is the key of a new node; `what`: its kind; `layer`: a layer that it is in */
  NONET_REMOVE_TIES,     /* every tie between a and b, either way; `layer`, `what`: only those of that layer, of that kind */
  NONET_ADD_TIE,         /* from a to b; `layer`; `what`: its kind; weight; direction; `source`: its evidence */
  NONET_REMOVE_LAYER,    /* `layer`: its ties go, and nodes are in it no more; nodes stay */
  NONET_ADD_LAYER,       /* `layer` is the name of a new one; one that nothing is of in the end is left out */
  NONET_ADD_MEMBER,      /* a is in `layer` */
  NONET_REMOVE_MEMBER,   /* a is in `layer` no more, and its ties of that layer go */
  NONET_MERGE_NODES,     /* b becomes a: a keeps what is said of it and has the ties, layers and names of both; ties between them go */
  NONET_SET_NODE         /* a stays, and `label`, `short_name` and `said` are what is said of it; what is not said stays */
} nonet_edit_kind;

/* A value in a further column, which is made where there is none; "": nothing stands there any more. */
typedef struct nonet_said {
  const char *column, *value;
} nonet_said;

typedef struct nonet_edit {
  nonet_edit_kind kind;
  const char *a, *b, *layer, *what, *source;
  double weight; /* of a new tie, in the scale that ties of its layer have */
  bool has_weight;
  nonet_direction direction;      /* of a new tie; NONET_AS_INPUT: as the network is */
  const char *label, *short_name; /* of a new node, or one that is set */
  const char *since, *until;      /* of a new tie: dates */
  const nonet_said *said;         /* of these nodes and new ties: further columns */
  size_t said_count;
} nonet_edit;

/* The network as it would be: another nonet, yours, that may outlive `n`. Ties that stay keep their parents, evidence and order; new nodes
 * and ties come behind them, in the order of the edits, and a new tie has no parent. NONET_EUSAGE: a name that is not there, a node or
 * layer that is there already, a pair without such a tie. O(n + m) for the whole, and for each edit at most that. */
nonet_code nonet_edited(nonet **out, const nonet *n, const nonet_edit *edits, size_t count, const nonet_run *run, nonet_err *err);

/* ---- chance: the same network as chance would make it ---------------------------------------------------------------------- */

/* What chance keeps of a network, a registry: the i-th, NULL beyond the last. */
typedef struct nonet_null {
  const char *name, *summary;
} nonet_null;
const nonet_null *nonet_null_at(size_t i);

/* The network with its ties dealt anew, each layer by itself: another nonet, yours, that may outlive `n`. `null`: a name of nonet_null_at;
 * NULL: "degrees". Nodes, kinds, layers, the two modes and the number of ties stay; ties of a layer between the same two move together,
 * with all that is said of them; loops stay, and pairs that a layer ties both with a direction and without. All networks that keep what is
 * kept are equally likely (degrees: nearly so, after 100 exchanges tried for each tie). `number` says which draw: it depends on that and
 * run->seed alone, not on the order of rows. NONET_EUSAGE: no such null. O((n + m) log) */
nonet_code nonet_drawn(nonet **out, const nonet *n, const char *null, uint64_t number, const nonet_run *run, nonet_err *err);

/* ---- anonymise: the same network without names ---------------------------------------------------------------------------- */

/* A network in which nodes have pseudonyms ("Charity 3": kind and number) for keys, in their order. Kept: kinds, layers, kinds of ties,
 * dates, weights, directions, who was asked. Gone: all other names, evidence, further columns, files and lines, the title, the parents of a
 * view's ties; warnings and assumptions are counted. The key file (CSV: key, name, label) says who is who: made, readable by its owner
 * alone, where it is missing, and extended, whole or not at all, where nodes are new; a number is never given twice, and which of several
 * new nodes gets which follows neither their names nor their order. Who knows a small network may still know it by its shape. NONET_EINPUT:
 * the file is no key file. O((n + m) log) */
nonet_code nonet_anonymised(nonet **out, const nonet *n, const char *key_file, nonet_err *err);

/* ---- sheet: a table of results ----------------------------------------------------------------------------------------- */

typedef struct nonet_sheet nonet_sheet;

/* What a row is about. Key columns by kind:
 * node: node · tie: tie, from, to · layer: layer · node-layer: node, layer · date: date · set: set, member ·
 * path: path, step, tie · pair: from, to · tree: id, parent · step: step, node · whole: measure ·
 * date-node: date, node · date-tie: date, tie, from, to · date-layer: date, layer */
typedef enum nonet_keys {
  NONET_BY_NODE = 0,
  NONET_BY_TIE,
  NONET_BY_LAYER,
  NONET_BY_NODE_LAYER,
  NONET_BY_DATE,
  NONET_BY_SET,
  NONET_BY_PATH,
  NONET_BY_PAIR,
  NONET_BY_TREE,
  NONET_BY_STEP,
  NONET_BY_MEASURE,
  NONET_BY_DATE_NODE,
  NONET_BY_DATE_TIE,
  NONET_BY_DATE_LAYER
} nonet_keys;

const char *nonet_sheet_name(const nonet_sheet *s);  /* short, kebab-case: "nodes", "paths" */
const char *nonet_sheet_title(const nonet_sheet *s); /* for people */
nonet_keys nonet_sheet_keys(const nonet_sheet *s);
size_t nonet_sheet_rows(const nonet_sheet *s);
size_t nonet_sheet_columns(const nonet_sheet *s); /* key columns first */
size_t nonet_sheet_key_columns(const nonet_sheet *s);
const char *nonet_sheet_column(const nonet_sheet *s, size_t column, bool *is_number);
double nonet_sheet_number(const nonet_sheet *s, size_t row, size_t column);    /* NaN: undefined, or a text column */
const char *nonet_sheet_text(const nonet_sheet *s, size_t row, size_t column); /* "" in a number column */
/* Lines that belong under the table: conventions, warnings; NULL beyond the last. */
const char *nonet_sheet_note(const nonet_sheet *s, size_t i);
/* Sort rows by a column, numbers descending with undefined last, texts ascending; stable. NONET_EUSAGE for an unknown column. */
nonet_code nonet_sheet_sort(nonet_sheet *s, const char *column, nonet_err *err);
void nonet_sheet_free(nonet_sheet *s);

/* ---- measures: a registry ---------------------------------------------------------------------------------------------- */

/* What a measure gives a value to. NONET_OF_TABLE: it is a table of its own shape (pairs, sets, a tree, roles). */
typedef enum nonet_scope { NONET_OF_NODES = 0, NONET_OF_TIES, NONET_OF_LAYERS, NONET_OF_WHOLE, NONET_OF_TABLE } nonet_scope;

/* A row of the registry. All texts are one line; formula, convention and undefined in words and plain signs. */
typedef struct nonet_measure_info {
  const char *name; /* what one types, kebab-case; a parameter follows a colon ("reach:2") */
  const char *title;
  const char *summary; /* one sentence: what it tells about a partnership */
  nonet_scope scope;
  double low, high; /* range of raw values; INFINITY: none */
  const char *formula;
  const char *convention; /* which of the conventions in the wild, weights, direction */
  const char *undefined;  /* what it returns for an isolate, a disconnected pair, an empty layer, a single node */
  const char *source;     /* author, year, title, DOI */
  const char *cost;       /* "O(nm)" */
  const char *normalised; /* what --normalised divides by; NULL: it has no effect */
  const char *parameter;  /* what stands behind the colon: "K, steps"; NULL: none */
  bool takes_weights;     /* --weighted means something */
  bool needs_two_modes;   /* NONET_EUSAGE where nonet_two_modes is false */
} nonet_measure_info;

const nonet_measure_info *nonet_measure_at(size_t i);           /* NULL beyond the last; in the order of the list */
const nonet_measure_info *nonet_measure_find(const char *name); /* NULL if unknown; a parameter is ignored */
/* What stands behind the colon of a measure that works on most networks: "2", or words to put names for ("NAME;NAME"); NULL: nothing needs
 * to. */
const char *nonet_measure_example(const nonet_measure_info *m);
/* The names nearest to a wrong one, in err. Always returns NONET_EUSAGE. */
nonet_code nonet_measure_unknown(const char *name, nonet_err *err);

/* Sets of measures for a kind of network: the i-th, NULL beyond the last. "all" is every measure that no node has to be named for. */
typedef struct nonet_profile {
  const char *name, *summary;
} nonet_profile;
const nonet_profile *nonet_profile_at(size_t i);
/* The profile that fits what a network is. O(n) */
const char *nonet_profile_for(const nonet *n);
/* Whether a profile asks for a measure on this network. *why (may be NULL; else NULL or a text that stays): it would, but it is left out
 * here, for a reason that stands behind "left out: A, B: ". */
bool nonet_profile_has(const char *profile, const nonet *n, const nonet_measure_info *m, const char **why);

/* Where a node has a replica, for the measures of several layers at once. */
typedef enum nonet_replicas {
  NONET_REPLICAS_ALL = 0, /* in every layer: node-aligned */
  NONET_REPLICAS_MEMBERS  /* in the layers where it is declared or tied */
} nonet_replicas;

typedef struct nonet_measure_options {
  bool weighted, normalised;
  bool verify; /* compute again by a second method where there is one; a note says which, or what was checked instead */
  bool cite;   /* the references of what was used as notes */
  /* Not NULL: a measure that is not for this network (NONET_EUSAGE; NONET_EINPUT: its weights; NONET_ELIMIT with time left) is told of here
   * and has no column. All of them: the call fails, as the last one did. */
  void (*left_out)(void *left_out_user, const char *name, const char *why);
  void *left_out_user;
  /* Estimates of betweenness, closeness and harmonic, steps alone; a note says epsilon, delta, samples and seed. "auto": as many samples as
   * it takes for all values together to be within epsilon (of all pairs; of closeness, undirected, the mean distance, of the diameter) but
   * with a probability of delta; "vc": Riondato and Kornaropoulos's number, of betweenness; else a count, and the note says its epsilon.
   * NULL: exact. NONET_EUSAGE: a measure that takes none. */
  const char *samples;
  double epsilon, delta; /* 0: 0.01 and 0.1 */
  nonet_replicas replicas;
  /* Above 0: beside each value of nodes, layers or the whole what it is in so many networks of nonet_drawn, in columns of their own: mean,
   * sd (sample), z, percentile, p-high and p-low ((1 + draws with a value as great, as small)/(1 + draws)), p-error (standard error of the
   * lesser p), draws (those where it is defined). Ties and tables: NONET_EUSAGE. */
  uint32_t chance;
  const char *null; /* what these draws keep, a name of nonet_null_at; NULL: "degrees" */
  /* Above 0, of the whole alone: so many networks of as many nodes drawn from this one's with replacement: bootstrap-mean, bootstrap-se,
   * bootstrap-low and bootstrap-high (of nineteen in twenty), bootstrap-draws. */
  uint32_t bootstrap;
  bool jackknife; /* of the whole alone: each node left out in turn: jackknife-mean, jackknife-se */
} nonet_measure_options;

/* Compute measures of one scope, named "a,b,c", into one sheet with a column for each, in the order asked; a measure that is a table comes
 * alone. Measures that share a pass run it once. NONET_EUSAGE: unknown name, or scopes mixed. NONET_EINPUT: weights that a measure cannot
 * take, naming the tie. */
nonet_code nonet_measure(nonet_sheet **out, const nonet *n, const char *names, const nonet_measure_options *options, const nonet_run *run,
                         nonet_err *err);

/* About how many seconds the same call would take for its exact values on this machine, from a small part of the work: another number each
 * time. 0: a blink, or not known (only betweenness and the measures of all distances are). O(m + n log n). */
nonet_code nonet_measure_seconds(double *out, const nonet *n, const char *names, const nonet_measure_options *options, const nonet_run *run,
                                 nonet_err *err);

/* ---- ask: questions ---------------------------------------------------------------------------------------------------- */

typedef struct nonet_answer nonet_answer;

const char *nonet_answer_verdict(const nonet_answer *a);            /* "yes", "no", or how much */
const char *nonet_answer_sentence(const nonet_answer *a, size_t i); /* NULL beyond the last */
const nonet_sheet *nonet_answer_sheet(const nonet_answer *a, size_t i);
/* What to mark in a picture: a node (tie NONET_NONE) or a tie, and its role; false beyond the last. */
bool nonet_answer_highlight(const nonet_answer *a, size_t i, uint32_t *node, uint32_t *tie, const char **role);
/* The network that the marks are of; NULL: the one that was asked. */
const nonet *nonet_answer_network(const nonet_answer *a);
void nonet_answer_free(nonet_answer *a);

/* Write an answer: table and markdown give its sentences, then its sheets; json one object {verdict, sentences, sheets}; csv its first
 * sheet alone. */
struct nonet_show_options;
nonet_code nonet_answer_write(nonet_out *o, const nonet_answer *a, const struct nonet_show_options *options, nonet_err *err);

/* What is in a network and how it was understood: sentences (shape, direction, weights, dates, components, what was assumed, warnings)
 * and the sheets "counts", "first-ties", "kinds", "tie-kinds", "layers"; of a survey also "open-questions". O(n + m). */
nonet_code nonet_info(nonet_answer **out, const nonet *n, const nonet_run *run, nonet_err *err);

typedef struct nonet_paths_options {
  const char *from, *to;
  const char *const *avoid; /* names of nodes or layers ("node:NAME", "layer:NAME" where a name is both), NULL-terminated, or NULL */
  const char *via;          /* only ties of this layer; NULL: all */
  uint32_t within;          /* at most so many steps; 0: any */
  uint64_t at_most;         /* so many paths are listed; 0: all of them */
  bool weighted;            /* least sum of lengths instead of fewest steps */
} nonet_paths_options;

/* All shortest paths, each tie with its kind, layer and source. NONET_ENOANSWER with a sentence where there is none (the answer is
 * then NULL). Filters apply inside the search. O(n + m + what is listed). */
nonet_code nonet_paths(nonet_answer **out, const nonet *n, const nonet_paths_options *options, const nonet_run *run, nonet_err *err);

/* Shortest paths one after another, for programs that ask many: nodes by their numbers, no sentences. What a search needs is made once,
 * O(n + m) and 20 bytes a node; the network has to outlive it, and each thread needs its own. */
typedef struct nonet_pathfinder nonet_pathfinder;
nonet_code nonet_pathfinder_new(nonet_pathfinder **out, const nonet *n, nonet_err *err);
/* A path of fewest steps along the arcs: *steps + 1 nodes in *path, borrowed until the next search. The same each time for the same ends.
 * NONET_ENOANSWER: there is none. Searched from both ends at once [I. Pohl 1971, Bi-directional search, Machine Intelligence 6]. */
nonet_code nonet_pathfinder_find(const uint32_t **path, uint32_t *steps, nonet_pathfinder *p, uint32_t from, uint32_t to, nonet_err *err);
void nonet_pathfinder_free(nonet_pathfinder *p);

typedef struct nonet_in_time_options {
  const char *from, *to;
  const char *const *avoid; /* as in nonet_paths_options, and so is via */
  const char *via;
  const char *leaving; /* a date, on whose first day or later the first tie is crossed; NULL: the first on which a tie begins or ends */
} nonet_in_time_options;

/* A path that respects dates and arrives as early as any: each tie is crossed on a day on which it holds, none before the one before it.
 * To cross takes no time, and one may wait anywhere; a tie without dates holds always. Of several one of fewest steps. Sheet: "paths"
 * (path, with the day of each step). NONET_ENOANSWER with a sentence where there is none. O((n + m) steps + m log n) */
nonet_code nonet_path_in_time(nonet_answer **out, const nonet *n, const nonet_in_time_options *options, const nonet_run *run,
                              nonet_err *err);

/* How two sides are connected, and by which conditions. */
typedef struct nonet_connection_options {
  const char *from, *to;    /* each a node, a layer or a kind; "node:NAME", "layer:NAME", "kind:NAME" where a name is several of them,
                             * "NAME (LAYER)" where several nodes are called so */
  const char *const *avoid; /* nodes that may not stand between, layers whose ties may not be used; NULL-terminated, or NULL */
  const char *via;          /* only ties of this layer; NULL: all. So with the next three */
  const char *tie_kind;     /* only ties of this kind */
  const char *since;        /* only ties that hold at this date or later */
  const char *before;       /* only ties that held before this date; a tie without dates holds throughout */
  const char *through;      /* only nodes of this kind may stand between; NULL: any */
  uint32_t within;          /* at most so many steps; 0: any */
  uint64_t at_most;         /* so many shortest paths are listed; 0: all. The answer says when there are more */
  bool brief;               /* whether, and how far; no routes */
} nonet_connection_options;

/* Who connects two sides: the shortest paths, the strongest one (least sum of 1 / strength), as many routes as there are that share nobody
 * (Menger), the smallest set whose loss would part the sides, and the evidence of every tie. Of a layer or kind, every member counts as its
 * side. Conditions apply inside the search. Sheets: "paths", "strongest", "routes", "cut" (nodes), "direct" (ties between the two).
 * NONET_ENOANSWER with a sentence where there is no way: what stands in it, or the nearest pair. O(n + m) searches, O(m n^1/2) routes. */
nonet_code nonet_connection(nonet_answer **out, const nonet *n, const nonet_connection_options *options, const nonet_run *run,
                            nonet_err *err);
/* Who could introduce one node to another: contacts of both, else the first step of each shortest way. Direction is left out of account.
 * The same options, without `through` and `brief`. Sheets: "introducers" (node), "ties". NONET_ENOANSWER: there is no way. */
nonet_code nonet_introduction(nonet_answer **out, const nonet *n, const nonet_connection_options *options, const nonet_run *run,
                              nonet_err *err);

/* What is asked about the work of a node: whom it works with (ties, and strategies in common), what it works on (strategies, projects,
 * events ... by the kinds of nodes), or who works on it. */
typedef enum nonet_work_asked { NONET_WORKS_WITH = 0, NONET_WORKS_ON, NONET_WORKERS } nonet_work_asked;

/* Sheets: "with", "on" or "workers" (node), and "ties". `name` is a node; for NONET_WORKERS a layer too. NONET_ENOANSWER: nobody, nothing.
 */
nonet_code nonet_work(nonet_answer **out, const nonet *n, const char *name, nonet_work_asked asked, const nonet_run *run, nonet_err *err);

/* What two or more nodes share: contacts, strategies, layers, and the ties among them. `names` is NULL-terminated. Sheets: "shared" (node),
 * "ties". NONET_ENOANSWER: nothing. */
nonet_code nonet_shared(nonet_answer **out, const nonet *n, const char *const *names, const nonet_run *run, nonet_err *err);

/* Who is in all of some layers and kinds (NULL-terminated); with `only`, in no further layer. Sheet: "members" (node; ties: those in the
 * layers asked about). NONET_ENOANSWER: nobody. */
nonet_code nonet_members(nonet_answer **out, const nonet *n, const char *const *groups, bool only, const nonet_run *run, nonet_err *err);

/* Who bridges two layers or kinds: those in both; ties between members of one and of the other; others tied to both. Sheets: "bridges"
 * (node), "ties". NONET_ENOANSWER: nobody; with those called alike in both. */
nonet_code nonet_bridging(nonet_answer **out, const nonet *n, const char *one, const char *other, const nonet_run *run, nonet_err *err);
/* The smallest set of nodes, members too, without which no way leads from one layer or kind to the other. Sheets: "cut" (node), "routes".
 */
nonet_code nonet_holding(nonet_answer **out, const nonet *n, const char *one, const char *other, const nonet_run *run, nonet_err *err);

/* What rests on a node: contacts, layers, strategies without another partner, who would lose contact, ranks; and what follows from how the
 * data were collected. Sheets: "importance" (measure), "would-lose-contact" (node), "ties". O(nm) */
nonet_code nonet_importance(nonet_answer **out, const nonet *n, const char *node, const nonet_run *run, nonet_err *err);

typedef struct nonet_central_options {
  const char *in;      /* a layer (its ties alone are looked at) or a kind (its nodes are listed); NULL: all */
  const char *measure; /* of nodes, by name; NULL: betweenness */
  size_t top;          /* so many are named, and all that rank equal with the last of them; 0: 5 */
} nonet_central_options;

/* Who is most central, equal ranks as equal. Sheet: "central" (node). NONET_ENOANSWER: no node has a value above 0. */
nonet_code nonet_central(nonet_answer **out, const nonet *n, const nonet_central_options *options, const nonet_run *run, nonet_err *err);

/* Key players (Borgatti 2006): `size` nodes (0: 3) whose loss would part most pairs of the others, and those nearest to all, each with what
 * is proved of the choice. Sheet: "key-players" (set: loss, nearness). */
nonet_code nonet_key_players(nonet_answer **out, const nonet *n, uint32_t size, const nonet_run *run, nonet_err *err);

/* Questions in words. */
typedef struct nonet_ask_options {
  uint64_t at_most; /* paths listed; 0: all */
  size_t top;       /* rows of a ranking; 0: as the call behind the question has it */
} nonet_ask_options;

/* Read a question and answer it. Names need no quotes where only one reading of the question has them all known; case and accents are
 * forgiven. NONET_EUSAGE: it cannot be read (the nearest forms), a name is unknown (the nearest names), or two readings are possible (both,
 * with quotes). Else as the call behind the form. */
nonet_code nonet_ask(nonet_answer **out, const nonet *n, const char *question, const nonet_ask_options *options, const nonet_run *run,
                     nonet_err *err);

/* The forms of questions, a registry: the i-th, NULL beyond the last; then the conditions that may follow some of them. */
typedef struct nonet_question {
  const char *form, *meaning;
  const char *example; /* about graphs/birmingham-2000; "" for a condition */
  const char *call;    /* the function behind it; for a condition the field of its options */
} nonet_question;
const nonet_question *nonet_question_at(size_t i);

/* What may be typed next: texts that `typed` can be gone on with at its last word (words of forms, names of nodes, layers and kinds), one
 * call for each, until told to stop by false. O(names) */
nonet_code nonet_ask_complete(const nonet *n, const char *typed, bool (*offer)(void *user, const char *text), void *user, nonet_err *err);

typedef struct nonet_what_if_options {
  bool weighted;       /* distances by length */
  const char *through; /* a view to compare the two networks through: made of each of them ("project:partner"); NULL: as they are */
  uint64_t at_most;    /* so many pairs that lose (or gain) contact are listed; 0: 100000. The answer says when there are more */
} nonet_what_if_options;

/* What would change: who would lose contact with whom, which strategies would be left without a partner or with one, which ties would be
 * lost with their evidence, and the measures before and after. Contact is a chain of ties, whichever way they point. Sheets: "change"
 * (measure: before, after, change), "groups" (those that would part or come together, each with its members), "pairs" (who would lose or
 * gain contact with whom), "strategies", "ties-lost", "ties-gained". Where edits add something, the marks are of n with the additions alone
 * (nonet_answer_network), else of n. O(nm), and O(n + m) where distances would take too long, which a note says. */
nonet_code nonet_what_if(nonet_answer **out, const nonet *n, const nonet_edit *edits, size_t count, const nonet_what_if_options *options,
                         const nonet_run *run, nonet_err *err);

/* The network now and as it would be, side by side: every node in the same place in both, what goes dashed, and who would lose contact with
 * the largest group of its part as cut off. `highlight` and `colour_by` are not looked at. */
struct nonet_picture;
struct nonet_draw_options;
nonet_code nonet_what_if_draw(struct nonet_picture **out, const nonet *n, const nonet_edit *edits, size_t count,
                              const struct nonet_draw_options *options, const nonet_run *run, nonet_err *err);

/* Orders in which nodes leave one after the other; ties of rank are broken by key. Adaptive: counted again after each departure. */
typedef enum nonet_removal {
  NONET_BY_CHANCE = 0,
  NONET_BY_DEGREE,
  NONET_BY_BETWEENNESS,
  NONET_BY_DEGREE_ADAPTIVE,
  NONET_BY_BETWEENNESS_ADAPTIVE
} nonet_removal;

/* How a network falls apart as its nodes leave: R (the mean share of the giant component over all departures, 0 to 1/2) and the sheet
 * "curve" (step, node: who leaves; giant, share). Simple network, direction left out of account. O(m + n log n); by betweenness O(nm),
 * adaptive O(n^2 m). */
nonet_code nonet_curve(nonet_answer **out, const nonet *n, nonet_removal order, const nonet_run *run, nonet_err *err);

typedef struct nonet_cascade_options {
  const char *const *nodes; /* who fails, NULL-terminated; NULL: nobody */
  uint32_t until;           /* highlights show the state after so many steps; 0: at the end */
} nonet_cascade_options;

/* Layers that depend on each other: who hangs together in every layer at once, and step by step who would fall away because somebody
 * fails. Sheets: "cascade" (step, node: cause, layer), "state" (the same nodes by group at the end), and when nobody fails "single" (node:
 * how many would be left if it did). NONET_EUSAGE: fewer than two layers. */
nonet_code nonet_cascade(nonet_answer **out, const nonet *n, const nonet_cascade_options *options, const nonet_run *run, nonet_err *err);

/* The steps side by side in one picture: a panel before, then one for each step, every node in the same place in each. `options->until` is
 * not looked at. NONET_EUSAGE: nobody fails. NONET_ELIMIT: more than 23 steps. */
nonet_code nonet_cascade_draw(struct nonet_picture **out, const nonet *n, const nonet_cascade_options *options,
                              const struct nonet_draw_options *drawn, const nonet_run *run, nonet_err *err);

/* Two states of a network. */
typedef struct nonet_changes_options {
  bool weighted;      /* distances by length, betweenness and joint working by weight */
  const char *before; /* what the first state is called: a date, a file; NULL: "before" */
  const char *after;  /* NULL: "after" */
} nonet_changes_options;

/* What changed from one network to another. Nodes are the same by their keys, ties by ends, kind, layer and direction (repeated ties by
 * their count), and a tie that stays may have become stronger or weaker. Verdict: "nothing changed", or what did. Sheets, each with what
 * changed alone: "change" (measure: before, after, change; only of these all measures), "nodes", "memberships" (node, layer), "ties" (of
 * the network that the marks are of), "joint-working" (measure: the index before and after and the four parts that its change is the sum
 * of), "joint-pairs". The marks are of both networks together (nonet_answer_network), nodes and ties in an order of their own, so that its
 * picture is the same whichever way round they are compared: roles "came", "went", "stayed", "stronger", "weaker". NONET_EUSAGE: the two
 * cannot be compared (one is directed and the other is not, or weights mean different things). O(nm) */
nonet_code nonet_changes(nonet_answer **out, const nonet *before, const nonet *after, const nonet_changes_options *options,
                         const nonet_run *run, nonet_err *err);

/* The same as edits, in an order in which nonet_edited makes `after` of `before`: nodes with kinds, layers, labels, short names and further
 * columns, ties with ends, kind, layer, weight, direction, dates, evidence and further columns; not aliases, files and lines. *edits is
 * yours to free with nonet_edits_free; its texts are borrowed from both networks. */
nonet_code nonet_changes_edits(nonet_edit **edits, size_t *count, const nonet *before, const nonet *after, nonet_err *err);
void nonet_edits_free(nonet_edit *edits);

/* One state of several, in their order: what it is called (a date, a file) and the network then. */
typedef struct nonet_snapshot {
  const char *name;
  const nonet *net;
} nonet_snapshot;

/* How a network went from state to state: what came and went from each to the next, measures of each, joint working and its four parts.
 * Sheet: "series" (date). Names in the options are not looked at. NONET_EUSAGE: fewer than two states, or two that cannot be compared.
 * O(nm) for each. */
nonet_code nonet_series(nonet_answer **out, const nonet_snapshot *snapshots, size_t count, const nonet_changes_options *options,
                        const nonet_run *run, nonet_err *err);
/* The states side by side in one picture: a panel for each, every node in the same place in each, with what is new since the one before,
 * and dashed what that one had. NONET_ELIMIT: more than 24. `highlight` and `colour_by` are not looked at. */
struct nonet_picture;
struct nonet_draw_options;
nonet_code nonet_series_draw(struct nonet_picture **out, const nonet_snapshot *snapshots, size_t count,
                             const struct nonet_draw_options *options, const nonet_run *run, nonet_err *err);
/* A line chart of joint working in an answer of nonet_series, and under it bars of the four parts of its change; `n` is what title and
 * footer are of, the last state or the whole. NONET_ELIMIT: more than 60 states. NONET_ENOANSWER: joint working is not defined in any. */
nonet_code nonet_series_chart(struct nonet_picture **out, const nonet *n, const nonet_answer *series,
                              const struct nonet_draw_options *options, nonet_err *err);
/* The i-th year ("2024"), quarter ("2024-Q2") or month ("2024-05") from the first to the last date of ties, for the view at:DATE; `unit`:
 * "years", "quarters" or "months". False beyond the last, and where no tie has a date. O(m) */
#define NONET_PERIOD_ROOM 16
bool nonet_period_at(char out[NONET_PERIOD_ROOM], const nonet *n, const char *unit, size_t i);

/* Where the states of a series come from: one network at dates, or several networks. */
typedef struct nonet_times {
  const nonet *net; /* NULL: the snapshots */
  const char *over; /* "years" (NULL too), "quarters", "months": all from the first date of ties to the last; or dates: "2023,2024-06" */
  const nonet_snapshot *snapshots;
  size_t count;
} nonet_times;

/* Measures of one scope of each state, in order: one sheet, the rows of each state one after the other. Of the whole network "series"
 * (date), of nodes "series-nodes" (date-node), of ties "series-ties" (date-tie; the number is that of `net`, else of the snapshot), of
 * layers "series-layers" (date-layer). A tie is in each state that its dates overlap, ends included; nodes are in all. A measure that is
 * not for some state has no value there, which a note says; left out, or the failure of the call, is one that is for none. What has the
 * ties of the state before is not measured again. NONET_EUSAGE: no tie has a date, a measure that is a table. */
nonet_code nonet_measure_over(nonet_sheet **out, const nonet_times *times, const char *names, const nonet_measure_options *options,
                              const nonet_run *run, nonet_err *err);

/* What a gap is judged by: how much the goal would gain if it were closed. */
typedef struct nonet_goal {
  const char *name, *summary;
} nonet_goal;
const nonet_goal *nonet_goal_at(size_t i); /* NULL beyond the last */

typedef struct nonet_gaps_options {
  const char *goal;             /* a name of nonet_goal_at; NULL: "closeness" with `between`, else "efficiency" */
  const char *suggest;          /* "ties" (between partners), "memberships" (partner to strategy), "both", "strategies" (new ones that bring
                                 * partners together); NULL: both as far as the network has them, in two modes memberships */
  const char *between;          /* "L,M": two layers or kinds. Goals closeness and coverage: they should come closer, by whatever ties; all
                                 * others: only ties between them */
  const char *of;               /* only ties of this node; coverage is then what it reaches */
  const char *const *not_asked; /* names of those who may not be asked, NULL-terminated, or NULL */
  const char *cost;             /* a number for each tie, or a column of nodes: a tie costs what both its ends cost; NULL: none */
  const char *candidates;       /* "all", or a number: gaps among so many nodes of most ties alone; NULL: all where that takes seconds */
  uint32_t budget;              /* so many ties together; 0: each gap by itself. For strategies: so many partners each, 0: 3 */
  uint32_t within;              /* steps of coverage; 0: 2 */
  size_t top;                   /* rows; 0: 10. Gaps that do as well as the last are counted */
  bool reasons_in_rows;         /* reasons as a column of the sheet instead of as sentences */
} nonet_gaps_options;

/* Where the gaps are: missing ties and memberships, or new strategies, ranked by the exact gain of the goal, each with its reason, and
 * beside it how likely such a tie is by who is shared (Adamic-Adar, resource allocation, Jaccard). The network is read as simple and
 * unweighted. Directed: ways follow the ties and a gap is a tie from the first to the second (a membership: from the partner), components
 * are strong ones, coverage of one is whom it reaches; pairs are counted there and back. Bridges, cut points, new strategies and networks
 * of two modes are read without direction. Gains are exact in networks of any size; where the distances of all pairs are too many to be
 * kept, they are searched for a few gaps, and a sentence says which. With a budget the ties are chosen together, and a sentence says what
 * is proved of the choice. Sheets: "gaps" (pair), with a budget "plan" (pair, in the order of choice), "strategies" (set), for the goal
 * bridges also "bridge-closing" (the fewest ties that leave no bridge). Highlights are numbered as if the ties (or strategies and their
 * ties) of the first sheet were added by nonet_edited in its order. NONET_ENOANSWER: nothing is missing. */
nonet_code nonet_gaps(nonet_answer **out, const nonet *n, const nonet_gaps_options *options, const nonet_run *run, nonet_err *err);

/* A learning ledger: planned changes, each with the gain that was predicted, to be compared with what came. A file of plain text. It
 * belongs to one thread at a time. */
typedef struct nonet_ledger nonet_ledger;
nonet_code nonet_ledger_new(nonet_ledger **out, nonet_err *err);
/* NONET_EINPUT names the line that is wrong. */
nonet_code nonet_ledger_read(nonet_ledger **out, const char *path, const nonet_run *run, nonet_err *err);
/* What was read, to the byte, and behind it the plans that were added. */
nonet_code nonet_ledger_write(nonet_out *o, const nonet_ledger *l);
size_t nonet_ledger_plans(const nonet_ledger *l);
void nonet_ledger_free(nonet_ledger *l);

typedef struct nonet_plan_options {
  const nonet_edit *edits; /* made together: NONET_ADD_TIE, NONET_REMOVE_NODE, NONET_REMOVE_TIES */
  size_t count;
  const char *goal, *between, *of; /* as in nonet_gaps_options */
  uint32_t within;
  const char *date; /* of the plan; NULL: none */
} nonet_plan_options;

/* Add a plan to a ledger, with what the goal is at and what it would be at. Sheet: "plan" (measure: the goal). A failure leaves the ledger
 * as it was. NONET_EUSAGE: no change, one that cannot be planned, or as nonet_edited and nonet_gaps. */
nonet_code nonet_plan(nonet_answer **out, nonet_ledger *l, const nonet *n, const nonet_plan_options *options, const nonet_run *run,
                      nonet_err *err);

/* What was planned beside what came, in the network as it is now: was it carried out, predicted gain, realised gain, and how much of it
 * came from the plan (the goal now, less what it would be now without what was carried out) and how much from elsewhere. Where nothing else
 * changed, what came from the plan is what was predicted. Sheet: "review" (set: number of the plan; member: its changes).
 * NONET_ENOANSWER: no plan. */
nonet_code nonet_review(nonet_answer **out, const nonet_ledger *l, const nonet *n, const nonet_run *run, nonet_err *err);

/* ---- show: sheets as pages --------------------------------------------------------------------------------------------- */

typedef struct nonet_show_options {
  const char *as; /* "table" (default), "csv", "json", "markdown" */
  unsigned width; /* of the terminal, for table; 0: 80 */
  size_t top;     /* rows shown; 0: all */
  bool ascii;     /* no characters beyond ASCII in rules and marks */
  bool words;     /* of an answer, as table or markdown: its sentences alone */
} nonet_show_options;

/* Write sheets. CSV takes one sheet; JSON and the others any number. */
nonet_code nonet_show(nonet_out *o, const nonet_sheet *const *sheets, size_t count, const nonet_show_options *options, nonet_err *err);

/* Write a whole network in a format that `nonet_format_at` says can be written (csv: nodes and ties in one file, tables one after the
 * other are not possible, so `csv` writes the ties; a folder ending in '/' gets nodes.csv and ties.csv). */
nonet_code nonet_write(nonet_out *o, const nonet *n, const char *format, const nonet_run *run, nonet_err *err);
/* The same to a path: a file by its suffix (or `format`), or for csv a folder that gets nodes.csv and ties.csv. */
nonet_code nonet_convert(const char *path, const nonet *n, const char *format, const nonet_run *run, nonet_err *err);

/* ---- draw: pictures ---------------------------------------------------------------------------------------------------- */

typedef struct nonet_picture nonet_picture;

typedef struct nonet_draw_options {
  const char *size_by;           /* a node measure, or a further column of numbers; NULL: degree */
  const char *colour_by;         /* "layer" (default), "kind", "community", a node measure or a further column */
  const char *layout;            /* dot neato fdp sfdp circo twopi matrix; NULL: told from the network */
  const char *paper;             /* "A4" (default), "A3" */
  const char *title;             /* NULL: the network's */
  const char *program;           /* path of nonet-draw; NULL: beside the executable, then where it was installed */
  const nonet_answer *highlight; /* NULL: none */
  const char *id_prefix;         /* of SVG ids; NULL: "g" */
  bool bare;                     /* DOT only, without positions: no layout is run */
  const char *panels;            /* "layers": a panel for each layer, every node in the same place in each; NULL: one drawing */
} nonet_draw_options;

/* Lay a network out. A layout that fails is an error in one sentence; nothing is half-drawn. */
nonet_code nonet_draw(nonet_picture **out, const nonet *n, const nonet_draw_options *options, const nonet_run *run, nonet_err *err);
/* Write it: "dot" (with positions), "svg", "png", "pdf", "html". */
nonet_code nonet_picture_write(nonet_out *o, const nonet_picture *p, const char *renderer, const nonet_run *run, nonet_err *err);
/* The picture of just an answer about `n`: the nodes and ties that it marks, each with its role; an answer without marks is drawn as the
 * whole network. options->highlight is not looked at. */
nonet_code nonet_answer_draw(nonet_picture **out, const nonet *n, const nonet_answer *a, const nonet_draw_options *options,
                             const nonet_run *run, nonet_err *err);
/* What to know about it ("label sizes fall below 8 pt on A4: 120 nodes"); NULL beyond the last. */
const char *nonet_picture_note(const nonet_picture *p, size_t i);
void nonet_picture_free(nonet_picture *p);

typedef struct nonet_renderer {
  const char *name, *title, *suffix;
} nonet_renderer;
const nonet_renderer *nonet_renderer_at(size_t i);
typedef struct nonet_layout {
  const char *name, *summary;
} nonet_layout;
const nonet_layout *nonet_layout_at(size_t i);

/* "nonet-draw 0.1.0 (Graphviz 2.42.2)", asked of the program itself (NULL: found), into at most `size` bytes. */
nonet_code nonet_draw_version(char *out, size_t size, const char *program, const nonet_run *run, nonet_err *err);

/* ---- report ------------------------------------------------------------------------------------------------------------ */

typedef struct nonet_report_options {
  const char *title, *paper;
  const char *program; /* path of nonet-draw; NULL: found */
  const char *command; /* the command line, for the methods paragraph; NULL: none */
  bool weighted;
} nonet_report_options;

/* Write the report into a folder (made if missing): index.html, summary.json, one CSV for each scope, diagrams as DOT and SVG. Each file
 * is whole or absent and index.html comes last. */
nonet_code nonet_report(const char *folder, const nonet *n, const nonet_report_options *options, const nonet_run *run, nonet_err *err);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif

#ifdef __cplusplus
}
#endif
#endif
