/* The two kinds that split a network: as the network was told or told itself when it was sealed. */
#include "measure/two_modes.h"

nonet_code two_modes_start(struct two_modes *out, const struct measure_ask *ask, const char *measure, nonet_err *err) {
  *out = (struct two_modes){.net = ask->net};
  if (!ask->net->two_modes)
    return error_set(err, NONET_EUSAGE, "'%s' needs a network of two kinds with ties only between them; --modes A,B names them", measure);
  for (uint32_t v = 0; v < ask->net->nodes; v++)
    if (mode_of(out, v) < 2) out->size[mode_of(out, v)]++;
  return net_simple(&out->g, ask->net, false, ask->weighted, err);
}
