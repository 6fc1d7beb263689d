/* The parts of an XLSX file: which there are, and how they are read without being bombed.
 *
 * How: libzip opens the bytes in memory; parts are inflated 16 KB at a time straight into expat, never whole. The sum of all that was
 * inflated may not pass 64 MB or 200 times the file, whichever is more, nor the memory limit; declared sizes are looked at first but
 * never trusted. Parts are found through the relationships, so any writer's names for them will do.
 *
 * [1] ECMA-376-1:2016, Office Open XML, parts 9, 12 and 18 */
#include "read/workbook.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define LEAST_MOST ((uint64_t)64 << 20)
#define MOST_RATIO 200
#define MOST_SHEETS 1024
#define ZLIB_MEMORY (-4) /* Z_MEM_ERROR, which libzip passes on */

/* ---- parts ---- */

static nonet_code too_large(const struct workbook *w, nonet_err *err) {
  return error_at(err, NONET_ELIMIT, w->file, 0, "the workbook unpacks to more than %llu MB", (unsigned long long)(w->most >> 20));
}

/* What libzip says, as ours: short of memory, or a damaged file. */
static nonet_code zip_fault(const struct workbook *w, zip_error_t *error, const char *part, nonet_err *err) {
  bool zlib_memory = zip_error_code_zip(error) == ZIP_ER_ZLIB && zip_error_code_system(error) == ZLIB_MEMORY;
  if (zlib_memory || zip_error_code_zip(error) == ZIP_ER_MEMORY) return error_memory(err);
  return error_at(err, NONET_EINPUT, w->file, 0, "the workbook is damaged (%.100s: %.100s)", part, zip_error_strerror(error));
}

static nonet_code feed_part(struct workbook *w, zip_file_t *file, struct xml *x, const char *part, nonet_err *err) {
  char piece[16384];
  for (;;) {
    zip_int64_t got = zip_fread(file, piece, sizeof piece);
    if (got < 0) return zip_fault(w, zip_file_get_error(file), part, err);
    w->inflated += (uint64_t)got;
    if (w->inflated > w->most) return too_large(w, err);
    nonet_code code = xml_feed(x, piece, (size_t)got, got == 0, err);
    if (!code) code = run_check(w->run, err);
    if (code || got == 0) return code;
  }
}

nonet_code workbook_parse(struct workbook *w, const char *part, const struct xml_handler *handler, struct xml **x, nonet_err *err) {
  zip_stat_t about;
  if (zip_stat(w->zip, part, 0, &about) != 0) return error_at(err, NONET_EINPUT, w->file, 0, "the workbook has no part '%.100s'", part);
  if ((about.valid & ZIP_STAT_SIZE) && about.size > w->most - w->inflated) return too_large(w, err);
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE)
    return error_at(err, NONET_EINPUT, w->file, 0, "the workbook is protected by a password");
  zip_file_t *file = zip_fopen_index(w->zip, about.index, 0);
  if (!file) return zip_fault(w, zip_get_error(w->zip), part, err);
  nonet_code code = xml_open(x, handler, w->file, err);
  if (!code) code = feed_part(w, file, *x, part, err);
  xml_close(*x);
  *x = NULL;
  zip_fclose(file);
  return code;
}

/* ---- relationships ---- */

struct relation {
  char *id, *type, *target; /* owned */
};

struct relations {
  struct relation *at;
  size_t count, room;
};

static void relations_free(struct relations *r) {
  for (size_t i = 0; i < r->count; i++) {
    free(r->at[i].id);
    free(r->at[i].type);
    free(r->at[i].target);
  }
  free(r->at);
}

