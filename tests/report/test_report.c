/* The report as a whole: which files it leaves, and that it leaves no index when it fails. */
#include "report/report.h"

#include "fixture/net_of.h"
#include "fixture/survey_of.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static int make_folder(void **state) {
  (void)state;
  strcpy(folder, "/tmp/nonet-report-XXXXXX");
  return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state) {
  (void)state;
  char command[128];
  snprintf(command, sizeof command, "rm -r '%s'", folder);
  return system(command);
}

static bool is_there(const char *name) {
  char path[128];
  struct stat info;
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return stat(path, &info) == 0 && info.st_size > 0;
}

static char *text_of(const char *name) {
  char path[128];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  char *text = calloc(1, 1 << 22);
  size_t size = fread(text, 1, (1 << 22) - 1, file);
  assert_true(size > 0);
  fclose(file);
  return text;
}

static void a_report_holds_every_file_that_it_speaks_of(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@X c-d@Y b-d@Y");
  nonet_err err = {0};
  assert_ok(nonet_report(folder, n, &(nonet_report_options){.program = NONET_DRAW_PATH}, NULL, &err), err);
  const char *const files[] = {"index.html", "summary.json", "nodes.csv",  "ties.csv",   "whole.csv",       "layers.csv",     "map.dot",
                               "map.svg",    "layers.dot",   "layers.svg", "panels.svg", "added-value.svg", "added-value.csv"};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    if (!is_there(files[i])) fail_msg("%s is missing", files[i]);
  char *page = text_of("index.html");
  assert_contains(page, "<svg");
  assert_null(strstr(page, "<script"));
  for (const char *link = page; (link = strstr(link, "<a href=\"#")); link++) { /* every chapter that is named is there */
    char id[64];
    snprintf(id, sizeof id, "<section id=\"%.*s\">", (int)strcspn(link + 10, "\""), link + 10);
    assert_contains(page, id);
  }
  free(page);
  nonet_free(n);
}

static void the_same_network_gives_the_same_bytes(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-a c-d");
  nonet_err err = {0};
  const nonet_report_options options = {.program = NONET_DRAW_PATH};
  assert_ok(nonet_report(folder, n, &options, NULL, &err), err);
  char *once = text_of("index.html");
  assert_ok(nonet_report(folder, n, &options, NULL, &err), err);
  char *twice = text_of("index.html");
  assert_string_equal(once, twice);
  free(once);
  free(twice);
  nonet_free(n);
}

static void a_missing_drawing_program_costs_a_sentence_and_not_the_report(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  nonet_err err = {0};
  assert_ok(nonet_report(folder, n, &(nonet_report_options){.program = "/nowhere/nonet-draw"}, NULL, &err), err);
  char *page = text_of("index.html");
  assert_contains(page, "could not be drawn");
  free(page);
  nonet_free(n);
}

static void who_was_silent_is_among_what_the_data_cannot_say(void **state) {
  (void)state;
  nonet *n = survey_of("abcd -101 1-.0 ..-. 101-");
  nonet_err err = {0};
  assert_ok(nonet_report(folder, n, &(nonet_report_options){.program = NONET_DRAW_PATH}, NULL, &err), err);
  char *page = text_of("index.html"), *whole = text_of("whole.csv");
  assert_contains(page,
                  "<li>3 of the 4 that were asked answered, and 4 of 12 questions are open. No answer came from c. What was not answered");
  assert_contains(whole, "response-rate,0.75\n");
  assert_contains(whole, "answered-density,0.625\n");
  free(page);
  free(whole);
  nonet_free(n);
}

static void an_empty_network_has_a_report(void **state) {
  (void)state;
  nonet *n = net_of("");
  nonet_err err = {0};
  assert_ok(nonet_report(folder, n, &(nonet_report_options){.program = NONET_DRAW_PATH}, NULL, &err), err);
  assert_true(is_there("index.html"));
  nonet_free(n);
}

static void a_folder_that_cannot_be_made_is_an_error(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  nonet_err err = {0};
  assert_int_equal(nonet_report("/dev/null/x", n, NULL, NULL, &err), NONET_EIO);
  assert_contains(err.text, "/dev/null");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_report_holds_every_file_that_it_speaks_of, make_folder, remove_folder),
      cmocka_unit_test_setup_teardown(the_same_network_gives_the_same_bytes, make_folder, remove_folder),
      cmocka_unit_test_setup_teardown(a_missing_drawing_program_costs_a_sentence_and_not_the_report, make_folder, remove_folder),
      cmocka_unit_test_setup_teardown(who_was_silent_is_among_what_the_data_cannot_say, make_folder, remove_folder),
      cmocka_unit_test_setup_teardown(an_empty_network_has_a_report, make_folder, remove_folder),
      cmocka_unit_test(a_folder_that_cannot_be_made_is_an_error),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
