/* The key file: read, extended, written whole.
 *
 * How: a node is known by its key. A new one gets the next number of its kind; which of several new ones comes first is told by the
 * SHA-256 of the secret and the key, so numbers follow neither the alphabet nor the rows. A number that was given is never given again,
 * for its row stays. The file is made with mode 0600, before anything is in it.
 * Why a lock: two runs that read the same file and both extend it would each forget the other's names. It is on the folder, because the
 * file itself is replaced; where the folder cannot be locked (some network drives) the file is written all the same. */
#include "net/pseudonyms.h"

#include "base/buffer.h"
#include "base/digest.h"
#include "base/mapping.h"
#include "base/memory.h"
#include "base/name.h"
#include "base/utf8.h"
#include "net/draft.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <unistd.h>

/* ---- names ---- */

const struct pseudonym *pseudonyms_of(const struct pseudonyms *p, const char *key) {
  uint32_t word = words_find(p->keys, key, strlen(key));
  return word == WORDS_NONE || word == 0 ? NULL : &p->at[word - 1];
}

/* The word of a folded text; WORDS_NONE: out of memory, or no UTF-8. */
static uint32_t folded_word(struct words *words, const char *text, size_t length, bool *is_new) {
  struct buffer plain = {0}, folded = {0};
  buffer_add(&plain, text, length);
  uint32_t before = words_count(words), word = WORDS_NONE;
  if (!plain.failed && name_fold(&folded, buffer_string(&plain))) word = words_add(words, buffer_string(&folded), folded.size);
  *is_new = words_count(words) > before;
  buffer_free(&plain);
  buffer_free(&folded);
  return word;
}

/* Where the greatest number of a kind stands. NULL: out of memory. */
static uint64_t *last_of(struct pseudonyms *p, const char *kind, size_t length) {
  bool is_new;
  uint32_t word = folded_word(p->kinds, kind, length, &is_new);
  size_t room = p->last_room;
  if (word == WORDS_NONE || !memory_grow(&p->last, &p->last_room, (size_t)word + 1, sizeof *p->last)) return NULL;
  memset(p->last + room, 0, (p->last_room - room) * sizeof *p->last);
  return &p->last[word];
}

/* "Charity 3": the number, and how long what stands before it is; 0: none. */
static uint64_t number_of(const char *name, size_t *kind) {
  const char *space = strrchr(name, ' ');
  *kind = space ? (size_t)(space - name) : 0;
  if (!space || !space[1] || strlen(space + 1) > 15 || space[1 + strspn(space + 1, "0123456789")]) return 0;
  return strtoull(space + 1, NULL, 10);
}

/* Keep a name; takes nothing. *again: the key or the name was there before. */
static nonet_code keep(bool *again, struct pseudonyms *p, const char *key, const char *name, const char *label, nonet_err *err) {
  bool is_new;
  uint32_t before = words_count(p->keys), word = words_add_text(p->keys, key);
  uint32_t folded = folded_word(p->names, name, strlen(name), &is_new);
  *again = word < before || !is_new;
  if (word == WORDS_NONE || folded == WORDS_NONE || !memory_grow(&p->at, &p->room, p->count + 1, sizeof *p->at)) return error_memory(err);
  if (*again) return NONET_OK;
  struct pseudonym made = {.name = memory_text(name), .label = memory_text(label)};
  size_t kind;
  made.number = number_of(name, &kind);
  uint64_t *last = last_of(p, name, kind);
  if (!made.name || !made.label || !last) {
    free(made.name);
    free(made.label);
    return error_memory(err);
  }
  if (made.number > *last) *last = made.number;
  p->at[p->count++] = made;
  return NONET_OK;
}

/* ---- reading ---- */

struct row {
  struct buffer cell[3];
  size_t cells;
  uint64_t line; /* where it begins */
};

struct scan {
  const char *at, *end;
  uint64_t line;
  const char *wrong; /* NULL: nothing */
};

/* One cell; what stands behind it is left. */
static void read_cell(struct scan *s, struct buffer *out) {
  bool quoted = s->at < s->end && *s->at == '"';
  if (quoted) s->at++;
  while (s->at < s->end && (quoted || !strchr(",\r\n", *s->at))) {
    if (*s->at == '\n') s->line++;
    if (quoted && *s->at == '"') {
      if (s->end - s->at < 2 || s->at[1] != '"') break;
      s->at++;
    }
    buffer_char(out, *s->at++);
  }
  if (!quoted) return;
  if (s->at == s->end) s->wrong = "a quote is not closed";
  s->at += s->at < s->end;
}

