#!/usr/bin/env python3
"""Checks the networks in graphs/ against what is known of them, with NetworkX as the judge.

Each check reads the tables as plain rows, prints its counts, and raises on the first thing that
is not so: the counts of the literature, equality with the edition that NetworkX carries, the
reference values that hold only for that edition, agreement of the tables, JSON and workbooks,
and the checksums that graphs/README.md states. Workbooks are read here by a way of their own
(XML tree), not by the program that wrote them.

Run with a Python that has NetworkX 2.8 or later:  /usr/bin/python3 tests/graphs_check.py

Sources: Drabek et al. 1981; Davis, Gardner and Gardner 1941; Padgett 1994 (marriage, business);
Zachary 1977; Krackhardt 1990; Opsahl, Agneessens and Skvoretz 2010.
"""
import csv
import datetime
import hashlib
import json
import pathlib
import re
import sys
import zipfile
from collections import Counter
from xml.etree import ElementTree

import networkx as nx

sys.dont_write_bytecode = True
import make_workbooks

GRAPHS = pathlib.Path(__file__).resolve().parent.parent / "graphs"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LAYERS = ["Education", "Health", "Community Safety", "Housing", "Economy"]


def rows(path):
    """The rows of graphs/PATH as dicts; a row of another length than the header is an error."""
    with open(GRAPHS / path, newline="", encoding="utf-8") as file:
        table = list(csv.reader(file))
    short = [row for row in table if len(row) != len(table[0])]
    assert not short, f"{path}: {short[0]} has not {len(table[0])} cells"
    return [dict(zip(table[0], row)) for row in table[1:]]


def graph(ties, nodes=(), kind=nx.Graph):
    """A NetworkX graph of ties (dicts with from and to) and of nodes (dicts with id)."""
    made = kind()
    made.add_nodes_from(node["id"] for node in nodes)
    made.add_edges_from((tie["from"], tie["to"]) for tie in ties)
    return made


def near(value, known, digits=8):
    assert abs(value - known) < 0.6 * 10**-digits, f"{value} is not {known}"


def no_stranger(nodes, ties):
    """Every id is declared once, and every end of a tie is declared."""
    ids = [node["id"] for node in nodes]
    assert len(ids) == len(set(ids)), "an id is declared twice"
    assert {tie[end] for tie in ties for end in ("from", "to")} <= set(ids), "an end is not declared"


def same_ties(ties, other):
    """The ties are those of another graph, as unordered pairs, none twice."""
    ours = Counter(frozenset((tie["from"], tie["to"])) for tie in ties)
    assert ours == Counter(frozenset(map(str, pair)) for pair in other.edges)


# --- real networks ----------------------------------------------------------------------------


def birmingham():
    nodes, ties = rows("birmingham-2000/nodes.csv"), rows("birmingham-2000/ties.csv")
    no_stranger(nodes, ties)
    assert (len(nodes), len(ties)) == (16, 19)
    assert Counter(node["kind"] for node in nodes) == dict(partner=3, strategy=10, reviewer=2, review=1)
    assert Counter(tie["layer"] for tie in ties) == {"education": 4, "wider city": 8, "review": 7}
    for tie in ties:
        assert re.match(r"August 2000 page, paragraph [14567]: '", tie["evidence"]), tie
    hub = {"core-skills-partnership"}
    assert hub < set(nx.articulation_points(graph(ties, nodes)))
    return f"{len(nodes)} nodes, {len(ties)} ties, each with its paragraph"


