/* What would break: what hangs on one node, and the strategies that rest on one partner. */
#include "base/memory.h"
#include "report/report.h"

#include <stdlib.h>

static void label(struct report *r, uint32_t v) {
  nonet_node node;
  nonet_node_get(&node, r->net, v);
  html_text(&r->page, node.label);
}

/* A line for each departure that cuts others off; a very long list of names is counted. */
static void departures(struct report *r) {
  enum { NAMES = 8, LINES = 40 };
  const struct facts *f = &r->facts;
  buffer_text(&r->page, "<ul>\n");
  for (size_t i = 0; i < f->loss_count && i < LINES; i++) {
    const struct loss *l = &f->losses[i];
    buffer_text(&r->page, "<li>If <strong>");
    label(r, l->node);
    buffer_text(&r->page, "</strong> left, ");
    for (size_t k = 0; k < l->count && k < NAMES; k++) {
      if (k) buffer_text(&r->page, k + 1 == l->count ? " and " : ", ");
      label(r, l->lost[k]);
    }
    if (l->count > NAMES) buffer_print(&r->page, " and %zu more", l->count - NAMES);
    buffer_text(&r->page, " would lose contact with the rest.</li>\n");
  }
  buffer_text(&r->page, "</ul>\n");
  if (f->loss_count > LINES)
    html_paragraph(&r->page, "%zu more departures would each cut off fewer; nodes.csv marks every one in the column cut-node.",
                   f->loss_count - LINES);
}

/* The one partner of a strategy that has one. */
static uint32_t only_partner(const nonet *n, uint32_t strategy, const bool *is_strategy) {
  nonet_tie tie;
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie_get(&tie, n, t);
    uint32_t other = tie.from == strategy ? tie.to : tie.to == strategy ? tie.from : NONET_NONE;
    if (other != NONET_NONE && other != strategy && !is_strategy[other]) return other;
  }
  return NONET_NONE;
}

static nonet_code single_partner_strategies(struct report *r, nonet_err *err) {
  const struct facts *f = &r->facts;
  bool *is_strategy = memory_zeroed(nonet_nodes(r->net), sizeof *is_strategy);
  if (!is_strategy) return error_memory(err);
  size_t single = 0, none = 0;
  for (size_t i = 0; i < f->strategies.count; i++) {
    is_strategy[f->strategies.at[i]] = true;
    single += f->carried[f->strategies.at[i]] == 1;
    none += f->carried[f->strategies.at[i]] == 0;
  }
  html_paragraph(&r->page, "%s: %zu. Without any: %zu.", "Strategies that rest on one partner", single, none);
  if (single) buffer_text(&r->page, "<ul>\n");
  for (size_t i = 0; i < f->strategies.count; i++) {
    uint32_t s = f->strategies.at[i];
    if (f->carried[s] != 1) continue;
    buffer_text(&r->page, "<li><strong>");
    label(r, s);
    buffer_text(&r->page, "</strong> rests on ");
    label(r, only_partner(r->net, s, is_strategy));
    buffer_text(&r->page, " alone.</li>\n");
  }
  if (single) buffer_text(&r->page, "</ul>\n");
  free(is_strategy);
  return NONET_OK;
}

nonet_code chapter_fragile(struct report *r, nonet_err *err) {
  html_chapter(&r->page, "fragile", "What would break");
  html_element(&r->page, "h3", "What hangs on one node");
  if (r->facts.loss_count == 0)
    html_element(&r->page, "p", "No single departure would cut anybody off from the rest of the part they are in.");
  else
    departures(r);
  nonet_code code = NONET_OK;
  if (r->facts.strategies.count) {
    html_element(&r->page, "h3", "What rests on one partner");
    code = single_partner_strategies(r, err);
  }
  html_close_chapter(&r->page);
  return code;
}
