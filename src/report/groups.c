/* Who are the partners, what are the strategies: told from the words that people use for the kinds of their nodes. */
#include "report/facts.h"

#include "base/memory.h"
#include "base/name.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Kinds that mean something partners work on together. */
static const char *const strategy_words[] = {"strategy", "strategies", "activity", "project",   "programme", "program",
                                             "plan",     "event",      "meeting",  "committee", "grant",     "initiative"};

static bool is_strategy_word(const char *kind) {
  struct buffer folded = {0};
  bool found = false;
  if (name_fold(&folded, kind))
    for (size_t i = 0; i < sizeof strategy_words / sizeof *strategy_words; i++)
      found = found || strcmp(buffer_string(&folded), strategy_words[i]) == 0;
  buffer_free(&folded);
  return found;
}

/* English plurals of the words that kinds are; what is not known takes an s. */
static void name_group(struct group *g, const char *singular) {
  static const char *const odd[][2] = {{"woman", "women"}, {"man", "men"}, {"person", "people"}, {"family", "families"}};
  size_t length = strlen(singular);
  snprintf(g->singular, sizeof g->singular, "%.56s", singular);
  snprintf(g->plural, sizeof g->plural, "%.56ss", singular);
  if (length > 2 && length < 56 && singular[length - 1] == 'y' && !strchr("aeiou", singular[length - 2]))
    snprintf(g->plural, sizeof g->plural, "%.*sies", (int)(length - 1), singular);
  if (length > 0 && length < 56 && singular[length - 1] == 's') snprintf(g->plural, sizeof g->plural, "%s", singular);
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
    if (strcmp(odd[i][0], singular) == 0) snprintf(g->plural, sizeof g->plural, "%s", odd[i][1]);
}

/* Nodes whose kind is in `in` (or not in it), in order. */
static nonet_code collect(struct group *g, const nonet *n, const bool *in, bool want, nonet_err *err) {
  g->at = memory_array(nonet_nodes(n), sizeof *g->at);
  if (!g->at) return error_memory(err);
  nonet_node node;
  uint32_t kind;
  for (uint32_t v = 0; v < nonet_nodes(n); v++) {
    nonet_node_get(&node, n, v);
    for (kind = 0; kind < nonet_kinds(n) && strcmp(nonet_kind_name(n, kind), node.kind) != 0; kind++) {
    }
    if ((kind < nonet_kinds(n) && in[kind]) == want) g->at[g->count++] = v;
  }
  return NONET_OK;
}

nonet_code facts_groups(struct facts *f, const nonet *n, nonet_err *err) {
  uint32_t kinds = nonet_kinds(n), a, b, strategies = 0, others = 0, last_strategy = 0, last_other = 0;
  bool *in = memory_zeroed(kinds, sizeof *in);
  if (!in) return error_memory(err);
  for (uint32_t k = 0; k < kinds; k++) {
    in[k] = is_strategy_word(nonet_kind_name(n, k));
    if (in[k]) strategies++, last_strategy = k;
  }
  if (strategies == 0 && nonet_two_modes(n, &a, &b)) in[b] = true, strategies = 1, last_strategy = b;
  if (strategies == kinds) memset(in, 0, kinds * sizeof *in), strategies = 0;
  for (uint32_t k = 0; k < kinds; k++)
    if (!in[k]) others++, last_other = k;
  name_group(&f->strategies, strategies == 1 ? nonet_kind_name(n, last_strategy) : "strategy");
  name_group(&f->partners, others == 1 ? nonet_kind_name(n, last_other) : strategies ? "partner" : "node");
  nonet_code code = collect(&f->strategies, n, in, true, err);
  if (!code) code = collect(&f->partners, n, in, false, err);
  free(in);
  return code;
}
