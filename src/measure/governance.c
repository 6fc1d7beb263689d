/* The form of governance, told from the ties between partners, after Provan and Kenis: partners who govern together, one of them who leads,
 * or an organisation made to administer the network.
 *
 * They describe the forms in words and give no thresholds. The rule here is nonet's own, is printed with the row, and every number that it
 * looks at is a line of the table, so that anybody can draw the line elsewhere. Ties cannot tell a leader from an administrator: that needs
 * the kind of the one in the middle.
 *
 * Sources: (1) K. G. Provan, P. Kenis 2008, doi:10.1093/jopart/mum015; (2) K. G. Provan, H. B. Milward 1995, doi:10.2307/2393698, and 2001,
 * doi:10.1111/0033-3352.00045, on effectiveness at the level of the whole network. */
#include "measure/governance.h"

#include "base/memory.h"
#include "base/name.h"
#include "kernel/betweenness.h"
#include "kernel/component.h"
#include "measure/judge.h"
#include "net/sheet.h"
#include "net/sides.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the rule ---- */

static bool has_a_hub(const struct governance *f) {
  return f->degree >= GOVERNANCE_CENTRAL && f->betweenness >= GOVERNANCE_CENTRAL && f->second <= f->top / 2;
}

const char *governance_name(const struct governance *f, bool administers) {
  if (f->partners < 3 || f->pairs == 0) return "none";
  if (has_a_hub(f)) return administers ? "network administrative organisation" : "lead organisation";
  bool even = f->degree <= GOVERNANCE_EVEN && f->betweenness <= GOVERNANCE_EVEN;
  return f->components == 1 && f->density >= GOVERNANCE_DENSE && even ? "shared governance" : "mixed";
}

/* ---- the numbers ---- */

static void gather(struct governance *f, const struct graph *g, const double *between) {
  double n = g->nodes, gaps[2] = {0, 0}, most = 0;
  f->hub = NONET_NONE;
  for (uint32_t v = 0; v < g->nodes; v++) {
    double contacts = (double)(g->first[v + 1] - g->first[v]);
    most = fmax(most, between[v]);
    if (contacts > f->top)
      f->second = f->top, f->top = contacts, f->hub = v;
    else
      f->second = fmax(f->second, contacts);
  }
  if (f->second == f->top) f->hub = NONET_NONE;
  for (uint32_t v = 0; v < g->nodes; v++) {
    gaps[0] += f->top - (double)(g->first[v + 1] - g->first[v]);
    gaps[1] += most - between[v];
  }
  f->partners = n, f->pairs = g->edges;
  f->density = n > 1 ? f->pairs / (n * (n - 1) / 2) : (double)NAN;
  f->degree = n > 2 ? gaps[0] / ((n - 1) * (n - 2)) : (double)NAN;
  f->betweenness = n > 2 ? gaps[1] / ((n - 1) * (n - 2) / 2 * (n - 1)) : (double)NAN;
}

static nonet_code count_all(struct governance *f, const struct partners *p, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = &p->graph;
  struct kernel_watch watch = pass_watch(ask);
  double *between = memory_zeroed(g->nodes, sizeof *between);
  uint32_t *part = memory_array(g->nodes, sizeof *part), *size = memory_zeroed(g->nodes, sizeof *size), parts = 0;
  nonet_code code = between && part && size ? NONET_OK : error_memory(err);
  *f = (struct governance){.strategies = p->strategies};
  if (!code && g->edges) code = pass_result(betweenness(between, NULL, g, &watch), ask, err);
  if (!code) code = pass_result(component_weak(part, size, &parts, g), ask, err);
  if (!code) gather(f, g, between);
  f->components = parts;
  f->giant = !code && g->nodes ? (double)size[0] / g->nodes : (double)NAN;
  if (f->hub != NONET_NONE && !code) f->hub = p->node[f->hub];
  free(between);
  free(part);
  free(size);
  return code;
}

