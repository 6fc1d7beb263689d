/* Colours and letters of a style.
 *
 * How: whatever splits the nodes (layers, kinds, words of a column, communities) becomes at most seven groups, the greatest ones, in the
 * order of the data; the rest is grey. Numbers become five steps from light to dark.
 * A node has the colour of its main layer. Where most nodes are in most layers (several relations among the same people) a main layer
 * says nothing: nodes then stay white and the ties carry the colours. */
#include "show/style_colours.h"

#include "base/memory.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool letter_taken(const struct style_group *groups, size_t i, const char *letter) {
  for (size_t k = 0; k < i; k++)
    if (strcmp(groups[k].letter, letter) == 0) return true;
  return false;
}

void style_choose_letter(struct style_group *groups, size_t i) {
  const unsigned char *name = (const unsigned char *)groups[i].name;
  for (size_t at = 0; name[at];) {
    size_t length = 1;
    char letter[8] = {0};
    while ((name[at + length] & 0xc0) == 0x80 && length < 4)
      length++;
    memcpy(letter, name + at, length);
    if (length == 1) letter[0] = (char)toupper(name[at]);
    at += length;
    if (length == 1 && !isalnum((unsigned char)letter[0])) continue;
    if (letter_taken(groups, i, letter)) continue;
    memcpy(groups[i].letter, letter, sizeof letter);
    return;
  }
  for (char digit = '1'; digit <= '9'; digit++) {
    char letter[8] = {digit};
    if (letter_taken(groups, i, letter)) continue;
    memcpy(groups[i].letter, letter, sizeof letter);
    return;
  }
}

/* A further column of numbers under this name: true, and its values. */
static bool column_values(double *out, const nonet *n, const char *name) {
  bool is_number;
  for (size_t c = 0; c < nonet_node_columns(n); c++) {
    if (strcmp(nonet_node_column(n, c, &is_number), name) != 0 || !is_number) continue;
    for (uint32_t v = 0; v < n->nodes; v++)
      nonet_node_value(n, c, v, &out[v]);
    return true;
  }
  return false;
}

nonet_code style_values(double *out, const nonet *n, const char *measure, const nonet_run *run, nonet_err *err) {
  if (!nonet_measure_find(measure) && column_values(out, n, measure)) return NONET_OK;
  nonet_sheet *sheet = NULL;
  nonet_measure_options options = {0};
  nonet_code code = nonet_measure(&sheet, n, measure, &options, run, err);
  if (code != NONET_OK) return code;
  size_t column = nonet_sheet_key_columns(sheet);
  if (nonet_sheet_keys(sheet) != NONET_BY_NODE || nonet_sheet_rows(sheet) != n->nodes || nonet_sheet_columns(sheet) != column + 1) {
    code = error_set(err, NONET_EUSAGE, "'%s' is no measure of nodes, so a picture cannot show it on them", measure);
  } else {
    for (uint32_t v = 0; v < n->nodes; v++)
      out[v] = nonet_sheet_number(sheet, v, column);
  }
  nonet_sheet_free(sheet);
  return code;
}

/* Something that splits nodes: a number for each node (or NONET_NONE) and a name for each number. */
struct split {
  uint32_t *of_node;
  uint32_t count;
  uint32_t *members;  /* of each */
  const char **names; /* borrowed */
};

static void split_free(struct split *p) {
  free(p->of_node);
  free(p->members);
  free(p->names);
}

/* The greatest seven, in the order of their numbers; others become STYLE_OTHER in `group`. */
static nonet_code group_split(struct style *s, const struct split *p, uint8_t *group, nonet_err *err) {
  uint32_t used = 0;
  memset(group, STYLE_OTHER, p->count);
  for (uint32_t i = 0; i < p->count; i++)
    used += p->members[i] > 0;
  for (uint32_t i = 0; i < p->count; i++) {
    uint32_t greater = 0;
    if (!p->members[i]) continue;
    for (uint32_t k = 0; used > STYLE_GROUPS && k < p->count && greater < STYLE_GROUPS; k++)
      greater += p->members[k] > p->members[i] || (p->members[k] == p->members[i] && k < i);
    if (greater >= STYLE_GROUPS) {
      s->others += p->members[i];
      continue;
    }
    struct style_group *g = &s->group[s->groups];
    group[i] = (uint8_t)s->groups;
    g->count = p->members[i];
    g->name = memory_text(p->names[i]);
    if (!g->name) return error_memory(err);
    style_choose_letter(s->group, s->groups++);
  }
  return NONET_OK;
}

