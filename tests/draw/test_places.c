/* Positions as JSON. */
#include "draw/drawing.h"

static const char *const layouts[] = {"dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage"};

/* Half a point: fdp rounds its box. */
static void every_layout_gives_each_node_and_edge_a_place_in_the_box(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
    char args[60];
    snprintf(args, sizeof args, "--layout %s --as json", layouts[i]);
    json_t *g = drawing_json(args, "graph { a -- b [key=x]; b -- c; c -- a; c -- c; d [width=2 height=1 shape=box label=\"\"] }");
    assert_int_equal(json_array_size(drawing_at(g, "nodes")), 4);
    assert_int_equal(json_array_size(drawing_at(g, "edges")), 4);
    for (size_t n = 0; n < 4; n++) {
      json_t *node = json_array_get(drawing_at(g, "nodes"), n);
      assert_true(drawing_number(node, "x") - drawing_number(node, "width") / 2 >= drawing_number(g, "bb.0") - 0.5);
      assert_true(drawing_number(node, "x") + drawing_number(node, "width") / 2 <= drawing_number(g, "bb.2") + 0.5);
      assert_true(drawing_number(node, "y") - drawing_number(node, "height") / 2 >= drawing_number(g, "bb.1") - 0.5);
      assert_true(drawing_number(node, "y") + drawing_number(node, "height") / 2 <= drawing_number(g, "bb.3") + 0.5);
    }
    assert_near(drawing_number(g, "nodes.3.width"), 144, 1e-9);
    assert_near(drawing_number(g, "nodes.3.height"), 72, 1e-9);
    assert_string_equal(drawing_text(g, "edges.0.key"), "x");
    assert_true(strchr(drawing_text(g, "edges.1.pos"), ',') != NULL);
    json_decref(g);
  }
}

static void two_runs_give_the_same_bytes(void **state) {
  (void)state;
  static const char dot[] = "graph { a -- b -- c -- d -- a; e -- a; f; subgraph cluster_z { b; c } subgraph cluster_a { d } }";
  for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
    char args[60];
    snprintf(args, sizeof args, "--layout %s --as json", layouts[i]);
    char *first = strdup(drawing_of(args, dot).out);
    assert_string_equal(drawing_of(args, dot).out, first);
    free(first);
  }
}

static void dot_and_fdp_place_clusters_round_their_members(void **state) {
  (void)state;
  static const char *const with_clusters[] = {"--layout dot --as json", "--layout fdp --as json"};
  for (size_t i = 0; i < 2; i++) {
    json_t *g =
        drawing_json(with_clusters[i], "graph { subgraph cluster_e { label=\"Education\"; a -- b; subgraph cluster_s { c } } c -- d }");
    assert_int_equal(json_array_size(drawing_at(g, "clusters")), 2);
    assert_string_equal(drawing_text(g, "clusters.0.name"), "cluster_e");
    assert_string_equal(drawing_text(g, "clusters.1.name"), "cluster_s");
    assert_true(drawing_number(g, "clusters.0.bb.0") < drawing_number(g, "nodes.0.x"));
    assert_true(drawing_number(g, "clusters.0.bb.2") > drawing_number(g, "nodes.0.x"));
    assert_true(drawing_number(g, "clusters.0.bb.1") < drawing_number(g, "clusters.1.bb.1"));
    assert_true(drawing_number(g, "clusters.0.label.width") > 30);
    json_decref(g);
  }
}

/* DejaVu Sans or not: twice the letters take about twice the room, and an id of Arabic letters takes some. */
static void a_label_tells_the_room_of_its_text(void **state) {
  (void)state;
  json_t *g = drawing_json(
      "--layout dot --as json",
      "graph { a [label=mmmmmmmmmm] b [label=mmmmmmmmmmmmmmmmmmmm] c [label=\"x\\ny\"] \"\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A\" }");
  assert_near(drawing_number(g, "nodes.1.label.width"), 2 * drawing_number(g, "nodes.0.label.width"), 0.05);
  assert_near(drawing_number(g, "nodes.2.label.height"), 2 * drawing_number(g, "nodes.0.label.height"), 0.05);
  assert_true(drawing_number(g, "nodes.3.label.width") > 5);
  json_decref(g);
}

static void given_positions_come_back_as_they_are(void **state) {
  (void)state;
  json_t *g = drawing_json("--layout nop2 --as json",
                           "graph { bb=\"-20,-30,400,300\"; a [pos=\"100.25,50\"]; b [pos=\"200,-7.5\"]; a -- b;"
                           " a -- b [pos=\"110,60 120,61 130,62 140,63\" key=k]; subgraph cluster_q { bb=\"5,6,150,160\"; a } }");
  assert_near(drawing_number(g, "nodes.0.x"), 100.25, 1e-9);
  assert_near(drawing_number(g, "nodes.1.y"), -7.5, 1e-9);
  assert_near(drawing_number(g, "bb.0"), -20, 1e-9);
  assert_near(drawing_number(g, "bb.3"), 300, 1e-9);
  assert_string_equal(drawing_text(g, "edges.1.pos"), "110,60 120,61 130,62 140,63");
  assert_true(strlen(drawing_text(g, "edges.0.pos")) > 0);
  assert_near(drawing_number(g, "clusters.0.bb.0"), 5, 1e-9);
  assert_near(drawing_number(g, "clusters.0.bb.3"), 160, 1e-9);
  json_decref(g);
}

static void numbers_have_no_exponent_and_no_comma_whatever_the_locale(void **state) {
  (void)state;
  setenv("LC_ALL", "de_DE.UTF-8", 1);
  struct drawing made = drawing_of("--layout nop2 --as json", "graph { a [pos=\"1e5,0.0001\"]; b [pos=\"-0.0001,1.5\"] }");
  unsetenv("LC_ALL");
  assert_contains(made.out, "\"x\":100000,\"y\":0,");
  assert_contains(made.out, "\"x\":0,\"y\":1.5,");
}

static void a_node_without_a_position_is_named(void **state) {
  (void)state;
  assert_contains(drawing_fails(3, "--layout nop2 --as json", "graph { a [pos=\"1,1\"]; lost }").err, "node \"lost\" has no pos");
  drawing_fails(3, "--layout nop2 --as json", "graph { a [pos=\"1,\"] }");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_layout_gives_each_node_and_edge_a_place_in_the_box),
      cmocka_unit_test(two_runs_give_the_same_bytes),
      cmocka_unit_test(dot_and_fdp_place_clusters_round_their_members),
      cmocka_unit_test(a_label_tells_the_room_of_its_text),
      cmocka_unit_test(given_positions_come_back_as_they_are),
      cmocka_unit_test(numbers_have_no_exponent_and_no_comma_whatever_the_locale),
      cmocka_unit_test(a_node_without_a_position_is_named),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
