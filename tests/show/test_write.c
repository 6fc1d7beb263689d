/* Networks written and read back. */
#include "base/run.h"
#include "fixture/net_of.h"
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static nonet *rich_net(void) {
  nonet_draft *d = NULL;
  nonet *n = NULL;
  nonet_err err;
  uint32_t row;
  assert_ok(nonet_draft_new(&d, &err), err);
  const nonet_node_row nodes[] = {
      {.key = "a",
       .label = "Arts, \"the\" Trust",
       .short_name = "Arts",
       .kind = "partner",
       .layers = "Health;Education",
       .aliases = "AT;Trust",
       .origin = {NONET_NONE, 0}},
      {.key = "b\\n\"", .label = "<B> & Co", .kind = "strategy", .layers = "Education", .origin = {NONET_NONE, 0}},
      {.key = "lonely", .label = "Łódź 東京", .kind = "partner", .origin = {NONET_NONE, 0}},
  };
  for (size_t i = 0; i < 3; i++) {
    assert_ok(nonet_draft_node(&row, d, &nodes[i], &err), err);
    assert_ok(nonet_draft_node_attribute(d, row, "staff", i ? "7.5" : "8", &err), err);
    assert_ok(nonet_draft_node_attribute(d, row, "sector", i ? "public" : "third, or other", &err), err);
  }
  assert_ok(nonet_draft_node_attribute(d, 2, "opened", "1998", &err), err); /* of few: kept with the rows that have it */
  assert_ok(nonet_draft_node_attribute(d, 1, "contact", "by post", &err), err);
  const nonet_tie_row ties[] = {
      {.from = "a",
       .to = "b\\n\"",
       .kind = "leads",
       .layer = "Health",
       .since = "2000-08",
       .until = "2001",
       .source = "minutes; \"3 May\"",
       .weight = 2.5,
       .has_weight = true,
       .direction = NONET_DIRECTED,
       .origin = {NONET_NONE, 0}},
      {.from = "b\\n\"", .to = "a", .kind = "funds", .layer = "Education", .direction = NONET_UNDIRECTED, .origin = {NONET_NONE, 0}},
      {.from = "a",
       .to = "b\\n\"",
       .kind = "leads",
       .layer = "Health",
       .weight = 0.1,
       .has_weight = true,
       .direction = NONET_DIRECTED,
       .origin = {NONET_NONE, 0}},
  };
  for (size_t i = 0; i < 3; i++) {
    assert_ok(nonet_draft_tie(&row, d, &ties[i], &err), err);
    assert_ok(nonet_draft_tie_attribute(d, row, "hours", "60", &err), err);
  }
  assert_ok(nonet_draft_tie_attribute(d, 2, "note", "the second of its kind", &err), err);
  assert_ok(nonet_seal(&n, d, &(nonet_seal_options){.title = "Rich"}, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static nonet *read_back(const char *path) {
  nonet_draft *d = NULL;
  nonet *n = NULL;
  nonet_err err;
  nonet_input input = {.path = path};
  assert_ok(nonet_draft_new(&d, &err), err);
  assert_ok(nonet_read(d, &input, 1, NULL, NULL, &err), err);
  assert_ok(nonet_seal(&n, d, &(nonet_seal_options){.title = "Rich"}, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static char *as(const nonet *n, const char *format) {
  nonet_out *o = NULL;
  nonet_err err;
  size_t size;
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_write(o, n, format, NULL, &err), err);
  const char *bytes = nonet_out_bytes(o, &size);
  char *copy = malloc(size + 1);
  assert_non_null(copy);
  memcpy(copy, bytes, size + 1);
  nonet_out_free(o);
  return copy;
}

/* Written in its fullest form, both say the same. */
static void same(const nonet *a, const nonet *b) {
  char *x = as(a, "json"), *y = as(b, "json");
  size_t at = 0, line;
  while (x[at] && x[at] == y[at])
    at++;
  for (line = at; line && x[line - 1] != '\n';)
    line--;
  if (x[at] != y[at]) fail_msg("differs: %.200s", y + line);
  free(x);
  free(y);
}

static char folder[64];

static int make_folder(void **state) {
  (void)state;
  strcpy(folder, "/tmp/nonet-write-XXXXXX");
  return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state) {
  static const char *const names[] = {"/rich.json", "/set/nodes.csv", "/set/ties.csv", "/ties.csv"};
  char path[128];
  (void)state;
  for (size_t i = 0; i < 4; i++) {
    snprintf(path, sizeof path, "%s%s", folder, names[i]);
    unlink(path);
  }
  snprintf(path, sizeof path, "%s/set", folder);
  rmdir(path);
  return rmdir(folder);
}

static void json_holds_everything(void **state) {
  char path[128];
  nonet_err err;
  (void)state;
  nonet *n = rich_net();
  snprintf(path, sizeof path, "%s/rich.json", folder);
  assert_ok(nonet_convert(path, n, NULL, NULL, &err), err);
  nonet *back = read_back(path);
  same(n, back);
  nonet_free(back);
  nonet_free(n);
}

static void a_folder_of_csv_holds_everything(void **state) {
  char path[128];
  nonet_err err;
  (void)state;
  nonet *n = rich_net();
  snprintf(path, sizeof path, "%s/set/", folder);
  assert_ok(nonet_convert(path, n, NULL, NULL, &err), err);
  nonet *back = read_back(path);
  same(n, back);
  nonet_free(back);
  nonet_free(n);
}

static void columns_that_few_rows_fill_are_written_where_they_stand(void **state) {
  static const char *const keys[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
  char path[128];
  nonet_draft *d = NULL;
  nonet *n = NULL;
  nonet_err err;
  uint32_t row;
  (void)state;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (size_t i = 0; i < 8; i++) {
    assert_ok(nonet_draft_node(&row, d, &(nonet_node_row){.key = keys[i], .origin = {NONET_NONE, 0}}, &err), err);
    if (i == 6) assert_ok(nonet_draft_node_attribute(d, row, "staff", "12.5", &err), err);
    if (i == 5) assert_ok(nonet_draft_node_attribute(d, row, "sector", "public", &err), err);
    assert_ok(nonet_draft_tie(&row, d, &(nonet_tie_row){.from = keys[i], .to = keys[(i + 1) % 8], .origin = {NONET_NONE, 0}}, &err), err);
    if (i == 7) assert_ok(nonet_draft_tie_attribute(d, row, "hours", "60", &err), err);
  }
  assert_ok(nonet_seal(&n, d, &(nonet_seal_options){.title = "Rich"}, NULL, &err), err);
  nonet_draft_free(d);
  char *json = as(n, "json");
  assert_contains(json, "\"id\":\"g\",\"staff\":12.5}");
  assert_contains(json, "\"id\":\"f\",\"sector\":\"public\"}");
  free(json);
  static const char *const names[] = {"rich.json", "set/"};
  for (size_t i = 0; i < 2; i++) {
    snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    assert_ok(nonet_convert(path, n, NULL, NULL, &err), err);
    nonet *back = read_back(path);
    same(n, back);
    nonet_free(back);
  }
  nonet_free(n);
}

static void names_with_delimiters_in_them_read_back_where_they_stand_alone(void **state) {
  char path[128];
  nonet_draft *d = NULL;
  nonet *n = NULL;
  nonet_err err;
  (void)state;
  assert_ok(nonet_draft_new(&d, &err), err);
  assert_ok(nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = "=cmd|'/c calc'!A1", .to = "R;D", .origin = {NONET_NONE, 0}}, &err), err);
  assert_ok(nonet_seal(&n, d, &(nonet_seal_options){.title = "Rich"}, NULL, &err), err);
  nonet_draft_free(d);
  snprintf(path, sizeof path, "%s/set/", folder);
  assert_ok(nonet_convert(path, n, NULL, NULL, &err), err);
  nonet *back = read_back(path);
  same(n, back);
  nonet_free(back);
  nonet_free(n);
}

static void keep_warning(void *user, const char *text) {
  char *kept = user;
  snprintf(kept, 400, "%s", text);
}

static void one_csv_file_warns_of_the_nodes_that_it_cannot_hold(void **state) {
  char path[128], warning[400] = "";
  nonet_err err;
  (void)state;
  nonet *n = rich_net();
  nonet_run run = {.warn = keep_warning, .user = warning};
  snprintf(path, sizeof path, "%s/ties.csv", folder);
  assert_ok(nonet_convert(path, n, NULL, &run, &err), err);
  assert_contains(warning, "1 node without ties");
  nonet_free(n);
}

static void bare_dot_has_a_line_for_each_node_and_tie(void **state) {
  (void)state;
  nonet *n = rich_net();
  char *dot = as(n, "dot");
  size_t lines = 0;
  for (const char *c = dot; *c; c++)
    lines += *c == '\n';
  assert_int_equal(lines, 2 + 3 + 3);
  assert_contains(dot, "\"a\" -> \"n1\" [kind=\"leads\", layer=\"Health\", weight=\"2.5\"");
  assert_contains(dot, "dir=\"none\"");
  free(dot);
  nonet_free(n);
}

static void ids_that_look_like_numbered_ones_cannot_collide(void **state) {
  (void)state;
  nonet *n = net_of("n1-b n1-n0 b-n0");
  char *dot = as(n, "dot");
  assert_contains(dot, "\"n0\" [label=\"n1\"]");
  assert_contains(dot, "\"n2\" [label=\"n0\"]");
  free(dot);
  nonet_free(n);
}

static void an_unknown_format_names_those_there_are(void **state) {
  nonet_err err;
  (void)state;
  nonet *n = net_of("a-b");
  assert_int_equal(nonet_convert("/tmp/x.doc", n, NULL, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "json");
  assert_int_equal(nonet_convert("/tmp/x.json", n, "word", NULL, &err), NONET_EUSAGE);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(json_holds_everything),
                                     cmocka_unit_test(a_folder_of_csv_holds_everything),
                                     cmocka_unit_test(columns_that_few_rows_fill_are_written_where_they_stand),
                                     cmocka_unit_test(names_with_delimiters_in_them_read_back_where_they_stand_alone),
                                     cmocka_unit_test(one_csv_file_warns_of_the_nodes_that_it_cannot_hold),
                                     cmocka_unit_test(bare_dot_has_a_line_for_each_node_and_tie),
                                     cmocka_unit_test(ids_that_look_like_numbered_ones_cannot_collide),
                                     cmocka_unit_test(an_unknown_format_names_those_there_are)};
  return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
