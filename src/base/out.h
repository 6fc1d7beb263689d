/* Atomic output: the part of nonet_out that only the library uses. The rest is in nonet.h. */
#ifndef NONET_BASE_OUT_H
#define NONET_BASE_OUT_H

#include "base/buffer.h"

nonet_code out_buffer(nonet_out *o, const struct buffer *b); /* fails where the buffer failed */
nonet_code out_number(nonet_out *o, double x);               /* shortest form; nothing for NaN */
nonet_code out_print(nonet_out *o, const char *format, ...) NONET_PRINTF(2, 3);

/* So many bytes come now and so many in all: where those of now find no room in memory, it is made for all. A descriptor needs none. A
 * wrong number costs time or room, no more. */
void out_expect(nonet_out *o, size_t now, size_t all);

/* A file inside a folder that was opened once: `name` may not hold a '/' and a symbolic link of that name is replaced, not followed. */
nonet_code out_in_folder(nonet_out **out, const char *folder, const char *name, nonet_err *err);

/* Make a folder (parents too) unless it is there. */
nonet_code out_make_folder(const char *path, nonet_err *err);

#endif
