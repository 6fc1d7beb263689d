/* --anonymise: of a network whose every name, path, source and attribute has "zyxw" in it, or 987654, no output of any command has either.
 */
#include "cli/program.h"

#define REAL "zyxw\\|987654\\|alphabet" /* for grep -i */

static int files(void **state) {
  if (scratch_open(state) != 0 || mkdir("zyxwdir", 0777) != 0) return -1;
  write_file("zyxwdir/zyxwnodes.csv", "id,label,short name,kind,aliases,layer,zyxwcolumn,budget\n"
                                      "zyxw-a,Zyxwv Trust,ZYXWT,charity,Zyxw Old Name;Zyxwy,Health,zyxwvalue,987654\n"
                                      "zyxw-b,Zyxwb Fund,ZYXWB,charity,,Arts,zyxwother,1\nzyxw-c,Zyxwc Council,ZYXWC,agency,,Health,,2\n"
                                      "zyxw-d,Zyxwd School,ZYXWD,agency,,,,3\nzyxw-e,Zyxwe Club,,charity,,,,4\nzyxw-f,Zyxwf Club,,,,,,5\n");
  write_file("zyxwdir/zyxwties.csv", "from,to,kind,layer,weight,since,until,source document,zyxwremark\n"
                                     "zyxw-a,zyxw-b,funds,Health,3,2001,2003,Zyxw minutes p. 3,zyxwnote\n"
                                     "zyxw-b,zyxw-c,leads,Health,1,2002,2004,Zyxw letter,987654\n"
                                     "zyxw-c,zyxw-d,leads,Arts,2,2001,2009,Zyxw letter,\nzyxw-d,zyxw-a,funds,Arts,2,2005,2009,,\n"
                                     "zyxw-a,zyxw-c,leads,Arts,5,2001,2003,Zyxw letter,\nZyxwe Club,zyxw-a,leads,Arts,1,2001,2003,,\n"
                                     "zyxw-a,zyxw-b,funds,Health,3,2001,2003,Zyxw minutes p. 3,zyxwnote\n");
  return 0;
}

static const char *const commands[] = {"info FILES",
                                       "info FILES --as json",
                                       "info FILES --as markdown",
                                       "info FILES -v",
                                       "measure FILES --profile all --as json",
                                       "measure FILES --profile all --view 'without:Charity 1'",
                                       "measure FILES --measures degree --as csv",
                                       "measure FILES --scope tie --as csv --weighted",
                                       "measure FILES --measures 'e-i-index:kind' --cite --verify",
                                       "ask 'who connects NODE1 to NODE2' FILES",
                                       "ask 'who works with NODE1' FILES --as json",
                                       "ask 'who connects NODE1 to NODE2' FILES -o OUT.svg",
                                       "paths FILES --from NODE1 --to NODE2 --as csv",
                                       "without FILES --node NODE1",
                                       "without FILES --node NODE1 -o OUT.dot",
                                       "without FILES --curve degree --as csv",
                                       "gaps FILES",
                                       "gaps FILES -o OUT.svg",
                                       "changes FILES --between 2001,2008",
                                       "changes FILES --over years",
                                       "changes FILES FILES",
                                       "changes FILES FILES FILES",
                                       "changes FILES FILES -o OUT.svg",
                                       "draw FILES -o OUT.dot",
                                       "draw FILES -o OUT.svg",
                                       "draw FILES -o OUT.html",
                                       "draw FILES --as dot --view layers",
                                       "draw FILES --layout matrix -o OUT.svg",
                                       "draw FILES --colour-by kind --as dot",
                                       "report FILES -o OUT/",
                                       "convert FILES -o OUT/",
                                       "convert FILES --as csv",
                                       "convert FILES -o OUT.json",
                                       "convert FILES -o OUT.dot",
                                       "convert FILES -o OUT.nonet",
                                       "measure FILES --measures degree --fail-if 'degree>3'"};

