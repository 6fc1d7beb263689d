/* Rows of a large table as text: made some at a time, by several threads where it pays, and given to the out in their order.
 *
 *   slots  [ rows 0 .. ] [ rows k .. ] [ rows 2k .. ] [ rows 3k .. ]  each made by some worker; whoever is there gives those that are
 *   out    ------------------------> in their order                   made to the out, and their slots are free again
 *
 * Why so few rows at a time: their text is still in a cache when it is copied or written, and no more memory is needed than for a few
 * pieces a worker, however many rows there are. Who writes changes no byte. */
#include "base/team.h"
#include "show/write.h"

#include <stdatomic.h>

#define PIECE 2048u            /* rows */
#define WORTH_A_THREAD 131072u /* rows */
#define SLOTS 16u              /* texts of pieces that wait for those before them */

struct rows_written {
  struct write_stream *w;
  write_some *make;
  const void *of;
  uint32_t rows;
  size_t pieces;
  struct buffer text[SLOTS]; /* owned */
  nonet_code code;           /* of what was put; by turns */
  nonet_code stopped;        /* of the run; by the calling thread */
  atomic_bool over;          /* nothing more is put, so nothing has to be made */
};

static void make_piece(void *context, size_t piece, unsigned slot) {
  struct rows_written *r = context;
  uint32_t first = (uint32_t)piece * PIECE, end = r->rows - first < PIECE ? r->rows : first + PIECE;
  struct buffer text = r->text[slot]; /* by itself while it grows: those of other threads stand beside it */
  buffer_clear(&text);
  if (!atomic_load_explicit(&r->over, memory_order_relaxed)) r->make(&text, r->of, first, end);
  r->text[slot] = text;
}

/* A piece that finds no room makes it for those behind it, too, should they be as long, or a fourth longer. */
static void put_piece(void *context, size_t piece, unsigned slot) {
  struct rows_written *r = context;
  const struct buffer *text = &r->text[slot];
  if (r->code != NONET_OK || atomic_load_explicit(&r->over, memory_order_relaxed)) return;
  if (text->failed)
    r->code = NONET_ELIMIT;
  else {
    out_expect(r->w->out, text->size, (text->size + text->size / 4) * (r->pieces - piece));
    r->code = out_buffer(r->w->out, text);
  }
  if (r->code != NONET_OK) atomic_store(&r->over, true);
}

static bool go_on(void *context) {
  struct rows_written *r = context;
  if (!atomic_load(&r->over)) r->stopped = run_check(r->w->run, r->w->err);
  if (r->stopped != NONET_OK) atomic_store(&r->over, true);
  return !atomic_load(&r->over);
}

/* Give what is in the buffer to the out. */
static void put_text(struct write_stream *w) {
  if (w->code != NONET_OK) return;
  w->code = out_buffer(w->out, &w->text);
  if (w->code == NONET_ELIMIT) w->text.failed = true; /* there was no memory for it */
  buffer_clear(&w->text);
}

void write_rows(struct write_stream *w, uint32_t rows, write_some *make, const void *of) {
  put_text(w);
  if (w->code != NONET_OK || !rows) return;
  struct rows_written r = {.w = w, .make = make, .of = of, .rows = rows, .pieces = (size_t)(rows - 1) / PIECE + 1};
  uint32_t threads = run_threads(w->run), worth = rows / WORTH_A_THREAD;
  if (threads > worth) threads = worth ? worth : 1;
  if (threads > SLOTS / 2) threads = SLOTS / 2;
  const struct team_line line = {make_piece, put_piece, &r, go_on, threads < 2 ? 1 : threads * 2};
  team_run_in_line(r.pieces, threads, &line);
  w->code = r.code != NONET_OK ? r.code : r.stopped;
  if (r.code == NONET_ELIMIT) w->text.failed = true;
  for (uint32_t i = 0; i < SLOTS; i++)
    buffer_free(&r.text[i]);
}

nonet_code write_end(struct write_stream *w) {
  put_text(w);
  if (w->text.failed)
    w->code = error_memory(w->err);
  else if (w->code == NONET_EIO)
    error_set(w->err, w->code, "cannot write the network");
  buffer_free(&w->text);
  return w->code;
}
