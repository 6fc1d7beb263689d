/* Node-link JSON: what is read, what the ends of links are, and what is refused with its line. */
#include "read/reading.h"

static void read_json(struct reading_case *c, const char *text) {
  reading_start(c);
  reading_file(c, "t.json", text);
  reading_run(c);
  if (c->code) fail_msg("not read: %s", c->err.text);
}

static void nodes_and_links_of_networkx_are_read(void **state) {
  struct reading_case c;
  (void)state;
  read_json(&c,
            "{\"directed\": true, \"multigraph\": false, \"graph\": {\"name\": \"x\"},\n"
            "\"nodes\": [{\"id\": \"a\", \"label\": \"Alpha\", \"kind\": \"partner\", \"layers\": [\"H\", \"E\"], \"staff\": 12},\n"
            "{\"id\": 7, \"ok\": true, \"none\": null}],\n"
            "\"edges\": [{\"source\": \"a\", \"target\": 7, \"weight\": 2.5, \"kind\": \"leads\", \"since\": \"2001\", \"hours\": 1e3}]}");
  assert_size(&c, 2, 1);
  assert_true(nonet_is_directed(c.net));
  nonet_node n = reading_node(c.net, "a");
  assert_string_equal(n.label, "Alpha");
  assert_int_equal(n.layer_count, 2);
  assert_int_equal(n.line, 2);
  assert_string_equal(reading_node_value(c.net, "staff", "a"), "12");
  assert_string_equal(reading_node_value(c.net, "ok", "7"), "true");
  nonet_tie t = reading_tie(c.net, 0);
  assert_near(t.weight, 2.5, 0);
  assert_string_equal(t.since, "2001");
  assert_int_equal(t.line, 4);
  assert_string_equal(reading_tie_value(c.net, "hours", 0), "1000");
  reading_end(&c);
}

static void links_may_come_before_nodes(void **state) {
  struct reading_case c;
  (void)state;
  read_json(&c, "{\"links\":[{\"source\":\"a\",\"target\":\"b\"}],\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"directed\":false}");
  assert_size(&c, 2, 1);
  assert_false(nonet_is_directed(c.net));
  reading_end(&c);
}

static void whole_numbers_count_nodes_where_ids_are_texts(void **state) {
  struct reading_case c;
  (void)state;
  read_json(&c, "{\"nodes\":[{\"name\":\"Myriel\",\"group\":1},{\"name\":\"Napoleon\",\"group\":2}],\"links\":[{\"source\":1,\"target\":0,"
                "\"value\":3}]}");
  assert_string_equal(reading_key(c.net, reading_tie(c.net, 0).from), "Napoleon");
  assert_near(reading_tie(c.net, 0).weight, 3, 0);
  assert_assumes(&c, "count nodes from 0");
  reading_end(&c);
  read_json(&c, "{\"nodes\":[{\"id\":\"1\"},{\"id\":\"0\"}],\"links\":[{\"source\":1,\"target\":0}]}");
  assert_string_equal(reading_key(c.net, reading_tie(c.net, 0).from), "1");
  reading_end(&c);
}

static void members_of_attributes_are_members(void **state) {
  struct reading_case c;
  (void)state;
  read_json(&c,
            "{\"options\":{\"type\":\"directed\"},\"nodes\":[{\"key\":\"1\",\"attributes\":{\"label\":\"Uno\",\"x\":2}},{\"key\":\"2\"}],"
            "\"edges\":[{\"key\":\"e\",\"source\":\"1\",\"target\":\"2\",\"attributes\":{\"weight\":4}}]}");
  assert_string_equal(reading_node(c.net, "uno").key, "1");
  assert_near(reading_tie(c.net, 0).weight, 4, 0);
  assert_true(nonet_is_directed(c.net));
  reading_end(&c);
}

static void nested_values_are_left_out_with_a_warning(void **state) {
  struct reading_case c;
  (void)state;
  read_json(&c, "{\"nodes\":[{\"id\":\"a\",\"deep\":{\"x\":1}},\n{\"id\":\"b\",\"deep\":[1]}],\"links\":[]}");
  assert_non_null(nonet_warning(c.net, 0));
  assert_contains(nonet_warning(c.net, 0), "nested");
  reading_end(&c);
}

