/* The files of a folder, in order of their names. */
#ifndef NONET_READ_FOLDER_H
#define NONET_READ_FOLDER_H

#include "base/error.h"

struct folder {
  char **path; /* owned, each; the folder's path with the name behind it */
  size_t count;
};

/* Regular files whose names do not begin with a dot or "~$" (a spreadsheet's lock file); folders inside are not entered. */
nonet_code folder_list(struct folder *out, const char *path, nonet_err *err);
void folder_free(struct folder *f);

#endif
