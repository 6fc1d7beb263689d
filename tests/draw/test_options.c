/* The command line. */
#include "draw/drawing.h"

static void help_and_version_are_said_on_standard_output(void **state) {
  (void)state;
  assert_contains(drawing_of("--help", "").out, "usage: nonet-draw");
  assert_contains(drawing_of("--version", "").out, "Graphviz");
}

static void what_is_not_understood_is_a_usage_error(void **state) {
  (void)state;
  static const char *const wrong[] = {"",
                                      "--layout dot",
                                      "--as svg",
                                      "--as gif --layout dot",
                                      "--layout spring --as json",
                                      "--layout dot --as svg,png",
                                      "--layout dot --as svg=",
                                      "--layout dot --as",
                                      "--bogus",
                                      "--as json a.gv b.gv",
                                      "--as json --timeout soon",
                                      "--as json --timeout -1",
                                      "--as json --timeout nan",
                                      "--as json --max-memory 1T",
                                      "--as json --dpi 0",
                                      "--layout dot --as svg --id-prefix 7x",
                                      "--layout dot --as svg --id-prefix a\"b"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    drawing_fails(2, wrong[i], "graph { a }");
}

static void a_dash_is_standard_input_and_two_end_the_options(void **state) {
  (void)state;
  drawing_of("--as json -", "graph { a }");
  assert_contains(drawing_fails(4, "--as json -- --help", "").err, "--help: cannot read");
  assert_contains(drawing_fails(4, "--as json /tmp", "").err, "cannot read");
}

static void limits_can_be_lifted(void **state) {
  (void)state;
  drawing_of("--layout dot --as svg --max-memory 0 --timeout 0", "graph { a }");
  drawing_of("--layout dot --as svg --max-memory 1.5G --timeout 1e2", "graph { a }");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(help_and_version_are_said_on_standard_output),
      cmocka_unit_test(what_is_not_understood_is_a_usage_error),
      cmocka_unit_test(a_dash_is_standard_input_and_two_end_the_options),
      cmocka_unit_test(limits_can_be_lifted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
