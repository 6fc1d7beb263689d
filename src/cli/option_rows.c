/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The table of options: the only place that knows their names. A name may stand in several rows when it means something else to another
 * command (--as); no command takes two rows of one name. */
#include "cli/options.h"

static const struct option_row rows[] = {
    {OPTION_OUT, "output", 'o', OPTION_IS_TEXT, "FILE", TAKES_OUT,
     "write to FILE, whole or not at all; a report or template: to this folder"},
    {OPTION_AS, "as", 0, OPTION_IS_CHOICE, "table|csv|json|markdown", TAKES_TABLES, "how the result is written; table by default"},
    {OPTION_AS, "as", 0, OPTION_IS_TEXT, "RENDERER", TAKES_DRAWING,
     "what to draw as when the suffix of -o does not say (nonet list renderers)"},
    {OPTION_AS, "as", 0, OPTION_IS_TEXT, "FORMAT", TAKES_WRITING,
     "the format to write when the suffix of -o does not say (nonet list formats)"},

    {OPTION_MEASURES, "measures", 0, OPTION_IS_TEXT, "A,B,...", TAKES_MEASURES,
     "what to measure (nonet list measures); by default what suits the network"},
    {OPTION_SCOPE, "scope", 0, OPTION_IS_CHOICE, "node|tie|layer|whole|table", TAKES_MEASURES,
     "measure nodes, ties, layers or the whole network"},
    {OPTION_PROFILE, "profile", 0, OPTION_IS_CHOICE, "partnership|two-mode|multilayer|all", TAKES_MEASURES,
     "a set of measures for a kind of network (nonet list profiles); what does not suit this one is left out"},
    {OPTION_NORMALISED, "normalised", 0, OPTION_IS_FLAG, NULL, TAKES_MEASURES, "divide by what each measure's help names"},
    {OPTION_REPLICAS, "replicas", 0, OPTION_IS_CHOICE, "all|members", TAKES_MEASURES,
     "measures of several layers at once: every node is in every layer, or only where it is declared or tied; all by default"},
    {OPTION_VERIFY, "verify", 0, OPTION_IS_FLAG, NULL, TAKES_MEASURES,
     "compute each measure again by a second method where there is one, and say which; an error where they differ"},
    {OPTION_SAMPLES, "samples", 0, OPTION_IS_TEXT, "auto|vc|N", TAKES_MEASURES,
     "estimate betweenness, closeness and harmonic from samples: as many as it takes for --epsilon and --delta, as many as Riondato and "
     "Kornaropoulos compute (betweenness), or N"},
    {OPTION_EPSILON, "epsilon", 0, OPTION_IS_SHARE, "E", TAKES_MEASURES,
     "with --samples: all values are within E of all pairs (closeness where no tie has a direction: mean distances within E of the "
     "diameter); 0.01 by default"},
    {OPTION_DELTA, "delta", 0, OPTION_IS_SHARE, "D", TAKES_MEASURES, "with --samples: but with a probability of D; 0.1 by default"},
    {OPTION_CITE, "cite", 0, OPTION_IS_FLAG, NULL, TAKES_MEASURES,
     "give the references of what was measured, one a line (with CSV to standard error)"},
    {OPTION_CHANCE, "chance", 0, OPTION_IS_COUNT, "N", TAKES_MEASURES,
     "beside each value what it is in N networks drawn by chance (999 are a start): mean, sd, z, percentile, p of both tails and its "
     "error; "
     "seeded by --seed"},
    {OPTION_NULL, "null", 0, OPTION_IS_CHOICE, "degrees|ties|nodes", TAKES_MEASURES,
     "what --chance keeps of each layer: the degrees of its nodes (by default), its number of ties alone, or all of it but who stands "
     "where"},
    {OPTION_BOOTSTRAP, "bootstrap", 0, OPTION_IS_COUNT, "N", TAKES_MEASURES,
     "beside each value of the whole its standard error and interval (nineteen in twenty) from N networks of resampled nodes"},
    {OPTION_JACKKNIFE, "jackknife", 0, OPTION_IS_FLAG, NULL, TAKES_MEASURES,
     "beside each value of the whole its standard error from leaving out each node in turn"},
    {OPTION_WEIGHTED, "weighted", 0, OPTION_IS_FLAG, NULL, TAKES_WEIGHTS,
     "use the weights of ties; paths are then as long as their lengths"},
    {OPTION_FAIL_IF, "fail-if", 0, OPTION_IS_TEXT, "MEASURE>VALUE", TAKES_CONDITIONS,
     "status 1, behind the output, when this is so ('components>3'; of nodes, ties and layers: of one of them); also < >= <= = !=; may be "
     "repeated"},
    {OPTION_OVER, "over", 0, OPTION_IS_TEXT, "years|quarters|months|DATE,DATE,...|snapshots", TAKES_MEASURES,
     "the same of each year, quarter or month that ties have dates of, or of these dates; snapshots: of each FILE, in order"},
    {OPTION_TOP, "top", 0, OPTION_IS_COUNT, "N", TAKES_MEASURES,
     "only the first N rows, sorted by the first measure unless --sort says else"},
    {OPTION_SORT, "sort", 0, OPTION_IS_TEXT, "NAME", TAKES_MEASURES, "sort rows by this column, greatest first"},

    {OPTION_NO_HISTORY, "no-history", 0, OPTION_IS_FLAG, NULL, TAKES_PROMPT, "keep nothing of what is asked for the next session"},

    {OPTION_FROM, "from", 0, OPTION_IS_TEXT, "NAME", TAKES_PATHS, "the node where paths begin"},
    {OPTION_TO, "to", 0, OPTION_IS_TEXT, "NAME", TAKES_PATHS, "the node where paths end"},
    {OPTION_AVOID, "avoid", 0, OPTION_IS_TEXT, "NAME", TAKES_PATHS, "a node or layer that no path may use; may be repeated"},
    {OPTION_VIA, "via", 0, OPTION_IS_TEXT, "LAYER", TAKES_PATHS, "only ties of this layer"},
    {OPTION_WITHIN, "within", 0, OPTION_IS_COUNT, "K", TAKES_PATHS, "at most K steps"},
    {OPTION_AT_MOST, "at-most", 0, OPTION_IS_COUNT, "N", TAKES_PATHS, "list at most N paths"},
    {OPTION_IN_TIME, "in-time", 0, OPTION_IS_TEXT, "DATE", TAKES_PATHS,
     "instead: leave on DATE or later, use each tie only while it holds and none before the one before it, and arrive as early as can be"},
    {OPTION_AT_MOST, "at-most", 0, OPTION_IS_COUNT, "N", TAKES_ASKING, "list at most N paths; 5 unless said"},
    {OPTION_TOP, "top", 0, OPTION_IS_COUNT, "N", TAKES_ASKING, "name so many in a ranking, and all that rank equal with the last"},

    {OPTION_NODE, "node", 0, OPTION_IS_TEXT, "NAME", TAKES_WITHOUT, "this node leaves; may be repeated"},
    {OPTION_TIE, "tie", 0, OPTION_IS_TEXT, "A,B", TAKES_WITHOUT | TAKES_PLANNING, "every tie between these two goes; may be repeated"},
    {OPTION_LAYER, "layer", 0, OPTION_IS_TEXT, "NAME", TAKES_WITHOUT, "this layer goes with its ties; its nodes stay; may be repeated"},
    {OPTION_JOIN, "join", 0, OPTION_IS_TEXT, "A,B", TAKES_WITHOUT | TAKES_PLANNING, "a tie from A to B comes in; may be repeated"},
    {OPTION_MERGE, "merge", 0, OPTION_IS_TEXT, "A,B", TAKES_WITHOUT, "B becomes A, which then has the ties of both; may be repeated"},
    {OPTION_THROUGH, "through", 0, OPTION_IS_TEXT, "VIEW", TAKES_WITHOUT, "compare before and after through this view (nonet list views)"},
    {OPTION_CURVE, "curve", 0, OPTION_IS_CHOICE, "random|degree|betweenness|adaptive-degree|adaptive-betweenness", TAKES_WITHOUT,
     "instead: everybody leaves in this order; how large the largest part is after each departure, and R, the mean"},
    {OPTION_CASCADE, "cascade", 0, OPTION_IS_FLAG, NULL, TAKES_WITHOUT,
     "instead: layers depend on each other; step by step, who falls away when each --node fails. -o FOLDER/ draws the steps"},
    {OPTION_AT_MOST, "at-most", 0, OPTION_IS_COUNT, "N", TAKES_WITHOUT, "list at most N pairs; 100000 unless said"},

    {OPTION_GOAL, "goal", 0, OPTION_IS_TEXT, "GOAL", TAKES_GAPS | TAKES_PLANNING,
     "what a gap is judged by: efficiency (by default), components, cut-points, bridges, connectivity, coverage or closeness"},
    {OPTION_SUGGEST, "suggest", 0, OPTION_IS_CHOICE, "ties|memberships|both|strategies", TAKES_GAPS,
     "ties between partners, memberships of partners in strategies, both, or new strategies that bring partners together; by default what "
     "the network has"},
    {OPTION_BETWEEN, "between", 0, OPTION_IS_TEXT, "L,M", TAKES_GAPS | TAKES_PLANNING,
     "between these two layers or kinds: their closeness, with --goal coverage their pairs within K steps, with any other goal only ties "
     "between them"},
    {OPTION_FOR, "for", 0, OPTION_IS_TEXT, "NAME", TAKES_GAPS, "only ties of this one"},
    {OPTION_NOT, "not", 0, OPTION_IS_TEXT, "NAME", TAKES_GAPS, "who may not be asked; may be repeated"},
    {OPTION_BUDGET, "budget", 0, OPTION_IS_COUNT, "K", TAKES_GAPS,
     "choose K ties that gain most together (of new strategies: K partners each, 3 by default)"},
    {OPTION_COST, "cost", 0, OPTION_IS_TEXT, "COLUMN|NUMBER", TAKES_GAPS,
     "a tie costs what this column says of both its ends, or this much; gaps are ranked by gain for each unit of cost"},
    {OPTION_WITHIN, "within", 0, OPTION_IS_COUNT, "K", TAKES_GAPS | TAKES_PLANNING, "coverage is within K steps; 2 by default"},
    {OPTION_CANDIDATES, "candidates", 0, OPTION_IS_TEXT, "all|N", TAKES_GAPS,
     "look at all gaps however long it takes, or at those among the N nodes with the most ties; by default all that takes seconds"},
    {OPTION_TOP, "top", 0, OPTION_IS_COUNT, "N", TAKES_GAPS, "the N best; 10 by default"},

    {OPTION_BETWEEN, "between", 0, OPTION_IS_TEXT, "DATE,DATE", TAKES_CHANGES,
     "compare one network at two dates (2023, 2023-09 or 2023-09-30)"},
    {OPTION_OVER, "over", 0, OPTION_IS_CHOICE, "years|quarters|months|snapshots", TAKES_CHANGES,
     "one network year by year, quarter by quarter or month by month; snapshots: each FILE is one, in order"},

    {OPTION_FOR, "for", 0, OPTION_IS_TEXT, "NAME", TAKES_PLANNING, "coverage is whom this one reaches"},
    {OPTION_LEAVES, "without", 0, OPTION_IS_TEXT, "NAME", TAKES_PLANNING, "this node leaves; may be repeated"},
    {OPTION_DATE, "date", 0, OPTION_IS_TEXT, "DATE", TAKES_PLANNING, "the date of the plan; by default today (or SOURCE_DATE_EPOCH)"},

    {OPTION_SIZE_BY, "size-by", 0, OPTION_IS_TEXT, "MEASURE", TAKES_DRAWING, "what the size of a node means; degree by default"},
    {OPTION_COLOUR_BY, "colour-by", 0, OPTION_IS_TEXT, "layer|kind|community|M|COLUMN", TAKES_DRAWING,
     "what the colour of a node means: its layer, kind or community, a measure, or a column of the tables"},
    {OPTION_LAYOUT, "layout", 0, OPTION_IS_TEXT, "NAME", TAKES_DRAWING,
     "how nodes are placed (nonet list layouts); by default what suits the network"},
    {OPTION_PICTURE, "picture", 0, OPTION_IS_CHOICE, "map|layers|panels", TAKES_DRAWING,
     "what is drawn: the map; the network of the layers; or a panel for each layer, every node in the same place in each"},
    {OPTION_PICTURE, "picture", 0, OPTION_IS_CHOICE, "map|panels", TAKES_WITHOUT,
     "with -o FILE.svg (png ...): one map, or panels side by side: as it is and without; of a cascade, its steps"},
    {OPTION_PICTURE, "picture", 0, OPTION_IS_CHOICE, "map|panels|chart", TAKES_CHANGES,
     "with -o FILE.svg (png ...): one map of two states (the default of two), a panel for each (of more), or a line chart of joint "
     "working"},
    {OPTION_PAPER, "paper", 0, OPTION_IS_CHOICE, "A4|A3", TAKES_PAPER, "the paper on which labels stay readable; A4 by default"},
    {OPTION_TITLE, "title", 0, OPTION_IS_TEXT, "TEXT", TAKES_PAPER, "the heading; the network's own by default"},

    {OPTION_FROM_FORMAT, "from-format", 0, OPTION_IS_TEXT, "FORMAT", TAKES_READING, "the files are of this format (nonet list formats)"},
    {OPTION_COLUMNS, "columns", 0, OPTION_IS_TEXT, "ROLE=HEADER,...", TAKES_READING,
     "which column is what: from=Agency,to=#3; roles are from, to, id, label, kind, layer, weight, since, until, source ...; "
     "ties.csv:from=#1 is said of that file, and so is what follows it; @FILE reads them from a file, one a line"},
    {OPTION_MISSING, "missing", 0, OPTION_IS_TEXT, "CODE", TAKES_READING, "a cell with this text says nothing"},
    {OPTION_ENCODING, "encoding", 0, OPTION_IS_TEXT, "NAME", TAKES_READING, "of the text: UTF-8 by default; windows-1252, utf-16 ..."},
    {OPTION_SHEETS, "sheets", 0, OPTION_IS_TEXT, "A,B,...", TAKES_READING,
     "read these sheets of a workbook; by default those that can be understood"},
    {OPTION_DECIMAL_COMMA, "decimal-comma", 0, OPTION_IS_FLAG, NULL, TAKES_READING, "1,5 is one and a half"},
    {OPTION_SAME_IDS, "same-ids", 0, OPTION_IS_FLAG, NULL, TAKES_READING, "an id means the same node in every LAYER=FILE"},

    {OPTION_REJECTS, "rejects", 0, OPTION_IS_TEXT, "FILE", TAKES_READING,
     "rows of tables and elements of JSON that are wrong are left out, and stand in FILE with file, line and reason (CSV); else the first "
     "one ends the command"},
    {OPTION_MAX_REJECTS, "max-rejects", 0, OPTION_IS_WHOLE, "N", TAKES_READING,
     "with --rejects: more than N of them are an error (status 3) all the same; FILE then says them too"},

    {OPTION_MERGE_NODES, "merge-nodes", 0, OPTION_IS_FLAG, NULL, TAKES_NETWORK,
     "a node declared twice with differences is one; what is said first stays"},
    {OPTION_ADD_MISSING, "add-missing", 0, OPTION_IS_FLAG, NULL, TAKES_NETWORK,
     "an end of a tie that no table of nodes declares becomes a node"},
    {OPTION_DIRECTED, "directed", 0, OPTION_IS_FLAG, NULL, TAKES_NETWORK,
     "ties go one way: from the first name to the second, from row to column"},
    {OPTION_UNDIRECTED, "undirected", 0, OPTION_IS_FLAG, NULL, TAKES_NETWORK, "ties go both ways"},
    {OPTION_SCALE, "scale", 0, OPTION_IS_TEXT, "strength|length|rank", TAKES_NETWORK,
     "a weight is a strength (more is closer), a length (more is farther) or a rank (1 is closest); LAYER=length,... for some layers"},
    {OPTION_REPEATS, "repeats", 0, OPTION_IS_CHOICE, "sum|once|max|mean", TAKES_NETWORK,
     "what the weights of repeated ties make together; sum by default"},
    {OPTION_MODES, "modes", 0, OPTION_IS_TEXT, "A,B", TAKES_NETWORK, "the two kinds that split the network in two"},
    {OPTION_CONFIRM, "confirm", 0, OPTION_IS_CHOICE, "either|both", TAKES_NETWORK,
     "directed ties, and rows of a square matrix, are reports: a tie counts where either side, or each side that answered, reports it; "
     "before every --view"},
    {OPTION_ANONYMISE, "anonymise", 0, OPTION_IS_TEXT, "KEYFILE", TAKES_NETWORK,
     "nodes are called by kind and number, and evidence, further columns, files and titles are left out of all output; layers and kinds "
     "keep "
     "their names. KEYFILE says who is who, and is made or extended: keep it to yourself. Names in options and questions are then the new "
     "ones"},
    {OPTION_VIEW, "view", 0, OPTION_IS_TEXT, "VIEW", TAKES_NETWORK,
     "look at a part or a projection (nonet list views); may be repeated, applied in order"},

    {OPTION_THREADS, "threads", 0, OPTION_IS_COUNT, "N", TAKES_LIMITS, "use N processors; by default all. The result is the same"},
    {OPTION_SEED, "seed", 0, OPTION_IS_WHOLE, "N", TAKES_LIMITS, "where chance begins; 0 by default"},
    {OPTION_MAX_NODES, "max-nodes", 0, OPTION_IS_COUNT, "N", TAKES_LIMITS, "refuse a larger network"},
    {OPTION_MAX_TIES, "max-ties", 0, OPTION_IS_COUNT, "N", TAKES_LIMITS, "refuse a larger network"},
    {OPTION_MAX_MEMORY, "max-memory", 0, OPTION_IS_SIZE, "SIZE", TAKES_LIMITS,
     "refuse to hold more: 500M, 4G; by default three quarters of the machine's"},
    {OPTION_TIMEOUT, "timeout", 0, OPTION_IS_SECONDS, "S", TAKES_LIMITS, "give up after S seconds"},
    {OPTION_STRICT, "strict", 0, OPTION_IS_FLAG, NULL, TAKES_LIMITS, "a warning is an error"},

    {OPTION_QUIET, "quiet", 'q', OPTION_IS_FLAG, NULL, TAKES_ALWAYS, "no warnings, notes or progress"},
    {OPTION_VERBOSE, "verbose", 'v', OPTION_IS_FLAG, NULL, TAKES_ALWAYS, "say what was read, what was assumed, and how long it took"},
    {OPTION_HELP, "help", 'h', OPTION_IS_FLAG, NULL, TAKES_ALWAYS, "explain this command"},
};

const struct option_row *option_at(size_t i) {
  return i < sizeof rows / sizeof rows[0] ? &rows[i] : NULL;
}
