/* What changed, in words: how much, who, where most of it happened, and what it did to working together. */
#include "ask/changes.h"
#include "ask/tell.h"

#include "base/memory.h"
#include "base/number.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES_TOLD = 5 };

static void add_count(struct buffer *out, uint64_t count, const char *one, const char *many, const char *what) {
  if (!count) return;
  if (out->size) buffer_text(out, ", ");
  tell_count(out, count, one, many);
  buffer_print(out, " %s", what);
}

/* "2 nodes came, 5 ties came, 1 tie went". */
static void count_changes(struct buffer *out, const struct changes *c) {
  const struct change_counts *k = &c->count;
  add_count(out, k->node[FATE_CAME], "node", "nodes", "came");
  add_count(out, k->node[FATE_WENT], "node", "nodes", "went");
  add_count(out, k->tie[FATE_CAME], "tie", "ties", "came");
  add_count(out, k->tie[FATE_WENT], "tie", "ties", "went");
  add_count(out, k->tie[FATE_STRONGER], "tie", "ties", "stronger");
  add_count(out, k->tie[FATE_WEAKER], "tie", "ties", "weaker");
  add_count(out, k->members[FATE_CAME], "membership", "memberships", "came");
  add_count(out, k->members[FATE_WENT], "membership", "memberships", "went");
  add_count(out, k->kinds, "node", "nodes", "of another kind");
  add_count(out, k->labels, "node", "nodes", "of another label");
  add_count(out, k->documented, "tie", "ties", "with other dates or evidence");
}

static nonet_code say_ties(nonet_answer *a, const struct changes *c, nonet_err *err) {
  const uint32_t *k = c->count.tie;
  uint32_t stayed = k[FATE_STAYED] + k[FATE_STRONGER] + k[FATE_WEAKER];
  struct buffer b = {0};
  buffer_print(&b, "From %s to %s ", changes_name(c, BEFORE), changes_name(c, AFTER));
  tell_count(&b, k[FATE_CAME], "tie came", "ties came");
  buffer_print(&b, ", %" PRIu32 " went and %" PRIu32 " stayed", k[FATE_WENT], stayed);
  if (k[FATE_STRONGER]) buffer_print(&b, ", %" PRIu32 " of them stronger", k[FATE_STRONGER]);
  if (k[FATE_WEAKER])
    buffer_print(&b, "%s %" PRIu32 " %sweaker", k[FATE_STRONGER] ? " and" : ",", k[FATE_WEAKER], k[FATE_STRONGER] ? "" : "of them ");
  nonet_code code = tell(a, &b, err);
  buffer_free(&b);
  return code;
}

static nonet_code say_nodes(nonet_answer *a, const struct changes *c, enum fate fate, const char *verb, nonet_err *err) {
  uint32_t *node = memory_array(c->nodes, sizeof *node), count = 0;
  struct buffer b = {0};
  if (!node) return error_memory(err);
  for (uint32_t v = 0; v < c->nodes; v++)
    if (changes_node_fate(c, v) == fate) node[count++] = v;
  tell_nodes(&b, c->both, node, count, NAMES_TOLD);
  buffer_print(&b, " %s", verb);
  nonet_code code = count ? tell(a, &b, err) : NONET_OK;
  buffer_free(&b);
  free(node);
  return code;
}

/* At whom most ties of a fate are: "Most new ties are at A and B, 4 each". Not where nobody has two. */
static nonet_code say_where(nonet_answer *a, const struct changes *c, enum fate fate, const char *what, nonet_err *err) {
  uint32_t *count = memory_zeroed(c->nodes, sizeof *count), most = 0, top = 0;
  struct buffer b = {0};
  if (!count) return error_memory(err);
  for (uint32_t t = 0; t < c->ties; t++) {
    if (c->tie[t].fate != fate) continue;
    count[c->both->tie_from[t]]++;
    if (c->both->tie_from[t] != c->both->tie_to[t]) count[c->both->tie_to[t]]++;
  }
  for (uint32_t v = 0; v < c->nodes; v++)
    if (count[v] > most) most = count[v];
  for (uint32_t v = 0; v < c->nodes; v++) /* in place: the list is never longer than what was read */
    if (count[v] == most) count[top++] = v;
  buffer_print(&b, "most %s are at ", what);
  tell_nodes(&b, c->both, count, top, NAMES_TOLD);
  buffer_print(&b, ", %" PRIu32 "%s", most, top > 1 ? " each" : "");
  if (b.size) b.bytes[0] = 'M';
  nonet_code code = most > 1 ? tell(a, &b, err) : NONET_OK;
  buffer_free(&b);
  free(count);
  return code;
}

