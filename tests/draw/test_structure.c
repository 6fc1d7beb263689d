/* The structure of a DOT file as JSON: everything a reader needs, nothing lost. */
#include "draw/drawing.h"

static void a_graph_says_its_name_and_whether_it_is_strict_and_directed(void **state) {
  (void)state;
  json_t *g = drawing_json("--as json", "strict digraph \"a b\" { label=L }");
  assert_string_equal(drawing_text(g, "name"), "a b");
  assert_true(json_is_true(drawing_at(g, "directed")));
  assert_true(json_is_true(drawing_at(g, "strict")));
  assert_string_equal(drawing_text(g, "attributes.label"), "L");
  json_decref(g);
  g = drawing_json("--as json", "graph {}");
  assert_true(json_is_null(drawing_at(g, "name")));
  assert_true(json_is_false(drawing_at(g, "directed")));
  assert_true(json_is_false(drawing_at(g, "strict")));
  assert_int_equal(json_array_size(drawing_at(g, "nodes")), 0);
  json_decref(g);
}

static void nodes_and_edges_keep_their_order_their_attributes_and_their_lines(void **state) {
  (void)state;
  json_t *g = drawing_json("--as json", "digraph {\n"
                                        "  z [kind=partner]\n"
                                        "  b -> a [weight=2,\n"
                                        "          key=k];\n"
                                        "  a:n -> z:s // a remark\n"
                                        "  b -> a; c\n"
                                        "}\n");
  assert_int_equal(json_array_size(drawing_at(g, "nodes")), 4);
  assert_string_equal(drawing_text(g, "nodes.0.id"), "z");
  assert_string_equal(drawing_text(g, "nodes.0.attributes.kind"), "partner");
  assert_string_equal(drawing_text(g, "nodes.1.id"), "b");
  assert_string_equal(drawing_text(g, "nodes.2.id"), "a");
  assert_near(drawing_number(g, "nodes.0.line"), 2, 0);
  assert_near(drawing_number(g, "nodes.2.line"), 3, 0);
  assert_near(drawing_number(g, "nodes.3.line"), 6, 0);
  assert_int_equal(json_array_size(drawing_at(g, "edges")), 3);
  assert_string_equal(drawing_text(g, "edges.0.tail"), "b");
  assert_string_equal(drawing_text(g, "edges.0.head"), "a");
  assert_string_equal(drawing_text(g, "edges.0.key"), "k");
  assert_string_equal(drawing_text(g, "edges.0.attributes.weight"), "2");
  assert_near(drawing_number(g, "edges.0.line"), 4, 0);
  assert_near(drawing_number(g, "edges.1.line"), 5, 0);
  assert_string_equal(drawing_text(g, "edges.1.attributes.tailport"), "n");
  assert_string_equal(drawing_text(g, "edges.1.attributes.headport"), "s");
  assert_true(json_is_null(drawing_at(g, "edges.2.key")));
  json_decref(g);
}

static void clusters_are_nested_and_name_their_members(void **state) {
  (void)state;
  json_t *g = drawing_json("--as json", "graph {\n"
                                        " subgraph cluster_e { label=Education; a -- b;\n"
                                        "   subgraph cluster_s { c } }\n"
                                        " subgraph cluster_h { b; d; a -- b }\n"
                                        " { rank=same; a d }\n"
                                        "}");
  assert_int_equal(json_array_size(drawing_at(g, "subgraphs")), 3);
  assert_string_equal(drawing_text(g, "subgraphs.0.name"), "cluster_e");
  assert_string_equal(drawing_text(g, "subgraphs.0.attributes.label"), "Education");
  assert_int_equal(json_array_size(drawing_at(g, "subgraphs.0.nodes")), 3);
  assert_int_equal(json_array_size(drawing_at(g, "subgraphs.0.edges")), 1);
  assert_near(drawing_number(g, "subgraphs.0.edges.0"), 0, 0);
  assert_string_equal(drawing_text(g, "subgraphs.0.subgraphs.0.name"), "cluster_s");
  assert_string_equal(drawing_text(g, "subgraphs.0.subgraphs.0.nodes.0"), "c");
  assert_near(drawing_number(g, "subgraphs.0.subgraphs.0.line"), 3, 0);
  assert_string_equal(drawing_text(g, "subgraphs.1.nodes.0"), "a");
  assert_near(drawing_number(g, "subgraphs.1.edges.0"), 1, 0);
  assert_true(json_is_null(drawing_at(g, "subgraphs.2.name")));
  assert_near(drawing_number(g, "subgraphs.2.line"), 5, 0);
  assert_string_equal(drawing_text(g, "subgraphs.2.attributes.rank"), "same");
  json_decref(g);
}

