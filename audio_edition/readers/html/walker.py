"""The elements of a page, walked in reading order."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import html as lxml_html

from audio_edition.model import UNSPOKEN_KINDS, Block, BlockKind
from audio_edition.readers import plain
from audio_edition.readers.html import formulas, layout, marks, names
from audio_edition.readers.html.collector import Collector, Place
from audio_edition.readers.html.language import language_tag

_INVISIBLE_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING = frozenset({"hidden", "aria-hidden", "style"})
_INITIAL = re.compile(r"[\"“‘'«]?\w")
_QUOTES = (("“", "”"), ("‘", "’"))
_PICTURE = frozenset({"picture"})
_NOWHERE = Place()
_BESIDE = "aside"
_VERSE_LINE = 50
_PARAGRAPH_WORDS, _PAGE_PARAGRAPHS = 12, 4


class Walker:
    """Hands the words of a page, and where they stand, to its collector.

    `wanted` are ids whose blocks are asked for, `footnotes` the marks known before; `shows_all` tells to read also
    what no browser shows.
    """

    def __init__(
        self,
        wanted: frozenset[str] = frozenset(),
        footnotes: marks.Footnotes | None = None,
        *,
        shows_all: bool = False,
    ) -> None:
        self.found = Collector()
        self._footnotes = marks.Footnotes() if footnotes is None else footnotes
        self._wanted = wanted
        self._shows_all = shows_all
        self._elements = 0
        self._boxes: frozenset[lxml_html.HtmlElement] = frozenset()  # around pictures
        self._quotes = 0
        self._shadows: list[lxml_html.HtmlElement] = []  # the shadow trees around, innermost last
        self._special = {  # elements with a way of their own; the answer says whether they are done with
            "br": self._break,
            "math": self._add_formula,
            "sup": self._add_raised,
            "input": self._add_input,
            "q": self._add_quotation,
            "img": self._add_initial,
            "pre": self._add_lines,
            "slot": self._fill_slot,
        }

    def read(self, page: lxml_html.HtmlElement, place: Place = _NOWHERE) -> tuple[Block, ...]:
        """The blocks of a whole page, or of a part of it that stands in `place`."""
        self._boxes = layout.picture_boxes(page)
        self.walk(page, place)
        self.found.end(place)
        return tuple(self.found.blocks)

    def walk(self, element: lxml_html.HtmlElement, place: Place) -> None:
        """Gather the words inside an element that stands in `place`."""
        add = self.found.add
        add(element.text, place)
        for child in element:
            if child.tag == "template" and (child.get("shadowrootmode") or child.get("shadowmode")):
                self._shadows.append(child)  # shown in place of its brothers, which stand in its slots
                self.walk(child, place)
                self._shadows.pop()
                return
            self._visit(child, place)
            add(child.tail, place)

    def _visit(self, element: lxml_html.HtmlElement, place: Place) -> None:
        tag = element.tag
        if not isinstance(tag, str) or self._is_hidden(element, tag):
            return
        if self._wanted or self._footnotes:
            self._look_at_ids(element)
        around = place
        if (named := element.get("lang", element.get("xml:lang"))) is not None:
            place = place._replace(language=language_tag(named))
        special = self._special.get(tag)
        if special is not None and special(element, place):
            return
        if tag in names.INLINE or (tag not in names.KNOWN and _stands_in_line(element)):
            if not names.holds_blocks(element):
                self._add_inline(element, place)
                return
        elif tag in names.SPACED and not place.columns:
            self.found.add_space()
            self.walk(element, place)
            self.found.add_space()
            return
        self.found.end(around)
        inner = self._inside(element, tag, place)
        self.walk(element, inner)
        self.found.end(inner)

    def _is_hidden(self, element: lxml_html.HtmlElement, tag: str) -> bool:
        """Whether no reader sees an element; a whole paragraph kept from screen readers is seen all the same."""
        if tag in names.NEVER_SHOWN:
            return True
        if self._shows_all:
            return False
        if tag in names.SHOWN_LATER or (tag == "dialog" and element.get("open") is None):
            return True
        if _HIDING.isdisjoint(element.keys()):
            return False
        style = element.get("style")
        return (
            element.get("hidden", "until-found") != "until-found"
            or (element.get("aria-hidden") == "true" and tag != "p" and not _is_behind_a_dialog(element))
            or (style is not None and bool(_INVISIBLE_STYLE.search(style)) and not _holds_formula(element))
        )

    def _look_at_ids(self, element: lxml_html.HtmlElement) -> None:
        """Remember where a wanted id stands, and whether a mark above leads to the line being gathered."""
        for name in self._wanted.intersection(marks.ids(element)):
            self.found.add_anchor(name)
        if element.tag in names.INLINE and self._footnotes.is_note(element):
            self.found.is_note = True

    def _add_inline(self, element: lxml_html.HtmlElement, place: Place) -> None:
        traits = names.traits(element)
        if element.tag in {"a", "sup", "span"} and self._footnotes.is_mark(element, traits.names):
            self._footnotes.remember(element)
        elif marks.is_page_number(element, traits.names) or marks.is_remark(element) or marks.is_bullet(element):
            pass
        elif element.tag != "a" and traits.kind is BlockKind.FOOTNOTE:
            self._add_note(element, place)
        elif element.tag == "a" and not place.linked:
            if element.get("rel") == "calibre-downloaded-from":
                self.found.landmark = "footer"  # "This article was downloaded by calibre from" an address
            self.walk(element, place._replace(linked=True))
        else:
            self.walk(element, place)

    def _add_note(self, element: lxml_html.HtmlElement, place: Place) -> None:
        """A note in the middle of a sentence is a block of its own after it."""
        note = Walker(footnotes=self._footnotes, shows_all=self._shows_all)
        inner = place._replace(kind=BlockKind.FOOTNOTE)
        self.found.add_beside(note.read(element, inner))

    def _inside(self, element: lxml_html.HtmlElement, tag: str, place: Place) -> Place:
        """The place of what stands inside a block-level element."""
        self._elements += 1
        traits = names.traits(element)
        level = names.HEADINGS.get(tag, 0)
        columns = layout.is_layout(element) if tag == "table" else place.columns
        aside = tag == "article" and layout.is_beside(element)
        hints = names.hints(element) | _PICTURE if element in self._boxes else names.hints(element)
        return Place(
            kind=BlockKind.HEADING if level else self._kind(element, traits.kind, place.kind, columns=columns),
            level=level or place.level,
            container=_BESIDE if aside else traits.landmark or place.container,
            linked=place.linked or tag == "a",
            hints=place.hints | hints if hints else place.hints,
            parent=place.parent if tag in names.PARAGRAPHS else self._elements,
            columns=columns,
            language=place.language,
        )

    def _kind(
        self, element: lxml_html.HtmlElement, called: BlockKind | None, around: BlockKind, *, columns: bool
    ) -> BlockKind:
        """What an element is by name, tag or a mark that leads to it; notes and posts hold nothing else."""
        if around in UNSPOKEN_KINDS:
            return around
        if self._footnotes and self._footnotes.is_note(element):
            return BlockKind.FOOTNOTE
        if element.tag == "table" and columns:
            return around
        return called or around

    def _break(self, _: lxml_html.HtmlElement, place: Place) -> bool:
        self.found.add_break(place)
        return True

    def _add_formula(self, element: lxml_html.HtmlElement, place: Place) -> bool:
        """A formula in a line is said as its author wrote it out; one that stands alone is a block of its own."""
        words = formulas.formula(element)
        if element.get("display") != "block":
            self.found.add(words, place)
            return True
        self.found.end(place)
        inner = place._replace(kind=BlockKind.FORMULA)
        self.found.add(words, inner)
        self.found.end(inner)
        return True

    def _add_raised(self, element: lxml_html.HtmlElement, place: Place) -> bool:
        """A power is set as signs, or 10 to the sixth would read 106; what is a note's mark is none."""
        digits = "".join(element.itertext()).strip()
        signs = formulas.raised(digits)
        if signs is None or self._footnotes.is_mark(element, names.traits(element).names):
            return False
        if (element.tail or "").strip() in formulas.SLASHES:
            signs = f" {digits}" if self.found.last_character.isdigit() else digits
        self.found.add(signs, place)
        return True

    def _add_input(self, element: lxml_html.HtmlElement, _: Place) -> bool:
        """What opens a note in the margin is no break in the sentence."""
        return "margin-toggle" in names.traits(element).names

    def _add_quotation(self, element: lxml_html.HtmlElement, place: Place) -> bool:
        """Browsers set the quotation marks of a q element, one pair inside the other."""
        if names.holds_blocks(element):
            return False
        opening, closing = _QUOTES[self._quotes % 2]
        self._quotes += 1
        self.found.add(opening, place)
        self.walk(element, place)
        self.found.add(closing, place)
        self._quotes -= 1
        return True

    def _add_initial(self, element: lxml_html.HtmlElement, place: Place) -> bool:
        """A picture of a paragraph's first letter is that letter; no other picture has words."""
        letter = (element.get("alt") or "").strip()
        if _INITIAL.fullmatch(letter) and (element.tail or " ")[0].isalpha():
            self.found.add(letter, place)
        return True

    def _add_lines(self, element: lxml_html.HtmlElement, place: Place) -> bool:
        """Preformatted text that is no code: verse, a line a block, if all lines are short, else paragraphs."""
        if place.kind in UNSPOKEN_KINDS or layout.is_code(element):
            return False
        self.found.end(place)
        inner = self._inside(element, "pre", place)
        text = element.text_content()
        short = all(len(line.strip()) <= _VERSE_LINE for line in text.splitlines())
        kind = BlockKind.VERSE if short and place.kind is BlockKind.PARAGRAPH else place.kind
        self.found.blocks += [
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
        return True

    def _fill_slot(self, slot: lxml_html.HtmlElement, place: Place) -> bool:
        """What stands in a slot of a shadow tree: the children of the host that ask for it."""
        if not self._shadows:
            return False
        name = slot.get("name", "")
        shadow = self._shadows.pop()
        given = [child for child in shadow.itersiblings() if child.get("slot", "") == name]
        text = None if name else shadow.tail
        self.found.add(text, place)
        for child in given:
            self._visit(child, place)
            self.found.add(None if name else child.tail, place)
        self._shadows.append(shadow)
        return bool(given or (text or "").strip())


def _stands_in_line(element: lxml_html.HtmlElement) -> bool:
    """Whether an element nobody knows has words right before or behind it."""
    before, parent = element.getprevious(), element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else None
    return any(part and not part.isspace() for part in (text, element.tail))


def _is_behind_a_dialog(element: lxml_html.HtmlElement) -> bool:
    """Whether what is hidden from screen readers is the page behind an open dialog: it holds whole paragraphs."""
    paragraphs = (len((p.text or "").split()) for p in element.iterdescendants("p"))
    return sum(words >= _PARAGRAPH_WORDS for words in paragraphs) >= _PAGE_PARAGRAPHS


def _holds_formula(element: lxml_html.HtmlElement) -> bool:
    """Whether what is hidden is the formula of a picture, kept for screen readers."""
    return next(element.iterdescendants("math"), None) is not None
