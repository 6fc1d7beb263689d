"""Time against size as SVG, both axes logarithmic, with the growth exponent of each program: the slope of the line of least squares."""
import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 460, 70, 190, 46, 50
LOOKS = [("#1b4f8f", ""), ("#b5532a", "7 4"), ("#3a7d44", "2 4"), ("#6b4c9a", "10 3 2 3")]


def exponent(sizes, times):
    """Slope of log time over log size."""
    x, y = [math.log(s) for s in sizes], [math.log(max(t, 1e-9)) for t in times]
    mx, my = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mx) * (b - my) for a, b in zip(x, y)) / sum((a - mx) ** 2 for a in x)


def decades(low, high):
    return range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)


def short(power):
    return f"{10 ** power:,}" if power >= 0 else f"{10.0 ** power:.{-power}f}"


def draw(growth, title):
    sizes = growth["sizes"]
    times = [t for p in growth["programs"].values() for t in p["seconds"]]
    y_of = [d for d in decades(min(times), max(times))]
    low, high, least, most = y_of[0], y_of[-1], math.log10(sizes[0]), math.log10(sizes[-1])

    def x(s):
        return LEFT + (math.log10(s) - least) / (most - least) * (WIDTH - LEFT - RIGHT)

    def y(t):
        return HEIGHT - BOTTOM - (math.log10(t) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="DejaVu Sans, sans-serif" '
           f'font-size="12">', f'<title>{escape(title)}</title>', f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
           f'<text x="{LEFT}" y="24" font-size="15">{escape(title)}</text>']
    for d in y_of:
        at = y(10.0 ** d)
        out.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#dddddd"/>'
                   f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{short(d)} s</text>')
    for s in sizes:
        out.append(f'<text x="{x(s):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{s:,}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.1f}" y="{HEIGHT - 10}" text-anchor="middle">nodes</text>')
    for (name, p), (colour, dash) in zip(growth["programs"].items(), LOOKS):
        points = [(x(s), y(t)) for s, t in zip(sizes, p["seconds"])]
        out.append('<polyline fill="none" stroke="%s" stroke-width="1.8" stroke-dasharray="%s" points="%s"/>'
                   % (colour, dash, " ".join(f"{a:.1f},{b:.1f}" for a, b in points)))
        out += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in points]
        out.append(f'<text x="{points[-1][0] + 10:.1f}" y="{points[-1][1] + 4:.1f}" fill="{colour}">{escape(name)}: n^{p["exponent"]:.2f}</text>')
    return "\n".join([*out, "</svg>", ""])
