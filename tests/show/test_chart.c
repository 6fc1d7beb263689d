/* A chart: points stand where their values say, axes end at round numbers, what is not defined is a gap. */
#include "show/chart.h"
#include "sketches.h"

#include <stdio.h>

static const char *const names[] = {"2021", "2022", "2023", "2024"};

static char *chart_of(const struct chart *c, nonet_code *code) {
  nonet *n = net_of("a-b");
  nonet_draw_options options = {.program = NONET_DRAW_PATH, .title = "Joint working"};
  nonet_picture *p = NULL;
  nonet_err err;
  *code = picture_of_chart(&p, n, c, &options, &err);
  char *dot = *code == NONET_OK ? strdup(buffer_string(&p->dot)) : NULL;
  nonet_picture_free(p);
  nonet_free(n);
  return dot;
}

/* Heights of the points of the line, in order. */
static size_t heights(const char *dot, double *out, size_t room) {
  size_t count = 0;
  char line[1024];
  for (const char *end; (end = strchr(dot, '\n')); dot = end + 1) {
    double x, y;
    snprintf(line, sizeof line, "%.*s", (int)(end - dot), dot);
    if (!strstr(line, "shape=circle") || !strstr(line, "nonet-chart") || count == room) continue;
    const char *at = strstr(line, "pos=\"");
    assert_int_equal(sscanf(at, "pos=\"%lf,%lf\"", &x, &y), 2);
    out[count++] = y;
  }
  return count;
}

static void points_stand_as_high_as_their_values(void **state) {
  (void)state;
  const double line[] = {0.1, 0.4, 0.2, 0.3}, part[] = {NAN, 0.3, -0.2, 0.1};
  const struct chart c = {names, 4, "the line", "the bars", line, {{"new", "came", part}}, 1};
  double y[5];
  nonet_code code;
  char *dot = chart_of(&c, &code);
  assert_int_equal(code, NONET_OK);
  assert_int_equal(heights(dot, y, 5), 4);
  double unit = (y[1] - y[0]) / 3;
  assert_true(unit > 1);
  assert_near(y[2] - y[0], unit, 0.05);
  assert_near(y[3] - y[0], 2 * unit, 0.05);
  assert_near(y[0], unit, 0.05); /* the axis begins at 0 */
  for (size_t i = 0; i < 4; i++)
    assert_non_null(strstr(dot, names[i]));
  assert_non_null(strstr(dot, "label=\"0.4\""));
  assert_non_null(strstr(dot, "new: came"));
  assert_non_null(strstr(dot, "4 states, from 2021 to 2024"));
  free(dot);
}

static void what_is_not_defined_is_a_gap(void **state) {
  (void)state;
  const double line[] = {0.1, NAN, 0.2, 0.2};
  const struct chart c = {names, 4, "the line", "", line, {{0}}, 0};
  double y[5];
  nonet_code code;
  char *dot = chart_of(&c, &code);
  assert_int_equal(heights(dot, y, 5), 3);
  size_t lines = 0;
  for (const char *at = dot; (at = strstr(at, "color=\"#1d4e66\", penwidth=2")); at++)
    lines++;
  assert_int_equal(lines, 1); /* from the third state to the fourth alone */
  free(dot);
}

static void more_states_than_a_chart_holds_are_refused(void **state) {
  (void)state;
  double line[CHART_STATES + 1] = {0};
  const char *at[CHART_STATES + 1];
  for (size_t i = 0; i <= CHART_STATES; i++)
    at[i] = "x";
  const struct chart c = {at, CHART_STATES + 1, "", "", line, {{0}}, 0};
  nonet_code code;
  assert_null(chart_of(&c, &code));
  assert_int_equal(code, NONET_ELIMIT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(points_stand_as_high_as_their_values),
      cmocka_unit_test(what_is_not_defined_is_a_gap),
      cmocka_unit_test(more_states_than_a_chart_holds_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
