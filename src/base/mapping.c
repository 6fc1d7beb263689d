/* One open, one look at what it is, one mmap; the descriptor is not needed afterwards. */
#include "base/mapping.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static nonet_code map(struct mapping *out, int fd, const char *path, nonet_err *err) {
  struct stat st;
  if (fstat(fd, &st) != 0) return error_set(err, NONET_EIO, "%s: cannot read: %s", path, strerror(errno));
  if (!S_ISREG(st.st_mode)) return error_set(err, NONET_EIO, "%s: not a regular file, which a snapshot is", path);
  if ((uintmax_t)st.st_size > SIZE_MAX) return error_set(err, NONET_ELIMIT, "%s: larger than this machine's memory can show", path);
  if (st.st_size == 0) return NONET_OK;
  void *at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (at == MAP_FAILED) return error_set(err, errno == ENOMEM ? NONET_ELIMIT : NONET_EIO, "%s: cannot map: %s", path, strerror(errno));
  *out = (struct mapping){at, (size_t)st.st_size};
  return NONET_OK;
}

nonet_code mapping_open(struct mapping *out, const char *path, nonet_err *err) {
  *out = (struct mapping){0};
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return error_set(err, NONET_EIO, "%s: cannot read: %s", path, strerror(errno));
  nonet_code code = map(out, fd, path, err);
  close(fd);
  return code;
}

void mapping_close(struct mapping *m) {
  if (m->at) munmap((void *)(uintptr_t)m->at, m->size);
  *m = (struct mapping){0};
}