static nonet_code colour_nodes(struct style *s, struct split *p, nonet_err *err) {
  uint8_t *group = memory_zeroed(p->count, 1);
  nonet_code code = group ? group_split(s, p, group, err) : error_memory(err);
  for (uint32_t v = 0; code == NONET_OK && v < s->net->nodes; v++)
    s->node_group[v] = p->of_node[v] == NONET_NONE ? STYLE_NO_GROUP : group[p->of_node[v]];
  s->nodes_coloured = true;
  free(group);
  return code;
}

static bool split_room(struct split *p, uint32_t nodes, size_t most) {
  p->of_node = memory_array(nodes, sizeof *p->of_node);
  p->members = memory_zeroed(most, sizeof *p->members);
  p->names = memory_zeroed(most, sizeof *p->names);
  return p->of_node && p->members && p->names;
}

/* Do layers split the nodes, or are they several relations among the same ones? 0: each node is in one layer, 1: each in all. */
static void judge_layers(struct style *s) {
  const nonet *n = s->net;
  double memberships = 0, members = 0;
  for (uint32_t v = 0; v < n->nodes; v++) {
    const uint32_t *layers;
    uint32_t count = net_node_layers(n, v, &layers);
    memberships += count;
    members += count > 0;
  }
  double shared = n->layers > 1 && members > 0 ? (memberships / members - 1) / (n->layers - 1) : 0;
  s->nodes_coloured = members > 0 && shared < 0.6;
  s->boxes = s->nodes_coloured && s->groups > 1;
}

/* The network of layers: each node has the colour that it has as a layer. */
static nonet_code by_own_name(struct style *s, nonet_err *err) {
  const nonet *n = s->net;
  struct split p = {.count = n->nodes};
  double *members = memory_zeroed(n->nodes, sizeof *members);
  nonet_code code = members && split_room(&p, n->nodes, n->nodes) ? NONET_OK : error_memory(err);
  s->colours = COLOURS_OF_WORDS;
  if (code == NONET_OK) column_values(members, n, "members");
  for (uint32_t v = 0; code == NONET_OK && v < n->nodes; v++) {
    p.of_node[v] = v;
    p.members[v] = 1 + (uint32_t)members[v]; /* one without members is a layer all the same */
    p.names[v] = net_key(n, v);
  }
  if (code == NONET_OK) code = colour_nodes(s, &p, err);
  free(members);
  split_free(&p);
  return code;
}

static nonet_code by_layer(struct style *s, nonet_err *err) {
  const nonet *n = s->net;
  struct split p = {.count = n->layers};
  nonet_code code = NONET_OK;
  if (s->of_layers) return by_own_name(s, err);
  if (!n->layers) return NONET_OK;
  if (!split_room(&p, n->nodes, n->layers)) {
    code = error_memory(err);
    goto done;
  }
  for (uint32_t l = 0; l < n->layers; l++)
    p.names[l] = nonet_layer_name(n, l);
  for (uint32_t v = 0; v < n->nodes; v++) {
    const uint32_t *layers;
    p.of_node[v] = net_node_layers(n, v, &layers) ? layers[0] : NONET_NONE;
    if (p.of_node[v] != NONET_NONE) p.members[layers[0]]++;
  }
  for (uint32_t t = 0; t < n->ties; t++)
    if (net_tie_layer(n, t) != NONET_NONE) p.members[net_tie_layer(n, t)] += p.members[net_tie_layer(n, t)] < UINT32_MAX;
  code = group_split(s, &p, s->layer_group, err);
  for (uint32_t v = 0; code == NONET_OK && v < n->nodes; v++)
    s->node_group[v] = p.of_node[v] == NONET_NONE ? STYLE_NO_GROUP : s->layer_group[p.of_node[v]];
  judge_layers(s);
done:
  split_free(&p);
  return code;
}

