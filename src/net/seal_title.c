/* The title of a network that was given none: the folder that all inputs stand in, else the names of the files without their suffixes. */
#include "base/buffer.h"
#include "base/memory.h"
#include "net/seal.h"

#include <stdlib.h>
#include <string.h>

/* The last part of a path of `length` bytes. */
static const char *last_part(const char *path, size_t length, size_t *part_length) {
  while (length > 1 && path[length - 1] == '/')
    length--;
  size_t start = length;
  while (start > 0 && path[start - 1] != '/')
    start--;
  *part_length = length - start;
  return path + start;
}

/* Append a file's name without its suffix. */
static void add_name(struct buffer *out, const char *path) {
  size_t length;
  const char *name = last_part(path, strlen(path), &length);
  if (length == 1 && *name == '-') {
    buffer_text(out, "standard input");
    return;
  }
  size_t kept = length;
  while (kept > 1 && name[kept - 1] != '.')
    kept--;
  buffer_add(out, name, kept > 1 ? kept - 1 : length);
}

/* The length of the folder part of a path, without its slash; 0: none. */
static size_t folder_length(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? (size_t)(slash - path) : 0;
}

/* Whether all files stand in one folder that has a name. */
static bool one_folder(const nonet_draft *d) {
  const char *path = d->file[0].path;
  size_t length = folder_length(path), part;
  const char *name = last_part(path, length, &part);
  if (part == 0 || *name == '.' || *name == '/') return false;
  for (uint32_t i = 1; i < d->files; i++)
    if (folder_length(d->file[i].path) != length || strncmp(d->file[i].path, path, length) != 0) return false;
  return true;
}

nonet_code seal_title(struct seal *s, nonet_err *err) {
  const nonet_draft *d = s->d;
  struct buffer title = {0};
  if (s->o.title && *s->o.title) {
    buffer_text(&title, s->o.title);
  } else if (d->files > 1 && one_folder(d)) {
    size_t length;
    const char *name = last_part(d->file[0].path, folder_length(d->file[0].path), &length);
    buffer_add(&title, name, length);
  } else {
    for (uint32_t i = 0; i < d->files && i < 3; i++) {
      if (i) buffer_text(&title, ", ");
      add_name(&title, d->file[i].path);
    }
    if (d->files > 3) buffer_print(&title, " and %u more", d->files - 3);
  }
  s->n->title = title.failed ? NULL : memory_text(buffer_string(&title));
  buffer_free(&title);
  return s->n->title ? NONET_OK : error_memory(err);
}
