/* Plain rows of ties: taken many at once they are what they are when taken one by one. A column whose cells are quotes around nothing, with
 * a space behind them, says nothing and makes every row an odd one, so each text is read both ways. */
#include "base/buffer.h"
#include "base/run.h"
#include "read/reading.h"

/* The rows that were left out: how many, and their lines added up in an order that counts. */
struct rejects {
  uint64_t count, lines;
};

static void count_reject(void *user, const nonet_rejected *row) {
  struct rejects *r = user;
  r->count++;
  r->lines = r->lines * 31 + row->line;
}

/* One text read one way. */
struct way {
  struct reading_case c;
  struct rejects rejects;
};

static void read_way(struct way *w, const struct buffer *text, unsigned threads, bool leave_out, const char *missing) {
  reading_start(&w->c);
  w->rejects = (struct rejects){0};
  w->c.run.threads = threads;
  w->c.options.missing = missing;
  if (leave_out) {
    w->c.options.reject = count_reject;
    w->c.options.reject_user = &w->rejects;
  }
  reading_bytes(&w->c, NULL, "t.csv", buffer_string(text), text->size);
  reading_run(&w->c);
}

static void assert_same_text(const char *a, const char *b, const char *what, unsigned i) {
  if (strcmp(a, b)) fail_msg("%s of %u is '%s' and '%s'", what, i, a, b);
}

static void assert_same_ties(const nonet *a, const nonet *b) {
  for (uint32_t t = 0; t < nonet_ties(a); t++) {
    nonet_tie x = reading_tie(a, t), y = reading_tie(b, t);
    if (x.from != y.from || x.to != y.to || x.line != y.line || x.layer != y.layer)
      fail_msg("tie %u is %u-%u of line %u and %u-%u of line %u", t, x.from, x.to, (unsigned)x.line, y.from, y.to, (unsigned)y.line);
    assert_int_equal(x.has_weight, y.has_weight);
    assert_int_equal(x.directed, y.directed);
    for (size_t i = 0; i < nonet_tie_columns(a); i++)
      assert_same_text(nonet_tie_value(a, i, t, NULL), nonet_tie_value(b, i, t, NULL), nonet_tie_column(a, i, NULL), t);
    assert_near(x.weight, y.weight, 0);
    assert_same_text(x.kind, y.kind, "the kind", t);
    assert_same_text(x.since, y.since, "the date", t);
    assert_same_text(x.source, y.source, "the evidence", t);
  }
}

static void assert_same(const struct way *a, const struct way *b) {
  assert_int_equal(a->c.code, b->c.code);
  assert_int_equal(a->rejects.count, b->rejects.count);
  assert_int_equal(a->rejects.lines, b->rejects.lines);
  if (a->c.code) {
    assert_int_equal(a->c.err.line, b->c.err.line);
    return;
  }
  const nonet *x = a->c.net, *y = b->c.net;
  assert_int_equal(nonet_nodes(x), nonet_nodes(y));
  assert_int_equal(nonet_ties(x), nonet_ties(y));
  assert_int_equal(nonet_layers(x), nonet_layers(y));
  assert_int_equal(nonet_tie_columns(x), 2); /* id and remark */
  assert_int_equal(nonet_tie_columns(y), 2);
  for (size_t i = 0; i < nonet_tie_columns(x); i++)
    assert_string_equal(nonet_tie_column(x, i, NULL), nonet_tie_column(y, i, NULL));
  for (uint32_t v = 0; v < nonet_nodes(x); v++) {
    nonet_node p, q;
    nonet_node_get(&p, x, v);
    nonet_node_get(&q, y, v);
    assert_same_text(p.key, q.key, "the key", v);
    assert_same_text(p.kind, q.kind, "the kind", v);
    assert_int_equal(p.line, q.line);
  }
  assert_same_ties(x, y);
}