static void read_row(struct scan *s, struct row *r) {
  struct buffer beyond = {0};
  r->line = s->line;
  for (size_t i = 0; i < 3; i++)
    buffer_clear(&r->cell[i]);
  for (r->cells = 0;; s->at++) {
    read_cell(s, r->cells < 3 ? &r->cell[r->cells] : &beyond);
    r->cells++;
    if (s->at == s->end || *s->at != ',') break;
  }
  if (s->at < s->end && *s->at != '\r' && *s->at != '\n') s->wrong = "something stands behind a closing quote";
  if (s->at < s->end && *s->at == '\r') s->at++;
  if (s->at < s->end && *s->at == '\n') s->at++;
  s->line++;
  buffer_free(&beyond);
}

static nonet_code take_row(struct pseudonyms *p, const struct row *r, nonet_err *err) {
  const char *key = buffer_string(&r->cell[0]), *name = buffer_string(&r->cell[1]);
  bool again;
  if (r->cells == 1 && !*key) return NONET_OK; /* an empty line */
  if (!*key) {
    if (strlen(name) != PSEUDONYM_SECRET || name[strspn(name, "0123456789abcdef")])
      return error_at(err, NONET_EINPUT, p->path, r->line, "a name without a key");
    memcpy(p->secret, name, sizeof p->secret);
    return NONET_OK;
  }
  if (!*name) return error_at(err, NONET_EINPUT, p->path, r->line, "a key without a name");
  nonet_code code = keep(&again, p, key, name, buffer_string(&r->cell[2]), err);
  if (!code && again) code = error_at(err, NONET_EINPUT, p->path, r->line, "the key or the name stands here a second time");
  return code;
}

static nonet_code parse(struct pseudonyms *p, const struct mapping *m, nonet_err *err) {
  struct scan s = {.at = (const char *)m->at, .end = (const char *)m->at + m->size, .line = 1};
  struct row r = {0};
  nonet_code code = NONET_OK;
  if (utf8_valid(s.at, m->size) != m->size || memchr(s.at, 0, m->size)) return error_at(err, NONET_EINPUT, p->path, 0, "this is not text");
  for (bool head = true; s.at < s.end && !code; head = false) {
    read_row(&s, &r);
    if (r.cell[0].failed || r.cell[1].failed || r.cell[2].failed)
      code = error_memory(err);
    else if (s.wrong)
      code = error_at(err, NONET_EINPUT, p->path, r.line, "%s", s.wrong);
    else if (head && (strcmp(buffer_string(&r.cell[0]), "key") != 0 || strcmp(buffer_string(&r.cell[1]), "name") != 0))
      code = error_at(err, NONET_EINPUT, p->path, 1, "this is no key file: its first line is not 'key,name,label'");
    else if (!head)
      code = take_row(p, &r, err);
  }
  for (size_t i = 0; i < 3; i++)
    buffer_free(&r.cell[i]);
  return code;
}

/* ---- the file ---- */

static void lock_folder(struct pseudonyms *p) {
  const char *slash = strrchr(p->path, '/');
  char *folder = slash ? memory_text(p->path) : memory_text(".");
  if (folder && slash) folder[slash == p->path ? 1 : slash - p->path] = '\0';
  p->lock = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  free(folder);
  while (p->lock >= 0 && flock(p->lock, LOCK_EX) != 0 && errno == EINTR)
    ;
}

nonet_code pseudonyms_open(struct pseudonyms *p, const char *path, nonet_err *err) {
  struct mapping m = {0};
  *p = (struct pseudonyms){.path = path, .lock = -1, .keys = words_new(), .kinds = words_new(), .names = words_new()};
  if (!p->keys || !p->kinds || !p->names) return error_memory(err);
  lock_folder(p);
  int made = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0 && errno != EEXIST) return error_os(err, errno, path, "write");
  p->made = made >= 0;
  if (made >= 0) close(made);
  nonet_code code = p->made ? NONET_OK : mapping_open(&m, path, err);
  if (!code && m.size) code = parse(p, &m, err);
  mapping_close(&m);
  unsigned char random[PSEUDONYM_SECRET / 2];
  if (code || p->secret[0]) return code;
  if (getentropy(random, sizeof random) != 0) return error_os(err, errno, path, "draw a secret for");
  for (size_t i = 0; i < sizeof random; i++) {
    p->secret[2 * i] = "0123456789abcdef"[random[i] >> 4];
    p->secret[2 * i + 1] = "0123456789abcdef"[random[i] & 15];
  }
  p->grown = true;
  return NONET_OK;
}