static void add_part(struct buffer *b, const struct joint *j, enum joint_part part, const char *from, int *told) {
  char number[NUMBER_ROOM];
  double x = joint_part(j, part);
  if (x == 0 || isnan(x)) return;
  number_print_short(number, fabs(x), 2);
  buffer_print(b, "%s%s%s from %s", (*told)++ ? ", " : ": ", x < 0 ? "-" : "+", number, from);
}

static nonet_code say_joint(nonet_answer *a, const struct changes *c, nonet_err *err) {
  struct joint j;
  struct buffer b = {0};
  char before[NUMBER_ROOM], after[NUMBER_ROOM];
  int told = 0;
  nonet_code code = changes_joint(&j, NULL, NULL, c, err);
  if (code || isnan(joint_index(&j, BEFORE)) || isnan(joint_index(&j, AFTER))) return code;
  bool more = joint_index(&j, AFTER) > joint_index(&j, BEFORE), same = true;
  for (int digits = 3; same && digits <= 8; digits++) { /* as many as tell the two apart */
    number_print_short(before, joint_index(&j, BEFORE), digits);
    number_print_short(after, joint_index(&j, AFTER), digits);
    same = strcmp(before, after) == 0;
  }
  if (same) number_print_short(before, joint_index(&j, BEFORE), 3);
  buffer_print(&b, "Joint working, what two partners share on average, %s ", same ? "is" : more ? "rose" : "fell");
  buffer_print(&b, same ? "%s as before" : "from %s to %s", before, after);
  add_part(&b, &j, JOINT_NEW, "pairs that began to work together", &told);
  add_part(&b, &j, JOINT_DEEPENED, j.deepened < 0 ? "pairs that do less together" : "pairs that do more together", &told);
  add_part(&b, &j, JOINT_KEPT, j.pairs[AFTER] > j.pairs[BEFORE] ? "there being more partners" : "there being fewer partners", &told);
  add_part(&b, &j, JOINT_LOST, "pairs that stopped", &told);
  code = tell(a, &b, err);
  buffer_free(&b);
  return code;
}

static bool is_strange(const struct changes *c) {
  return c->net[BEFORE]->nodes && c->net[AFTER]->nodes && !c->count.node[FATE_STAYED];
}

nonet_code changes_say(nonet_answer *a, const struct changes *c, nonet_err *err) {
  struct buffer b = {0};
  count_changes(&b, c);
  nonet_code code = b.failed ? error_memory(err) : answer_verdict(a, changes_any(c) ? buffer_string(&b) : "nothing changed", err);
  buffer_free(&b);
  if (!code && !changes_any(c))
    return answer_say(a, err, "Nothing changed from %s to %s: %" PRIu32 " nodes and %" PRIu32 " ties stayed as they were.",
                      changes_name(c, BEFORE), changes_name(c, AFTER), c->nodes, c->ties);
  if (!code && is_strange(c))
    code = answer_say(a, err, "No node is in both: these may be two networks, not two states of one. Nodes are the same by their keys.");
  if (!code) code = say_ties(a, c, err);
  if (!code) code = say_nodes(a, c, FATE_CAME, "came in", err);
  if (!code) code = say_nodes(a, c, FATE_WENT, "went", err);
  if (!code) code = say_where(a, c, FATE_CAME, "new ties", err);
  if (!code) code = say_where(a, c, FATE_WENT, "ties that went", err);
  return code ? code : say_joint(a, c, err);
}
