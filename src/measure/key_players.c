/* Key players: which set of K partners breaks the network most by its loss, or is nearest to all.
 *
 * The search sees the nodes in the order of their keys, so that the order of rows decides nothing between sets that do equally well. What
 * it could prove is said in a note and stands in the column `bound`: no set of K scores above it.
 *
 * Sources: (1) S. P. Borgatti 2006, Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x. */
#include "kernel/keyplayers.h"

#include "base/buffer.h"
#include "base/number.h"
#include "measure/judge.h"
#include "measure/keyed.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* One question, and what it is called. */
struct search {
  const char *name, *title;
  struct keyplayers_question q;
  struct keyplayers found; /* nodes as the network numbers them, in the order of their keys */
  double before;           /* the score with nobody gone */
};

static bool breaks(const struct search *s) {
  return s->q.goal == KEYPLAYERS_FRAGMENT || s->q.goal == KEYPLAYERS_DISTANCE;
}

/* A whole number from 1 on. */
static bool read_count(uint32_t *out, const char *text, size_t length) {
  uint64_t x;
  if (!number_parse_whole(&x, text, length) || x < 1) return false;
  *out = x < UINT32_MAX ? (uint32_t)x : UINT32_MAX;
  return true;
}

/* "K", of reach also "K;M". */
static nonet_code read_question(struct search *s, const char *text, nonet_err *err) {
  bool reach = s->q.goal == KEYPLAYERS_REACH;
  size_t length = strcspn(text, ";");
  s->q.steps = 1;
  if (!read_count(&s->q.size, text, length))
    return error_set(err, NONET_EUSAGE, "'%s' needs the size of the set, 1 or more, as in %s:3", s->name, s->name);
  if (!text[length]) return NONET_OK;
  if (!reach) return error_set(err, NONET_EUSAGE, "'%s' takes the size of the set and nothing else, as in %s:3", s->name, s->name);
  if (read_count(&s->q.steps, text + length + 1, strlen(text + length + 1))) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "'%s': behind the size stand the steps, 1 or more, as in %s:3;2", s->name, s->name);
}

static nonet_code find(struct search *s, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  const struct graph *g = ask->simple;
  struct keyed k = {0};
  nonet_code code = breaks(s) ? pass_undirected(&g, ask, err) : NONET_OK;
  if (!code) code = keyed_start(&k, g, ask->net, err);
  if (code) return code;
  code = pass_result(keyplayers_find(&s->found, &k.graph, &s->q, &watch), ask, err);
  for (uint32_t i = 0; !code && i < s->found.size; i++)
    s->found.node[i] = k.node[s->found.node[i]];
  if (!code && breaks(s)) code = pass_result(keyplayers_score(&s->before, g, s->q.goal, 0, NULL, 0, &watch), ask, err);
  keyed_free(&k);
  return code;
}

/* ---- notes ---- */

static void add_number(struct buffer *b, double x) {
  char text[NUMBER_ROOM];
  number_print_short(text, x, 6);
  buffer_text(b, text);
}

/* Nobody could be named. */
static void say_why_none(struct buffer *b, const struct search *s, uint32_t nodes) {
  buffer_print(b, "%s: there are %" PRIu32 " nodes; a set of %" PRIu32 " ", s->name, nodes, s->q.size);
  buffer_text(b, nodes < s->q.size ? "is more than that." : "leaves fewer than 2.");
}

static void say_score(struct buffer *b, const struct search *s, uint32_t nodes) {
  buffer_print(b, "%s: ", s->name);
  if (breaks(s)) {
    buffer_text(b, s->q.goal == KEYPLAYERS_FRAGMENT ? "without this set fragmentation is " : "without this set distance fragmentation is ");
    add_number(b, s->found.score);
    buffer_text(b, ", with all ");
    add_number(b, s->before);
  } else if (s->q.goal == KEYPLAYERS_REACH) {
    buffer_text(b, "this set reaches ");
    add_number(b, s->found.score);
    buffer_print(b, " of %" PRIu32 " within %" PRIu32 " step%s", nodes, s->q.steps, s->q.steps == 1 ? "" : "s");
  } else {
    buffer_text(b, "the nearness of this set to all is ");
    add_number(b, s->found.score);
  }
}

