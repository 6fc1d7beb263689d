/* Roles: from the names of columns to what the columns are.
 *
 * How: each meaning has its words in order, the exact one first, and the column with the earliest word gets the meaning. What the user says
 * in --columns goes first. Then the two ends, for they decide between a table of ties and one of nodes: a `source` is an end beside a
 * target and evidence beside any other pair; `type` is the direction where its cells say Directed or Undirected. A column found by a
 * synonym whose cells cannot be what it says (a "Strength" of words, a "Start" of places) stays a further column. */
#include "base/date.h"
#include "base/memory.h"
#include "read/heading_words.h"

#include <stdlib.h>
#include <string.h>

/* ---- roles ---- */

static void give(struct headings *h, enum role role, size_t column) {
  h->at[column].role = role;
  if (h->column[role] == NO_COLUMN) h->column[role] = column;
}

static void give_asked(struct headings *h, const struct asked_columns *asked) {
  for (size_t i = 0; i < asked->count; i++) {
    struct asked_column *a = &asked->at[i];
    if (a->off) continue;
    size_t column = a->heading ? headings_find(h, a->folded) : a->number < h->count ? a->number : NO_COLUMN;
    if (column == NO_COLUMN) {
      for (size_t c = 0; c < h->count && a->heading && !a->found; c++)
        if (!h->at[c].unnamed) name_nearest_offer(&a->near, h->at[c].name);
      continue;
    }
    a->found = true;
    enum role role = a->role;
    if (role == ROLE_WEIGHT && heading_among(heading_words(ROLE_LENGTH), h->at[column].folded)) role = ROLE_LENGTH;
    if (role != ROLE_IGNORE && h->asked[role]) continue; /* an earlier alternative was there */
    h->asked[role] = true;
    give(h, role, column);
  }
}

/* Give a role to the column with its earliest word, if it has none yet. Returns the column. */
static size_t give_by_words(struct headings *h, enum role role, const char *const *word) {
  if (h->column[role] != NO_COLUMN) return h->column[role];
  for (; *word; word++) {
    size_t column = headings_find(h, *word);
    if (column == NO_COLUMN) continue;
    give(h, role, column);
    return column;
  }
  return NO_COLUMN;
}

static size_t give_by_word(struct headings *h, enum role role) {
  return give_by_words(h, role, heading_words(role));
}

static void take_back(struct headings *h, enum role role) {
  if (h->column[role] == NO_COLUMN) return;
  h->at[h->column[role]].role = ROLE_FURTHER;
  h->column[role] = NO_COLUMN;
}

/* "Partner 1, Partner 2" and "Partner A, Partner B": the two ends. */
static bool numbered_pair(struct headings *h) {
  for (size_t i = 0; i + 1 < h->count; i++) {
    const char *a = h->at[i].folded, *b = h->at[i + 1].folded;
    size_t length = strlen(a);
    if (length < 3 || strlen(b) != length || strncmp(a, b, length - 1) != 0) continue;
    bool one_two = (a[length - 1] == '1' && b[length - 1] == '2') || (a[length - 1] == 'a' && b[length - 1] == 'b');
    if (!one_two || (i + 2 < h->count && strncmp(a, h->at[i + 2].folded, length - 1) == 0)) continue;
    size_t stem = length - 1;
    while (stem && a[stem - 1] == ' ')
      stem--;
    for (const char *const *word = heading_nouns; *word; word++) {
      if (strlen(*word) != stem || strncmp(a, *word, stem) != 0) continue;
      if (headings_have(h, heading_words(ROLE_ID)) || headings_have(h, heading_words(ROLE_LABEL)) || headings_have(h, heading_nouns))
        return false; /* that names the row, and these are lists */
      give(h, ROLE_FROM, i);
      give(h, ROLE_TO, i + 1);
      return true;
    }
  }
  return false;
}

/* "Partner, Strategy, Strategy": a list in columns of one name. */
static bool repeats(const struct headings *h, size_t column) {
  for (size_t i = column + 1; i < h->count && heading_is_noun(h->at[column].folded); i++)
    if (strcmp(h->at[i].folded, h->at[column].folded) == 0) return true;
  return false;
}

