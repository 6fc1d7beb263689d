/* Output that is whole or absent.
 *
 * Three kinds share one face: a file that takes its name on commit (see temporary.h), a descriptor that is written through (a device, a
 * pipe, standard output), and memory. Bytes are gathered in 64 kB; a short write is gone on with, an interrupted one repeated, a full
 * pipe that does not block is waited for. The first failure is kept: later writes do nothing and commit tells it, so a writer may check
 * once. A path names what a person means by it: through a symbolic link, the file that the link names; in a report's folder
 * (out_in_folder) a link of that name is replaced. */
#include "base/out.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/child.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/temporary.h"

#define ROOM ((size_t)1 << 16)

struct nonet_out {
  struct buffer bytes;         /* waiting to be written; all of it for memory */
  struct temporary *temporary; /* owned; NULL: written through, or memory */
  int file;                    /* where bytes go; -1: memory */
  bool owns_file;              /* a device that was opened here */
  bool committed;
  nonet_code code; /* the first failure */
  int number;      /* its errno; 0 where it had none */
  char name[];     /* for messages */
};

static nonet_out *out_new(const char *name) {
  size_t length = strlen(name);
  nonet_out *o = memory_zeroed(1, sizeof *o + length + 1);
  if (!o) return NULL;
  o->file = -1;
  memcpy(o->name, name, length + 1);
  return o;
}

/* ---- where a path leads ---- */

/* The path with symbolic links in its last part followed, also when the file at the end is not there yet; owned. NULL with errno. */
static char *follow_links(const char *path) {
  char *at = memory_text(path), target[PATH_MAX];
  for (int steps = 0; at && steps < 40; steps++) {
    ssize_t length = readlink(at, target, sizeof target - 1);
    if (length < 0) return at; /* no link, or nothing there: opening it says what is wrong */
    target[length] = '\0';
    char *slash = strrchr(at, '/');
    size_t folder = *target == '/' || !slash ? 0 : (size_t)(slash - at) + 1;
    char *next = memory_array(folder + (size_t)length + 1, 1);
    if (next) {
      memcpy(next, at, folder);
      memcpy(next + folder, target, (size_t)length + 1);
    }
    free(at);
    at = next;
  }
  errno = at ? ELOOP : ENOMEM;
  free(at);
  return NULL;
}

/* Open the folder that a path stands in; *name is the last part. -1 with errno. */
static int open_folder_of(const char *path, const char **name) {
  const char *slash = strrchr(path, '/');
  *name = slash ? slash + 1 : path;
  if (!slash) return open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  size_t length = slash == path ? 1 : (size_t)(slash - path);
  char *folder = memory_copy(path, length + 1, 1);
  if (!folder) {
    errno = ENOMEM;
    return -1;
  }
  folder[length] = '\0';
  int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0 && errno == EACCES) file = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC); /* may be entered, not listed */
  int number = errno;
  free(folder);
  errno = number;
  return file;
}

/* A name for one of our own descriptors: it leads to a file, but means the open stream. */
static bool names_descriptor(const char *path) {
  return !strcmp(path, "/dev/stdout") || !strcmp(path, "/dev/stderr") || !strncmp(path, "/dev/fd/", 8) ||
         !strncmp(path, "/proc/self/fd/", 14);
}

/* A device or pipe is opened as it is. */
static int open_through(nonet_out *o, const char *path) {
  do
    o->file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY);
  while (o->file < 0 && errno == EINTR);
  o->owns_file = o->file >= 0;
  return o->file < 0 ? errno : 0;
}

static int open_temporary(nonet_out *o, const char *path, bool exists) {
  if (exists && faccessat(AT_FDCWD, path, W_OK, AT_EACCESS)) return errno; /* a file that may not be written is not replaced either */
  char *real = follow_links(path);
  if (!real) return errno;
  const char *name;
  int folder = open_folder_of(real, &name), number = folder < 0 ? errno : 0;
  if (!number && (!*name || !strcmp(name, ".") || !strcmp(name, ".."))) {
    close(folder);
    number = EISDIR;
  } else if (!number)
    number = temporary_open(&o->temporary, folder, name);
  if (!number) o->file = temporary_descriptor(o->temporary);
  free(real);
  return number;
}

