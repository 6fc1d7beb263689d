/* Ties and memberships that came, went or changed, with their evidence. */
#include "ask/changes.h"
#include "ask/evidence.h"
#include "net/sheet.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

static bool is_listed(const struct pair_of_ties *p) {
  return p->fate != FATE_STAYED;
}

static double weight_of(const struct changes *c, const struct pair_of_ties *p, int which) {
  nonet_tie tie;
  if (p->tie[which] == NONET_NONE) return (double)NAN;
  nonet_tie_get(&tie, c->net[which], p->tie[which]);
  return tie.has_weight ? tie.weight : (double)NAN;
}

static nonet_code ties_sheet(nonet_answer *a, const struct changes *c, nonet_err *err) {
  uint32_t *tie = memory_array(c->ties, sizeof *tie), count = 0;
  nonet_sheet *s = NULL;
  size_t change;
  double *before, *after;
  if (!tie) return error_memory(err);
  for (uint32_t t = 0; t < c->ties; t++)
    if (is_listed(&c->tie[t])) tie[count++] = t;
  nonet_code code = evidence_sheet(&s, "ties", "Ties that came, went or changed", c->both, tie, count, err);
  if (!code) code = sheet_add_texts(&change, s, "change", err);
  if (!code) code = sheet_add_numbers(&before, s, "weight-before", err);
  if (!code) code = sheet_add_numbers(&after, s, "weight-after", err);
  for (uint32_t i = 0; i < count && !code; i++) {
    code = sheet_set_text(s, i, change, fate_words[c->tie[tie[i]].fate], err);
    before[i] = weight_of(c, &c->tie[tie[i]], BEFORE);
    after[i] = weight_of(c, &c->tie[tie[i]], AFTER);
  }
  free(tie);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code members_sheet(nonet_answer *a, struct changes *c, nonet_err *err) {
  struct change_member *member = NULL;
  size_t count, change;
  nonet_sheet *s = NULL;
  nonet_code code = changes_members(&member, &count, c, err);
  if (!code) code = sheet_new(&s, "memberships", "Who came into a layer, and who left one", NONET_BY_NODE_LAYER, count, err);
  if (!code) code = sheet_add_texts(&change, s, "change", err);
  for (size_t i = 0; i < count && !code; i++) {
    const nonet *n = c->net[member[i].fate == FATE_CAME ? AFTER : BEFORE];
    code = sheet_set_text(s, i, 0, net_key(c->both, member[i].node), err);
    if (!code) code = sheet_set_text(s, i, 1, nonet_layer_name(n, member[i].layer), err);
    if (!code) code = sheet_set_text(s, i, change, fate_words[member[i].fate], err);
  }
  free(member);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

nonet_code changes_ties(nonet_answer *a, struct changes *c, nonet_err *err) {
  nonet_code code = members_sheet(a, c, err);
  return code ? code : ties_sheet(a, c, err);
}