/* The two ends. Both or none get a column, unless --columns names one. */
static void give_ends(struct headings *h) {
  bool asked_one = h->asked[ROLE_FROM] || h->asked[ROLE_TO];
  size_t source = headings_find(h, "source");
  bool is_end = !headings_have(h, (const char *const[]){"from", NULL}) && headings_have(h, heading_targets);
  if (source != NO_COLUMN && !is_end) h->at[source].role = ROLE_IGNORE; /* out of the way for a moment */
  size_t from = h->asked[ROLE_ID] && !asked_one ? NO_COLUMN : give_by_word(h, ROLE_FROM);
  size_t to = from == NO_COLUMN && !asked_one ? NO_COLUMN : give_by_word(h, ROLE_TO);
  if (source != NO_COLUMN && !is_end) h->at[source].role = ROLE_FURTHER;
  if (from != NO_COLUMN && to != NO_COLUMN && (asked_one || !repeats(h, to))) {
    h->ties = true;
  } else {
    if (!h->asked[ROLE_FROM]) take_back(h, ROLE_FROM);
    if (!h->asked[ROLE_TO]) take_back(h, ROLE_TO);
    if (!asked_one && !h->asked[ROLE_ID]) h->ties = numbered_pair(h);
  }
  if (h->ties && source != NO_COLUMN && h->at[source].role == ROLE_FURTHER && h->column[ROLE_EVIDENCE] == NO_COLUMN)
    give(h, ROLE_EVIDENCE, source);
}

/* ---- a look at the cells ---- */

/* How many cells of a column that are not empty pass, and how many there are. */
static size_t cells_pass(size_t *filled, const struct heading_look *look, size_t column, bool (*passes)(struct cell c, char decimal)) {
  size_t passing = 0;
  *filled = 0;
  for (size_t row = look->first; look->data && row < look->data->row_count; row++) {
    struct cell c = grid_cell(look->data, row, column);
    if (!c.length) continue;
    ++*filled;
    passing += passes(c, look->decimal);
  }
  return passing;
}

static bool is_direction(struct cell c, char decimal) {
  (void)decimal;
  return cell_is_any(c, "directed|undirected|mutual");
}

static bool is_direction_or_truth(struct cell c, char decimal) {
  return is_direction(c, decimal) || cell_is_any(c, "true|false|yes|no|both|one-way|two-way|1|0|->|<->|--");
}

static bool is_date(struct cell c, char decimal) {
  (void)decimal;
  struct date_period period;
  return date_parse(&period, c.at, c.length);
}

static bool is_word(struct cell c, char decimal) {
  return !cell_is_number(c, decimal);
}

/* Take a role back from a column that has it by a synonym and holds nothing of the sort. */
static void check_cells(struct headings *h, enum role role, const struct heading_look *look, bool (*passes)(struct cell, char)) {
  size_t column = h->column[role];
  if (column == NO_COLUMN || h->asked[role] || strcmp(h->at[column].folded, heading_words(role)[0]) == 0) return;
  size_t filled, passing = cells_pass(&filled, look, column, passes);
  if (filled && !passing) take_back(h, role);
}

/* ---- tables of ties, of nodes ---- */

static void give_direction(struct headings *h, const struct heading_look *look) {
  if (give_by_word(h, ROLE_DIRECTION) != NO_COLUMN) {
    check_cells(h, ROLE_DIRECTION, look, is_direction_or_truth);
    if (h->column[ROLE_DIRECTION] != NO_COLUMN) return;
  }
  size_t type = headings_find(h, "type"), filled = 0;
  if (type != NO_COLUMN && cells_pass(&filled, look, type, is_direction) == filled && filled) give(h, ROLE_DIRECTION, type);
}

