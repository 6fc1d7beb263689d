/* XML through expat.
 *
 * Why no document type: it is the only way to entities of one's own, hence to files outside (XXE) and to entities that grow (billion
 * laughs); no format that is read here needs one. Depth is capped, for handlers keep a stack. */
#include "read/xml.h"

#include "base/memory.h"

#include <expat.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct xml {
  XML_Parser parser;
  struct xml_handler handler;
  const char *file;
  unsigned depth;
  nonet_code code; /* what a handler failed with */
  nonet_err *err;
};

static const char *bare(const char *name) {
  const char *colon = strrchr(name, ':');
  return colon ? colon + 1 : name;
}

const char *xml_attribute(const char **attributes, const char *name) {
  for (; *attributes; attributes += 2)
    if (strcmp(bare(attributes[0]), name) == 0) return attributes[1];
  return NULL;
}

uint64_t xml_line(const struct xml *x) {
  return XML_GetCurrentLineNumber(x->parser);
}

static void stop(struct xml *x, nonet_code code) {
  if (!code || x->code) return;
  x->code = code;
  XML_StopParser(x->parser, XML_FALSE);
}

static void on_start(void *user, const XML_Char *name, const XML_Char **attributes) {
  struct xml *x = user;
  if (x->code) return;
  if (++x->depth > XML_MOST_DEPTH)
    stop(x, error_at(x->err, NONET_ELIMIT, x->file, xml_line(x), "elements are nested deeper than %d", XML_MOST_DEPTH));
  else
    stop(x, x->handler.start(x->handler.user, bare(name), attributes, x->err));
}

static void on_end(void *user, const XML_Char *name) {
  struct xml *x = user;
  if (x->code) return;
  x->depth--;
  stop(x, x->handler.end(x->handler.user, bare(name), x->err));
}

static void on_text(void *user, const XML_Char *text, int length) {
  struct xml *x = user;
  if (!x->code && x->handler.text) x->handler.text(x->handler.user, text, (size_t)length);
}

static void on_doctype(void *user, const XML_Char *name, const XML_Char *system, const XML_Char *public_id, int internal) {
  struct xml *x = user;
  (void)name, (void)system, (void)public_id, (void)internal;
  stop(x, error_at(x->err, NONET_EINPUT, x->file, xml_line(x), "a document type declaration is not allowed"));
}

nonet_code xml_open(struct xml **out, const struct xml_handler *handler, const char *file, nonet_err *err) {
  *out = NULL;
  struct xml *x = memory_zeroed(1, sizeof *x);
  if (!x) return error_memory(err);
  x->parser = XML_ParserCreate(NULL);
  if (!x->parser) {
    free(x);
    return error_memory(err);
  }
  x->handler = *handler;
  x->file = file;
  XML_SetUserData(x->parser, x);
  XML_SetElementHandler(x->parser, on_start, on_end);
  XML_SetCharacterDataHandler(x->parser, on_text);
  XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
  *out = x;
  return NONET_OK;
}

nonet_code xml_feed(struct xml *x, const char *bytes, size_t size, bool last, nonet_err *err) {
  x->err = err;
  do {
    size_t piece = size > INT_MAX / 2 ? INT_MAX / 2 : size;
    enum XML_Status status = XML_Parse(x->parser, bytes, (int)piece, last && piece == size);
    if (x->code) return x->code;
    if (status != XML_STATUS_OK) {
      enum XML_Error error = XML_GetErrorCode(x->parser);
      if (error == XML_ERROR_NO_MEMORY) return error_memory(err);
      return error_at(err, NONET_EINPUT, x->file, xml_line(x), "the XML is wrong: %s", XML_ErrorString(error));
    }
    bytes += piece;
    size -= piece;
  } while (size);
  return NONET_OK;
}

void xml_close(struct xml *x) {
  if (!x) return;
  XML_ParserFree(x->parser);
  free(x);
}