static void say_proof(struct buffer *b, const struct search *s) {
  if (s->found.exact) {
    buffer_print(b, "; no set of %" PRIu32 " does better, another may do as well.", s->q.size);
    return;
  }
  if (breaks(s) && s->found.bound >= 1) {
    buffer_text(
        b, "; a good set, not proved the best: how much better another may be was not found, or takes too long on so large a network.");
    return;
  }
  buffer_print(b, "; a good set, not proved the best: no set of %" PRIu32 " scores above ", s->q.size);
  add_number(b, s->found.bound);
  buffer_text(b, ", at most ");
  add_number(b, s->found.bound - s->found.score);
  buffer_text(b, " better.");
}

static nonet_code add_notes(nonet_sheet *sheet, const struct search *s, uint32_t nodes, nonet_err *err) {
  static const char *const scale[] = {
      [KEYPLAYERS_FRAGMENT] = "Score: 0 where all who are left are in contact, 1 where nobody is in contact with anybody.",
      [KEYPLAYERS_DISTANCE] = "Score: 0 where all who are left are tied to each other, 1 where nobody is in contact with anybody.",
      [KEYPLAYERS_NEAR] = "Score: 1 where all are in the set or tied to it; a member counts 1, one at d steps 1/d, one out of reach 0.",
      [KEYPLAYERS_REACH] = "Score: how many are reached, members of the set included."};
  struct buffer line = {0};
  if (s->found.size == 0) {
    say_why_none(&line, s, nodes);
  } else {
    say_score(&line, s, nodes);
    say_proof(&line, s);
  }
  nonet_code code = line.failed ? error_memory(err) : sheet_note(sheet, buffer_string(&line), err);
  buffer_free(&line);
  return code ? code : sheet_note(sheet, scale[s->q.goal], err);
}

/* ---- the sheet ---- */

static nonet_code make_sheet(nonet_sheet **out, const struct search *s, const nonet *n, nonet_err *err) {
  double *score, *bound;
  nonet_code code = sheet_new(out, s->name, s->title, NONET_BY_SET, s->found.size, err);
  if (!code) code = sheet_add_numbers(&score, *out, "score", err);
  if (!code) code = sheet_add_numbers(&bound, *out, "bound", err);
  for (uint32_t i = 0; !code && i < s->found.size; i++) {
    score[i] = s->found.score;
    bound[i] = s->found.bound;
    code = sheet_set_text(*out, i, 0, "1", err);
    if (!code) code = sheet_set_text(*out, i, 1, net_key(n, s->found.node[i]), err);
  }
  return code ? code : add_notes(*out, s, n->nodes, err);
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, enum keyplayers_goal goal, const char *name, const char *title,
                        nonet_err *err) {
  struct search s = {.name = name, .title = title, .q = {.goal = goal}};
  nonet_code code = read_question(&s, ask->parameter_text, err);
  if (!code) code = find(&s, ask, err);
  if (!code) code = make_sheet(out, &s, ask->net, err);
  keyplayers_free(&s.found);
  return code;
}

static nonet_code by_fragmentation(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  return table(out, ask, KEYPLAYERS_FRAGMENT, "key-players-fragmentation", "Key players by fragmentation", err);
}

static nonet_code by_distance(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  return table(out, ask, KEYPLAYERS_DISTANCE, "key-players-distance", "Key players by distance fragmentation", err);
}

static nonet_code by_reach(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  return table(out, ask, KEYPLAYERS_REACH, "key-players-reach", "Key players by reach", err);
}

static nonet_code by_distance_reach(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  return table(out, ask, KEYPLAYERS_NEAR, "key-players-distance-reach", "Key players by nearness to all", err);
}

#define BORGATTI "Borgatti, S. P. (2006) Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x"
#define PROOF "every set is tried where that can be done, else greedy choice with exchange; the note says what is proved"
#define BRANCH "greedy choice with exchange, then branch and bound; the note says what is proved"
#define SIZE "K, how many partners"

