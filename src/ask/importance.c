/* Why somebody is important: what rests on him, evidence first, and what follows from how the data were collected.
 *
 * How: contacts, layers and strategies are counted; who would lose contact is found by a search without the node; ranks come from the
 * measures. A node at an end of most ties of the network is what a source that was asked of one partner alone must show, and is said so. */
#include "ask/circle.h"
#include "ask/forms.h"
#include "ask/ranking.h"
#include "ask/subject.h"
#include "ask/tell.h"
#include "base/memory.h"
#include "base/number.h"
#include "net/sheet.h"
#include "net/sides.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES_TOLD = 8, MEASURES = 4 };
static const char measures[] = "degree,neighbours,betweenness,closeness";
enum { DEGREE, NEIGHBOURS, BETWEENNESS, CLOSENESS };

struct importance {
  const nonet *net;
  uint32_t node;
  struct ranking ranking;
  struct circle near, alone, lost, ties; /* alone: strategies that no other is tied to */
  struct circle strategies;
  uint32_t with_source;
  struct buffer text;
};

static void gather_ties(struct importance *i) {
  const nonet *n = i->net;
  for (uint64_t e = n->end_first[i->node]; e < n->end_first[i->node + 1]; e++)
    circle_add(&i->ties, n->end_tie[e]);
  circle_settle_ties(&i->ties);
  for (size_t k = 0; k < i->ties.count; k++)
    i->with_source += n->tie_source && n->tie_source[i->ties.at[k]] != 0;
  circle_neighbours(&i->near, n, i->node);
  circle_settle_nodes(&i->near, n);
}

/* Strategies that it is tied to, and those of them that no other partner is. */
static nonet_code gather_strategies(struct importance *i, nonet_err *err) {
  const nonet *n = i->net;
  bool *strategy = memory_zeroed(n->nodes, sizeof *strategy);
  if (!strategy) return error_memory(err);
  net_strategy_nodes(strategy, n);
  for (size_t k = 0; k < i->near.count && !strategy[i->node]; k++) {
    struct circle behind = {0};
    uint32_t partners = 0;
    if (!strategy[i->near.at[k]]) continue;
    circle_add(&i->strategies, i->near.at[k]);
    circle_neighbours(&behind, n, i->near.at[k]);
    for (size_t j = 0; j < behind.count; j++)
      partners += !strategy[behind.at[j]];
    if (partners == 1) circle_add(&i->alone, i->near.at[k]);
    i->alone.failed |= behind.failed;
    circle_free(&behind);
  }
  free(strategy);
  return NONET_OK;
}

/* Give everybody whom `from` reaches without the node a number; how many. */
static uint32_t reach(const struct importance *i, uint32_t *part, uint32_t *queue, uint32_t from, uint32_t number) {
  const nonet *n = i->net;
  uint32_t head = 0, tail = 0;
  queue[tail++] = from;
  part[from] = number;
  while (head < tail)
    for (uint64_t v = queue[head++], e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
      uint32_t w = n->end_other[e];
      if (w == i->node || part[w]) continue;
      part[w] = number;
      queue[tail++] = w;
    }
  return tail;
}

/* Who would no longer reach the largest part of what it holds together. */
static nonet_code gather_lost(struct importance *i, nonet_err *err) {
  const nonet *n = i->net;
  uint32_t *part = memory_zeroed(n->nodes, sizeof *part), *queue = memory_array(n->nodes, sizeof *queue);
  uint32_t number = 0, largest = 0, most = 0;
  if (!part || !queue) {
    free(part);
    free(queue);
    return error_memory(err);
  }
  for (size_t k = 0; k < i->near.count; k++) {
    if (part[i->near.at[k]]) continue;
    uint32_t size = reach(i, part, queue, i->near.at[k], ++number);
    if (size > most) most = size, largest = number;
  }
  for (uint32_t v = 0; v < n->nodes; v++)
    if (part[v] && part[v] != largest) circle_add(&i->lost, v);
  circle_settle_nodes(&i->lost, n);
  free(part);
  free(queue);
  return NONET_OK;
}

/* ---- telling ---- */

static nonet_code say_contacts(nonet_answer *a, struct importance *i, nonet_err *err) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(i->net, i->node, &layers);
  tell_node(&i->text, i->net, i->node);
  buffer_text(&i->text, " has ");
  tell_count(&i->text, i->ties.count, "tie", "ties");
  buffer_text(&i->text, " with ");
  tell_count(&i->text, i->near.count, "other", "others");
  if (count > 0) {
    buffer_text(&i->text, " in ");
    tell_count(&i->text, count, "layer", "layers");
  }
  if (i->ties.count > 0 && i->with_source == 0)
    buffer_text(&i->text, i->ties.count == 1 ? "; it names no evidence" : "; none of these ties names its evidence");
  else if (i->ties.count > 0 && i->with_source == i->ties.count)
    buffer_text(&i->text, i->ties.count == 1 ? "; it names its evidence" : "; each of these ties names its evidence");
  else if (i->with_source > 0)
    buffer_print(&i->text, "; %u of these ties name%s evidence", i->with_source, i->with_source == 1 ? "s" : "");
  nonet_code code = tell(a, &i->text, err);
  if (code || i->ties.count == 0) return code;
  buffer_text(&i->text, "By number of ties it is ");
  ranking_tell(&i->text, &i->ranking, DEGREE, i->node);
  return tell(a, &i->text, err);
}

static nonet_code say_strategies(nonet_answer *a, struct importance *i, nonet_err *err) {
  if (i->strategies.count == 0) return NONET_OK;
  buffer_text(&i->text, "It works on ");
  tell_kinds(&i->text, i->net, i->strategies.at, i->strategies.count, "strategy, project or event", "strategies, projects or events");
  if (i->alone.count > 0) {
    buffer_text(&i->text, "; no other partner is tied to ");
    tell_nodes(&i->text, i->net, i->alone.at, i->alone.count, NAMES_TOLD);
  }
  return tell(a, &i->text, err);
}