/* ---- who only administers ---- */

static const char *const administrators[] = {"administrator",
                                             "administration",
                                             "administrative organisation",
                                             "administrative organization",
                                             "network administrative organisation",
                                             "network administrative organization",
                                             "nao",
                                             "secretariat",
                                             "coordinating body"};

nonet_code governance_administers(bool *out, uint32_t kind, const struct measure_ask *ask, nonet_err *err) {
  uint32_t named;
  *out = false;
  if (*ask->parameter_text) {
    nonet_code code = nonet_find_kind(&named, ask->net, ask->parameter_text, err);
    *out = !code && kind == named;
    return code;
  }
  if (kind == NONET_NONE) return NONET_OK;
  struct buffer folded = {0};
  bool read = name_fold(&folded, nonet_kind_name(ask->net, kind));
  for (size_t i = 0; read && i < sizeof administrators / sizeof *administrators; i++)
    *out |= strcmp(buffer_string(&folded), administrators[i]) == 0;
  buffer_free(&folded);
  return read ? NONET_OK : error_memory(err);
}

bool governance_one_side(const nonet *n) {
  return n->two_modes && !net_is_strategy_word(nonet_kind_name(n, n->mode_kind[0])) &&
         !net_is_strategy_word(nonet_kind_name(n, n->mode_kind[1]));
}

/* ---- the table ---- */

/* Of the one who has most contacts. */
static uint32_t kind_of(const struct governance *f, const nonet *n) {
  return f->hub == NONET_NONE ? NONET_NONE : net_node_kind(n, f->hub);
}

static nonet_code say_strategies(nonet_sheet *s, uint32_t count, nonet_err *err) {
  char line[200];
  snprintf(line, sizeof line,
           "governance-form: %" PRIu32 " node%s what partners work on, no partner%s; two partners who share one are tied.", count,
           count > 1 ? "s are" : " is", count > 1 ? "s" : "");
  return sheet_note(s, line, err);
}

static nonet_code say_why(nonet_sheet *s, const struct governance *f, const char *form, const struct measure_ask *ask, nonet_err *err) {
  uint32_t kind = kind_of(f, ask->net);
  struct buffer line = {0};
  buffer_text(&line, "governance-form: ");
  if (f->partners < 3)
    buffer_text(&line, "a form of governance cannot be told of fewer than 3 partners.");
  else if (f->pairs == 0)
    buffer_text(&line, "no partner is tied to another: there is nothing to govern by.");
  else if (!has_a_hub(f))
    buffer_text(&line, *form == 's' ? "all hang together, most pairs are tied, and no partner stands out."
                                    : "neither one partner alone in the middle nor a dense and even network: no form of the three.");
  else if (kind == NONET_NONE)
    buffer_text(&line, "one partner alone is in the middle. Whether it works on the network's services itself (a lead organisation) or "
                       "only administers (a network administrative organisation) cannot be told: nothing says of what kind it is.");
  else
    buffer_print(&line,
                 "one partner alone is in the middle. Its kind, '%s', is %s; governance-form:KIND names another kind of those who "
                 "only administer.",
                 nonet_kind_name(ask->net, kind),
                 *form == 'n' ? "that of one who only administers" : "not that of one who only administers");
  nonet_code code = line.failed ? error_memory(err) : sheet_note(s, buffer_string(&line), err);
  buffer_free(&line);
  if (!code && has_a_hub(f))
    code = sheet_note(s, "governance-form: what one partner tells of its own contacts has this shape whatever the form: see who was asked.",
                      err);
  if (!code && f->strategies > 0) code = say_strategies(s, (uint32_t)f->strategies, err);
  if (!code && governance_one_side(ask->net))
    code = sheet_note(s,
                      "governance-form: two kinds split the network and no word tells that one of them is what the other works on: all "
                      "are partners here. Where one is, see it through --view project:KIND.",
                      err);
  return code;
}

