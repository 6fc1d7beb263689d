/* nonet info: shape, counts, components, warnings; for people and for programs. */
#include "cli/program.h"

static int files(void **state) {
  if (scratch_open(state) != 0) return -1;
  write_file("nodes.csv", "id,kind,layer\na,partner,Health\nb,partner,Health;Arts\ns,strategy,Arts\nz,partner,\n");
  write_file("ties.csv", "from,to,kind,layer,weight,since,source\na,s,leads,Health,2,2024-05,minutes\nb,s,funds,Arts,1,2025,letter\n");
  write_file("twice.csv", "from,to\na,b\na,b\n");
  return 0;
}

static void it_says_what_is_there(void **state) {
  (void)state;
  assert_status("$nonet info nodes.csv ties.csv", 0);
  assert_contains(ran.out, "4 nodes and 2 ties in 2 layers.");
  assert_contains(ran.out, "Two-mode: ties go only between the kinds partner and strategy.");
  assert_contains(ran.out, "Ties have no direction.");
  assert_contains(ran.out, "Weights are strengths");
  assert_contains(ran.out, "2 of 2 ties have dates, from 2024-05-01 to 2025-01-01.");
  assert_contains(ran.out, "2 of 2 ties name their evidence.");
  assert_contains(ran.out, "It falls into 2 components; the largest holds 3 of 4 nodes.");
  assert_contains(ran.out, "1 node has no tie.");
  assert_contains(ran.out, "from = 'from'");
}

static void csv_is_the_counts(void **state) {
  (void)state;
  assert_status("$nonet info nodes.csv ties.csv --as csv", 0);
  assert_int_equal(strncmp(ran.out, "measure,value\nnodes,4\nties,2\nlayers,2\nkinds,2\ncomponents,2\ngiant,3\nisolates,1\n", 78), 0);
}

static void json_holds_all_of_it(void **state) {
  (void)state;
  static const char *const sheets[] = {"counts", "first-ties", "kinds", "layers", "tie-kinds"};
  assert_status("$nonet info nodes.csv ties.csv --as json", 0);
  assert_contains(ran.out, "\"verdict\":\"4 nodes, 2 ties\"");
  for (size_t i = 0; i < sizeof sheets / sizeof sheets[0]; i++) {
    char name[64];
    snprintf(name, sizeof name, "\"name\":\"%s\"", sheets[i]);
    assert_contains(ran.out, name);
  }
  assert_contains(ran.out, "{\"set\":\"Arts\",\"member\":\"funds\",\"ties\":1}");
  assert_contains(ran.out, "{\"layer\":\"Arts\",\"nodes\":2,\"only-here\":0,\"ties\":1}");
}

static void warnings_are_part_of_it(void **state) {
  (void)state;
  assert_status("$nonet info twice.csv -q", 0);
  assert_contains(ran.out, "Warning: twice.csv:3: ");
}

static void an_empty_network_is_told_so(void **state) {
  (void)state;
  write_file("none.json", "{\"nodes\":[],\"links\":[]}");
  assert_status("$nonet info none.json -q", 0);
  assert_contains(ran.out, "The network is empty.");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_says_what_is_there),   cmocka_unit_test(csv_is_the_counts),           cmocka_unit_test(json_holds_all_of_it),
      cmocka_unit_test(warnings_are_part_of_it), cmocka_unit_test(an_empty_network_is_told_so),
  };
  return cmocka_run_group_tests(tests, files, scratch_close);
}
