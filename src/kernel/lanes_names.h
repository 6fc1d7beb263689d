/* Names of the walk's functions, one set for each WIDTH of vectors and number of LANES: push is push_avx512_16, and so on. A name is put
 * together where it is used, so this is included once and WIDTH and LANES may change afterwards. */
#ifndef NONET_KERNEL_LANES_NAMES_H
#define NONET_KERNEL_LANES_NAMES_H

#define NAMED_JOIN(name, width, lanes) name##_##width##_##lanes
#define NAMED_WITH(name, width, lanes) NAMED_JOIN(name, width, lanes)
#define NAMED(name) NAMED_WITH(name, WIDTH, LANES)

#define vec NAMED(vec)
#define vec_load NAMED(vec_load)
#define vec_store_where NAMED(vec_store_where)
#define vec_set NAMED(vec_set)
#define vec_add NAMED(vec_add)
#define vec_mul NAMED(vec_mul)
#define vec_div NAMED(vec_div)
#define vec_add_where NAMED(vec_add_where)
#define vec_keep NAMED(vec_keep)
#define vec_sum NAMED(vec_sum)

#define value_at NAMED(value_at)
#define counts_of NAMED(counts_of)
#define gather NAMED(gather)
#define push NAMED(push)
#define pull NAMED(pull)
#define draw NAMED(draw)
#define draw_back NAMED(draw_back)
#define share_edges NAMED(share_edges)
#define back NAMED(back)
#define sources NAMED(sources)

#endif