/* ---- making one ---- */

static nonet_code os_fault(int number, const char *path, const char *what, nonet_err *err) {
  return number == ENOMEM ? error_memory(err) : error_os(err, number, path, what);
}

nonet_code nonet_out_file(nonet_out **out, const char *path, nonet_err *err) {
  *out = NULL;
  if (!path || !*path) return error_set(err, NONET_EUSAGE, "an output needs a name");
  nonet_out *o = out_new(path);
  if (!o) return error_memory(err);
  struct stat there;
  bool exists = !stat(path, &there);
  int number = 0;
  if (exists && S_ISDIR(there.st_mode))
    number = EISDIR;
  else if (exists && (!S_ISREG(there.st_mode) || names_descriptor(path)))
    number = open_through(o, path);
  else
    number = open_temporary(o, path, exists);
  if (number) {
    nonet_out_free(o);
    return os_fault(number, path, "write", err);
  }
  *out = o;
  return NONET_OK;
}

nonet_code nonet_out_descriptor(nonet_out **out, int fd, const char *name, nonet_err *err) {
  *out = NULL;
  if (!name) name = "output";
  int flags = fcntl(fd, F_GETFL);
  if (flags < 0 || (flags & O_ACCMODE) == O_RDONLY) return error_os(err, EBADF, name, "write");
  nonet_out *o = out_new(name);
  if (!o) return error_memory(err);
  o->file = fd;
  *out = o;
  return NONET_OK;
}

nonet_code nonet_out_memory(nonet_out **out, nonet_err *err) {
  *out = out_new("memory");
  return *out ? NONET_OK : error_memory(err);
}

nonet_code out_in_folder(nonet_out **out, const char *folder, const char *name, nonet_err *err) {
  *out = NULL;
  if (!*name || strchr(name, '/') || !strcmp(name, ".") || !strcmp(name, ".."))
    return error_set(err, NONET_EUSAGE, "'%s' is no name for a file in %s", name, folder);
  struct buffer path = {0};
  buffer_print(&path, "%s%s%s", folder, folder[strlen(folder) - 1] == '/' ? "" : "/", name);
  nonet_out *o = path.failed ? NULL : out_new(buffer_string(&path));
  buffer_free(&path);
  if (!o) return error_memory(err);
  struct stat there;
  int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), number = file < 0 ? errno : 0;
  if (!number && !fstatat(file, name, &there, AT_SYMLINK_NOFOLLOW) && S_ISDIR(there.st_mode)) {
    close(file);
    number = EISDIR;
  } else if (!number)
    number = temporary_open(&o->temporary, file, name);
  if (number) {
    os_fault(number, o->name, "write", err);
    nonet_out_free(o);
    return number == ENOMEM ? NONET_ELIMIT : NONET_EIO;
  }
  o->file = temporary_descriptor(o->temporary);
  *out = o;
  return NONET_OK;
}

nonet_code out_make_folder(const char *path, nonet_err *err) {
  char *part = memory_text(path);
  if (!part) return error_memory(err);
  struct stat there;
  int number = *path ? 0 : ENOENT;
  for (char *at = part; *at && !number; at++) { /* each parent, then the whole */
    if (at[1] && (at[1] != '/' || *at == '/')) continue;
    char kept = at[1];
    at[1] = '\0';
    if (mkdir(part, 0777)) {
      number = errno;
      if (!stat(part, &there)) number = S_ISDIR(there.st_mode) ? 0 : ENOTDIR;
    }
    at[1] = kept;
  }
  free(part);
  return number ? os_fault(number, path, "make folder", err) : NONET_OK;
}

/* ---- writing ---- */

static nonet_code fail(nonet_out *o, nonet_code code, int number) {
  if (o->code == NONET_OK) {
    o->code = code;
    o->number = number;
  }
  return o->code;
}