static nonet_code say_lost(nonet_answer *a, struct importance *i, nonet_err *err) {
  if (i->lost.count == 0)
    return answer_say(a, err,
                      i->near.count > 1 ? "If it left, nobody would lose contact with the others."
                                        : "If it left, nobody else would lose contact: nothing leads through it.");
  buffer_text(&i->text, "If it left, ");
  tell_nodes(&i->text, i->net, i->lost.at, i->lost.count, NAMES_TOLD);
  buffer_text(&i->text, " would lose contact with the rest of what it holds together");
  return tell(a, &i->text, err);
}

static nonet_code say_between(nonet_answer *a, struct importance *i, nonet_err *err) {
  double x = ranking_value(&i->ranking, BETWEENNESS, i->node);
  if (isnan(x)) return NONET_OK;
  if (x == 0) return answer_say(a, err, "No shortest way between others leads through it.");
  char number[NUMBER_ROOM];
  number_print_short(number, x, 4);
  buffer_text(&i->text, "It is relied upon as a go-between: ");
  ranking_tell(&i->text, &i->ranking, BETWEENNESS, i->node);
  buffer_print(&i->text, " by the shortest ways between others that lead through it (betweenness %s)", number);
  return tell(a, &i->text, err);
}

/* More than half of all ties end at one node. */
static nonet_code say_collected(nonet_answer *a, struct importance *i, nonet_err *err) {
  if (i->net->nodes < 4 || i->ties.count * 2 <= i->net->ties) return NONET_OK;
  return answer_say(
      a, err,
      "It is an end of %zu of the network's %u ties: if it was the one who was asked, or whom the sources are about, such a star "
      "follows from that, and says little of how the others are tied to each other.",
      i->ties.count, i->net->ties);
}

static nonet_code add_numbers(nonet_answer *a, const struct importance *i, nonet_err *err) {
  nonet_sheet *s = NULL;
  double *value, *place, *equal;
  nonet_code code = sheet_new(&s, "importance", "By the numbers", NONET_BY_MEASURE, MEASURES, err);
  if (!code) code = sheet_add_numbers(&value, s, "value", err);
  if (!code) code = sheet_add_numbers(&place, s, "place", err);
  if (!code) code = sheet_add_numbers(&equal, s, "equal", err);
  for (size_t k = 0; k < MEASURES && !code; k++) {
    size_t above, same, all;
    ranking_place(&above, &same, &all, &i->ranking, k, i->node);
    code = sheet_set_text(s, k, 0, nonet_sheet_column(i->ranking.sheet, nonet_sheet_key_columns(i->ranking.sheet) + k, NULL), err);
    value[k] = ranking_value(&i->ranking, k, i->node);
    place[k] = isnan(value[k]) ? NAN : (double)above + 1;
    equal[k] = isnan(value[k]) ? NAN : (double)same;
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code fill(nonet_answer *a, struct importance *i, nonet_err *err) {
  buffer_text(&i->text, i->lost.count > 0 ? "others hang on it" : "nobody hangs on it alone");
  nonet_code code = answer_verdict(a, buffer_string(&i->text), err);
  buffer_clear(&i->text);
  if (!code) code = say_contacts(a, i, err);
  if (!code) code = say_strategies(a, i, err);
  if (!code) code = say_lost(a, i, err);
  if (!code) code = say_between(a, i, err);
  if (!code && i->net->directed)
    code = answer_say(a, err, "Losing contact is told whichever way ties point; shortest ways go along their direction.");
  if (!code) code = say_collected(a, i, err);
  if (!code) code = add_numbers(a, i, err);
  if (!code) code = circle_show_nodes(a, "would-lose-contact", "Who would lose contact", i->net, &i->lost, NULL, err);
  for (size_t k = 0; k < i->near.count && !code; k++)
    code = answer_mark_node(a, i->near.at[k], circle_has(&i->lost, i->near.at[k]) ? "would lose contact" : "contact", err);
  if (!code) code = answer_mark_node(a, i->node, "asked about", err);
  return code ? code : circle_show_ties(a, "ties", "Its ties", i->net, &i->ties, err);
}

nonet_code nonet_importance(nonet_answer **out, const nonet *n, const char *node, const nonet_run *run, nonet_err *err) {
  struct importance i = {.net = n};
  struct subject s;
  *out = NULL;
  nonet_code code = subject_find(&s, n, node, SUBJECT_NODE, err);
  i.node = s.at;
  if (!code) code = ranking_start(&i.ranking, n, measures, run, err);
  if (!code) gather_ties(&i);
  if (!code) code = gather_strategies(&i, err);
  if (!code) code = gather_lost(&i, err);
  if (!code && (i.near.failed || i.strategies.failed || i.alone.failed || i.lost.failed || i.ties.failed)) code = error_memory(err);
  if (!code) code = answer_new(out, err);
  if (!code) code = fill(*out, &i, err);
  ranking_free(&i.ranking);
  circle_free(&i.near);
  circle_free(&i.alone);
  circle_free(&i.strategies);
  circle_free(&i.lost);
  circle_free(&i.ties);
  buffer_free(&i.text);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

static nonet_code answer_importance(nonet_answer **out, const struct asking *q, nonet_err *err) {
  return nonet_importance(out, q->net, q->name[SLOT_A], q->run, err);
}

static const struct form_row rows[] = {{FORM_WHY, "nonet_importance", answer_importance}};
const struct form_rows importance_forms = {rows, sizeof rows / sizeof *rows};
