/* Who is most central, by a measure of nodes; equal values are an equal rank, and all of the last rank shown are shown. */
#include "ask/circle.h"
#include "ask/forms.h"
#include "ask/ranking.h"
#include "ask/subject.h"
#include "ask/tell.h"
#include "base/memory.h"
#include "base/number.h"
#include "net/key_order.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TOP = 5, NAMES_TOLD = 5 };

struct central {
  const nonet *net;   /* that is measured */
  const nonet *asked; /* the whole */
  nonet *layer;       /* owned; NULL: the whole is measured */
  struct subject in;  /* .what 0: all */
  const char *measure;
  struct ranking ranking;
  uint32_t *node; /* owned; by falling value */
  size_t count, top;
  struct buffer text;
};

static int falling(const void *a, const void *b, void *context) {
  const struct central *c = context;
  uint32_t v = *(const uint32_t *)a, w = *(const uint32_t *)b;
  double x = ranking_value(&c->ranking, 0, v), y = ranking_value(&c->ranking, 0, w);
  if (fabs(x - y) > 1e-9 * fmax(1, fabs(x))) return x > y ? -1 : 1;
  return key_before(c->net, v, w) ? -1 : key_before(c->net, w, v);
}

/* The network to be measured: of a layer its own ties alone. */
static nonet_code choose_network(struct central *c, const char *in, const nonet_run *run, nonet_err *err) {
  c->net = c->asked;
  nonet_code code = in ? subject_find(&c->in, c->asked, in, SUBJECT_GROUP, err) : NONET_OK;
  if (!in || code || c->in.what != SUBJECT_LAYER) return code;
  buffer_print(&c->text, "layer:%s", nonet_layer_name(c->asked, c->in.at));
  code = nonet_view(&c->layer, c->asked, buffer_string(&c->text), run, err);
  buffer_clear(&c->text);
  if (!code) c->net = c->layer;
  return code;
}

static nonet_code rank(struct central *c, size_t top, nonet_err *err) {
  bool kind = c->in.what == SUBJECT_KIND;
  c->node = memory_array(c->net->nodes, sizeof *c->node);
  if (!c->node) return error_memory(err);
  for (uint32_t v = 0; v < c->net->nodes; v++) {
    double x = ranking_value(&c->ranking, 0, v);
    if (isfinite(x) && x > 0 && (!kind || subject_has(&c->in, c->asked, v))) c->node[c->count++] = v;
  }
  qsort_r(c->node, c->count, sizeof *c->node, falling, c);
  c->top = top < c->count ? top : c->count;
  while (c->top > 0 && c->top < c->count && falling(&c->node[c->top - 1], &c->node[c->top], c) <= 0 &&
         fabs(ranking_value(&c->ranking, 0, c->node[c->top - 1]) - ranking_value(&c->ranking, 0, c->node[c->top])) <=
             1e-9 * fmax(1, ranking_value(&c->ranking, 0, c->node[c->top])))
    c->top++;
  if (c->count > 0) return NONET_OK;
  return error_set(err, NONET_ENOANSWER, "nobody has a %s above 0", c->measure);
}

/* The nodes of one rank from `first` on; where they stop. */
static size_t equals(const struct central *c, size_t first) {
  size_t stop = first + 1;
  double x = ranking_value(&c->ranking, 0, c->node[first]);
  while (stop < c->top && fabs(ranking_value(&c->ranking, 0, c->node[stop]) - x) <= 1e-9 * fmax(1, x))
    stop++;
  return stop;
}

static void tell_value(struct central *c, size_t at) {
  char number[NUMBER_ROOM];
  number_print_short(number, ranking_value(&c->ranking, 0, c->node[at]), 4);
  buffer_print(&c->text, " (%s)", number);
}

