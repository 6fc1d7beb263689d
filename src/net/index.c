/* The name index: from what a person types to a node, a layer or a kind.
 *
 * How: names are folded (base/name.h: no case, accents, repeated spaces) and interned; a folded name that is a key of one node finds it;
 * else one that is a label, alias or short name of one node does. Two nodes whose keys differ only in what folding takes away are told
 * apart by the exact key. Anything else is an error that offers the nearest names, never a guess.
 * Built when first asked, O(bytes of names); a look-up is O(length). */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/name.h"
#include "base/utf8.h"
#include "net/build.h"
#include "net/identity.h"
#include "net/lazy.h"
#include "net/net.h"

#include <stdlib.h>
#include <string.h>

struct net_index {
  struct words *folded;         /* owned */
  struct identity keys, others; /* folded word -> node, or IDENTITY_MANY */
  bool of_image;                /* both stand in a snapshot */
};

void index_free(struct net_index *x) {
  if (!x) return;
  words_free(x->folded);
  if (!x->of_image) {
    identity_free(&x->keys);
    identity_free(&x->others);
  }
  free(x);
}

/* ---- building ---- */

static bool offer(struct net_index *x, struct identity *names, struct buffer *room, const char *name, uint32_t node) {
  buffer_clear(room);
  if (!name_fold(room, name)) return false;
  if (!room->size) return true;
  uint32_t word = words_add(x->folded, buffer_string(room), room->size);
  return word != WORDS_NONE && identity_offer(names, 0, word, node);
}

static bool offer_node(struct net_index *x, struct buffer *room, const nonet *n, uint32_t v) {
  if (!offer(x, &x->keys, room, net_key(n, v), v)) return false;
  if (n->node_label && n->node_label[v] != n->node_key[v] && !offer(x, &x->others, room, net_word(n, n->node_label[v]), v)) return false;
  if (n->node_short && n->node_short[v] && !offer(x, &x->others, room, net_word(n, n->node_short[v]), v)) return false;
  for (uint64_t i = n->alias_first ? n->alias_first[v] : 0; n->alias_first && i < n->alias_first[v + 1]; i++)
    if (!offer(x, &x->others, room, net_word(n, n->alias[i]), v)) return false;
  return true;
}

static struct net_index *index_new(const nonet *n) {
  struct net_index *x = memory_zeroed(1, sizeof *x);
  if (!x) return NULL;
  struct buffer room = {0};
  x->folded = words_new();
  bool built = x->folded != NULL;
  for (uint32_t v = 0; v < n->nodes && built; v++)
    built = offer_node(x, &room, n, v);
  buffer_free(&room);
  if (built) return x;
  index_free(x);
  return NULL;
}

static const struct net_index *index_of(const nonet *n) {
  pthread_mutex_lock(&n->lazy->lock);
  if (!n->lazy->index) n->lazy->index = index_new(n);
  const struct net_index *x = n->lazy->index;
  pthread_mutex_unlock(&n->lazy->lock);
  return x;
}

bool net_index_image(struct net_index_image *out, const nonet *n) {
  const struct net_index *x = index_of(n);
  if (!x) return false;
  *out = (struct net_index_image){x->folded, x->keys.global.at, x->others.global.at, x->keys.global.room, x->others.global.room};
  return true;
}

bool net_index_of_image(nonet *n, const struct net_index_image *image) {
  struct net_index *x = memory_zeroed(1, sizeof *x);
  if (!x) return false;
  *x = (struct net_index){.folded = image->folded, .of_image = true};
  x->keys.global = (struct word_map){(uint32_t *)(uintptr_t)image->keys, image->key_room};
  x->others.global = (struct word_map){(uint32_t *)(uintptr_t)image->others, image->other_room};
  n->lazy->index = x;
  return true;
}

/* Why names could not be folded. */
nonet_code net_unfolded(const char *name, const char *other, nonet_err *err) {
  bool valid = utf8_valid(name, strlen(name)) == strlen(name) && utf8_valid(other, strlen(other)) == strlen(other);
  return valid ? error_memory(err) : error_set(err, NONET_EUSAGE, "a name that is not UTF-8");
}

/* ---- what is said when nothing fits, or too much ---- */

static void offer_names(struct name_nearest *near, const nonet *n, uint32_t v) {
  name_nearest_offer(near, net_key(n, v));
  if (n->node_label && n->node_label[v] != n->node_key[v]) name_nearest_offer(near, net_word(n, n->node_label[v]));
  if (n->node_short && n->node_short[v]) name_nearest_offer(near, net_word(n, n->node_short[v]));
  for (uint64_t i = n->alias_first ? n->alias_first[v] : 0; n->alias_first && i < n->alias_first[v + 1]; i++)
    name_nearest_offer(near, net_word(n, n->alias[i]));
}

static nonet_code unknown_node(const nonet *n, const char *name, nonet_err *err) {
  struct name_nearest near;
  struct buffer hint = {0};
  if (!err) return NONET_EUSAGE; /* nobody reads the hint, which costs a look at every name */
  nonet_code damaged = nonet_check(n, NULL, err);
  if (damaged) return damaged;
  if (name_nearest_start(&near, name)) {
    for (uint32_t v = 0; v < n->nodes; v++)
      offer_names(&near, n, v);
    name_nearest_say(&near, &hint);
  }
  nonet_code code = error_set(err, NONET_EUSAGE, "there is no node '%s'%s", name, buffer_string(&hint));
  name_nearest_free(&near);
  buffer_free(&hint);
  return code;
}

