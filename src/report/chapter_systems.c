/* Systems, not projects: whether the work runs through strategies that several layers and partners share, or stands apart in small pieces;
 * how it is led; and whom it reaches, where the data say. */
#include "base/number.h"
#include "report/report.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* How many of a group are in more than one layer. */
static size_t in_several(const nonet *n, const struct group *g) {
  size_t count = 0;
  nonet_node node;
  for (size_t i = 0; i < g->count; i++) {
    nonet_node_get(&node, n, g->at[i]);
    count += node.layer_count > 1;
  }
  return count;
}

static nonet_code across_layers(struct report *r, nonet_err *err) {
  const struct facts *f = &r->facts;
  uint32_t layers = nonet_layers(r->net);
  const struct group *g = f->strategies.count ? &f->strategies : &f->partners;
  nonet *view = NULL;
  if (layers < 2) {
    html_element(
        &r->page, "p",
        layers ? "All is in one layer, so the data cannot say whether the work runs across the layers of a city."
               : "No layer is named (a column layer, network or group), so the data cannot say whether the work runs across the layers of "
                 "a city.");
    return NONET_OK;
  }
  size_t several = in_several(r->net, g);
  html_paragraph(&r->page, "%zu of the %zu %s %s in more than one of the %" PRIu32 " layers.", several, g->count, g->plural,
                 several == 1 ? "is" : "are", layers);
  nonet_code code =
      facts_number(&r->facts, f->strategies.count ? "strategies-in-several-layers" : "partners-in-several-layers", (double)several, err);
  if (!code) code = nonet_view(&view, r->net, "layers", r->run.asked, err);
  if (!code) {
    uint32_t tied = nonet_ties(view), pairs = layers * (layers - 1) / 2;
    if (pairs == 1 || tied == 0)
      html_paragraph(&r->page, tied ? "The two layers share members or ties." : "No two layers share a member or a tie: they stand apart.");
    else if (tied == pairs)
      html_paragraph(&r->page, "All %" PRIu32 " pairs of layers share members or ties.", pairs);
    else
      html_paragraph(&r->page,
                     "%" PRIu32 " of the %" PRIu32 " pairs of layers share%s members or ties; %" PRIu32 " ha%s nothing in common.", tied,
                     pairs, tied == 1 ? "s" : "", pairs - tied, pairs - tied == 1 ? "s" : "ve");
    code = facts_number(&r->facts, "pairs-of-layers", pairs, err);
    if (!code) code = facts_number(&r->facts, "pairs-of-layers-tied", tied, err);
    if (!code) code = facts_number(&r->facts, "pairs-of-layers-apart", pairs - tied, err);
  }
  nonet_free(view);
  return code;
}

static nonet_code shared_work(struct report *r, nonet_err *err) {
  const struct facts *f = &r->facts;
  size_t several = 0;
  for (size_t i = 0; i < f->strategies.count; i++)
    several += f->carried[f->strategies.at[i]] > 1;
  if (!f->strategies.count) return NONET_OK;
  html_paragraph(&r->page, "%zu of the %zu %s %s carried by two %s or more.", several, f->strategies.count, f->strategies.plural,
                 several == 1 ? "is" : "are", f->partners.plural);
  return facts_number(&r->facts, "strategies-with-several", (double)several, err);
}

/* ---- how it is led ---- */

static double number_of(const nonet_sheet *s, const char *row) {
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    if (strcmp(nonet_sheet_text(s, i, 0), row) == 0) return nonet_sheet_number(s, i, 1);
  return NAN;
}

static const char *words_of(const nonet_sheet *s, const char *row) {
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    if (strcmp(nonet_sheet_text(s, i, 0), row) == 0) return nonet_sheet_text(s, i, nonet_sheet_columns(s) - 1);
  return "";
}

static nonet_code governance(struct report *r, nonet_err *err) {
  nonet_sheet *s;
  nonet_code code = report_table(&s, r, "governance-form", err);
  if (code || !s) return code;
  const char *form = words_of(s, "form"), *hub = words_of(s, "hub");
  if (*form && strcmp(form, "none") != 0) {
    char degree[NUMBER_ROOM], between[NUMBER_ROOM];
    uint32_t v = *hub ? report_node(r, hub) : NONET_NONE;
    nonet_node node = {0};
    if (v != NONET_NONE) nonet_node_get(&node, r->net, v);
    number_print_short(degree, number_of(s, "centralisation-degree"), 3);
    number_print_short(between, number_of(s, "centralisation-betweenness"), 3);
    bool led = strcmp(form, "lead organisation") == 0 || strcmp(form, "network administrative organisation") == 0;
    html_paragraph(&r->page,
                   "How it is led, told from the ties between partners: %s%s%s. From 0 (all alike) to 1 (all through one), contacts are "
                   "centred %s, and shortest routes %s. One partner who tells of its own contacts looks like a leader whatever the form.",
                   form, led && v != NONET_NONE ? ", around " : "", led && v != NONET_NONE ? node.label : "", degree, between);
    code = facts_text(&r->facts, "governance-form", form, err);
    static const char *const rows[] = {"centralisation-degree", "centralisation-betweenness"};
    for (size_t i = 0; i < 2 && !code; i++) {
      char name[64] = "governance-form:";
      code = facts_number(&r->facts, strcat(name, rows[i]), number_of(s, rows[i]), err);
    }
  }
  nonet_sheet_free(s);
  return code;
}

