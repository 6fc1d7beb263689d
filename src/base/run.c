/* A run in progress, and the generator of everything drawn by chance.
 *
 * The clock is the monotonic one: setting the time of day ends no run. The generator is xoshiro256** [1], its state filled by
 * splitmix64 [2] from seed and stream; streams are far apart because both numbers pass through its mixing first.
 *
 * [1] D. Blackman, S. Vigna (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47(4), doi:10.1145/3460772
 * [2] G. Steele, D. Lea, C. Flood (2014), Fast splittable pseudorandom number generators, OOPSLA, doi:10.1145/2660193.2660195 */
#include "base/run.h"

#include <math.h>
#include <time.h>

#include "base/number.h"
#include "base/team.h"

double run_clock(void) {
  struct timespec now = {0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void run_start(struct run *r, const nonet_run *asked) {
  static const nonet_run nothing_asked;
  *r = (struct run){.asked = asked ? asked : &nothing_asked};
  r->until = r->asked->timeout > 0 ? run_clock() + r->asked->timeout : (double)INFINITY;
}

nonet_code run_check(const struct run *r, nonet_err *err) {
  if (r->asked->stop && r->asked->stop(r->asked->user)) return error_set(err, NONET_ESTOPPED, "stopped");
  if (isinf(r->until) || run_clock() < r->until) return NONET_OK;
  char seconds[NUMBER_ROOM];
  number_print(seconds, r->asked->timeout);
  return error_set(err, NONET_ELIMIT, "time-out after %s s", seconds);
}

void run_progress(const struct run *r, const char *what, double share) {
  if (r->asked->progress) r->asked->progress(r->asked->user, what, share);
}

void run_begin(struct run *r, const char *what, size_t i, size_t count) {
  r->what = what;
  r->from = (double)i / (double)count;
  r->part = 1 / (double)count;
  run_part(r, 0);
}

void run_part(const struct run *r, double share) {
  if (r->what) run_progress(r, r->what, r->from + r->part * share);
}

void run_warn(const struct run *r, const char *format, ...) {
  if (!r->asked->warn) return;
  nonet_err line; /* for its cleaning */
  va_list arguments;
  va_start(arguments, format);
  error_set_list(&line, NONET_OK, format, arguments);
  va_end(arguments);
  r->asked->warn(r->asked->user, line.text);
}

unsigned run_threads(const struct run *r) {
  return r->asked->threads ? r->asked->threads : team_processors();
}

static uint64_t splitmix(uint64_t *state) {
  uint64_t z = *state += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

void chance_start(struct chance *c, uint64_t seed, uint64_t stream) {
  uint64_t from = splitmix(&seed);
  from ^= splitmix(&stream) * 0xd1342543de82ef95u;
  for (size_t i = 0; i < 4; i++)
    c->state[i] = splitmix(&from);
}

static uint64_t turn(uint64_t x, int by) {
  return x << by | x >> (64 - by);
}

uint64_t chance_next(struct chance *c) {
  uint64_t *s = c->state, result = turn(s[1] * 5, 7) * 9, t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = turn(s[3], 45);
  return result;
}

uint64_t chance_below(struct chance *c, uint64_t bound) {
  if (bound < 2) return 0;
  uint64_t over = -bound % bound, x; /* 2^64 mod bound: so many of the lowest would come too often */
  do
    x = chance_next(c);
  while (x < over);
  return x % bound;
}

double chance_share(struct chance *c) {
  return (double)(chance_next(c) >> 11) * 0x1p-53;
}
