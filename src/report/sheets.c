/* The sheets behind the report: the same ones that the chapters show and that are written as CSV, one for each scope. */
#include "base/out.h"
#include "net/sheet.h"
#include "report/report.h"

#include <math.h>
#include <string.h>

/* Members, and ties inside and across, of each layer. */
static nonet_code layers_sheet(struct report *r, nonet_err *err) {
  const nonet *n = r->net;
  if (nonet_layers(n) == 0) return NONET_OK;
  double *members, *ties, *only, *density;
  nonet_code code = sheet_of_layers(&r->layers, "layers", "Layers", n, err);
  if (!code) code = sheet_add_numbers(&members, r->layers, "members", err);
  if (!code) code = sheet_add_numbers(&only, r->layers, "members-of-no-other", err);
  if (!code) code = sheet_add_numbers(&ties, r->layers, "ties", err);
  if (!code) code = sheet_add_numbers(&density, r->layers, "ties-per-member", err);
  if (code) return code;
  for (uint32_t l = 0; l < nonet_layers(n); l++)
    members[l] = only[l] = ties[l] = 0;
  nonet_node node;
  for (uint32_t v = 0; v < nonet_nodes(n); v++) {
    nonet_node_get(&node, n, v);
    for (uint32_t i = 0; i < node.layer_count; i++)
      members[node.layers[i]]++;
    if (node.layer_count == 1) only[node.layers[0]]++;
  }
  nonet_tie tie;
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie_get(&tie, n, t);
    if (tie.layer != NONET_NONE) ties[tie.layer]++;
  }
  for (uint32_t l = 0; l < nonet_layers(n); l++)
    density[l] = members[l] > 0 ? ties[l] / members[l] : NAN;
  return NONET_OK;
}

nonet_code report_csv(struct report *r, const char *name, const nonet_sheet *sheet, nonet_err *err) {
  nonet_out *out = NULL;
  nonet_code code = out_in_folder(&out, r->folder, name, err);
  if (!code) code = nonet_show(out, &sheet, 1, &(nonet_show_options){.as = "csv"}, err);
  if (!code) code = nonet_out_commit(out, err);
  nonet_out_free(out);
  return code;
}

#define OF_WHOLE                                                                                                                           \
  "nodes,ties,density,components,giant,diameter,mean-distance,efficiency,transitivity,reciprocity,cut-nodes,bridges,centralisation-"       \
  "degree,"                                                                                                                                \
  "centralisation-betweenness"

nonet_code report_measure(struct report *r, nonet_err *err) {
  nonet_response response;
  bool survey = nonet_survey(&response, r->net) && !response.behind;
  const char *whole = survey ? OF_WHOLE ",response-rate,answered-density" : OF_WHOLE;
  const nonet_measure_options options = {.weighted = r->options->weighted};
  const nonet_run *run = r->run.asked;
  const char *nodes = nonet_is_directed(r->net) ? "degree,in-degree,out-degree,neighbours,betweenness,closeness,harmonic,pagerank,coreness,"
                                                  "constraint,clustering,cut-node,component"
                                                : "degree,neighbours,betweenness,closeness,harmonic,eigenvector,pagerank,coreness,"
                                                  "constraint,clustering,cut-node,component";
  nonet_code code = nonet_measure(&r->nodes, r->net, nodes, &options, run, err);
  if (!code) code = nonet_measure(&r->ties, r->net, "bridge,tie-betweenness", &options, run, err);
  if (!code) code = nonet_measure(&r->whole, r->net, whole, &options, run, err);
  if (!code) code = layers_sheet(r, err);
  if (!code) code = report_csv(r, "nodes.csv", r->nodes, err);
  if (!code) code = report_csv(r, "ties.csv", r->ties, err);
  if (!code) code = report_csv(r, "whole.csv", r->whole, err);
  if (!code && r->layers) code = report_csv(r, "layers.csv", r->layers, err);
  return code;
}

/* What is not for this network is no error of the report; anything else is. */
static nonet_code measure_alone(nonet_sheet **out, struct report *r, const char *name, nonet_err *err) {
  const nonet_measure_options options = {.weighted = false};
  nonet_err why = {0};
  *out = NULL;
  if (!nonet_measure_find(name)) return NONET_OK;
  nonet_code code = nonet_measure(out, r->net, name, &options, r->run.asked, &why);
  if (code == NONET_EUSAGE || code == NONET_ENOANSWER) return NONET_OK;
  if (code && err) *err = why;
  return code;
}

nonet_code report_table(nonet_sheet **out, struct report *r, const char *name, nonet_err *err) {
  return measure_alone(out, r, name, err);
}

nonet_code report_value(double *out, struct report *r, const char *name, nonet_err *err) {
  nonet_sheet *s;
  nonet_code code = measure_alone(&s, r, name, err);
  *out = NAN;
  if (!code && s && nonet_sheet_rows(s) == 1) {
    *out = nonet_sheet_number(s, 0, 1);
    code = facts_number(&r->facts, name, *out, err);
  }
  nonet_sheet_free(s);
  return code;
}

uint32_t report_node(const struct report *r, const char *key) {
  uint32_t v = NONET_NONE;
  nonet_err unsaid;
  return nonet_find_node(&v, r->net, key, &unsaid) == NONET_OK ? v : NONET_NONE;
}
