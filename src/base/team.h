/* The thread team: the one place besides kernel/ that knows about threads. Work is cut into parts; parts run in any order on any
 * thread; whoever sums over parts does so in the order of the parts, so the number of threads changes no bit of a result. */
#ifndef NONET_BASE_TEAM_H
#define NONET_BASE_TEAM_H

#include <stdbool.h>
#include <stddef.h>

/* Run work(context, part, worker) for each part in [0, parts); worker in [0, threads). `go_on` is asked from the calling thread
 * now and then (NULL: never); once false, no new part is started. Returns false if it was stopped. */
bool team_run(size_t parts, unsigned threads, void (*work)(void *context, size_t part, unsigned worker), void *context,
              bool (*go_on)(void *context));

unsigned team_processors(void);

#endif
