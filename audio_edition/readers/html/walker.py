"""Walk the elements of a page in reading order and pass their text to a collector."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import html as lxml_html

from audio_edition.model import UNSPOKEN_KINDS, Block, BlockKind
from audio_edition.readers import plain
from audio_edition.readers.html import beside, formulas, layout, marks, names, tables, visibility
from audio_edition.readers.html.claims import read_claims
from audio_edition.readers.html.collector import Collector, Place
from audio_edition.readers.html.language import language_tag
from audio_edition.readers.html.settle import HIDDEN_PART, settle
from audio_edition.readers.html.styles import NO_DISPLAYS, Displays, read_displays

_INITIAL = re.compile(r"[\"“‘'«]?\w")
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"))
_PICTURE_HINT = frozenset({"picture"})
_DEFAULT_PLACE = Place()
_FIGURE = "figure"
_MAX_VERSE_LINE = 50


class Walker:
    """Passes the text of a page and its place to `collector`, and warnings for the user to `warnings`.

    `wanted` are the ids whose blocks are recorded as anchors, `footnotes` the marks of earlier pages; with
    `shows_all`, hidden elements are read, too. `displays` are those of the page if only a part of it is read.
    """

    def __init__(
        self,
        wanted: frozenset[str] = frozenset(),
        footnotes: marks.Footnotes | None = None,
        *,
        shows_all: bool = False,
        displays: Displays | None = None,
    ) -> None:
        self.collector = Collector()
        self.warnings: list[str] = []
        self._footnotes = marks.Footnotes() if footnotes is None else footnotes
        self._wanted = wanted
        self._shows_all = shows_all
        self._parents = [0]  # the number of the enclosing element, by number of element
        self._picture_boxes: frozenset[lxml_html.HtmlElement] = frozenset()
        self._side_elements: dict[lxml_html.HtmlElement, str] = {}
        self._displays = NO_DISPLAYS if displays is None else displays
        self._reads_displays = displays is None
        self._quotation_depth = 0
        self._shadow_roots: list[lxml_html.HtmlElement] = []  # the enclosing shadow trees, innermost last
        self._handlers = {  # a handler returns True if it has dealt with the element
            "br": self._add_break,
            "math": self._add_formula,
            "sup": self._add_superscript,
            "input": self._add_input,
            "q": self._add_quotation,
            "img": self._add_initial,
            "pre": self._add_preformatted,
            "slot": self._fill_slot,
            "table": self._add_speeches,
        }

    def read(self, page: lxml_html.HtmlElement, place: Place = _DEFAULT_PLACE) -> tuple[Block, ...]:
        """Return the blocks of a page, or of a part of it that stands in `place`."""
        self._picture_boxes = layout.picture_boxes(page)
        if self._reads_displays:
            self._displays = read_displays(page)
        self._side_elements = beside.find_side_elements(page)
        self.walk(page, place)
        self.collector.end_block(place)
        if settle(self.collector, self._parents, has_marks=self._footnotes.are_any):
            self.warnings.append(HIDDEN_PART)
        return tuple(self.collector.blocks)

    def walk(self, element: lxml_html.HtmlElement, place: Place) -> None:
        """Add the text inside an element that stands in `place`."""
        add = self.collector.add_text
        add(element.text, place)
        for child in element:
            if child.tag == "template" and (child.get("shadowrootmode") or child.get("shadowmode")):
                self._shadow_roots.append(child)  # shown instead of its siblings, which fill its slots
                self.walk(child, place)
                self._shadow_roots.pop()
                return
            self._visit(child, place)
            add(child.tail, place)

    def _visit(self, element: lxml_html.HtmlElement, place: Place) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in names.HIDDEN_TAGS:
            return
        if not self._shows_all and visibility.is_hidden(element, tag, self._displays):
            if place.hidden or not visibility.may_hide_story(element, tag):
                return
            place = place._replace(hidden=place.parent + 1)
        if self._wanted or self._footnotes:
            self._check_ids(element)
        outer = place
        if (attribute := element.get("lang", element.get("xml:lang"))) is not None:
            place = place._replace(language=language_tag(attribute))
        handler = self._handlers.get(tag)
        if handler is not None and handler(element, place):
            return
        if tag in names.INLINE_TAGS or (tag not in names.KNOWN_TAGS and visibility.is_inline(element)):
            if not (names.holds_blocks(element) or self._is_block(element, place)):
                self._add_inline(element, place)
                return
        elif tag in names.SPACED_TAGS and not place.columns:
            self.collector.add_space()
            self.walk(element, place)
            self.collector.add_space()
            return
        self.collector.end_block(outer)
        inner = self._inner_place(element, tag, place)
        self.walk(element, inner)
        self.collector.end_block(inner)

    def _is_block(self, element: lxml_html.HtmlElement, place: Place) -> bool:
        """Return True if an inline element is a paragraph: a style says so, and it is in no heading."""
        return not place.level and place.kind not in UNSPOKEN_KINDS and visibility.is_block(element, self._displays)

    def _check_ids(self, element: lxml_html.HtmlElement) -> None:
        """Record a wanted id, and mark the current block as a note if an earlier footnote mark links to it."""
        for name in self._wanted.intersection(marks.element_ids(element)):
            self.collector.add_anchor(name)
        if element.tag in names.INLINE_TAGS and self._footnotes.is_note(element):
            self.collector.is_note = True

    def _add_inline(self, element: lxml_html.HtmlElement, place: Place) -> None:
        traits = names.read_traits(element)
        if element.tag in {"a", "sup", "span"} and self._footnotes.is_mark(element, traits.names):
            self._add_mark(element)
        elif marks.is_no_text(element, traits.names):
            pass
        elif element.tag != "a" and (traits.claim is BlockKind.FOOTNOTE or marks.is_tooltip(element)):
            self._add_note(element, place)
        elif element.tag == "a" and not place.linked:
            if element.get("rel") == "calibre-downloaded-from":
                self.collector.landmark = "footer"  # the line "This article was downloaded by calibre from …"
            self.walk(element, place._replace(linked=True))
        else:
            self.walk(element, place)

    def _add_mark(self, mark: lxml_html.HtmlElement) -> None:
        """Record a footnote mark, which is not read; one at the beginning of a line may open a note."""
        if not self.collector.has_words and self._footnotes.opens_note(mark):
            self.collector.is_note = True
        else:
            self._footnotes.remember(mark)

    def _add_note(self, element: lxml_html.HtmlElement, place: Place) -> None:
        """Add a note inside a sentence as a block of its own after that sentence's block."""
        note = Walker(footnotes=self._footnotes, shows_all=self._shows_all, displays=self._displays)
        inner = place._replace(kind=BlockKind.FOOTNOTE)
        blocks = note.read(element, inner)
        self.collector.defer_blocks([replace(block, parent=place.parent) for block in blocks], inner)

    def _inner_place(self, element: lxml_html.HtmlElement, tag: str, place: Place) -> Place:
        """Return the place of the content of a block-level element."""
        number = len(self._parents)
        self._parents.append(place.parent)
        traits = names.read_traits(element)
        level = names.HEADING_LEVELS.get(tag, 0)
        columns = tables.is_layout_table(element) if tag == "table" else place.columns
        landmark = self._side_elements.get(element) or _landmark(element, traits)
        hints = names.read_hints(element)
        if element in self._picture_boxes:
            hints |= _PICTURE_HINT
        return Place(
            kind=BlockKind.HEADING
            if level
            else self._block_kind(element, traits.kind, place.kind, columns=columns),
            level=level or place.level,
            container=landmark or place.container,
            linked=place.linked or tag == "a",
            hints=place.hints | hints if hints else place.hints,
            parent=place.parent if tag in names.PARAGRAPH_TAGS else number,
            columns=columns,
            language=place.language,
            claims=place.claims + read_claims(element, number, traits.claim, hints),
            hidden=place.hidden,
            around_figure=place.container if landmark == _FIGURE else place.around_figure,
        )

    def _block_kind(
        self, element: lxml_html.HtmlElement, own: BlockKind | None, outer: BlockKind, *, columns: bool
    ) -> BlockKind:
        """Return an element's kind: its own, a footnote if a mark links to it, else that of the outer element.

        Everything inside an element of an unspoken kind, such as a note or a post, has that kind.
        """
        if outer in UNSPOKEN_KINDS:
            return outer
        if self._footnotes and self._footnotes.is_note(element):
            return BlockKind.FOOTNOTE
        if element.tag == "table" and columns:
            return outer
        return own or outer

    def _add_break(self, _: lxml_html.HtmlElement, place: Place) -> bool:
        self.collector.add_break(place)
        return True

    def _add_formula(self, element: lxml_html.HtmlElement, place: Place) -> bool:
        """Add the text of a formula; a display formula is a block of its own."""
        words = formulas.formula_text(element)
        if element.get("display") != "block":
            self.collector.add_text(words, place)
            return True
        self.collector.end_block(place)
        inner = place._replace(kind=BlockKind.FORMULA)
        self.collector.add_text(words, inner)
        self.collector.end_block(inner)
        return True

    def _add_superscript(self, element: lxml_html.HtmlElement, place: Place) -> bool:
        """Add raised digits as superscript characters, or 10 to the sixth would read 106; skip footnote marks."""
        digits = "".join(element.itertext()).strip()
        signs = formulas.to_superscript(digits)
        if marks.is_followed_by_note(element):
            self._add_mark(element)
            return True
        if signs is None or self._footnotes.is_mark(element, names.read_traits(element).names):
            return False
        if (element.tail or "").strip() in formulas.FRACTION_SLASHES:
            signs = f" {digits}" if self.collector.last_character.isdigit() else digits
        self.collector.add_text(signs, place)
        return True

    def _add_input(self, element: lxml_html.HtmlElement, _: Place) -> bool:
        """Skip the checkbox that opens a margin note, so that it does not break the sentence."""
        return "margin-toggle" in names.read_traits(element).names

    def _add_quotation(self, element: lxml_html.HtmlElement, place: Place) -> bool:
        """Add the quotation marks that browsers show around a `q` element, single inside double."""
        if names.holds_blocks(element):
            return False
        opening, closing = _QUOTATION_MARKS[self._quotation_depth % 2]
        self._quotation_depth += 1
        self.collector.add_text(opening, place)
        self.walk(element, place)
        self.collector.add_text(closing, place)
        self._quotation_depth -= 1
        return True

    def _add_initial(self, element: lxml_html.HtmlElement, place: Place) -> bool:
        """Add the letter that a picture of a paragraph's initial stands for; other pictures have no text."""
        letter = (element.get("alt") or "").strip()
        if _INITIAL.fullmatch(letter) and (element.tail or " ")[0].isalpha():
            self.collector.add_text(letter, place)
        return True

    def _add_preformatted(self, element: lxml_html.HtmlElement, place: Place) -> bool:
        """Add preformatted text that is no code: verse with a block per line if all lines are short, else prose."""
        if place.kind in UNSPOKEN_KINDS or layout.is_code(element):
            return False
        self.collector.end_block(place)
        inner = self._inner_place(element, "pre", place)
        text = element.text_content()
        short = all(len(line.strip()) <= _MAX_VERSE_LINE for line in text.splitlines())
        kind = BlockKind.VERSE if short and place.kind is BlockKind.PARAGRAPH else place.kind
        blocks = [
            replace(
                block,
                kind=kind,
                container=inner.container,
                hints=inner.hints,
                parent=inner.parent,
                language=inner.language,
            )
            for block in plain.parse(text).blocks
        ]
        self.collector.add_blocks(blocks, inner)
        return True

    def _add_speeches(self, table: lxml_html.HtmlElement, place: Place) -> bool:
        """Add each row of a table of speeches as a block: the speaker, a colon and the speech."""
        if place.kind in UNSPOKEN_KINDS or place.columns or not tables.is_speech_table(table):
            return False
        self.collector.end_block(place)
        inner = self._inner_place(table, "table", place)._replace(kind=place.kind)
        for row in table.iter("tr"):
            for cell in row.iterchildren("td", "th"):
                if self.collector.has_words:
                    self.collector.add_text(tables.label_end(self.collector.last_text.rstrip()), inner)
                self.walk(tables.only_paragraph(cell), inner)
            self.collector.end_block(inner)
        return True

    def _fill_slot(self, slot: lxml_html.HtmlElement, place: Place) -> bool:
        """Add the content of a slot in a shadow tree: the children of the host that name the slot."""
        if not self._shadow_roots:
            return False
        name = slot.get("name", "")
        shadow = self._shadow_roots.pop()
        children = [child for child in shadow.itersiblings() if child.get("slot", "") == name]
        text = None if name else shadow.tail
        self.collector.add_text(text, place)
        for child in children:
            self._visit(child, place)
            self.collector.add_text(None if name else child.tail, place)
        self._shadow_roots.append(shadow)
        return bool(children or (text or "").strip())


def _landmark(element: lxml_html.HtmlElement, traits: names.Traits) -> str | None:
    """Return the landmark of an element; a figure of a quotation without a picture is none."""
    if traits.landmark == _FIGURE and layout.is_quotation(element):
        return None
    return traits.landmark
