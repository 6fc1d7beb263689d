/* The registry of views, and views of views. */
#include "views.h"

static void views_of_views_know_the_ties_of_the_first_network(void **state) {
  (void)state;
  nonet *v = view_of(view_of(net_of("z-y a-b b-c c-d d-e"), "giant"), "without:a");
  assert_is(v, "b c d e | b-c c-d d-e");
  assert_parent(v, 0, 2);
  assert_parent(v, 2, 4);
  v = view_of(v, "around:e");
  assert_parent(v, 0, 4);
  nonet_free(v);
}

static void a_view_that_is_none_is_refused_with_the_forms(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  assert_refused(n, "layer", "view 'layer' is not of the form layer:NAME");
  assert_refused(n, "layres", "there is no view 'layres' (did you mean 'layers'");
  assert_refused(n, "giant:x", "not of the form giant");
  assert_refused(n, "", "there is no view ''");
  assert_string_equal(nonet_view_at(0)->form, "layers");
  size_t count = 0;
  while (nonet_view_at(count))
    count++;
  assert_int_equal(count, 10);
  nonet_free(n);
}

static void every_view_works_on_every_corner_graph(void **state) {
  (void)state;
  static const char *const texts[] = {"layers", "giant", "at:2000", "where:key=a", "where:kind=x"};
  for (size_t i = 0; corner_at(i); i++)
    for (size_t j = 0; j < sizeof texts / sizeof *texts; j++) {
      nonet *v = view_of(corner(corner_at(i)->name), texts[j]);
      v = view_of(v, "giant");
      v = view_of(v, "layers");
      assert_int_equal(nonet_ties(v), 0);
      nonet_free(v);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(views_of_views_know_the_ties_of_the_first_network),
      cmocka_unit_test(a_view_that_is_none_is_refused_with_the_forms),
      cmocka_unit_test(every_view_works_on_every_corner_graph),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
