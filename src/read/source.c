/* The bytes of one input: a file or standard input, read whole into memory.
 *
 * Why not mapped: a mapped file that another program cuts short ends the reader with SIGBUS, and one that is rewritten after its UTF-8 was
 * checked is no longer checked. Measured on tables of ties of 10 and 150 MB, looked through three times: 0.6 ms a megabyte when copied into
 * large pages, 0.4 when mapped (1.1 copied into small ones), where all of reading and sealing is 12. So the copy costs 2 %, is the same for
 * pipes, and is freed before the draft is sealed; no cell of it is copied again.
 * A folder, and a file that grows past the limit while it is read, are refused. */
#include "read/source.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_ROOM ((size_t)64 * 1024)
#define MOST_AT_ONCE ((size_t)16 * 1024 * 1024) /* so that a stop is heard while a large file is read */

static bool make_room(struct source *s, size_t *room, size_t need) {
  if (need <= *room) return true;
  size_t more = *room > SIZE_MAX / 2 ? need : *room * 2;
  if (more < need) more = need;
  char *bytes = realloc(s->bytes, more);
  if (!bytes) return false;
  s->bytes = bytes;
  *room = more;
  return true;
}

static nonet_code too_large(const struct source *s, uint64_t most, nonet_err *err) {
  return error_at(err, NONET_ELIMIT, s->name, 0, "the input is larger than the memory limit of %llu bytes", (unsigned long long)most);
}

static nonet_code read_all(struct source *s, int fd, uint64_t most, const struct run *run, nonet_err *err) {
  struct stat about;
  if (fstat(fd, &about) != 0) return error_os(err, errno, s->name, "read");
  size_t room = FIRST_ROOM;
  if (S_ISREG(about.st_mode) && about.st_size > 0) {
    if (most && (uint64_t)about.st_size > most) return too_large(s, most, err);
    if ((uint64_t)about.st_size > SIZE_MAX / 2) return error_memory(err);
    room = (size_t)about.st_size + 2; /* the NUL, and one byte to see the end */
  }
  s->bytes = memory_large(room, 1);
  if (!s->bytes) return error_memory(err);
  for (;;) {
    if (!make_room(s, &room, s->size + 2)) return error_memory(err);
    size_t ask = room - 1 - s->size < MOST_AT_ONCE ? room - 1 - s->size : MOST_AT_ONCE;
    ssize_t got = read(fd, s->bytes + s->size, ask);
    if (got < 0 && errno == EINTR) got = -2;
    if (got == -1) return error_os(err, errno, s->name, "read");
    if (got == 0) break;
    if (got > 0) s->size += (size_t)got;
    if (most && s->size > most) return too_large(s, most, err);
    nonet_code code = run_check(run, err);
    if (code) return code;
  }
  s->bytes[s->size] = '\0';
  s->on_disk = s->size;
  return NONET_OK;
}

nonet_code source_open(struct source *out, const char *path, uint64_t most, const struct run *run, nonet_err *err) {
  *out = (struct source){.name = path};
  bool standard = strcmp(path, "-") == 0;
  if (standard) out->name = "standard input";
  int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return error_os(err, errno, out->name, "read");
  nonet_code code = read_all(out, fd, most, run, err);
  if (!standard) close(fd);
  if (code) source_close(out);
  return code;
}

void source_close(struct source *s) {
  free(s->bytes);
  *s = (struct source){.name = s->name};
}
