/* XML as events, through expat: no document type, so no entity of any file's own; names without their prefix. */
#ifndef NONET_READ_XML_H
#define NONET_READ_XML_H

#include "base/error.h"

#define XML_MOST_DEPTH 256

/* What a reader does with the events; `start` and `end` may fail, which ends the parsing with their code. */
struct xml_handler {
  void *user;
  nonet_code (*start)(void *user, const char *name, const char **attributes, nonet_err *err); /* name, value, ..., NULL */
  nonet_code (*end)(void *user, const char *name, nonet_err *err);
  void (*text)(void *user, const char *text, size_t length); /* NULL: not wanted; may come in pieces */
};

struct xml;
nonet_code xml_open(struct xml **out, const struct xml_handler *handler, const char *file, nonet_err *err);
/* Parse a piece; `last` ends the document. Faults are errors with their line. */
nonet_code xml_feed(struct xml *x, const char *bytes, size_t size, bool last, nonet_err *err);
uint64_t xml_line(const struct xml *x);
void xml_close(struct xml *x);

/* The value of an attribute by its name without prefix; NULL: not there. */
const char *xml_attribute(const char **attributes, const char *name);

#endif
