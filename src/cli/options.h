/* Options: one table says what each is called, takes, means and where it applies; parsing, help and "did you mean" read that table. */
#ifndef NONET_CLI_OPTIONS_H
#define NONET_CLI_OPTIONS_H

#include <nonet.h>

/* Groups of options; a command takes some. */
enum takes {
  TAKES_ALWAYS = 1 << 0,  /* help, quiet, verbose */
  TAKES_READING = 1 << 1, /* how files are read */
  TAKES_NETWORK = 1 << 2, /* what the network is made of */
  TAKES_LIMITS = 1 << 3,  /* threads, limits, strict */
  TAKES_OUT = 1 << 4,     /* -o FILE */
  TAKES_TABLES = 1 << 5,  /* --as table|csv|json|markdown */
  TAKES_WEIGHTS = 1 << 6,
  TAKES_MEASURES = 1 << 7,
  TAKES_PATHS = 1 << 8,
  TAKES_DRAWING = 1 << 9,
  TAKES_WRITING = 1 << 10, /* --as FORMAT of convert */
  TAKES_REPORT = 1 << 11,
  TAKES_PAPER = 1 << 12,
  TAKES_TEMPLATE = 1 << 13,
  TAKES_WITHOUT = 1 << 14,
  TAKES_GAPS = 1 << 15,
  TAKES_ASKING = 1 << 16, /* nonet ask and nonet shell */
  TAKES_CHANGES = 1 << 17,
  TAKES_PLANNING = 1 << 18,
  TAKES_CONDITIONS = 1 << 19, /* --fail-if */
  TAKES_PROMPT = 1 << 20      /* nonet shell */
};
#define TAKES_FILES (TAKES_READING | TAKES_NETWORK | TAKES_LIMITS)

enum option_id {
  OPTION_HELP,
  OPTION_QUIET,
  OPTION_VERBOSE,
  OPTION_OUT,
  OPTION_AS,
  OPTION_FROM_FORMAT,
  OPTION_COLUMNS,
  OPTION_MISSING,
  OPTION_ENCODING,
  OPTION_SHEETS,
  OPTION_DECIMAL_COMMA,
  OPTION_SAME_IDS,
  OPTION_REJECTS,
  OPTION_MAX_REJECTS,
  OPTION_MERGE_NODES,
  OPTION_ADD_MISSING,
  OPTION_DIRECTED,
  OPTION_UNDIRECTED,
  OPTION_SCALE,
  OPTION_REPEATS,
  OPTION_MODES,
  OPTION_CONFIRM,
  OPTION_ANONYMISE,
  OPTION_NO_HISTORY,
  OPTION_VIEW,
  OPTION_WEIGHTED,
  OPTION_MEASURES,
  OPTION_SCOPE,
  OPTION_NORMALISED,
  OPTION_REPLICAS,
  OPTION_PROFILE,
  OPTION_VERIFY,
  OPTION_SAMPLES,
  OPTION_EPSILON,
  OPTION_DELTA,
  OPTION_CITE,
  OPTION_CHANCE,
  OPTION_NULL,
  OPTION_BOOTSTRAP,
  OPTION_JACKKNIFE,
  OPTION_FAIL_IF,
  OPTION_TOP,
  OPTION_SORT,
  OPTION_FROM,
  OPTION_TO,
  OPTION_AVOID,
  OPTION_VIA,
  OPTION_WITHIN,
  OPTION_AT_MOST,
  OPTION_IN_TIME,
  OPTION_NODE,
  OPTION_TIE,
  OPTION_LAYER,
  OPTION_JOIN,
  OPTION_MERGE,
  OPTION_THROUGH,
  OPTION_CURVE,
  OPTION_CASCADE,
  OPTION_GOAL,
  OPTION_SUGGEST,
  OPTION_BETWEEN,
  OPTION_FOR,
  OPTION_NOT,
  OPTION_BUDGET,
  OPTION_COST,
  OPTION_CANDIDATES,
  OPTION_OVER,
  OPTION_LEAVES,
  OPTION_DATE,
  OPTION_SIZE_BY,
  OPTION_COLOUR_BY,
  OPTION_LAYOUT,
  OPTION_PICTURE,
  OPTION_PAPER,
  OPTION_TITLE,
  OPTION_THREADS,
  OPTION_SEED,
  OPTION_MAX_NODES,
  OPTION_MAX_TIES,
  OPTION_MAX_MEMORY,
  OPTION_TIMEOUT,
  OPTION_STRICT
};

enum option_kind {
  OPTION_IS_FLAG,
  OPTION_IS_TEXT,
  OPTION_IS_CHOICE,  /* one of the words in `argument`, which '|' separates */
  OPTION_IS_WHOLE,   /* a whole number, 0 and above */
  OPTION_IS_COUNT,   /* a whole number, 1 and above */
  OPTION_IS_SIZE,    /* bytes: a number with K, M, G or T behind it */
  OPTION_IS_SECONDS, /* a number above 0 */
  OPTION_IS_SHARE    /* a number between 0 and 1 */
};

struct option_row {
  enum option_id id;
  const char *name; /* without "--" */
  char letter;      /* 0: none */
  enum option_kind kind;
  const char *argument; /* NULL for a flag */
  unsigned groups;
  const char *help;
};
const struct option_row *option_at(size_t i); /* NULL beyond the last */

/* What the arguments of a command said. Values are borrowed from argv. */
struct options {
  struct option_given {
    const struct option_row *row;
    const char *value; /* NULL for a flag */
  } * given;
  size_t count;
  const char **words; /* what is no option, in order: mostly FILEs */
  size_t word_count;
};

/* Read arguments; `takes` is the groups of `command`. NONET_EUSAGE names the wrong one and the nearest right one. */
nonet_code options_read(struct options *out, const char *command, unsigned takes, char **arguments, nonet_err *err);
void options_free(struct options *o);

bool option_given(const struct options *o, enum option_id id);
const char *option_text(const struct options *o, enum option_id id); /* the last one given; NULL: none */
/* The next value of an option that may be repeated; *cursor starts at 0; NULL beyond the last. */
const char *option_next(const struct options *o, enum option_id id, size_t *cursor);
uint64_t option_whole(const struct options *o, enum option_id id, uint64_t otherwise);
uint64_t option_size(const struct options *o, enum option_id id, uint64_t otherwise);
double option_seconds(const struct options *o, enum option_id id); /* 0: not given */
int option_choice(const struct options *o, enum option_id id);     /* which of the words; -1: not given */

#endif