static nonet_code say_ranks(nonet_answer *a, struct central *c, nonet_err *err) {
  size_t stop = equals(c, 0);
  const nonet_measure_info *m = nonet_measure_find(c->measure);
  tell_nodes(&c->text, c->net, c->node, stop, NAMES_TOLD);
  buffer_text(&c->text, stop == 1 ? " is most central" : " are most central, equally,");
  if (c->in.what) {
    buffer_text(&c->text, " in ");
    subject_tell(&c->text, &c->in, c->asked);
  }
  buffer_print(&c->text, " by %s", c->measure);
  tell_value(c, 0);
  for (size_t first = stop; first < c->top; first = stop) {
    stop = equals(c, first);
    buffer_text(&c->text, first == equals(c, 0) ? ", then " : ", ");
    tell_nodes(&c->text, c->net, c->node + first, stop - first, NAMES_TOLD);
    tell_value(c, first);
  }
  nonet_code code = tell(a, &c->text, err);
  return code || !m ? code : answer_say(a, err, "%s: %s", m->title, m->summary);
}

/* The node of the whole network that a node of the layer's is. */
static uint32_t in_whole(const struct central *c, uint32_t v, uint32_t *cursor) {
  if (!c->layer) return v;
  uint32_t found;
  if (nonet_find_node(&found, c->asked, net_key(c->net, v), NULL) == NONET_OK) return found;
  for (; *cursor < c->asked->nodes; (*cursor)++)
    if (strcmp(net_key(c->asked, *cursor), net_key(c->net, v)) == 0) return *cursor;
  return NONET_NONE;
}

static nonet_code fill(nonet_answer *a, struct central *c, nonet_err *err) {
  nonet_sheet *s = NULL;
  struct circle who = {0};
  double *value, *place;
  nonet_node node;
  nonet_node_get(&node, c->net, c->node[0]);
  nonet_code code = answer_verdict(a, node.label, err);
  if (!code) code = say_ranks(a, c, err);
  for (size_t i = 0; i < c->top; i++)
    circle_add(&who, c->node[i]);
  if (!code) code = circle_show_nodes(a, "central", "Most central", c->net, &who, NULL, err);
  if (!code) s = (nonet_sheet *)(uintptr_t)nonet_answer_sheet(a, 0);
  if (!code) code = sheet_add_numbers(&place, s, "place", err);
  if (!code) code = sheet_add_numbers(&value, s, c->measure, err);
  size_t first = 0;
  for (size_t i = 0; i < c->top && !code; i++) {
    uint32_t cursor = 0, v = in_whole(c, c->node[i], &cursor);
    if (i == equals(c, first)) first = i;
    place[i] = (double)first + 1;
    value[i] = ranking_value(&c->ranking, 0, c->node[i]);
    if (v != NONET_NONE) code = answer_mark_node(a, v, first == 0 ? "most central" : "central", err);
  }
  circle_free(&who);
  return code;
}

nonet_code nonet_central(nonet_answer **out, const nonet *n, const nonet_central_options *options, const nonet_run *run, nonet_err *err) {
  nonet_central_options o = options ? *options : (nonet_central_options){0};
  struct central c = {.asked = n, .measure = o.measure ? o.measure : "betweenness"};
  *out = NULL;
  nonet_code code = choose_network(&c, o.in, run, err);
  if (!code) code = ranking_start(&c.ranking, c.net, c.measure, run, err);
  if (!code && nonet_sheet_keys(c.ranking.sheet) != NONET_BY_NODE)
    code = error_set(err, NONET_EUSAGE, "'%s' is no measure of nodes", c.measure);
  if (!code) code = rank(&c, o.top ? o.top : TOP, err);
  if (!code) code = answer_new(out, err);
  if (!code) code = fill(*out, &c, err);
  ranking_free(&c.ranking);
  nonet_free(c.layer);
  free(c.node);
  buffer_free(&c.text);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

static nonet_code answer_central(nonet_answer **out, const struct asking *q, nonet_err *err) {
  nonet_central_options o = {.in = q->name[SLOT_L], .measure = q->name[SLOT_MEASURE], .top = q->options->top};
  return nonet_central(out, q->net, &o, q->run, err);
}

static const struct form_row rows[] = {{FORM_CENTRAL, "nonet_central", answer_central}};
const struct form_rows central_forms = {rows, sizeof rows / sizeof *rows};
