/* What is said where there is no way: what stands in it, or the nearest pair. */
#include "ask/asked.h"

static void too_few_steps_are_told_how_many_it_takes(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d");
  refused(n, "how is a connected to d within 2 steps", NONET_ENOANSWER, "within 2 steps; the shortest takes 3");
  nonet_free(n);
}

static void each_condition_that_alone_stands_in_the_way_is_named(void **state) {
  (void)state;
  nonet *n = net_of("a-x@L x-b@L a-b@M");
  refused(n, "how is a connected to b via L avoiding x", NONET_ENOANSWER, "without the condition on what is avoided it takes 2 steps");
  refused(n, "how is a connected to b via L avoiding x", NONET_ENOANSWER, "without the condition on the layer it takes 1 step");
  nonet_free(n);
}

static void different_components_name_one_who_is_called_alike(void **state) {
  (void)state;
  nonet *n = graph_named("search-rescue");
  refused(n, "how is Cheyenne Police connected to Pascagoula Police", NONET_ENOANSWER,
          "different components, of 14 and 21 nodes; the closest pair is Red Cross (Cheyenne) and Red Cross (Hurricane Frederic), who are");
  nonet_free(n);
}

static void else_two_of_one_layer_else_those_with_the_most_ties(void **state) {
  (void)state;
  nonet *layered = net_of("a-b@X b-c@X p-q@X q-r@Y"), *plain = net_of("a-b b-c p-q q-r");
  refused(layered, "how is a connected to r", NONET_ENOANSWER, "the closest pair is b and q, who are in one layer");
  refused(plain, "how is a connected to r", NONET_ENOANSWER, "the closest pair is b and q, those with the most ties on either side");
  nonet_free(layered);
  nonet_free(plain);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(too_few_steps_are_told_how_many_it_takes),
      cmocka_unit_test(each_condition_that_alone_stands_in_the_way_is_named),
      cmocka_unit_test(different_components_name_one_who_is_called_alike),
      cmocka_unit_test(else_two_of_one_layer_else_those_with_the_most_ties),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