static void subgraphs_stand_in_the_order_of_the_file_whatever_their_names(void **state) {
  (void)state;
  json_t *g = drawing_json("--as json", "graph { zz; aa; subgraph zz {x} subgraph aa {x} subgraph mm {x} }");
  assert_string_equal(drawing_text(g, "subgraphs.0.name"), "zz");
  assert_string_equal(drawing_text(g, "subgraphs.1.name"), "aa");
  assert_string_equal(drawing_text(g, "subgraphs.2.name"), "mm");
  json_decref(g);
}

static void quotes_backslashes_and_all_scripts_survive(void **state) {
  (void)state;
  json_t *g = drawing_json(
      "--as json", "graph { \"\xF0\x9F\x98\x80 \xD8\xB9\xD8\xB1\xD8\xA8\" [label=\"<b> \\\"q\\\" \\\\ \t\x01 \xE2\x80\xA8 &amp;\"] }");
  assert_string_equal(drawing_text(g, "nodes.0.id"), "\xF0\x9F\x98\x80 \xD8\xB9\xD8\xB1\xD8\xA8");
  assert_string_equal(drawing_text(g, "nodes.0.attributes.label"), "<b> \"q\" \\\\ \t\x01 \xE2\x80\xA8 &amp;");
  json_decref(g);
}

static void a_name_that_begins_with_a_percent_sign_is_kept(void **state) {
  (void)state;
  json_t *g = drawing_json("--as json", "graph { \"%5\" -- \"%GDP\" [key=\"%k\"]; \"%5\" -- a }");
  assert_string_equal(drawing_text(g, "nodes.0.id"), "%5");
  assert_string_equal(drawing_text(g, "edges.0.head"), "%GDP");
  assert_string_equal(drawing_text(g, "edges.0.key"), "%k");
  assert_string_equal(drawing_text(g, "edges.1.tail"), "%5");
  json_decref(g);
}

static void an_html_like_label_is_marked_as_such(void **state) {
  (void)state;
  json_t *g = drawing_json("--as json", "graph { a [label=<<b>x</b>>] b [label=\"<b>\"] }");
  assert_string_equal(drawing_text(g, "nodes.0.attributes.label.html"), "<b>x</b>");
  assert_string_equal(drawing_text(g, "nodes.1.attributes.label"), "<b>");
  json_decref(g);
}

static void a_label_is_told_only_where_it_is_not_the_id(void **state) {
  (void)state;
  json_t *g = drawing_json("--as json", "graph { a; b [label=\"\"]; c [label=C] }");
  assert_null(json_object_get(drawing_at(g, "nodes.0.attributes"), "label"));
  assert_string_equal(drawing_text(g, "nodes.1.attributes.label"), "");
  assert_string_equal(drawing_text(g, "nodes.2.attributes.label"), "C");
  json_decref(g);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_graph_says_its_name_and_whether_it_is_strict_and_directed),
      cmocka_unit_test(nodes_and_edges_keep_their_order_their_attributes_and_their_lines),
      cmocka_unit_test(clusters_are_nested_and_name_their_members),
      cmocka_unit_test(subgraphs_stand_in_the_order_of_the_file_whatever_their_names),
      cmocka_unit_test(quotes_backslashes_and_all_scripts_survive),
      cmocka_unit_test(a_name_that_begins_with_a_percent_sign_is_kept),
      cmocka_unit_test(an_html_like_label_is_marked_as_such),
      cmocka_unit_test(a_label_is_told_only_where_it_is_not_the_id),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
