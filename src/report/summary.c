/* summary.json: what the report says, for machines. Every number of the opening sentences is among the facts.
 *
 *   {"schema": 1, "title": ..., "nonet": ..., "facts": {...}, "sentences": [...], "key_connectors": [...], "departures": [...],
 *    "files": [{"path", "sha256"}], "warnings": [...]}  */
#include "base/json.h"
#include "base/out.h"
#include "report/report.h"

#include <inttypes.h>

#define SUMMARY_SCHEMA 1

static void facts(struct buffer *out, const struct facts *f) {
  buffer_text(out, "  \"facts\": {");
  for (size_t i = 0; i < f->count; i++) {
    buffer_text(out, i ? ",\n    " : "\n    ");
    json_quote(out, f->at[i].name);
    buffer_text(out, ": ");
    if (f->at[i].text)
      json_quote(out, f->at[i].text);
    else
      json_number(out, f->at[i].number);
  }
  buffer_text(out, "\n  },\n");
}

static void key(struct buffer *out, const nonet *n, uint32_t v) {
  nonet_node node;
  nonet_node_get(&node, n, v);
  json_quote(out, node.key);
}

static void connectors(struct buffer *out, const struct report *r) {
  enum { AT_MOST = 10 };
  const struct facts *f = &r->facts;
  buffer_text(out, "  \"key_connectors\": [");
  for (uint32_t i = 0; i < nonet_nodes(r->net) && i < AT_MOST && f->betweenness[f->rank[i]] > 0; i++) {
    buffer_text(out, i ? ",\n    {\"node\": " : "\n    {\"node\": ");
    key(out, r->net, f->rank[i]);
    buffer_text(out, ", \"betweenness\": ");
    json_number(out, f->betweenness[f->rank[i]]);
    buffer_text(out, "}");
  }
  buffer_text(out, "\n  ],\n");
}

static void departures(struct buffer *out, const struct report *r) {
  buffer_text(out, "  \"departures\": [");
  for (size_t i = 0; i < r->facts.loss_count; i++) {
    const struct loss *l = &r->facts.losses[i];
    buffer_text(out, i ? ",\n    {\"node\": " : "\n    {\"node\": ");
    key(out, r->net, l->node);
    buffer_text(out, ", \"lose_contact\": [");
    for (size_t k = 0; k < l->count; k++) {
      if (k) buffer_text(out, ", ");
      key(out, r->net, l->lost[k]);
    }
    buffer_text(out, "]}");
  }
  buffer_text(out, "\n  ],\n");
}

static void files(struct buffer *out, const struct report *r) {
  buffer_text(out, "  \"files\": [");
  bool first = true;
  for (size_t i = 0; report_file(r, i); i++) {
    char digest[65];
    if (!*report_file(r, i)) continue;
    report_digest(digest, r, i);
    buffer_text(out, !first ? ",\n    {\"path\": " : "\n    {\"path\": ");
    json_quote(out, report_file(r, i));
    first = false;
    buffer_print(out, ", \"sha256\": \"%s\"}", digest);
  }
  buffer_text(out, "\n  ],\n");
}

static void texts(struct buffer *out, const char *name, char *const *at, size_t count, const char *end) {
  buffer_print(out, "  \"%s\": [", name);
  for (size_t i = 0; i < count; i++) {
    buffer_text(out, i ? ",\n    " : "\n    ");
    json_quote(out, at[i]);
  }
  buffer_print(out, "\n  ]%s\n", end);
}

static void warnings(struct buffer *out, const nonet *n) {
  buffer_text(out, "  \"warnings\": [");
  for (size_t i = 0; nonet_warning(n, i); i++) {
    buffer_text(out, i ? ",\n    " : "\n    ");
    json_quote(out, nonet_warning(n, i));
  }
  buffer_text(out, "\n  ]\n}\n");
}

nonet_code report_summary(struct report *r, nonet_err *err) {
  struct buffer text = {0};
  nonet_out *out = NULL;
  buffer_print(&text, "{\n  \"schema\": %d,\n  \"nonet\": \"%s\",\n  \"title\": ", SUMMARY_SCHEMA, NONET_VERSION);
  json_quote(&text, r->options->title ? r->options->title : nonet_title(r->net));
  buffer_print(&text, ",\n  \"directed\": %s,\n  \"seed\": %" PRIu64 ",\n", nonet_is_directed(r->net) ? "true" : "false",
               r->run.asked->seed);
  facts(&text, &r->facts);
  texts(&text, "sentences", r->facts.sentences, r->facts.sentence_count, ",");
  connectors(&text, r);
  departures(&text, r);
  files(&text, r);
  warnings(&text, r->net);
  nonet_code code = out_in_folder(&out, r->folder, "summary.json", err);
  if (!code) code = out_buffer(out, &text);
  if (!code) code = nonet_out_commit(out, err);
  nonet_out_free(out);
  buffer_free(&text);
  return code;
}
