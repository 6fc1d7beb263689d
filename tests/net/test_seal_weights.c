/* Scales of layers, and weights far apart. */
#include "fixture/net_of.h"
#include "rows.h"

static nonet *scaled(const char *line, const char *scale) {
  return net_of_with(line, &(nonet_seal_options){.scale = scale});
}

static void assert_tie(const nonet *n, uint32_t t, double strength, double length) {
  nonet_tie tie;
  nonet_tie_get(&tie, n, t);
  assert_near(tie.strength, strength, 1e-15);
  assert_near(tie.length, length, 1e-15);
}

static void a_layer_may_have_a_scale_of_its_own(void **state) {
  (void)state;
  nonet *n = scaled("a-b:4@Near b-c:4@Far", "far=length");
  assert_tie(n, 0, 4, 0.25);
  assert_tie(n, 1, 0.25, 4);
  nonet_free(n);
}

static void a_scale_that_does_not_exist_is_refused(void **state) {
  (void)state;
  rows_refused(draft_of("a-b:4@Near"), (nonet_seal_options){.scale = "distance"}, NONET_EUSAGE,
               "scale 'distance' is not strength, length or rank");
  rows_refused(draft_of("a-b:4@Near"), (nonet_seal_options){.scale = "Neer=length"}, NONET_EUSAGE,
               "no layer 'Neer' (did you mean 'Near'?)");
}

static void weights_far_apart_are_warned_of(void **state) {
  (void)state;
  nonet *n = net_of("a-b:1e-6 b-c:1e5");
  assert_true(rows_say(nonet_warning, n, "weights lie between 0.000001 and 100000") ||
              rows_say(nonet_warning, n, "weights lie between 1e-06 and 100000") ||
              rows_say(nonet_warning, n, "weights lie between 1e-6 and 100000"));
  nonet_free(n);
  n = net_of("a-b:1e-5 b-c:1e5 c-d:0");
  assert_null(nonet_warning(n, 0));
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_layer_may_have_a_scale_of_its_own),
      cmocka_unit_test(a_scale_that_does_not_exist_is_refused),
      cmocka_unit_test(weights_far_apart_are_warned_of),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
