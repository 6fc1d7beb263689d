/* The elements of a JSON network: members are headings, values are cells, so what is true of a table's columns is true here.
 *
 * How: the members of the first elements get roles as the headings of a table do; then each element is read into one buffer for each role
 * and a list of further columns, and becomes a row. An object "attributes" inside an element counts as its own members.
 * d3 writes ends as places in "nodes": a whole number is one where the ids are texts that are no numbers. */
#include "read/json_rows.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HEADING_ELEMENTS 500 /* whose members become headings; a member that only comes later is a further column */
#define CHECK_EVERY 4096

struct list { /* nodes, or links */
  struct reading *r;
  const struct place *place;
  bool of_ties;
  struct headings h;
  struct words *names;        /* of members; a name's heading is its word - 1; owned */
  struct buffer value[ROLES]; /* of the element in hand */
  bool is_whole[ROLES];       /* it was a whole number */
  struct further {
    uint32_t column, word;
  } * further; /* owned */
  size_t further_count, further_room;
  uint64_t line;
};

/* ---- members as text ---- */

/* A plain value as text; false for null and for what has no text (nested). */
static bool value_text(struct buffer *out, const json_t *value) {
  char number[NUMBER_ROOM];
  switch (json_typeof(value)) {
  case JSON_STRING:
    buffer_add(out, json_string_value(value), json_string_length(value));
    return true;
  case JSON_INTEGER:
    buffer_print(out, "%lld", (long long)json_integer_value(value));
    return true;
  case JSON_REAL:
    buffer_add(out, number, number_print(number, json_real_value(value)));
    return true;
  case JSON_TRUE:
    buffer_text(out, "true");
    return true;
  case JSON_FALSE:
    buffer_text(out, "false");
    return true;
  default:
    return false;
  }
}

/* ["Education", "Health"] as a list in one cell. */
static bool array_text(struct buffer *out, const json_t *array) {
  size_t i;
  const json_t *value;
  json_array_foreach(array, i, value) {
    if (i) buffer_char(out, ';');
    if (!value_text(out, value)) return false;
  }
  return true;
}

/* ---- headings ---- */

static nonet_code add_names(struct words *names, const json_t *object, nonet_err *err) {
  void *at = json_object_iter((json_t *)(uintptr_t)object);
  for (; at; at = json_object_iter_next((json_t *)(uintptr_t)object, at)) {
    const char *name = json_object_iter_key(at);
    const json_t *value = json_object_iter_value(at);
    nonet_code code = NONET_OK;
    if (strcmp(name, "attributes") == 0 && json_is_object(value))
      code = add_names(names, value, err);
    else if (*name && words_add_text(names, name) == WORDS_NONE)
      code = error_memory(err);
    if (code) return code;
    if (words_count(names) > ROWS_MOST_COLUMNS) return error_set(err, NONET_ELIMIT, "more than %u different members", ROWS_MOST_COLUMNS);
  }
  return NONET_OK;
}

static nonet_code element(json_t **out, const struct json_span *span, const char *file, nonet_err *err) {
  nonet_code code = json_read(out, span, file, err);
  if (code || json_is_object(*out)) return code;
  json_decref(*out);
  *out = NULL;
  return error_at(err, NONET_EINPUT, file, span->line, "a node or link is an object { ... }");
}

static nonet_code make_headings(struct list *l, nonet_err *err) {
  uint32_t count = words_count(l->names) - 1;
  struct cell *cells = memory_zeroed(count, sizeof *cells);
  if (!cells) return error_memory(err);
  for (uint32_t i = 0; i < count; i++)
    cells[i] = (struct cell){words_text(l->names, i + 1), words_length(l->names, i + 1)};
  nonet_code code = headings_read(&l->h, cells, count, err);
  free(cells);
  const struct heading_look look = {
      .asked = &l->r->asked, .decimal = '.', .in_layer = l->place->in_layer, .only = l->of_ties ? HEADINGS_OF_TIES : HEADINGS_OF_NODES};
  if (!code) code = headings_assign(&l->h, &look, err);
  if (!code && l->of_ties && l->line && !l->h.ties)
    code = error_at(err, NONET_EINPUT, l->place->path, l->line, "links need \"source\" and \"target\"");
  return code;
}

static nonet_code find_headings(struct list *l, struct json_walk walk, nonet_err *err) {
  bool more, first = true;
  nonet_code code = json_enter(&walk, '[', err);
  for (size_t i = 0; i < HEADING_ELEMENTS && !code; i++) {
    struct json_span span;
    json_t *object;
    code = json_next_element(&span, &more, &first, &walk, err);
    if (code || !more) break;
    if (i == 0) l->line = span.line;
    code = element(&object, &span, l->place->path, err);
    if (code) break;
    code = add_names(l->names, object, err);
    json_decref(object);
  }
  return code ? code : make_headings(l, err);
}

/* ---- one element ---- */

