/* Key connectors: who lies between others, in sentences; equal ranks are shown as equal. */
#include "report/report.h"

#include <inttypes.h>

#include "base/number.h"

static void connector(struct report *r, uint32_t rank, uint32_t v) {
  nonet_node node;
  char count[NUMBER_ROOM];
  nonet_node_get(&node, r->net, v);
  number_print_short(count, r->facts.betweenness[v], 4);
  buffer_print(&r->page, "<li value=\"%" PRIu32 "\"><strong>", rank);
  html_text(&r->page, node.label);
  buffer_print(&r->page, "</strong> lies on %s of the shortest routes between others", count);
  if (node.layer_count > 1) buffer_print(&r->page, ", and joins %" PRIu32 " layers", node.layer_count);
  for (size_t i = 0; i < r->facts.loss_count; i++)
    if (r->facts.losses[i].node == v) buffer_print(&r->page, "; %zu would lose contact without it", r->facts.losses[i].count);
  buffer_text(&r->page, ".</li>\n");
}

nonet_code chapter_connectors(struct report *r, nonet_err *err) {
  (void)err;
  enum { AT_MOST = 10 };
  const struct facts *f = &r->facts;
  uint32_t n = nonet_nodes(r->net), rank = 1;
  html_chapter(&r->page, "connectors", "Key connectors");
  if (n == 0 || !(f->betweenness[f->rank[0]] > 0)) {
    html_element(&r->page, "p", "No shortest route between two passes through a third: there is no connector to name.");
  } else {
    html_element(&r->page, "p",
                 "Where two are equally near by several routes, each route counts its share. Those with the same number share a rank. A "
                 "high number means that others rely on this node for contact, not that it decides.");
    buffer_text(&r->page, "<ol>\n");
    for (uint32_t i = 0; i < n && f->betweenness[f->rank[i]] > 0; i++) {
      bool equal = i > 0 && f->betweenness[f->rank[i]] == f->betweenness[f->rank[i - 1]];
      if (!equal) rank = i + 1;
      if (i >= AT_MOST && !equal) break;
      connector(r, rank, f->rank[i]);
    }
    buffer_text(&r->page, "</ol>\n");
  }
  html_close_chapter(&r->page);
  return NONET_OK;
}
