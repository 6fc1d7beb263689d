/* What may be typed next. */
#include "ask/asked.h"

struct offered {
  char text[4096];
  size_t count, most;
};

static bool take(void *user, const char *text) {
  struct offered *o = user;
  size_t size = strlen(o->text);
  snprintf(o->text + size, sizeof o->text - size, "|%s|", text);
  return ++o->count < o->most || o->most == 0;
}

static struct offered completed(const nonet *n, const char *typed, size_t most) {
  struct offered o = {.most = most};
  nonet_err err;
  assert_ok(nonet_ask_complete(n, typed, take, &o, &err), err);
  return o;
}

static void an_empty_line_offers_the_first_words(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  struct offered o = completed(n, "", 0);
  assert_contains(o.text, "|who|");
  assert_contains(o.text, "|where|");
  nonet_free(n);
}

static void words_of_forms_go_on_by_what_stands_before(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  struct offered o = completed(n, "who w", 0);
  assert_string_equal(o.text, "|works|");
  assert_contains(completed(n, "who works w", 0).text, "|with|");
  assert_contains(completed(n, "how is a c", 0).text, "|connected|");
  assert_contains(completed(n, "how is a connected to b avo", 0).text, "|avoiding|");
  nonet_free(n);
}

static void names_go_on_from_the_last_word(void **state) {
  (void)state;
  nonet *n = graph_named("birmingham-2000");
  assert_contains(completed(n, "who works with Core Sk", 0).text, "|Skills Partnership|");
  assert_contains(completed(n, "who is in wider c", 0).text, "|city|");
  assert_contains(completed(n, "who works with gfa", 0).text, "|GFA Consulting|");
  nonet_free(n);
}

static void it_stops_when_told_so_and_offers_nothing_twice(void **state) {
  (void)state;
  nonet *n = graph_named("birmingham-2000");
  assert_int_equal(completed(n, "who works with ", 3).count, 3);
  struct offered o = completed(n, "who", 0);
  assert_string_equal(o.text, "|who|");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_empty_line_offers_the_first_words),
      cmocka_unit_test(words_of_forms_go_on_by_what_stands_before),
      cmocka_unit_test(names_go_on_from_the_last_word),
      cmocka_unit_test(it_stops_when_told_so_and_offers_nothing_twice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