static nonet_code fill(nonet_sheet *s, const struct governance *f, const char *form, const nonet *n, nonet_err *err) {
  const char *hub = f->hub == NONET_NONE ? "" : net_key(n, f->hub);
  const char *kind = kind_of(f, n) == NONET_NONE ? "" : nonet_kind_name(n, kind_of(f, n));
  const struct {
    const char *name;
    double value;
    const char *words;
  } row[GOVERNANCE_ROWS] = {{"form", NAN, form},
                            {"hub", NAN, hub},
                            {"hub-kind", NAN, kind},
                            {"partners", f->partners, ""},
                            {"strategies", f->strategies, ""},
                            {"tied-pairs", f->pairs, ""},
                            {"density", f->density, ""},
                            {"components", f->components, ""},
                            {"giant-share", f->giant, ""},
                            {"centralisation-degree", f->degree, ""},
                            {"centralisation-betweenness", f->betweenness, ""},
                            {"most-contacts", f->top, ""},
                            {"second-contacts", f->second, ""},
                            {"share-of-most", f->pairs > 0 ? f->top / f->pairs : (double)NAN, ""}};
  double *value;
  size_t words;
  nonet_code code = sheet_add_numbers(&value, s, "value", err);
  if (!code) code = sheet_add_texts(&words, s, "words", err);
  for (size_t i = 0; !code && i < GOVERNANCE_ROWS; i++) {
    value[i] = row[i].value;
    code = sheet_set_text(s, i, 0, row[i].name, err);
    if (!code) code = sheet_set_text(s, i, words, row[i].words, err);
  }
  return code;
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct partners p;
  struct governance f;
  bool administers = false;
  nonet_code code = partners_start(&p, ask, governance_one_side(ask->net), "governance-form", err);
  if (code) return code;
  code = count_all(&f, &p, ask, err);
  if (!code) code = governance_administers(&administers, kind_of(&f, ask->net), ask, err);
  const char *form = code ? "" : governance_name(&f, administers);
  if (!code) code = sheet_new(out, "governance-form", "Form of governance", NONET_BY_MEASURE, GOVERNANCE_ROWS, err);
  if (!code) code = fill(*out, &f, form, ask->net, err);
  if (!code) code = say_why(*out, &f, form, ask, err);
  partners_free(&p);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "governance-form",
              .title = "Form of governance",
              .summary = "Whether partners govern together, follow a lead organisation, or are run by one that only administers.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = INFINITY,
              .formula =
                  "one in the middle: centralisation by degree and by betweenness both 1/2 or more, and the second has at most half as "
                  "many contacts as the first; then network administrative organisation where the first is of a kind that only "
                  "administers, else lead organisation; shared governance: one component, density 1/2 or more, both centralisations "
                  "1/4 or less; else mixed; none without ties or below 3 partners",
              .convention = "the thresholds are nonet's own, the authors give none; every number used is a line; " PARTNERS_TIED
                            "; two modes whose names do not tell strategies are both partners; kinds called administrator, secretariat, "
                            "coordinating body or (network) administrative organisation only "
                            "administer; direction is left out of account; unweighted; simple network",
              .undefined = "none below 3 partners or without ties; lead organisation where the kind of the one in the middle is not said: "
                           "ties alone cannot tell it from an administrator",
              .source =
                  "Provan, K. G., Kenis, P. (2008) Modes of network governance, doi:10.1093/jopart/mum015; Provan, K. G., Milward, H. "
                  "B. (1995), doi:10.2307/2393698; (2001), doi:10.1111/0033-3352.00045",
              .cost = "O(nm)",
              .parameter = "KIND, of those who only administer; told from its name unless given"},
     .reads_undirected = true,
     .parameter_is_text = true,
     .table = table,
     .check = judge_governance},
};

const struct measure_rows governance_rows = {rows, sizeof rows / sizeof *rows};
