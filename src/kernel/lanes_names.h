/* Names of the walk's functions, a set for each kind of COUNTS: push is push_narrow, and so on. A name is put together where it is used, so
 * this is included once and COUNTS may change afterwards. */
#ifndef NONET_KERNEL_LANES_NAMES_H
#define NONET_KERNEL_LANES_NAMES_H

#define NAMED_JOIN(name, counts) name##_##counts
#define NAMED_WITH(name, counts) NAMED_JOIN(name, counts)
#define NAMED(name) NAMED_WITH(name, COUNTS)

#define cnt NAMED(cnt)
#define cnt_of NAMED(cnt_of)
#define cnt_load NAMED(cnt_load)
#define cnt_store NAMED(cnt_store)
#define cnt_without NAMED(cnt_without)
#define cnt_add_where NAMED(cnt_add_where)
#define cnt_times NAMED(cnt_times)
#define cnt_full NAMED(cnt_full)
#define cnt_value NAMED(cnt_value)

#define take_arcs NAMED(take_arcs)
#define add_counts NAMED(add_counts)
#define out NAMED(out)
#define gather NAMED(gather)
#define draw_back NAMED(draw_back)
#define share_edges NAMED(share_edges)
#define back NAMED(back)
#define sources NAMED(sources)

#endif
