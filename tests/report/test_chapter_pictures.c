/* The pictures of the page: which there are, and what a drawing that fails costs. */
#include "report/fixture_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const nonet_report_options draws = {.program = NONET_DRAW_PATH};

/* The chapter, its files left in a folder that is emptied again; `files` says which of them there were. */
static char *pictures_of(nonet *n, const nonet_report_options *options, char files[200]) {
  static const char *const names[] = {"map.dot",    "map.svg",    "matrix.dot", "matrix.svg",
                                      "layers.dot", "layers.svg", "panels.dot", "panels.svg"};
  char folder[] = "/tmp/nonet-pictures-XXXXXX", path[80];
  struct report r;
  assert_non_null(mkdtemp(folder));
  facts_of(&r, n);
  r.folder = folder;
  r.options = options;
  char *page = chapter_of(&r, chapter_pictures);
  files[0] = '\0';
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    if (unlink(path) == 0) strcat(strcat(files, names[i]), " ");
  }
  assert_int_equal(rmdir(folder), 0);
  facts_done(&r, n);
  return page;
}

static void each_sort_of_network_has_its_pictures(void **state) {
  static const char *const lines[][2] = {{"a-b b-c", "map.dot map.svg "},
                                         {"p=partner x=strategy q=partner p-x q-x", "map.dot map.svg matrix.dot matrix.svg "},
                                         {"a-b@X b-c@Y", "map.dot map.svg layers.dot layers.svg panels.dot panels.svg "},
                                         {"a-b@X c-d@Y", "map.dot map.svg "},
                                         {"", ""}};
  (void)state;
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    char files[200];
    char *page = pictures_of(net_of(lines[i][0]), &draws, files);
    assert_string_equal(files, lines[i][1]);
    assert_int_equal(strstr(page, "separate networks") != NULL, i == 3);
    assert_int_equal(strstr(page, "nothing to draw") != NULL, i == 4);
    free(page);
  }
}

static void a_program_that_fails_costs_a_sentence_and_leaves_no_file(void **state) {
  (void)state;
  char files[200];
  char *page = pictures_of(net_of("a-b b-c"), &(nonet_report_options){.program = "/bin/false"}, files);
  assert_contains(page, "This picture could not be drawn: ");
  assert_string_equal(files, "");
  assert_null(strstr(page, "<figure"));
  free(page);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(each_sort_of_network_has_its_pictures),
                                     cmocka_unit_test(a_program_that_fails_costs_a_sentence_and_leaves_no_file)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
