/* A folder of tables is one network: its files in the order of their names' bytes, whatever order the disk keeps. */
#include "read/folder.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static nonet_code add(struct folder *f, size_t *room, const char *folder, const char *name, nonet_err *err) {
  struct buffer path = {0};
  size_t length = strlen(folder);
  buffer_print(&path, "%s%s%s", folder, length && folder[length - 1] == '/' ? "" : "/", name);
  struct stat about;
  nonet_code code = path.failed ? error_memory(err) : NONET_OK;
  bool is_file = !code && stat(path.bytes, &about) == 0 && S_ISREG(about.st_mode);
  if (is_file && !memory_grow(&f->path, room, f->count + 1, sizeof *f->path)) code = error_memory(err);
  if (is_file && !code) {
    f->path[f->count] = memory_text(path.bytes);
    if (f->path[f->count])
      f->count++;
    else
      code = error_memory(err);
  }
  buffer_free(&path);
  return code;
}

nonet_code folder_list(struct folder *out, const char *path, nonet_err *err) {
  *out = (struct folder){0};
  DIR *dir = opendir(path);
  if (!dir) return errno == ENOMEM ? error_memory(err) : error_os(err, errno, path, "read");
  size_t room = 0;
  nonet_code code = NONET_OK;
  for (;;) {
    errno = 0;
    const struct dirent *entry = readdir(dir);
    if (!entry && errno) code = error_os(err, errno, path, "read");
    if (!entry || code) break;
    if (entry->d_name[0] == '.' || strncmp(entry->d_name, "~$", 2) == 0) continue;
    code = add(out, &room, path, entry->d_name, err);
    if (code) break;
  }
  closedir(dir);
  if (code) folder_free(out);
  if (out->count) qsort(out->path, out->count, sizeof *out->path, by_name);
  return code;
}

void folder_free(struct folder *f) {
  for (size_t i = 0; i < f->count; i++)
    free(f->path[i]);
  free(f->path);
  *f = (struct folder){0};
}
