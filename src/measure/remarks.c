/* The lines under a sheet of measures. Each convention that was at work is said once, with the measures that it touches. */
#include "measure/remarks.h"

#include "base/buffer.h"
#include "net/sheet.h"
#include "net/survey.h"

#include <math.h>
#include <string.h>

/* Which measures a line is about. */
typedef bool about(const struct measure_row *row);

static bool simple_only(const struct measure_row *row) {
  return !row->sees_all_ties && !row->layer_by_layer;
}
static bool in_layers(const struct measure_row *row) {
  return row->layer_by_layer;
}
static bool all_ties(const struct measure_row *row) {
  return row->sees_all_ties && !row->loops_left_out;
}
static bool all_but_loops(const struct measure_row *row) {
  return row->sees_all_ties && row->loops_left_out;
}
static bool read_undirected(const struct measure_row *row) {
  return row->reads_undirected;
}
static bool by_length(const struct measure_row *row) {
  return row->info.takes_weights && row->needs == NET_WEIGHTS_POSITIVE && !row->always_weighted;
}
static bool without_weights(const struct measure_row *row) {
  return !row->info.takes_weights;
}
static bool takes_silence_for_no(const struct measure_row *row) {
  return !row->apart_from_silence;
}
static bool not_normalised(const struct measure_row *row) {
  return !row->info.normalised;
}

/* "Degree, strength: WHAT." for the measures that a line is about; all of them: just "WHAT.". */
static nonet_code say(nonet_sheet *s, const struct names *names, about *touches, const char *what, nonet_err *err) {
  struct buffer line = {0};
  size_t count = 0;
  for (size_t i = 0; i < names->count; i++) {
    if (!touches(names->at[i].row)) continue;
    buffer_print(&line, "%s%s", count++ ? ", " : "", names->at[i].typed);
  }
  if (!count) return NONET_OK;
  if (count == names->count && count > 1) buffer_clear(&line);
  buffer_print(&line, "%s%s.", line.size ? ": " : "", what);
  nonet_code code = line.failed ? error_memory(err) : sheet_note(s, buffer_string(&line), err);
  buffer_free(&line);
  return code;
}

/* What the simple network merges or leaves out: loops, and ties that share an edge (each way of a directed network has its own). */
static nonet_code look_for_more(uint64_t *loops, uint64_t *parallel, const nonet *n, nonet_err *err) {
  const struct graph *g;
  uint64_t ways = 0;
  *loops = *parallel = 0;
  nonet_code code = net_simple(&g, n, n->directed, false, err);
  if (code) return code;
  for (uint32_t t = 0; t < n->ties; t++) {
    if (n->tie_from[t] == n->tie_to[t])
      ++*loops;
    else
      ways += n->directed && !net_tie_directed(n, t) ? 2 : 1;
  }
  *parallel = ways - g->edges;
  return NONET_OK;
}

static nonet_code about_ties(nonet_sheet *s, const nonet *n, const struct names *names, nonet_err *err) {
  uint64_t loops, parallel;
  nonet_code code = look_for_more(&loops, &parallel, n, err);
  if (code || (!loops && !parallel)) return code;
  const char *what = loops && parallel ? "ties between the same two are taken as one, loops are left out"
                     : loops           ? "loops are left out"
                                       : "ties between the same two are taken as one";
  code = say(s, names, all_ties, "every tie counts, a loop twice", err);
  if (!code)
    code = say(s, names, in_layers, "ties of a layer between the same two are taken as one, loops and ties of no layer are left out", err);
  if (!code) code = say(s, names, all_but_loops, "every tie counts, loops are left out", err);
  return code ? code : say(s, names, simple_only, what, err);
}

static nonet_code about_weights(nonet_sheet *s, const nonet *n, const struct names *names, bool weighted, nonet_err *err) {
  if (!n->weighted) return weighted ? sheet_note(s, "No tie has a weight: each counts as 1.", err) : NONET_OK;
  if (!weighted) {
    nonet_code code = NONET_OK;
    bool some = false;
    for (size_t i = 0; i < names->count; i++)
      some |= names->at[i].row->info.takes_weights && !names->at[i].row->always_weighted;
    if (some)
      code = sheet_note(s, "Unweighted: the weights in the data are left out of account (strength, where asked for, excepted).", err);
    return code;
  }
  nonet_code code = say(s, names, by_length, "weighted; a distance is the sum of lengths, a length is 1/strength", err);
  return code ? code : say(s, names, without_weights, "weights are left out of account", err);
}

