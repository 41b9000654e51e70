"""A grid of marks drawn in black on white: rows of topics, columns of documents or voices, sized by sentences."""

from __future__ import annotations

import math
import textwrap
import threading
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ui.paper.letters import printable
from ui.paper.values import DOTS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Inches, and points for type.
WIDTH = 6.53  # a line of an A4 page with margins of 2.2 cm
LEFT = 1.85  # topics
RIGHT = 0.95  # labels
WIDEST_PITCH = 0.46
GAP = 0.16  # between groups of columns
FONT = "DejaVu Sans"
TYPE = 8.0
SMALL = 7.0
LINE = 0.132  # a line of TYPE
ROW = 0.27
TOPIC = 28  # characters of a topic on a line
NAME = 19  # characters of a column's name on a line
INK = "#1d1a16"
HAIR = "#b9b2a6"
DRAWING = threading.Lock()  # matplotlib's caches are not made for several threads


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is called, the group it stands in beside its neighbours, and a second line."""

    name: str
    group: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Sentences that tell of a topic and that only name it; or `present`, where there is nothing to count."""

    told: int = 0
    named: int = 0
    present: bool = False

    @property
    def sentences(self) -> int:
        return self.told + self.named


@dataclass(frozen=True, slots=True)
class Grid:
    """`rows`: a topic and its label each. `cells[row][column]`."""

    rows: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    cells: tuple[tuple[Cell, ...], ...]
    note: str = ""


