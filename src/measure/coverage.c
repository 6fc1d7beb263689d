/* Coverage: the fewest partners who together work on every strategy, all such choices, and how many there are.
 *
 * Sources: (1) C. Toregas, R. Swain, C. ReVelle, L. Bergman 1971, The location of emergency service facilities,
 * doi:10.1287/opre.19.6.1363; (2) V. Chvatal 1979, doi:10.1287/moor.4.3.233. */
#include "measure/coverage.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "kernel/multicover.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define LISTED 20 /* smallest covers that are shown */

/* An element that has fewer sets than are asked for demands them all. */
static nonet_code find(struct multicover *m, const struct coverage *c, uint32_t times, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  uint32_t *demand = memory_array(c->elements, sizeof *demand);
  if (!demand) return error_memory(err);
  for (uint32_t e = 0; e < c->elements; e++)
    demand[e] = c->sets_of[e] < times ? c->sets_of[e] : times;
  struct multicover_question q = {
      .sets = c->sets, .elements = c->elements, .first = c->first, .to = c->to, .demand = demand, .keep = LISTED};
  nonet_code code = pass_result(multicover_start(m, &q, &watch), ask, err);
  free(demand);
  return code;
}

/* ---- notes ---- */

static nonet_code note(nonet_sheet *s, struct buffer *line, nonet_err *err) {
  nonet_code code = line->failed ? error_memory(err) : sheet_note(s, buffer_string(line), err);
  buffer_free(line);
  return code;
}

static void say_times(struct buffer *b, uint32_t times) {
  if (times > 1) buffer_print(b, " %" PRIu32 " times each", times);
}

static void say_count(struct buffer *b, const char *before, double count, const char *behind) {
  buffer_text(b, before);
  buffer_number(b, count);
  buffer_text(b, behind);
}

static nonet_code say_found(nonet_sheet *s, const struct multicover *m, const struct coverage *c, uint32_t times, nonet_err *err) {
  struct buffer b = {0};
  buffer_print(&b, "coverage: %" PRIu32 " of %" PRIu32 " reach all %" PRIu32 " %s", m->size, c->sets, c->elements, c->what);
  say_times(&b, times);
  if (m->size == m->bound)
    buffer_text(&b, "; fewer cannot.");
  else
    buffer_print(&b, "; that is a good choice, not proved the smallest: no choice of fewer than %" PRIu32 " can.", m->bound);
  nonet_code code = note(s, &b, err);
  if (code || m->size != m->bound) return code;
  buffer_text(&b, "coverage: ");
  if (m->counted && m->count <= 1)
    buffer_text(&b, "no other choice of so few does.");
  else if (m->counted)
    say_count(&b, "", m->count, " choices of so few do.");
  else
    say_count(&b, "at least ", m->count, " choices of so few do; counting them all takes too long.");
  if (m->count > (double)m->kept) buffer_print(&b, " The %zu that stand here were met first.", m->kept);
  return note(s, &b, err);
}

/* Elements that cannot be covered as often as asked. */
static nonet_code say_short(nonet_sheet *s, const struct coverage *c, uint32_t times, const nonet *n, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (int none = 1; !code && none >= 0; none--) {
    uint32_t count = 0, first = 0;
    for (uint32_t e = 0; e < c->elements; e++)
      if (none ? c->sets_of[e] == 0 : c->sets_of[e] > 0 && c->sets_of[e] < times) first = count++ ? first : e;
    if (count == 0) continue;
    struct buffer b = {0};
    buffer_print(&b, "coverage: %" PRIu32 " of them (%s%s) ", count, coverage_element(c, n, first), count > 1 ? " ..." : "");
    buffer_text(&b,
                none ? "cannot be reached by anybody and are left out of account." : "have fewer than asked for: all of these are taken.");
    code = note(s, &b, err);
  }
  return code;
}

/* ---- the table ---- */