static nonet_code put_further(struct list *l, const char *name, const json_t *value, nonet_err *err) {
  struct buffer text = {0};
  nonet_draft *d = l->r->draft;
  nonet_code code = NONET_OK;
  if (!value_text(&text, value)) {
    if (!json_is_null(value)) code = draft_warn(d, "a nested value was left out", l->place->file, l->line, err);
  } else if (text.size && *name) {
    struct further one;
    code = text.failed ? error_memory(err) : draft_column(&one.column, d, l->of_ties, name, strlen(name), err);
    if (!code) one.word = draft_word(d, text.bytes, text.size);
    if (!code && one.word == WORDS_NONE) code = error_memory(err);
    if (!code && !memory_grow(&l->further, &l->further_room, l->further_count + 1, sizeof *l->further)) code = error_memory(err);
    if (!code) l->further[l->further_count++] = one;
  }
  buffer_free(&text);
  return code;
}

static nonet_code put_member(struct list *l, const char *name, const json_t *value, nonet_err *err) {
  uint32_t word = *name ? words_find(l->names, name, strlen(name)) : WORDS_NONE;
  enum role role = word == WORDS_NONE ? ROLE_FURTHER : l->h.at[word - 1].role;
  if (l->of_ties && (role == ROLE_ID || role == ROLE_LABEL)) role = ROLE_FURTHER;
  if (role == ROLE_IGNORE || json_is_null(value)) return NONET_OK;
  if (role == ROLE_FURTHER) return put_further(l, name, value, err);
  struct buffer *out = &l->value[role];
  bool lists = json_is_array(value) && (role == ROLE_LAYER || role == ROLE_ALIASES);
  if (!(lists ? array_text(out, value) : value_text(out, value)))
    return error_at(err, NONET_EINPUT, l->place->path, l->line, "\"%.60s\" is neither text nor a number", name);
  bool names_node = role == ROLE_ID || role == ROLE_FROM || role == ROLE_TO;
  if (names_node && !json_is_string(value) && !json_is_integer(value))
    return error_at(err, NONET_EINPUT, l->place->path, l->line, "\"%.60s\" is neither text nor a whole number", name);
  l->is_whole[role] = json_is_integer(value);
  return out->failed ? error_memory(err) : NONET_OK;
}

static nonet_code put_members(struct list *l, const json_t *object, nonet_err *err) {
  nonet_code code = NONET_OK;
  void *at = json_object_iter((json_t *)(uintptr_t)object);
  for (; at && !code; at = json_object_iter_next((json_t *)(uintptr_t)object, at)) {
    const char *name = json_object_iter_key(at);
    const json_t *value = json_object_iter_value(at);
    code = strcmp(name, "attributes") == 0 && json_is_object(value) ? put_members(l, value, err) : put_member(l, name, value, err);
  }
  return code;
}

static struct cell value_of(const struct list *l, enum role role) {
  return (struct cell){buffer_string(&l->value[role]), l->value[role].size};
}

static nonet_code word_of(uint32_t *out, const struct list *l, enum role role, nonet_err *err) {
  struct cell c = value_of(l, role);
  *out = c.length ? draft_word(l->r->draft, c.at, c.length) : 0;
  return *out == WORDS_NONE ? error_memory(err) : NONET_OK;
}

static nonet_code set_further(const struct list *l, uint32_t row, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < l->further_count && !code; i++)
    code = draft_set(l->r->draft, l->of_ties, l->further[i].column, row, l->further[i].word, err);
  return code;
}

/* ---- nodes ---- */

static nonet_code add_node(struct list *l, struct json_network *n, nonet_err *err) {
  struct draft_node node = {.layers = l->place->layer, .scope = l->place->scope, .file = l->place->file, .line = l->line};
  uint32_t row;
  double x;
  nonet_code code = word_of(&node.key, l, ROLE_ID, err);
  if (!code) code = word_of(&node.label, l, ROLE_LABEL, err);
  if (!code && !node.key) node.key = node.label, node.label = 0;
  if (!code && !node.key) return error_at(err, NONET_EINPUT, l->place->path, l->line, "a node without \"id\"");
  if (!code) code = word_of(&node.short_name, l, ROLE_SHORT, err);
  if (!code) code = word_of(&node.kind, l, ROLE_KIND, err);
  if (!code && !l->place->in_layer) code = word_of(&node.layers, l, ROLE_LAYER, err);
  if (!code) code = word_of(&node.aliases, l, ROLE_ALIASES, err);
  if (!code) code = draft_add_node(&row, l->r->draft, &node, err);
  if (!code) code = set_further(l, row, err);
  if (!code && !memory_grow(&n->key, &n->key_room, n->key_count + 1, sizeof *n->key)) code = error_memory(err);
  if (code) return code;
  n->key[n->key_count++] = node.key;
  const char *key = draft_text(l->r->draft, node.key);
  n->whole_id |= l->is_whole[ROLE_ID];
  n->other_id |= number_parse(&x, key, strlen(key), '.') != NUMBER_OK;
  return NONET_OK;
}

/* ---- links ---- */

