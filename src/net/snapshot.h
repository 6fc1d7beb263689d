/* A snapshot: a sealed network laid out in one file, so that it is mapped instead of read. Sections begin at multiples of 64 bytes.
 *
 *   head 64 bytes | section | section | ... | table of sections | sums of all pages | foot 64 bytes
 *
 * A section is an array of the network, or the words, or the name index, as they stand in memory; absent columns have none. What stands
 * before the table is cut into pages, each with its checksum, so that a page can be checked by itself where a question comes to it; what
 * has to be checked is then what the machine has to read anyway. Numbers are those of the machine that wrote it; another byte order is
 * refused. Why the foot at the end: the file is written in one go, and one that
 * is cut short has none. */
#ifndef NONET_NET_SNAPSHOT_H
#define NONET_NET_SNAPSHOT_H

#include "base/run.h"
#include "base/trust.h"
#include "net/net.h"

#define SNAPSHOT_MAGIC "\x89nonet\r\n" /* 8 bytes: not text, and damaged by what damages binary files as text */
#define SNAPSHOT_VERSION 3u
#define SNAPSHOT_ORDER 0x01020304u
#define SNAPSHOT_ALIGN 64u

struct snapshot_head {
  char magic[8];
  uint32_t order, version;
  uint64_t zero[6];
};

struct snapshot_foot {
  uint64_t table;          /* where it begins */
  uint64_t sections;       /* in the table */
  uint64_t sums;           /* behind the table */
  uint64_t end;            /* size of the file */
  uint64_t table_sum;      /* of table and sums */
  uint64_t zero, foot_sum; /* of the foot up to here */
  char magic[8];
};

struct snapshot_section {
  uint32_t id, index; /* index: which of several, for further columns and surveys */
  uint64_t offset, bytes;
};

/* What is no array of its own: how many there are of everything, and what holds for the whole. */
struct snapshot_facts {
  uint64_t nodes, ties, layers, kinds, sources, members, aliases, ends;
  uint64_t directed, weighted, two_modes, mode_kind[2], repeats;
  double rank_top;
  char latest_date[32];
  uint64_t words, word_slots, word_seed, folded, folded_slots, folded_seed;
  uint64_t node_columns, tie_columns, surveys;
  uint64_t asked, answered, questions, open, behind; /* net's response of what a view came from */
  uint64_t weights_well;                             /* net_lazy's */
};

/* Of a further column, and of a survey. */
struct snapshot_column {
  uint32_t name, unused;
  uint64_t count;
};
struct snapshot_survey {
  uint32_t layer, respondents, alters, unused;
  uint64_t open;
};

enum snapshot_id {
  SNAPSHOT_FACTS = 1,
  SNAPSHOT_TITLE,
  SNAPSHOT_WARNINGS, /* each ends with a NUL */
  SNAPSHOT_ASSUMPTIONS,
  SNAPSHOT_WORDS, /* texts, starts and slots of words.h */
  SNAPSHOT_WORD_STARTS,
  SNAPSHOT_WORD_SLOTS,
  SNAPSHOT_FOLDED, /* the same of the folded names */
  SNAPSHOT_FOLDED_STARTS,
  SNAPSHOT_FOLDED_SLOTS,
  SNAPSHOT_KEYS, /* the name index */
  SNAPSHOT_OTHERS,
  SNAPSHOT_COLUMNS, /* node columns, then tie columns: snapshot_column each */
  SNAPSHOT_COLUMN_ROWS,
  SNAPSHOT_COLUMN_VALUES,
  SNAPSHOT_COLUMN_NUMBERS,
  SNAPSHOT_SURVEYS, /* snapshot_survey each */
  SNAPSHOT_RESPONDENTS,
  SNAPSHOT_ALTERS,
  SNAPSHOT_OPEN_FIRST,
  SNAPSHOT_OPEN,
  SNAPSHOT_ARRAYS = 64 /* and on: the rows of snapshot_arrays */
};

/* How many values an array has, and what each may be. */
enum snapshot_count { OF_NODES, OF_NODES_AND_ONE, OF_TIES, OF_LAYERS, OF_KINDS, OF_SOURCES, OF_MEMBERS, OF_ALIASES, OF_ENDS };
enum snapshot_value {
  ANY_VALUE,
  A_WORD,
  A_NODE,
  A_TIE,
  A_LAYER,
  A_LAYER_OR_NONE,
  A_KIND_OR_NONE,
  A_SCALE,
  LAYERS_OF_NODE,
  TO_MEMBERS,
  TO_ALIASES,
  TO_ENDS
};

/* An array of struct nonet: where its pointer stands, and what is in it. */
struct snapshot_array {
  size_t place, width;
  enum snapshot_count count;
  enum snapshot_value value;
  bool due; /* there where the count is not 0 */
};
extern const struct snapshot_array snapshot_arrays[];
extern const size_t snapshot_array_count;
uint64_t snapshot_count_of(const struct snapshot_facts *facts, enum snapshot_count count);
void *snapshot_array_at(const nonet *n, const struct snapshot_array *a);

/* Write a network; what a view came from is left behind: it is a network of its own then. O(bytes) */
nonet_code snapshot_write(nonet_out *o, const nonet *n, const struct run *run, nonet_err *err);

/* Pointers into the snapshot become NULL, so that nobody frees them. */
void snapshot_let_go(nonet *n);

/* The trust in an open snapshot. The file's frame, its table and its facts are checked before it is made. */
struct snapshot_trust {
  struct trust trust; /* first: readers know this only; its pages are owned */
  char *name;         /* of the file; owned */
  const struct snapshot_facts *facts;
  const struct snapshot_section *section; /* ascending by place */
  size_t sections;
  const uint64_t *sum;
  uint64_t end;                   /* of what has sums */
  struct snapshot_bounds *bounds; /* of each section; owned */
  int verdict;                    /* the last bad thing that was found; set atomically */
};
/* NULL: out of memory. */
struct snapshot_trust *snapshot_trust_new(const struct snapshot_trust *file);
void snapshot_trust_free(struct snapshot_trust *t);
static inline uint64_t snapshot_pages(uint64_t bytes) {
  return bytes / TRUST_PAGE + (bytes % TRUST_PAGE != 0);
}
/* Check all sections whose size does not grow with nodes, ties and words. */
bool snapshot_trust_small(struct snapshot_trust *t);
/* What was found so far. */
nonet_code snapshot_trust_said(const struct snapshot_trust *t, nonet_err *err);

#endif
