/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * All results pass through a nonet_out: whole or absent in a file, and on standard output checked to the last byte. */
#include "cli/output.h"

#include "cli/say.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

void output_secure(void) {
  for (int fd = 0; fd < 3; fd++) {
    if (fcntl(fd, F_GETFD) >= 0) continue;
    /* The lowest free number is this one. Opened the wrong way round, so that its use fails. */
    if (open("/dev/null", fd == 1 ? O_RDONLY : O_WRONLY) < 0) return;
  }
}

const char *output_path(const struct job *job) {
  const char *path = option_text(&job->options, OPTION_OUT);
  return path && strcmp(path, "-") != 0 ? path : NULL;
}

nonet_code output_open(nonet_out **out, struct job *job, nonet_err *err) {
  *out = NULL;
  job_clear_line(job);
  nonet_code code = job_strict(job, err);
  if (code != NONET_OK) return code;
  const char *path = output_path(job);
  return path ? nonet_out_file(out, path, err) : nonet_out_descriptor(out, STDOUT_FILENO, "standard output", err);
}

nonet_code output_close(nonet_out *o, struct job *job, nonet_code code, nonet_err *err) {
  /* What could not be written is kept there, with its reason; whoever wrote knows only that it failed. */
  if (code == NONET_OK || nonet_out_write(o, "", 0) != NONET_OK) code = nonet_out_commit(o, err);
  if (nonet_out_broken_pipe(o)) job->no_reader = true;
  nonet_out_free(o);
  return code;
}

void output_texts(nonet_out *o, ...) {
  va_list list;
  va_start(list, o);
  for (const char *text; (text = va_arg(list, const char *));)
    nonet_out_text(o, text);
  va_end(list);
}

unsigned output_width(unsigned otherwise) {
  struct winsize size;
  uint64_t columns = 0;
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char *said = getenv("COLUMNS");
  if (said) columns = strtoull(said, NULL, 10);
  return columns >= 20 && columns <= 1000 ? (unsigned)columns : otherwise;
}

nonet_show_options output_show(const struct job *job) {
  nonet_show_options show = {.as = option_text(&job->options, OPTION_AS), .width = output_width(80)};
  show.top = (size_t)option_whole(&job->options, OPTION_TOP, 0);
  return show;
}
