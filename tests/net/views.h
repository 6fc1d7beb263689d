/* What tests of views share. */
#ifndef NONET_TESTS_NET_VIEWS_H
#define NONET_TESTS_NET_VIEWS_H

#include "fixture/net_of.h"
#include "rows.h"

static inline nonet *view(const nonet *n, const char *text) {
  nonet *v;
  nonet_err err;
  assert_ok(nonet_view(&v, n, text, NULL, &err), err);
  return v;
}

/* The view of a network that is not needed any more. */
static inline nonet *view_of(nonet *n, const char *text) {
  nonet *v = view(n, text);
  nonet_free(n); /* a view may outlive it */
  return v;
}

static inline void assert_refused(const nonet *n, const char *text, const char *part) {
  nonet *v;
  nonet_err err;
  assert_int_equal(nonet_view(&v, n, text, NULL, &err), NONET_EUSAGE);
  assert_null(v);
  assert_contains(err.text, part);
}

/* "a b c | a-b@L" */
static inline void assert_is(const nonet *n, const char *want) {
  char got[2048] = "";
  for (uint32_t v = 0; v < nonet_nodes(n); v++) {
    nonet_node node;
    nonet_node_get(&node, n, v);
    strcat(strcat(got, node.key), " ");
  }
  strcat(got, "|");
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie tie;
    nonet_node from, to;
    nonet_tie_get(&tie, n, t);
    nonet_node_get(&from, n, tie.from);
    nonet_node_get(&to, n, tie.to);
    size_t at = strlen(got);
    snprintf(got + at, sizeof got - at, " %s%s%s%s%s", from.key, tie.directed ? ">" : "-", to.key, tie.layer == NONET_NONE ? "" : "@",
             nonet_layer_name(n, tie.layer));
  }
  assert_string_equal(got, want);
}

static inline void assert_parent(const nonet *n, uint32_t tie, uint32_t parent) {
  size_t count;
  const uint32_t *parents = nonet_tie_parents(n, tie, &count);
  assert_int_equal(count, 1);
  assert_int_equal(parents[0], parent);
}

#endif