/* Who did not answer, wherever that touches a number. */
static nonet_code about_silence(nonet_sheet *s, const nonet *n, const struct names *names, nonet_err *err) {
  struct buffer what = {0};
  if (!net_survey_silence(&what, n)) return NONET_OK;
  if (n->surveys) buffer_text(&what, " (answered-density keeps it apart)");
  nonet_code code = what.failed ? error_memory(err) : say(s, names, takes_silence_for_no, buffer_string(&what), err);
  buffer_free(&what);
  return code;
}

void remarks_gap(struct buffer *line, const struct asked *a, size_t undefined) {
  buffer_print(line, "%s: %zu value%s undefined (%s).", a->typed, undefined, undefined == 1 ? " is" : "s are", a->row->info.undefined);
}

static nonet_code about_gaps(nonet_sheet *s, const struct names *names, const size_t *undefined, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; !code && i < names->count; i++) {
    struct buffer line = {0};
    if (!undefined[i]) continue;
    remarks_gap(&line, &names->at[i], undefined[i]);
    code = line.failed ? error_memory(err) : sheet_note(s, buffer_string(&line), err);
    buffer_free(&line);
  }
  return code;
}

nonet_code remarks_add(nonet_sheet *s, const nonet *n, const struct names *names, const size_t *undefined,
                       const nonet_measure_options *options, nonet_err *err) {
  nonet_code code = about_ties(s, n, names, err);
  if (!code && n->directed) code = say(s, names, read_undirected, "direction is left out of account", err);
  if (!code) code = about_weights(s, n, names, options->weighted, err);
  if (!code && options->normalised) code = say(s, names, not_normalised, "--normalised has no effect", err);
  if (!code) code = about_silence(s, n, names, err);
  if (!code) code = about_gaps(s, names, undefined, err);
  return code || !options->cite ? code : remarks_cite(s, names, err);
}

/* "0 to 1", "0 and above". */
static void range_words(struct buffer *line, const nonet_measure_info *info) {
  if (isfinite(info->low)) buffer_number(line, info->low);
  if (isfinite(info->low) && isfinite(info->high)) buffer_text(line, " to ");
  if (isfinite(info->high)) buffer_number(line, info->high);
  if (!isfinite(info->high)) buffer_text(line, " and above");
  if (!isfinite(info->low)) buffer_text(line, " and below");
}

nonet_code remarks_verified(nonet_sheet *s, const struct asked *a, enum verified how, double difference, const char *why, nonet_err *err) {
  struct buffer line = {0};
  buffer_print(&line, "%s: ", a->typed);
  if (how == VERIFIED_NOT || how == VERIFIED_RANGE) buffer_text(&line, why ? "the second method cannot be used here" : "no second method");
  if (why) buffer_print(&line, " (%s)", why);
  if (how == VERIFIED_RANGE) {
    buffer_text(&line, "; every value lies in its range, ");
    range_words(&line, &a->row->info);
  }
  if (how == VERIFIED_OWN) buffer_text(&line, "a second method, a plain computation of its own, agrees");
  if (how == VERIFIED_BY_IGRAPH) buffer_text(&line, "a second method, igraph, agrees");
  if (how == VERIFIED_OWN || how == VERIFIED_BY_IGRAPH) {
    buffer_text(&line, "; largest relative difference ");
    buffer_number(&line, difference);
  }
  buffer_text(&line, ".");
  nonet_code code = line.failed ? error_memory(err) : sheet_note(s, buffer_string(&line), err);
  buffer_free(&line);
  return code;
}

nonet_code remarks_cite(nonet_sheet *s, const struct names *names, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; !code && i < names->count; i++)
    for (const char *at = names->at[i].row->info.source; !code && *at;) {
      const char *end = strstr(at, "; ");
      size_t length = end ? (size_t)(end - at) : strlen(at);
      struct buffer line = {0};
      buffer_text(&line, "Reference: ");
      buffer_add(&line, at, length);
      code = line.failed ? error_memory(err) : sheet_note(s, buffer_string(&line), err);
      buffer_free(&line);
      at += length + (end ? 2 : 0);
    }
  return code;
}
