/* Text as DOT: ids and attribute values that no data can break out of. */
#ifndef NONET_SHOW_DOT_TEXT_H
#define NONET_SHOW_DOT_TEXT_H

#include "base/buffer.h"
#include "net/net.h"

/* Append a node's id in quotes: its key where that is plain, else n and its number. Never the same for two nodes. */
void dot_id(struct buffer *out, const nonet *n, uint32_t node);

/* Append a plain value in quotes, as it is: what Graphviz does not read as a label. */
void dot_value(struct buffer *out, const char *text);

/* Append a label's content (no quotes): backslashes doubled, so no \N or \G acts; an entity such as &amp; stays as typed; a line end
 * becomes `line_end` ("\\n", "\\l" or "\\r"). */
void dot_label(struct buffer *out, const char *text, const char *line_end);

#endif
