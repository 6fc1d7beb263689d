/* Who would lose contact with whom, and who would gain it: sentences, and the sheets "groups" and "pairs".
 *
 * Contact is a chain of ties, whichever way they point. A whole that comes apart is told group by group, the greatest left out, for it is
 * what the others lose; members that are left alone are told together. */
#include "ask/whatif.h"
#include "net/sheet.h"

#include "base/memory.h"
#include "base/number.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- sentences ---- */

/* What sentences about one direction need: "lose" or "gain". */
struct telling {
  nonet_answer *a;
  const struct whatif *w;
  const struct parts *p;
  const char *verb;
  size_t told, untold; /* groups */
};

enum { SENTENCES = 10, NAMED_OTHERS = 3 };

/* "If A left, B and C would lose contact with D." Others are named where they are few. */
static nonet_code tell_group(struct telling *t, uint32_t group, uint32_t first, uint32_t stop, nonet_err *err) {
  const struct parts *p = t->p;
  const struct parts_group *g = &p->group[group], *other = &p->group[group == first ? first + 1 : first];
  uint32_t all = 0;
  struct buffer names = {0};
  for (uint32_t i = first; i < stop; i++)
    all += p->group[i].count;
  whatif_names(&names, t->w->now_seen, p->node + g->first, g->count);
  buffer_print(&names, " would %s contact with ", t->verb);
  if (stop - first == 2 && other->count <= NAMED_OTHERS)
    whatif_names(&names, t->w->now_seen, p->node + other->first, other->count);
  else
    buffer_print(&names, "the other %u", (unsigned)(all - g->count));
  nonet_code code =
      names.failed ? error_memory(err) : answer_say(t->a, err, "%s, %s.", buffer_string(&t->w->condition), buffer_string(&names));
  buffer_free(&names);
  t->told++;
  return code;
}

/* Those who are left alone, together: groups [from, stop) of one whole. */
static nonet_code tell_singles(struct telling *t, uint32_t from, uint32_t first, uint32_t stop, nonet_err *err) {
  const struct parts *p = t->p;
  uint32_t *node = memory_array(stop - from, sizeof *node), all = 0;
  struct buffer names = {0};
  if (!node) return error_memory(err);
  for (uint32_t i = first; i < stop; i++)
    all += p->group[i].count;
  for (uint32_t i = from; i < stop; i++)
    node[i - from] = p->node[p->group[i].first];
  whatif_names(&names, t->w->now_seen, node, stop - from);
  nonet_code code = names.failed ? error_memory(err) : NONET_OK;
  if (!code && from == first)
    code = answer_say(t->a, err, "%s, %s would each %s contact with all the others.", buffer_string(&t->w->condition),
                      buffer_string(&names), t->verb);
  else if (!code)
    code = answer_say(t->a, err, "%s, %s would each %s contact with the other %u.", buffer_string(&t->w->condition), buffer_string(&names),
                      t->verb, (unsigned)all - 1);
  buffer_free(&names);
  free(node);
  t->told++;
  return code;
}

/* One whole: groups [first, stop), the greatest first. */
static nonet_code tell_whole(struct telling *t, uint32_t first, uint32_t stop, nonet_err *err) {
  uint32_t single = stop;
  nonet_code code = NONET_OK;
  while (single > first && t->p->group[single - 1].count == 1)
    single--;
  if (stop - first == 2 || stop - single < 2) single = stop; /* one alone is told as a group is */
  for (uint32_t g = first + 1; g < single && !code; g++) {
    if (t->told < SENTENCES)
      code = tell_group(t, g, first, stop, err);
    else
      t->untold++;
  }
  if (code || single == stop) return code;
  if (t->told < SENTENCES) return tell_singles(t, single, first, stop, err);
  t->untold += stop - single;
  return NONET_OK;
}

static nonet_code tell(nonet_answer *a, const struct whatif *w, const struct parts *p, const char *verb, nonet_err *err) {
  struct telling t = {a, w, p, verb, 0, 0};
  nonet_code code = NONET_OK;
  for (uint32_t g = 0, stop; g < p->groups && !code; g = stop) {
    for (stop = g; stop < p->groups && p->group[stop].whole == p->group[g].whole;)
      stop++;
    code = tell_whole(&t, g, stop, err);
  }
  if (!code && t.untold) code = answer_say(a, err, "%zu more groups would %s contact; the sheet 'groups' names them.", t.untold, verb);
  return code;
}

static nonet_code say_pairs(nonet_answer *a, const struct whatif *w, nonet_err *err) {
  char lost[NUMBER_ROOM], now[NUMBER_ROOM], gained[NUMBER_ROOM];
  number_print(lost, w->lost.pairs);
  number_print(gained, w->gained.pairs);
  number_print(now, w->pairs_now);
  nonet_code code = NONET_OK;
  if (w->lost.pairs > 0) code = answer_say(a, err, "Of the %s pairs that are in contact now and stay, %s would lose it.", now, lost);
  if (!code && w->gained.pairs > 0)
    code = answer_say(a, err, "%s %s would come into contact.", gained, w->gained.pairs == 1 ? "pair" : "pairs");
  return code;
}

/* Nothing goes, so nobody can lose contact. */
static bool only_adds(const struct whatif *w) {
  bool adds = w->count > 0;
  for (size_t i = 0; i < w->count; i++)
    adds = adds && (w->edits[i].kind == NONET_ADD_TIE || w->edits[i].kind == NONET_ADD_NODE || w->edits[i].kind == NONET_ADD_MEMBER ||
                    w->edits[i].kind == NONET_ADD_LAYER);
  return adds;
}

