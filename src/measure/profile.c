/* Profiles: sets of measures that are worth a first look at a network of some kind.
 *
 * One table says which measure is in which profile and on what networks it says something. The profile "all" needs no table: it is every
 * row of the registry that no node has to be named for; those that only a survey or dates give a value to stand in the table for their
 * sake. How long a measure takes is told from the cost that its row states, so a measure of tomorrow is judged as well. */
#include "measure/profile.h"

#include "measure/measure.h"

#include <math.h>
#include <string.h>

enum { PARTNERSHIP = 1, TWO_MODE = 2, MULTILAYER = 4, ONE_MODE = PARTNERSHIP | MULTILAYER, ANY = 7 };
enum when { ALWAYS, IF_DIRECTED, IF_WEIGHTED, IF_DATED, IF_SURVEY };

static const nonet_profile profiles[] = {
    {"partnership", "who is central, who holds parts together, how dense and how split the whole is"},
    {"two-mode", "for partners and strategies: what each could have had at most, and what is held twice"},
    {"multilayer", "for networks of several layers: the partnership's measures, and how nodes spread over layers"},
    {"all", "every measure that suits the network and that no node has to be named for"},
};
static const unsigned bits[] = {PARTNERSHIP, TWO_MODE, MULTILAYER};

static const struct member {
  const char *measure;
  unsigned in;
  enum when when;
} members[] = {
    {"degree", ANY, ALWAYS},
    {"in-degree", ONE_MODE, IF_DIRECTED},
    {"out-degree", ONE_MODE, IF_DIRECTED},
    {"strength", ANY, IF_WEIGHTED},
    {"betweenness", ONE_MODE, ALWAYS},
    {"closeness", ONE_MODE, ALWAYS},
    {"coreness", ONE_MODE, ALWAYS},
    {"two-mode-degree", TWO_MODE, ALWAYS},
    {"two-mode-closeness", TWO_MODE, ALWAYS},
    {"two-mode-betweenness", TWO_MODE, ALWAYS},
    {"redundancy", TWO_MODE, ALWAYS},
    {"sole-strategies", TWO_MODE, ALWAYS},
    {"multilayer-participation", MULTILAYER, ALWAYS},
    {"component", ANY, ALWAYS},
    {"cut-node", ANY, ALWAYS},
    {"bridge", ANY, ALWAYS},
    {"tie-betweenness", ONE_MODE, ALWAYS},
    {"layer-nodes", MULTILAYER, ALWAYS},
    {"layer-own-nodes", MULTILAYER, ALWAYS},
    {"layer-ties", MULTILAYER, ALWAYS},
    {"layer-density", MULTILAYER, ALWAYS},
    {"layer-reciprocity", MULTILAYER, IF_DIRECTED},
    {"layer-isolates", MULTILAYER, ALWAYS},
    {"layer-components", MULTILAYER, ALWAYS},
    {"layer-giant-share", MULTILAYER, ALWAYS},
    {"nodes", ANY, ALWAYS},
    {"ties", ANY, ALWAYS},
    {"density", ONE_MODE, ALWAYS},
    {"reciprocity", ONE_MODE, IF_DIRECTED},
    {"two-mode-density", TWO_MODE, ALWAYS},
    {"components", ANY, ALWAYS},
    {"giant", ANY, ALWAYS},
    {"diameter", ONE_MODE, ALWAYS},
    {"mean-distance", ANY, ALWAYS},
    {"efficiency", ONE_MODE, ALWAYS},
    {"transitivity", ONE_MODE, ALWAYS},
    {"two-mode-clustering", TWO_MODE, ALWAYS},
    {"cut-nodes", ANY, ALWAYS},
    {"bridges", ANY, ALWAYS},
    {"centralisation-degree", ONE_MODE, ALWAYS},
    {"centralisation-betweenness", ONE_MODE, ALWAYS},
    {"matching-number", TWO_MODE, ALWAYS},
    {"strategies-with-one", TWO_MODE, ALWAYS},
    {"partners-per-strategy", TWO_MODE, ALWAYS},
    {"edge-overlap", MULTILAYER, ALWAYS},
    {"temporal-reach", 0, IF_DATED},
    {"temporal-connectedness", 0, IF_DATED},
    {"contact-turnover", 0, IF_DATED},
    {"tie-jaccard", 0, IF_DATED},
    {"tie-survival", 0, IF_DATED},
    {"node-turnover", 0, IF_DATED},
    {"answered", ANY, IF_SURVEY},
    {"response-rate", ANY, IF_SURVEY},
    {"answered-density", ANY, IF_SURVEY},
    {"answered-reciprocity", 0, IF_SURVEY},
};

const nonet_profile *nonet_profile_at(size_t i) {
  return i < sizeof profiles / sizeof *profiles ? &profiles[i] : NULL;
}

