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
  struct words *names; /* of members; a name's heading is its word - 1; owned */
  uint64_t *seen;      /* of each name, the last element (twice its number, and 1 for "attributes") that had it; owned */
  size_t seen_room;
  uint64_t element;           /* in hand */
  struct buffer name, text;   /* of the member in hand */
  struct buffer value[ROLES]; /* of the element in hand */
  bool is_whole[ROLES];       /* it was a whole number */
  struct further {
    uint32_t column, word;
  } * further; /* owned */
  size_t further_count, further_room;
  uint64_t line;
};

/* ---- members as text ---- */

static bool is_nested(const struct json_span *value) {
  return *value->at == '{' || *value->at == '[';
}

static nonet_code plain_text(struct buffer *out, bool *whole, const struct json_span *value, const char *file, nonet_err *err) {
  *whole = false;
  return *value->at == '"' ? json_text(out, value, file, err) : json_plain(out, whole, value, file, err);
}

/* ["Education", "Health"] as a list in one cell. */
static nonet_code array_text(struct buffer *out, const struct json_span *array, const char *file, nonet_err *err) {
  struct json_walk walk = json_inside(array, file);
  bool more = true, first = true, whole;
  nonet_code code = json_enter(&walk, '[', err);
  for (size_t i = 0; !code; i++) {
    struct json_span value;
    code = json_next_element(&value, &more, &first, &walk, err);
    if (code || !more) break;
    if (is_nested(&value)) return error_at(err, NONET_EINPUT, file, value.line, "a list of names holds something nested");
    if (i) buffer_char(out, ';');
    code = plain_text(out, &whole, &value, file, err);
  }
  return code;
}

/* ---- walking an element ---- */

/* The name of a member as a word of the list's names (0: the empty name). */
static nonet_code name_word(uint32_t *out, struct list *l, const struct json_span *key, nonet_err *err) {
  buffer_clear(&l->name);
  nonet_code code = json_text(&l->name, key, l->place->path, err);
  if (code) return code;
  *out = words_add(l->names, buffer_string(&l->name), l->name.size);
  if (*out == WORDS_NONE) return error_memory(err);
  if (*out > ROWS_MOST_COLUMNS)
    return error_at(err, NONET_ELIMIT, l->place->path, key->line, "more than %u different members", ROWS_MOST_COLUMNS);
  return NONET_OK;
}

/* Do something with each member of an element; those of "attributes" are its own. */
static nonet_code each_member(struct list *l, const struct json_span *object, bool inner,
                              nonet_code (*use)(struct list *l, uint32_t name, const struct json_span *value, bool inner, nonet_err *err),
                              nonet_err *err) {
  struct json_walk walk = json_inside(object, l->place->path);
  bool more = true, first = true;
  if (*object->at != '{') return error_at(err, NONET_EINPUT, l->place->path, object->line, "a node or link is an object { ... }");
  nonet_code code = json_enter(&walk, '{', err);
  while (!code) {
    struct json_span key, value;
    uint32_t name;
    code = json_next_member(&key, &value, &more, &first, &walk, err);
    if (code || !more) break;
    if (!inner && json_is(&key, "\"attributes\"") && *value.at == '{') {
      code = each_member(l, &value, true, use, err);
      continue;
    }
    code = name_word(&name, l, &key, err);
    if (!code) code = use(l, name, &value, inner, err);
  }
  if (!code && walk.at != walk.end)
    code = error_at(err, NONET_EINPUT, l->place->path, object->line, "the JSON is wrong: brackets do not match");
  return code;
}

/* ---- headings ---- */

static nonet_code only_names(struct list *l, uint32_t name, const struct json_span *value, bool inner, nonet_err *err) {
  (void)l, (void)name, (void)value, (void)inner, (void)err;
  return NONET_OK;
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
    code = json_next_element(&span, &more, &first, &walk, err);
    if (code || !more) break;
    if (i == 0) l->line = span.line;
    code = each_member(l, &span, false, only_names, err);
    if (code == NONET_EINPUT && l->r->options->reject) code = NONET_OK; /* told of when it is read */
  }
  return code ? code : make_headings(l, err);
}