/* Write `text` with FILES, NODE1, NODE2 and OUT filled in. */
static void fill(char *out, size_t room, const char *text, const char *files_, const char *one, const char *two, const char *base) {
  static const char *const words[] = {"FILES", "NODE1", "NODE2", "OUT"};
  const char *const values[] = {files_, one, two, base};
  size_t size = 0;
  while (*text && size + 100 < room) {
    size_t i = 0;
    while (i < 4 && strncmp(text, words[i], strlen(words[i])) != 0)
      i++;
    if (i == 4) {
      out[size++] = *text++;
      continue;
    }
    size += (size_t)snprintf(out + size, room - size, "%s", values[i]);
    text += strlen(words[i]);
  }
  out[size] = 0;
}

/* Run a command with all that it writes in the folder `out`; quoted names. */
static void run_into_out(const char *text, const char *one, const char *two, const char *options) {
  char filled[512], line[1024];
  bool in_words = strncmp(text, "ask", 3) == 0; /* names inside a question stand without quotes of the shell */
  char quoted_one[64], quoted_two[64];
  snprintf(quoted_one, sizeof quoted_one, in_words ? "%s" : "'%s'", one);
  snprintf(quoted_two, sizeof quoted_two, in_words ? "%s" : "'%s'", two);
  fill(filled, sizeof filled, text, "zyxwdir", quoted_one, quoted_two, "out/x");
  snprintf(line, sizeof line, "rm -rf out; mkdir out; $nonet %s %s >out/stdout 2>out/stderr", filled, options);
  int status = run(line);
  bool judged = strstr(text, "fail-if") != NULL;
  if (status != (judged ? 1 : 0)) {
    run("cat out/stderr");
    fail_msg("%s: status %d: %s", line, status, ran.out);
  }
}

static void no_output_of_any_command_names_anybody(void **state) {
  (void)state;
  assert_status("$nonet info zyxwdir --anonymise key.csv -q", 0);
  for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
    run_into_out(commands[i], "Charity 1", "Agency 1", "--anonymise key.csv");
    if (run("grep -rial '" REAL "' out") == 0) fail_msg("%s tells a name in %s", commands[i], ran.out);
    assert_status("find out -size +0c | grep -q .", 0);
  }
}

/* So that the test above is known to look where names would stand. */
static void the_same_commands_without_it_name_them(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
    if (strstr(commands[i], "without:Charity") || strstr(commands[i], "view layers") || strstr(commands[i], "--over years") ||
        strstr(commands[i], "--curve") || strstr(commands[i], "e-i-index") || strncmp(commands[i], "gaps", 4) == 0)
      continue;
    run_into_out(commands[i], "zyxw-a", "zyxw-c", "");
    if (run("grep -rial 'zyxw' out") != 0) fail_msg("%s names nobody", commands[i]);
  }
}

static void the_prompt_knows_the_pseudonyms_alone(void **state) {
  (void)state;
  assert_status("echo 'who works with Charity 1' | $nonet shell zyxwdir --anonymise key.csv 2>&1", 0);
  assert_contains(ran.out, "Charity 1");
  assert_status("echo 'who works with Charity 1' | $nonet shell zyxwdir --anonymise key.csv 2>&1 | grep -qi zyxw", 1);
  assert_status("$nonet paths zyxwdir --anonymise key.csv --from zyxw-a --to 'Charity 2'", 2);
  assert_contains(ran.err, "there is no node 'zyxw-a'");
}

static void pictures_as_png_and_pdf_are_drawn_of_what_is_left(void **state) {
  (void)state;
  assert_status("$nonet draw zyxwdir --anonymise key.csv -q -o map.pdf && $nonet draw zyxwdir --anonymise key.csv -q -o map.png", 0);
  assert_status("! grep -qai zyxw map.pdf map.png", 0);
}

