/* nonet --version names what its results depend on. */
#include "program.h"

static void it_names_itself_and_the_libraries_with_their_versions(void **state) {
  (void)state;
  assert_status("$nonet --version", 0);
  assert_int_equal(strncmp(ran.out, "nonet " NONET_VERSION "\nigraph ", strlen("nonet " NONET_VERSION "\nigraph ")), 0);
  const char *name, *version;
  for (size_t i = 0; (name = nonet_library_at(i, &version)); i++) {
    char both[80];
    snprintf(both, sizeof both, "\n%s %s\n", name, version);
    assert_contains(ran.out, both);
    assert_true(version[0] >= '0' && version[0] <= '9');
  }
  assert_string_equal(nonet_library_at(0, NULL), "igraph");
  assert_contains(ran.out, "Graphviz ");
}

static void a_program_that_does_not_draw_is_an_error_that_says_so(void **state) {
  (void)state;
  char text[40];
  nonet_err err;
  assert_int_equal(nonet_draw_version(text, sizeof text, "/nonexistent/nonet-draw", NULL, &err) < 0, 1);
  assert_string_equal(text, "");
  assert_contains(err.text, "nonet-draw");
  assert_ok(nonet_draw_version(text, 12, NONET_DRAW_PATH, NULL, &err), err);
  assert_string_equal(text, "nonet-draw "); /* cut to the room */
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(it_names_itself_and_the_libraries_with_their_versions),
                                     cmocka_unit_test(a_program_that_does_not_draw_is_an_error_that_says_so)};
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
