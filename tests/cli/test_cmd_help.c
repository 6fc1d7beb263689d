/* nonet help and nonet list: every row of every registry is explained, and fits a terminal. */
#include "cli/program.h"

/* No line of the last run is wider than a terminal; a word that cannot be broken (an address) may stick out. */
static void assert_fits(const char *what, size_t width) {
  for (const char *line = ran.out; *line;) {
    size_t size = strcspn(line, "\n"), columns = 0;
    for (size_t i = 0; i < size; i++)
      columns += ((unsigned char)line[i] & 0xC0) != 0x80;
    size_t indent = strspn(line, " ");
    bool one_word = indent < size && !memchr(line + indent, ' ', size - indent);
    if (columns > width && !one_word) fail_msg("%s: %.*s", what, (int)size, line);
    line += size + (line[size] == '\n');
  }
}

static void help_on(const char *name) {
  char command[160];
  snprintf(command, sizeof command, "$nonet help '%s'", name);
  assert_status(command, 0);
  assert_string_equal(ran.err, "");
  assert_contains(ran.out, name);
  assert_fits(name, 80);
}

/* The command that the last page shows, for a network in the files net/; owned by the caller. */
static char *example_command(void) {
  static const char files[] = "FILE...";
  const char *at = strstr(ran.out, "\n  example");
  if (!at || !(at = strstr(at, "nonet "))) fail_msg("no example: %s", ran.out);
  char *command = calloc(strlen(at) + 64, 1);
  strcpy(command, "$");
  for (size_t size = 1; *at && strncmp(at, "\n\n", 2) != 0; size = strlen(command)) {
    bool is_files = strncmp(at, files, sizeof files - 1) == 0, is_name = strncmp(at, "NAME", 4) == 0;
    if (is_files || is_name)
      strcpy(command + size, is_files ? "net" : strstr(command, "Library") ? "College" : "Library");
    else if (*at != '\n' && (*at != ' ' || command[size - 1] != ' '))
      command[size] = *at;
    at += is_files ? sizeof files - 1 : is_name ? 4 : 1;
  }
  return command;
}

static void every_measure_is_explained_and_its_example_runs(void **state) {
  static const char *const labels[] = {"formula", "convention", "undefined", "range", "cost", "source"};
  (void)state;
  if (mkdir("net", 0777) != 0) fail_msg("cannot make a folder");
  write_file("net/nodes.csv", "id,kind,layer\nLibrary,partner,East\nCollege,partner,East;West\nTrust,partner,West\n"
                              "Skills,strategy,East\nCare,strategy,West\n");
  write_file("net/ties.csv", "from,to,layer\nLibrary,Skills,East\nCollege,Skills,East\nCollege,Care,West\nTrust,Care,West\n");
  for (size_t i = 0; nonet_measure_at(i); i++) {
    const nonet_measure_info *m = nonet_measure_at(i);
    help_on(m->name);
    for (size_t l = 0; l < sizeof labels / sizeof labels[0]; l++)
      if (!strstr(ran.out, labels[l])) fail_msg("the page of %s lacks its %s", m->name, labels[l]);
    char *command = example_command();
    assert_contains(command, "nonet measure net --measures ");
    assert_status(command, 0);
    assert_true(strlen(ran.out) > 10);
    free(command);
  }
}

static void every_view_format_renderer_and_layout_is_explained(void **state) {
  (void)state;
  for (size_t i = 0; nonet_view_at(i); i++) {
    char word[64];
    snprintf(word, sizeof word, "%.*s", (int)strcspn(nonet_view_at(i)->form, ":["), nonet_view_at(i)->form);
    help_on(word);
    assert_contains(ran.out, "--view");
  }
  for (size_t i = 0; nonet_format_at(i); i++)
    help_on(nonet_format_at(i)->name);
  for (size_t i = 0; nonet_renderer_at(i); i++)
    help_on(nonet_renderer_at(i)->name);
  for (size_t i = 0; nonet_layout_at(i); i++)
    help_on(nonet_layout_at(i)->name);
}

static void the_overview_names_every_command(void **state) {
  (void)state;
  static const char *const names[] = {"report", "info", "measure", "paths", "draw", "convert", "list", "help", "template", "version"};
  assert_status("$nonet help", 0);
  assert_fits("help", 80);
  char *overview = strdup(ran.out);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    assert_contains(overview, names[i]);
    help_on(names[i]);
  }
  assert_status("$nonet --help", 0);
  assert_string_equal(ran.out, overview);
  free(overview);
}

static void an_unknown_name_offers_the_nearest(void **state) {
  (void)state;
  assert_refused("$nonet help betweness", 2, "did you mean 'betweenness'?");
  assert_refused("$nonet help qqqqqq", 2, "'qqqqqq'");
}

static void every_list_comes_in_every_form(void **state) {
  (void)state;
  static const char *const lists[] = {"measures", "formats", "renderers", "layouts", "views", "profiles"};
  static const char *const forms[] = {"table", "csv", "json", "markdown"};
  for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
    for (size_t j = 0; j < sizeof forms / sizeof forms[0]; j++) {
      char command[96];
      snprintf(command, sizeof command, "$nonet list %s --as %s", lists[i], forms[j]);
      assert_status(command, 0);
      assert_true(strlen(ran.out) > 20);
      if (j == 0) assert_fits(command, 80);
      if (j == 2) assert_contains(ran.out, "{\"schema\":1,");
    }
}

static void the_list_of_measures_has_a_row_for_each(void **state) {
  (void)state;
  size_t measures = 0, lines = 0;
  while (nonet_measure_at(measures))
    measures++;
  assert_status("$nonet list measures --as csv", 0);
  assert_int_equal(strncmp(ran.out, "name,scope,summary,", 19), 0);
  for (const char *c = ran.out; *c; c++)
    lines += *c == '\n';
  assert_int_equal(lines, measures + 1);
}

static void an_unknown_list_offers_the_nearest(void **state) {
  (void)state;
  assert_refused("$nonet list mesures", 2, "did you mean 'measures'?");
  assert_refused("$nonet list", 2, "nonet list measures|formats");
  assert_refused("$nonet list queries", 2, "there is no list of 'queries'");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_measure_is_explained_and_its_example_runs),
      cmocka_unit_test(every_view_format_renderer_and_layout_is_explained),
      cmocka_unit_test(the_overview_names_every_command),
      cmocka_unit_test(an_unknown_name_offers_the_nearest),
      cmocka_unit_test(every_list_comes_in_every_form),
      cmocka_unit_test(the_list_of_measures_has_a_row_for_each),
      cmocka_unit_test(an_unknown_list_offers_the_nearest),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
