/* Names that people type find what they mean, or an error that offers the nearest. */
#include "fixture/net_of.h"
#include "rows.h"

static nonet *city(void) {
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){
                   .key = "yo", .label = "Youth Offer", .short_name = "Youth", .aliases = "Jeunes; The Offer", .layers = "Éducation"});
  rows_node(d, (nonet_node_row){.key = "ht", .label = "Health  Trust", .short_name = "Trust", .layers = "Health", .kind = "partner"});
  rows_node(d, (nonet_node_row){.key = "st", .label = "Savings Trust", .short_name = "Trust", .kind = "strategy"});
  rows_node(d, (nonet_node_row){.key = "A"});
  rows_node(d, (nonet_node_row){.key = "a"});
  rows_node(d, (nonet_node_row){.key = "Jeunes2", .label = "yo"});
  return rows_seal(d, (nonet_seal_options){0});
}

static void assert_finds(const nonet *n, const char *name, const char *key) {
  uint32_t v;
  nonet_err err;
  assert_ok(nonet_find_node(&v, n, name, &err), err);
  assert_int_equal(v, node_of(n, key));
}

static void assert_unknown(const nonet *n, const char *name, const char *part) {
  uint32_t v = 0;
  nonet_err err;
  assert_int_equal(nonet_find_node(&v, n, name, &err), NONET_EUSAGE);
  assert_int_equal(v, NONET_NONE);
  assert_contains(err.text, part);
}

static void a_name_is_found_without_case_accents_and_repeated_spaces(void **state) {
  (void)state;
  nonet *n = city();
  assert_finds(n, "yo", "yo");
  assert_finds(n, "YO", "yo"); /* a key before the label of another */
  assert_finds(n, " youth   OFFER ", "yo");
  assert_finds(n, "youth", "yo");
  assert_finds(n, "jeunes", "yo");
  assert_finds(n, "the offer", "yo");
  assert_finds(n, "Health Trust", "ht");
  nonet_free(n);
}

static void keys_that_fold_alike_are_told_apart_by_the_exact_one(void **state) {
  (void)state;
  nonet *n = city();
  assert_finds(n, "A", "A");
  assert_finds(n, "a", "a");
  assert_unknown(n, " a ", "' a ' names several nodes ('A', 'a'): use the key of one");
  nonet_free(n);
}

static void a_name_that_several_have_or_none_is_an_error_with_the_nearest(void **state) {
  (void)state;
  nonet *n = city();
  assert_unknown(n, "trust", "'trust' names several nodes ('ht', 'st')");
  assert_unknown(n, "Yuoth Ofer", "there is no node 'Yuoth Ofer' (did you mean 'Youth Offer'");
  assert_unknown(n, "Zzzzzz", "there is no node 'Zzzzzz'");
  assert_unknown(n, "", "there is no node ''");
  assert_unknown(n, "\xff", "UTF-8");
  nonet_free(n);
}

static void layers_and_kinds_are_found_the_same_way(void **state) {
  (void)state;
  nonet *n = city();
  uint32_t i;
  nonet_err err;
  assert_ok(nonet_find_layer(&i, n, "education", &err), err);
  assert_int_equal(i, 0);
  assert_ok(nonet_find_kind(&i, n, "Strategy", &err), err);
  assert_int_equal(i, 1);
  assert_int_equal(nonet_find_layer(&i, n, "Helth", &err), NONET_EUSAGE);
  assert_string_equal(err.text, "there is no layer 'Helth' (did you mean 'Health'?)");
  assert_int_equal(nonet_find_kind(&i, n, "partners", &err), NONET_EUSAGE);
  assert_contains(err.text, "'partner'");
  assert_int_equal(i, NONET_NONE);
  nonet_free(n);
}

static void the_bare_key_of_a_scope_is_a_label(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "1", .to = "2", .scope = "A"});
  rows_tie(d, (nonet_tie_row){.from = "1", .to = "3", .scope = "B"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  assert_finds(n, "3", "B:3");
  assert_finds(n, "a:1", "A:1");
  assert_unknown(n, "1", "several nodes ('A:1', 'B:1')");
  nonet_free(n);
}

static void an_empty_network_knows_no_name(void **state) {
  (void)state;
  nonet *n = corner("null");
  assert_unknown(n, "a", "there is no node 'a'");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_name_is_found_without_case_accents_and_repeated_spaces),
      cmocka_unit_test(keys_that_fold_alike_are_told_apart_by_the_exact_one),
      cmocka_unit_test(a_name_that_several_have_or_none_is_an_error_with_the_nearest),
      cmocka_unit_test(layers_and_kinds_are_found_the_same_way),
      cmocka_unit_test(the_bare_key_of_a_scope_is_a_label),
      cmocka_unit_test(an_empty_network_knows_no_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
