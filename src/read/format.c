/* The formats: a registry, and how the reader of a file is chosen.
 *
 * How: by the name the user gives, else by the file's suffix, else by the first reader of the list that knows the content. The list goes
 * from formats with a mark of their own to those that nearly any text could be. */
#include "read/registry.h"

#include "base/name.h"
#include "net/snapshot.h"

#include <string.h>
#include <strings.h>

static bool is_snapshot(const char *bytes, size_t size) {
  return size >= 8 && memcmp(bytes, SNAPSHOT_MAGIC, 8) == 0;
}

/* Written by show/, and opened by net/ as a whole network: it is not read into a draft. What is called so and is none is bad input. */
static nonet_code read_snapshot(struct reading *r, struct source *taken, const struct place *place, nonet_err *err) {
  (void)r;
  if (is_snapshot(taken->bytes, taken->size))
    return error_at(err, NONET_EUSAGE, place->path, 0, "a snapshot is a whole network and is opened alone, not beside other files");
  return error_at(err, NONET_EINPUT, place->path, 0,
                  taken->size == 0 ? "the file is empty, not a snapshot" : "not a snapshot of nonet (--from-format says what it is)");
}
static const struct reader snapshot_reader = {.info = {.name = "nonet",
                                                       .title = "nonet's own snapshot",
                                                       .suffixes = ".nonet",
                                                       .note = "opened at once, without reading; stands alone",
                                                       .reads = true,
                                                       .writes = true},
                                              .of_bytes = true,
                                              .sniff = is_snapshot,
                                              .read = read_snapshot};

/* Written by show/, not read yet. */
static const struct reader dot_writer = {
    .info = {.name = "dot", .title = "Graphviz DOT", .suffixes = ".dot .gv", .note = "with the positions of a layout", .writes = true}};

static const struct reader *const readers[] = {&xlsx_reader, &json_reader, &csv_reader, &tsv_reader, &snapshot_reader, &dot_writer};

const struct reader *reader_at(size_t i) {
  return i < sizeof readers / sizeof *readers ? readers[i] : NULL;
}

const nonet_format *nonet_format_at(size_t i) {
  const struct reader *reader = reader_at(i);
  return reader ? &reader->info : NULL;
}

static bool has_suffix(const char *path, const char *suffixes) {
  size_t length = strlen(path);
  while (*suffixes) {
    size_t suffix = strcspn(suffixes, " ");
    if (length > suffix && strncasecmp(path + length - suffix, suffixes, suffix) == 0) return true;
    suffixes += suffix + (suffixes[suffix] == ' ');
  }
  return false;
}

static const struct reader *by_suffix(const char *path) {
  for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
    if (readers[i]->info.reads && has_suffix(path, readers[i]->info.suffixes)) return readers[i];
  return NULL;
}

bool reader_has_suffix(const char *path) {
  return by_suffix(path) != NULL;
}

static void say_list(struct buffer *b) {
  const char *between = "";
  for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
    if (!readers[i]->info.reads) continue;
    buffer_print(b, "%s%s", between, readers[i]->info.name);
    between = ", ";
  }
}

static nonet_code by_name(const struct reader **out, const char *format, nonet_err *err) {
  struct name_nearest near;
  if (!name_nearest_start(&near, format)) return error_memory(err);
  for (size_t i = 0; i < sizeof readers / sizeof *readers && !*out; i++) {
    if (!readers[i]->info.reads) continue;
    if (strcasecmp(readers[i]->info.name, format) == 0) *out = readers[i];
    name_nearest_offer(&near, readers[i]->info.name);
  }
  nonet_code code = NONET_OK;
  if (!*out) {
    struct buffer b = {0};
    name_nearest_say(&near, &b);
    buffer_text(&b, "; what can be read is ");
    say_list(&b);
    code = b.failed ? error_memory(err) : error_set(err, NONET_EUSAGE, "there is no format '%s'%s", format, buffer_string(&b));
    buffer_free(&b);
  }
  name_nearest_free(&near);
  return code;
}

nonet_code reader_choose(const struct reader **out, const char *path, const char *format, const struct source *s, nonet_err *err) {
  *out = NULL;
  if (format) return by_name(out, format, err);
  *out = by_suffix(path);
  for (size_t i = 0; i < sizeof readers / sizeof *readers && !*out && s; i++)
    if (readers[i]->sniff && readers[i]->sniff(source_text(s), source_length(s))) *out = readers[i];
  if (*out || !s) return NONET_OK;
  struct buffer b = {0};
  say_list(&b);
  nonet_code code =
      b.failed ? error_memory(err)
               : error_at(err, NONET_EINPUT, s->name, 1, "cannot tell the format (one of %s with --from-format)", buffer_string(&b));
  buffer_free(&b);
  return code;
}
