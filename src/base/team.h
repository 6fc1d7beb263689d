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

/* Work whose results go somewhere one after the other: `put` is called behind `work` of the same part, in the order of the parts and never
 * twice at once, by whoever is there. A result waits for its turn in a slot in [0, slots), which no other part has until it was put. */
#define TEAM_MOST_SLOTS 64u
struct team_line {
  void (*work)(void *context, size_t part, unsigned slot);
  void (*put)(void *context, size_t part, unsigned slot);
  void *context;
  bool (*go_on)(void *context); /* as above; NULL: never asked */
  unsigned slots;               /* 1 .. TEAM_MOST_SLOTS; a few for each thread, so that nobody waits for one that is late */
};
bool team_run_in_line(size_t parts, unsigned threads, const struct team_line *line);

unsigned team_processors(void);

#endif
