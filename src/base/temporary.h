/* A temporary file that takes a name when it is whole. */
#ifndef NONET_BASE_TEMPORARY_H
#define NONET_BASE_TEMPORARY_H

#include <stdbool.h>

struct temporary;

/* Make a temporary in a folder (a descriptor, owned from now on, also on failure) that is to become `name` there. Returns 0, or an
 * errno value. A regular file of that name gives its mode; the temporary of a new file has what the umask leaves of 0666. */
int temporary_open(struct temporary **out, int folder, const char *name);

/* Where its bytes go. */
int temporary_descriptor(const struct temporary *t);

/* fsync, close, rename, fsync of the folder. Returns 0, or an errno value: the old file is then untouched and the temporary gone. */
int temporary_commit(struct temporary *t);

/* Free; removes the file unless it was committed. NULL is fine. */
void temporary_free(struct temporary *t);

/* Remove every open temporary: async-signal-safe. */
void temporary_abandon_all(void);

#endif
