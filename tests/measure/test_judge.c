/* Judges of tables: right tables pass, also on random networks, and the table of another network fails. */
#include "measure/judge.h"

#include "measure/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void sets_come_one_after_the_other(void **state) {
  uint32_t set[3], count = 1;
  (void)state;
  judge_first_set(set, 3);
  while (judge_next_set(set, 3, 6))
    count++;
  assert_int_equal(count, 20);
  assert_near(judge_sets(3, 6), 20, 0);
  assert_near(judge_sets(7, 6), 0, 0);
  judge_first_set(set, 0);
  assert_false(judge_next_set(set, 0, 6));
}

/* "NAME" or "NAME:PARAMETER" of a table, where it has a judge. */
static bool judged(char text[128], size_t i) {
  const struct measure_row *row = measure_row_at(i);
  snprintf(text, 128, "%s%s%s", row->info.name, row->example ? ":" : "", row->example ? row->example : "");
  return row->check != NULL;
}

static void every_table_has_a_judge(void **state) {
  const struct measure_row *row;
  (void)state;
  for (size_t i = 0; (row = measure_row_at(i)); i++)
    if (row->table && !row->check) fail_msg("'%s' has no judge", row->info.name);
}

static void random_line(char *line, struct chance *c, bool directed) {
  uint32_t nodes = 2 + (uint32_t)chance_below(c, 8), ties = (uint32_t)chance_below(c, 22);
  size_t at = 0;
  line[0] = '\0';
  for (uint32_t v = 0; v < nodes; v++)
    at += (size_t)sprintf(line + at, "n%u ", v);
  for (uint32_t t = 0; t < ties; t++)
    at += (size_t)sprintf(line + at, "n%u%cn%u:%u ", (uint32_t)chance_below(c, nodes), directed ? '>' : '-',
                          (uint32_t)chance_below(c, nodes), 1 + (uint32_t)chance_below(c, 4));
}

static void right_tables_pass(void **state) {
  struct chance c;
  char line[1000], name[128];
  (void)state;
  chance_start(&c, 3, 1);
  for (int round = 0; round < 24; round++) {
    random_line(line, &c, round % 2);
    nonet *n = net_of(line);
    for (size_t i = 0; measure_row_at(i); i++) {
      nonet_sheet *s = NULL;
      nonet_err err;
      if (!judged(name, i)) continue;
      if (strcmp(name, "community-test") == 0 && round % 8) continue; /* a hundred divisions each */
      nonet_code code = nonet_measure(&s, n, name, &(nonet_measure_options){.verify = true, .weighted = round % 3 == 0}, NULL, &err);
      if (code && code != NONET_EUSAGE) fail_msg("'%s' of \"%s\": %s", name, line, err.text);
      nonet_sheet_free(s);
    }
    nonet_free(n);
  }
}

static void a_note_says_what_was_checked(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  nonet_sheet *s = sheet_of(n, "minimum-separators", &(nonet_measure_options){.verify = true});
  bool said = false;
  for (size_t i = 0; nonet_sheet_note(s, i); i++)
    said |=
        strcmp(nonet_sheet_note(s, i), "minimum-separators: checked: each set, left out, parts the rest, and of all others of that size "
                                       "or one less, all tried, none does.") == 0;
  assert_true(said);
  nonet_sheet_free(s);
  nonet_free(n);
}

/* A table of one network, held against another with the same nodes. */
static nonet_code held_against(const char *name, const char *of, const char *against) {
  const struct measure_row *row = measure_row_find(name, strcspn(name, ":"));
  nonet *n = net_of(of), *m = net_of(against);
  nonet_sheet *s = sheet_of(n, name, NULL);
  struct measure_shared shared = {0};
  struct buffer said = {0};
  struct run run;
  static const nonet_measure_options options;
  nonet_err err = {0};
  run_start(&run, NULL);
  struct measure_ask ask = {.net = m,
                            .parameter = NAN,
                            .parameter_text = strchr(name, ':') ? strchr(name, ':') + 1 : "",
                            .options = &options,
                            .run = &run,
                            .shared = &shared};
  assert_ok(net_simple(&ask.simple, m, m->directed, false, &err), err);
  nonet_code code = row->check(&said, s, &ask, &err);
  if (code) assert_contains(err.text, "failed its check");
  buffer_free(&said);
  pass_free(&shared);
  nonet_sheet_free(s);
  nonet_free(n);
  nonet_free(m);
  return code;
}

