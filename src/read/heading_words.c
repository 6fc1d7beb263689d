/* The words that headings are known by, after folding: the exact one first, then synonyms in order of rank.
 *
 * [1] Gephi, Kumu and R (igraph, statnet) write the headings id, label, source, target, type, weight, from, to, direction, vertex.names. */
#include "read/heading_words.h"

#include <string.h>

static const char *const from_words[] = {"from", "source", "src", "ego", "organisation", "organization", "partner", "agency", NULL};
static const char *const to_words[] = {"to", "target", "dst", "alter", "strategy", "activity", "project", "programme", "program", NULL};
const char *const heading_targets[] = {"target", "dst", "alter", "to", NULL};
const char *const heading_nouns[] = {"organisation", "organization", "partner",   "agency",  "strategy",
                                     "activity",     "project",      "programme", "program", NULL};
static const char *const id_words[] = {"id", "key", NULL};
static const char *const label_words[] = {"label", "name", "title", "vertex names", NULL};
static const char *const short_words[] = {"short", "short name", "shortname", "acronym", "abbreviation", NULL};
static const char *const kind_words[] = {"kind", "type", "role", "relation", NULL};
static const char *const layer_words[] = {"layer", "network", "group", "cluster", "layers", "networks", NULL};
static const char *const alias_words[] = {"aliases", "alias", "also known as", NULL};
static const char *const weight_words[] = {"weight", "value", "strength", "frequency", NULL};
static const char *const length_words[] = {"length", "distance", "cost", NULL};
static const char *const since_words[] = {"since", "start", "from date", "start date", "startdate", "year", NULL};
const char *const heading_dates[] = {"date", "meeting date", "day", "since", "year", NULL}; /* of a meeting */
static const char *const until_words[] = {"until", "end", "to date", "end date", "enddate", NULL};
static const char *const evidence_words[] = {"source document", "evidence", "reference", NULL};
static const char *const direction_words[] = {"direction", "directed", NULL};
static const char *const attendee_words[] = {"attendees", "participants", "members", "present", NULL};

static const char *const *const words_of[ROLES] = {[ROLE_ID] = id_words,
                                                   [ROLE_LABEL] = label_words,
                                                   [ROLE_SHORT] = short_words,
                                                   [ROLE_KIND] = kind_words,
                                                   [ROLE_LAYER] = layer_words,
                                                   [ROLE_ALIASES] = alias_words,
                                                   [ROLE_FROM] = from_words,
                                                   [ROLE_TO] = to_words,
                                                   [ROLE_WEIGHT] = weight_words,
                                                   [ROLE_LENGTH] = length_words,
                                                   [ROLE_SINCE] = since_words,
                                                   [ROLE_UNTIL] = until_words,
                                                   [ROLE_EVIDENCE] = evidence_words,
                                                   [ROLE_DIRECTION] = direction_words,
                                                   [ROLE_ATTENDEES] = attendee_words};

const char *const *heading_words(enum role role) {
  return words_of[role];
}

bool heading_among(const char *const *words, const char *folded) {
  for (; *words; words++)
    if (strcmp(*words, folded) == 0) return true;
  return false;
}

bool heading_is_noun(const char *folded) {
  return heading_among(heading_nouns, folded);
}
