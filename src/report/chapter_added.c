/* Added value: what partners have together that they would not have each alone. It is told by taking away the one that is most relied upon:
 * what would be missing then is what it adds. The sentences and their numbers are those of the answer to "what if" (without.csv); what any
 * other would add stands beside it, as the measure added-value has it (added-value.csv). */
#include "base/buffer.h"
#include "report/report.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const nonet_sheet *change_of(const nonet_answer *a) {
  for (size_t i = 0; nonet_answer_sheet(a, i); i++)
    if (strcmp(nonet_sheet_name(nonet_answer_sheet(a, i)), "change") == 0) return nonet_answer_sheet(a, i);
  return NULL;
}

/* Before and without, as facts of both. */
static nonet_code keep_facts(struct report *r, const nonet_sheet *s, nonet_err *err) {
  nonet_code code = NONET_OK;
  char name[128];
  for (size_t row = 0; row < nonet_sheet_rows(s) && !code; row++) {
    snprintf(name, sizeof name, "as-it-is:%s", nonet_sheet_text(s, row, 0));
    code = facts_number(&r->facts, name, nonet_sheet_number(s, row, 1), err);
    snprintf(name, sizeof name, "without:%s", nonet_sheet_text(s, row, 0));
    if (!code) code = facts_number(&r->facts, name, nonet_sheet_number(s, row, 2), err);
  }
  return code;
}

static void change_table(struct report *r, const nonet_sheet *s) {
  static const char *const headings[] = {"measure", "as it is", "without", "change"};
  static const size_t columns[] = {0, 1, 2, 3};
  html_table(&r->page,
             &(struct html_table){.sheet = s, .columns = columns, .headings = headings, .column_count = 4, .count = nonet_sheet_rows(s)});
}

/* What it adds for all the others, beside what any other would add: the measure's own table and notes. *found: there was one. */
static nonet_code beside_others(bool *found, struct report *r, const char *key, nonet_err *err) {
  static const char *const headings[] = {"for the others", "with", "without", "added", "rank"};
  static const size_t columns[] = {0, 1, 2, 3, 4};
  struct buffer name = {0};
  nonet_sheet *s = NULL;
  buffer_print(&name, "added-value:%s", key);
  nonet_code code = name.failed ? error_memory(err) : report_table(&s, r, buffer_string(&name), err);
  *found = s != NULL;
  if (s) {
    html_table(&r->page, &(struct html_table){.sheet = s,
                                              .columns = columns,
                                              .headings = headings,
                                              .column_count = nonet_sheet_columns(s) < 5 ? nonet_sheet_columns(s) : 5,
                                              .count = nonet_sheet_rows(s)});
    for (size_t i = 0; nonet_sheet_note(s, i); i++)
      html_question(&r->page, nonet_sheet_note(s, i));
    code = report_csv(r, "added-value.csv", s, err);
  }
  nonet_sheet_free(s);
  buffer_free(&name);
  return code;
}

static nonet_code tell(struct report *r, const nonet_edit *edit, const char *label, const nonet_answer *a, nonet_err *err) {
  const nonet_sheet *change = change_of(a);
  html_paragraph(&r->page, "%s is the one most relied upon to connect others. What would be missing without it is what it adds:", label);
  for (size_t i = 0; nonet_answer_sentence(a, i); i++)
    html_element(&r->page, "p", nonet_answer_sentence(a, i));
  struct figure f = {.name = "added-value",
                     .caption =
                         "With and without: everybody in the same place. Dashed is what would go; dark outlines are those who would be cut "
                         "off from the largest group that is left."};
  nonet_draw_options options = figure_drawing(r, f.name);
  f.drawn = nonet_what_if_draw(&f.picture, r->net, edit, 1, &options, r->run.asked, &f.why);
  nonet_code code = figure_add(r, &f, err);
  bool found = false;
  if (!code) code = beside_others(&found, r, edit->a, err);
  if (!code && change && !found) change_table(r, change);
  if (!code && change) code = report_csv(r, "without.csv", change, err);
  if (!code && change) code = keep_facts(r, change, err);
  if (!code) code = facts_text(&r->facts, "added-value-of", label, err);
  if (!code)
    html_element(
        &r->page, "p",
        "This is what the ties that are recorded would lose. It does not say what somebody else would do in its place, nor what the "
        "partners did better by it.");
  return code;
}

nonet_code chapter_added(struct report *r, nonet_err *err) {
  enum { NODES_AT_MOST = 1500 }; /* beyond that the two panels show nothing, and the answer takes long */
  const struct facts *f = &r->facts;
  nonet_code code = NONET_OK;
  html_chapter(&r->page, "added", "Added value");
  html_question(&r->page, "Do the partners do more together than they could separately?");
  if (nonet_nodes(r->net) == 0 || !(f->betweenness[f->rank[0]] > 0)) {
    html_element(
        &r->page, "p",
        "Nobody lies between others, so nobody can be taken away to see what contact they add: as recorded, the ties cannot answer this.");
  } else if (nonet_nodes(r->net) > NODES_AT_MOST) {
    html_paragraph(&r->page, "With more than %d nodes this is not told here: nonet without FILE... --node NAME tells it of anybody.",
                   (int)NODES_AT_MOST);
  } else {
    nonet_node node;
    nonet_answer *a = NULL;
    nonet_node_get(&node, r->net, f->rank[0]);
    const nonet_edit edit = {.kind = NONET_REMOVE_NODE, .a = node.key};
    const nonet_what_if_options how = {.weighted = r->options->weighted};
    code = nonet_what_if(&a, r->net, &edit, 1, &how, r->run.asked, err);
    if (!code) code = tell(r, &edit, node.label, a, err);
    nonet_answer_free(a);
  }
  html_close_chapter(&r->page);
  return code;
}
