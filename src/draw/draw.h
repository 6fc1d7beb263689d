/* SPDX-License-Identifier: MIT
 * The statuses of nonet-draw, and what it was asked to do.
 * What failed is said by the deepest place that knows it (say.h); those above pass the status on. */
#ifndef DRAW_DRAW_H
#define DRAW_DRAW_H
#include <stdbool.h>
#include <stddef.h>

enum draw_status {
  DRAW_OK = 0,
  DRAW_USAGE = 2, /* the command line */
  DRAW_INPUT = 3, /* the DOT text */
  DRAW_FILES = 4, /* cannot read or write */
  DRAW_LIMIT = 5, /* memory or time */
  DRAW_FAULT = 70 /* ours, or that of a library below us */
};

enum draw_format { DRAW_JSON, DRAW_SVG, DRAW_PNG, DRAW_PDF, DRAW_DOT, DRAW_XDOT, DRAW_FORMATS };

/* One picture to write; path NULL is standard output. Borrowed from argv, or owned by options.c until the end. */
struct draw_target {
  enum draw_format format;
  const char *path;
};

enum { DRAW_MAX_TARGETS = 16 };

struct draw_options {
  const char *file;   /* NULL is standard input */
  const char *layout; /* NULL: only the structure */
  const char *id_prefix;
  struct draw_target targets[DRAW_MAX_TARGETS];
  size_t count;
  size_t max_memory; /* bytes, 0 for no limit */
  double timeout;    /* seconds, 0 for no limit */
  double dpi;        /* of PNG */
  bool keep_links;
  bool inline_svg; /* SVG without its XML declaration, to stand inside HTML */
  bool help, version;
};
#endif
