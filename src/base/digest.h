/* SHA-256 of a file (through nettle), as 64 hexadecimal digits. */
#ifndef NONET_BASE_DIGEST_H
#define NONET_BASE_DIGEST_H

#include "base/error.h"

nonet_code digest_file(char out[65], const char *path, nonet_err *err);
void digest_bytes(char out[65], const void *bytes, size_t size);

#endif
