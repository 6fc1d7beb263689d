/* A network as a snapshot: what is written is what net/ keeps, so that it is opened and not read again. */
#include "net/snapshot.h"
#include "show/write.h"

const struct writer writer_snapshot = {.name = "nonet", .suffixes = ".nonet", .write = snapshot_write};