static const struct measure_row rows[] = {
    {.info =
         {.name = "key-players-fragmentation",
          .title = "Key players by fragmentation",
          .summary = "Which few partners are relied upon for the others to be in contact at all.",
          .scope = NONET_OF_TABLE,
          .low = 0,
          .high = 1,
          .formula =
              "KPP-Neg, F: the set of K nodes whose loss makes 1 - sum of s * (s - 1) / (n' * (n' - 1)) greatest, s the sizes of the "
              "components among the n' nodes left",
          .convention = PROOF "; pairs of those left; the first by key of several best; direction is left out of account; unweighted; "
                              "simple network",
          .undefined = "no set where fewer than 2 nodes would be left",
          .source = BORGATTI,
          .cost =
              "O(C(n, K - 1) (n + m)) for all sets; beyond 10^9 steps O(K n (n + m)) a round, and the bound O(n (n + m)) within as many",
          .parameter = SIZE},
     .parameter_is_text = true,
     .example = "2",
     .needs_parameter = true,
     .reads_undirected = true,
     .table = by_fragmentation,
     .check = judge_key_players},
    {.info = {.name = "key-players-distance",
              .title = "Key players by distance fragmentation",
              .summary = "Which few partners are relied upon for the others to be near each other.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = 1,
              .formula = "KPP-Neg, DF: the set of K nodes whose loss makes 1 - mean of 1/d(i,j) over pairs of the nodes left greatest, d "
                         "along paths that "
                         "avoid the set",
              .convention = PROOF "; 1/d is 0 where no path is left; the first by key of several best; direction is left out of account; "
                                  "unweighted; simple network",
              .undefined = "no set where fewer than 2 nodes would be left",
              .source = BORGATTI,
              .cost =
                  "O(C(n, K) n (n + m)) for all sets; beyond 10^9 steps greedy, exchange for as many steps, and the bound within as many",
              .parameter = SIZE},
     .parameter_is_text = true,
     .example = "2",
     .needs_parameter = true,
     .reads_undirected = true,
     .table = by_distance,
     .check = judge_key_players},
    {.info = {.name = "key-players-reach",
              .title = "Key players by reach",
              .summary = "Which few partners together reach the most others within some steps: whom to tell so that all hear of it.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = INFINITY,
              .formula = "KPP-Pos, m-reach: the set of K nodes with the most nodes at M steps or less from the nearest member",
              .convention = BRANCH "; members count as reached; in steps, unweighted; outward when directed; simple network",
              .undefined = "no set where there are fewer than K nodes; an isolate is reached only as a member",
              .source = BORGATTI,
              .cost = "O(K n^2) a round of exchange, then branch and bound of at most 10^9 steps",
              .parameter = "K or K;M, how many partners, and within how many steps (1 unless given)"},
     .parameter_is_text = true,
     .example = "2",
     .needs_parameter = true,
     .table = by_reach,
     .check = judge_key_players},
    {.info =
         {.name = "key-players-distance-reach",
          .title = "Key players by nearness to all",
          .summary = "Which few partners together are nearest to everybody.",
          .scope = NONET_OF_TABLE,
          .low = 0,
          .high = 1,
          .formula =
              "KPP-Pos, DR: the set of K nodes with the greatest mean over all n nodes of 1/d from the nearest member, a member counting 1",
          .convention = BRANCH "; divided by n with members counted; 1 means that all are in the set or tied to it; unweighted; outward "
                               "when directed; simple network",
          .undefined = "no set where there are fewer than K nodes; a node out of reach adds 0",
          .source = BORGATTI,
          .cost = "O(K n^2) a round of exchange, then branch and bound of at most 10^9 steps",
          .parameter = SIZE},
     .parameter_is_text = true,
     .example = "2",
     .needs_parameter = true,
     .table = by_distance_reach,
     .check = judge_key_players},
};

const struct measure_rows key_players_rows = {rows, sizeof rows / sizeof *rows};
