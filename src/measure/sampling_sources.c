/* Sources by chance: the first so many of an order drawn by Fisher and Yates's method, so that more of them go on where fewer stopped. */
#include "measure/sampling_sources.h"

#include "base/memory.h"

#define SOURCE_STREAM ((uint64_t)1 << 61) /* streams of chance that draw sources */

void sampling_shuffle(uint32_t *node, uint32_t count, double due, uint64_t seed, uint32_t stream) {
  struct chance chance;
  chance_start(&chance, seed, SOURCE_STREAM + stream);
  for (uint32_t i = 0; i < count && i < due; i++) {
    uint32_t j = i + (uint32_t)chance_below(&chance, count - i), kept = node[i];
    node[i] = node[j], node[j] = kept;
  }
}

bool sampling_by_component(uint32_t **node, uint32_t **first, const struct measure_shared *s, uint32_t nodes) {
  *node = memory_array(nodes, sizeof **node);
  *first = memory_zeroed((size_t)s->components + 2, sizeof **first);
  if (!*node || !*first) return false;
  for (uint32_t k = 0; k < s->components; k++)
    (*first)[k + 2] = (*first)[k + 1] + s->component_size[k];
  for (uint32_t v = 0; v < nodes; v++)
    (*node)[(*first)[s->component[v] + 1]++] = v;
  return true;
}

nonet_code sampling_sums(struct source_sums *out, const struct measure_ask *ask, const uint32_t *source, uint32_t count, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  return pass_result(sources_sums(out, ask->simple, source, count, &watch), ask, err);
}
