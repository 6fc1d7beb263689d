/* The border to igraph: handlers, lock, errors, and the graphs that igraph works on.
 *
 * How: igraph reports through handlers that it keeps one of each for the whole program, so the call that is under way is named by one
 * pointer, guarded by the lock that every call holds. The first message of a call is kept, because those that follow only say who passed
 * the error on. An error empties igraph's own clean-up stack at once.
 * A fatal error is one after which igraph cannot go on: nothing can be returned, so the program is aborted (a program that wants another
 * end catches SIGABRT).
 *
 * [1] igraph 0.10.2, include/igraph_error.h, igraph_interrupt.h; 1.0, CHANGELOG.md */
#include "net/igraph_border.h"

#include "base/memory.h"
#include "net/lazy.h"
#include "net/net.h"

#include <assert.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t only_one = PTHREAD_MUTEX_INITIALIZER;
static struct border *current; /* guarded by only_one */

/* ---- handlers ---- */

static void on_error(const char *reason, const char *file, int line, igraph_error_t code) {
  (void)file;
  (void)line;
  (void)code;
  if (current && !current->first[0]) snprintf(current->first, sizeof current->first, "%s", reason);
  IGRAPH_FINALLY_FREE();
}

/* Warnings of igraph speak of its own conventions; ours are said in the rows of the measures. */
static void on_warning(const char *reason, const char *file, int line) {
  (void)reason;
  (void)file;
  (void)line;
}

static void on_fatal(const char *reason, const char *file, int line) {
  (void)reason;
  (void)file;
  (void)line;
  abort();
}

static bool is_halted(void) {
  return current && current->run && run_check(current->run, &current->halted) != NONET_OK;
}

#if IGRAPH_VERSION_MAJOR >= 1
static igraph_bool_t on_pause(void) {
  return is_halted();
}
#else
static igraph_error_t on_pause(void *data) {
  (void)data;
  if (!is_halted()) return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE();
  return IGRAPH_INTERRUPTED;
}
#endif

void border_enter(struct border *b, const struct run *run) {
  *b = (struct border){.run = run};
  pthread_mutex_lock(&only_one);
  current = b;
  igraph_set_error_handler(on_error);
  igraph_set_warning_handler(on_warning);
  igraph_set_fatal_handler(on_fatal);
  igraph_set_interruption_handler(on_pause);
}

void border_leave(struct border *b) {
  (void)b;
  assert(IGRAPH_FINALLY_STACK_SIZE() == 0);
  current = NULL;
  pthread_mutex_unlock(&only_one);
}

nonet_code border_result(const struct border *b, igraph_error_t code, const char *doing, nonet_err *err) {
  if (code == IGRAPH_SUCCESS) return NONET_OK;
  if (code == IGRAPH_ENOMEM) return error_memory(err);
  if (b->halted.code != NONET_OK) return error_set(err, b->halted.code, "%s", b->halted.text);
  return error_set(err, NONET_EINTERNAL, "%s: igraph: %s", doing, b->first[0] ? b->first : igraph_strerror(code));
}

/* ---- graphs ---- */

struct net_graphs {
  igraph_t at[4]; /* simple + 2 * directed */
  bool is_built[4];
};

void border_graphs_free(struct net_graphs *g) {
  if (!g) return;
  pthread_mutex_lock(&only_one);
  for (size_t i = 0; i < 4; i++)
    if (g->is_built[i]) igraph_destroy(&g->at[i]);
  pthread_mutex_unlock(&only_one);
  free(g);
}

static igraph_error_t ends_of_edges(igraph_vector_int_t *ends, const struct graph *simple) {
  IGRAPH_CHECK(igraph_vector_int_resize(ends, 2 * (igraph_integer_t)simple->edges));
  for (uint32_t e = 0; e < simple->edges; e++) {
    VECTOR(*ends)[2 * (size_t)e] = simple->tail[e];
    VECTOR(*ends)[2 * (size_t)e + 1] = simple->head[e];
  }
  return IGRAPH_SUCCESS;
}

static igraph_error_t ends_of_ties(igraph_vector_int_t *ends, const nonet *n, bool directed) {
  IGRAPH_CHECK(igraph_vector_int_reserve(ends, 2 * (igraph_integer_t)n->ties));
  for (uint32_t t = 0; t < n->ties; t++) {
    IGRAPH_CHECK(igraph_vector_int_push_back(ends, n->tie_from[t]));
    IGRAPH_CHECK(igraph_vector_int_push_back(ends, n->tie_to[t]));
  }
  for (uint32_t t = 0; directed && t < n->ties; t++) {
    if (net_tie_directed(n, t) || n->tie_from[t] == n->tie_to[t]) continue;
    IGRAPH_CHECK(igraph_vector_int_push_back(ends, n->tie_to[t]));
    IGRAPH_CHECK(igraph_vector_int_push_back(ends, n->tie_from[t]));
  }
  return IGRAPH_SUCCESS;
}

static nonet_code build(igraph_t *out, const nonet *n, const struct graph *simple, bool directed, nonet_err *err) {
  igraph_vector_int_t ends;
  igraph_error_t code = igraph_vector_int_init(&ends, 0);
  if (code) return border_result(current, code, "building a graph", err);
  code = simple ? ends_of_edges(&ends, simple) : ends_of_ties(&ends, n, directed);
  if (!code) code = igraph_create(out, &ends, n->nodes, directed);
  igraph_vector_int_destroy(&ends);
  return border_result(current, code, "building a graph", err);
}

nonet_code net_igraph(const igraph_t **out, const nonet *n, bool simple, bool directed, nonet_err *err) {
  const struct graph *edges = NULL;
  *out = NULL;
  directed = directed && n->directed;
  nonet_code code = simple ? net_simple(&edges, n, directed, false, err) : NONET_OK;
  if (code) return code;
  struct net_graphs **g = &n->lazy->graphs; /* guarded by the border's lock */
  if (!*g && !(*g = memory_zeroed(1, sizeof **g))) return error_memory(err);
  unsigned which = (simple ? 1u : 0u) + (directed ? 2u : 0u);
  if (!(*g)->is_built[which]) code = build(&(*g)->at[which], n, edges, directed, err);
  if (code) return code;
  (*g)->is_built[which] = true;
  *out = &(*g)->at[which];
  return NONET_OK;
}
