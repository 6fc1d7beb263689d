/* Key players: the set without which the others would lose contact most, and the set from which all are reached best. They are two
 * different questions, and mostly two different sets [1].
 *
 * [1] S. P. Borgatti (2006), Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x */
#include "ask/circle.h"
#include "ask/forms.h"
#include "ask/tell.h"
#include "base/number.h"
#include "base/run.h"
#include "kernel/keyplayers.h"
#include "net/sheet.h"

#include <math.h>

enum { SIZE = 3 };

struct players {
  const nonet *net;
  struct run run;
  uint32_t size;
  struct keyplayers set[2]; /* loss, nearness */
  double before;            /* the fragmentation with nobody gone */
};

static bool go_on(void *context) {
  return run_check(context, NULL) == NONET_OK;
}

static nonet_code find(struct players *p, int which, nonet_err *err) {
  static const enum keyplayers_goal goals[] = {KEYPLAYERS_FRAGMENT, KEYPLAYERS_NEAR};
  const struct graph *g;
  struct kernel_watch watch = {.go_on = go_on, .context = &p->run, .threads = run_threads(&p->run)};
  struct keyplayers_question q = {.goal = goals[which], .size = p->size};
  nonet_code code = net_simple(&g, p->net, which == 1 && p->net->directed, false, err);
  if (code) return code;
  enum kernel_code done = keyplayers_find(&p->set[which], g, &q, &watch);
  if (done == KERNEL_DONE && which == 0) done = keyplayers_score(&p->before, g, goals[0], 0, NULL, 0, &watch);
  if (done == KERNEL_STOPPED) {
    code = run_check(&p->run, err);
    return code ? code : error_set(err, NONET_ESTOPPED, "stopped");
  }
  return done == KERNEL_DONE ? NONET_OK : error_memory(err);
}

static void tell_share(struct buffer *text, double x) {
  char number[NUMBER_ROOM];
  number_print_short(number, 100 * x, 3);
  buffer_print(text, "%s %%", number);
}

static void tell_proof(struct buffer *text, const struct keyplayers *k) {
  char number[NUMBER_ROOM];
  if (k->exact) {
    buffer_print(text, "; no other set of %u does better", k->size);
    return;
  }
  number_print_short(number, k->bound, 4);
  buffer_print(text, "; found by search, and proved only that no set scores above %s", number);
}

static nonet_code say_loss(nonet_answer *a, const struct players *p, struct buffer *text, nonet_err *err) {
  const struct keyplayers *k = &p->set[0];
  if (isnan(k->score)) return answer_say(a, err, "If so many left, fewer than two would remain.");
  if (k->score <= p->before + 1e-12)
    return answer_say(a, err, "No %u together are relied upon for contact: whoever left, the others would reach each other as before.",
                      k->size);
  tell_nodes(text, p->net, k->node, k->size, 0);
  buffer_text(text, k->size == 1 ? " is relied upon most for contact: if it left, " : " are relied upon most for contact: if they left, ");
  tell_share(text, k->score);
  buffer_text(text, " of the pairs of others could not reach each other (now ");
  tell_share(text, p->before);
  buffer_text(text, ")");
  tell_proof(text, k);
  return tell(a, text, err);
}

static nonet_code say_nearness(nonet_answer *a, const struct players *p, struct buffer *text, nonet_err *err) {
  const struct keyplayers *k = &p->set[1];
  char number[NUMBER_ROOM];
  number_print_short(number, k->score, 4);
  tell_nodes(text, p->net, k->node, k->size, 0);
  buffer_text(text, k->size == 1 ? " is" : " together are");
  buffer_print(text, " nearest to all: what is told there reaches the others soonest (mean of 1 / steps: %s)", number);
  tell_proof(text, k);
  return tell(a, text, err);
}

static nonet_code add_sets(nonet_answer *a, const struct players *p, nonet_err *err) {
  static const char *const names[] = {"loss", "nearness"};
  nonet_sheet *s = NULL;
  double *score, *bound;
  size_t label;
  nonet_code code = sheet_new(&s, "key-players", "Key players", NONET_BY_SET, (size_t)p->set[0].size + p->set[1].size, err);
  if (!code) code = sheet_add_texts(&label, s, "label", err);
  if (!code) code = sheet_add_numbers(&score, s, "score-of-set", err);
  if (!code) code = sheet_add_numbers(&bound, s, "bound", err);
  size_t row = 0;
  for (int which = 0; which < 2; which++)
    for (uint32_t i = 0; i < p->set[which].size && !code; i++, row++) {
      nonet_node node;
      nonet_node_get(&node, p->net, p->set[which].node[i]);
      code = sheet_set_text(s, row, 0, names[which], err);
      if (!code) code = sheet_set_text(s, row, 1, node.key, err);
      if (!code) code = sheet_set_text(s, row, label, node.label, err);
      score[row] = p->set[which].score;
      bound[row] = p->set[which].bound;
    }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code fill(nonet_answer *a, const struct players *p, nonet_err *err) {
  static const char *const roles[] = {"relied upon", "nearest to all"};
  struct buffer text = {0};
  tell_nodes(&text, p->net, p->set[0].node, p->set[0].size, 0);
  nonet_code code = text.failed ? error_memory(err) : answer_verdict(a, buffer_string(&text), err);
  buffer_clear(&text);
  if (!code) code = say_loss(a, p, &text, err);
  if (!code) code = say_nearness(a, p, &text, err);
  if (!code) code = add_sets(a, p, err);
  for (int which = 1; which >= 0; which--)
    for (uint32_t i = 0; i < p->set[which].size && !code; i++)
      code = answer_mark_node(a, p->set[which].node[i], roles[which], err);
  buffer_free(&text);
  return code;
}

nonet_code nonet_key_players(nonet_answer **out, const nonet *n, uint32_t size, const nonet_run *run, nonet_err *err) {
  struct players p = {.net = n, .size = size ? size : SIZE};
  *out = NULL;
  run_start(&p.run, run);
  if (n->nodes == 0) return error_set(err, NONET_ENOANSWER, "the network is empty");
  if (p.size > n->nodes) return error_set(err, NONET_EUSAGE, "%u key players are asked for, and there are %u nodes", p.size, n->nodes);
  nonet_code code = find(&p, 0, err);
  if (!code) code = find(&p, 1, err);
  if (!code) code = answer_new(out, err);
  if (!code) code = fill(*out, &p, err);
  keyplayers_free(&p.set[0]);
  keyplayers_free(&p.set[1]);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

static nonet_code answer_players(nonet_answer **out, const struct asking *q, nonet_err *err) {
  return nonet_key_players(out, q->net, asking_number(q, SLOT_SIZE), q->run, err);
}

static const struct form_row rows[] = {{FORM_KEY_PLAYERS, "nonet_key_players", answer_players}};
const struct form_rows key_player_forms = {rows, sizeof rows / sizeof *rows};
