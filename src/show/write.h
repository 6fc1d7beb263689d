/* Writers: whole networks in a format that can be read back. The row stands at the foot of the file that implements it. */
#ifndef NONET_SHOW_WRITE_H
#define NONET_SHOW_WRITE_H

#include "base/out.h"
#include "base/run.h"
#include "net/net.h"

struct writer {
  const char *name;
  const char *suffixes; /* separated by spaces, with their dot */
  nonet_code (*write)(nonet_out *o, const nonet *n, const struct run *run, nonet_err *err);
};

extern const struct writer writer_csv, writer_json, writer_dot, writer_snapshot;

/* What stands before, between and behind the rows is gathered in a buffer. A failure is kept; check once, in write_end. */
struct write_stream {
  nonet_out *out;
  const struct run *run;
  struct buffer text; /* owned */
  nonet_code code;
  nonet_err *err;
};
/* Append the rows [first, end). Threads may ask together. */
typedef void write_some(struct buffer *out, const void *of, uint32_t first, uint32_t end);
/* Write the buffer, then so many rows of a table: made by several threads where it pays, written in their order. */
void write_rows(struct write_stream *w, uint32_t rows, write_some *make, const void *of);
/* Empty and free the buffer; says what failed. */
nonet_code write_end(struct write_stream *w);

/* The two tables of a network (nodes.csv, ties.csv) into a folder. */
nonet_code write_csv_folder(const char *folder, const nonet *n, const struct run *run, nonet_err *err);

#endif
