/* SPDX-License-Identifier: MIT
 * How: each file gets a new temporary in its folder with all bytes, fsync and the old file's mode (or what umask leaves).
 * When all are there, they are renamed one after the other, and the folders fsynced. Should a rename fail, those before it
 * are taken back: of several, what a file replaces keeps a second name (a hard link) until the last is in its place. On any
 * failure, and on a signal (guard.c), the temporaries go and the old files stand. */
#include "draw/output.h"
#include "draw/draw.h"
#include "draw/guard.h"
#include "draw/say.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int fail(const char *path) {
  int why = errno;
  if (why == EPIPE) guard_leave(128 + SIGPIPE);
  say_error("%s: cannot write: %s", path, strerror(why));
  return DRAW_FILES;
}

static bool put(int to, const struct bytes *data) {
  for (size_t at = 0; at < data->length;) {
    ssize_t n = write(to, data->data + at, data->length - at);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    at += (size_t)n;
  }
  return true;
}

static int write_through(int to, const char *name, const struct bytes *data) {
  bool good = put(to, data);
  return good ? DRAW_OK : fail(name);
}

static void sync_folder(const char *path) {
  char *folder = strdup(path);
  if (folder == NULL) return;
  char *slash = strrchr(folder, '/');
  if (slash != NULL) slash[1] = '\0';
  int fd = open(slash != NULL ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0) {
    fsync(fd);
    close(fd);
  }
  free(folder);
}

static mode_t new_mode(const struct stat *old, bool exists) {
  if (exists) return old->st_mode & 07777;
  mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/* A file on its way. */
struct staged {
  const char *path;           /* NULL: written through, nothing more to do */
  struct bytes fresh, before; /* names: the temporary, and the second name of what it replaces; "" or none where there is none */
  bool exists, placed;
};

static bool is_file(const char *path, struct stat *old, bool *exists) {
  *exists = path != NULL && lstat(path, old) == 0;
  return path != NULL && (!*exists || S_ISREG(old->st_mode) || S_ISLNK(old->st_mode));
}

/* The temporary of the i-th file, with all its bytes. */
static int stage(struct staged *s, size_t i, const char *path, const struct bytes *data) {
  struct stat old;
  if (!is_file(path, &old, &s->exists)) return DRAW_OK;
  bytes_format(&s->fresh, "%s.XXXXXX", path);
  int fd = s->fresh.failed ? -1 : mkstemp(s->fresh.data);
  if (fd < 0) return fail(path);
  s->path = path;
  guard_temporary(i, s->fresh.data);
  bool good = put(fd, data) && fchmod(fd, new_mode(&old, s->exists && S_ISREG(old.st_mode))) == 0 && fsync(fd) == 0;
  good = close(fd) == 0 && good;
  return good ? DRAW_OK : fail(path);
}

static int through(const char *path, const struct bytes *data) {
  struct stat old;
  bool exists;
  if (is_file(path, &old, &exists)) return DRAW_OK;
  if (path == NULL) return write_through(STDOUT_FILENO, "standard output", data);
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return fail(path);
  int status = write_through(fd, path, data);
  close(fd);
  return status;
}

/* A second name for what stands at the path. File systems without links go without. */
static void keep(struct staged *s) {
  bytes_format(&s->before, "%s.before", s->fresh.data);
  if (s->before.failed || link(s->path, s->before.data) != 0) bytes_free(&s->before);
}

static int place(struct staged *s, bool alone) {
  if (s->path == NULL) return DRAW_OK;
  if (s->exists && !alone) keep(s);
  s->placed = rename(s->fresh.data, s->path) == 0;
  return s->placed ? DRAW_OK : fail(s->path);
}

/* As it was before, or as it is to stay. */
static void finish(struct staged *s, size_t i, bool good) {
  if (s->path == NULL) return;
  if (!s->placed)
    unlink(s->fresh.data);
  else if (!good && s->before.data != NULL)
    rename(s->before.data, s->path);
  else if (!good && !s->exists)
    unlink(s->path);
  if (s->before.data != NULL) unlink(s->before.data); /* after a rename back it is gone already */
  guard_temporary(i, NULL);
  if (good) sync_folder(s->path);
  bytes_free(&s->fresh);
  bytes_free(&s->before);
}

int output_write_all(const struct draw_target *targets, const struct bytes *data, size_t count) {
  struct staged files[DRAW_MAX_TARGETS] = {{0}};
  int status = DRAW_OK;
  for (size_t i = 0; status == DRAW_OK && i < count; i++)
    status = stage(&files[i], i, targets[i].path, &data[i]);
  for (size_t i = 0; status == DRAW_OK && i < count; i++)
    status = through(targets[i].path, &data[i]);
  guard_hold(true);
  for (size_t i = 0; status == DRAW_OK && i < count; i++)
    status = place(&files[i], count == 1);
  for (size_t i = count; i-- > 0;) /* the last first: two pictures of one path */
    finish(&files[i], i, status == DRAW_OK);
  guard_hold(false);
  return status;
}

int output_write(const char *path, const struct bytes *data) {
  return output_write_all(&(struct draw_target){.path = path}, data, 1);
}
