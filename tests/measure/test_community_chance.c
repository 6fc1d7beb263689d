/* Communities against chance. */
#include "measure/values.h"

enum { MODULARITY = 1, GROUPS, MEAN, SD, Z, P, DRAWS, SEED };

static void two_cliques_are_more_than_chance(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c a-d a-e b-c b-d b-e c-d c-e d-e v-w v-x v-y v-z w-x w-y w-z x-y x-z y-z e-v");
  for (size_t i = 0; i < 2; i++) {
    nonet_sheet *s = sheet_of(n, i ? "community-test:leiden;ties" : "community-test", NULL);
    assert_near(nonet_sheet_number(s, 0, MODULARITY), 20 / 21.0 - 0.5, 1e-12);
    assert_near(nonet_sheet_number(s, 0, GROUPS), 2, 0);
    assert_true(nonet_sheet_number(s, 0, MEAN) < 0.4 && nonet_sheet_number(s, 0, SD) > 0);
    assert_true(nonet_sheet_number(s, 0, Z) > 2);
    assert_near(nonet_sheet_number(s, 0, P), 0.01, 1e-15);
    assert_near(nonet_sheet_number(s, 0, DRAWS), 99, 0);
    nonet_sheet_free(s);
  }
  nonet_free(n);
}

static void draws_are_as_many_as_asked_for(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c b-c c-d d-e d-f e-f");
  nonet_sheet *s = sheet_of(n, "community-test:;;19", NULL);
  assert_near(nonet_sheet_number(s, 0, DRAWS), 19, 0);
  double twenty_times = 20 * nonet_sheet_number(s, 0, P);
  assert_near(twenty_times, round(twenty_times), 1e-12);
  nonet_sheet_free(s);
  nonet_free(n);
}

/* Only one network has these degrees: every draw is the network itself. */
static void a_star_is_what_its_degrees_make_it(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c a-d a-e");
  nonet_sheet *s = sheet_of(n, "community-test:fast-greedy", NULL);
  assert_near(nonet_sheet_number(s, 0, MEAN), nonet_sheet_number(s, 0, MODULARITY), 1e-15);
  assert_near(nonet_sheet_number(s, 0, SD), 0, 1e-12);
  assert_near(nonet_sheet_number(s, 0, Z), (double)NAN, 0);
  assert_near(nonet_sheet_number(s, 0, P), 1, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void the_same_seed_draws_the_same_whatever_the_order_of_rows(void **state) {
  static const char *const lines[] = {"a-b b-c c-d d-e e-f f-a a-d b-g g-h h-b", "g-h h-b f-a a-b e-d b-c e-f b-g c-d a-d"};
  double mean[2];
  (void)state;
  for (size_t i = 0; i < 2; i++) {
    nonet *n = net_of(lines[i]);
    nonet_sheet *s;
    nonet_err err;
    assert_ok(nonet_measure(&s, n, "community-test:louvain", NULL, &(nonet_run){.seed = 3}, &err), err);
    mean[i] = nonet_sheet_number(s, 0, MEAN);
    assert_near(nonet_sheet_number(s, 0, SEED), 3, 0);
    nonet_sheet_free(s);
    nonet_free(n);
  }
  assert_near(mean[0], mean[1], 0);
}

static void what_is_not_known_is_refused_and_no_ties_are_no_test(void **state) {
  (void)state;
  assert_refused("a-b", "community-test:leiden;paths", NULL, NONET_EUSAGE, "'degrees' or 'ties'");
  assert_refused("a-b", "community-test:leidn", NULL, NONET_EUSAGE, "leiden");
  assert_refused("a-b", "community-test:leiden;ties;1", NULL, NONET_EUSAGE, "from 2 to 100000, not '1'");
  assert_refused("a-b", "community-test:;;many", NULL, NONET_EUSAGE, "not 'many'");
  nonet *n = net_of("a b");
  nonet_sheet *s = sheet_of(n, "community-test", NULL);
  assert_near(nonet_sheet_number(s, 0, MODULARITY), (double)NAN, 0);
  assert_near(nonet_sheet_number(s, 0, P), (double)NAN, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_cliques_are_more_than_chance),
      cmocka_unit_test(draws_are_as_many_as_asked_for),
      cmocka_unit_test(a_star_is_what_its_degrees_make_it),
      cmocka_unit_test(the_same_seed_draws_the_same_whatever_the_order_of_rows),
      cmocka_unit_test(what_is_not_known_is_refused_and_no_ties_are_no_test),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
