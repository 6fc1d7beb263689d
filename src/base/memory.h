/* Memory: every size is checked for overflow; NULL means there is none left. free() frees. */
#ifndef NONET_BASE_MEMORY_H
#define NONET_BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* count * size bytes, zeroed; count 0 gives one byte, so NULL is always a failure. */
void *memory_zeroed(size_t count, size_t size);
/* The same, not zeroed. */
void *memory_array(size_t count, size_t size);
void *memory_copy(const void *from, size_t count, size_t size);
char *memory_text(const char *text);

/* As memory_array, for an array that is about to be filled from end to end: where it is large it is asked to stand on large pages, so that
 * its memory comes in a few pieces and not one page at a time. */
void *memory_large(size_t count, size_t size);
/* Ask the same for memory that is there. Advice: nothing depends on it. */
void memory_large_pages(void *at, size_t bytes);

/* Make room for `need` items in *items (of `size` bytes, *room of them there): doubles. False leaves all as it was. */
bool memory_grow(void *items_pointer, size_t *room, size_t need, size_t size);

#endif
