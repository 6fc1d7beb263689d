/* Mutual giant components by hand. */
#include "measure/values.h"

static void only_those_count_who_hang_together_in_every_layer(void **state) {
  (void)state;
  static const struct {
    const char *line;
    double size;
  } cases[] = {
      {"", 0},
      {"a", 1},
      {"a-b b-c d-e", 3},                               /* without layers: the giant component */
      {"a-b@x b-c@x c-d@x a-b@y c-d@y", 2},             /* y parts a, b from c, d */
      {"a-b@x b-c@x a-c@y c-b@y d-e@x", 3},             /* other ties, the same three */
      {"a-b@x b-c@x c-d@x d-a@x a-c@y b-d@y", 1},       /* y parts a, c from b, d; x then ties neither pair */
      {"a-b@x b-c@x c-d@x d-a@x a-c@x b-d@x a-c@y", 2}, /* y holds a, c alone */
      {"a>b@x b>c@x c>a@y b>a@y", 3},                   /* direction is left out of account */
      {"a-b@x c-d@y", 1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    nonet *n = net_of(cases[i].line);
    nonet_sheet *s = sheet_of(n, "mutual-giant-component", &(nonet_measure_options){.verify = true});
    assert_near(nonet_sheet_number(s, 0, 1), cases[i].size, 0);
    nonet_sheet_free(s);
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(only_those_count_who_hang_together_in_every_layer)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