def search_rescue():
    nodes, ties = rows("search-rescue/nodes.csv"), rows("search-rescue/ties.csv")
    no_stranger(nodes, ties)
    # organisations, arcs, and how many arcs have frequency 1, 2, 3, 4
    known = {
        "Cheyenne": (14, 83, [52, 9, 15, 7]),
        "Hurricane Frederic": (21, 118, [70, 16, 25, 7]),
        "Lake Pomona": (20, 148, [87, 21, 21, 19]),
        "Mt Si": (13, 33, [23, 2, 8, 0]),
        "Mt St Helens": (27, 123, [42, 12, 30, 39]),
        "Texas Hill Country": (25, 186, [106, 13, 40, 27]),
        "Wichita Falls": (20, 149, [94, 24, 20, 11]),
    }
    layer_of = {node["id"]: node["layer"] for node in nodes}
    words = {}
    for layer, (organisations, arcs, frequencies) in known.items():
        inside = [tie for tie in ties if tie["layer"] == layer]
        counted = Counter(int(tie["frequency"]) for tie in inside)
        assert sum(of == layer for of in layer_of.values()) == organisations, layer
        assert [counted[f] for f in (1, 2, 3, 4)] == frequencies and len(inside) == arcs, layer
        assert all(layer_of[tie[end]] == layer for tie in inside for end in ("from", "to"))
    for tie in ties:
        assert int(tie["weight"]) == 5 - int(tie["frequency"]) and tie["direction"] == "directed"
        assert words.setdefault(tie["frequency"], tie["evidence"]) == tie["evidence"]
    assert len({(tie["from"], tie["to"]) for tie in ties}) == len(ties) == 840
    assert all(tie["from"] != tie["to"] for tie in ties) and len(nodes) == 140
    return "7 layers, " + ", ".join(f"{name} {n}/{m}" for name, (n, m, _) in known.items())


def davis():
    nodes, ties = rows("davis/nodes.csv"), rows("davis/ties.csv")
    no_stranger(nodes, ties)
    assert (len(nodes), len(ties)) == (32, 89)
    kind = {node["id"]: node["kind"] for node in nodes}
    assert Counter(kind.values()) == {"woman": 18, "event": 14}
    assert all((kind[tie["from"]], kind[tie["to"]]) == ("woman", "event") for tie in ties)
    label = {node["id"]: node["id"] if node["kind"] == "event" else node["label"] for node in nodes}
    same_ties(ties, nx.relabel_nodes(nx.davis_southern_women_graph(), {name: id for id, name in label.items()}))
    net = graph(ties, nodes)
    women = [node for node in net if kind[node] == "woman"]
    betweenness = nx.betweenness_centrality(net, normalized=False)
    near(betweenness["E8"], 110.206397, 6)
    near(betweenness["Evelyn"], 42.980201, 6)  # 42.759998 in the edition with 93 ties
    assert len(nx.bipartite.projected_graph(net, women).edges) == 139
    near(nx.average_shortest_path_length(net), 2.30645161)
    assert nx.diameter(net) == 4 and not list(nx.articulation_points(net))
    crosses = {(row["woman"], event) for row in rows("davis-matrix/attendance.csv")
               for event, cell in row.items() if cell == "x"}
    assert crosses == {(tie["from"], tie["to"]) for tie in ties}
    return "18 women, 14 events, 89 ties, equal to NetworkX's edition; the matrix agrees"


def florentine():
    nodes = rows("florentine/nodes.csv")
    marriage, business = rows("florentine/marriage.csv"), rows("florentine/business.csv")
    no_stranger(nodes, marriage + business)
    assert (len(nodes), len(marriage), len(business)) == (16, 20, 15)
    assert {tie["layer"] for tie in marriage} == {"marriage"}
    assert {tie["layer"] for tie in business} == {"business"}
    same_ties(marriage, nx.florentine_families_graph())
    tied = [{tie[end] for tie in layer for end in ("from", "to")} for layer in (marriage, business)]
    assert [len(ends) for ends in tied] == [15, 11] and len(tied[0] & tied[1]) == 11
    assert {node["id"] for node in nodes} - tied[0] - tied[1] == {"Pucci"}
    pairs = [{frozenset((tie["from"], tie["to"])) for tie in layer} for layer in (marriage, business)]
    assert (len(pairs[0] & pairs[1]), len(pairs[0] | pairs[1])) == (8, 27)
    near(nx.betweenness_centrality(graph(marriage), normalized=False)["Medici"], 47.5)
    near(nx.betweenness_centrality(graph(marriage))["Medici"], 0.521978, 6)
    near(nx.betweenness_centrality(graph(marriage, nodes))["Medici"], 0.452381, 6)
    near(nx.global_efficiency(graph(marriage)), 0.5001587301587297, 12)
    return "16 families (Pucci tied to none), marriage 20, business 15, overlap 8 of 27"


