/* A hash of texts: 8 bytes at a time are multiplied into 128 bits, which are folded, as in [1]. Snapshots keep it, with its seed, and are
 * read on machines of the same order of bytes, where it is the same: another hash would be another version of snapshots. In a header, for
 * it is part of loops over many texts.
 *
 * [1] Wang Yi, D. Barclay et al. (2019-2022), wyhash: a fast hash by folded multiplication. */
#ifndef NONET_BASE_HASH_H
#define NONET_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The two halves of the product of a and b, folded into one. */
static inline uint64_t hash_fold(uint64_t a, uint64_t b) {
#ifdef __SIZEOF_INT128__
  __extension__ typedef unsigned __int128 wide;
  wide product = (wide)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
  uint64_t al = (uint32_t)a, ah = a >> 32, bl = (uint32_t)b, bh = b >> 32;
  uint64_t low = al * bl, mid = ah * bl + (low >> 32), mid2 = al * bh + (uint32_t)mid;
  return ((mid2 << 32) | (uint32_t)low) ^ (ah * bh + (mid >> 32) + (mid2 >> 32));
#endif
}

/* Of a text that may hold any bytes; another seed gives another hash. */
static inline uint32_t hash_text(uint64_t seed, const char *text, size_t length) {
  const uint64_t odd1 = 0x9e3779b97f4a7c15u, odd2 = 0xd1b54a32d192ed03u;
  uint64_t h = seed ^ hash_fold(length ^ odd1, odd2);
  size_t at = 0;
  for (; length - at > 8; at += 8) {
    uint64_t piece;
    memcpy(&piece, text + at, 8);
    h = hash_fold(piece ^ odd2, h ^ odd1);
  }
  uint64_t rest = 0; /* the last 0 to 8 bytes */
  if (length >= 8)
    memcpy(&rest, text + length - 8, 8);
  else if (length >= 4) {
    uint32_t head, tail;
    memcpy(&head, text, 4);
    memcpy(&tail, text + length - 4, 4);
    rest = (uint64_t)head << 32 | tail;
  } else if (length)
    rest = (uint64_t)(unsigned char)text[0] << 16 | (uint64_t)(unsigned char)text[length >> 1] << 8 | (unsigned char)text[length - 1];
  h = hash_fold(rest ^ odd2, h ^ odd1);
  return (uint32_t)(h ^ h >> 32);
}

#endif
