/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One job of scripts/bench done by nonet's library: nonet_jobs JOB FILE OUT [lengths] [directed]
 *
 * Reads FILE.csv, does the job, and prints {"load": seconds, "seconds": seconds, "cpu": seconds, "peak": kilobytes}; what came out goes to
 * OUT, after the clock has stopped, for the comparison with the peers. FILE.pairs has the ends of the path queries. */
#include <nonet.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Seconds: of the day, and of the processors. */
struct span {
  double wall, cpu;
};

struct work {
  const nonet *net;
  FILE *out;
  const char *pairs;
  bool weighted;
  struct span took;
};

static double clock_of(clockid_t which) {
  struct timespec t;
  clock_gettime(which, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static struct span begin(void) {
  return (struct span){clock_of(CLOCK_MONOTONIC), clock_of(CLOCK_PROCESS_CPUTIME_ID)};
}

static void end(struct span *sum, struct span from) {
  struct span to = begin();
  sum->wall += to.wall - from.wall;
  sum->cpu += to.cpu - from.cpu;
}

/* Kilobytes that the process held at most: its own, whatever started it. */
static long peak(void) {
  char line[256];
  long kilobytes = 0;
  FILE *f = fopen("/proc/self/status", "r");
  while (f && fgets(line, sizeof line, f))
    if (sscanf(line, "VmHWM: %ld", &kilobytes) == 1) break;
  if (f) fclose(f);
  return kilobytes;
}

static void must(nonet_code code, const nonet_err *err) {
  if (!code) return;
  fprintf(stderr, "nonet_jobs: %s\n", err->text);
  exit(1);
}

/* Rows of numbers by name; the keys are one column of text. */
static void print_sheet(FILE *out, const nonet_sheet *s) {
  size_t keys = nonet_sheet_key_columns(s), columns = nonet_sheet_columns(s);
  for (size_t c = keys; c < columns; c++)
    for (size_t r = 0; r < nonet_sheet_rows(s); r++)
      fprintf(out, "%s:%s\t%.17g\n",
              columns - keys > 1 || !strcmp(nonet_sheet_column(s, 0, NULL), "node") ? nonet_sheet_column(s, c, NULL) : "",
              nonet_sheet_text(s, r, 0), nonet_sheet_number(s, r, c));
}

static void measure(struct work *w, const char *names) {
  nonet_measure_options options = {.weighted = w->weighted};
  nonet_err err;
  nonet_sheet *sheet;
  struct span start = begin();
  must(nonet_measure(&sheet, w->net, names, &options, NULL, &err), &err);
  end(&w->took, start);
  print_sheet(w->out, sheet);
  nonet_sheet_free(sheet);
}

static void distances(struct work *w) {
  measure(w, "closeness,harmonic,eccentricity");
  measure(w, "diameter,mean-distance");
}

static void project(struct work *w) {
  nonet_err err;
  nonet *view;
  struct span start = begin();
  must(nonet_view(&view, w->net, "project:partner:count", NULL, &err), &err);
  end(&w->took, start);
  double shared = 0;
  for (uint32_t t = 0; t < nonet_ties(view); t++) {
    nonet_tie tie;
    nonet_tie_get(&tie, view, t);
    shared += tie.weight;
  }
  fprintf(w->out, "ties\t%u\nshared\t%.17g\n", nonet_ties(view), shared);
  nonet_free(view);
}

/* The clock runs over looking both names up and the search. */
static void paths(struct work *w) {
  nonet_err err;
  FILE *in = fopen(w->pairs, "r");
  char from[128], to[128];
  uint32_t ends[2];
  nonet_pathfinder *finder;
  nonet_node first;
  nonet_node_get(&first, w->net, 0);
  must(nonet_find_node(ends, w->net, first.key, &err), &err); /* names are put in order when the first is asked for */
  must(nonet_pathfinder_new(&finder, w->net, &err), &err);
  for (int q = 0; in && fscanf(in, "%127s %127s", from, to) == 2; q++) {
    const uint32_t *path;
    uint32_t steps;
    struct span start = begin();
    must(nonet_find_node(&ends[0], w->net, from, &err), &err);
    must(nonet_find_node(&ends[1], w->net, to, &err), &err);
    nonet_code code = nonet_pathfinder_find(&path, &steps, finder, ends[0], ends[1], &err);
    end(&w->took, start);
    if (code != NONET_ENOANSWER) must(code, &err);
    fprintf(w->out, "%d\t%u\n", q, steps);
  }
  nonet_pathfinder_free(finder);
  if (in) fclose(in);
}

static void dot(struct work *w) {
  nonet_err err;
  nonet_out *o;
  struct span start = begin();
  must(nonet_out_memory(&o, &err), &err);
  must(nonet_write(o, w->net, "dot", NULL, &err), &err);
  end(&w->took, start);
  size_t lines = 0;
  for (const char *at = nonet_out_bytes(o, NULL); (at = strstr(at, " -- ")); at++)
    lines++;
  fprintf(w->out, "ties\t%zu\n", lines);
  nonet_out_free(o);
}

static nonet *load(const char *path, bool lengths, bool directed) {
  nonet_err err;
  nonet_draft *draft;
  nonet *net;
  nonet_input input = {.path = path};
  nonet_seal_options options = {.scale = lengths ? "length" : NULL, .direction = directed ? NONET_DIRECTED : NONET_AS_INPUT};
  must(nonet_draft_new(&draft, &err), &err);
  must(nonet_read(draft, &input, 1, NULL, NULL, &err), &err);
  must(nonet_seal(&net, draft, &options, NULL, &err), &err);
  nonet_draft_free(draft);
  return net;
}

static bool has(char **words, const char *word) {
  while (*words && strcmp(*words, word))
    words++;
  return *words != NULL;
}

int main(int argc, char **argv) {
  char path[4096], pairs[4096];
  if (argc < 4) return 2;
  snprintf(path, sizeof path, "%s.csv", argv[2]);
  snprintf(pairs, sizeof pairs, "%s.pairs", argv[2]);
  struct work w = {.pairs = pairs, .weighted = has(argv + 4, "lengths"), .out = fopen(argv[3], "w")};
  if (!w.out) return 1;
  struct span start = begin(), loaded = {0};
  nonet *net = load(path, w.weighted, has(argv + 4, "directed"));
  end(&loaded, start);
  w.net = net;
  if (!strcmp(argv[1], "read")) {
    w.took = loaded;
    fprintf(w.out, "nodes\t%u\nties\t%u\n", nonet_nodes(net), nonet_ties(net));
  } else if (!strcmp(argv[1], "distances"))
    distances(&w);
  else if (!strcmp(argv[1], "project"))
    project(&w);
  else if (!strcmp(argv[1], "paths"))
    paths(&w);
  else if (!strcmp(argv[1], "dot"))
    dot(&w);
  else
    measure(&w, argv[1]);
  printf("{\"load\": %.9f, \"seconds\": %.9f, \"cpu\": %.9f, \"peak\": %ld}\n", loaded.wall, w.took.wall, w.took.cpu, peak());
  nonet_free(net);
  return fclose(w.out) == 0 ? 0 : 1;
}