static nonet_code by_kind(struct style *s, nonet_err *err) {
  const nonet *n = s->net;
  struct split p = {.count = n->kinds};
  nonet_code code;
  s->colours = COLOURS_OF_WORDS;
  if (!split_room(&p, n->nodes, n->kinds)) {
    split_free(&p);
    return error_memory(err);
  }
  for (uint32_t k = 0; k < n->kinds; k++)
    p.names[k] = nonet_kind_name(n, k);
  for (uint32_t v = 0; v < n->nodes; v++) {
    p.of_node[v] = net_node_kind(n, v);
    if (p.of_node[v] != NONET_NONE) p.members[p.of_node[v]]++;
  }
  code = colour_nodes(s, &p, err);
  split_free(&p);
  return code;
}

/* Words of a text column, or the whole numbers of communities as words. */
static nonet_code by_words(struct style *s, const uint32_t *words, nonet_err *err) {
  const nonet *n = s->net;
  uint32_t *number_of = NULL;
  struct split p = {0};
  nonet_code code;
  s->colours = COLOURS_OF_WORDS;
  number_of = memory_zeroed(words_count(n->words), sizeof *number_of);
  if (!number_of || !split_room(&p, n->nodes, (size_t)n->nodes)) {
    code = error_memory(err);
    goto done;
  }
  for (uint32_t v = 0; v < n->nodes; v++) {
    uint32_t *number = &number_of[words[v]];
    p.of_node[v] = NONET_NONE;
    if (!words[v]) continue;
    if (!*number) {
      p.names[p.count] = net_word(n, words[v]);
      *number = ++p.count;
    }
    p.of_node[v] = *number - 1;
    p.members[*number - 1]++;
  }
  code = colour_nodes(s, &p, err);
done:
  free(number_of);
  split_free(&p);
  return code;
}

/* Steps of equal width between the least and the greatest value. */
static void by_number(struct style *s, const double *value) {
  s->colours = COLOURS_OF_NUMBERS;
  s->low = INFINITY;
  s->high = -INFINITY;
  for (uint32_t v = 0; v < s->net->nodes; v++) {
    if (!isfinite(value[v])) continue;
    s->low = fmin(s->low, value[v]);
    s->high = fmax(s->high, value[v]);
  }
  for (uint32_t v = 0; v < s->net->nodes; v++) {
    double share = s->high > s->low ? (value[v] - s->low) / (s->high - s->low) : 0;
    s->node_group[v] = isfinite(value[v]) ? (uint8_t)fmin(PALETTE_STEPS - 1, floor(share * PALETTE_STEPS)) : STYLE_NO_GROUP;
  }
  s->nodes_coloured = true;
}

static nonet_code by_community(struct style *s, const double *value, nonet_err *err) {
  const nonet *n = s->net;
  struct split p = {0};
  char(*names)[24] = NULL;
  nonet_code code = NONET_OK;
  double most = 0;
  s->colours = COLOURS_OF_WORDS;
  for (uint32_t v = 0; v < n->nodes; v++)
    if (isfinite(value[v]) && value[v] >= 0 && value[v] < (double)n->nodes + 1) most = fmax(most, value[v]);
  p.count = (uint32_t)most + 1;
  names = memory_zeroed(p.count, sizeof *names);
  if (!names || !split_room(&p, n->nodes, p.count)) {
    code = error_memory(err);
    goto done;
  }
  for (uint32_t i = 0; i < p.count; i++) {
    struct buffer text = {0};
    buffer_print(&text, "%u", i);
    memcpy(names[i], buffer_string(&text), text.size + 1 < sizeof names[i] ? text.size + 1 : 0);
    buffer_free(&text);
    p.names[i] = names[i];
  }
  for (uint32_t v = 0; v < n->nodes; v++) {
    p.of_node[v] = isfinite(value[v]) && value[v] >= 0 && value[v] <= most ? (uint32_t)value[v] : NONET_NONE;
    if (p.of_node[v] != NONET_NONE) p.members[p.of_node[v]]++;
  }
  code = colour_nodes(s, &p, err);
done:
  free(names);
  split_free(&p);
  return code;
}

