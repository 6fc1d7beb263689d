/* Strategies and who carries them: how widely each is carried, and with whom all would be reached. Numbers are measures of the registry. */
#include "base/memory.h"
#include "base/number.h"
#include "report/report.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct carried {
  uint32_t strategy, partners, place;
};

static int by_partners(const void *a, const void *b) {
  const struct carried *x = a, *y = b;
  if (x->partners != y->partners) return x->partners < y->partners ? 1 : -1;
  return x->place < y->place ? -1 : x->place > y->place;
}

static const char *label(const nonet *n, uint32_t v) {
  nonet_node node;
  nonet_node_get(&node, n, v);
  return *node.short_name ? node.short_name : node.label;
}

/* The partners of one strategy, each once, in the order of its ties. `seen` is all false before and after. */
static void carriers(struct report *r, uint32_t strategy, const bool *is_strategy, bool *seen) {
  enum { NAMES = 12 };
  uint32_t named = 0, count = r->facts.carried[strategy];
  nonet_tie tie;
  for (int tidy = 0; tidy < 2; tidy++)
    for (uint32_t t = 0; t < nonet_ties(r->net); t++) {
      nonet_tie_get(&tie, r->net, t);
      uint32_t other = tie.from == strategy ? tie.to : tie.to == strategy ? tie.from : NONET_NONE;
      if (other == NONET_NONE || is_strategy[other]) continue;
      if (!tidy && !seen[other] && named++ < NAMES) {
        if (named > 1) buffer_text(&r->page, ", ");
        html_text(&r->page, label(r->net, other));
      }
      seen[other] = !tidy;
    }
  if (count > NAMES) buffer_print(&r->page, " and %" PRIu32 " more", count - NAMES);
}

static nonet_code carried_table(struct report *r, nonet_err *err) {
  enum { ROWS = 40, ROWS_OVER = 5 };
  const struct group *g = &r->facts.strategies;
  uint32_t nodes = nonet_nodes(r->net);
  struct carried *list = memory_array(g->count, sizeof *list);
  bool *is_strategy = memory_zeroed(nodes, sizeof *is_strategy), *seen = memory_zeroed(nodes, sizeof *seen);
  nonet_code code = list && is_strategy && seen ? NONET_OK : error_memory(err);
  if (code) goto tidy;
  for (uint32_t i = 0; i < g->count; i++) {
    list[i] = (struct carried){g->at[i], r->facts.carried[g->at[i]], i};
    is_strategy[g->at[i]] = true;
  }
  qsort(list, g->count, sizeof *list, by_partners);
  size_t shown = g->count > ROWS + ROWS_OVER ? ROWS : g->count;
  buffer_print(&r->page, "<table>\n<thead><tr><th>%s</th><th class=\"n\">%s</th><th>who</th></tr></thead>\n<tbody>\n", g->singular,
               r->facts.partners.plural);
  for (size_t i = 0; i < shown; i++) {
    nonet_node node;
    nonet_node_get(&node, r->net, list[i].strategy);
    buffer_text(&r->page, "<tr><td>");
    html_text(&r->page, node.label);
    buffer_print(&r->page, "</td><td class=\"n\">%" PRIu32 "</td><td>", list[i].partners);
    carriers(r, list[i].strategy, is_strategy, seen);
    buffer_text(&r->page, "</td></tr>\n");
  }
  buffer_text(&r->page, "</tbody>\n</table>\n");
  if (shown < g->count) html_paragraph(&r->page, "%zu more %s, carried by fewer, stand in strategies.csv.", g->count - shown, g->plural);
tidy:
  free(list);
  free(is_strategy);
  free(seen);
  return code;
}

/* "none is ...", "1 is ...", "5 are ...". */
static void say_few(struct buffer *b, uint32_t count, const char *one, const char *several) {
  if (count)
    buffer_print(b, "%" PRIu32 " %s", count, count == 1 ? one : several);
  else
    buffer_print(b, "none %s", one);
}

/* How widely, in measures of the registry. */
static nonet_code in_numbers(struct report *r, nonet_err *err) {
  const struct facts *f = &r->facts;
  double mean, with_one, with_none;
  nonet_code code = report_value(&mean, r, "partners-per-strategy", err);
  if (!code) code = report_value(&with_one, r, "strategies-with-one", err);
  if (!code) code = report_value(&with_none, r, "strategies-with-none", err);
  if (code || isnan(mean)) return code;
  char text[NUMBER_ROOM];
  number_print_short(text, mean, 3);
  struct buffer rest = {0};
  say_few(&rest, (uint32_t)with_one, "rests on one alone", "rest on one alone");
  buffer_text(&rest, ", and ");
  say_few(&rest, (uint32_t)with_none, "is without any", "are without any");
  html_paragraph(&r->page, "A %s is carried by %s %s on average. Of the %zu, %s.", f->strategies.singular, text,
                 strcmp(text, "1") == 0 ? f->partners.singular : f->partners.plural, f->strategies.count, buffer_string(&rest));
  r->page.failed |= rest.failed;
  buffer_free(&rest);
  return NONET_OK;
}

/* With whom all would be reached: the first of the smallest sets, and how sure that is, as the measure says it. */
static nonet_code fewest(struct report *r, nonet_err *err) {
  nonet_sheet *s;
  nonet_code code = report_table(&s, r, "coverage", err);
  if (code || !s) return code;
  size_t members = 0, rows = nonet_sheet_rows(s);
  while (members < rows && strcmp(nonet_sheet_text(s, members, 0), nonet_sheet_text(s, 0, 0)) == 0)
    members++;
  if (members) {
    static const char lead[] = "coverage: ";
    const char *note = nonet_sheet_note(s, 0);
    buffer_text(&r->page, "<p>To begin with the fewest: ");
    for (size_t i = 0; i < members; i++) {
      uint32_t v = report_node(r, nonet_sheet_text(s, i, 1));
      buffer_text(&r->page, i == 0 ? "" : i + 1 == members ? " and " : ", ");
      html_text(&r->page, v == NONET_NONE ? nonet_sheet_text(s, i, 1) : label(r->net, v));
    }
    if (note) buffer_text(&r->page, ". ");
    if (note) html_text(&r->page, strncmp(note, lead, sizeof lead - 1) == 0 ? note + sizeof lead - 1 : note);
    buffer_text(&r->page, "</p>\n");
    code = facts_number(&r->facts, "fewest-who-reach-all", (double)members, err);
    if (!code) code = report_csv(r, "coverage.csv", s, err);
  }
  nonet_sheet_free(s);
  return code;
}

nonet_code chapter_strategies(struct report *r, nonet_err *err) {
  nonet_sheet *s = NULL;
  nonet_code code = NONET_OK;
  html_chapter(&r->page, "strategies", "Strategies and who carries them");
  html_question(&r->page, "Are the partners' own strategies and plans enhanced, and by whom?");
  if (!r->facts.strategies.count) {
    html_element(
        &r->page, "p",
        "No node is known as a strategy (by a column kind that says strategy, plan, project or the like, or as the second of two kinds), "
        "so the data cannot say who carries what.");
  } else {
    code = in_numbers(r, err);
    if (!code) code = fewest(r, err);
    if (!code) code = carried_table(r, err);
    if (!code) code = report_table(&s, r, "strategy-coverage", err);
    if (!code && s) code = report_csv(r, "strategies.csv", s, err);
    if (!code)
      html_element(
          &r->page, "p",
          "That a partner is tied to a strategy is recorded; how much it does for it, and whether the strategy is better for it, is not.");
  }
  nonet_sheet_free(s);
  html_close_chapter(&r->page);
  return code;
}
