/* Snapshots: what was written is what is opened, and what was damaged, cut or made by others is refused. */
#include "fixture/net_of.h"
#include "net/snapshot.h"
#include "rows.h"

#include <stdlib.h>
#include <unistd.h>

static char path[64];

static nonet *city(void) {
  nonet_draft *d = rows_new();
  nonet_err err;
  rows_node(
      d, (nonet_node_row){.key = "yo", .label = "Youth Offer", .short_name = "Youth", .aliases = "Jeunes", .layers = "Éducation;Health"});
  rows_node(d, (nonet_node_row){.key = "ht", .label = "Health Trust", .layers = "Health", .kind = "partner"});
  uint32_t last = rows_node(d, (nonet_node_row){.key = "st", .kind = "strategy"});
  assert_ok(nonet_draft_node_attribute(d, last, "opened", "1998", &err), err);
  assert_ok(nonet_draft_node_attribute(d, last, "contact", "by post", &err), err);
  rows_tie(d, (nonet_tie_row){.from = "yo",
                              .to = "st",
                              .kind = "leads",
                              .layer = "Health",
                              .since = "2000-08",
                              .source = "minutes",
                              .weight = 2,
                              .has_weight = true});
  uint32_t tie = rows_tie(d, (nonet_tie_row){.from = "ht", .to = "st", .direction = NONET_DIRECTED});
  assert_ok(nonet_draft_tie_attribute(d, tie, "hours", "7", &err), err);
  return rows_seal(d, (nonet_seal_options){.title = "City"});
}

static char *as_json(const nonet *n, size_t *size) {
  nonet_out *o;
  nonet_err err;
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_write(o, n, "json", NULL, &err), err);
  const char *bytes = nonet_out_bytes(o, size);
  char *copy = malloc(*size + 1);
  assert_non_null(copy);
  memcpy(copy, bytes, *size + 1);
  nonet_out_free(o);
  return copy;
}

static void assert_same(const nonet *a, const nonet *b) {
  size_t sizes[2];
  char *one = as_json(a, &sizes[0]), *other = as_json(b, &sizes[1]);
  assert_string_equal(one, other);
  free(one);
  free(other);
  for (uint32_t t = 0; t < nonet_ties(a); t++) {
    nonet_tie x, y;
    nonet_tie_get(&x, a, t);
    nonet_tie_get(&y, b, t);
    assert_string_equal(x.file, y.file);
    assert_int_equal(x.line, y.line);
  }
}

static nonet *through_file(const nonet *n) {
  nonet *back;
  nonet_err err;
  assert_ok(nonet_convert(path, n, "nonet", NULL, &err), err);
  assert_true(nonet_is_snapshot(path));
  assert_ok(nonet_open(&back, path, NULL, &err), err);
  return back;
}

static void what_was_written_is_what_is_opened(void **state) {
  (void)state;
  nonet *n = city(), *back = through_file(n);
  assert_same(n, back);
  assert_string_equal(nonet_title(back), "City");
  assert_string_equal(nonet_latest_date(back), nonet_latest_date(n));
  nonet_free(n);
  nonet_free(back);
}

static void corner_graphs_come_back(void **state) {
  (void)state;
  for (size_t i = 0; corner_at(i); i++) {
    nonet *n = net_of(corner_at(i)->line), *back = through_file(n);
    assert_same(n, back);
    nonet_free(n);
    nonet_free(back);
  }
}

static void names_are_found_as_before(void **state) {
  static const char *const names[] = {"yo", "YOUTH offer", "jeunes", "health trust", "st"};
  (void)state;
  nonet *n = city(), *back = through_file(n);
  nonet_err err;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    uint32_t one, other;
    assert_ok(nonet_find_node(&one, n, names[i], &err), err);
    assert_ok(nonet_find_node(&other, back, names[i], &err), err);
    assert_int_equal(one, other);
  }
  uint32_t none;
  assert_int_equal(nonet_find_node(&none, back, "Health Tryst", &err), NONET_EUSAGE);
  assert_contains(err.text, "Health Trust");
  nonet_free(n);
  nonet_free(back);
}