/* Whether a name of the node folds to `folded`. */
static bool is_called(const nonet *n, uint32_t v, const char *folded, bool by_key) {
  struct net_index own = {.folded = words_new()};
  struct buffer room = {0};
  bool found = false;
  if (own.folded && offer_node(&own, &room, n, v)) {
    uint32_t word = words_find(own.folded, folded, strlen(folded));
    found = word != WORDS_NONE && identity_find(by_key ? &own.keys : &own.others, 0, word) != UINT32_MAX;
  }
  buffer_free(&room);
  words_free(own.folded);
  identity_free(&own.keys);
  identity_free(&own.others);
  return found;
}

static nonet_code several_nodes(const nonet *n, const char *name, const char *folded, bool by_key, nonet_err *err) {
  struct buffer list = {0};
  unsigned count = 0;
  if (!err) return NONET_EUSAGE;
  nonet_code damaged = nonet_check(n, NULL, err);
  if (damaged) return damaged;
  for (uint32_t v = 0; v < n->nodes && count < 4; v++) {
    if (!is_called(n, v, folded, by_key)) continue;
    count++;
    buffer_print(&list, count == 1 ? "'%s'" : count < 4 ? ", '%s'" : " ...", net_key(n, v));
  }
  nonet_code code = error_set(err, NONET_EUSAGE, "'%s' names several nodes (%s): use the key of one", name, buffer_string(&list));
  buffer_free(&list);
  return code;
}

/* ---- finding ---- */

static uint32_t exact_key(const nonet *n, const char *name) {
  uint32_t word = words_find(n->words, name, strlen(name));
  for (uint32_t v = 0; word != WORDS_NONE && v < n->nodes; v++)
    if (NET_HAS(n, node_key, v) && n->node_key[v] == word) return v;
  return NONET_NONE;
}

/* The node that a folded word names; UINT32_MAX: none. */
static uint32_t named(const nonet *n, const struct identity *names, uint32_t word) {
  bool known = word < names->global.room && net_holds(n, &names->global.at[word], sizeof *names->global.at);
  return known ? identity_find(names, 0, word) : UINT32_MAX;
}

nonet_code nonet_find_node(uint32_t *out, const nonet *n, const char *name, nonet_err *err) {
  *out = NONET_NONE;
  const struct net_index *x = index_of(n);
  if (!x) return error_memory(err);
  struct buffer folded = {0};
  if (!name_fold(&folded, name)) {
    buffer_free(&folded);
    return net_unfolded(name, "", err);
  }
  uint32_t word = words_find(x->folded, buffer_string(&folded), folded.size), node = UINT32_MAX;
  bool by_key = true;
  if (word != WORDS_NONE && folded.size) {
    node = named(n, &x->keys, word);
    if (node == IDENTITY_MANY && exact_key(n, name) != NONET_NONE) node = exact_key(n, name);
    by_key = node != UINT32_MAX;
    if (!by_key) node = named(n, &x->others, word);
  }
  nonet_code code = NONET_OK;
  if (node == UINT32_MAX)
    code = unknown_node(n, name, err);
  else if (node == IDENTITY_MANY)
    code = several_nodes(n, name, buffer_string(&folded), by_key, err);
  else
    *out = node;
  buffer_free(&folded);
  return code;
}

/* Where nothing is near, what there is, as far as it is few. */
static void say_all(struct buffer *out, const nonet *n, const uint32_t *word, uint32_t count) {
  if (count == 0) buffer_text(out, "; there are none");
  if (count == 0 || count > 8) return;
  for (uint32_t i = 0; i < count; i++)
    buffer_print(out, "%s'%s'",
                 i == 0          ? count == 1 ? "; there is only " : "; there are "
                 : i + 1 < count ? ", "
                                 : " and ",
                 net_word(n, word[i]));
}

/* A name among a few words: the exact one, else the only one that folds alike. */
static nonet_code find_among(uint32_t *out, const nonet *n, const uint32_t *word, uint32_t count, const char *what, const char *name,
                             nonet_err *err) {
  *out = NONET_NONE;
  for (uint32_t i = 0; i < count; i++)
    if (strcmp(net_word(n, word[i]), name) == 0) {
      *out = i;
      return NONET_OK;
    }
  struct buffer wanted = {0}, folded = {0}, hint = {0};
  struct name_nearest near;
  bool searched = name_nearest_start(&near, name) && name_fold(&wanted, name);
  uint32_t found = 0, last = NONET_NONE;
  for (uint32_t i = 0; i < count && searched; i++) {
    buffer_clear(&folded);
    searched = name_fold(&folded, net_word(n, word[i]));
    name_nearest_offer(&near, net_word(n, word[i]));
    if (strcmp(buffer_string(&folded), buffer_string(&wanted)) == 0 && wanted.size) {
      found++;
      last = i;
    }
  }
  nonet_code code = NONET_OK;
  if (!searched)
    code = net_unfolded(name, "", err);
  else if (found == 1)
    *out = last;
  else if (found > 1)
    code = error_set(err, NONET_EUSAGE, "'%s' names %u %ss: write the name as it stands in the data", name, found, what);
  else {
    name_nearest_say(&near, &hint);
    if (!hint.size) say_all(&hint, n, word, count);
    code = error_set(err, NONET_EUSAGE, "there is no %s '%s'%s", what, name, buffer_string(&hint));
  }
  name_nearest_free(&near);
  buffer_free(&wanted);
  buffer_free(&folded);
  buffer_free(&hint);
  return code;
}

nonet_code nonet_find_layer(uint32_t *out, const nonet *n, const char *name, nonet_err *err) {
  return find_among(out, n, n->layer_name, n->layers, "layer", name, err);
}

nonet_code nonet_find_kind(uint32_t *out, const nonet *n, const char *name, nonet_err *err) {
  return find_among(out, n, n->kind_name, n->kinds, "kind", name, err);
}
