/* A checksum that finds damage, not malice: any change of one 8-byte word is found, others but for one in about 2^64. */
#ifndef NONET_BASE_CHECKSUM_H
#define NONET_BASE_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/* Of `size` bytes. O(size), at about the speed of memory. */
uint64_t checksum(const void *bytes, size_t size);

#endif