/* Both ways, the plain one with several numbers of threads. `plain` is the text, `careful` the same with the further column. */
static void read_both_ways(const struct buffer *plain, const struct buffer *careful, bool leave_out, const char *missing) {
  static const unsigned threads[] = {1, 2, 5};
  struct way one, other;
  read_way(&one, careful, 1, leave_out, missing);
  for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
    read_way(&other, plain, threads[i], leave_out, missing);
    assert_same(&one, &other);
    reading_end(&other.c);
  }
  reading_end(&one.c);
}

/* ---- texts made by chance ---- */

struct maker {
  struct chance chance;
  unsigned odd; /* one row in so many is odd, 0: none */
  const char *line_end;
};

/* A name in one of the ways in which names stand in a file; `what` 0 to 9 are odd. */
static void add_name(struct buffer *out, struct maker *m, const char *letter) {
  unsigned n = (unsigned)chance_below(&m->chance, 3000), what = m->odd ? (unsigned)chance_below(&m->chance, 10 * m->odd) : 10;
  if (what == 0) buffer_print(out, "\"%s \"\"%u\"\"\"", letter, n);
  if (what == 1) buffer_print(out, "  %s%u ", letter, n);
  if (what == 2) buffer_print(out, " \"%s%u\"", letter, n);
  if (what == 3) buffer_print(out, "\"%s\n%u\"", letter, n);
  if (what == 4) buffer_print(out, "\"%s%u\" ", letter, n);
  if (what == 5) buffer_print(out, "\xc2\xa0%s%u\xe2\x80\x8b", letter, n);
  if (what == 6) buffer_text(out, n % 2 ? "\"\"" : "");
  if (what == 7) buffer_print(out, "%s\"%u", letter, n);
  if (what == 8) buffer_print(out, "\"%s, %u\"", letter, n);
  if (what == 9) buffer_print(out, "%s with a name that is longer than most, number %u", letter, n);
  if (what > 9) buffer_print(out, n % 7 ? "%s%u" : "\"%s%u\"", letter, n);
}

static void add_row(struct buffer *plain, struct buffer *careful, struct maker *m) {
  static const char *const weights[] = {"1", "2.5", "", "1e3", " 4 ", "x", "NA"}, *const kinds[] = {"funds", "", "leads, in part", "NA"},
                           *const layers[] = {"Arts", "Health", "", "Arts;Health"}, *const dates[] = {"2001", "", "2001-02-03", "soon"},
                           *const arrows[] = {"Directed", "", "undirected", "sideways"};
  struct buffer row = {0};
  bool odd = m->odd && chance_below(&m->chance, m->odd) == 0;
  add_name(&row, m, "p");
  buffer_char(&row, ',');
  add_name(&row, m, "s");
  buffer_print(&row, ",%s,", weights[chance_below(&m->chance, odd ? 7 : 4)]);
  const char *kind = kinds[chance_below(&m->chance, odd ? 4 : 2)];
  buffer_print(&row, strchr(kind, ',') ? "\"%s\"" : "%s", kind);
  buffer_print(&row, ",%s,%s", layers[chance_below(&m->chance, odd ? 4 : 3)], dates[chance_below(&m->chance, odd ? 4 : 3)]);
  buffer_print(&row, ",%s,%u,%s", arrows[chance_below(&m->chance, odd ? 4 : 3)], (unsigned)chance_below(&m->chance, 1000000),
               chance_below(&m->chance, 5) ? "" : "as said");
  if (odd && chance_below(&m->chance, 8) == 0) buffer_text(&row, ",more");
  buffer_add(plain, row.bytes, row.size);
  buffer_text(careful, "\"\" ,");
  buffer_add(careful, row.bytes, row.size);
  buffer_free(&row);
  for (unsigned ends = odd && chance_below(&m->chance, 4) == 0 ? 3 : 1; ends > 0; ends--) {
    buffer_text(plain, m->line_end);
    buffer_text(careful, m->line_end);
  }
}

