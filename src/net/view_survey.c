/* What was asked, in a view of some nodes and ties: the questions among the nodes that are kept, of the layers that are. */
#include "base/memory.h"
#include "net/survey.h"
#include "net/view_subset.h"

#include <stdlib.h>

/* Whether the ties that a survey is about are in the view. */
static bool keeps(const struct subset *s, const struct net_survey *survey) {
  const nonet *n = s->net;
  if (s->not_layer != NONET_NONE && survey->layer == n->layer_name[s->not_layer]) return false;
  if (s->only_layer == NONET_NONE) return true;
  return survey->layer == n->layer_name[s->only_layer] || (!n->tie_layer && !survey->layer);
}

/* The new numbers of the nodes of a list that are kept, ascending as they were. */
static bool map_list(uint32_t **out, uint32_t *count, const uint32_t *list, uint32_t listed, const uint32_t *map) {
  *out = memory_array(listed, sizeof **out);
  for (uint32_t i = 0; *out && i < listed; i++)
    if (map[list[i]] != NONET_NONE) (*out)[(*count)++] = map[list[i]];
  return *out != NULL;
}

static bool map_survey(struct net_survey *to, const struct net_survey *from, const uint32_t *map) {
  to->layer = from->layer;
  if (!map_list(&to->respondent, &to->respondents, from->respondent, from->respondents, map)) return false;
  if (!map_list(&to->alter, &to->alters, from->alter, from->alters, map)) return false;
  to->open_first = memory_zeroed((size_t)to->respondents + 1, sizeof *to->open_first);
  to->open = memory_array((size_t)from->open_first[from->respondents], sizeof *to->open);
  if (!to->open_first || !to->open) return false;
  uint64_t kept = 0;
  for (uint32_t r = 0, made = 0; r < from->respondents; r++) {
    if (map[from->respondent[r]] == NONET_NONE) continue;
    for (uint64_t i = from->open_first[r]; i < from->open_first[r + 1]; i++)
      if (map[from->open[i]] != NONET_NONE) to->open[kept++] = map[from->open[i]];
    to->open_first[++made] = kept;
  }
  return true;
}

nonet_code subset_gather_surveys(struct subset_work *w, nonet_err *err) {
  const nonet *n = w->s->net;
  nonet *v = w->v;
  v->behind = n->behind;
  if (!n->surveys) return NONET_OK;
  if (!(v->survey = memory_array(n->surveys, sizeof *v->survey))) return error_memory(err);
  for (size_t i = 0; i < n->surveys; i++) {
    if (!keeps(w->s, &n->survey[i])) continue;
    struct net_survey *made = &v->survey[v->surveys++];
    *made = (struct net_survey){0};
    if (!map_survey(made, &n->survey[i], w->node_map)) return error_memory(err);
  }
  return NONET_OK;
}
