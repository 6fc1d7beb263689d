/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How: plain text, a line each; every line is put behind the others in one write, so sessions side by side lose nothing of each other. A
 * file that has grown beyond twice what is remembered is cut to that when it is opened, by another file in its place. What is no regular
 * file is left alone.
 *
 * Why here: questions name people, so the file and the folders made for it are their owner's alone, and no line is kept of a network whose
 * names are hidden (cmd_shell.c). Where: XDG Base Directory Specification 0.8, state. */
#include "cli/history.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { REMEMBERED = 1000, LARGEST = 4 << 20 };

struct history_file {
  int fd;
  char *text;  /* of earlier sessions, each line ended by NUL */
  char **line; /* into text */
  size_t lines;
};

/* The path of the file, yours to free; NULL: no place is known, or no memory. */
static char *path_of(void) {
  const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
  char *path = NULL;
  int done = -1;
  if (state && *state == '/') /* the specification: what is not absolute does not count */
    done = asprintf(&path, "%s/nonet/history", state);
  else if (home && *home == '/')
    done = asprintf(&path, "%s/.local/state/nonet/history", home);
  return done < 0 ? NULL : path;
}

/* Make the folders that a path needs. */
static bool make_folders(char *path) {
  for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    bool made = mkdir(path, 0700) == 0 || errno == EEXIST;
    *slash = '/';
    if (!made) return false;
  }
  return true;
}

static bool write_all(int fd, const char *bytes, size_t size) {
  while (size > 0) {
    ssize_t done = write(fd, bytes, size);
    if (done < 0 && errno != EINTR) return false;
    if (done > 0) bytes += done, size -= (size_t)done;
  }
  return true;
}

/* All bytes with a NUL behind them; yours to free. */
static char *read_all(int fd, size_t size) {
  char *text = malloc(size + 1);
  size_t got = 0;
  for (ssize_t more = 1; text && got < size && more > 0; got += more > 0 ? (size_t)more : 0)
    more = pread(fd, text + got, size - got, (off_t)got);
  if (text) text[got] = 0;
  return text;
}

static bool split(struct history_file *h) {
  size_t count = 1;
  for (const char *at = h->text; (at = strchr(at, '\n')); at++)
    count++;
  h->line = malloc(count * sizeof *h->line);
  for (char *rest = h->text, *line; h->line && (line = strsep(&rest, "\n"));)
    if (*line) h->line[h->lines++] = line;
  return h->line != NULL;
}

/* Put a shorter file in the place of a long one: whole or not at all. */
static void cut(struct history_file *h, const char *path) {
  char *other = NULL;
  if (h->lines <= 2 * REMEMBERED || asprintf(&other, "%s.XXXXXX", path) < 0) return;
  int fd = mkostemp(other, O_APPEND | O_CLOEXEC); /* 0600 */
  bool good = fd >= 0;
  for (size_t i = h->lines - REMEMBERED; good && i < h->lines; i++)
    good = write_all(fd, h->line[i], strlen(h->line[i])) && write_all(fd, "\n", 1);
  good = good && fsync(fd) == 0 && rename(other, path) == 0;
  if (good) {
    close(h->fd);
    h->fd = fd;
  } else if (fd >= 0) {
    unlink(other);
    close(fd);
  }
  free(other);
}

static struct history_file *start(int fd, const char *path, size_t size) {
  struct history_file *h = calloc(1, sizeof *h);
  if (!h) {
    close(fd);
    return NULL;
  }
  h->fd = fd;
  h->text = read_all(fd, size);
  if (!h->text || !split(h)) {
    history_close(h);
    return NULL;
  }
  cut(h, path);
  return h;
}

struct history_file *history_open(char **why) {
  char *path = path_of();
  struct stat is;
  *why = NULL;
  if (!path) return NULL;
  int fd = make_folders(path) ? open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600) : -1;
  const char *wrong = fd < 0 || fstat(fd, &is) != 0 ? strerror(errno) : NULL;
  if (!wrong && !S_ISREG(is.st_mode)) wrong = "it is no regular file";
  if (!wrong && is.st_uid != geteuid()) wrong = "it is somebody else's";
  if (!wrong && is.st_size > LARGEST) wrong = "it is too large";
  if (!wrong && (is.st_mode & 077) != 0 && fchmod(fd, 0600) != 0) wrong = strerror(errno);
  struct history_file *h = wrong ? NULL : start(fd, path, (size_t)is.st_size);
  if (wrong && asprintf(why, "%s: %s", path, wrong) < 0) *why = NULL;
  if (wrong && fd >= 0) close(fd);
  free(path);
  return h;
}

const char *history_at(const struct history_file *h, size_t i) {
  size_t first = h->lines > REMEMBERED ? h->lines - REMEMBERED : 0;
  return first + i < h->lines ? h->line[first + i] : NULL;
}

bool history_add(struct history_file *h, const char *line) {
  char *ended = NULL;
  if (h->fd < 0) return true; /* said already */
  int size = asprintf(&ended, "%.*s\n", (int)strcspn(line, "\r\n"), line);
  bool good = size > 0 && write_all(h->fd, ended, (size_t)size);
  if (size >= 0) free(ended);
  if (good) return true;
  close(h->fd);
  h->fd = -1;
  return false;
}

void history_close(struct history_file *h) {
  if (!h) return;
  if (h->fd >= 0) close(h->fd);
  free(h->text);
  free(h->line);
  free(h);
}
