/* SPDX-License-Identifier: MIT
 * What keeps nonet-draw from harming its caller: a bare environment, limits of memory and time, and one sentence for
 * every way to die. */
#ifndef DRAW_GUARD_H
#define DRAW_GUARD_H
#include <stdbool.h>
#include <stddef.h>

/* Leaves only SOURCE_DATE_EPOCH of the environment, and makes sure that descriptors 0 to 2 are taken. */
void guard_environment(void);

/* Limits this process; 0 stands for no limit. seconds count both by the wall and on the processor. */
void guard_limits(size_t memory, double seconds);

/* Turns an end that is not ours (exit or abort in a library, a crash, a limit) into one line and a status. */
void guard_ends(void);

/* Is there hardly any room left below the memory limit? */
bool guard_memory_full(void);

/* Names the i-th temporary file (below DRAW_MAX_TARGETS) that a sudden end must remove; NULL for none. The path is borrowed. */
void guard_temporary(size_t i, const char *path);

/* While held, a signal to stop waits: between two renames is no place to end. */
void guard_hold(bool hold);

/* Ends the program: libgvc takes long to free what the kernel frees at once. */
void guard_leave(int status) __attribute__((noreturn));
#endif