def karate():
    nodes, ties = rows("karate/nodes.csv"), rows("karate/ties.csv")
    no_stranger(nodes, ties)
    assert [node["id"] for node in nodes] == [str(i) for i in range(1, 35)]
    known = nx.relabel_nodes(nx.karate_club_graph(), lambda v: v + 1)
    same_ties(ties, known)
    club = {node["id"]: node["layer"] for node in nodes}
    assert all(club[str(v)] == known.nodes[v]["club"].replace(".", "") for v in known)
    assert Counter(club.values()) == {"Mr Hi": 17, "Officer": 17}
    across = sum(club[tie["from"]] != club[tie["to"]] for tie in ties)
    assert (across, len(ties) - across) == (11, 67)
    net = graph(ties, nodes)
    near(nx.betweenness_centrality(net, normalized=False)["1"], 231.0714286, 7)
    near(nx.closeness_centrality(net)["1"], 0.5689655172, 10)
    assert list(nx.articulation_points(net)) == ["1"]
    return "34 members, 78 ties, clubs 17 and 17, 11 ties between them"


# --- the invented city ------------------------------------------------------------------------


def example_city():
    partners, strategies = rows("example-city/partners.csv"), rows("example-city/strategies.csv")
    work = rows("example-city/work.csv")
    node = {row["ID"]: row for row in partners + strategies}
    assert len(node) == 47 and (len(partners), len(strategies), len(work)) == (35, 12, 88)
    networks = {id: set(filter(None, row["Network"].split(";"))) for id, row in node.items()}
    assert set().union(*networks.values()) == set(LAYERS)
    assert sum(len(of) > 1 for of in networks.values()) > 20, "there is little overlap"
    for row in work:
        ends = node[row["From"]], node[row["To"]]
        assert all(row["Network"] in networks[end["ID"]] or end["Kind"] == "partner" for end in ends), row
        assert ends[0]["Kind"] == "partner" and row["Role"] and row["Evidence"], row
        assert row["Hours a year"] == str(12 * int(row["Hours a month"])), row
        for end in ends:
            assert row["Since"][:7] >= end["Since"][:7], row
            assert not end["Until"] or row["Until"] and row["Until"] <= end["Until"], row
    days = [row[column] for row in work for column in ("Since", "Until") if row[column]]
    assert min(days) >= "2023-04" and max(days) <= "2025-03-31"
    net = nx.Graph((row["From"], row["To"]) for row in work)
    net.add_nodes_from(node)
    single = [row["ID"] for row in strategies if net.degree[row["ID"]] == 1]
    assert single == ["warm-homes", "digital"] and list(nx.isolates(net)) == ["museum"]
    assert {"voluntary-forum", "housing-trust", "libraries"} < set(nx.articulation_points(net))
    assert net.degree["youth-offer"] == 15
    sheets = workbook(GRAPHS / "example-city.xlsx")
    for name in ("Partners", "Strategies", "Work"):
        assert sheets[name] == rows(f"example-city/{name.lower()}.csv"), f"sheet {name} differs"
    between = sum(node[row["To"]]["Kind"] == "partner" for row in work)
    return f"35 partners, 12 strategies, 88 ties ({between} between partners), 5 layers; the workbook agrees"


# --- corner graphs ----------------------------------------------------------------------------


def workbook(path):
    """The sheets of a workbook by name, each as the dicts that its table would give."""
    with zipfile.ZipFile(path) as archive:
        part = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    shared = ["".join(text.itertext()) for text in part["xl/sharedStrings.xml"]]
    formats = [int(xf.get("numFmtId")) for xf in part["xl/styles.xml"].find(f"{SHEET}cellXfs")]
    sheets = {}
    for number, sheet in enumerate(part["xl/workbook.xml"].find(f"{SHEET}sheets"), 1):
        table = []
        for row in part[f"xl/worksheets/sheet{number}.xml"].iter(f"{SHEET}row"):
            table.append({re.match("[A-Z]+", cell.get("r"))[0]: text_of(cell, shared, formats) for cell in row})
        head = table[0] if table else {}
        sheets[sheet.get("name")] = [
            {title: row.get(column, "") for column, title in head.items()} for row in table[1:]
        ]
    return sheets


def text_of(cell, shared, formats):
    """A cell's text as a table would hold it: dates as ISO 8601, booleans as TRUE and FALSE."""
    value = cell.find(f"{SHEET}v").text
    if cell.get("t") == "s":
        return shared[int(value)]
    if cell.get("t") == "b":
        return "TRUE" if value == "1" else "FALSE"
    if formats[int(cell.get("s", 0))] in (14, 164):
        return (datetime.date(1899, 12, 30) + datetime.timedelta(days=int(value))).isoformat()
    return value


