/* Whom a question is about: nodes, layers and kinds by name. */
#include "ask/asked.h"
#include "ask/subject.h"

static struct subject found(const nonet *n, const char *name, unsigned allowed) {
  struct subject s;
  nonet_err err = {0};
  assert_ok(subject_find(&s, n, name, allowed, &err), err);
  return s;
}

static void assert_unknown(const nonet *n, const char *name, unsigned allowed, const char *part) {
  struct subject s;
  nonet_err err = {0};
  assert_int_equal(subject_find(&s, n, name, allowed, &err), NONET_EUSAGE);
  assert_contains(err.text, part);
  assert_int_equal(subject_find(&s, n, name, allowed, NULL), NONET_EUSAGE); /* and without words */
}

static void a_name_is_what_it_is_called(void **state) {
  (void)state;
  nonet *n = net_of("a=partner s=strategy a-s@Health");
  assert_int_equal(found(n, "A", SUBJECT_ANY).what, SUBJECT_NODE);
  assert_int_equal(found(n, "health", SUBJECT_ANY).what, SUBJECT_LAYER);
  assert_int_equal(found(n, "Partners", SUBJECT_ANY).what, SUBJECT_KIND);
  assert_int_equal(found(n, "strategies", SUBJECT_GROUP).what, SUBJECT_KIND);
  nonet_free(n);
}

static void what_is_not_allowed_is_not_found(void **state) {
  (void)state;
  nonet *n = net_of("a=partner s=strategy a-s@Health");
  assert_unknown(n, "health", SUBJECT_NODE, "there is no node 'health'");
  assert_unknown(n, "a", SUBJECT_GROUP, "there is no layer or kind 'a'");
  assert_unknown(n, "Heatlh", SUBJECT_ANY, "there is no node, layer or kind 'Heatlh' (did you mean 'Health'?)");
  nonet_free(n);
}

static void a_prefix_says_which(void **state) {
  (void)state;
  nonet *n = net_of("Health=Health Health-b@Health");
  assert_unknown(n, "Health", SUBJECT_ANY, "is a node and a layer and a kind; say \"node:Health\"");
  assert_int_equal(found(n, "node:Health", SUBJECT_ANY).what, SUBJECT_NODE);
  assert_int_equal(found(n, "layer: health", SUBJECT_ANY).what, SUBJECT_LAYER);
  assert_int_equal(found(n, "kind:Health", SUBJECT_ANY).what, SUBJECT_KIND);
  nonet_free(n);
}

static void the_nodes_of_a_subject_are_flagged(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=q c=q a-b@X b-c@Y");
  struct subject layer = found(n, "X", SUBJECT_ANY), kind = found(n, "q", SUBJECT_ANY), node = found(n, "c", SUBJECT_ANY);
  uint8_t flag[3];
  assert_int_equal(subject_flag(flag, &layer, n), 2);
  assert_true(flag[0] && flag[1] && !flag[2]);
  assert_int_equal(subject_flag(flag, &kind, n), 2);
  assert_int_equal(subject_flag(flag, &node, n), 1);
  nonet_free(n);
}

static void kinds_of_ties_are_found_by_name(void **state) {
  (void)state;
  nonet *n = graph_named("birmingham-2000");
  uint32_t word = 0;
  nonet_err err = {0};
  assert_ok(subject_tie_kind(&word, n, "Link  Recognised", &err), err);
  assert_int_equal(subject_tie_kind(&word, n, "link recognized", &err), NONET_EUSAGE);
  assert_contains(err.text, "did you mean 'link recognised'?");
  nonet_free(n);
}

static void of_several_called_alike_each_is_told_by_key_and_name(void **state) {
  (void)state;
  static const nonet_node_row rows[] = {{.key = "p1", .label = "National System", .short_name = "NS", .kind = "program"},
                                        {.key = "t1", .label = "NS", .kind = "tag"}};
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  uint32_t row;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (int i = 0; i < 2; i++)
    assert_ok(nonet_draft_node(&row, d, &rows[i], &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  refused(n, "who works with NS", NONET_EUSAGE, "'NS' names 2 nodes: say which, as 'p1' (National System, program), 't1' (tag)");
  nonet_free(n);
}

static void where_no_layer_is_near_all_that_there_are_are_named(void **state) {
  (void)state;
  nonet *n = net_of("a=agency b=agency a-b@Health b-a@Arts"), *bare = net_of("a-b");
  refused(n, "who is in Zzz", NONET_EUSAGE, "there is no layer or kind 'Zzz' (the layers are 'Health' and 'Arts'; the kind is 'agency')");
  refused(bare, "who is in Zzz", NONET_EUSAGE, "(this network has neither layers nor kinds)");
  nonet_free(n);
  nonet_free(bare);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_name_is_what_it_is_called),
      cmocka_unit_test(what_is_not_allowed_is_not_found),
      cmocka_unit_test(a_prefix_says_which),
      cmocka_unit_test(the_nodes_of_a_subject_are_flagged),
      cmocka_unit_test(kinds_of_ties_are_found_by_name),
      cmocka_unit_test(of_several_called_alike_each_is_told_by_key_and_name),
      cmocka_unit_test(where_no_layer_is_near_all_that_there_are_are_named),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
