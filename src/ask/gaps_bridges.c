/* The fewest ties that leave no bridge: for the goal bridges, and a set of them. Where there are strategies only ties that may be
 * suggested count: memberships, and ties between partners where these are suggested. */
#include "kernel/gain_bridgeless.h"
#include "kernel/gain_sided.h"

#include "ask/gaps.h"
#include "base/memory.h"
#include "net/answer.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <stdlib.h>

static nonet_code show(nonet_answer *a, const uint32_t (*pair)[2], uint32_t count, const struct gaps *q, nonet_err *err) {
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "bridge-closing", "A set of ties that leaves no bridge", NONET_BY_PAIR, count, err);
  if (code) return code;
  for (uint32_t i = 0; !code && i < count; i++) {
    code = sheet_set_text(s, i, 0, gaps_key(q, pair[i][0]), err);
    if (!code) code = sheet_set_text(s, i, 1, gaps_key(q, pair[i][1]), err);
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static void names(struct buffer *text, const struct gaps *q, const uint32_t (*pair)[2], uint32_t count) {
  enum { TOLD = 12 }; /* more stand in the sheet alone */
  uint32_t told = count > TOLD ? TOLD : count;
  for (uint32_t i = 0; i < told; i++)
    buffer_text(text, i == 0 ? "" : i + 1 == count ? " and " : ", "), gaps_pair(text, q, pair[i]);
  if (told < count) buffer_print(text, " and %" PRIu32 " more, listed below", count - told);
  buffer_text(text, ".");
}

static nonet_code say_set(nonet_answer *a, const struct bridgeless *b, const struct gaps *q, nonet_err *err) {
  struct buffer text = {0};
  gaps_count(&text, b->count, "new tie is", "new ties are");
  buffer_text(&text, " needed to leave no bridge, and enough (Eswaran and Tarjan 1976): ");
  names(&text, q, (const uint32_t(*)[2])b->pair, b->count);
  nonet_code code = gaps_say(a, &text, err);
  return code ? code : show(a, (const uint32_t(*)[2])b->pair, b->count, q, err);
}

/* Among partners and strategies. */
static nonet_code say_sided(nonet_answer *a, struct sided *s, const struct gaps *q, nonet_err *err) {
  static const char *const one[] = {"new tie", "new membership", "new tie or membership"};
  static const char *const many[] = {"new ties", "new memberships", "new ties and memberships"};
  struct buffer text = {0};
  if (!s->found)
    return answer_say(a, err, "No set of %s among those who may be asked %s.", many[q->suggest],
                      s->bound == UINT32_MAX ? "leaves no bridge" : "was found that leaves no bridge");
  for (uint32_t i = 0; i < s->count; i++) { /* the partner comes first */
    uint32_t u = s->pair[i][0], v = s->pair[i][1];
    bool turn = q->strategy[u] && !q->strategy[v];
    s->pair[i][0] = turn ? v : u, s->pair[i][1] = turn ? u : v;
  }
  gaps_count(&text, s->count, one[q->suggest], many[q->suggest]);
  if (s->count == s->bound)
    buffer_print(&text, " %s needed to leave no bridge, and enough (Eswaran and Tarjan 1976; Bang-Jensen and others 1999): ",
                 s->count == 1 ? "is" : "are");
  else
    buffer_print(&text,
                 " would leave no bridge, and at least %" PRIu32 " are needed; whether fewer are enough was not settled: ", s->bound);
  names(&text, q, (const uint32_t(*)[2])s->pair, s->count);
  nonet_code code = gaps_say(a, &text, err);
  return code ? code : show(a, (const uint32_t(*)[2])s->pair, s->count, q, err);
}

static nonet_code close_sided(nonet_answer *a, struct gaps *q, nonet_err *err) {
  struct sided s;
  uint8_t *may = memory_copy(q->may, q->g->nodes, 1);
  if (!may) return error_memory(err);
  for (uint32_t v = 0; q->suggest == GAPS_TIES && v < q->g->nodes; v++)
    if (q->strategy[v]) may[v] = 0;
  struct sided_ask ask = {.side = q->strategy, .may = may, .same = {q->suggest != GAPS_MEMBERSHIPS, false}};
  nonet_code code = gaps_result(q, sided_start(&s, q->g, &ask, &q->watch), err);
  if (!code) code = say_sided(a, &s, q, err);
  sided_free(&s);
  free(may);
  return code;
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
  if (q->has_sides) return close_sided(a, q, err);
  nonet_code code = gaps_result(q, bridgeless_start(&b, q->g, false, q->may), err);
  if (code) return code;
  if (!b.possible)
    code = answer_say(a, err, "No set of new ties among those who may be asked leaves no bridge.");
  else
    code = say_set(a, &b, q, err);
  if (!code && b.possible) code = say_whole(a, q, b.count, err);
  bridgeless_free(&b);
  return code;
}
