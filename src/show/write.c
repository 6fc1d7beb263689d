/* Whole networks as files: finds the writer by name or by the suffix of the path.
 *
 * How: each format is a row with one function that writes some rows after the other, so that a million ties need no memory of their own.
 * Why a list of its own beside the readers': reading and writing are two rooms that do not know each other. */
#include "show/write.h"

#include <string.h>
#include <sys/stat.h>

static const struct writer *const writers[] = {&writer_csv, &writer_json, &writer_dot, &writer_snapshot};
enum { WRITERS = sizeof writers / sizeof *writers };

static const struct writer *by_name(const char *name) {
  for (size_t i = 0; i < WRITERS; i++)
    if (strcmp(writers[i]->name, name) == 0) return writers[i];
  return NULL;
}

static const struct writer *by_suffix(const char *path) {
  size_t length = strlen(path);
  for (size_t i = 0; i < WRITERS; i++) {
    for (const char *at = writers[i]->suffixes; *at; at += strspn(at, " ")) {
      size_t size = strcspn(at, " ");
      if (length > size && memcmp(path + length - size, at, size) == 0) return writers[i];
      at += size;
    }
  }
  return NULL;
}

static nonet_code unknown(const char *what, const char *name, nonet_err *err) {
  struct buffer names = {0};
  for (size_t i = 0; i < WRITERS; i++)
    buffer_print(&names, "%s%s", i == 0 ? "" : i + 1 == WRITERS ? " and " : ", ", writers[i]->name);
  error_set(err, NONET_EUSAGE, "%s '%s'; a network can be written as %s", what, name, buffer_string(&names));
  buffer_free(&names);
  return NONET_EUSAGE;
}

static bool is_folder(const char *path) {
  struct stat st;
  size_t length = strlen(path);
  return (length && path[length - 1] == '/') || (stat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

nonet_code nonet_write(nonet_out *o, const nonet *n, const char *format, const nonet_run *asked, nonet_err *err) {
  struct run run;
  const struct writer *w = by_name(format);
  run_start(&run, asked);
  return w ? w->write(o, n, &run, err) : unknown("cannot write the format", format, err);
}

nonet_code nonet_convert(const char *path, const nonet *n, const char *format, const nonet_run *asked, nonet_err *err) {
  struct run run;
  bool folder = is_folder(path);
  const struct writer *w = format ? by_name(format) : folder ? &writer_csv : by_suffix(path);
  run_start(&run, asked);
  if (!w) return format ? unknown("cannot write the format", format, err) : unknown("no format is known by the suffix of", path, err);
  if (folder) {
    if (w != &writer_csv) return error_set(err, NONET_EUSAGE, "%s: only csv is written into a folder, not %s", path, w->name);
    return write_csv_folder(path, n, &run, err);
  }
  nonet_out *o = NULL;
  nonet_code code = nonet_out_file(&o, path, err);
  if (code == NONET_OK) code = w->write(o, n, &run, err);
  if (code == NONET_OK) code = nonet_out_commit(o, err);
  nonet_out_free(o);
  return code;
}
