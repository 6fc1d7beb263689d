/* SPDX-License-Identifier: MIT
 * A file: a new temporary in the same folder, all bytes, fsync, the old file's mode (or what umask leaves), rename,
 * fsync of the folder. On any failure, and on a signal (guard.c), the temporary goes and the old file stands. */
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

static int replace(const char *path, const struct bytes *data, mode_t mode) {
  struct bytes name = {0};
  bytes_format(&name, "%s.XXXXXX", path);
  int fd = name.failed ? -1 : mkstemp(name.data);
  if (fd < 0) {
    bytes_free(&name);
    return fail(path);
  }
  guard_temporary(name.data);
  bool good = put(fd, data) && fchmod(fd, mode) == 0 && fsync(fd) == 0;
  good = close(fd) == 0 && good;
  good = good && rename(name.data, path) == 0;
  int why = errno;
  if (!good) unlink(name.data);
  guard_temporary(NULL);
  bytes_free(&name);
  errno = why;
  if (!good) return fail(path);
  sync_folder(path);
  return DRAW_OK;
}

int output_write(const char *path, const struct bytes *data) {
  struct stat old;
  if (path == NULL) return write_through(STDOUT_FILENO, "standard output", data);
  bool exists = lstat(path, &old) == 0;
  if (!exists || S_ISREG(old.st_mode) || S_ISLNK(old.st_mode)) return replace(path, data, new_mode(&old, exists && S_ISREG(old.st_mode)));
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return fail(path);
  int status = write_through(fd, path, data);
  close(fd);
  return status;
}
