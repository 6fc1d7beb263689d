/* draft -> nonet: resolve, check, build.
 *
 * How: nodes first (rows, then ends of ties, which may make nodes), then columns, then the arrays of ends, then what follows from those:
 * memberships, modes, doubts. Words are copied into an interner of the nonet, so the draft may grow on while others read the nonet.
 * Each step is a file (seal.h). O(n + m), save sorting the ties of one pair. */
#include "net/seal.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

uint32_t seal_word(struct seal *s, uint32_t word) {
  if (word == 0) return 0;
  uint32_t known = word_map_get(&s->word, word);
  if (known != UINT32_MAX) return known;
  known = words_add(s->words, words_text(s->d->words, word), words_length(s->d->words, word));
  if (known == WORDS_NONE || !word_map_set(&s->word, word, known)) return WORDS_NONE;
  return known;
}

void seal_doubt(struct seal_doubt *doubt, const char *file, uint64_t line) {
  if (doubt->count++) return;
  doubt->file = file;
  doubt->line = line;
}

nonet_code seal_go_on(struct seal *s, uint64_t step, nonet_err *err) {
  return step % 65536 == 65535 ? run_check(&s->run, err) : NONET_OK;
}

/* The number of a name in a growing list, made when new. */
static nonet_code numbered(uint32_t *out, struct word_map *map, uint32_t **names, uint32_t *count, size_t *room, uint32_t word,
                           nonet_err *err) {
  *out = word ? word_map_get(map, word) : NONET_NONE;
  if (!word || *out != UINT32_MAX) return NONET_OK;
  if (!memory_grow(names, room, (size_t)*count + 1, sizeof **names) || !word_map_set(map, word, *count)) return error_memory(err);
  (*names)[*count] = word;
  *out = (*count)++;
  return NONET_OK;
}

nonet_code seal_layer(uint32_t *out, struct seal *s, uint32_t word, nonet_err *err) {
  return numbered(out, &s->layer_of, &s->n->layer_name, &s->n->layers, &s->layer_room, word, err);
}

nonet_code seal_kind(uint32_t *out, struct seal *s, uint32_t word, nonet_err *err) {
  return numbered(out, &s->kind_of, &s->n->kind_name, &s->n->kinds, &s->kind_room, word, err);
}

/* ---- before and after ---- */

static nonet_code check_limits(const struct seal *s, nonet_err *err) {
  const nonet_run *asked = s->run.asked;
  uint32_t ties = s->d->tie.rows;
  if (asked->max_ties && ties > asked->max_ties)
    return error_set(err, NONET_ELIMIT, "%u ties are more than the limit of %" PRIu64, ties, asked->max_ties);
  /* Ends and origin of a tie, key, label, origin and place of a node. */
  uint64_t needed = draft_bytes(s->d) + (uint64_t)ties * 40 + (uint64_t)s->d->node.rows * 64;
  if (asked->max_memory && needed > asked->max_memory)
    return error_set(err, NONET_ELIMIT, "the network needs about %" PRIu64 " bytes, more than the limit of %" PRIu64, needed,
                     asked->max_memory);
  return NONET_OK;
}

static nonet_code check_options(const nonet_seal_options *o, nonet_err *err) {
  if ((unsigned)o->direction > NONET_DIRECTED) return error_set(err, NONET_EUSAGE, "a direction that does not exist");
  if ((unsigned)o->repeats > NONET_MEAN) return error_set(err, NONET_EUSAGE, "a way with repeated ties that does not exist");
  return NONET_OK;
}

static nonet_code sources(struct seal *s, nonet_err *err) {
  nonet *n = s->n;
  if (!(n->source = memory_array(s->d->files, sizeof *n->source))) return error_memory(err);
  for (uint32_t i = 0; i < s->d->files; i++) {
    n->source[i] = words_add_text(s->words, s->d->file[i].path);
    if (n->source[i] == WORDS_NONE) return error_memory(err);
    n->sources++;
  }
  return NONET_OK;
}

