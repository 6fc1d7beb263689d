/* summary.json: what the sentences say, as numbers, in JSON that any reader takes. */
#include "report/fixture_report.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static json_t *summary_of(struct report *r) {
  char folder[] = "/tmp/nonet-summary-XXXXXX", path[80];
  nonet_err err = {0};
  json_error_t fault;
  assert_non_null(mkdtemp(folder));
  r->folder = folder;
  assert_ok(report_summary(r, &err), err);
  snprintf(path, sizeof path, "%s/summary.json", folder);
  json_t *all = json_load_file(path, 0, &fault);
  if (!all) fail_msg("line %d: %s", fault.line, fault.text);
  unlink(path);
  rmdir(folder);
  return all;
}

static void facts_sentences_and_departures_are_those_of_the_page(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("hub-a hub-b a-b hub-c");
  facts_of(&r, n);
  json_t *all = summary_of(&r), *facts = json_object_get(all, "facts");
  assert_int_equal(json_integer_value(json_object_get(all, "schema")), 1);
  assert_near(json_number_value(json_object_get(facts, "ties")), 4, 0);
  assert_near(json_number_value(json_object_get(facts, "diameter")), 2, 0);
  json_t *sentences = json_object_get(all, "sentences");
  assert_int_equal(json_array_size(sentences), r.facts.sentence_count);
  assert_string_equal(json_string_value(json_array_get(sentences, 0)), r.facts.sentences[0]);
  json_t *first = json_array_get(json_object_get(all, "key_connectors"), 0);
  assert_string_equal(json_string_value(json_object_get(first, "node")), "hub");
  assert_near(json_number_value(json_object_get(first, "betweenness")), 2, 1e-12);
  json_t *gone = json_array_get(json_object_get(all, "departures"), 0);
  assert_string_equal(json_string_value(json_object_get(gone, "node")), "hub");
  assert_string_equal(json_string_value(json_array_get(json_object_get(gone, "lose_contact"), 0)), "c");
  json_decref(all);
  facts_done(&r, n);
}

static void hostile_names_stay_names_and_undefined_numbers_are_null(void **state) {
  (void)state;
  struct report r;
  nonet_draft *d = draft_of("z");
  nonet *n = NULL;
  nonet_err err;
  static const char name[] = "</script>\"\\\n\x7f";
  assert_ok(nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = name, .to = "b", .origin = {NONET_NONE, 0}}, &err), err);
  assert_ok(nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = name, .to = "c", .origin = {NONET_NONE, 0}}, &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  facts_of(&r, n);
  json_t *all = summary_of(&r);
  json_t *first = json_array_get(json_object_get(all, "key_connectors"), 0);
  nonet_node node;
  nonet_node_get(&node, n, r.facts.rank[0]);
  assert_string_equal(json_string_value(json_object_get(first, "node")), node.key);
  json_decref(all);
  facts_done(&r, n);
  n = net_of("a");
  facts_of(&r, n);
  all = summary_of(&r);
  assert_true(json_is_null(json_object_get(json_object_get(all, "facts"), "mean-distance")));
  assert_int_equal(json_array_size(json_object_get(all, "key_connectors")), 0);
  json_decref(all);
  facts_done(&r, n);
}

static void a_folder_that_is_gone_is_an_error(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b");
  nonet_err err = {0};
  facts_of(&r, n);
  r.folder = "/nonexistent/folder";
  assert_int_equal(report_summary(&r, &err), NONET_EIO);
  assert_contains(err.text, "/nonexistent/folder");
  facts_done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(facts_sentences_and_departures_are_those_of_the_page),
                                     cmocka_unit_test(hostile_names_stay_names_and_undefined_numbers_are_null),
                                     cmocka_unit_test(a_folder_that_is_gone_is_an_error)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