static void the_numbers_stay_as_they_are(void **state) {
  (void)state;
  static const char *const same[] = {"--scope whole --measures nodes,ties,density,components,diameter,reciprocity,transitivity,efficiency",
                                     "--scope layer --measures layer-nodes,layer-ties,layer-density,layer-own-nodes"};
  char command[512];
  for (size_t i = 0; i < 2; i++) {
    snprintf(command, sizeof command,
             "$nonet measure zyxwdir %s --as csv >one; $nonet measure zyxwdir -q --anonymise key.csv %s --as csv >two; diff one two",
             same[i], same[i]);
    assert_status(command, 0);
  }
  /* Of nodes the values are the same, each under the name that the key file says. */
  assert_status(
      "$nonet measure zyxwdir --measures degree,strength,betweenness --as csv | tail -n +2 | cut -d, -f2- | sort >one; $nonet measure "
      "zyxwdir -q --anonymise key.csv --measures degree,strength,betweenness --as csv | tail -n +2 | cut -d, -f2- | sort >two; diff one "
      "two && test $(wc -l <one) = 6",
      0);
  assert_status(
      "name=$(grep '^zyxw-a,' key.csv | cut -d, -f2); $nonet measure zyxwdir -q --anonymise key.csv --measures degree --as csv | grep "
      "\"^$name,5$\"",
      0);
}

static void what_reading_warned_of_is_counted(void **state) {
  (void)state;
  assert_status("$nonet measure zyxwdir --measures ties --anonymise key.csv", 0);
  assert_contains(ran.err, "nonet: warning: names are gone, but who knows a small network knows it by its shape");
  assert_contains(ran.err, "about the files ");
  assert_refused("$nonet info zyxwdir --anonymise key.csv --strict -q", 3, "about the files ");
}

static void the_key_file_is_the_owners_and_stays(void **state) {
  (void)state;
  assert_status("rm -f k.csv; umask 022; $nonet convert zyxwdir --anonymise k.csv -q --as csv >one; stat -c %a k.csv", 0);
  assert_string_equal(ran.out, "600\n");
  assert_status("cp k.csv was.csv; $nonet convert zyxwdir --anonymise k.csv -q --as csv >two; cmp one two && cmp k.csv was.csv", 0);
  /* Another secret shuffles otherwise, sooner or later. */
  assert_status("n=0; for i in 1 2 3 4 5 6 7 8; do rm -f o.csv; $nonet info zyxwdir --anonymise o.csv -q >none; tail -n +3 o.csv | sort "
                ">s$i; done; md5sum s* | cut -d' ' -f1 | sort -u | wc -l | grep -v '^1$'",
                0);
}

static void new_nodes_get_numbers_that_nobody_had(void **state) {
  (void)state;
  write_file("one.csv", "from,to\nalphabet-a,alphabet-b\nalphabet-b,alphabet-c\n");
  write_file("two.csv", "from,to\nalphabet-b,alphabet-d\n");
  assert_status(
      "rm -f n.csv; $nonet info one.csv --anonymise n.csv -q && sort n.csv >was && $nonet convert two.csv --anonymise n.csv -q --as csv",
      0);
  assert_contains(ran.out, "Node 4");
  assert_status("sort n.csv >now; comm -23 was now | wc -l; comm -13 was now; stat -c %a n.csv", 0);
  assert_string_equal(ran.out, "0\nalphabet-d,Node 4,alphabet-d\n600\n");
}

/* Rows of a table sorted by name must not come out in that order. */
static void the_order_of_rows_tells_nothing(void **state) {
  (void)state;
  FILE *f = fopen("sorted.csv", "w");
  assert_non_null(f);
  fputs("from,to\n", f);
  for (int i = 0; i < 40; i++)
    fprintf(f, "alphabet%02d,alphabet%02d\n", i, (i + 1) % 40);
  fclose(f);
  assert_status(
      "rm -f k2.csv; $nonet convert sorted.csv --anonymise k2.csv -q -o sorted/ && tail -n +2 sorted/nodes.csv | cut -d, -f1 | tr -d '\"'",
      0);
  int number = 1; /* nodes come by their numbers ... */
  for (char *line = strtok(ran.out, "\n"); line; line = strtok(NULL, "\n")) {
    char want[32];
    snprintf(want, sizeof want, "Node %d", number++);
    assert_string_equal(line, want);
  }
  assert_int_equal(number, 41);
  /* ... and these not by the names: that all 40 stand in order happens once in 40! times. */
  assert_status("tail -n +3 k2.csv | cut -d, -f1 >names; sort names | cmp -s - names", 1);
}

