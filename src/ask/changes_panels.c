/* States of a network as one picture with a panel each.
 *
 * How: the states are put together one after the other as two are (changes_unite.c), which gives a network that holds all nodes and ties;
 * each state is then matched with it, which says what is there. In a panel stands what is there, new where the state before did not have
 * it, and what the state before had and this one has not, as lost. */
#include "ask/changes_panels.h"

#include "show/fate.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void state_panels_free(struct state_panels *p) {
  for (size_t i = 0; p->panel && i < p->count; i++) {
    free(p->panel[i].node);
    free(p->panel[i].tie);
  }
  free(p->panel);
  free(p->node);
  free(p->tie);
  free(p->place);
  nonet_free(p->all);
}

static nonet_code put_together(struct state_panels *p, nonet_err *err) {
  const nonet *so_far = p->at[0].net;
  for (size_t i = 1; i < p->count; i++) {
    nonet_changes_options how = {.before = p->at[0].name, .after = p->at[i].name};
    struct changes c = {.net = {so_far, p->at[i].net}, .options = &how, .asked = p->asked, .run = &p->run};
    nonet_code code = changes_match(&c, err);
    if (!code) code = changes_unite(&c, err);
    nonet *both = c.both;
    c.both = NULL;
    changes_free(&c);
    if (code) return code;
    nonet_free(p->all);
    so_far = p->all = both;
  }
  return NONET_OK;
}

/* What of all is in a state: `all` has every node and tie, so nothing is new to it. */
static nonet_code look_at(struct state_panels *p, size_t i, nonet_err *err) {
  static const nonet_changes_options none = {0};
  struct changes c = {.net = {p->all, p->at[i].net}, .options = &none, .asked = p->asked, .run = &p->run};
  uint8_t *node = p->node + i * p->all->nodes, *tie = p->tie + i * p->all->ties;
  nonet_code code = changes_match(&c, err);
  for (uint32_t v = 0; v < c.nodes && !code; v++) {
    uint32_t at = c.node[v][BEFORE];
    if (at == NONET_NONE) continue;
    p->place[i * p->all->nodes + at] = c.node[v][AFTER];
    node[at] = c.node[v][AFTER] != NONET_NONE;
  }
  for (uint32_t t = 0; t < c.ties && !code; t++)
    if (c.tie[t].tie[BEFORE] != NONET_NONE) tie[c.tie[t].tie[BEFORE]] = c.tie[t].tie[AFTER] != NONET_NONE;
  changes_free(&c);
  return code;
}

static const char *role_of(const uint8_t *there, const uint8_t *before, uint32_t i) {
  bool is = there[i], was = before ? before[i] : is;
  return is ? fate_words[was ? FATE_STAYED : FATE_CAME] : was ? fate_words[FATE_WENT] : NULL;
}

static nonet_code fill(struct state_panels *p, size_t i, nonet_err *err) {
  uint32_t nodes = p->all->nodes, ties = p->all->ties;
  const uint8_t *node = p->node + i * nodes, *tie = p->tie + i * ties;
  struct panel *panel = &p->panel[i];
  panel->title = p->at[i].name;
  panel->node = memory_zeroed(nodes, sizeof *panel->node);
  panel->tie = memory_zeroed(ties, sizeof *panel->tie);
  if (!panel->node || !panel->tie) return error_memory(err);
  for (uint32_t v = 0; v < nodes; v++)
    panel->node[v] = role_of(node, i ? node - nodes : NULL, v);
  for (uint32_t t = 0; t < ties; t++)
    panel->tie[t] = role_of(tie, i ? tie - ties : NULL, t);
  return NONET_OK;
}

nonet_code state_panels_prepare(struct state_panels *p, nonet_err *err) {
  nonet_code code = put_together(p, err);
  if (code) return code;
  p->node = memory_zeroed(p->count * (size_t)p->all->nodes, 1);
  p->tie = memory_zeroed(p->count * (size_t)p->all->ties, 1);
  p->place = memory_array(p->count * (size_t)p->all->nodes, sizeof *p->place);
  p->panel = memory_zeroed(p->count, sizeof *p->panel);
  if (!p->place || !p->node || !p->tie || !p->panel) return error_memory(err);
  for (size_t i = 0; i < p->count && !code; i++)
    code = look_at(p, i, err);
  for (size_t i = 0; i < p->count && !code; i++)
    code = fill(p, i, err);
  return code;
}

nonet_code nonet_series_draw(nonet_picture **out, const nonet_snapshot *snapshots, size_t count, const nonet_draw_options *options,
                             const nonet_run *run, nonet_err *err) {
  struct state_panels p = {.at = snapshots, .count = count, .asked = run};
  *out = NULL;
  run_start(&p.run, run);
  if (count < 2) return error_set(err, NONET_EUSAGE, "a series needs two states of the network or more");
  if (count > PANELS_MOST)
    return error_set(err, NONET_ELIMIT, "%zu states are too many for one picture (at most %d): take longer periods, or fewer states", count,
                     (int)PANELS_MOST);
  nonet_code code = state_panels_prepare(&p, err);
  if (!code) code = picture_of_panels(out, p.all, p.panel, count, options, run, err);
  state_panels_free(&p);
  return code;
}
