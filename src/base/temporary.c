/* A temporary file that takes a name when it is whole.
 *
 * It stands in the same folder (rename works inside one file system only), is made with O_EXCL (never another's file, never through a
 * link), and is reached through the folder's descriptor, so that a change of the working folder or of a link on the way does no harm.
 * It is listed before it is made and until it is renamed, so that a handler finds it at every moment; what the handler took, its owner
 * leaves alone until the handler says that it is done with it. An fsync of the folder that fails is not told: the new file is then in
 * place and whole, and "failed" would say the opposite. */
#include "base/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/ending.h"
#include "base/memory.h"

struct temporary {
  int folder, file; /* descriptors; -1: closed */
  bool committed;
  ending_place *place;   /* in `open_temporaries`; NULL: not listed */
  atomic_bool abandoned; /* a handler removed it and has finished with this struct */
  char temp[NAME_MAX + 1], name[];
};

static struct ending_list open_temporaries;

/* 30 bits that another process will hardly draw at the same moment; O_EXCL makes sure. */
static uint32_t draw_bits(void) {
  uint32_t bits;
  if (getrandom(&bits, sizeof bits, GRND_NONBLOCK) == sizeof bits) return bits;
  struct timespec now = {0};
  clock_gettime(CLOCK_REALTIME, &now);
  return (uint32_t)now.tv_nsec * 2654435761u ^ (uint32_t)getpid();
}

/* ".NAME.XXXXXX", NAME cut at a character border where the whole would be too long for a file name. */
static void name_temporary(struct temporary *t) {
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
  size_t length = strlen(t->name), most = sizeof t->temp - sizeof "..XXXXXX";
  if (length > most)
    for (length = most; length && (t->name[length] & 0xc0) == 0x80;)
      length--;
  char drawn[7] = "";
  uint32_t bits = draw_bits();
  for (size_t i = 0; i < 6; i++, bits >>= 5)
    drawn[i] = letters[bits & 31];
  snprintf(t->temp, sizeof t->temp, ".%.*s.%s", (int)length, t->name, drawn);
}

static void unlist(struct temporary *t) {
  if (t->place) ending_take(t->place, (uintptr_t)t);
  t->place = NULL;
}

/* List it and make it; tries other names while one is taken. */
static int make_file(struct temporary *t, mode_t mode) {
  for (int tries = 0; tries < 100; tries++) {
    name_temporary(t);
    t->place = ending_add(&open_temporaries, (uintptr_t)t);
    if (!t->place) return ENOMEM;
    t->file = openat(t->folder, t->temp, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, mode);
    if (t->file >= 0) return 0;
    int number = errno;
    unlist(t);
    if (number != EEXIST && number != EINTR) return number;
  }
  return EEXIST;
}

/* The owner (where we may say so) and the mode of the file that is to be replaced. */
static int take_after(struct temporary *t, const struct stat *old) {
  struct stat fresh;
  if (fstat(t->file, &fresh)) return errno;
  mode_t mode = old->st_mode & 0777;
  bool others = fresh.st_uid != old->st_uid || fresh.st_gid != old->st_gid;
  if (others && fchown(t->file, old->st_uid, old->st_gid)) mode &= ~(mode_t)070; /* no rights to a group that had none */
  return fchmod(t->file, mode) ? errno : 0;
}

int temporary_open(struct temporary **out, int folder, const char *name) {
  struct stat old;
  *out = NULL;
  size_t length = strlen(name);
  struct temporary *t = memory_zeroed(1, sizeof *t + length + 1);
  if (!t) {
    close(folder);
    return ENOMEM;
  }
  t->folder = folder;
  t->file = -1;
  memcpy(t->name, name, length + 1);
  bool replaces = !fstatat(folder, name, &old, AT_SYMLINK_NOFOLLOW) && S_ISREG(old.st_mode);
  int number = length > NAME_MAX ? ENAMETOOLONG : make_file(t, replaces ? 0600 : 0666);
  if (!number && replaces) number = take_after(t, &old);
  if (number)
    temporary_free(t);
  else
    *out = t;
  return number;
}

int temporary_descriptor(const struct temporary *t) {
  return t->file;
}

/* fsync; false with errno. What cannot be synced (some network and memory file systems) is left to the system. */
static bool sync_to_disk(int file) {
  while (fsync(file)) {
    if (errno == EINVAL || errno == ENOTSUP) return true;
    if (errno != EINTR) return false;
  }
  return true;
}

int temporary_commit(struct temporary *t) {
  int number = sync_to_disk(t->file) ? 0 : errno;
  int file = t->file;
  t->file = -1;
  if (close(file) && errno != EINTR && !number) number = errno; /* after EINTR the descriptor is gone and the bytes are synced */
  if (!number && renameat(t->folder, t->temp, t->folder, t->name)) number = errno;
  if (number) return number;
  t->committed = true;
  unlist(t);
  sync_to_disk(t->folder);
  return 0;
}

void temporary_free(struct temporary *t) {
  if (!t) return;
  if (t->place && !ending_take(t->place, (uintptr_t)t) && !atomic_load(&t->abandoned)) return; /* a handler is at work on it */
  if (t->place && !t->committed) unlinkat(t->folder, t->temp, 0);
  if (t->file >= 0) close(t->file);
  close(t->folder);
  free(t);
}

static void abandon(uintptr_t value) {
  struct temporary *t = (struct temporary *)value; /* NOLINT: put there as a pointer */
  unlinkat(t->folder, t->temp, 0);
  atomic_store(&t->abandoned, true);
}

void temporary_abandon_all(void) {
  int kept = errno;
  ending_each(&open_temporaries, abandon);
  errno = kept;
}