static nonet_code relation_start(void *user, const char *name, const char **attributes, nonet_err *err) {
  struct relations *r = user;
  const char *id = xml_attribute(attributes, "Id"), *type = xml_attribute(attributes, "Type"),
             *target = xml_attribute(attributes, "Target");
  if (strcmp(name, "Relationship") != 0 || !id || !type || !target) return NONET_OK;
  if (!memory_grow(&r->at, &r->room, r->count + 1, sizeof *r->at)) return error_memory(err);
  struct relation *one = &r->at[r->count++];
  const char *last = strrchr(type, '/');
  *one = (struct relation){memory_text(id), memory_text(last ? last + 1 : type), memory_text(target)};
  return one->id && one->type && one->target ? NONET_OK : error_memory(err);
}

static nonet_code nothing_at_end(void *user, const char *name, nonet_err *err) {
  (void)user, (void)name, (void)err;
  return NONET_OK;
}

static const char *target_of(const struct relations *r, const char *id, const char *type) {
  for (size_t i = 0; i < r->count; i++)
    if ((!id || strcmp(r->at[i].id, id) == 0) && (!type || strcmp(r->at[i].type, type) == 0)) return r->at[i].target;
  return NULL;
}

/* The relationships of a part ("" for the package): in _rels beside it. */
static nonet_code read_relations(struct relations *out, struct workbook *w, const char *part, nonet_err *err) {
  struct buffer path = {0};
  const char *slash = strrchr(part, '/');
  buffer_add(&path, part, slash ? (size_t)(slash + 1 - part) : 0);
  buffer_print(&path, "_rels/%s.rels", slash ? slash + 1 : part);
  const struct xml_handler handler = {out, relation_start, nothing_at_end, NULL};
  struct xml *x = NULL;
  nonet_code code = path.failed ? error_memory(err) : workbook_parse(w, path.bytes, &handler, &x, err);
  buffer_free(&path);
  return code;
}

/* A target beside a part, owned: "worksheets/sheet1.xml" of "xl/workbook.xml" is "xl/worksheets/sheet1.xml". */
static char *beside(const char *part, const char *target) {
  struct buffer path = {0};
  const char *slash = strrchr(part, '/');
  if (*target != '/' && slash) buffer_add(&path, part, (size_t)(slash + 1 - part));
  buffer_text(&path, *target == '/' ? target + 1 : target);
  char *text = path.failed ? NULL : memory_text(buffer_string(&path));
  buffer_free(&path);
  return text;
}

/* ---- the workbook part ---- */

struct sheet_names {
  struct workbook *w;
  const struct relations *relations;
  const char *part;
};

static nonet_code sheet_start(void *user, const char *name, const char **attributes, nonet_err *err) {
  struct sheet_names *s = user;
  struct workbook *w = s->w;
  if (strcmp(name, "workbookPr") == 0) {
    const char *value = xml_attribute(attributes, "date1904");
    w->since_1904 = value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
  }
  if (strcmp(name, "sheet") != 0) return NONET_OK;
  const char *title = xml_attribute(attributes, "name"), *id = xml_attribute(attributes, "id"), *state = xml_attribute(attributes, "state");
  const char *target = id ? target_of(s->relations, id, "worksheet") : NULL;
  if (!title || !target) return NONET_OK; /* a sheet of a chart, or none */
  if (w->sheet_count == MOST_SHEETS) return error_at(err, NONET_ELIMIT, w->file, 0, "more than %d sheets", MOST_SHEETS);
  if (!memory_grow(&w->sheets, &w->sheet_room, w->sheet_count + 1, sizeof *w->sheets)) return error_memory(err);
  struct workbook_sheet *sheet = &w->sheets[w->sheet_count++];
  *sheet = (struct workbook_sheet){memory_text(title), beside(s->part, target), state && strcmp(state, "visible") != 0};
  return sheet->name && sheet->part ? NONET_OK : error_memory(err);
}

