/* Measures before and after: the whole network's, and of the nodes whose place in it changed.
 *
 * Each network is measured by itself. The whole measures are those of the profile that fits both and that take seconds at most. Of nodes,
 * degree and betweenness: whom one is tied to, and who came to stand between others though their own ties are as they were. */
#include "ask/changes.h"
#include "net/sheet.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Names of the whole measures that both networks have, "a,b,c". */
static void names_of(struct buffer *out, const struct changes *c) {
  const char *before = nonet_profile_for(c->net[BEFORE]), *after = nonet_profile_for(c->net[AFTER]);
  const char *profile = strcmp(before, after) == 0 ? after : "partnership";
  const nonet_measure_info *m;
  for (size_t i = 0; (m = nonet_measure_at(i)); i++) {
    if (m->scope != NONET_OF_WHOLE || !nonet_profile_has(profile, c->net[BEFORE], m, NULL) ||
        !nonet_profile_has(profile, c->net[AFTER], m, NULL))
      continue;
    buffer_print(out, "%s%s", out->size ? "," : "", m->name);
  }
}

/* What is left out for want of memory alone is no measure that does not fit: the answer would miss it without a word. */
static void leave_out(void *user, const char *name, const char *why) {
  bool *no_memory = user;
  (void)name;
  *no_memory = *no_memory || strcmp(why, "out of memory") == 0;
}

nonet_code changes_measure(nonet_sheet **out, const nonet *n, const char *names, bool weighted, const nonet_run *run, nonet_err *err) {
  bool no_memory = false;
  nonet_measure_options how = {.weighted = weighted, .left_out = leave_out, .left_out_user = &no_memory};
  nonet_code code = nonet_measure(out, n, names, &how, run, err);
  if (code || !no_memory) return code;
  nonet_sheet_free(*out);
  *out = NULL;
  return error_memory(err);
}

static nonet_code measure(nonet_sheet **out, const struct changes *c, int which, const char *names, nonet_err *err) {
  return changes_measure(out, c->net[which], names, c->options->weighted, c->asked, err);
}

/* The value of a row; NaN: the sheet does not have it. */
static double value_of(const nonet_sheet *s, const char *name) {
  for (size_t row = 0; s && row < nonet_sheet_rows(s); row++)
    if (strcmp(nonet_sheet_text(s, row, 0), name) == 0) return nonet_sheet_number(s, row, 1);
  return (double)NAN;
}

static nonet_code fill(nonet_sheet *s, const nonet_sheet *const at[2], nonet_err *err) {
  double *before, *after, *change;
  nonet_code code = sheet_add_numbers(&before, s, "before", err);
  if (!code) code = sheet_add_numbers(&after, s, "after", err);
  if (!code) code = sheet_add_numbers(&change, s, "change", err);
  for (size_t row = 0; row < nonet_sheet_rows(s) && !code; row++) {
    const char *name = nonet_sheet_text(at[BEFORE], row, 0);
    code = sheet_set_text(s, row, 0, name, err);
    before[row] = nonet_sheet_number(at[BEFORE], row, 1);
    after[row] = value_of(at[AFTER], name);
    change[row] = after[row] - before[row];
  }
  if (!code) code = sheet_note(s, "Each network is measured by itself.", err);
  return code;
}

/* "How easily any two reach each other" is what most of the numbers come to. */
static nonet_code say_reach(nonet_answer *a, const nonet_sheet *const at[2], nonet_err *err) {
  double parts[2], near[2];
  for (int k = BEFORE; k <= AFTER; k++) {
    parts[k] = value_of(at[k], "components");
    near[k] = value_of(at[k], "efficiency");
  }
  nonet_code code = NONET_OK;
  if (parts[BEFORE] != parts[AFTER] && !isnan(parts[BEFORE]) && !isnan(parts[AFTER]))
    code = answer_say(a, err, "The network hangs together in %u %s, %u before.", (unsigned)parts[AFTER],
                      parts[AFTER] == 1 ? "part" : "parts", (unsigned)parts[BEFORE]);
  char before[NUMBER_ROOM], after[NUMBER_ROOM];
  number_print_short(before, near[BEFORE], 3);
  number_print_short(after, near[AFTER], 3);
  if (!code && !isnan(near[BEFORE]) && !isnan(near[AFTER]) && strcmp(before, after) != 0)
    code = answer_say(a, err, "How easily any two reach each other (efficiency, from 0 to 1) %s from %s to %s.",
                      near[AFTER] > near[BEFORE] ? "rose" : "fell", before, after);
  return code;
}

nonet_code changes_measures(nonet_answer *a, const struct changes *c, nonet_err *err) {
  struct buffer names = {0};
  nonet_sheet *before = NULL, *after = NULL, *s = NULL;
  names_of(&names, c);
  nonet_code code = names.failed ? error_memory(err) : measure(&before, c, BEFORE, buffer_string(&names), err);
  if (!code) code = measure(&after, c, AFTER, buffer_string(&names), err);
  const nonet_sheet *const at[2] = {before, after};
  if (!code && changes_any(c)) code = say_reach(a, at, err);
  if (!code) code = sheet_new(&s, "change", "Measures before and after", NONET_BY_MEASURE, nonet_sheet_rows(before), err);
  if (!code) code = fill(s, at, err);
  if (!code)
    code = answer_add_sheet(a, s, err);
  else
    nonet_sheet_free(s);
  nonet_sheet_free(before);
  nonet_sheet_free(after);
  buffer_free(&names);
  return code;
}

/* ---- nodes ---- */

enum { DEGREE, BETWEENNESS, OF_NODES };
static const char *const of_nodes[OF_NODES] = {"degree", "betweenness"};

