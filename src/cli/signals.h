/* Signals: INT, TERM and HUP ask the work to stop, and end the program at the latest 0.3 s later; a second one ends it at once. */
#ifndef NONET_CLI_SIGNALS_H
#define NONET_CLI_SIGNALS_H

#include <stdbool.h>

void signals_start(void);

/* Ask the work to stop after so many seconds, as a signal would; if it does not, `words` (copied) are the last ones. */
void signals_time_out(double seconds, const char *words);

/* The work has ended: no timer cuts into the last words. */
void signals_rest(void);

/* Whether a progress line stands on the terminal, for an end that leaves no time to take it away. */
void signals_line(bool there);

bool signals_ending(void);    /* work is to stop */
int signals_number(void);     /* the signal that came; 0: none */
bool signals_timed_out(void); /* the time is over */

#endif
