/* Memory whose sizes are checked. A product beyond PTRDIFF_MAX is refused here, so that no allocator ever sees a wrapped size. */
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define LARGE_PAGE ((size_t)2 << 20)

/* count * size, at least 1; false beyond what an object may have. */
static bool bytes_of(size_t *out, size_t count, size_t size) {
  if (size && count > (size_t)PTRDIFF_MAX / size) return false;
  *out = count && size ? count * size : 1;
  return true;
}

void *memory_zeroed(size_t count, size_t size) {
  size_t bytes;
  return bytes_of(&bytes, count, size) ? calloc(1, bytes) : NULL;
}

void *memory_array(size_t count, size_t size) {
  size_t bytes;
  return bytes_of(&bytes, count, size) ? malloc(bytes) : NULL;
}

void *memory_copy(const void *from, size_t count, size_t size) {
  void *copy = memory_array(count, size);
  if (copy && count && size) memcpy(copy, from, count * size);
  return copy;
}

char *memory_text(const char *text) {
  return memory_copy(text, strlen(text) + 1, 1);
}

void memory_large_pages(void *at, size_t bytes) {
#ifdef MADV_HUGEPAGE
  size_t before = -(uintptr_t)at & (LARGE_PAGE - 1);
  if (at && bytes >= before + LARGE_PAGE) madvise((char *)at + before, (bytes - before) & ~(LARGE_PAGE - 1), MADV_HUGEPAGE);
#else
  (void)at;
  (void)bytes;
#endif
}

void *memory_large(size_t count, size_t size) {
  size_t bytes;
  void *at;
  if (!bytes_of(&bytes, count, size)) return NULL;
  size_t over = -bytes & (LARGE_PAGE - 1);
  if (over <= LARGE_PAGE / 2 && over <= bytes / 3) bytes += over; /* where most of the last large page is needed */
  if (bytes < LARGE_PAGE) return malloc(bytes);
  if (posix_memalign(&at, LARGE_PAGE, bytes)) return NULL;
  memory_large_pages(at, bytes);
  return at;
}

bool memory_grow(void *items_pointer, size_t *room, size_t need, size_t size) {
  if (need <= *room) return true;
  size_t most = (size_t)PTRDIFF_MAX / (size ? size : 1), wanted = *room ? *room : 8, bytes;
  while (wanted < need && wanted <= most / 2)
    wanted *= 2;
  if (wanted < need) wanted = need;
  if (!bytes_of(&bytes, wanted, size)) return false;
  void *items; /* items_pointer is the address of a pointer of some type: its bytes are copied, it is not read as a void * */
  memcpy(&items, items_pointer, sizeof items);
  void *larger = realloc(items, bytes);
  if (!larger) return false;
  memcpy(items_pointer, &larger, sizeof larger);
  *room = wanted;
  return true;
}