static void write_cell(nonet_out *o, const char *text, const char *behind) {
  struct buffer cell = {0};
  draft_reject_field(&cell, text, strlen(text));
  nonet_out_write(o, buffer_string(&cell), cell.size);
  nonet_out_text(o, behind);
  buffer_free(&cell);
}

nonet_code pseudonyms_save(struct pseudonyms *p, nonet_err *err) {
  nonet_out *o = NULL;
  if (!p->grown) return NONET_OK;
  nonet_code code = nonet_out_file(&o, p->path, err);
  if (code) return code;
  nonet_out_text(o, "key,name,label\n,");
  nonet_out_text(o, p->secret);
  nonet_out_text(o, "\n");
  for (uint32_t i = 0; i < p->count; i++) {
    write_cell(o, words_text(p->keys, i + 1), ",");
    write_cell(o, p->at[i].name, ",");
    write_cell(o, p->at[i].label, "\n");
  }
  code = nonet_out_commit(o, err);
  nonet_out_free(o);
  if (!code) p->made = p->grown = false;
  return code;
}

void pseudonyms_close(struct pseudonyms *p) {
  if (p->made) unlink(p->path);
  for (size_t i = 0; i < p->count; i++) {
    free(p->at[i].name);
    free(p->at[i].label);
  }
  free(p->at);
  free(p->last);
  words_free(p->keys);
  words_free(p->kinds);
  words_free(p->names);
  if (p->lock >= 0) close(p->lock);
}

/* ---- new names ---- */

struct newcomer {
  char digest[65];
  uint32_t node;
};

static int by_digest(const void *left, const void *right) {
  return strcmp(((const struct newcomer *)left)->digest, ((const struct newcomer *)right)->digest);
}

/* "Charity 4" of a node of kind 'charity'; "Node 4" where no kind is said. */
static nonet_code name_one(struct pseudonyms *p, const nonet *n, uint32_t v, nonet_err *err) {
  nonet_node node;
  nonet_node_get(&node, n, v);
  struct buffer name = {0};
  buffer_text(&name, *node.kind ? node.kind : "node");
  if (!name.failed && name.bytes[0] >= 'a' && name.bytes[0] <= 'z') name.bytes[0] = (char)(name.bytes[0] - 'a' + 'A');
  size_t kind = name.size;
  uint64_t *last = name.failed ? NULL : last_of(p, name.bytes, kind), number = last ? *last : 0;
  nonet_code code = last ? NONET_OK : error_memory(err);
  for (bool again = true; again && !code;) { /* a name that somebody wrote into the file may be this one */
    char text[24];
    int length = snprintf(text, sizeof text, " %" PRIu64, ++number);
    name.size = kind;
    buffer_add(&name, text, (size_t)length);
    bool is_new;
    struct buffer folded = {0};
    again =
        !name.failed && name_fold(&folded, buffer_string(&name)) && words_find(p->names, buffer_string(&folded), folded.size) != WORDS_NONE;
    buffer_free(&folded);
    if (!again) code = name.failed ? error_memory(err) : keep(&is_new, p, node.key, buffer_string(&name), node.label, err);
  }
  buffer_free(&name);
  return code;
}

nonet_code pseudonyms_give(struct pseudonyms *p, const nonet *n, nonet_err *err) {
  struct newcomer *new = memory_array(n->nodes, sizeof *new);
  struct buffer text = {0};
  uint32_t count = 0;
  if (!new) return error_memory(err);
  for (uint32_t v = 0; v < n->nodes; v++) {
    if (pseudonyms_of(p, net_key(n, v))) continue;
    buffer_clear(&text);
    buffer_text(&text, p->secret);
    buffer_text(&text, net_key(n, v));
    digest_bytes(new[count].digest, buffer_string(&text), text.size);
    new[count++].node = v;
  }
  nonet_code code = text.failed ? error_memory(err) : NONET_OK;
  buffer_free(&text);
  qsort(new, count, sizeof *new, by_digest);
  for (uint32_t i = 0; i < count && !code; i++)
    code = name_one(p, n, new[i].node, err);
  p->grown = p->grown || count > 0;
  free(new);
  return code;
}
