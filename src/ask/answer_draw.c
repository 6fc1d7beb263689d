/* The picture of just an answer: the part of the network that it marks.
 *
 * How: marked nodes, and the ends of marked ties, are kept, with the marked ties alone; the marks are told over to the numbers of that
 * part, which keeps the order of the whole. Where only nodes are marked, the ties among them are kept. An answer that marks nothing shows
 * the whole network without roles. */
#include "net/answer.h"
#include "net/view.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Flag what the answer marks; whether it marks anything, and whether ties. */
static bool flag_marks(struct subset *s, bool *ties, const nonet_answer *a) {
  const nonet *n = s->net;
  uint32_t node, tie;
  bool any = *ties = false;
  for (size_t i = 0; nonet_answer_highlight(a, i, &node, &tie, NULL); i++) {
    if (tie != NONET_NONE && tie < n->ties) {
      s->tie[tie] = s->node[n->tie_from[tie]] = s->node[n->tie_to[tie]] = 1;
      any = *ties = true;
    } else if (node != NONET_NONE && node < n->nodes)
      s->node[node] = any = 1;
  }
  return any;
}

/* New numbers of what is kept: the part keeps the order. */
static uint32_t *renumber(const uint8_t *kept, uint32_t count) {
  uint32_t *number = memory_array(count, sizeof *number), next = 0;
  for (uint32_t i = 0; number && i < count; i++)
    number[i] = kept[i] ? next++ : NONET_NONE;
  return number;
}

/* The marks as those of the part. */
static nonet_code tell_over(nonet_answer **out, const struct subset *s, const nonet_answer *a, nonet_err *err) {
  uint32_t *nodes = renumber(s->node, s->net->nodes), *ties = renumber(s->tie, s->net->ties), node, tie;
  const char *role;
  nonet_code code = nodes && ties ? answer_new(out, err) : error_memory(err);
  for (size_t i = 0; !code && nonet_answer_highlight(a, i, &node, &tie, &role); i++) {
    if (tie != NONET_NONE && tie < s->net->ties)
      code = answer_mark_tie(*out, ties[tie], role, err);
    else if (node != NONET_NONE && node < s->net->nodes)
      code = answer_mark_node(*out, nodes[node], role, err);
  }
  free(nodes);
  free(ties);
  return code;
}

/* The foot of the picture says of the part what holds of the whole: the files and the latest date. */
static nonet_code take_over(nonet *part, const nonet *n, nonet_err *err) {
  part->source = memory_copy(n->source, n->sources, sizeof *part->source); /* the part shares the words */
  if (!part->source) return error_memory(err);
  part->sources = n->sources;
  memcpy(part->latest_date, n->latest_date, sizeof part->latest_date);
  return NONET_OK;
}

static nonet_code draw_part(nonet_picture **out, struct subset *s, bool ties, const nonet_answer *a, const nonet_draw_options *options,
                            const nonet_run *run, nonet_err *err) {
  const nonet *n = s->net;
  nonet *part = NULL;
  nonet_answer *marks = NULL;
  nonet_draw_options how = *options;
  for (uint32_t t = 0; !ties && t < n->ties; t++)
    s->tie[t] = s->node[n->tie_from[t]] && s->node[n->tie_to[t]];
  nonet_code code = tell_over(&marks, s, a, err);
  if (!code) code = subset_build(&part, s, err);
  if (!code) code = take_over(part, n, err);
  how.highlight = marks;
  if (!how.title) how.title = nonet_title(n);
  if (!code) code = nonet_draw(out, part, &how, run, err);
  nonet_answer_free(marks);
  nonet_free(part);
  return code;
}

nonet_code nonet_answer_draw(nonet_picture **out, const nonet *n, const nonet_answer *a, const nonet_draw_options *options,
                             const nonet_run *run, nonet_err *err) {
  nonet_draw_options how = options ? *options : (nonet_draw_options){0};
  struct subset s;
  bool ties;
  *out = NULL;
  if (nonet_answer_network(a)) n = nonet_answer_network(a);
  how.highlight = NULL;
  nonet_code code = subset_start(&s, n, false, false, err);
  if (!code) code = flag_marks(&s, &ties, a) ? draw_part(out, &s, ties, a, &how, run, err) : nonet_draw(out, n, &how, run, err);
  subset_free(&s);
  return code;
}
