/* Pseudonyms: which name stands for which node, kept in a key file so that the next run gives the same ones.
 *
 *   key,name,label
 *   ,5f0c...           the secret that new numbers are shuffled by
 *   st-anne,Charity 3,St Anne's Trust
 */
#ifndef NONET_NET_PSEUDONYMS_H
#define NONET_NET_PSEUDONYMS_H

#include "net/net.h"

#define PSEUDONYM_SECRET 64 /* hexadecimal digits */

struct pseudonym {
  char *name, *label; /* owned */
  uint64_t number;    /* 0: a name of another shape, which somebody wrote */
};

struct pseudonyms {
  const char *path; /* borrowed */
  int lock;         /* the folder of the key file, so that two runs do not give one name twice; -1: none */
  bool made;        /* the file was made here and says nothing yet */
  bool grown;
  char secret[PSEUDONYM_SECRET + 1];
  struct words *keys;   /* word - 1 -> at */
  struct pseudonym *at; /* owned */
  size_t count, room;
  struct words *kinds; /* what stands before a number, folded; word -> last */
  uint64_t *last;      /* owned: the greatest number given */
  size_t last_room;
  struct words *names; /* folded: each is given once */
};

/* Read the key file, which need not be there, and keep others off it until it is closed. */
nonet_code pseudonyms_open(struct pseudonyms *p, const char *path, nonet_err *err);
/* Give a name to each node that has none. */
nonet_code pseudonyms_give(struct pseudonyms *p, const nonet *n, nonet_err *err);
/* Write the key file if names were given. */
nonet_code pseudonyms_save(struct pseudonyms *p, nonet_err *err);
/* NULL: the key has no name. */
const struct pseudonym *pseudonyms_of(const struct pseudonyms *p, const char *key);
void pseudonyms_close(struct pseudonyms *p);

#endif