/* ---- one element ---- */

static nonet_code put_further(struct list *l, const struct json_span *value, nonet_err *err) {
  nonet_draft *d = l->r->draft;
  struct further one;
  bool whole;
  if (is_nested(value)) {
    nonet_code code = json_check(value, l->place->path, err);
    return code ? code : draft_warn(d, "a nested value was left out", l->place->file, value->line, err);
  }
  buffer_clear(&l->text);
  nonet_code code = plain_text(&l->text, &whole, value, l->place->path, err);
  if (code || !l->text.size || !l->name.size) return code;
  code = draft_column(&one.column, d, l->of_ties, l->name.bytes, l->name.size, err);
  if (!code) one.word = draft_word(d, l->text.bytes, l->text.size);
  if (!code && one.word == WORDS_NONE) code = error_memory(err);
  if (!code && !memory_grow(&l->further, &l->further_room, l->further_count + 1, sizeof *l->further)) code = error_memory(err);
  if (!code) l->further[l->further_count++] = one;
  return code;
}

/* Note that this element has a member. An element has each once; where both it and its "attributes" do, the first counts. */
static nonet_code note_member(bool *again, struct list *l, uint32_t name, uint64_t line, bool inner, nonet_err *err) {
  size_t before = l->seen_room;
  if (!memory_grow(&l->seen, &l->seen_room, (size_t)name + 1, sizeof *l->seen)) return error_memory(err);
  if (l->seen_room > before) memset(l->seen + before, 0, (l->seen_room - before) * sizeof *l->seen);
  uint64_t mark = l->element * 2 + inner, last = l->seen[name];
  if (last == mark) return error_at(err, NONET_EINPUT, l->place->path, line, "the member \"%.60s\" comes twice", buffer_string(&l->name));
  *again = last / 2 == l->element;
  l->seen[name] = mark;
  return NONET_OK;
}

static nonet_code put_member(struct list *l, uint32_t name, const struct json_span *value, bool inner, nonet_err *err) {
  enum role role = name && name <= l->h.count ? l->h.at[name - 1].role : ROLE_FURTHER;
  if (l->of_ties && (role == ROLE_ID || role == ROLE_LABEL)) role = ROLE_FURTHER;
  bool again = false;
  nonet_code code = note_member(&again, l, name, value->line, inner, err);
  if (code || json_is(value, "null")) return code;
  if (again || role == ROLE_IGNORE) return json_check(value, l->place->path, err);
  if (role == ROLE_FURTHER) return put_further(l, value, err);
  bool names_node = role == ROLE_ID || role == ROLE_FROM || role == ROLE_TO;
  if (*value->at == '[' && (role == ROLE_LAYER || role == ROLE_ALIASES)) return array_text(&l->value[role], value, l->place->path, err);
  if (!is_nested(value)) code = plain_text(&l->value[role], &l->is_whole[role], value, l->place->path, err);
  if (!code && (is_nested(value) || (names_node && *value->at != '"' && !l->is_whole[role])))
    code = error_at(err, NONET_EINPUT, l->place->path, value->line, "\"%.60s\" is neither text nor a %snumber", buffer_string(&l->name),
                    names_node ? "whole " : "");
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
  if (number_parse_whole(&place, c.at, c.length) && place < n->key_count && !n->key[place])
    return error_at(err, NONET_EINPUT, l->place->path, l->line, "\"%.60s\" is %.*s, a node that was left out", heading, (int)c.length,
                    c.at);
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
  if (!code) code = word_of(&tie.since, l, ROLE_SINCE, err);
  if (!code) code = word_of(&tie.until, l, ROLE_UNTIL, err);
  if (!code) code = word_of(&tie.source, l, ROLE_EVIDENCE, err);
  if (!code) code = tie_values(&tie, l, err);
  struct cell layers = value_of(l, ROLE_LAYER), layer = {"", 0};
  size_t at = 0;
  bool more = !l->place->in_layer && cell_next_name(&layer, layers, &at, false);
  do { /* a tie of two layers is a tie in each */
    if (!code && more) tie.layer = draft_word(l->r->draft, layer.at, layer.length);
    if (!code && tie.layer == WORDS_NONE) code = error_memory(err);
    if (!code) code = draft_add_tie(&row, l->r->draft, &tie, err);
    if (!code) code = set_further(l, row, err);
  } while (!code && more && cell_next_name(&layer, layers, &at, false));
  return code;
}

