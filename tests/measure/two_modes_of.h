/* Davis's women and events, with their kinds, for tests of measures of two modes. */
#ifndef NONET_TESTS_MEASURE_TWO_MODES_OF_H
#define NONET_TESTS_MEASURE_TWO_MODES_OF_H

#include "measure/values.h"

#include <stdio.h>

static inline nonet *davis_of_two_modes(void) {
  char line[4000] = "", last[64] = "";
  for (const char *at = davis_89; *at; at += strspn(at, " ")) {
    int name = (int)strcspn(at, "-");
    if (strncmp(last, at, (size_t)name + 1) != 0) snprintf(line + strlen(line), sizeof line - strlen(line), "%.*s=woman ", name, at);
    snprintf(last, sizeof last, "%.*s-", name, at);
    at += strcspn(at, " ");
  }
  for (unsigned event = 1; event <= 14; event++)
    snprintf(line + strlen(line), sizeof line - strlen(line), "E%u=event ", event);
  snprintf(line + strlen(line), sizeof line - strlen(line), "%s", davis_89);
  nonet *n = net_of(line);
  assert_int_equal(nonet_nodes(n), 32);
  assert_int_equal(nonet_ties(n), 89);
  assert_true(nonet_two_modes(n, NULL, NULL));
  return n;
}

#endif
