/* Eight sums side by side, so that the multiplier is never waited for; each step is a bijection of its sum (xor, turn, times an odd
 * number), therefore a changed word always changes the end. The constants are those of the 64-bit golden ratio and of splitmix [1].
 *
 * [1] G. L. Steele, D. Lea, C. H. Flood (2014), Fast splittable pseudorandom number generators, doi:10.1145/2660193.2660195. */
#include "base/checksum.h"

#include <string.h>

#define LANES 8
#define ODD 0xbf58476d1ce4e5b9u

static uint64_t step(uint64_t sum, uint64_t word) {
  sum ^= word;
  return (sum << 29 | sum >> 35) * ODD;
}

uint64_t checksum(const void *bytes, size_t size) {
  const unsigned char *at = bytes;
  uint64_t lane[LANES], word[LANES], sum = step(0x9e3779b97f4a7c15u, size);
  for (uint64_t i = 0; i < LANES; i++)
    lane[i] = step(i + 1, ODD);
  for (; size >= sizeof word; size -= sizeof word, at += sizeof word) {
    memcpy(word, at, sizeof word);
    for (size_t i = 0; i < LANES; i++)
      lane[i] = step(lane[i], word[i]);
  }
  if (size) {
    memset(word, 0, sizeof word);
    memcpy(word, at, size);
    for (size_t i = 0; i < LANES; i++)
      lane[i] = step(lane[i], word[i]);
  }
  for (size_t i = 0; i < LANES; i++)
    sum = step(sum, lane[i]);
  return sum ^ sum >> 31;
}