static void the_table_of_another_network_fails(void **state) {
  static const char square[] = "a-b b-c c-d d-a e-a", path[] = "a-b b-c c-d e-a d", star[] = "a-b a-c a-d a-e";
  static const struct {
    const char *name, *of, *against;
  } wrong[] = {{"cohesive-blocks", square, path},
               {"cohesive-blocks", path, square},
               {"biconnected-blocks", square, path},
               {"biconnected-blocks", path, square},
               {"minimum-separators", square, path},
               {"minimum-separators", path, star},
               {"minimum-separators", "a-b b-c c-a d-a e-d", path},
               {"dominating-set", star, path},
               {"dominating-set", path, star},
               {"bow-tie", "a>b b>a c>a d>b e", "a>b b>a a>c d>b e"},
               {"bow-tie", "a>b b>a c>a d>b e", "a>b b>a c>a d>b e>c a>e"},
               {"brokerage:component", square, path},
               {"local-constraint", square, "a-b b-c c-d d-a e-a e-b"},
               {"e-i-groups:kind", "a=p b=p c=q a-b b-c", "a=p b=p c=q a-c b-c"},
               {"e-i-test:kind", "a=p b=p c=q a-b b-c", "a=p b=p c=q a-c b-c"},
               {"e-i-test:kind", "a=p b=p c=q d=q a-b b-c", "a=p b=p c=p d=q a-b b-d"},
               {"density-matrix:kind", "a=p b=p c=q a-b b-c", "a=p b=p c=q a-c b-c"},
               {"community-test", square, path},
               {"multilayer-degree", "a-b@x b-c@x c-a@y", "a-b@x b-c@y c-a@y"},
               {"multilayer-degree", "a-b@x b-c@x c-a@y", "a-b@x b-c@x c-a@y c-b@y"},
               {"layer-relevance", "a-b@x b-c@x c-a@y", "a-b@x b-c@x b-a@y"},
               {"multilayer-communities", "a-b@x b-c@x c-a@y c-d@x", "a-b@x b-c@x c-a@y a-d@x"},
               {"layer-brokers", "a-b@x b-c@y c-d@z", "a-b@x b-c@y c-d@z d-a@z"},
               {"governance-form", star, path},
               {"coverage", "a=p b=p s=plan t=plan a-s a-t b-s", "a=p b=p s=plan t=plan a-s b-t"},
               {"coverage", "a=p b=p s=plan t=plan a-s b-t", "a=p b=p s=plan t=plan a-s a-t b-s"},
               {"coverage", "a=p b=p s=plan t=plan a-s a-t b-s", "a=p b=p s=plan t=plan a-s a-t b-s b-t"},
               {"strategy-coverage", "a=p b=p s=plan t=plan a-s a-t b-s", "a=p b=p s=plan t=plan a-s a-t b-s b-t"},
               {"strategy-coverage", "a=p b=p s=plan t=plan a-s a-t", "a=p b=p s=plan t=plan a-s b-t"},
               {"governance-form", path, star},
               {"added-value:a", star, path},
               {"systems-not-projects", "a=p b=p s=plan t=plan a-s a-t", "a=p b=p s=plan t=plan a-s b-t"},
               {"added-value:a;b~c", path, square},
               {"core-periphery", star, square},
               {"structural-equivalence", square, path},
               {"structural-similarity", square, path},
               {"key-players-fragmentation:1", star, path},
               {"key-players-distance:1", star, path},
               {"key-players-reach:1", star, path},
               {"key-players-distance-reach:1", star, path}};
  (void)state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    if (held_against(wrong[i].name, wrong[i].of, wrong[i].of)) fail_msg("the %s of its own network fails", wrong[i].name);
    if (held_against(wrong[i].name, wrong[i].of, wrong[i].against) != NONET_EINTERNAL)
      fail_msg("the %s of \"%s\" passes for \"%s\"", wrong[i].name, wrong[i].of, wrong[i].against);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sets_come_one_after_the_other),
      cmocka_unit_test(every_table_has_a_judge),
      cmocka_unit_test(right_tables_pass),
      cmocka_unit_test(a_note_says_what_was_checked),
      cmocka_unit_test(the_table_of_another_network_fails),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