/* All of it to the descriptor. */
static nonet_code write_out(nonet_out *o, const char *bytes, size_t size) {
  while (size && o->code == NONET_OK) {
    ssize_t written = write(o->file, bytes, size);
    if (written >= 0) {
      bytes += written;
      size -= (size_t)written;
      continue;
    }
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
      struct pollfd writable = {.fd = o->file, .events = POLLOUT};
      if (poll(&writable, 1, -1) >= 0 || errno == EINTR) continue;
    }
    if (errno != EINTR) fail(o, NONET_EIO, errno);
  }
  return o->code;
}

static nonet_code flush(nonet_out *o) {
  write_out(o, o->bytes.bytes, o->bytes.size);
  buffer_clear(&o->bytes);
  return o->code;
}

nonet_code nonet_out_write(nonet_out *o, const void *bytes, size_t size) {
  if (o->code != NONET_OK) return o->code;
  if (o->committed) return fail(o, NONET_EUSAGE, 0);
  if (o->file >= 0 && size >= ROOM - o->bytes.size) { /* less than ROOM waits */
    flush(o);
    if (size >= ROOM) return write_out(o, bytes, size);
  }
  buffer_add(&o->bytes, bytes, size);
  return o->bytes.failed ? fail(o, NONET_ELIMIT, 0) : o->code;
}

/* Memory grows on large pages: its pages come one by one else, which takes longer than writing to them. */
void out_expect(nonet_out *o, size_t now, size_t all) {
  struct buffer *b = &o->bytes;
  if (o->file >= 0 || o->code != NONET_OK || b->failed || now < b->room - b->size || all < now || all >= SIZE_MAX - b->size) return;
  size_t room = b->size + all + 1;
  char *larger = memory_large(room, 1);
  if (!larger) return;
  memcpy(larger, buffer_string(b), b->size + 1);
  free(b->bytes);
  b->bytes = larger;
  b->room = room;
}

nonet_code nonet_out_text(nonet_out *o, const char *text) {
  return nonet_out_write(o, text, strlen(text));
}

nonet_code out_buffer(nonet_out *o, const struct buffer *b) {
  if (b->failed) return fail(o, NONET_ELIMIT, 0);
  return nonet_out_write(o, b->bytes, b->size);
}

nonet_code out_number(nonet_out *o, double x) {
  char text[NUMBER_ROOM];
  return x == x ? nonet_out_write(o, text, number_print(text, x)) : o->code;
}

nonet_code out_print(nonet_out *o, const char *format, ...) {
  if (o->code != NONET_OK) return o->code;
  if (o->committed) return fail(o, NONET_EUSAGE, 0);
  va_list arguments;
  va_start(arguments, format);
  buffer_print_list(&o->bytes, format, arguments);
  va_end(arguments);
  if (o->bytes.failed) return fail(o, NONET_ELIMIT, 0);
  return o->file >= 0 && o->bytes.size >= ROOM ? flush(o) : o->code;
}

const char *nonet_out_bytes(const nonet_out *o, size_t *size) {
  bool memory = o->file < 0 && !o->temporary;
  if (size) *size = memory ? o->bytes.size : 0;
  return memory ? buffer_string(&o->bytes) : "";
}

/* ---- the end ---- */

nonet_code nonet_out_commit(nonet_out *o, nonet_err *err) {
  if (o->code == NONET_OK && !o->committed && o->file >= 0) flush(o);
  if (o->code == NONET_OK && !o->committed && o->temporary) {
    int number = temporary_commit(o->temporary);
    if (number) fail(o, NONET_EIO, number);
  }
  if (o->code == NONET_OK) {
    o->committed = true;
    return NONET_OK;
  }
  if (o->number) return error_os(err, o->number, o->name, "write");
  if (o->code == NONET_ELIMIT) return error_memory(err);
  return error_set(err, o->code, "%s: written to after it was complete", o->name);
}

bool nonet_out_broken_pipe(const nonet_out *o) {
  return o->number == EPIPE;
}

void nonet_out_free(nonet_out *o) {
  if (!o) return;
  temporary_free(o->temporary);
  if (o->owns_file && o->file >= 0) close(o->file);
  buffer_free(&o->bytes);
  free(o);
}

void nonet_out_abandon_all(void) {
  temporary_abandon_all();
  child_end_all();
}
