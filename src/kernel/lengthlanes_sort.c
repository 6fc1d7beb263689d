/* The links of one lane of lengthlanes.h in the order of the distance at which they end: counted into their places where distances are
 * short, else digit by digit, from the last to the first. */
#include "kernel/lengthlanes_form.h"

#include <string.h>

#define DIGIT 10u /* bits */
#define DIGITS (1u << DIGIT)

/* From how many there are of each to where they begin. */
static void add_up(uint32_t *count, uint32_t n) {
  for (uint32_t i = 0, at = 0; i < n; i++) {
    uint32_t some = count[i];
    count[i] = at;
    at += some;
  }
}

static inline void put(struct lengthlanes *s, uint32_t to, const struct lengthlanes_link *k, const uint32_t *edge) {
  s->sorted[to] = (struct lengthlanes_ends){k->from, k->to};
  if (edge) s->sorted_edge[to] = edge[k->arc];
}

static void by_counting(struct lengthlanes *s, const struct lengthlanes_column *of, unsigned lane, const uint32_t *edge) {
  const struct lengthlanes_link *link = s->link;
  const struct lengthlanes_row *distance = s->distance;
  uint32_t farthest = 0, *at_far = s->at_far;
  for (uint32_t i = 0, n = of->links; i < n; i++) {
    uint32_t far = (uint32_t)distance[link[of->link[i]].to].lane[lane];
    at_far[far]++;
    farthest = far > farthest ? far : farthest;
  }
  add_up(at_far, farthest + 1);
  for (uint32_t i = 0, n = of->links; i < n; i++) {
    const struct lengthlanes_link *k = &link[of->link[i]];
    put(s, at_far[distance[k->to].lane[lane]]++, k, edge);
  }
  memset(at_far, 0, (farthest + 1) * sizeof *at_far);
}

/* By one digit; those with the same stay as they are. */
static void by_digit(struct lengthlanes_far *to, const struct lengthlanes_far *from, uint32_t n, unsigned shift, uint32_t *count) {
  for (uint32_t i = 0; i < n; i++)
    count[from[i].far >> shift & (DIGITS - 1)]++;
  add_up(count, DIGITS);
  for (uint32_t i = 0; i < n; i++)
    to[count[from[i].far >> shift & (DIGITS - 1)]++] = from[i];
  memset(count, 0, DIGITS * sizeof *count);
}

static void by_digits(struct lengthlanes *s, const struct lengthlanes_column *of, unsigned lane, const uint32_t *edge) {
  const struct lengthlanes_wide *distance = s->distance;
  uint32_t n = of->links, farthest = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t far = (uint32_t)distance[s->link[of->link[i]].to].lane[lane];
    s->by_far[i] = (struct lengthlanes_far){far, of->link[i]};
    farthest = far > farthest ? far : farthest;
  }
  for (unsigned shift = 0; farthest >> shift; shift += DIGIT) {
    struct lengthlanes_far *done = s->by_far_more;
    by_digit(done, s->by_far, n, shift, s->at_far);
    s->by_far_more = s->by_far;
    s->by_far = done;
  }
  for (uint32_t i = 0; i < n; i++)
    put(s, i, &s->link[s->by_far[i].link], edge);
}

void lengthlanes_sort(struct lengthlanes *s, const struct lengthlanes_net *net, unsigned lane) {
  const struct reduced *small = net->small;
  const struct lengthlanes_column *of = &s->column[lane % LENGTHLANES_LISTED];
  const uint32_t *edge = small->in_length ? small->order.in.edge : small->order.out.edge;
  (net->wide ? by_digits : by_counting)(s, of, lane, s->sorted_edge ? edge : NULL);
}