static void json_is_known_by_its_content(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "network", "\xef\xbb\xbf {\"nodes\":[{\"id\":\"a\"}],\"links\":[]}");
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 1, 0);
  reading_end(&c);
}

static void faults_name_their_line(void **state) {
  (void)state;
  assert_refused("t.json", "{\"nodes\":[{\"id\":\"caf\xe9\"}],\"links\":[]}\n", 1, "UTF-8");
  assert_refused("t.json", "{\"nodes\":[{\"id\":\"a\"},\n{\"id\":\"a\"}],\"links\":[]}\n", 2, "declared before");
  assert_refused("t.json", "{\"nodes\":[{\"id\":{\"x\":1}}],\"links\":[]}\n", 1, "neither text nor a whole number");
  assert_refused("t.json", "{\"nodes\":[{\"id\":1.5}],\"links\":[]}\n", 1, "whole number");
  assert_refused("t.json", "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"links\":[{\"source\":0,\"target\":7}]}\n", 1, "only 2 nodes");
  assert_refused("t.json", "{\"nodes\":[{\"id\":\"\\ud800\"}],\"links\":[]}\n", 1, "surrogate");
  assert_refused("t.json", "{\"nodes\":[{\"id\":\"a\\u0000b\"}],\"links\":[]}\n", 1, "u0000");
  assert_refused("t.json", "{\"nodes\":[{\"id\":\"a\tb\"}],\"links\":[]}\n", 1, "control character");
  assert_refused("t.json", "{'nodes':[{'id':'a'}],'links':[]}\n", 1, "double quotes");
  assert_refused("t.json", "{\"nodes\":[{\"id\":\"a\"},],\"links\":[]}\n", 1, "comma");
  assert_refused("t.json",
                 "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"links\":[\n{\"source\":\"a\",\"target\":\"b\",\"weight\":1e400}]}\n", 2,
                 "too large");
  assert_refused("t.json", "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"links\":[\n{\"source\":\"a\",\"target\":\"b\",\"weight\":NaN}]}\n",
                 2, "NaN");
  assert_refused("t.json", "{\"nodes\":[{\"id\":\"a\",\n\"x\":1,\n\"x\":2}]}", 3, "comes twice");
}

static void what_is_no_network_is_refused(void **state) {
  (void)state;
  assert_refused("t.json", "[1, 2]", 1, "not node-link JSON");
  assert_refused("t.json", "{\"a\": 1}", 1, "neither");
  assert_refused("t.json", "{\"nodes\": 3}", 1, "no array");
  assert_refused("t.json", "{\"nodes\":[],\"nodes\":[]}", 1, "second time");
  assert_refused("t.json", "{\"nodes\":[1]}", 1, "object");
  assert_refused("t.json", "{\"nodes\":[{\"x\":1}]}", 1, "without \"id\"");
  assert_refused("t.json", "{\"nodes\":[],\n\"links\":[{\"from\":\"a\"}]}", 2, "source");
  assert_refused("t.json", "{\"nodes\":[],\n\"links\":[{\"\":2}]}", 2, "source");
  assert_refused("t.json", "{\"nodes\":[]} x", 1, "behind the end");
  assert_refused("t.json", "{\"nodes\":[{\"id\":\"a\"}", 1, "");
  assert_refused("t.json", "{\"nodes\":[\n{\"id\":\"a", 2, "never closed");
  assert_refused("t.json", "", 1, "");
}

static void deep_nesting_is_a_limit(void **state) {
  size_t depth = 100000;
  char *text = malloc(depth + 16);
  (void)state;
  assert_non_null(text);
  memcpy(text, "{\"x\":", 5);
  memset(text + 5, '[', depth);
  reading_refused("t.json", text, depth + 5, NONET_ELIMIT, 1, "deeper");
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nodes_and_links_of_networkx_are_read),
      cmocka_unit_test(links_may_come_before_nodes),
      cmocka_unit_test(whole_numbers_count_nodes_where_ids_are_texts),
      cmocka_unit_test(members_of_attributes_are_members),
      cmocka_unit_test(nested_values_are_left_out_with_a_warning),
      cmocka_unit_test(json_is_known_by_its_content),
      cmocka_unit_test(faults_name_their_line),
      cmocka_unit_test(what_is_no_network_is_refused),
      cmocka_unit_test(deep_nesting_is_a_limit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
