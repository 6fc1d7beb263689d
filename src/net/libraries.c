/* The libraries that nonet stands on, and the versions that are running: what a result may depend on beside nonet's own.
 *
 * A version is asked of the library itself where it can tell, for another than the one compiled against may be loaded. */
#include "net/net.h"

#include <expat.h>
#include <igraph/igraph.h>
#include <jansson.h>
#include <nettle/version.h>
#include <string.h>
#include <utf8proc.h>
#include <zip.h>

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

static const char *igraph_running(void) {
  const char *version = IGRAPH_VERSION;
  igraph_version(&version, NULL, NULL, NULL);
  return version;
}

/* "expat_2.5.0" */
static const char *expat_running(void) {
  const char *text = XML_ExpatVersion(), *digits = strchr(text, '_');
  return digits ? digits + 1 : text;
}

static const char *nettle_built(void) {
  return TEXT(NETTLE_VERSION_MAJOR) "." TEXT(NETTLE_VERSION_MINOR);
}

static const struct {
  const char *name;
  const char *(*version)(void);
} libraries[] = {{"igraph", igraph_running},     {"jansson", jansson_version_str}, {"utf8proc", utf8proc_version},
                 {"libzip", zip_libzip_version}, {"expat", expat_running},         {"nettle", nettle_built}};

const char *nonet_library_at(size_t i, const char **version) {
  if (i >= sizeof libraries / sizeof *libraries) return NULL;
  if (version) *version = libraries[i].version();
  return libraries[i].name;
}