static void give_tie_roles(struct headings *h, const struct heading_look *look) {
  give_direction(h, look);
  give_by_word(h, ROLE_KIND);
  if (h->column[ROLE_LENGTH] == NO_COLUMN) {
    give_by_word(h, ROLE_WEIGHT);
    check_cells(h, ROLE_WEIGHT, look, cell_is_number);
  }
  if (h->column[ROLE_WEIGHT] == NO_COLUMN) {
    give_by_word(h, ROLE_LENGTH);
    check_cells(h, ROLE_LENGTH, look, cell_is_number);
  }
  h->length = h->column[ROLE_LENGTH] != NO_COLUMN && h->column[ROLE_WEIGHT] == NO_COLUMN;
  give_by_word(h, ROLE_SINCE);
  check_cells(h, ROLE_SINCE, look, is_date);
  give_by_word(h, ROLE_UNTIL);
  check_cells(h, ROLE_UNTIL, look, is_date);
  give_by_word(h, ROLE_EVIDENCE);
}

static nonet_code kind_of_column(char **out, const struct headings *h, size_t column, nonet_err *err) {
  if (column == NO_COLUMN || *out) return NONET_OK;
  const char *folded = h->at[column].folded;
  if (!heading_is_noun(folded)) return NONET_OK;
  *out = heading_kind(h->at[column].name);
  return *out ? NONET_OK : error_memory(err);
}

static void give_node_roles(struct headings *h, const struct heading_look *look) {
  if (give_by_word(h, ROLE_ATTENDEES) != NO_COLUMN) {
    give_by_words(h, ROLE_SINCE, heading_dates);
    check_cells(h, ROLE_SINCE, look, is_date);
  }
  give_by_word(h, ROLE_ID);
  if (h->column[ROLE_LABEL] == NO_COLUMN) {
    size_t names = headings_find(h, "vertex names"), label = headings_find(h, "label"), name = headings_find(h, "name"),
           title = headings_find(h, "title");
    bool alone = h->column[ROLE_ID] == NO_COLUMN && names != NO_COLUMN;
    if (alone) give(h, ROLE_ID, names);
    if (label != NO_COLUMN || name != NO_COLUMN || title != NO_COLUMN || !alone) give_by_word(h, ROLE_LABEL);
  }
  for (const char *const *word = heading_nouns; *word && h->column[ROLE_LABEL] == NO_COLUMN; word++) {
    size_t column = headings_find(h, *word), filled; /* "ID, Organisation" and "Strategy, Budget" */
    if (column != NO_COLUMN && (cells_pass(&filled, look, column, is_word) || !filled)) give(h, ROLE_LABEL, column);
  }
  give_by_word(h, ROLE_SHORT);
  give_by_word(h, ROLE_KIND);
  give_by_word(h, ROLE_ALIASES);
}

nonet_code headings_assign(struct headings *h, const struct heading_look *look, nonet_err *err) {
  give_asked(h, look->asked);
  if (look->only != HEADINGS_OF_NODES) give_ends(h);
  bool pair_of_nouns = h->ties && !h->asked[ROLE_FROM] && !h->asked[ROLE_TO] && heading_is_noun(h->at[h->column[ROLE_FROM]].folded) &&
                       heading_is_noun(h->at[h->column[ROLE_TO]].folded);
  h->unsure = pair_of_nouns && headings_have(h, heading_words(ROLE_ID)) && headings_have(h, heading_words(ROLE_LABEL));
  if (h->ties || look->only == HEADINGS_OF_TIES) {
    give_by_word(h, ROLE_ID); /* such a row without ends is a node */
    give_by_word(h, ROLE_LABEL);
    give_tie_roles(h, look);
  } else {
    give_node_roles(h, look);
  }
  if (!look->in_layer) give_by_word(h, ROLE_LAYER);
  nonet_code code = kind_of_column(&h->from_kind, h, h->column[ROLE_FROM], err);
  if (!code) code = kind_of_column(&h->to_kind, h, h->column[ROLE_TO], err);
  if (!code && !h->ties) code = kind_of_column(&h->node_kind, h, h->column[ROLE_LABEL], err);
  if (!code && !h->ties) code = kind_of_column(&h->node_kind, h, h->column[ROLE_ID], err);
  return code;
}
