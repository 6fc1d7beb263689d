/* What is refused before anything is laid out, and with which line. */
#include "draw/drawing.h"
#include <dirent.h>

static void a_syntax_error_names_its_line(void **state) {
  (void)state;
  assert_contains(drawing_fails(3, "--as json", "graph {\n a -- b\n a -> b\n}\n").err, "-:3: syntax error");
  assert_contains(drawing_fails(3, "--as json", "graph {\n a [label=\"x\ny\"]\n a -> b\n}\n").err, "-:4: syntax error");
  assert_contains(drawing_fails(3, "--layout dot --as svg", "{ a -- b }").err, "-:1: ");
}

static void the_end_of_the_file_inside_something_is_an_error(void **state) {
  (void)state;
  drawing_fails(3, "--as json", "graph {");
  drawing_fails(3, "--as json", "graph { \"a");
  drawing_fails(3, "--as json", "graph { a [label=<b");
  drawing_fails(3, "--as json", "graph { /* a");
  assert_contains(drawing_fails(3, "--as json", "").err, "no graph");
  assert_contains(drawing_fails(3, "--as json", "\n// nothing\n").err, "no graph");
}

static void only_one_graph_and_nothing_behind_it(void **state) {
  (void)state;
  assert_contains(drawing_fails(3, "--as json", "graph { a }\ngraph { b }\n").err, "more than one graph");
  assert_contains(drawing_fails(3, "--as json", "graph { a }\n}}} junk\n").err, "-:2: ");
  assert_contains(drawing_fails(3, "--as json", "graph { a }\n@ junk\n").err, "'@'");
  drawing_of("--as json", "graph { a }\n// a last word\n");
}

static void bytes_that_are_no_text_are_refused_with_their_line(void **state) {
  (void)state;
  assert_contains(drawing_fails(3, "--as json", "graph {\n a -- \"caf\xE9\"\n}").err, "-:2: not UTF-8");
  drawing_fails(3, "--as json", "graph { \"\xC0\x80\" }");
  drawing_fails(3, "--as json", "graph { \"\xED\xA0\x80\" }");
  drawing_fails(3, "--as json", "graph { \"\xF5\x80\x80\x80\" }");
  drawing_fails(3, "--as json", "graph { \"\xE2\x82");
  struct drawing made = drawing_run_to("--as json", "graph {\r a -- \"b\0c\" }", 22, NULL);
  assert_int_equal(made.status, 3);
  assert_contains(made.err, "-:2: a NUL byte");
}

static void line_ends_of_every_kind_and_a_byte_order_mark_are_read(void **state) {
  (void)state;
  static const char *const texts[] = {"graph {\r a\r b\r}\r", "graph {\r\n a\r\n b\r\n}\r\n", "\xEF\xBB\xBFgraph {\n a\n b\n}\n"};
  for (size_t i = 0; i < 3; i++) {
    json_t *g = drawing_json("--as json", texts[i]);
    assert_string_equal(drawing_text(g, "nodes.1.id"), "b");
    assert_near(drawing_number(g, "nodes.1.line"), 3, 0);
    json_decref(g);
  }
}

static void a_hash_line_cannot_renumber_the_lines(void **state) {
  (void)state;
  assert_contains(drawing_fails(3, "--as json", "graph {\n# 700 \"/etc/passwd\"\n a -> b }\n").err, "-:3: syntax error");
}

static void a_text_may_be_long_and_is_refused_when_it_is_absurd(void **state) {
  (void)state;
  static const size_t lengths[] = {16383, 16384, 16385, 300000};
  for (size_t i = 0; i < 4; i++) {
    char *dot = calloc(lengths[i] + 40, 1), *name = calloc(lengths[i] + 1, 1);
    assert_true(dot != NULL && name != NULL);
    memset(name, 'x', lengths[i]);
    sprintf(dot, "graph { a -- \"%s\" }", name);
    json_t *g = drawing_json("--as json", dot);
    assert_string_equal(drawing_text(g, "nodes.1.id"), name);
    json_decref(g);
    free(dot);
    free(name);
  }
  char *dot = calloc(1100000, 1);
  assert_non_null(dot);
  strcpy(dot, "graph { \"");
  memset(dot + 9, 'x', 1050000);
  strcat(dot, "\" }");
  assert_contains(drawing_fails(3, "--as json", dot).err, "more than a million bytes");
  free(dot);
}

/* Nested deeper than the parser can hold: an error, no crash. */
static void deep_nesting_is_refused(void **state) {
  (void)state;
  enum { DEPTH = 100000 };
  char *dot = calloc(2 * DEPTH + 20, 1);
  assert_non_null(dot);
  strcpy(dot, "graph {");
  memset(dot + 7, '{', DEPTH);
  memset(dot + 7 + DEPTH, '}', DEPTH + 1);
  drawing_fails(3, "--as json", dot);
  free(dot);
}

static void the_file_is_named_in_the_error(void **state) {
  (void)state;
  char folder[40], path[80], args[120];
  drawing_folder(folder);
  snprintf(path, sizeof path, "%s/x.gv", folder);
  snprintf(args, sizeof args, "--as json %s", path);
  assert_contains(drawing_fails(4, args, "").err, "x.gv: cannot read");
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs("graph {\n ] }", file);
  fclose(file);
  assert_contains(drawing_fails(3, args, "").err, "x.gv:2: syntax error");
  remove(path);
  rmdir(folder);
}

#define CORPUS NONET_SOURCE_DIR "/../shared/data/malformed"

/* The files of the corpus of malformed input, where it is at hand: no crash, one line, the right verdict. */
static void the_corpus_gets_its_verdicts(void **state) {
  (void)state;
  static const char refused[] = " dot-anon.gv dot-bad-utf8.gv dot-fontsize.gv dot-nul-byte.gv dot-trailing-junk.gv dot-wrong-arrow.gv ";
  DIR *folder = opendir(CORPUS);
  if (folder == NULL) {
    print_message("skipped: no " CORPUS "\n");
    skip();
  }
  for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
    char args[400], word[300];
    if (strncmp(entry->d_name, "dot-", 4) != 0) continue;
    snprintf(args, sizeof args, "--as json " CORPUS "/%s", entry->d_name);
    snprintf(word, sizeof word, " %s ", entry->d_name);
    if (strstr(refused, word) != NULL)
      drawing_fails(3, args, "");
    else
      json_decref(drawing_json(args, ""));
    snprintf(args, sizeof args, "--layout dot --as svg --timeout 20 " CORPUS "/%s", entry->d_name);
    struct drawing made = drawing_run(args, "");
    assert_true(made.status == 0 || made.status == 3);
    if (made.status == 0) {
      assert_true(drawing_well_formed(made.out));
      assert_null(strstr(made.out, "<script"));
      assert_null(strstr(made.out, "href="));
    }
  }
  closedir(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_syntax_error_names_its_line),
      cmocka_unit_test(the_end_of_the_file_inside_something_is_an_error),
      cmocka_unit_test(only_one_graph_and_nothing_behind_it),
      cmocka_unit_test(bytes_that_are_no_text_are_refused_with_their_line),
      cmocka_unit_test(line_ends_of_every_kind_and_a_byte_order_mark_are_read),
      cmocka_unit_test(a_hash_line_cannot_renumber_the_lines),
      cmocka_unit_test(a_text_may_be_long_and_is_refused_when_it_is_absurd),
      cmocka_unit_test(deep_nesting_is_refused),
      cmocka_unit_test(the_file_is_named_in_the_error),
      cmocka_unit_test(the_corpus_gets_its_verdicts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