static void a_file_that_is_no_key_file_is_refused_and_left_alone(void **state) {
  (void)state;
  write_file("ties.csv", "from,to\na,b\n");
  assert_refused("$nonet info zyxwdir --anonymise ties.csv -q", 3, "ties.csv:1: this is no key file");
  assert_status("cat ties.csv", 0);
  assert_string_equal(ran.out, "from,to\na,b\n");
  write_file("twice.csv", "key,name\na,Node 1\nb,node 1\n");
  assert_refused("$nonet info ties.csv --anonymise twice.csv -q", 3, "twice.csv:3: the key or the name stands here a second time");
  write_file("open.csv", "key,name\na,\"Node 1\n");
  assert_refused("$nonet info ties.csv --anonymise open.csv -q", 3, "open.csv:2: a quote is not closed");
  assert_refused("$nonet info ties.csv --anonymise nowhere/k.csv -q", 4, "nowhere/k.csv");
  assert_refused("$nonet info nowhere.csv --anonymise fresh.csv -q", 4, "nowhere.csv");
  assert_status("test -e fresh.csv", 1);
}

static void names_that_somebody_wrote_are_taken(void **state) {
  (void)state;
  write_file("ties.csv", "from,to\n\"a, the \"\"first\"\"\",b\nb,c\n");
  write_file("own.csv", "key,name\n\"a, the \"\"first\"\"\",The Hub\nx,Node 7\n");
  assert_status("$nonet convert ties.csv --anonymise own.csv -q --as csv", 0);
  assert_contains(ran.out, "The Hub");
  assert_contains(ran.out, "Node 8");
  assert_contains(ran.out, "Node 9");
}

static void a_survey_keeps_who_was_asked(void **state) {
  (void)state;
  write_file("grid.csv", "name,zyxw-p,zyxw-q,zyxw-r\nzyxw-p,,1,0\nzyxw-q,1,,NA\nzyxw-r,NA,NA,\n");
  assert_status(
      "$nonet measure grid.csv --measures response-rate,answered-density,answered-reciprocity --as csv >one; $nonet measure grid.csv -q "
      "--anonymise g.csv --measures response-rate,answered-density,answered-reciprocity --as csv >two; diff one two",
      0);
  assert_status(
      "$nonet measure grid.csv --measures answered --as csv | cut -d, -f2 | sort >one; $nonet measure grid.csv -q --anonymise g.csv "
      "--measures answered --as csv | cut -d, -f2 | sort >two; diff one two",
      0);
}

static void a_snapshot_and_layers_of_their_own_ids_are_anonymised_too(void **state) {
  (void)state;
  write_file("a.csv", "from,to\nzyxw1,zyxw2\nzyxw2,zyxw3\n");
  assert_status("$nonet convert Health=a.csv Arts=a.csv -q -o real.nonet && $nonet convert real.nonet --anonymise l.csv -q -o safe.nonet",
                0);
  assert_status("grep -qi zyxw real.nonet", 0);
  assert_status("grep -qi zyxw safe.nonet", 1);
  assert_status("$nonet info safe.nonet -q", 0);
  assert_contains(ran.out, "Health");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_output_of_any_command_names_anybody),
      cmocka_unit_test(the_same_commands_without_it_name_them),
      cmocka_unit_test(the_prompt_knows_the_pseudonyms_alone),
      cmocka_unit_test(pictures_as_png_and_pdf_are_drawn_of_what_is_left),
      cmocka_unit_test(the_numbers_stay_as_they_are),
      cmocka_unit_test(what_reading_warned_of_is_counted),
      cmocka_unit_test(the_key_file_is_the_owners_and_stays),
      cmocka_unit_test(new_nodes_get_numbers_that_nobody_had),
      cmocka_unit_test(the_order_of_rows_tells_nothing),
      cmocka_unit_test(a_file_that_is_no_key_file_is_refused_and_left_alone),
      cmocka_unit_test(names_that_somebody_wrote_are_taken),
      cmocka_unit_test(a_survey_keeps_who_was_asked),
      cmocka_unit_test(a_snapshot_and_layers_of_their_own_ids_are_anonymised_too),
  };
  return cmocka_run_group_tests(tests, files, scratch_close);
}