/* A further column, which may hold only the rows that have a value: a place for each node, then as words or numbers. */
static nonet_code by_column(struct style *s, const struct net_column *column, nonet_err *err) {
  uint32_t n = s->net->nodes;
  uint32_t *word = memory_zeroed(n, sizeof *word);
  double *number = memory_zeroed(n, sizeof *number);
  nonet_code code = word && number ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; code == NONET_OK && v < n; v++) {
    size_t at = net_column_at(column, v);
    if (at != SIZE_MAX) word[v] = column->value[at];
    number[v] = at != SIZE_MAX && column->number ? column->number[at] : NAN;
  }
  if (code == NONET_OK && column->number)
    by_number(s, number);
  else if (code == NONET_OK)
    code = by_words(s, word, err);
  free(word);
  free(number);
  return code;
}

static nonet_code by_name(struct style *s, const char *by, const nonet_run *run, nonet_err *err) {
  const nonet *n = s->net;
  for (size_t c = 0; c < n->node_columns.count; c++) {
    const struct net_column *column = &n->node_columns.at[c];
    if (strcmp(net_word(n, column->name), by) != 0) continue;
    return by_column(s, column, err);
  }
  double *value = memory_zeroed(n->nodes, sizeof *value);
  nonet_code code = value ? style_values(value, n, by, run, err) : error_memory(err);
  if (code == NONET_OK && (strncmp(by, "community", 9) == 0 || strcmp(by, "component") == 0))
    code = by_community(s, value, err);
  else if (code == NONET_OK)
    by_number(s, value);
  free(value);
  return code;
}

nonet_code style_colours(struct style *s, const char *by, const nonet_run *run, nonet_err *err) {
  if (!by) by = "layer";
  s->node_group = memory_array(s->net->nodes, 1);
  s->layer_group = memory_array(s->net->layers, 1);
  s->colours_title = memory_text(by);
  if (!s->node_group || !s->layer_group || !s->colours_title) return error_memory(err);
  memset(s->node_group, STYLE_NO_GROUP, s->net->nodes);
  memset(s->layer_group, STYLE_OTHER, s->net->layers);
  if (s->fates) return NONET_OK; /* colours say what came and went */
  if (strcmp(by, "layer") == 0) return by_layer(s, err);
  if (strcmp(by, "kind") == 0) return by_kind(s, err);
  return by_name(s, by, run, err);
}

const struct palette_colour *style_node_colour(const struct style *s, uint32_t node, const char **ink) {
  uint8_t group = s->node_group[node];
  if (ink) *ink = PALETTE_INK;
  if (!s->nodes_coloured || group == STYLE_NO_GROUP) return palette_plain();
  if (s->colours != COLOURS_OF_NUMBERS) return palette_colour(group);
  if (ink) *ink = palette_ink_on_step(group);
  return palette_step(group);
}

const char *style_letter(const struct style *s, uint32_t node) {
  uint8_t group = s->node_group[node];
  if (!s->nodes_coloured || s->colours == COLOURS_OF_NUMBERS || group >= s->groups) return "";
  return s->group[group].letter;
}

void style_further_letters(const struct style *s, uint32_t node, struct buffer *out) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(s->net, node, &layers);
  bool other = false, begun = false;
  if (s->colours != COLOURS_OF_LAYERS || !s->nodes_coloured) return;
  for (uint32_t i = 1; i < count; i++) {
    uint8_t group = s->layer_group[layers[i]];
    if (group >= s->groups) {
      other = true;
      continue;
    }
    buffer_print(out, "%s%s", begun ? " " : "+ ", s->group[group].letter);
    begun = true;
  }
  if (other) buffer_text(out, begun ? " …" : "+ …");
}