const char *profile_measure_at(size_t i) {
  return i < sizeof members / sizeof *members ? members[i].measure : NULL;
}

/* A node of two layers or more makes layers worth a look of their own; networks that only lie side by side do not. */
const char *nonet_profile_for(const nonet *n) {
  if (n->two_modes) return "two-mode";
  for (uint32_t v = 0; n->layers > 1 && v < n->nodes; v++) {
    const uint32_t *layer;
    if (net_node_layers(n, v, &layer) > 1) return "multilayer";
  }
  return "partnership";
}

static bool contains(const char *text, const char *const *parts) {
  for (; *parts; parts++)
    if (strstr(text, *parts)) return true;
  return false;
}

/* Roughly how many nanoseconds a measure takes, by the cost that its row states: a step of its cost takes about one, where distances are
 * searched one by one about 20, where flows are looked for in each block, or a whole method is tried on a hundred draws, very many. */
static double nanoseconds(const char *cost, double n, double m) {
  static const char *const cubic[] = {"n^2 m", "n m^2", NULL}, *const square[] = {"nm", "n m", "n (", "n f", "n^2", NULL};
  if (strstr(cost, "layers^2")) return 2e6 * (n + m); /* so many permutations of a few pairs of layers */
  if (strstr(cost, "draws times")) return 3e6 * (n + m);
  if (strstr(cost, "99 times")) return 1e4 * (n + m);
  if (strstr(cost, "flows")) return 1.5e5 * m;
  if (strstr(cost, "n^2 + m) a step")) return 150 * (n * n + m);
  if (contains(cost, cubic)) return n * n * (n + m) / 4;
  if (strstr(cost, "n^3")) return strstr(cost, "sparse") ? n * n : n * n * n;
  if (strstr(cost, "m (f")) return m * n * (n / 8 + 20);
  if (strstr(cost, "k n (")) return (50 + 6 * m / n) * n * (n + m); /* lambda1 is the mean degree or more */
  if (strstr(cost, "nm log n)") && !strstr(cost, "one pass")) return 20 * n * (n + m);
  return contains(cost, square) ? n * (n + m) : n + m;
}

static bool applies(enum when when, const nonet *n) {
  return when == ALWAYS || (when == IF_DIRECTED && n->directed) || (when == IF_WEIGHTED && n->weighted) ||
         (when == IF_DATED && n->tie_since) || (when == IF_DATED && n->tie_until) || (when == IF_SURVEY && n->surveys);
}

/* Whether it says nothing of any network of this sort. */
static bool is_void(const char *measure, const nonet *n) {
  for (size_t i = 0; i < sizeof members / sizeof *members; i++)
    if (strcmp(members[i].measure, measure) == 0) return members[i].when >= IF_DATED && !applies(members[i].when, n);
  return false;
}

static bool is_member(unsigned profile, const char *measure, const nonet *n) {
  for (size_t i = 0; i < sizeof members / sizeof *members; i++)
    if (strcmp(members[i].measure, measure) == 0) return (members[i].in & profile) && applies(members[i].when, n);
  return false;
}

/* Nodes that have to be named are "A;B" in the words of a parameter; every other parameter may be left out, or the measure says so. */
static bool wants_nodes(const nonet_measure_info *m) {
  return m->parameter && strncmp(m->parameter, "A;", 2) == 0;
}

/* Is it a row for each pair of more nodes than anybody reads? */
static bool is_too_long(const nonet *n, const nonet_measure_info *m) {
  return m->scope == NONET_OF_TABLE && strstr(m->cost, "space n^2") && n->nodes > 300;
}

static const char *why_not(const nonet *n, const nonet_measure_info *m) {
  static const double most = 2e9;
  const struct measure_row *row = measure_row_find(m->name, strlen(m->name));
  if (row && row->needs_parameter) return "what stands behind the colon has to be chosen (see: nonet help NAME)";
  double pairs = n->nodes * (n->nodes - 1.0), ties = n->ties < pairs ? n->ties : pairs;
  if (nanoseconds(m->cost, n->nodes, n->directed ? ties : fmin(ties, pairs / 2)) > most)
    return "long on a network of this size (--measures asks for it)";
  if (is_too_long(n, m)) return "a row for each pair of so many nodes (--measures asks for it)";
  return NULL;
}

bool nonet_profile_has(const char *profile, const nonet *n, const nonet_measure_info *m, const char **why) {
  bool has = strcmp(profile, "all") == 0 && !wants_nodes(m) && !is_void(m->name, n);
  for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
    if (strcmp(profile, profiles[i].name) == 0) has = is_member(bits[i], m->name, n);
  has = has && (n->two_modes || !m->needs_two_modes) && (n->layers || m->scope != NONET_OF_LAYERS);
  const char *reason = has ? why_not(n, m) : NULL;
  if (why) *why = reason;
  return has && !reason;
}