/* Whether whole numbers at the ends count nodes from 0. */
static bool counts_nodes(const struct json_network *n) {
  return n->other_id && !n->whole_id;
}

static nonet_code find_end(uint32_t *out, const struct list *l, struct json_network *n, enum role role, nonet_err *err) {
  struct cell c = value_of(l, role);
  const char *heading = l->h.at[l->h.column[role]].name;
  if (!c.length) return error_at(err, NONET_EINPUT, l->place->path, l->line, "a link without \"%.60s\"", heading);
  if (!l->is_whole[role] || !counts_nodes(n)) return word_of(out, l, role, err);
  uint64_t place;
  if (!number_parse_whole(&place, c.at, c.length) || place >= n->key_count)
    return error_at(err, NONET_EINPUT, l->place->path, l->line, "\"%.60s\" is %.*s, and there are only %zu nodes (0 is the first)", heading,
                    (int)c.length, c.at, n->key_count);
  *out = n->key[place];
  n->by_place = true;
  return NONET_OK;
}

static nonet_code tie_values(struct draft_tie *tie, const struct list *l, nonet_err *err) {
  static const enum role dates[] = {ROLE_SINCE, ROLE_UNTIL};
  const struct headings *h = &l->h;
  enum role weight = h->length ? ROLE_LENGTH : ROLE_WEIGHT;
  const char *path = l->place->path;
  nonet_code code = NONET_OK;
  tie->scale = h->length ? NONET_LENGTH : NONET_STRENGTH;
  tie->weight = (double)NAN;
  if (h->column[weight] != NO_COLUMN)
    code = value_weight(&tie->weight, value_of(l, weight), '.', path, l->line, h->at[h->column[weight]].name, err);
  for (size_t i = 0; i < 2 && !code; i++)
    if (h->column[dates[i]] != NO_COLUMN) code = value_date(value_of(l, dates[i]), path, l->line, h->at[h->column[dates[i]]].name, err);
  struct cell direction = value_of(l, ROLE_DIRECTION);
  if (!code && direction.length)
    code = value_direction(&tie->direction, direction, path, l->line, h->at[h->column[ROLE_DIRECTION]].name, err);
  return code;
}

static nonet_code add_tie(struct list *l, struct json_network *n, nonet_err *err) {
  struct draft_tie tie = {
      .layer = l->place->layer, .scope = l->place->scope, .direction = n->direction, .file = l->place->file, .line = l->line};
  uint32_t row;
  nonet_code code = find_end(&tie.from, l, n, ROLE_FROM, err);
  if (!code) code = find_end(&tie.to, l, n, ROLE_TO, err);
  if (!code) code = word_of(&tie.kind, l, ROLE_KIND, err);
  if (!code && !l->place->in_layer) code = word_of(&tie.layer, l, ROLE_LAYER, err);
  if (!code) code = word_of(&tie.since, l, ROLE_SINCE, err);
  if (!code) code = word_of(&tie.until, l, ROLE_UNTIL, err);
  if (!code) code = word_of(&tie.source, l, ROLE_EVIDENCE, err);
  if (!code) code = tie_values(&tie, l, err);
  if (!code) code = draft_add_tie(&row, l->r->draft, &tie, err);
  return code ? code : set_further(l, row, err);
}

/* ---- lists ---- */

static nonet_code read_element(struct list *l, struct json_network *n, const struct json_span *span, nonet_err *err) {
  json_t *object;
  l->line = span->line;
  l->further_count = 0;
  for (size_t role = 0; role < ROLES; role++)
    buffer_clear(&l->value[role]), l->is_whole[role] = false;
  nonet_code code = element(&object, span, l->place->path, err);
  if (code) return code;
  code = put_members(l, object, err);
  json_decref(object);
  if (!code) code = l->of_ties ? add_tie(l, n, err) : add_node(l, n, err);
  return code;
}

static nonet_code read_elements(struct list *l, struct json_network *n, struct json_walk walk, nonet_err *err) {
  bool more = true, first = true;
  nonet_code code = json_enter(&walk, '[', err);
  for (size_t i = 1; !code; i++) {
    struct json_span span;
    code = json_next_element(&span, &more, &first, &walk, err);
    if (code || !more) break;
    code = read_element(l, n, &span, err);
    if (!code && i % CHECK_EVERY == 0) code = reading_check(l->r, err);
  }
  return code;
}

nonet_code json_read_list(struct json_network *n, const struct json_span *span, bool of_ties, nonet_err *err) {
  struct list l = {.r = n->r, .place = n->place, .of_ties = of_ties, .names = words_new()};
  const struct json_walk walk = {span->at, span->at + span->length, span->line, n->place->path};
  nonet_code code = l.names ? find_headings(&l, walk, err) : error_memory(err);
  if (!code) code = read_elements(&l, n, walk, err);
  for (size_t role = 0; role < ROLES; role++)
    buffer_free(&l.value[role]);
  headings_free(&l.h);
  words_free(l.names);
  free(l.further);
  return code;
}