/* What reading said: assumptions as they are, warnings of a kind added together at their first place. */
static nonet_code notes_of_draft(struct seal *s, nonet_err *err) {
  const nonet_draft *d = s->d;
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < d->assumptions && !code; i++)
    code = notes_add(&s->n->assumption, err, "%s", d->assumption[i]);
  for (size_t i = 0; i < d->warnings && !code; i++) {
    const struct draft_warning *w = &d->warning[i];
    uint64_t count = 0;
    bool said = false;
    for (size_t j = 0; j < d->warnings; j++) {
      if (strcmp(d->warning[j].kind, w->kind) != 0) continue;
      said = said || j < i;
      count += d->warning[j].count;
    }
    if (!said) code = notes_add_counted(&s->n->warning, draft_file_path(d, w->file), w->line, w->kind, count, err);
  }
  return code;
}

static nonet_code notes_of_ends(struct seal *s, nonet_err *err) {
  nonet_code code = NONET_OK;
  if (s->by_label.count)
    code = notes_add_counted(&s->n->assumption, s->by_label.file, s->by_label.line, "a tie names its node by the label", s->by_label.count,
                             err);
  if (!code && s->added.count) {
    struct buffer text = {0};
    buffer_print(&text, "'%s' is in no node table and was added", s->added_key);
    code = notes_add_counted(&s->n->assumption, s->added.file, s->added.line, buffer_string(&text), s->added.count, err);
    buffer_free(&text);
  }
  return code;
}

static nonet_code warn_all(struct seal *s, nonet_err *err) {
  for (size_t i = 0; i < s->n->warning.count; i++)
    run_warn(&s->run, "%s", s->n->warning.at[i]);
  return run_check(&s->run, err);
}

/* What says which node a name means: needed until ties and columns have theirs. */
static void forget_names(struct seal *s) {
  identity_free(&s->ids);
  identity_free(&s->labels);
  free(s->node);
  free(s->node_of_row);
  s->node = NULL;
  s->node_of_row = NULL;
}

static void seal_end(struct seal *s) {
  forget_names(s);
  word_map_free(&s->word);
  word_map_free(&s->declared_in);
  word_map_free(&s->kind_of);
  word_map_free(&s->layer_of);
  free(s->declared_first);
  free(s->declared_layer);
}

typedef nonet_code seal_step(struct seal *s, nonet_err *err);

static nonet_code seal_ends_of_nodes(struct seal *s, nonet_err *err) {
  forget_names(s); /* the arrays of ends are the most that there is at once */
  return net_build_ends_by(s->n, run_threads(&s->run), err);
}

static nonet_code seal_members(struct seal *s, nonet_err *err) {
  return net_build_members(s->n, s->declared_first, s->declared_layer, err);
}

nonet_code seal_noting(nonet **out, const nonet_draft *d, const nonet_seal_options *options, const nonet_run *run,
                       struct seal_rejects *rejects, nonet_err *err) {
  static seal_step *const steps[] = {sources,          notes_of_draft, seal_nodes,         seal_ends,    seal_survey,
                                     seal_node_fields, seal_layers,    seal_aliases,       seal_ties,    seal_weights,
                                     seal_directions,  seal_columns,   seal_ends_of_nodes, seal_members, seal_modes,
                                     notes_of_ends,    seal_doubts,    seal_title,         warn_all};
  *out = NULL;
  struct seal s = {.d = d, .rejects = rejects};
  if (options) s.o = *options;
  run_start(&s.run, run);
  nonet_code code = check_options(&s.o, err);
  if (!code) code = check_limits(&s, err);
  if (code) return code;

  struct net_words *shared = net_words_new();
  if (!shared) return error_memory(err);
  code = net_new(&s.n, shared, err);
  s.words = shared->words;
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !code; i++) {
    code = steps[i](&s, err);
    if (!code && rejects && rejects->count) code = NONET_EINPUT;
  }
  seal_end(&s);
  net_words_release(shared);
  if (code) {
    nonet_free(s.n);
    return code;
  }
  *out = s.n;
  return NONET_OK;
}

nonet_code nonet_seal(nonet **out, const nonet_draft *d, const nonet_seal_options *options, const nonet_run *run, nonet_err *err) {
  return seal_noting(out, d, options, run, NULL, err);
}
