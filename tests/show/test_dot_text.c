/* Text as DOT: nothing from data breaks out, and no two nodes share an id. */
#include "fixture/net_of.h"
#include "show/dot_text.h"
#include "test.h"

static void label_is(const char *text, const char *want) {
  struct buffer b = {0};
  dot_label(&b, text, "\\n");
  assert_string_equal(buffer_string(&b), want);
  buffer_free(&b);
}

static void quotes_backslashes_and_line_ends_are_escaped(void **state) {
  (void)state;
  label_is("say \"x\"", "say \\\"x\\\"");
  label_is("\\N\\G\\", "\\\\N\\\\G\\\\");
  label_is("one\ntwo", "one\\ntwo");
  label_is("<b>", "<b>");
}

static void an_entity_is_shown_as_it_was_typed(void **state) {
  (void)state;
  struct buffer b = {0};
  dot_label(&b, "R&amp;D", "\\n");
  assert_null(strstr(buffer_string(&b), "R&amp;D")); /* Graphviz would show R&D */
  buffer_free(&b);
}

static void plain_keys_are_ids_and_others_have_numbers(void **state) {
  (void)state;
  nonet_draft *d = draft_of("plain");
  nonet *n = NULL;
  nonet_err err;
  static const char *const odd[] = {"a\"b", "n1", "\\", "node", "n2"};
  for (size_t i = 0; i < 5; i++)
    assert_ok(nonet_draft_node(NULL, d, &(nonet_node_row){.key = odd[i], .origin = {NONET_NONE, 0}}, &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  struct buffer ids[6] = {{0}};
  for (uint32_t v = 0; v < 6; v++) {
    dot_id(&ids[v], n, v);
    const char *id = buffer_string(&ids[v]);
    assert_true(id[0] == '"' && id[ids[v].size - 1] == '"');
    assert_null(memchr(id + 1, '"', ids[v].size - 2));
    assert_null(strchr(id, '\\'));
    for (uint32_t u = 0; u < v; u++)
      assert_string_not_equal(id, buffer_string(&ids[u]));
  }
  assert_string_equal(buffer_string(&ids[0]), "\"plain\"");
  for (uint32_t v = 0; v < 6; v++)
    buffer_free(&ids[v]);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(quotes_backslashes_and_line_ends_are_escaped),
                                     cmocka_unit_test(an_entity_is_shown_as_it_was_typed),
                                     cmocka_unit_test(plain_keys_are_ids_and_others_have_numbers)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
