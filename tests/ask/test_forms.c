/* The registry of forms: complete, each answered, and each call named is one of nonet.h. */
#include "ask/asked.h"

static void every_form_has_a_meaning_an_example_and_a_call(void **state) {
  (void)state;
  size_t forms = 0, conditions = 0;
  for (size_t i = 0; nonet_question_at(i); i++) {
    const nonet_question *q = nonet_question_at(i);
    assert_true(*q->form && *q->meaning && *q->call);
    forms += *q->example != 0;
    conditions += *q->example == 0;
    for (size_t k = 0; k < i; k++)
      assert_string_not_equal(nonet_question_at(k)->form, q->form);
  }
  assert_int_equal(forms, 21);
  assert_int_equal(conditions, 7);
}

/* On the network that the examples are about each is answered, but for what a page without dates cannot tell. */
static void every_example_is_answered(void **state) {
  (void)state;
  nonet *n = graph_named("birmingham-2000");
  for (size_t i = 0; nonet_question_at(i) && *nonet_question_at(i)->example; i++) {
    const nonet_question *q = nonet_question_at(i);
    if (strncmp(q->form, "what changed", 12) == 0) {
      refused(n, q->example, NONET_ENOANSWER, "no tie has a date");
      continue;
    }
    nonet_answer *a = asked(n, q->example);
    if (!nonet_answer_sentence(a, 0)) fail_msg("%s: no sentence", q->example);
    nonet_answer_free(a);
  }
  nonet_free(n);
}

/* Corner networks get an answer or a clear no, and never a fault. */
static void every_form_stands_on_corner_networks(void **state) {
  (void)state;
  static const char *const questions[] = {"who connects a to b", "how is a connected to b avoiding c",
                                          "is a connected to a", "who could introduce a to b",
                                          "who works with a",    "what does a work on",
                                          "who works on a",      "what do a and b share",
                                          "who is in X",         "why is a important",
                                          "who is most central", "who are the 1 key players",
                                          "what if a left",      "where are the gaps",
                                          "what changed"};
  for (size_t i = 0; corner_at(i); i++) {
    nonet *n = corner(corner_at(i)->name);
    for (size_t k = 0; k < sizeof questions / sizeof *questions; k++) {
      nonet_answer *a;
      nonet_err err = {0};
      nonet_code code = nonet_ask(&a, n, questions[k], NULL, NULL, &err);
      if (code != NONET_OK && code != NONET_EUSAGE && code != NONET_ENOANSWER)
        fail_msg("%s: \"%s\" gave %d: %s", corner_at(i)->name, questions[k], (int)code, err.text);
      assert_true((code == NONET_OK) == (a != NULL));
      nonet_answer_free(a);
    }
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_form_has_a_meaning_an_example_and_a_call),
      cmocka_unit_test(every_example_is_answered),
      cmocka_unit_test(every_form_stands_on_corner_networks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
