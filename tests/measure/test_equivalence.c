/* Structural equivalence: by definition, pair by pair, and as a table. */
#include "base/run.h"
#include "measure/values.h"

#include <stdio.h>
#include <stdlib.h>

static void leaves_of_one_node_and_members_of_a_clique_are_equivalent(void **state) {
  (void)state;
  nonet *n = net_of("h-a h-b h-c h-x x-y y-z z-x");
  assert_near(value_of(n, "structural-class", "a"), 1, 0);
  assert_near(value_of(n, "structural-class", "c"), 1, 0);
  assert_near(value_of(n, "structural-class", "y"), 2, 0); /* y and z, tied to each other and to x */
  assert_near(value_of(n, "structural-class", "z"), 2, 0);
  assert_near(value_of(n, "structural-class", "h"), 3, 0);
  nonet_sheet *s = sheet_of(n, "structural-equivalence", NULL);
  const char *const want[][2] = {{"1", "a"}, {"1", "b"}, {"1", "c"}, {"2", "y"}, {"2", "z"}};
  assert_int_equal(nonet_sheet_rows(s), 5);
  for (size_t i = 0; i < 5; i++)
    for (size_t k = 0; k < 2; k++)
      assert_string_equal(nonet_sheet_text(s, i, k), want[i][k]);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void a_tie_one_way_parts_two_that_are_alike_otherwise(void **state) {
  (void)state;
  nonet *n = net_of("a>c b>c a>b");
  assert_true(value_of(n, "structural-class", "a") != value_of(n, "structural-class", "b"));
  nonet_free(n);
  n = net_of("a>c b>c a>b b>a");
  assert_near(value_of(n, "structural-class", "a"), value_of(n, "structural-class", "b"), 0);
  nonet_free(n);
  n = net_of("a>c c>b"); /* one sends, one receives */
  assert_true(value_of(n, "structural-class", "a") != value_of(n, "structural-class", "b"));
  nonet_free(n);
}

/* In small random networks, dense or sparse, classes are those of the definition. */
static void classes_are_those_of_the_definition(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 11, 0);
  for (int round = 0; round < 200; round++) {
    enum { N = 7 };
    bool tied[N][N] = {{false}}, directed = round % 2;
    char line[800] = "";
    for (int i = 0; i < N; i++)
      sprintf(line + strlen(line), "%c ", 'a' + i);
    for (int i = 0; i < N; i++)
      for (int j = directed ? 0 : i + 1; j < N; j++) {
        if (i == j || chance_share(&c) > (round % 3 ? 0.3 : 0.8)) continue;
        tied[i][j] = true;
        if (!directed) tied[j][i] = true;
        sprintf(line + strlen(line), "%c%c%c ", 'a' + i, directed ? '>' : '-', 'a' + j);
      }
    nonet *n = net_of(line);
    nonet_sheet *s = sheet_of(n, "structural-class", NULL);
    for (int i = 0; i < N; i++)
      for (int j = 0; j < i; j++) {
        bool same = tied[i][j] == tied[j][i];
        for (int k = 0; k < N; k++)
          same = same && (k == i || k == j || (tied[i][k] == tied[j][k] && tied[k][i] == tied[k][j]));
        if (same != (nonet_sheet_number(s, (size_t)i, 1) == nonet_sheet_number(s, (size_t)j, 1)))
          fail_msg("%c and %c in \"%s\"", 'a' + i, 'a' + j, line);
      }
    nonet_sheet_free(s);
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(leaves_of_one_node_and_members_of_a_clique_are_equivalent),
      cmocka_unit_test(a_tie_one_way_parts_two_that_are_alike_otherwise),
      cmocka_unit_test(classes_are_those_of_the_definition),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
