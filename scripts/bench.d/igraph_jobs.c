/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One job of scripts/bench done by igraph in C: igraph_jobs JOB FILE OUT [lengths] [directed] [sources=K]
 *
 * Reads FILE.ncol, does the job, and prints {"load": seconds, "seconds": seconds, "cpu": seconds, "peak": kilobytes}; what came out goes to
 * OUT. With sources=K betweenness is counted from K sources alone, and "share" tells the bench how much of the work that was: its time is
 * then an estimate. */
#include <igraph/igraph.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Seconds: of the day, and of the processors. */
struct span {
  double wall, cpu;
};

struct work {
  igraph_t g;
  igraph_vector_t length;
  igraph_bool_t directed;
  igraph_neimode_t mode;
  const igraph_vector_t *weights; /* NULL: none */
  const char *pairs;
  FILE *out;
  struct span took;
  double share;
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

static void print_values(struct work *w, const char *name, const igraph_vector_t *value) {
  for (igraph_integer_t v = 0; v < igraph_vcount(&w->g); v++)
    fprintf(w->out, "%s:%s\t%.17g\n", name, igraph_cattribute_VAS(&w->g, "name", v), VECTOR(*value)[v]);
}

static void betweenness(struct work *w, long sources) {
  igraph_vector_t value;
  igraph_vector_init(&value, 0);
  struct span start = begin();
  if (sources > 0 && sources < igraph_vcount(&w->g)) {
    igraph_vector_int_t from;
    igraph_vector_int_init(&from, 0);
    for (long i = 0; i < sources; i++) /* spread over all nodes */
      igraph_vector_int_push_back(&from, i * igraph_vcount(&w->g) / sources);
    igraph_betweenness_subset(&w->g, &value, igraph_vss_all(), w->directed, igraph_vss_vector(&from), igraph_vss_all(), w->weights);
    igraph_vector_int_destroy(&from);
    w->share = (double)sources / (double)igraph_vcount(&w->g);
  } else {
    igraph_betweenness(&w->g, &value, igraph_vss_all(), w->directed, w->weights);
  }
  end(&w->took, start);
  print_values(w, "betweenness", &value);
  igraph_vector_destroy(&value);
}

/* nonet's closeness is Wasserman and Faust's: igraph's among those that are reached, times their share. */
static void closeness(struct work *w) {
  igraph_vector_t value;
  igraph_vector_int_t reached;
  igraph_vector_init(&value, 0);
  igraph_vector_int_init(&reached, 0);
  struct span start = begin();
  igraph_closeness(&w->g, &value, &reached, NULL, igraph_vss_all(), w->mode, w->weights, true);
  end(&w->took, start);
  for (igraph_integer_t v = 0; v < igraph_vcount(&w->g); v++) {
    double r = (double)VECTOR(reached)[v], n = (double)igraph_vcount(&w->g);
    VECTOR(value)[v] = r > 0 ? VECTOR(value)[v] * r / (n - 1) : 0;
  }
  print_values(w, "closeness", &value);
  igraph_vector_destroy(&value);
  igraph_vector_int_destroy(&reached);
}

static void harmonic(struct work *w) {
  igraph_vector_t value;
  igraph_vector_init(&value, 0);
  struct span start = begin();
  igraph_harmonic_centrality(&w->g, &value, igraph_vss_all(), w->mode, w->weights, true);
  end(&w->took, start);
  print_values(w, "harmonic", &value);
  igraph_vector_destroy(&value);
}

static void eccentricity(struct work *w) {
  igraph_vector_t value;
  igraph_vector_init(&value, 0);
  struct span start = begin();
  igraph_eccentricity(&w->g, &value, igraph_vss_all(), w->mode);
  end(&w->took, start);
  print_values(w, "eccentricity", &value);
  igraph_vector_destroy(&value);
}

static void diameter(struct work *w) {
  igraph_real_t value;
  struct span start = begin();
  igraph_diameter(&w->g, &value, NULL, NULL, NULL, NULL, w->directed, true);
  end(&w->took, start);
  fprintf(w->out, ":diameter\t%.17g\n", value);
}

static void mean_distance(struct work *w) {
  igraph_real_t value;
  struct span start = begin();
  igraph_average_path_length(&w->g, &value, NULL, w->directed, true);
  end(&w->took, start);
  fprintf(w->out, ":mean-distance\t%.17g\n", value);
}

static void distances(struct work *w) {
  closeness(w);
  harmonic(w);
  eccentricity(w);
  diameter(w);
  mean_distance(w);
}

static void constraint(struct work *w) {
  igraph_vector_t value;
  igraph_vector_init(&value, 0);
  struct span start = begin();
  igraph_constraint(&w->g, &value, igraph_vss_all(), w->weights);
  end(&w->took, start);
  print_values(w, "constraint", &value);
  igraph_vector_destroy(&value);
}

/* Partners, whose names begin with P, tied by the strategies that they share. */
static void project(struct work *w) {
  igraph_vector_bool_t types;
  igraph_vector_int_t shared;
  igraph_t partners;
  struct span start = begin();
  double sum = 0;
  igraph_vector_bool_init(&types, igraph_vcount(&w->g));
  igraph_vector_int_init(&shared, 0);
  for (igraph_integer_t v = 0; v < igraph_vcount(&w->g); v++)
    VECTOR(types)[v] = *igraph_cattribute_VAS(&w->g, "name", v) != 'P';
  igraph_bipartite_projection(&w->g, &types, &partners, NULL, &shared, NULL, -1);
  end(&w->took, start);
  for (igraph_integer_t i = 0; i < igraph_vector_int_size(&shared); i++)
    sum += (double)VECTOR(shared)[i];
  fprintf(w->out, "ties\t%ld\nshared\t%.17g\n", (long)igraph_ecount(&partners), sum);
  igraph_destroy(&partners);
  igraph_vector_int_destroy(&shared);
  igraph_vector_bool_destroy(&types);
}

/* The names are looked up before the clock starts: nonet's queries begin with names, which is to igraph's advantage. */
static void paths(struct work *w) {
  FILE *in = fopen(w->pairs, "r");
  char from[128], to[128];
  igraph_vector_int_t nodes, ties;
  igraph_vector_int_init(&nodes, 0);
  igraph_vector_int_init(&ties, 0);
  for (int q = 0; in && fscanf(in, "%127s %127s", from, to) == 2; q++) {
    igraph_integer_t a = 0, b = 0;
    for (igraph_integer_t v = 0; v < igraph_vcount(&w->g); v++) {
      const char *name = igraph_cattribute_VAS(&w->g, "name", v);
      if (!strcmp(name, from)) a = v;
      if (!strcmp(name, to)) b = v;
    }
    struct span start = begin();
    igraph_get_shortest_path(&w->g, &nodes, &ties, a, b, w->mode);
    end(&w->took, start);
    fprintf(w->out, "%d\t%ld\n", q, (long)igraph_vector_int_size(&ties));
  }
  if (in) fclose(in);
  igraph_vector_int_destroy(&nodes);
  igraph_vector_int_destroy(&ties);
}

static void dot(struct work *w) {
  char *text = NULL;
  size_t size = 0, lines = 0;
  struct span start = begin();
  FILE *o = open_memstream(&text, &size);
  igraph_write_graph_dot(&w->g, o);
  fclose(o);
  end(&w->took, start);
  for (const char *at = text; (at = strstr(at, " -- ")); at++)
    lines++;
  fprintf(w->out, "ties\t%zu\n", lines);
  free(text);
}

static void load(struct work *w, const char *path, bool lengths) {
  FILE *in = fopen(path, "r");
  if (!in) exit(1);
  igraph_set_attribute_table(&igraph_cattribute_table);
  igraph_read_graph_ncol(&w->g, in, NULL, true, lengths ? IGRAPH_ADD_WEIGHTS_YES : IGRAPH_ADD_WEIGHTS_NO, w->directed);
  fclose(in);
  igraph_vector_init(&w->length, 0);
  if (!lengths) return;
  EANV(&w->g, "weight", &w->length);
  w->weights = &w->length;
}

int main(int argc, char **argv) {
  static const struct {
    const char *name;
    void (*run)(struct work *w);
  } jobs[] = {{"closeness", closeness}, {"harmonic", harmonic},   {"eccentricity", eccentricity},
              {"diameter", diameter},   {"distances", distances}, {"constraint", constraint},
              {"project", project},     {"paths", paths},         {"dot", dot}};
  char path[4096], pairs[4096];
  long sources = 0;
  bool lengths = false;
  struct work w = {.mode = IGRAPH_ALL, .pairs = pairs, .share = 1};
  if (argc < 4) return 2;
  for (int i = 4; i < argc; i++) {
    if (!strcmp(argv[i], "lengths")) lengths = true;
    if (!strcmp(argv[i], "directed")) w.directed = true, w.mode = IGRAPH_OUT;
    if (!strncmp(argv[i], "sources=", 8)) sources = atol(argv[i] + 8);
  }
  snprintf(path, sizeof path, "%s.ncol", argv[2]);
  snprintf(pairs, sizeof pairs, "%s.pairs", argv[2]);
  w.out = fopen(argv[3], "w");
  if (!w.out) return 1;
  struct span start = begin(), loaded = {0};
  load(&w, path, lengths);
  end(&loaded, start);
  if (!strcmp(argv[1], "betweenness")) betweenness(&w, sources);
  for (size_t i = 0; i < sizeof jobs / sizeof jobs[0]; i++)
    if (!strcmp(argv[1], jobs[i].name)) jobs[i].run(&w);
  if (!strcmp(argv[1], "read")) {
    w.took = loaded;
    fprintf(w.out, "nodes\t%ld\nties\t%ld\n", (long)igraph_vcount(&w.g), (long)igraph_ecount(&w.g));
  }
  printf("{\"load\": %.9f, \"seconds\": %.9f, \"cpu\": %.9f, \"share\": %.9f, \"peak\": %ld}\n", loaded.wall, w.took.wall, w.took.cpu,
         w.share, peak());
  igraph_vector_destroy(&w.length);
  igraph_destroy(&w.g);
  return fclose(w.out) == 0 ? 0 : 1;
}