static nonet_code read_parts(struct workbook *w, const char *part, nonet_err *err) {
  struct relations relations = {0};
  nonet_code code = read_relations(&relations, w, part, err);
  struct sheet_names names = {w, &relations, part};
  const struct xml_handler handler = {&names, sheet_start, nothing_at_end, NULL};
  struct xml *x = NULL;
  if (!code) code = workbook_parse(w, part, &handler, &x, err);
  if (!code) {
    const char *strings = target_of(&relations, NULL, "sharedStrings"), *styles = target_of(&relations, NULL, "styles");
    w->strings_part = strings ? beside(part, strings) : NULL;
    w->styles_part = styles ? beside(part, styles) : NULL;
    if ((strings && !w->strings_part) || (styles && !w->styles_part)) code = error_memory(err);
  }
  relations_free(&relations);
  return code;
}

static nonet_code read_all(struct workbook *w, nonet_err *err) {
  struct relations package = {0};
  nonet_code code = read_relations(&package, w, "", err);
  const char *target = code ? NULL : target_of(&package, NULL, "officeDocument");
  char *part = code ? NULL : beside("", target ? target : "xl/workbook.xml");
  if (!code && !part) code = error_memory(err);
  relations_free(&package);
  if (!code) code = read_parts(w, part, err);
  free(part);
  if (!code && w->strings_part) code = workbook_read_strings(w, err);
  if (!code && w->styles_part) code = workbook_read_styles(w, err);
  if (!code && !w->sheet_count) code = error_at(err, NONET_EINPUT, w->file, 0, "the workbook has no sheet of cells");
  return code;
}

/* ---- open and close ---- */

static nonet_code open_zip(struct workbook *w, const struct source *s, nonet_err *err) {
  if (s->size >= 4 && memcmp(s->bytes, "\xd0\xcf\x11\xe0", 4) == 0)
    return error_at(err, NONET_EINPUT, w->file, 0, "this is an old or a protected workbook: save it as .xlsx without a password");
  /* libzip takes some allocations that fail for a damaged directory, so a failure is looked at twice, and memory is probed. */
  for (int attempt = 0; attempt < 2 && !w->zip; attempt++) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *bytes = zip_source_buffer_create(s->bytes, s->size, 0, &error);
    if (bytes) w->zip = zip_open_from_source(bytes, ZIP_RDONLY, &error);
    if (bytes && !w->zip) zip_source_free(bytes);
    zip_error_fini(&error);
  }
  if (w->zip) return NONET_OK;
  void *probe = memory_array(s->size + 65536, 2);
  bool is_short = !probe;
  free(probe);
  return is_short ? error_memory(err) : error_at(err, NONET_EINPUT, w->file, 0, "this is not an XLSX workbook, or it is damaged");
}

nonet_code workbook_open(struct workbook **out, const struct source *s, uint64_t most_memory, const struct run *run, nonet_err *err) {
  *out = NULL;
  struct workbook *w = memory_zeroed(1, sizeof *w);
  if (!w) return error_memory(err);
  w->users = 1;
  w->file = s->name;
  w->run = run;
  w->most = s->size > UINT64_MAX / MOST_RATIO ? UINT64_MAX : s->size * MOST_RATIO;
  if (w->most < LEAST_MOST) w->most = LEAST_MOST;
  if (most_memory && w->most > most_memory) w->most = most_memory;
  nonet_code code = open_zip(w, s, err);
  if (!code) code = read_all(w, err);
  if (code) {
    workbook_close_file(w);
    workbook_release(w);
    return code;
  }
  *out = w;
  return NONET_OK;
}

void workbook_close_file(struct workbook *w) {
  if (w->zip) zip_discard(w->zip);
  w->zip = NULL;
}

void workbook_release(struct workbook *w) {
  if (--w->users) return;
  for (size_t i = 0; i < w->sheet_count; i++) {
    free(w->sheets[i].name);
    free(w->sheets[i].part);
  }
  free(w->sheets);
  free(w->strings_part);
  free(w->styles_part);
  buffer_free(&w->strings);
  free(w->string_end);
  free(w->date_style);
  free(w);
}
