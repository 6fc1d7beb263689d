/* nonet_read: inputs into a draft, all or nothing.
 *
 * How: each input is a file, a folder of tables or standard input; LAYER=FILE gives its rows a layer, and a scope of their own unless ids
 * are shared. Tables of nodes go in as they come, the others when all files were opened; a failure takes everything back.
 * At the end every heading that --columns names must have been found in some table, for a misspelt one would be silently nothing. */
#include "read/read.h"

#include "base/memory.h"
#include "read/folder.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

nonet_code reading_check(const struct reading *r, nonet_err *err) {
  const nonet_run *asked = r->run.asked;
  if (asked->max_nodes && nonet_draft_nodes(r->draft) > asked->max_nodes)
    return error_set(err, NONET_ELIMIT, "more than %llu nodes (--max-nodes)", (unsigned long long)asked->max_nodes);
  if (asked->max_ties && nonet_draft_ties(r->draft) > asked->max_ties)
    return error_set(err, NONET_ELIMIT, "more than %llu ties (--max-ties)", (unsigned long long)asked->max_ties);
  return run_check(&r->run, err);
}

nonet_code place_file(struct place *out, struct reading *r, const struct place *like, const char *path, nonet_err *err) {
  *out = *like;
  nonet_code code = nonet_draft_file(&out->file, r->draft, path, err);
  if (!code) out->path = draft_file_path(r->draft, out->file);
  return code;
}

/* Bytes that an input may still take; 0: no limit. */
static uint64_t room_left(const struct reading *r) {
  uint64_t most = r->run.asked->max_memory;
  return !most ? 0 : most > r->held ? most - r->held : 1;
}

static nonet_code read_source(struct reading *r, struct source *s, const nonet_input *input, const char *path, const struct place *place,
                              nonet_err *err) {
  const struct reader *reader = NULL;
  bool packed = s->size >= 4 && memcmp(s->bytes, "PK\3\4", 4) == 0;
  nonet_code code = reader_choose(&reader, path, input->format, packed ? s : NULL, err);
  if (code) return code;
  if (!reader || !reader->of_bytes) code = source_to_text(s, r->options->encoding, room_left(r), err);
  if (!code && !reader) code = reader_choose(&reader, path, NULL, s, err);
  struct place here;
  if (!code) code = place_file(&here, r, place, s->name, err);
  if (code) return code;
  s->name = here.path;
  r->held += s->size;
  columns_for(&r->asked, here.path);
  return reader->read(r, s, &here, err);
}

static nonet_code read_file(struct reading *r, const nonet_input *input, const char *path, const struct place *place, nonet_err *err) {
  struct source s;
  nonet_code code = source_open(&s, path, room_left(r), &r->run, err);
  if (code) return code;
  code = read_source(r, &s, input, path, place, err);
  source_close(&s);
  return code;
}

static nonet_code read_folder(struct reading *r, const nonet_input *input, const struct place *place, nonet_err *err) {
  struct folder folder;
  nonet_code code = folder_list(&folder, input->path, err);
  size_t read = 0;
  for (size_t i = 0; i < folder.count && !code; i++) {
    if (!reader_has_suffix(folder.path[i])) continue;
    code = read_file(r, input, folder.path[i], place, err);
    read++;
  }
  if (!code && !read) code = error_at(err, NONET_EINPUT, input->path, 0, "no table is in this folder (.csv, .tsv, .xlsx, .json)");
  folder_free(&folder);
  return code;
}

static nonet_code read_input(struct reading *r, const nonet_input *input, nonet_err *err) {
  if (!input->path || !*input->path) return error_set(err, NONET_EUSAGE, "an input without a path");
  struct place place = {0};
  if (input->layer && *input->layer) {
    place.in_layer = true;
    place.layer = draft_word(r->draft, input->layer, strlen(input->layer));
    if (place.layer == WORDS_NONE) return error_memory(err);
    place.scope = r->options->same_ids ? 0 : place.layer;
  }
  struct stat about;
  bool is_folder = strcmp(input->path, "-") != 0 && stat(input->path, &about) == 0 && S_ISDIR(about.st_mode);
  return is_folder ? read_folder(r, input, &place, err) : read_file(r, input, input->path, &place, err);
}

/* --columns itself, or the file that "@FILE" names. */
static nonet_code read_columns(struct reading *r, nonet_err *err) {
  const char *text = r->options->columns;
  if (!text || *text != '@') return columns_parse(&r->asked, text, err);
  struct source s;
  nonet_code code = source_open(&s, text + 1, (uint64_t)1 << 20, &r->run, err);
  if (code) return code;
  code = source_to_text(&s, NULL, 0, err);
  if (!code) code = columns_parse(&r->asked, source_text(&s), err);
  source_close(&s);
  return code;
}

static nonet_code check_columns(const struct reading *r, nonet_err *err) {
  for (size_t i = 0; i < r->asked.count; i++) {
    const struct asked_column *a = &r->asked.at[i];
    if (a->found) continue;
    const char *file = a->file ? a->file : "", *colon = a->file ? ":" : "";
    if (!a->heading)
      return error_set(err, NONET_EUSAGE, "--columns %s%s%s=#%zu: no table%s has so many columns", file, colon, role_name(a->role),
                       a->number + 1, a->file ? " of this name" : "");
    struct buffer b = {0};
    name_nearest_say(&a->near, &b);
    nonet_code code = error_set(err, NONET_EUSAGE, "--columns %s%s%s=%s: no table%s has this heading%s", file, colon, role_name(a->role),
                                a->heading, a->file ? " of this name" : "", buffer_string(&b));
    buffer_free(&b);
    return code;
  }
  return NONET_OK;
}

nonet_code nonet_read(nonet_draft *d, const nonet_input *inputs, size_t count, const nonet_read_options *options, const nonet_run *run,
                      nonet_err *err) {
  static const nonet_read_options plain;
  struct reading r = {.draft = d, .options = options ? options : &plain};
  struct draft_mark mark;
  draft_mark(d, &mark);
  run_start(&r.run, run);
  r.decimal = r.options->decimal_comma ? ',' : '.';
  r.node_table = mark.node_table;
  nonet_code code = read_columns(&r, err);
  for (size_t i = 0; i < count && !code; i++) {
    run_progress(&r.run, "reading", (double)i / (double)count);
    code = read_input(&r, &inputs[i], err);
  }
  if (!code) code = table_read_waiting(&r, err);
  table_drop_waiting(&r);
  if (!code) code = check_columns(&r, err);
  columns_free(&r.asked);
  if (code) draft_back_to(d, &mark);
  return code;
}
