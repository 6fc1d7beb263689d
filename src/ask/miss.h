/* Why there is no path: the nearest thing that there is. */
#ifndef NONET_ASK_MISS_H
#define NONET_ASK_MISS_H

#include "base/run.h"
#include "net/net.h"

/* A question for paths, its names found. */
struct miss_ask {
  const nonet *net;
  const nonet_paths_options *options;
  const struct run *run;
  uint32_t from, to;
};

/* NONET_ENOANSWER with a sentence, or what failed in looking for it. A few searches. */
nonet_code miss_say(const struct miss_ask *ask, nonet_err *err);

#endif
