/* What a sealed network takes: at most 40 bytes a tie end, besides names and further columns. */
#include "net/net.h"
#include "rows.h"

#include <malloc.h>

/* Bytes of its arrays, as the allocator counts them. */
static size_t bytes_of(const nonet *n) {
  const void *const arrays[] = {n->node_key,     n->node_label,   n->node_short,      n->node_kind,      n->node_file,  n->node_line,
                                n->member_first, n->member_layer, n->member_declared, n->alias_first,    n->alias,      n->tie_from,
                                n->tie_to,       n->tie_kind,     n->tie_layer,       n->tie_weight,     n->tie_scale,  n->tie_directed,
                                n->tie_since,    n->tie_until,    n->tie_since_text,  n->tie_until_text, n->tie_source, n->tie_file,
                                n->tie_line,     n->parent,       n->parent_first,    n->end_first,      n->end_other,  n->end_tie,
                                n->layer_name,   n->kind_name,    n->source};
  size_t bytes = 0;
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
    bytes += arrays[i] ? malloc_usable_size((void *)(uintptr_t)arrays[i]) : 0;
  return bytes;
}

enum { NODES = 2000, TIES = 40000 };

static nonet *network(bool of_everything) {
  nonet_draft *d = rows_new();
  for (unsigned i = 0; i < TIES; i++) {
    char from[16], to[16], since[16], source[32];
    snprintf(from, sizeof from, "n%u", i % NODES);
    snprintf(to, sizeof to, "n%u", i * 7919u % NODES);
    snprintf(since, sizeof since, "%u", 1900 + i % 100);
    snprintf(source, sizeof source, "minutes %u", i % 100);
    nonet_tie_row row = {.from = from, .to = to, .from_kind = "partner", .to_kind = "partner"};
    if (of_everything)
      row = (nonet_tie_row){.from = from,
                            .to = to,
                            .kind = i % 2 ? "funds" : "leads",
                            .layer = i % 3 ? "Arts" : "Health",
                            .since = since,
                            .until = "2020",
                            .source = source,
                            .weight = i,
                            .has_weight = true,
                            .scale = i % 2 ? NONET_LENGTH : NONET_STRENGTH,
                            .direction = i % 2 ? NONET_DIRECTED : NONET_UNDIRECTED};
    rows_tie(d, row);
  }
  return rows_seal(d, (nonet_seal_options){0});
}

static void a_tie_end_of_bare_ties_takes_little_more_than_its_ends_and_its_line(void **state) {
  (void)state;
  nonet *n = network(false);
  assert_int_equal(nonet_ties(n), TIES);
  assert_in_range(bytes_of(n), 2 * TIES * 18, 2 * TIES * 20); /* 8 + 8 of an end, 4 of a file, 12 of a line for two, and the nodes */
  nonet_free(n);
}

static void a_tie_end_of_ties_that_say_everything_takes_at_most_forty_bytes(void **state) {
  (void)state;
  nonet *n = network(true);
  assert_int_equal(nonet_ties(n), TIES);
  assert_non_null(n->tie_directed);
  assert_non_null(n->tie_scale);
  assert_in_range(bytes_of(n), 2 * TIES * 30, 2 * TIES * 40);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_tie_end_of_bare_ties_takes_little_more_than_its_ends_and_its_line),
      cmocka_unit_test(a_tie_end_of_ties_that_say_everything_takes_at_most_forty_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
