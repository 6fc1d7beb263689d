/* Style: what colours, shapes, sizes and lines of a picture mean.
 *
 * How: shapes by kind (partners round, strategies square), dashes by kind of tie in the order of frequency, sizes by a node measure, widths
 * by strength; colours in style_colours.c. Areas of marks, not their diameters, are proportional to what they show.
 * Why degree is counted here: it is the default, and needs no pass over the network. */
#include "show/style.h"

#include "base/memory.h"
#include "show/fate.h"
#include "show/style_colours.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static nonet_code choose_shapes(struct style *s, nonet_err *err) {
  const nonet *n = s->net;
  uint32_t kinds = n->kinds;
  s->kind_shape = memory_zeroed(kinds, 1);
  if (!s->kind_shape) return error_memory(err);
  bool taken[STYLE_SHAPES + 1] = {false};
  for (uint32_t k = 0; k < kinds; k++) {
    bool partner = strcmp(nonet_kind_name(n, k), "partner") == 0, strategy = strcmp(nonet_kind_name(n, k), "strategy") == 0;
    if (partner || strategy) s->kind_shape[k] = partner ? SHAPE_CIRCLE : SHAPE_BOX;
    if (s->kind_shape[k]) taken[s->kind_shape[k]] = true;
  }
  for (uint32_t k = 0; k < kinds; k++) {
    int shape = SHAPE_CIRCLE;
    if (s->kind_shape[k]) continue;
    while (shape < SHAPE_OCTAGON && taken[shape])
      shape++;
    if (shape == SHAPE_OCTAGON) s->other_shape = true;
    s->kind_shape[k] = (uint8_t)shape;
    taken[shape] = true;
  }
  return NONET_OK;
}

enum scene_shape style_shape(const struct style *s, uint32_t node) {
  uint32_t kind = net_node_kind(s->net, node);
  if (kind == NONET_NONE) return s->net->kinds ? SHAPE_OCTAGON : SHAPE_CIRCLE;
  return (enum scene_shape)s->kind_shape[kind];
}

enum { MANY_TIES = 600, MANY_NODES = 150 };

/* Kinds of ties by falling frequency; texts decide between equals. */
struct tie_kind {
  const char *name;
  uint32_t word, count;
};

static int by_count(const void *a, const void *b) {
  const struct tie_kind *x = a, *y = b;
  if (x->count != y->count) return x->count < y->count ? 1 : -1;
  return strcmp(x->name, y->name);
}

static struct tie_kind *count_kinds(const nonet *n, size_t *found) {
  uint32_t words = words_count(n->words);
  uint32_t *count = memory_zeroed(words, sizeof *count);
  struct tie_kind *kinds = NULL;
  size_t total = 0;
  if (!count) return NULL;
  for (uint32_t t = 0; t < n->ties; t++)
    total += count[n->tie_kind[t]]++ == 0;
  kinds = memory_zeroed(total, sizeof *kinds);
  *found = 0;
  for (uint32_t w = 0; kinds && w < words; w++)
    if (count[w]) kinds[(*found)++] = (struct tie_kind){words_text(n->words, w), w, count[w]};
  if (kinds) qsort(kinds, *found, sizeof *kinds, by_count);
  free(count);
  return kinds;
}

static nonet_code choose_dashes(struct style *s, nonet_err *err) {
  const nonet *n = s->net;
  size_t found = 0;
  s->many = n->ties > MANY_TIES && n->nodes > MANY_NODES;
  if (n->tie_kind && n->ties && !s->many && !s->fates) {
    struct tie_kind *kinds = count_kinds(n, &found);
    if (!kinds) return error_memory(err);
    for (size_t k = 0; k < found && k < STYLE_DASHES; k++)
      s->dash_kind[s->dashes++] = kinds[k].word;
    s->other_dash = found > STYLE_DASHES;
    free(kinds);
  }
  s->dash_by_layer = s->dashes <= 1 && !s->nodes_coloured && s->colours == COLOURS_OF_LAYERS && s->groups > 1;
  return NONET_OK;
}

enum scene_dash style_tie_dash(const struct style *s, uint32_t tie) {
  if (s->fates) return s->tie_role[tie] ? fate_look(s->tie_role[tie])->dash : DASH_SOLID;
  if (s->dash_by_layer) {
    uint32_t layer = net_tie_layer(s->net, tie);
    return layer == NONET_NONE ? DASH_SOLID : (enum scene_dash)(s->layer_group[layer] % STYLE_DASHES);
  }
  for (size_t k = 0; s->net->tie_kind && k < s->dashes; k++)
    if (s->dash_kind[k] == s->net->tie_kind[tie]) return (enum scene_dash)k;
  return DASH_SOLID;
}

const char *style_tie_colour(const struct style *s, uint32_t tie) {
  if (s->fates) return s->tie_role[tie] ? fate_look(s->tie_role[tie])->colour : PALETTE_FADED;
  uint32_t layer = net_tie_layer(s->net, tie);
  bool other = s->other_dash && !s->dash_by_layer;
  for (size_t k = 0; other && k < s->dashes; k++)
    if (s->dash_kind[k] == s->net->tie_kind[tie]) other = false;
  if (other) return "#b0b0b0";
  if (s->colours != COLOURS_OF_LAYERS || layer == NONET_NONE) return "#777777";
  return palette_colour(s->layer_group[layer])->line;
}

