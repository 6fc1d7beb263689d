/* Zachary's karate club with the club that each member joined, 17 and 17 (the edition of networkx; others have 16 and 18), as the kind. */
#ifndef NONET_TESTS_MEASURE_CLUBS_H
#define NONET_TESTS_MEASURE_CLUBS_H

#include "measure/values.h"

static const char *const clubs =
    "1=hi 2=hi 3=hi 4=hi 5=hi 6=hi 7=hi 8=hi 9=hi 10=officer 11=hi 12=hi 13=hi 14=hi 15=officer 16=officer 17=hi "
    "18=hi 19=officer 20=hi 21=officer 22=hi 23=officer 24=officer 25=officer 26=officer 27=officer 28=officer "
    "29=officer 30=officer 31=officer 32=officer 33=officer 34=officer ";

static inline nonet *karate_with_clubs(void) {
  char line[4000];
  assert_true(strlen(clubs) + strlen(karate) < sizeof line);
  strcat(strcpy(line, clubs), karate);
  return net_of(line);
}

#endif