/* ---- large numbers ---- */

/* Who reaches the most people with those it is tied to; where no column says how many each serves, that. */
static nonet_code people(struct report *r, nonet_err *err) {
  nonet_sheet *s;
  nonet_code code = report_table(&s, r, "people-reached", err);
  if (code || !s) return code;
  size_t column = nonet_sheet_key_columns(s), most = 0;
  bool any = false;
  for (size_t v = 0; v < nonet_sheet_rows(s); v++) {
    double value = nonet_sheet_number(s, v, column);
    if (isnan(value) || (any && !(value > nonet_sheet_number(s, most, column)))) continue;
    any = true;
    most = v;
  }
  if (!any) {
    html_element(&r->page, "p",
                 "No column says how many people each serves (people served, clients, participants), so the data cannot say how large the "
                 "numbers are that change reaches.");
  } else {
    nonet_node node;
    char count[NUMBER_ROOM];
    nonet_node_get(&node, r->net, (uint32_t)most);
    number_print(count, nonet_sheet_number(s, most, column));
    html_paragraph(&r->page,
                   "%s, with those it is tied to directly, reaches the most people: %s, as each says whom it serves. People whom two serve "
                   "count twice.",
                   node.label, count);
    code = facts_number(&r->facts, "people-reached-most", nonet_sheet_number(s, most, column), err);
    if (!code) code = report_csv(r, "people-reached.csv", s, err);
  }
  nonet_sheet_free(s);
  return code;
}

/* ---- the score and its parts, beside chance ---- */

static nonet_code score_facts(struct report *r, const nonet_sheet *s, size_t row, nonet_err *err) {
  static const char *const what[] = {"", ":mean", ":rank"};
  nonet_code code = NONET_OK;
  for (size_t i = 0; !code && i < sizeof what / sizeof *what; i++) {
    char name[64] = "systems-not-projects";
    code = facts_number(&r->facts, strcat(name, what[i]), nonet_sheet_number(s, row, 1 + i), err);
  }
  return code;
}

/* Chance keeps everybody's number of ties; where these alone give the score, there is nothing to stand beside. */
static void say_score(struct report *r, const nonet_sheet *s, size_t row) {
  char value[NUMBER_ROOM], mean[NUMBER_ROOM], rank[NUMBER_ROOM];
  double below = nonet_sheet_number(s, row, 3);
  number_print_short(value, nonet_sheet_number(s, row, 1), 3);
  number_print_short(mean, nonet_sheet_number(s, row, 2), 3);
  number_print_short(rank, below, 2);
  html_paragraph(&r->page,
                 "From 0 (each of the %s a project of its own) to 1 (all hang together through %s they share) the score is %s: the mean "
                 "of the shares below.",
                 r->facts.strategies.plural, r->facts.partners.plural, value);
  if (isnan(below))
    html_element(&r->page, "p", "No chance in which all keep their number of ties could give another score.");
  else
    html_paragraph(&r->page,
                   "Networks drawn by chance, in which all keep their number of ties, score %s on average; the share of them that score "
                   "less is %s.",
                   mean, rank);
}

static nonet_code score(struct report *r, nonet_err *err) {
  static const size_t columns[] = {0, 1, 2, 3};
  static const char *const headings[] = {"share", "here", "by chance", "chance below"};
  nonet_sheet *s;
  nonet_code code = report_table(&s, r, "systems-not-projects", err);
  if (code || !s) return code;
  size_t last = nonet_sheet_rows(s) - 1; /* the score stands below its parts */
  if (!isnan(nonet_sheet_number(s, last, 1))) {
    say_score(r, s, last);
    html_table(&r->page, &(struct html_table){.sheet = s, .columns = columns, .headings = headings, .column_count = 4, .count = last + 1});
    code = score_facts(r, s, last, err);
    if (!code) code = report_csv(r, "systems.csv", s, err);
  }
  nonet_sheet_free(s);
  return code;
}

nonet_code chapter_systems(struct report *r, nonet_err *err) {
  nonet_code code = NONET_OK;
  html_chapter(&r->page, "systems", "Systems, not projects");
  html_question(&r->page, "Does change run through common strategies, city-wide, or through small projects that stand apart?");
  if (nonet_nodes(r->net) == 0) {
    html_element(&r->page, "p", "There is nothing recorded.");
  } else {
    code = across_layers(r, err);
    if (!code) code = shared_work(r, err);
    if (!code) code = score(r, err);
    if (!code) code = people(r, err);
    if (!code) code = governance(r, err);
  }
  html_close_chapter(&r->page);
  return code;
}
