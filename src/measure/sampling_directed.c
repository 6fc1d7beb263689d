/* Closeness of directed networks, estimated from sampled nodes, with a bound on every value.
 *
 * Closeness is Wasserman and Faust's: f / m, f the share of the others that a node reaches and m its mean distance to those. How many it
 * reaches is mostly known exactly (reachbound.h), and where that takes a short search all is. Of the nodes drawn by chance those that it
 * reaches are a sample of what it reaches, so their mean distance estimates m, and the range of m (samplebound.h) gives one of f / m: no
 * distance is below 1, nor beyond what reachbound says, and no more of them are 1 than there are arcs.
 *
 * Where f is not known, let e be the mean over all others of the steps beyond the first, 0 where there is no way: f / m = f^2 / (f + e)
 * grows with f and falls with e. Both are means over the others; their two ranges give one for the closeness.
 *
 * Sources are drawn from each weak component; all of a small one, which makes it exact. "auto" doubles the sources until the range of every
 * node lies within epsilon of what is said; delta is shared out to nodes, means, sides and rounds alike, so that the union holds whenever
 * it ends. The bounds are Chernoff's, in Hoeffding's form, which he shows to hold for what is drawn without putting it back, and Bardenet
 * and Maillard's, which takes the variance into account; the nearer counts.
 *
 * Sources: (1) D. Eppstein, J. Wang 2004, doi:10.7155/jgaa.00081; (2) W. Hoeffding 1963, doi:10.1080/01621459.1963.10500830, section 6;
 * (3) R. Bardenet, O.-A. Maillard 2015, doi:10.3150/14-BEJ605; (4) S. Wasserman, K. Faust 1994, doi:10.1017/CBO9780511815478, p. 201. */
#include "measure/sampling_directed.h"

#include "base/memory.h"
#include "kernel/reachbound.h"
#include "kernel/samplebound.h"
#include "measure/sampling_sources.h"

#include <math.h>
#include <stdlib.h>

#define FIRST_ROUND 512.0 /* so many sources take no longer than one */
#define BOUNDS 6          /* of one node at most: two sides of f by one bound, and of m or e by two */

struct seen {
  double reached, steps, squares; /* sources, their distances, those squared (NaN: not known) */
};

struct directed {
  const struct measure_ask *ask;
  const struct graph *g;
  const struct measure_shared *parts;
  uint32_t *node, *first; /* each weak component in the order in which its nodes become sources */
  uint32_t *place;        /* of each node in its component */
  uint32_t *source;       /* of the round at hand */
  struct reachbound *bound;
  struct source_sums *round;
  struct seen *seen;      /* of each node, over all rounds */
  double drawn, surprise; /* sources of each component so far; of one side of one mean */
};

/* What is said of a node, and where its closeness lies. */
struct estimate {
  double value, low, high;
};

static double closeness_of(double f, double e) {
  return f > 0 ? f * f / (f + e) : 0;
}

/* The mean of `samples` out of so many numbers in [0, 1]: their sum and that of their squares are known. */
static struct samplebound_range range_of(double sum, double squares, double samples, double population, double surprise) {
  double mean = sum / samples;
  struct samplebound_range r = samplebound_range(mean, samples, surprise), varied;
  if (isnan(squares)) return r;
  varied = samplebound_varied(mean, squares / samples - mean * mean, samples, population, surprise);
  return (struct samplebound_range){fmax(r.low, varied.low), fmin(r.high, varied.high)};
}

/* It is known how many it reaches. */
static struct estimate by_mean(const struct seen *s, const struct reachbound *b, double others, double arcs, double surprise) {
  double wide = b->farthest - 1.0, n = s->reached, f = b->least / others, beyond = n > 0 ? s->steps / n - 1 : wide / 2;
  struct samplebound_range r = {0, 1};
  if (n > 0 && wide > 0) r = range_of((s->steps - n) / wide, (s->squares - 2 * s->steps + n) / (wide * wide), n, b->least, surprise);
  double low = fmax(r.low * wide, 1 - arcs / b->least), high = fmax(r.high * wide, low);
  beyond = fmin(fmax(beyond, low), high);
  return (struct estimate){f / (1 + beyond), f / (1 + high), f / (1 + low)};
}

/* It is not: `tried` sources were drawn. */
static struct estimate by_two_means(const struct seen *s, const struct reachbound *b, double others, double tried, double surprise) {
  double wide = b->farthest - 1.0, n = s->reached, low = b->least / others, high = fmin(b->most / others, 1);
  double f = fmin(fmax(n / tried, low), high), beyond = (s->steps - n) / tried;
  struct samplebound_range of_f = samplebound_range(n / tried, tried, surprise), of_e = {0, 0};
  if (wide > 0) of_e = range_of((s->steps - n) / wide, (s->squares - 2 * s->steps + n) / (wide * wide), tried, others, surprise);
  of_f.low = fmin(fmax(of_f.low, low), f), of_f.high = fmax(fmin(of_f.high, high), f);
  return (struct estimate){closeness_of(f, beyond), closeness_of(of_f.low, of_e.high * wide), closeness_of(of_f.high, of_e.low * wide)};
}