static void range_of_widths(struct style *s) {
  s->width_low = INFINITY;
  s->width_high = -INFINITY;
  for (uint32_t t = 0; s->net->weighted && t < s->net->ties; t++) {
    double x = net_tie_strength(s->net, t);
    if (!isfinite(x)) continue;
    s->width_low = fmin(s->width_low, x);
    s->width_high = fmax(s->width_high, x);
  }
}

double style_tie_width(const struct style *s, double strength) {
  const double thin = 0.6, thick = s->net->ties <= 100 ? 3.2 : s->net->ties <= 300 ? 2.2 : 1.5;
  if (!(s->width_high > s->width_low) || !(s->width_high > 0)) return s->net->ties <= 300 ? 1.1 : 0.7;
  if (!isfinite(strength) || strength <= 0) return thin;
  return thin + (thick - thin) * fmin(1, strength / s->width_high);
}

static nonet_code choose_sizes(struct style *s, const char *by, const nonet_run *run, nonet_err *err) {
  const nonet *n = s->net;
  if (!by && s->of_layers) by = "members";
  s->size = memory_zeroed(n->nodes, sizeof *s->size);
  s->size_title = memory_text(by ? by : s->fates ? "degree, in all states" : "degree");
  if (!s->size || !s->size_title) return error_memory(err);
  if (!by || strcmp(by, "degree") == 0) {
    for (uint32_t v = 0; v < n->nodes; v++)
      s->size[v] = (double)(n->end_first[v + 1] - n->end_first[v]);
  } else {
    nonet_code code = style_values(s->size, n, by, run, err);
    if (code != NONET_OK) return code;
  }
  s->size_low = INFINITY;
  s->size_high = -INFINITY;
  for (uint32_t v = 0; v < n->nodes; v++) {
    if (!isfinite(s->size[v])) continue;
    s->size_low = fmin(s->size_low, s->size[v]);
    s->size_high = fmax(s->size_high, s->size[v]);
  }
  return NONET_OK;
}

double style_size_share(const struct style *s, double value) {
  double from = s->size_low < 0 ? s->size_low : 0;
  if (!isfinite(value) || !(s->size_high > from)) return 0;
  return fmin(1, fmax(0, (value - from) / (s->size_high - from)));
}

static nonet_code mark_roles(struct style *s, const nonet_answer *answer, nonet_err *err) {
  uint32_t node, tie;
  const char *role;
  if (!answer) return NONET_OK;
  s->node_role = memory_zeroed(s->net->nodes, sizeof *s->node_role);
  s->tie_role = memory_zeroed(s->net->ties, sizeof *s->tie_role);
  if (!s->node_role || !s->tie_role) return error_memory(err);
  for (size_t i = 0; nonet_answer_highlight(answer, i, &node, &tie, &role); i++) {
    if (tie != NONET_NONE && tie < s->net->ties)
      s->tie_role[tie] = role;
    else if (node != NONET_NONE && node < s->net->nodes)
      s->node_role[node] = role;
  }
  return NONET_OK;
}

/* What the view of layers makes, and says so by its columns. */
static bool is_of_layers(const nonet *n) {
  bool members = false, shared = false, crossing = false, number;
  for (size_t c = 0; c < nonet_node_columns(n); c++)
    members |= strcmp(nonet_node_column(n, c, &number), "members") == 0 && number;
  for (size_t c = 0; c < nonet_tie_columns(n); c++) {
    shared |= strcmp(nonet_tie_column(n, c, &number), "shared") == 0;
    crossing |= strcmp(nonet_tie_column(n, c, &number), "crossing") == 0;
  }
  return members && shared && crossing && !n->layers;
}

nonet_code style_make(struct style *s, const nonet *n, const nonet_draw_options *options, const nonet_run *run, nonet_err *err) {
  *s = (struct style){.net = n, .fates = fate_is_told(options->highlight), .of_layers = is_of_layers(n)};
  s->width_title = s->of_layers ? "shared members and ties:" : "strength";
  nonet_code code = style_colours(s, options->colour_by, run, err);
  if (code == NONET_OK) code = choose_shapes(s, err);
  if (code == NONET_OK) code = choose_dashes(s, err);
  if (code == NONET_OK) code = choose_sizes(s, options->size_by, run, err);
  if (code == NONET_OK) code = mark_roles(s, options->highlight, err);
  if (code != NONET_OK) {
    style_free(s);
    return code;
  }
  range_of_widths(s);
  return NONET_OK;
}

void style_free(struct style *s) {
  for (size_t i = 0; i < STYLE_GROUPS; i++)
    free(s->group[i].name);
  free(s->colours_title);
  free(s->node_group);
  free(s->layer_group);
  free(s->kind_shape);
  free(s->size_title);
  free(s->size);
  free(s->node_role);
  free(s->tie_role);
  *s = (struct style){0};
}