def small_table(name):
    """The nodes (None where there is no table of them) and ties of a corner graph."""
    folder = f"small/csv/{name}"
    if (GRAPHS / folder).is_dir():
        return rows(f"{folder}/nodes.csv"), rows(f"{folder}/ties.csv")
    return None, rows(f"{folder}.csv")


def small_formats(name, nodes, ties):
    """The JSON and the workbook of a corner graph say what its table says."""
    sheets = workbook(GRAPHS / "small" / "xlsx" / f"{name}.xlsx")
    assert sheets["Ties"] == ties and sheets.get("Nodes") == nodes, f"{name}.xlsx differs"
    data = json.loads((GRAPHS / "small" / "json" / f"{name}.json").read_text("utf-8"))
    filled = [{head: cell for head, cell in tie.items() if cell and head != "direction"} for tie in ties]
    links = [{{"source": "from", "target": "to"}.get(key, key): f"{value:g}" if key == "weight" else value
              for key, value in link.items()} for link in data["links"]]
    assert links == filled, f"{name}.json differs in its links"
    ends = dict.fromkeys(tie[end] for tie in ties for end in ("from", "to"))
    assert data["nodes"] == (nodes if nodes is not None else [{"id": end} for end in ends]), name
    read = nx.node_link_graph(data)
    assert read.is_directed() == (name == "directed-pair") and read.number_of_edges() == len(ties)
    return read


def small():
    # nodes, ties, components of each
    known = {
        "null": (0, 0, 0), "one-node": (1, 0, 1), "two-islands": (6, 5, 2), "star": (6, 5, 1),
        "path": (5, 4, 1), "loop": (3, 3, 1), "multi": (3, 4, 1), "cycle": (6, 6, 1),
        "complete": (5, 10, 1), "kite": (10, 18, 1), "directed-pair": (2, 1, 1), "two-mode": (7, 6, 1),
        "with-isolate": (4, 2, 2), "weighted": (4, 4, 1), "dated": (4, 4, 1), "opsahl-6": (6, 6, 1),
    }
    read = {}
    for name, counts in known.items():
        nodes, ties = small_table(name)
        read[name] = net = small_formats(name, nodes, ties)
        pieces = nx.number_connected_components(net.to_undirected()) if len(net) else 0
        assert (len(net), len(ties), pieces) == counts, name
    stored = {path.stem for path in (GRAPHS / "small" / "csv").iterdir()}
    assert stored == set(known) and make_workbooks.main(["--check"]) == 0
    kite = nx.krackhardt_kite_graph()
    names = sorted(read["kite"])  # Krackhardt's names stand in alphabetical order of his numbers
    assert names[0] == "Andre" and names[9] == "Jane"
    same_ties(small_table("kite")[1], nx.relabel_nodes(kite, dict(enumerate(names))))
    near(nx.betweenness_centrality(read["kite"])["Heather"], 14 / 36)
    near(nx.closeness_centrality(read["kite"])["Garth"], 0.642857, 6)
    assert nx.is_isomorphic(read["star"], nx.star_graph(5)) and nx.is_isomorphic(read["path"], nx.path_graph(5))
    assert nx.is_isomorphic(read["cycle"], nx.cycle_graph(6)) and nx.is_isomorphic(read["complete"], nx.complete_graph(5))
    opsahl = read["opsahl-6"]
    for node, half in (("A", 3.4641), ("B", 6.6332)):
        near((opsahl.degree(node) * opsahl.degree(node, weight="weight")) ** 0.5, half, 4)
    return f"{len(known)} corner graphs, each alike in csv, json and xlsx"


def checksums():
    """Every file that graphs/README.md gives a SHA-256 for has it, and no table lacks one."""
    text = (GRAPHS / "README.md").read_text("utf-8")
    stated = dict(reversed(pair) for pair in re.findall(r"^([0-9a-f]{64})  (\S+)$", text, re.M))
    for path, known in stated.items():
        assert hashlib.sha256((GRAPHS / path).read_bytes()).hexdigest() == known, f"{path} has another SHA-256"
    tables = {str(path.relative_to(GRAPHS)) for path in GRAPHS.glob("*/*.csv")}
    assert tables == set(stated), f"without SHA-256: {sorted(tables - set(stated))}"
    return f"{len(stated)} tables as stated"


def main():
    for check in (birmingham, search_rescue, davis, florentine, karate, example_city, small, checksums):
        print(f"{check.__name__.replace('_', '-')}: {check()}")


if __name__ == "__main__":
    sys.exit(main())
