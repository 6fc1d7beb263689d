/* Who was asked about whom: keys of the draft become nodes, open questions lists by respondent.
 *
 * A key may come again (two rows of one partner), then each question is asked as often, and it is open only where every one of them is. A
 * name that no node table knows has no node to ask about; it is left out with a warning, unless missing nodes are added. */
#include "base/memory.h"
#include "net/seal.h"
#include "net/survey.h"

#include <stdio.h>
#include <stdlib.h>

/* One survey at work: how often each node of the network is a respondent, and an alter. */
struct asking {
  struct seal *s;
  const struct draft_survey *from;
  uint32_t *respondent, *alter; /* nodes, in the order of the draft; NONET_NONE: left out; owned */
  uint32_t *times[2];           /* of each node; owned */
  uint32_t nodes;
};

struct question {
  uint32_t respondent, alter;
};

static nonet_code meant(uint32_t *out, const struct asking *a, uint32_t key, bool tell, nonet_err *err) {
  struct seal *s = a->s;
  nonet_code code = seal_meant(out, s, a->from->of.scope, key, err);
  if (code || *out != NONET_NONE || !tell) return code;
  if (!s->not_asked.count) snprintf(s->not_asked_key, sizeof s->not_asked_key, "%.100s", draft_text(s->d, key));
  seal_doubt(&s->not_asked, draft_file_path(s->d, a->from->of.file), a->from->of.line);
  return NONET_OK;
}

static nonet_code all_meant(uint32_t **out, const struct asking *a, const struct draft_keys *keys, nonet_err *err) {
  *out = memory_array(keys->count, sizeof **out);
  nonet_code code = *out ? NONET_OK : error_memory(err);
  for (size_t i = 0; i < keys->count && !code; i++)
    code = meant(&(*out)[i], a, keys->at[i], true, err);
  return code;
}

static nonet_code count_times(uint32_t **times, const uint32_t *node, size_t count, uint32_t nodes, nonet_err *err) {
  *times = memory_zeroed(nodes, sizeof **times);
  for (size_t i = 0; *times && i < count; i++)
    if (node[i] != NONET_NONE) (*times)[node[i]]++;
  return *times ? NONET_OK : error_memory(err);
}

/* The nodes that come at all, ascending. */
static nonet_code list_nodes(uint32_t **out, uint32_t *count, const uint32_t *times, uint32_t nodes, nonet_err *err) {
  for (uint32_t v = 0; v < nodes; v++)
    *count += times[v] > 0;
  if (!(*out = memory_array(*count, sizeof **out))) return error_memory(err);
  for (uint32_t v = 0, i = 0; v < nodes; v++)
    if (times[v]) (*out)[i++] = v;
  return NONET_OK;
}

static int by_respondent(const void *left, const void *right) {
  const struct question *a = left, *b = right;
  if (a->respondent != b->respondent) return a->respondent < b->respondent ? -1 : 1;
  return a->alter < b->alter ? -1 : a->alter > b->alter;
}

/* The open questions between two nodes of the network, sorted. */
static nonet_code list_open(struct question **out, size_t *count, const struct asking *a, nonet_err *err) {
  *out = memory_array(a->from->opens, sizeof **out);
  nonet_code code = *out ? NONET_OK : error_memory(err);
  for (size_t i = 0; i < a->from->opens && !code; i++) {
    struct question q;
    code = meant(&q.respondent, a, a->from->open[i].respondent, false, err);
    if (!code) code = meant(&q.alter, a, a->from->open[i].alter, false, err);
    bool asked = !code && q.respondent < a->nodes && q.alter < a->nodes && q.respondent != q.alter;
    if (asked && a->times[0][q.respondent] && a->times[1][q.alter]) (*out)[(*count)++] = q;
  }
  if (*count > 1) qsort(*out, *count, sizeof **out, by_respondent);
  return code;
}

/* Lists by respondent of what is open each time that it was asked. */
static nonet_code set_open(struct net_survey *to, const struct asking *a, const struct question *q, size_t count, nonet_err *err) {
  to->open_first = memory_zeroed((size_t)to->respondents + 1, sizeof *to->open_first);
  to->open = memory_array(count, sizeof *to->open);
  if (!to->open_first || !to->open) return error_memory(err);
  uint64_t kept = 0;
  size_t i = 0;
  for (uint32_t r = 0; r < to->respondents; r++) {
    while (i < count && q[i].respondent == to->respondent[r]) {
      size_t first = i;
      while (i < count && by_respondent(&q[first], &q[i]) == 0)
        i++;
      uint64_t times = (uint64_t)a->times[0][q[first].respondent] * a->times[1][q[first].alter];
      if (i - first >= times) to->open[kept++] = q[first].alter;
    }
    to->open_first[r + 1] = kept;
  }
  return NONET_OK;
}

static nonet_code build(struct net_survey *to, struct asking *a, nonet_err *err) {
  struct question *q = NULL;
  size_t count = 0;
  to->layer = seal_word(a->s, a->from->of.layer);
  nonet_code code = to->layer == WORDS_NONE ? error_memory(err) : all_meant(&a->respondent, a, &a->from->respondents, err);
  if (!code) code = all_meant(&a->alter, a, &a->from->alters, err);
  a->nodes = a->s->nodes;
  if (!code) code = count_times(&a->times[0], a->respondent, a->from->respondents.count, a->nodes, err);
  if (!code) code = count_times(&a->times[1], a->alter, a->from->alters.count, a->nodes, err);
  if (!code) code = list_nodes(&to->respondent, &to->respondents, a->times[0], a->nodes, err);
  if (!code) code = list_nodes(&to->alter, &to->alters, a->times[1], a->nodes, err);
  if (!code) code = list_open(&q, &count, a, err);
  if (!code) code = set_open(to, a, q, count, err);
  free(q);
  return code;
}

static nonet_code seal_one(struct seal *s, const struct draft_survey *from, nonet_err *err) {
  struct asking a = {.s = s, .from = from};
  struct net_survey made = {0};
  nonet_code code = build(&made, &a, err);
  free(a.respondent);
  free(a.alter);
  free(a.times[0]);
  free(a.times[1]);
  bool asks = made.respondents && made.alters && !(made.respondents == 1 && made.alters == 1 && *made.respondent == *made.alter);
  if (!code && asks)
    s->n->survey[s->n->surveys++] = made;
  else
    net_survey_free(&made);
  return code;
}

nonet_code seal_survey(struct seal *s, nonet_err *err) {
  if (!s->d->surveys) return NONET_OK;
  if (!(s->n->survey = memory_array(s->d->surveys, sizeof *s->n->survey))) return error_memory(err);
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < s->d->surveys && !code; i++)
    code = seal_one(s, &s->d->survey[i], err);
  if (code || !s->not_asked.count) return code;
  char text[256];
  snprintf(text, sizeof text,
           "'%s' of the survey is in no node table, so what was asked of it or about it is left out (--add-missing makes it a node)",
           s->not_asked_key);
  return notes_add_counted(&s->n->warning, s->not_asked.file, s->not_asked.line, text, s->not_asked.count, err);
}