static struct estimate estimate(const struct directed *d, uint32_t v) {
  double size = d->parts->component_size[d->parts->component[v]], others = size - 1, taken = fmin(size, d->drawn);
  double tried = taken - (d->place[v] < taken), scale = others / (d->g->nodes - 1.0);
  const struct reachbound *b = &d->bound[v];
  if (b->most == 0) return (struct estimate){0, 0, 0};
  const struct seen *seen = &d->seen[v];
  if (b->whole || tried >= others) {
    double reached = b->whole ? b->least : seen->reached, steps = b->whole ? b->steps : seen->steps;
    double value = scale * (reached / others) * (reached / steps);
    return (struct estimate){value, value, value};
  }
  double arcs = (double)(d->g->first[v + 1] - d->g->first[v]);
  struct estimate e = b->least == b->most ? by_mean(seen, b, others, arcs, d->surprise) : by_two_means(seen, b, others, tried, d->surprise);
  return (struct estimate){scale * e.value, scale * e.low, scale * e.high};
}

/* How far a value can be from what is said of it. */
static double widest(const struct directed *d) {
  double most = 0;
  for (uint32_t v = 0; v < d->g->nodes; v++) {
    struct estimate e = estimate(d, v);
    most = fmax(most, fmax(e.high - e.value, e.value - e.low));
  }
  return most;
}

/* Go on until so many sources of each component are drawn, or all of it. */
static nonet_code draw(struct directed *d, double upto, nonet_err *err) {
  uint32_t count = 0;
  for (uint32_t k = 0; k < d->parts->components; k++) {
    double size = d->parts->component_size[k];
    for (uint32_t i = (uint32_t)fmin(d->drawn, size); i < fmin(upto, size); i++)
      d->source[count++] = d->node[d->first[k] + i];
  }
  nonet_code code = sampling_sums(d->round, d->ask, d->source, count, err);
  for (uint32_t v = 0; !code && v < d->g->nodes; v++)
    d->seen[v].reached += d->round[v].reached, d->seen[v].steps += d->round[v].steps, d->seen[v].squares += d->round[v].squares;
  d->drawn = upto;
  return code;
}

static nonet_code start(struct directed *d, uint64_t seed, nonet_err *err) {
  uint32_t n = d->g->nodes;
  nonet_code code = pass_components(&d->parts, d->ask, err);
  if (code) return code;
  d->place = memory_array(n, sizeof *d->place);
  d->bound = memory_array(n, sizeof *d->bound);
  d->source = memory_array(n, sizeof *d->source);
  d->round = memory_array(n, sizeof *d->round);
  d->seen = memory_zeroed(n, sizeof *d->seen);
  if (!d->place || !d->bound || !d->source || !d->round || !d->seen) return error_memory(err);
  if (!sampling_by_component(&d->node, &d->first, d->parts, n)) return error_memory(err);
  for (uint32_t k = 0; k < d->parts->components; k++) {
    uint32_t size = d->parts->component_size[k];
    sampling_shuffle(d->node + d->first[k], size, size, seed, k);
    for (uint32_t i = 0; i < size; i++)
      d->place[d->node[d->first[k] + i]] = i;
  }
  struct kernel_watch watch = pass_watch(d->ask);
  return pass_result(reachbound(d->bound, d->g, &watch), d->ask, err);
}

static void directed_free(struct directed *d) {
  free(d->node);
  free(d->first);
  free(d->place);
  free(d->bound);
  free(d->source);
  free(d->round);
  free(d->seen);
}

/* Draw all sources; *epsilon is what they guarantee, 0 where all nodes are sources. */
static nonet_code draw_all(double *epsilon, struct directed *d, const struct sampling_plan *p, nonet_err *err) {
  double largest = d->g->nodes ? d->parts->component_size[0] : 0, able = 0, rounds = 1;
  for (uint32_t v = 0; v < d->g->nodes; v++)
    able += !d->bound[v].whole;
  for (double k = FIRST_ROUND; p->how != SO_MANY && k < largest; k *= 2)
    rounds++;
  d->surprise = log(BOUNDS * fmax(able, 1) * rounds / p->delta);
  nonet_code code = draw(d, p->how == SO_MANY ? fmax(p->samples, 2) : FIRST_ROUND, err);
  *epsilon = code ? 0 : widest(d);
  while (!code && p->how != SO_MANY && *epsilon > p->epsilon) {
    code = draw(d, 2 * d->drawn, err);
    *epsilon = code ? 0 : widest(d);
  }
  if (*epsilon > 0 && p->how != SO_MANY) *epsilon = p->epsilon;
  return code;
}

static void say(struct buffer *line, const struct directed *d, const struct sampling_plan *p, double epsilon) {
  if (epsilon == 0 && d->g->nodes && d->drawn < d->parts->component_size[0]) {
    buffer_text(line, "closeness: exact, for short searches find all that each node reaches");
  } else if (!d->g->nodes || d->drawn >= d->parts->component_size[0]) {
    buffer_print(line, "closeness: exact, for %.0f sources of each component are all of its nodes", d->drawn);
  } else {
    buffer_print(line,
                 "closeness: an estimate from the distances to %.0f sampled nodes of each component (all of a smaller one): ", d->drawn);
    sampling_say_probability(line, p);
    sampling_say_bound(line, "every value is within ", epsilon, " of the exact one");
  }
  sampling_say_plan(line, p, epsilon);
}

nonet_code sampling_directed_closeness(double *out, const struct measure_ask *ask, const struct sampling_plan *plan, nonet_err *err) {
  struct directed d = {.ask = ask, .g = ask->simple};
  double epsilon = 0;
  nonet_code code = start(&d, plan->seed, err);
  if (!code) code = draw_all(&epsilon, &d, plan, err);
  for (uint32_t v = 0; !code && v < d.g->nodes; v++)
    out[v] = estimate(&d, v).value;
  if (!code) say(&ask->shared->sampled, &d, plan, epsilon);
  directed_free(&d);
  return code;
}