nonet_code whatif_contact(nonet_answer *a, struct whatif *w, nonet_err *err) {
  char verdict[96], count[NUMBER_ROOM];
  bool loses = w->lost.pairs > 0, gains = w->gained.pairs > 0;
  number_print(count, loses ? w->lost.pairs : w->gained.pairs);
  bool one = (loses ? w->lost.pairs : w->gained.pairs) == 1;
  snprintf(verdict, sizeof verdict, "%s %s %s contact", count, one ? "pair" : "pairs",
           loses ? (one ? "loses" : "lose") : (one ? "gains" : "gain"));
  nonet_code code = answer_verdict(a, loses || gains ? verdict : only_adds(w) ? "nobody gains contact" : "nobody loses contact", err);
  if (!code && !loses && !gains)
    code = answer_say(a, err,
                      only_adds(w) ? "%s, nobody would come into contact who is not already."
                                   : "%s, nobody who stays would lose contact with anybody.",
                      buffer_string(&w->condition));
  if (!code) code = tell(a, w, &w->lost, "lose", err);
  if (!code) code = tell(a, w, &w->gained, "gain", err);
  return code ? code : say_pairs(a, w, err);
}

/* ---- sheets ---- */

static uint32_t members(const struct parts *p) {
  uint32_t count = 0;
  for (uint32_t g = 0; g < p->groups; g++)
    count += p->group[g].count;
  return count;
}

struct group_columns {
  size_t change;
  double *whole, *size;
};

static nonet_code fill_groups(nonet_sheet *s, size_t *row, uint32_t *set, const struct group_columns *c, const struct whatif *w,
                              const struct parts *p, const char *change, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t g = 0; g < p->groups && !code; g++) {
    char name[NUMBER_ROOM];
    number_print(name, ++*set);
    for (uint32_t i = 0; i < p->group[g].count && !code; i++, ++*row) {
      code = sheet_set_text(s, *row, 0, name, err);
      if (!code) code = sheet_set_text(s, *row, 1, net_key(w->now_seen, p->node[p->group[g].first + i]), err);
      if (!code) code = sheet_set_text(s, *row, c->change, change, err);
      c->whole[*row] = p->group[g].whole + 1;
      c->size[*row] = p->group[g].count;
    }
  }
  return code;
}

static nonet_code groups_sheet(nonet_answer *a, const struct whatif *w, nonet_err *err) {
  nonet_sheet *s;
  struct group_columns c;
  size_t row = 0;
  uint32_t set = 0;
  nonet_code code = sheet_new(&s, "groups", "Groups that would lose (or gain) contact with the other groups of their whole", NONET_BY_SET,
                              (size_t)members(&w->lost) + members(&w->gained), err);
  if (code) return code;
  code = sheet_add_texts(&c.change, s, "contact", err);
  if (!code) code = sheet_add_numbers(&c.whole, s, "whole", err);
  if (!code) code = sheet_add_numbers(&c.size, s, "size", err);
  if (!code) code = fill_groups(s, &row, &set, &c, w, &w->lost, "lost", err);
  if (!code) code = fill_groups(s, &row, &set, &c, w, &w->gained, "gained", err);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

/* Pairs of a whole: each of one group with each of a later one. */
static nonet_code fill_pairs(nonet_sheet *s, size_t *row, size_t rows, size_t column, const struct whatif *w, const struct parts *p,
                             const char *change, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t g = 0; g < p->groups; g++)
    for (uint32_t h = g + 1; h < p->groups && p->group[h].whole == p->group[g].whole; h++)
      for (uint64_t i = 0; i < (uint64_t)p->group[g].count * p->group[h].count; i++) {
        if (*row == rows || code) return code;
        uint32_t from = p->node[p->group[g].first + i / p->group[h].count], to = p->node[p->group[h].first + i % p->group[h].count];
        code = sheet_set_text(s, *row, 0, net_key(w->now_seen, from), err);
        if (!code) code = sheet_set_text(s, *row, 1, net_key(w->now_seen, to), err);
        if (!code) code = sheet_set_text(s, *row, column, change, err);
        ++*row;
      }
  return code;
}

static nonet_code pairs_sheet(nonet_answer *a, const struct whatif *w, nonet_err *err) {
  enum { UNLESS_SAID = 100000 };
  double all = w->lost.pairs + w->gained.pairs, most = w->options->at_most ? (double)w->options->at_most : UNLESS_SAID;
  size_t rows = (size_t)(all < most ? all : most), row = 0, column = 0;
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "pairs", "Who would lose (or gain) contact with whom", NONET_BY_PAIR, rows, err);
  if (code) return code;
  code = sheet_add_texts(&column, s, "contact", err);
  if (!code) code = fill_pairs(s, &row, rows, column, w, &w->lost, "lost", err);
  if (!code) code = fill_pairs(s, &row, rows, column, w, &w->gained, "gained", err);
  if (!code && all > most) {
    char shown[NUMBER_ROOM], count[NUMBER_ROOM];
    number_print(shown, (double)rows);
    number_print(count, all);
    code = answer_say(a, err, "Only the first %s of the %s pairs are listed; --at-most lists more.", shown, count);
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

nonet_code whatif_contact_sheets(nonet_answer *a, const struct whatif *w, nonet_err *err) {
  nonet_code code = groups_sheet(a, w, err);
  return code ? code : pairs_sheet(a, w, err);
}
