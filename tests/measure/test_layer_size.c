/* Size, density and reciprocity of each layer: known values, and the view of the layer as judge. */
#include "base/run.h"
#include "measure/values.h"

#include <stdio.h>
#include <string.h>

static double of_layer(const nonet *n, const char *measure, uint32_t layer) {
  nonet_sheet *s = sheet_of(n, measure, NULL);
  double value = nonet_sheet_number(s, layer, 1);
  assert_int_equal(nonet_sheet_keys(s), NONET_BY_LAYER);
  nonet_sheet_free(s);
  return value;
}

static void each_layer_has_its_own_size(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E a-b@E b-c@E a-a@E b-d@H");
  static const struct {
    const char *measure;
    double of_e, of_h;
  } known[] = {{"layer-nodes", 3, 2},         {"layer-own-nodes", 2, 1}, {"layer-ties", 4, 1},
               {"layer-density", 2 / 3.0, 1}, {"layer-isolates", 0, 0},  {"layer-components", 1, 1}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    assert_near(of_layer(n, known[i].measure, 0), known[i].of_e, 0);
    assert_near(of_layer(n, known[i].measure, 1), known[i].of_h, 0);
  }
  assert_true(isnan(of_layer(n, "layer-reciprocity", 0)));
  nonet_free(n);
}

static void what_one_layer_returns_another_does_not(void **state) {
  (void)state;
  nonet *n = net_of("a>b@E b>a@E b>c@E a>b@H c>b@H c-d@H");
  assert_near(of_layer(n, "layer-reciprocity", 0), 2 / 3.0, 1e-15);
  assert_near(of_layer(n, "layer-reciprocity", 1), 0.5, 1e-15); /* c - d is two arcs */
  assert_near(of_layer(n, "layer-density", 0), 0.5, 1e-15);
  nonet_free(n);
}

static void a_layer_of_one_node_has_no_density(void **state) {
  (void)state;
  nonet *n = net_of("a-a@E b-c@H");
  assert_near(of_layer(n, "layer-nodes", 0), 1, 0);
  assert_true(isnan(of_layer(n, "layer-density", 0)));
  assert_near(of_layer(n, "layer-giant-share", 0), 1, 0);
  nonet_free(n);
}

/* Ties of three layers and of none among a few nodes. */
static void random_line(char *line, struct chance *c, bool directed) {
  static const char *const layer[] = {"", "@E", "@H", "@Z"};
  uint32_t nodes = 2 + (uint32_t)chance_below(c, 9), ties = (uint32_t)chance_below(c, 30);
  size_t at = 0;
  line[0] = '\0';
  for (uint32_t t = 0; t < ties; t++)
    at += (size_t)sprintf(line + at, "n%u%cn%u%s ", (uint32_t)chance_below(c, nodes), directed && chance_below(c, 3) ? '>' : '-',
                          (uint32_t)chance_below(c, nodes), layer[chance_below(c, 4)]);
}

static void the_view_of_each_layer_has_the_same_values(void **state) {
  const nonet_measure_info *info;
  struct chance c;
  char line[1000], names[600] = "";
  (void)state;
  for (size_t i = 0; (info = nonet_measure_at(i)); i++)
    if (info->scope == NONET_OF_LAYERS && strncmp(info->name, "layer-", 6) == 0) strcat(strcat(names, info->name), ",");
  assert_contains(names, "layer-nodes,layer-own-nodes,layer-ties,");
  chance_start(&c, 77, 0);
  for (int round = 0; round < 300; round++) {
    random_line(line, &c, round % 2);
    nonet *n = net_of(line);
    nonet_sheet *s;
    nonet_err err;
    if (nonet_measure(&s, n, names, &(nonet_measure_options){.verify = true}, NULL, &err)) fail_msg("\"%s\": %s", line, err.text);
    nonet_sheet_free(s);
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_layer_has_its_own_size),
      cmocka_unit_test(what_one_layer_returns_another_does_not),
      cmocka_unit_test(a_layer_of_one_node_has_no_density),
      cmocka_unit_test(the_view_of_each_layer_has_the_same_values),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
