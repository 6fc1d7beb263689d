/* What the data cannot say: what was not recorded, what was assumed, what was odd, and what follows from how it was collected. */
#include "report/report.h"

#include <inttypes.h>

static void item(struct report *r, const char *text) {
  html_element(&r->page, "li", text);
}

/* A star says who was asked, not who matters: one node at an end of nearly every tie. */
static void star(struct report *r) {
  const nonet *n = r->net;
  uint32_t m = nonet_ties(n);
  nonet_node node;
  if (m < 4) return;
  for (uint32_t v = 0; v < nonet_nodes(n); v++) {
    uint32_t ends = 0;
    nonet_tie tie;
    if (r->facts.rank[0] != v) continue; /* the centre of a star comes first by betweenness */
    for (uint32_t t = 0; t < m; t++) {
      nonet_tie_get(&tie, n, t);
      ends += tie.from == v || tie.to == v;
    }
    if ((double)ends < 0.8 * m) continue;
    nonet_node_get(&node, n, v);
    buffer_text(&r->page, "<li>");
    html_text(&r->page, node.label);
    buffer_print(&r->page,
                 " is at one end of %" PRIu32 " of the %" PRIu32
                 " ties. That may be so, or it may follow from whom the data were collected "
                 "from: its high measures are then true by construction.</li>\n",
                 ends, m);
  }
}

/* Who did not answer: silence is not a no, but it is counted as one. */
static void silence(struct report *r) {
  nonet_response all;
  uint32_t silent = 0, n = nonet_nodes(r->net);
  uint64_t asked, open;
  if (!nonet_survey(&all, r->net) || !all.open) return;
  buffer_print(&r->page, "<li>%s%" PRIu32 " of the %" PRIu32 " that were asked answered, and %" PRIu64 " of %" PRIu64 " questions %s open.",
               all.behind ? "In the network that this one was made from, " : "", all.answered, all.asked, all.open, all.questions,
               all.open == 1 ? "is" : "are");
  for (uint32_t v = 0; v < n; v++) {
    nonet_node node;
    nonet_node_questions(&asked, &open, r->net, v);
    if (!asked || open < asked) continue;
    nonet_node_get(&node, r->net, v);
    buffer_text(&r->page, silent++ ? ", " : " No answer came from ");
    html_text(&r->page, node.label);
  }
  buffer_text(&r->page, silent ? ". " : " ");
  buffer_text(&r->page,
              "What was not answered counts as no tie here, so every number and picture may show less than there is, most of all of "
              "those who were silent.</li>\n");
}

nonet_code chapter_limits(struct report *r, nonet_err *err) {
  (void)err;
  const nonet *n = r->net;
  uint32_t m = nonet_ties(n), with_source = 0, with_since = 0;
  nonet_tie tie;
  for (uint32_t t = 0; t < m; t++) {
    nonet_tie_get(&tie, n, t);
    with_source += tie.source[0] != '\0';
    with_since += tie.since[0] != '\0' || tie.until[0] != '\0';
  }
  html_chapter(&r->page, "limits", "What the data cannot say");
  buffer_text(&r->page, "<ul>\n");
  item(r, "A tie that is not recorded is taken as absent. Work that nobody wrote down is not here.");
  silence(r);
  if (with_source < m) {
    buffer_print(&r->page, "<li>%" PRIu32 " of the %" PRIu32 " ties name no source: what they rest on cannot be checked here.</li>\n",
                 m - with_source, m);
  }
  if (with_since < m)
    buffer_print(&r->page,
                 "<li>%" PRIu32 " of the %" PRIu32
                 " ties have no date: whether they still hold, or came before others, is not known.</li>\n",
                 m - with_since, m);
  if (!nonet_is_weighted(n)) item(r, "No tie has a weight: a daily contact and a single meeting count the same.");
  if (!nonet_is_directed(n)) item(r, "Ties have no direction: who asked and who was asked is not told apart.");
  star(r);
  for (size_t i = 0; nonet_warning(n, i); i++)
    item(r, nonet_warning(n, i));
  buffer_text(&r->page, "</ul>\n");
  if (nonet_assumption(n, 0)) {
    html_element(&r->page, "h3", "What was assumed in reading");
    buffer_text(&r->page, "<ul>\n");
    for (size_t i = 0; nonet_assumption(n, i); i++)
      item(r, nonet_assumption(n, i));
    buffer_text(&r->page, "</ul>\n");
  }
  html_close_chapter(&r->page);
  return NONET_OK;
}
