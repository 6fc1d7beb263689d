/* Names, counts and ties in sentences. */
#include "ask/asked.h"
#include "ask/tell.h"

static void names_are_joined_and_cut_with_their_number(void **state) {
  (void)state;
  nonet *n = net_of("a b c d e");
  const uint32_t all[] = {0, 1, 2, 3, 4};
  struct buffer text = {0};
  tell_nodes(&text, n, all, 2, 0);
  assert_string_equal(buffer_string(&text), "a and b");
  buffer_clear(&text);
  tell_nodes(&text, n, all, 5, 2);
  assert_string_equal(buffer_string(&text), "a, b and 3 more");
  buffer_clear(&text);
  tell_nodes(&text, n, all, 5, 4); /* one more is no shorter to say than its name */
  assert_string_equal(buffer_string(&text), "a, b, c, d and e");
  buffer_free(&text);
  nonet_free(n);
}

static void a_label_of_several_stands_with_its_layer(void **state) {
  (void)state;
  nonet *n = graph_named("search-rescue");
  struct buffer text = {0};
  tell_node(&text, n, node_of(n, "cheyenne-05"));
  assert_string_equal(buffer_string(&text), "Red Cross (Cheyenne)");
  buffer_free(&text);
  nonet_free(n);
}

static void a_tie_is_told_with_all_that_is_known(void **state) {
  (void)state;
  nonet *n = graph_named("birmingham-2000");
  struct buffer text = {0};
  tell_tie(&text, n, 16);
  assert_contains(buffer_string(&text), "tested, in review; August 2000 page, paragraph 6: ");
  assert_contains(buffer_string(&text), "birmingham-2000/ties.csv:18)");
  buffer_free(&text);
  nonet_free(n);
}

static void nodes_of_one_kind_are_counted_by_its_name(void **state) {
  (void)state;
  nonet *n = net_of("a=agency b=agency s=strategy");
  const uint32_t all[] = {0, 1, 2};
  struct buffer text = {0};
  tell_kinds(&text, n, all, 2, "one", "several");
  assert_string_equal(buffer_string(&text), "2 agencies");
  buffer_clear(&text);
  tell_kinds(&text, n, all, 3, "one", "several");
  assert_string_equal(buffer_string(&text), "3 several");
  buffer_free(&text);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_are_joined_and_cut_with_their_number),
      cmocka_unit_test(a_label_of_several_stands_with_its_layer),
      cmocka_unit_test(a_tie_is_told_with_all_that_is_known),
      cmocka_unit_test(nodes_of_one_kind_are_counted_by_its_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