/* How many elements does each member reach, and how many of these only it, of the choice. */
static bool count_members(double *reaches, double *alone, const uint32_t *cover, uint32_t size, const struct coverage *c) {
  uint32_t *times = memory_zeroed(c->elements, sizeof *times);
  if (!times) return false;
  for (uint32_t i = 0; i < size; i++)
    for (uint64_t a = c->first[cover[i]]; a < c->first[cover[i] + 1]; a++)
      times[c->to[a]]++;
  for (uint32_t i = 0; i < size; i++) {
    reaches[i] = (double)(c->first[cover[i] + 1] - c->first[cover[i]]);
    alone[i] = 0;
    for (uint64_t a = c->first[cover[i]]; a < c->first[cover[i] + 1]; a++)
      alone[i] += times[c->to[a]] == 1;
  }
  free(times);
  return true;
}

static nonet_code fill(nonet_sheet *s, const struct multicover *m, const struct coverage *c, const nonet *n, nonet_err *err) {
  double *reaches, *alone;
  nonet_code code = sheet_add_numbers(&reaches, s, "reaches", err);
  if (!code) code = sheet_add_numbers(&alone, s, "alone", err);
  for (size_t k = 0; !code && k < m->kept; k++) {
    const uint32_t *cover = m->cover + k * m->size;
    char number[24];
    snprintf(number, sizeof number, "%zu", k + 1);
    if (!count_members(reaches + k * m->size, alone + k * m->size, cover, m->size, c)) code = error_memory(err);
    for (uint32_t i = 0; !code && i < m->size; i++) {
      code = sheet_set_text(s, k * m->size + i, 0, number, err);
      if (!code) code = sheet_set_text(s, k * m->size + i, 1, net_key(n, c->set[cover[i]]), err);
    }
  }
  return code;
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct coverage c = {0};
  struct multicover m = {0};
  const char *kind;
  uint32_t times;
  nonet_code code = coverage_times(&times, &kind, ask->parameter_text, err);
  if (!code) code = coverage_start(&c, ask, kind, "coverage", err);
  if (!code) code = find(&m, &c, times, ask, err);
  if (!code) code = sheet_new(out, "coverage", "Fewest who reach all", NONET_BY_SET, m.kept * m.size, err);
  if (!code) code = fill(*out, &m, &c, ask->net, err);
  if (!code) code = say_found(*out, &m, &c, times, err);
  if (!code) code = say_short(*out, &c, times, ask->net, err);
  multicover_free(&m);
  coverage_free(&c);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "coverage",
              .title = "Fewest who reach all",
              .summary = "The fewest partners who together work on every strategy: with whom to begin, and how many other ways there are.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = INFINITY,
              .formula =
                  "a smallest set of partners such that each strategy has K of them; reaches: strategies that a member works on; alone: "
                  "those of them that no other member works on",
              .convention =
                  "every smallest set is counted, the first 20 are listed; exact where the search can prove it, else the note says "
                  "how far from the least it may be, and what is not counted; a strategy with fewer than K partners takes all it "
                  "has, one with none is left out of account, and both are said; " COVERAGE_SIDES,
              .undefined = "refused where no kind tells strategies, and with layer where there is no layer",
              .source = "Toregas, C., Swain, R., ReVelle, C., Bergman, L. (1971) The location of emergency service facilities, "
                        "doi:10.1287/opre.19.6.1363; Chvatal, V. (1979), doi:10.1287/moor.4.3.233",
              .cost = "O(n + m) for a good set; proving and counting may take long and are bounded",
              .parameter = "K, KIND or K;KIND: how many partners each (1), and whose nodes are chosen: partners unless given; a kind of "
                           "strategies, which then reach the partners; or layer, for layers and who is in them"},
     .reads_undirected = true,
     .parameter_is_text = true,
     .table = table,
     .check = judge_coverage},
};

const struct measure_rows coverage_rows = {rows, sizeof rows / sizeof *rows};