/* Values of nodes as here; NaN where a network does not have the node, or the measure was left out. */
static nonet_code node_values(double *out, const struct changes *c, int which, const char *name, nonet_err *err) {
  nonet_sheet *s = NULL;
  for (uint32_t v = 0; v < c->nodes; v++)
    out[v] = (double)NAN;
  if (!nonet_profile_has("all", c->net[which], nonet_measure_find(name), NULL)) return NONET_OK;
  nonet_code code = measure(&s, c, which, name, err);
  if (code == NONET_EUSAGE || code == NONET_EINPUT) return NONET_OK; /* its weights are not for it */
  for (uint32_t v = 0; v < c->nodes && !code; v++)
    if (c->node[v][which] != NONET_NONE) out[v] = nonet_sheet_number(s, c->node[v][which], 1);
  nonet_sheet_free(s);
  return code;
}

/* All values: of_nodes, each before and after. */
static nonet_code all_values(double **out, const struct changes *c, nonet_err *err) {
  nonet_code code = NONET_OK;
  *out = memory_array((size_t)c->nodes * OF_NODES * 2, sizeof **out);
  if (!*out) return error_memory(err);
  for (int m = 0; m < OF_NODES && !code; m++)
    for (int k = BEFORE; k <= AFTER && !code; k++)
      code = node_values(*out + (size_t)(m * 2 + k) * c->nodes, c, k, of_nodes[m], err);
  return code;
}

static const char *kind_of(const struct changes *c, uint32_t v, int which) {
  uint32_t kind = c->node[v][which] == NONET_NONE ? NONET_NONE : net_node_kind(c->net[which], c->node[v][which]);
  return kind == NONET_NONE ? "" : nonet_kind_name(c->net[which], kind);
}

static const char *label_of(const struct changes *c, uint32_t v, int which) {
  nonet_node node;
  if (c->node[v][which] == NONET_NONE) return "";
  nonet_node_get(&node, c->net[which], c->node[v][which]);
  return node.label;
}

/* Far enough apart to be more than what rounding leaves. */
static bool differs(double x, double y) {
  return fabs(x - y) > 1e-9 * fmax(1, fmax(fabs(x), fabs(y)));
}

static bool is_listed(const struct changes *c, const double *value, uint32_t v) {
  bool listed = changes_node_fate(c, v) != FATE_STAYED || strcmp(kind_of(c, v, BEFORE), kind_of(c, v, AFTER)) != 0 ||
                strcmp(label_of(c, v, BEFORE), label_of(c, v, AFTER)) != 0;
  for (size_t m = 0; m < OF_NODES; m++)
    listed = listed || differs(value[m * 2 * c->nodes + v], value[(m * 2 + 1) * c->nodes + v]);
  return listed;
}

struct node_columns {
  size_t label, change, kind[2];
  double *value[OF_NODES][3];
};

static nonet_code add_columns(struct node_columns *n, nonet_sheet *s, nonet_err *err) {
  static const char *const names[OF_NODES][3] = {{"degree-before", "degree-after", "degree-change"},
                                                 {"betweenness-before", "betweenness-after", "betweenness-change"}};
  nonet_code code = sheet_add_texts(&n->label, s, "label", err);
  if (!code) code = sheet_add_texts(&n->change, s, "change", err);
  for (int m = 0; m < OF_NODES; m++)
    for (int i = 0; i < 3 && !code; i++)
      code = sheet_add_numbers(&n->value[m][i], s, names[m][i], err);
  if (!code) code = sheet_add_texts(&n->kind[BEFORE], s, "kind-before", err);
  return code ? code : sheet_add_texts(&n->kind[AFTER], s, "kind-after", err);
}

static nonet_code fill_node(nonet_sheet *s, size_t row, const struct node_columns *n, const struct changes *c, uint32_t v,
                            const double *value, nonet_err *err) {
  int shown = changes_shown(c->node[v]);
  nonet_code code = sheet_set_text(s, row, 0, net_key(c->net[shown], c->node[v][shown]), err);
  if (!code) code = sheet_set_text(s, row, n->label, label_of(c, v, shown), err);
  if (!code) code = sheet_set_text(s, row, n->change, fate_words[changes_node_fate(c, v)], err);
  for (int k = BEFORE; k <= AFTER && !code; k++)
    code = sheet_set_text(s, row, n->kind[k], kind_of(c, v, k), err);
  for (size_t m = 0; m < OF_NODES; m++) {
    double before = value[m * 2 * c->nodes + v], after = value[(m * 2 + 1) * c->nodes + v];
    n->value[m][0][row] = before;
    n->value[m][1][row] = after;
    n->value[m][2][row] = after - before;
  }
  return code;
}

nonet_code changes_nodes(nonet_answer *a, const struct changes *c, nonet_err *err) {
  struct node_columns columns;
  double *value = NULL;
  nonet_sheet *s = NULL;
  size_t rows = 0, row = 0;
  nonet_code code = all_values(&value, c, err);
  for (uint32_t v = 0; v < c->nodes && !code; v++)
    rows += is_listed(c, value, v);
  if (!code) code = sheet_new(&s, "nodes", "Nodes that came, went, or stand otherwise", NONET_BY_NODE, rows, err);
  if (!code) code = add_columns(&columns, s, err);
  for (uint32_t v = 0; v < c->nodes && !code; v++)
    if (is_listed(c, value, v)) code = fill_node(s, row++, &columns, c, v, value, err);
  if (!code)
    code = answer_add_sheet(a, s, err);
  else
    nonet_sheet_free(s);
  free(value);
  return code;
}