/* ---- lists ---- */

static nonet_code read_element(struct list *l, struct json_network *n, const struct json_span *span, nonet_err *err) {
  l->line = span->line;
  l->element++;
  l->further_count = 0;
  for (size_t role = 0; role < ROLES; role++) {
    buffer_clear(&l->value[role]);
    l->is_whole[role] = false;
  }
  nonet_code code = each_member(l, span, false, put_member, err);
  if (code) return code;
  return l->of_ties ? add_tie(l, n, err) : add_node(l, n, err);
}

/* Tell of an element that is wrong; its place in the list of nodes stays taken. */
static nonet_code reject(struct list *l, struct json_network *n, const struct json_span *span, const nonet_err *why, nonet_err *err) {
  const struct draft_rejecting to = {l->r->options->reject, l->r->options->reject_user};
  struct buffer row = {0};
  buffer_add(&row, span->at, span->length);
  const struct draft_reject rejected = {l->place->file, span->line, buffer_string(&row), *why};
  nonet_code code = row.failed ? error_memory(err) : draft_reject(l->r->draft, &to, &rejected, err);
  buffer_free(&row);
  if (code || l->of_ties) return code;
  if (!memory_grow(&n->key, &n->key_room, n->key_count + 1, sizeof *n->key)) return error_memory(err);
  n->key[n->key_count++] = 0;
  return NONET_OK;
}

/* One that is wrong leaves no trace and is told of, where the caller takes such elements; brackets that do not match are the whole file's
 * fault and were found before. */
static nonet_code take_element(struct list *l, struct json_network *n, const struct json_span *span, nonet_err *err) {
  nonet_draft *d = l->r->draft;
  uint32_t nodes = nonet_draft_nodes(d), ties = nonet_draft_ties(d);
  nonet_err why;
  if (!l->r->options->reject) return read_element(l, n, span, err);
  nonet_code code = read_element(l, n, span, &why);
  if (code == NONET_EINPUT) {
    draft_rows_back_to(d, nodes, ties);
    return reject(l, n, span, &why, err);
  }
  if (code && err) *err = why;
  return code;
}

static nonet_code read_elements(struct list *l, struct json_network *n, struct json_walk walk, nonet_err *err) {
  bool more = true, first = true;
  nonet_code code = json_enter(&walk, '[', err);
  for (size_t i = 1; !code; i++) {
    struct json_span span;
    code = json_next_element(&span, &more, &first, &walk, err);
    if (code || !more) break;
    code = take_element(l, n, &span, err);
    if (!code && i % CHECK_EVERY == 0) code = reading_check(l->r, err);
  }
  return code;
}

nonet_code json_read_list(struct json_network *n, const struct json_span *span, bool of_ties, nonet_err *err) {
  struct list l = {.r = n->r, .place = n->place, .of_ties = of_ties, .names = words_new()};
  const struct json_walk walk = json_inside(span, n->place->path);
  nonet_code code = l.names ? find_headings(&l, walk, err) : error_memory(err);
  if (!code) code = read_elements(&l, n, walk, err);
  for (size_t role = 0; role < ROLES; role++)
    buffer_free(&l.value[role]);
  buffer_free(&l.name);
  buffer_free(&l.text);
  headings_free(&l.h);
  words_free(l.names);
  free(l.seen);
  free(l.further);
  return code;
}
