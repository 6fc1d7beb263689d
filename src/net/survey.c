/* Reading surveys: who was asked, who answered. See survey.h.
 *
 * Everything is a search in short ascending lists. Of several surveys (a grid for each layer) a pair counts as answered only where all that
 * ask about it were answered: a "no" in one layer and silence in another is not a "no" on the whole. */
#include "net/survey.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

void net_survey_free(struct net_survey *s) {
  free(s->respondent);
  free(s->alter);
  free(s->open_first);
  free(s->open);
}

void net_surveys_free(nonet *n) {
  for (size_t i = 0; i < n->surveys; i++)
    net_survey_free(&n->survey[i]);
  free(n->survey);
}

/* Where a node stands in an ascending list; `count`: nowhere. */
static uint64_t place_in(const uint32_t *list, uint64_t count, uint32_t v) {
  uint64_t low = 0, high = count;
  while (low < high) {
    uint64_t mid = low + (high - low) / 2;
    if (list[mid] < v)
      low = mid + 1;
    else
      high = mid;
  }
  return low < count && list[low] == v ? low : count;
}

static bool is_open(const struct net_survey *s, uint64_t respondent, uint32_t alter) {
  uint64_t first = s->open_first[respondent], count = s->open_first[respondent + 1] - first;
  return place_in(s->open + first, count, alter) < count;
}

static enum net_reply reply(const struct net_survey *s, uint32_t from, uint32_t to) {
  if (from == to || place_in(s->alter, s->alters, to) == s->alters) return NET_NOT_ASKED;
  uint64_t at = place_in(s->respondent, s->respondents, from);
  if (at == s->respondents) return NET_NOT_ASKED;
  return is_open(s, at, to) ? NET_OPEN : NET_ANSWERED;
}

/* What two surveys say together: the less of what is known, where both ask. */
static enum net_reply together(enum net_reply a, enum net_reply b) {
  if (a == NET_NOT_ASKED || b == NET_NOT_ASKED) return a > b ? a : b;
  return a < b ? a : b;
}

enum net_reply net_survey_reply(const nonet *n, uint32_t from, uint32_t to) {
  enum net_reply all = NET_NOT_ASKED;
  for (size_t i = 0; i < n->surveys; i++)
    all = together(all, reply(&n->survey[i], from, to));
  return all;
}

enum net_reply net_survey_reply_in(const nonet *n, uint32_t layer, uint32_t from, uint32_t to) {
  uint32_t word = layer == NONET_NONE ? 0 : n->layer_name[layer];
  enum net_reply all = NET_NOT_ASKED;
  for (size_t i = 0; i < n->surveys; i++)
    if (n->survey[i].layer == word) all = together(all, reply(&n->survey[i], from, to));
  return all;
}

/* ---- rows ---- */

/* What v answered in one survey. */
static void mark_own(uint8_t *here, const struct net_survey *s, uint32_t v) {
  uint64_t at = place_in(s->respondent, s->respondents, v);
  if (at == s->respondents) return;
  for (uint32_t i = 0; i < s->alters; i++)
    if (s->alter[i] != v) here[s->alter[i]] = NET_ANSWERED;
  for (uint64_t i = s->open_first[at]; i < s->open_first[at + 1]; i++)
    here[s->open[i]] = NET_OPEN;
}

/* What the others answered about v in it, where that is more. */
static void mark_others(uint8_t *here, const struct net_survey *s, uint32_t v) {
  if (place_in(s->alter, s->alters, v) == s->alters) return;
  for (uint32_t i = 0; i < s->respondents; i++) {
    uint32_t u = s->respondent[i];
    if (u == v || here[u] == NET_ANSWERED) continue;
    here[u] = is_open(s, i, v) ? NET_OPEN : NET_ANSWERED;
  }
}

static void take(uint8_t *row, uint8_t *here, const uint32_t *list, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t u = list[i];
    if (here[u]) row[u] = (uint8_t)together((enum net_reply)row[u], (enum net_reply)here[u]);
    here[u] = 0;
  }
}

void net_survey_row(uint8_t *row, uint8_t *here, const nonet *n, uint32_t v, bool either_side) {
  memset(row, NET_NOT_ASKED, n->nodes);
  for (size_t i = 0; i < n->surveys; i++) {
    const struct net_survey *s = &n->survey[i];
    mark_own(here, s, v);
    if (either_side) mark_others(here, s, v);
    take(row, here, s->alter, s->alters);
    if (either_side) take(row, here, s->respondent, s->respondents);
  }
}

/* ---- counts ---- */

void nonet_node_questions(uint64_t *asked, uint64_t *open, const nonet *n, uint32_t node) {
  *asked = *open = 0;
  for (size_t i = 0; i < n->surveys; i++) {
    const struct net_survey *s = &n->survey[i];
    uint64_t at = place_in(s->respondent, s->respondents, node);
    if (at == s->respondents) continue;
    *asked += s->alters - (place_in(s->alter, s->alters, node) < s->alters);
    *open += s->open_first[at + 1] - s->open_first[at];
  }
}

bool nonet_survey(nonet_response *out, const nonet *n) {
  *out = n->behind;
  for (uint32_t v = 0; v < n->nodes && n->surveys; v++) {
    uint64_t asked, open;
    nonet_node_questions(&asked, &open, n, v);
    out->asked += asked > 0;
    out->answered += asked > open;
    out->questions += asked;
    out->open += open;
  }
  return out->asked > 0;
}

bool net_survey_silence(struct buffer *out, const nonet *n) {
  nonet_response r;
  nonet_survey(&r, n);
  if (!r.open) return false;
  buffer_print(out, "%s%" PRIu32 " of %" PRIu32 " %s answered, and %" PRIu64 " of %" PRIu64 " questions %s open; ",
               r.behind ? "in the network that this view was made from " : "", r.answered, r.asked,
               r.asked == 1 ? "node that was asked" : "nodes that were asked", r.open, r.questions, r.open == 1 ? "is" : "are");
  buffer_text(out, "what was not answered counts as no tie");
  return true;
}

void net_survey_leave(nonet *v, const nonet *n) {
  v->behind = (nonet_response){0};
  if (nonet_survey(&v->behind, n)) v->behind.behind = true;
}
