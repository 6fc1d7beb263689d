/* Answers from inside: how questions fill them. An answer owns its sentences, sheets and highlights. */
#ifndef NONET_NET_ANSWER_H
#define NONET_NET_ANSWER_H

#include "base/error.h"

nonet_code answer_new(nonet_answer **out, nonet_err *err);
nonet_code answer_verdict(nonet_answer *a, const char *verdict, nonet_err *err);
nonet_code answer_say(nonet_answer *a, nonet_err *err, const char *format, ...) NONET_PRINTF(3, 4);
nonet_code answer_add_sheet(nonet_answer *a, nonet_sheet *owned, nonet_err *err); /* takes it, also on failure */
nonet_code answer_mark_node(nonet_answer *a, uint32_t node, const char *role, nonet_err *err);
nonet_code answer_mark_tie(nonet_answer *a, uint32_t tie, const char *role, nonet_err *err);
/* The network that the marks are of, where it is not the one that was asked (a changed one, say). Takes it. */
void answer_network(nonet_answer *a, nonet *owned);

#endif
