/* The fewest ties that leave no bridge: for the goal bridges. Where ties may run between any two a set of them is named; where they run
 * between partners and strategies alone their number is only a bound. */
#include "kernel/gain_bridgeless.h"

#include "ask/gaps.h"
#include "net/answer.h"
#include "net/sheet.h"

#include <inttypes.h>

static nonet_code show(nonet_answer *a, const struct bridgeless *b, const struct gaps *q, nonet_err *err) {
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "bridge-closing", "A smallest set of ties that leaves no bridge", NONET_BY_PAIR, b->count, err);
  if (code) return code;
  for (uint32_t i = 0; !code && i < b->count; i++) {
    code = sheet_set_text(s, i, 0, gaps_key(q, b->pair[i][0]), err);
    if (!code) code = sheet_set_text(s, i, 1, gaps_key(q, b->pair[i][1]), err);
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code say_set(nonet_answer *a, const struct bridgeless *b, const struct gaps *q, nonet_err *err) {
  struct buffer text = {0};
  gaps_count(&text, b->count, "new tie is", "new ties are");
  buffer_text(&text, " needed to leave no bridge, and enough (Eswaran and Tarjan 1976): ");
  for (uint32_t i = 0; i < b->count; i++)
    buffer_text(&text, i == 0 ? "" : i + 1 == b->count ? " and " : ", "), gaps_pair(&text, q, b->pair[i]);
  buffer_text(&text, ".");
  nonet_code code = gaps_say(a, &text, err);
  return code ? code : show(a, b, q, err);
}

/* What it takes to make it one network as well, where it is in parts. */
static nonet_code say_whole(nonet_answer *a, const struct gaps *q, uint32_t fewer, nonet_err *err) {
  struct bridgeless whole;
  nonet_code code = gaps_result(q, bridgeless_start(&whole, q->g, true, q->may), err);
  if (!code && whole.possible && whole.count > fewer)
    code = answer_say(a, err, "To be one network without a bridge it needs %" PRIu32 ".", whole.count);
  bridgeless_free(&whole);
  return code;
}

nonet_code gaps_bridges(nonet_answer *a, struct gaps *q, nonet_err *err) {
  struct bridgeless b;
  if (q->goal->goal != GAIN_BRIDGES) return NONET_OK;
  if (!q->points) return answer_say(a, err, "There is no bridge.");
  if (q->of != NONET_NONE || gaps_only_between(q)) return NONET_OK;
  nonet_code code = gaps_result(q, bridgeless_start(&b, q->g, false, q->has_sides ? NULL : q->may), err);
  if (code) return code;
  uint32_t least = (b.leaves + 1) / 2;
  if (q->has_sides)
    code =
        answer_say(a, err,
                   "At least %" PRIu32 " new %s needed to leave no bridge (Eswaran and Tarjan 1976); where partners and strategies do not "
                   "match, more.",
                   least, least == 1 ? "tie is" : "ties are");
  else if (!b.possible)
    code = answer_say(a, err, "No set of new ties among those who may be asked leaves no bridge.");
  else
    code = say_set(a, &b, q, err);
  if (!code && !q->has_sides && b.possible) code = say_whole(a, q, b.count, err);
  bridgeless_free(&b);
  return code;
}