def draw(grid: Grid) -> bytes:
    """The PNG, as wide as a line of the page."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with DRAWING:
        plan = _Plan(grid)
        figure = Figure(figsize=(WIDTH, plan.height), dpi=DOTS)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(plan.height, 0)  # inches from the top, as one reads
        axes.set_axis_off()
        _Drawing(axes, grid, plan).all()
        file = BytesIO()
        figure.savefig(file, format="png", dpi=DOTS, facecolor="white", metadata={"Software": None})
    return file.getvalue()


class _Plan:
    """Where everything stands, in inches from the top left."""

    def __init__(self, grid: Grid) -> None:
        self.topics = [_wrapped(topic, TOPIC, 2) for topic, _ in grid.rows]
        groups = [column.group for column in grid.columns]
        starts = [i > 0 and group != groups[i - 1] for i, group in enumerate(groups)]
        self.pitch = min(WIDEST_PITCH, (WIDTH - LEFT - RIGHT - sum(starts) * GAP) / max(len(groups), 1))
        self.type = min(SMALL, self.pitch * 72 * 0.82)
        self.names = [_label(column, int(self.pitch * 72 / (self.type * 1.1))) for column in grid.columns]
        self.head = 0.09 + max((_length(name, self.type) for name in self.names), default=0.0)
        self.x = [LEFT + self.pitch * (i + 0.5) + GAP * sum(starts[: i + 1]) for i in range(len(groups))]
        self.right = (self.x[-1] + self.pitch / 2 if self.x else LEFT) + 0.1
        self.y: list[float] = []
        self.edges = [self.head]
        for topic in self.topics:
            high = max(ROW, (topic.count("\n") + 1) * LINE + 0.06)
            self.y.append(self.edges[-1] + high / 2)
            self.edges.append(self.edges[-1] + high)
        self.bottom = self.edges[-1]
        self.note = _wrapped(grid.note, 110, 3)
        self.legend = self.bottom + (0.36 if len(groups) < 3 else 0.28)
        self.height = self.legend + 0.12 + 0.12 * len(self.note.split("\n")) * bool(self.note)
        self.largest = max((cell.sentences for row in grid.cells for cell in row), default=1) or 1
        self.radius = min(self.pitch / 2 * 0.94, ROW / 2 * 0.85)

    def radius_of(self, sentences: int) -> float:
        """Area goes with the number, from the smallest that can be seen."""
        least = min(0.035 if self.pitch < 0.2 else 0.07, self.radius)
        return max(least, self.radius * math.sqrt(sentences / self.largest))


class _Drawing:
    def __init__(self, axes: Axes, grid: Grid, plan: _Plan) -> None:
        self.axes, self.grid, self.plan = axes, grid, plan

    def all(self) -> None:
        plan = self.plan
        for y in plan.edges:
            self._line((0, plan.right + RIGHT - 0.1), (y, y), HAIR)
        for x, name in zip(plan.x, plan.names, strict=True):
            self._text(
                x, plan.head - 0.06, name, plan.type, rotation=90, va="bottom", ha="center", ma="left", linespacing=1.0
            )
            self._line((x, x), (plan.head, plan.bottom), "#e6e2da")
        for (_, label), topic, y, cells in zip(self.grid.rows, plan.topics, plan.y, self.grid.cells, strict=True):
            self._text(0, y, topic, TYPE, va="center", ha="left", linespacing=1.1)
            self._text(plan.right, y, label, TYPE, va="center", ha="left", style="italic")
            for x, cell in zip(plan.x, cells, strict=True):
                self._mark(x, y, cell)
        self._groups()
        self._legend()

    def _mark(self, x: float, y: float, cell: Cell) -> None:
        from matplotlib.patches import Circle, Rectangle

        if cell.present:
            side = min(0.1, self.plan.pitch * 0.6)
            self.axes.add_patch(Rectangle((x - side / 2, y - side / 2), side, side, facecolor=INK, zorder=3))
        if not cell.sentences:
            return
        outer = self.plan.radius_of(cell.sentences)
        self.axes.add_patch(Circle((x, y), outer, facecolor="white", edgecolor=INK, linewidth=1, zorder=3))
        inner = outer * math.sqrt(cell.told / cell.sentences)
        self.axes.add_patch(Circle((x, y), inner, facecolor=INK, zorder=4))
        if self.plan.pitch >= 0.2:
            colour = "white" if inner > 0.06 else INK
            size = 6.5 if outer < 0.1 else SMALL
            self._text(x, y, str(cell.sentences), size, ha="center", va="center_baseline", color=colour, zorder=5)

    def _groups(self) -> None:
        """Under the columns of each group, its name."""
        plan, columns = self.plan, self.grid.columns
        start = 0
        for i, column in enumerate(columns):
            last = i + 1 == len(columns) or columns[i + 1].group != column.group
            if not last:
                continue
            left, right = plan.x[start] - plan.pitch * 0.4, plan.x[i] + plan.pitch * 0.4
            self._line((left, right), (plan.bottom + 0.05, plan.bottom + 0.05), INK)
            words = _wrapped(column.group, max(8, int((right - left + GAP) / 0.055)), 2)
            self._text(left, plan.bottom + 0.07, words, SMALL, ha="left", va="top", linespacing=1.0)
            start = i + 1

    def _legend(self) -> None:
        from matplotlib.patches import Circle, Rectangle
        from matplotlib.transforms import Affine2D

        x, y = 0.06, self.plan.legend
        cells = [cell for row in self.grid.cells for cell in row]
        told = Circle((x, y), 0.05, facecolor=INK), "sentences that tell of it"
        named = Circle((x, y), 0.05, facecolor="white", edgecolor=INK), "sentences that only name it"
        present = Rectangle((x - 0.04, y - 0.04), 0.08, 0.08, facecolor=INK), "named with it"
        for (patch, words), used in (
            (told, any(cell.told for cell in cells)),
            (named, any(cell.named for cell in cells)),
            (present, any(cell.present for cell in cells)),
        ):
            if used:
                patch.set_transform(Affine2D().translate(x - 0.06, 0) + self.axes.transData)
                self.axes.add_patch(patch)
                x += 0.1 + self._text(x + 0.1, y, words, SMALL, va="center_baseline", ha="left") + 0.2
        if any(cell.sentences for cell in cells):
            self._text(x, y, "The larger, the more sentences.", SMALL, va="center_baseline", ha="left")
        if self.plan.note:
            self._text(0, y + 0.1, self.plan.note, SMALL, va="top", ha="left", linespacing=1.1)

    def _text(self, x: float, y: float, words: str, size: float, **form: Any) -> float:
        """Writes the words, and returns their length in inches."""
        # parse_math: a "$" in a title is a dollar, and nothing of it a formula.
        form = {"color": INK, **form}
        self.axes.text(x, y, _known(words), fontsize=size, family=FONT, parse_math=False, **form)
        return _length(words, size)

    def _line(self, x: tuple[float, float], y: tuple[float, float], colour: str) -> None:
        self.axes.plot(x, y, color=colour, linewidth=0.6, zorder=1)


def _label(column: Column, lines: int) -> str:
    """A column's name and what stands under it, on as many lines as there is room for."""
    if lines < 2:
        return ", ".join(filter(None, [shortened(column.name, NAME), column.under]))
    most = min(lines, 3) - bool(column.under)
    for length in range(most * NAME, NAME // 2, -1):  # the longest form of it that fits
        name = textwrap.wrap(shortened(printable(column.name), length), NAME)
        if len(name) <= most:
            break
    return "\n".join([*name[:most], *filter(None, [column.under])])


def shortened(words: str, length: int) -> str:
    """Words of at most `length` characters. What goes is in their middle, because titles of a series differ at their
    ends."""
    words = " ".join(words.split())
    if len(words) <= length:
        return words
    end = _whole_words(words[::-1], length * 2 // 5)[::-1]
    begin = _whole_words(words, length - 1 - len(end)).rstrip(",:;-")
    return f"{begin}…{end}"


def _whole_words(words: str, length: int) -> str:
    """As many of the first words as fit, or a part of the first."""
    return words[: length + 1].rpartition(" ")[0] or words[:length]


def _length(words: str, size: float) -> float:
    """The length, in inches, of the longest line of words at `size` points."""
    font = _font()
    font.set_size(size, 72)
    longest = 0.0
    for line in _known(words).split("\n"):
        font.set_text(line)
        longest = max(longest, font.get_width_height()[0] / 64 / 72)
    return longest


def _wrapped(words: str, width: int, most: int) -> str:
    lines = textwrap.wrap(" ".join(printable(words).split()), width, max_lines=most, placeholder="…")
    return "\n".join(lines)


@cache
def _font() -> Any:
    from matplotlib import font_manager

    return font_manager.get_font(font_manager.findfont(FONT))


@cache
def _letters() -> frozenset[int]:
    """The letters that the font has."""
    return frozenset(_font().get_charmap())


def _known(words: str) -> str:
    """The words with a box for each letter that the font lacks, which it would warn of."""
    return "".join(c if c == "\n" or ord(c) in _letters() else "□" for c in words)
