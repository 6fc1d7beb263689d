/* SHA-256 [1] through nettle, read in pieces of 64 kB, so that a file of any size takes little memory.
 *
 * [1] FIPS PUB 180-4 (2015), Secure Hash Standard, doi:10.6028/NIST.FIPS.180-4 */
#include "base/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <nettle/sha2.h>

#include "base/memory.h"

#define PIECE ((size_t)1 << 16)

static void finish(char out[65], struct sha256_ctx *state) {
  static const char hexadecimal[] = "0123456789abcdef";
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(state, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++) {
    out[2 * i] = hexadecimal[digest[i] >> 4];
    out[2 * i + 1] = hexadecimal[digest[i] & 15];
  }
  out[64] = '\0';
}

nonet_code digest_file(char out[65], const char *path, nonet_err *err) {
  nonet_code code = NONET_OK;
  struct sha256_ctx state;
  ssize_t got = 0;
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0) return error_os(err, errno, path, "open");
  uint8_t *piece = memory_array(PIECE, 1);
  if (!piece) {
    code = error_memory(err);
    goto done;
  }
  sha256_init(&state);
  while ((got = read(file, piece, PIECE)) > 0 || (got < 0 && errno == EINTR))
    if (got > 0) sha256_update(&state, (size_t)got, piece);
  if (got < 0)
    code = error_os(err, errno, path, "read");
  else
    finish(out, &state);
done:
  free(piece);
  close(file);
  return code;
}

void digest_bytes(char out[65], const void *bytes, size_t size) {
  struct sha256_ctx state;
  sha256_init(&state);
  if (size) sha256_update(&state, size, bytes);
  finish(out, &state);
}