static void make(struct buffer *plain, struct buffer *careful, struct maker *m, unsigned rows) {
  *plain = *careful = (struct buffer){0};
  buffer_print(plain, "partner,strategy,weight,relation,layer,since,direction,id,remark%s", m->line_end);
  buffer_print(careful, "note,partner,strategy,weight,relation,layer,since,direction,id,remark%s", m->line_end);
  for (unsigned i = 0; i < rows; i++)
    add_row(plain, careful, m);
  assert_false(plain->failed || careful->failed);
}

static void check_texts(unsigned odd, const char *line_end, unsigned rows, bool leave_out, const char *missing, uint64_t seed) {
  struct maker m = {.odd = odd, .line_end = line_end};
  struct buffer plain, careful;
  chance_start(&m.chance, seed, 0);
  make(&plain, &careful, &m, rows);
  read_both_ways(&plain, &careful, leave_out, missing);
  plain.size -= strlen(line_end); /* the last line without an end */
  careful.size -= strlen(line_end);
  read_both_ways(&plain, &careful, leave_out, missing);
  buffer_free(&plain);
  buffer_free(&careful);
}

static void rows_without_anything_odd_are_read_as_one_by_one(void **state) {
  (void)state;
  check_texts(0, "\n", 12000, false, NULL, 1);
  check_texts(0, "\r\n", 9000, false, NULL, 2);
  check_texts(0, "\r", 300, false, NULL, 3);
}

static void odd_rows_among_plain_ones_are_read_or_left_out_as_one_by_one(void **state) {
  (void)state;
  for (uint64_t seed = 0; seed < 8; seed++)
    check_texts(seed < 4 ? 2 : 200, seed % 2 ? "\n" : "\r\n", seed < 4 ? 400 : 4000, true, seed == 5 ? "NA" : NULL, seed);
}

static void the_first_wrong_row_ends_the_reading_at_its_line(void **state) {
  (void)state;
  for (uint64_t seed = 0; seed < 8; seed++)
    check_texts(1000, "\n", 3000, false, NULL, seed);
  struct buffer text = {0};
  buffer_text(&text, "partner,strategy\n");
  for (unsigned i = 0; i < 50000; i++)
    buffer_print(&text, i == 43210 ? "p%u\n" : "p%u,s\n", i);
  for (unsigned threads = 1; threads < 4; threads++) {
    struct way w;
    read_way(&w, &text, threads, false, NULL);
    assert_int_equal(w.c.code, NONET_EINPUT);
    assert_int_equal(w.c.err.line, 43212);
    assert_contains(w.c.err.text, "t.csv:43212: the row has 1 cell where 2 are due");
    assert_int_equal(nonet_draft_ties(w.c.draft), 0);
    reading_end(&w.c);
  }
  buffer_free(&text);
}

static void a_limit_of_ties_holds_for_plain_rows(void **state) {
  (void)state;
  struct buffer text = {0};
  struct way w;
  buffer_text(&text, "partner,strategy\n");
  for (unsigned i = 0; i < 30000; i++)
    buffer_print(&text, "p%u,s%u\n", i % 7, i % 11);
  reading_start(&w.c);
  w.c.run.max_ties = 100;
  reading_bytes(&w.c, NULL, "t.csv", buffer_string(&text), text.size);
  reading_run(&w.c);
  assert_int_equal(w.c.code, NONET_ELIMIT);
  assert_contains(w.c.err.text, "more than 100 ties (--max-ties)");
  reading_end(&w.c);
  buffer_free(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_without_anything_odd_are_read_as_one_by_one),
      cmocka_unit_test(odd_rows_among_plain_ones_are_read_or_left_out_as_one_by_one),
      cmocka_unit_test(the_first_wrong_row_ends_the_reading_at_its_line),
      cmocka_unit_test(a_limit_of_ties_holds_for_plain_rows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