static void a_view_outlives_the_snapshot_it_was_made_from(void **state) {
  (void)state;
  nonet *n = city(), *back = through_file(n), *view;
  nonet_err err;
  assert_ok(nonet_view(&view, back, "layer:Health", NULL, &err), err);
  nonet_free(back);
  unlink(path);
  assert_int_equal(nonet_ties(view), 1);
  nonet_node node;
  nonet_node_get(&node, view, 0);
  assert_string_equal(node.label, "Youth Offer");
  nonet_free(view);
  nonet_free(n);
}

static unsigned char *bytes_of(size_t *size) {
  FILE *f = fopen(path, "rb");
  assert_non_null(f);
  unsigned char *bytes = malloc(1 << 20);
  assert_non_null(bytes);
  *size = fread(bytes, 1, 1 << 20, f);
  fclose(f);
  return bytes;
}

/* Opens as what it was, or is refused in one line; never anything else. */
static nonet_code open_bytes(const unsigned char *bytes, size_t size, const nonet *was, nonet_err *err) {
  FILE *f = fopen(path, "wb");
  nonet *n;
  assert_non_null(f);
  assert_int_equal(fwrite(bytes, 1, size, f), size);
  fclose(f);
  nonet_code code = nonet_open(&n, path, NULL, err);
  if (code) assert_null(n);
  if (code) assert_contains(err->text, path);
  if (!code) assert_same(was, n);
  nonet_free(n);
  return code;
}

static void a_changed_byte_is_noticed_or_means_nothing(void **state) {
  size_t size;
  nonet_err err;
  (void)state;
  nonet *n = city();
  nonet_free(through_file(n));
  unsigned char *bytes = bytes_of(&size);
  size_t noticed = 0;
  for (size_t i = 0; i < size; i++) { /* between sections stand zeros that say nothing */
    bytes[i] ^= 0x40;
    noticed += open_bytes(bytes, size, n, &err) != NONET_OK;
    bytes[i] ^= 0x40;
  }
  assert_true(noticed > size / 2);
  assert_int_equal(open_bytes(bytes, size, n, &err), NONET_OK);
  free(bytes);
  nonet_free(n);
}

static void one_cut_short_is_refused(void **state) {
  size_t size;
  nonet_err err;
  (void)state;
  nonet *n = city();
  nonet_free(through_file(n));
  unsigned char *bytes = bytes_of(&size);
  for (size_t cut = 0; cut < size; cut += 1 + cut / 50)
    assert_int_equal(open_bytes(bytes, cut, n, &err), NONET_EINPUT);
  free(bytes);
  nonet_free(n);
}

static void a_foreign_file_and_another_version_are_named(void **state) {
  size_t size;
  nonet_err err;
  (void)state;
  assert_int_equal(open_bytes((const unsigned char *)"from,to\na,b\n", 12, NULL, &err), NONET_EINPUT);
  assert_contains(err.text, "not a snapshot");
  assert_false(nonet_is_snapshot(path));
  nonet *n = city();
  nonet_free(through_file(n));
  unsigned char *bytes = bytes_of(&size);
  bytes[12] = 99;
  assert_int_equal(open_bytes(bytes, size, n, &err), NONET_EINPUT);
  assert_contains(err.text, "version 99");
  free(bytes);
  nonet_free(n);
}

static int make_path(void **state) {
  (void)state;
  strcpy(path, "/tmp/nonet-snapshot-XXXXXX");
  int fd = mkstemp(path);
  return fd < 0 ? -1 : close(fd);
}

static int remove_path(void **state) {
  (void)state;
  unlink(path);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(what_was_written_is_what_is_opened),
                                     cmocka_unit_test(corner_graphs_come_back),
                                     cmocka_unit_test(names_are_found_as_before),
                                     cmocka_unit_test(a_changed_byte_is_noticed_or_means_nothing),
                                     cmocka_unit_test(one_cut_short_is_refused),
                                     cmocka_unit_test(a_foreign_file_and_another_version_are_named),
                                     cmocka_unit_test(a_view_outlives_the_snapshot_it_was_made_from)};
  return cmocka_run_group_tests(tests, make_path, remove_path);
}
