"""The text of a page by section, with its links and pictures; and the lists in it: duties, qualities, titles."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from app.domain.programs import Origin
from app.domain.statements import TitleKind
from app.sources.ooh.credentials import Statement, named_credentials
from app.sources.ooh.markup import Block, address_of, blocks_of, line_of, text_of, without_marks
from app.sources.ooh.profile_page import TABS, ProfilePage, comparable
from app.sources.ooh.sentences import plain, sentences
from app.sources.records import Record, RecordKind, Value

# Headings that the handbook varies, by the identifier of the section that they head.
_SECTION_OF_HEADING = {
    "duties": "duties",
    "injuries and illnesses": "injuries_and_illnesses",
    "work schedules": "work_schedules",
    "education": "education",
    "education and training": "education_and_training",
    "education & training": "education_and_training",
    "licenses, certifications, and registrations": "licenses_certifications_and_registrations",
    "licenses, certification, and registrations": "licenses_certifications_and_registrations",
    "licenses and certifications": "licenses_certifications_and_registrations",
    "license and certification": "licenses_certifications_and_registrations",
    "certification": "licenses_certifications_and_registrations",
    "certifications": "licenses_certifications_and_registrations",
    "licenses": "licenses_certifications_and_registrations",
    "licenses, certifications and registrations": "licenses_certifications_and_registrations",
    "training": "training",
    "work experience in a related occupation": "work_experience_in_a_related_occupation",
    "work experience": "work_experience_in_a_related_occupation",
    "other experience": "other_experience",
    "other work experience": "other_experience",
    "advancement": "advancement",
    "important qualities": "qualities",
    "employment": "employment_outlook",
    "job prospects": "job_prospects",
}


@dataclass(slots=True)
class Section:
    """A heading of the page and the blocks under it, to the next heading."""

    identifier: str
    parent: str | None
    heading: str
    level: int
    line: int
    blocks: list[Block] = field(default_factory=list)
    head: Block | None = None


def sections_of(page: ProfilePage, tabs: Iterable[int]) -> list[Section]:
    """The sections of the page, in its order; a tab that no profile had before is one as well."""
    names = {f"tab-{number}": TABS[number] for number in tabs}
    panes = {f"tab-{number}": page.tab(number) for number in tabs}
    for other in page.tree.css('#panes > [id^="tab-"]'):
        identifier = other.attributes.get("id") or ""
        if identifier not in panes:
            panes[identifier] = other
            names[identifier] = slug(text_of(other.css_first("h2 > span, h2"))) or slug(identifier)
    found: list[Section] = []
    for identifier, pane in panes.items():
        if pane is not None:
            found += _sections_of_tab(pane, names[identifier], page)
    return found


def _sections_of_tab(pane: LexborNode, name: str, page: ProfilePage) -> list[Section]:
    found: list[Section] = []
    for block in blocks_of(pane, page.url):
        if block.kind == "h2":
            found.append(Section(name, None, block.text, 2, block.line, head=block))
        elif re.fullmatch("h[3-6]", block.kind):
            words = without_marks(block.text)
            identifier = _SECTION_OF_HEADING.get(words.lower(), slug(words))
            if name == "summary":
                identifier = f"summary_{_linked_tab(block) or identifier}"
            found.append(Section(identifier, name, block.text, int(block.kind[1]), block.line, head=block))
        elif found:
            found[-1].blocks.append(block)
        else:
            # Text before any heading belongs to the tab, which is named here as the others are.
            found.append(Section(name, None, name.replace("_", " ").capitalize(), 2, block.line, [block]))
    return found


def _linked_tab(block: Block) -> str | None:
    """The tab that a heading of the summary links to: its section there, in short."""
    targets = [re.search(r"#tab-([0-9]+)$", link.url) for link in block.links]
    return next((TABS.get(int(target[1])) for target in targets if target), None)


def slug(text: str) -> str:
    """Words as an identifier: `Work Schedules` gives work_schedules."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower().replace("’", "").replace("'", "")).strip("_")


_HEADING_BASIS = "The tab has no heading before this text: it has the name of the tab"


def section_records(page: ProfilePage, sections: list[Section]) -> Iterator[Record]:
    """Each section's text, a line for each block (list items begin with a hyphen), and the links in it."""
    link_position = 0
    for position, section in enumerate(sections, start=1):
        lines = [f"- {block.text}" if block.kind == "item" else block.text for block in section.blocks]
        values: dict[str, Value] = {
            "position": position,
            "section": section.identifier,
            "parent_section": section.parent,
            "heading": section.heading,
            "heading_origin": Origin.PUBLISHED if section.head is not None else Origin.CURATED,
            "heading_origin_basis": None if section.head is not None else _HEADING_BASIS,
            "heading_level": section.level,
            "heading_line": section.line,
            "text": "\n".join(lines),
            "first_line": section.blocks[0].line if section.blocks else section.line,
            "last_line": section.blocks[-1].line if section.blocks else section.line,
        }
        yield page.record(RecordKind.PROFILE_SECTION, values, section.line)
        blocks = [section.head, *section.blocks]
        for text_line, block in enumerate(blocks):
            for link in block.links if block else ():
                link_position += 1
                place: dict[str, Value] = {
                    "position": link_position,
                    "section": section.identifier,
                    "section_position": position,
                    "text_line": text_line,
                    "link_text": link.text,
                    "url": link.url,
                }
                yield page.record(RecordKind.PROFILE_LINK, place, link.line)


def image_records(page: ProfilePage, tabs: Iterable[int]) -> Iterator[Record]:
    """The pictures beside the text, with what is printed under them."""
    position = 0
    for number in tabs:
        pane = page.tab(number)
        for frame in pane.css(".ooh_right_img") if pane is not None else ():
            picture = frame.css_first("img")
            caption = frame.css_first(".image-caption")
            if picture is None and not text_of(caption):
                continue
            position += 1
            source = picture.attributes.get("src") if picture is not None else None
            values: dict[str, Value] = {
                "position": position,
                "section": TABS[number],
                "url": address_of(page.url, source) if source else None,
                "caption": text_of(caption) or None,
                "alternative_text": plain(picture.attributes.get("alt") or "") or None if picture is not None else None,
            }
            yield page.record(RecordKind.PROFILE_IMAGE, values, line_of(frame))


_DUTIES = re.compile(
    r"\bdo (?:all of )?the following\b|\b(?:duties|tasks|responsibilities) (?:\w+ )?(?:include|are)\b[^.]*:$",
    re.IGNORECASE,
)


def duty_records(page: ProfilePage, sections: list[Section]) -> Iterator[Record]:
    """The lists that `typically do the following` or the like introduces, or that the heading `Duties` stands over."""
    group = 0
    for section in sections:
        if section.identifier != "duties" and section.parent != "what_they_do" and section.identifier != "what_they_do":
            continue
        introduction = section.head if section.identifier == "duties" else None
        position = 0
        for block in section.blocks:
            if block.kind == "paragraph":
                introduction = block if _DUTIES.search(block.text) else None
                position = 0
            elif block.kind == "item" and introduction is not None:
                position += 1
                group += position == 1
                values: dict[str, Value] = {
                    "group_position": group,
                    "position": position,
                    "duty": block.text,
                    "introduction": introduction.text,
                }
                yield page.record(RecordKind.DUTY, values, block.line)


def quality_records(page: ProfilePage, sections: list[Section]) -> Iterator[Record]:
    """Important qualities: the emphasised name that begins a paragraph, and the explanation after it."""
    section = next((section for section in sections if section.identifier == "qualities"), None)
    found: list[tuple[str, str, int]] = []
    for block in section.blocks if section else ():
        name, explanation = leading_name(block)
        if name:
            found.append((name, explanation, block.line))
        elif found:
            quality, before, line = found[-1]
            found[-1] = (quality, f"{before} {block.text}".strip(), line)
    for position, (name, explanation, line) in enumerate(found, start=1):
        if not explanation:
            page.faults.keep_as_text(line, "important qualities", name, "an explanation after the name of the quality")
        values: dict[str, Value] = {
            "position": position,
            "quality": name,
            "explanation": explanation,
            "tasks": "",
            "objects": "",
            "with_whom": "",
        }
        yield page.record(RecordKind.QUALITY, values, line)
    if section is not None and not found:
        page.faults.keep_as_text(section.line, "important qualities", "", "qualities, each with its name emphasised")


_EMPHASIS = frozenset({"strong", "em", "b", "i"})


def leading_name(block: Block) -> tuple[str, str]:
    """The emphasised words that begin a paragraph or an item, without its stop, and the rest; both empty if none do."""
    if block.node is None or block.kind not in ("paragraph", "item"):
        return "", ""
    parts: list[str] = []
    for child in block.node.iter(include_text=True):
        text = child.text()
        if child.tag not in _EMPHASIS and plain(text) not in ("", "."):
            break
        if child.tag == "-comment":
            continue
        parts.append(text)
    name = plain("".join(parts))
    if not name or not block.text.startswith(name):
        return "", ""
    rest = block.text[len(name) :]
    head, stop, tail = name.partition(". ")
    if stop:
        name, rest = head, f"{tail} {rest}"
    return name.rstrip(". "), rest.lstrip(". ").strip()


_ALSO = re.compile(
    r"\b(?:also|sometimes|often|commonly) (?:be )?(?:also )?(?:called|known as|referred to as)\s+(?P<titles>[^.;:()—]+)"
)


def title_records(page: ProfilePage, sections: list[Section]) -> Iterator[Record]:
    """Titles that the text on duties gives: what these workers are also called, and the types it describes by name."""
    found: dict[str, tuple[str, TitleKind, str, int]] = {}
    for section in sections:
        if "what_they_do" not in (section.identifier, section.parent):
            continue
        for block in section.blocks:
            for sentence in sentences(block.text):
                for title in _called(sentence):
                    found.setdefault(comparable(title), (title, TitleKind.ALSO_CALLED, sentence, block.line))
            name, explanation = leading_name(block)
            if explanation and _names_workers(name) and not explanation.startswith("typically do the following"):
                found.setdefault(comparable(name), (name, TitleKind.TYPE, sentences(block.text)[0], block.line))
    for position, (title, kind, statement, line) in enumerate(found.values(), start=1):
        values: dict[str, Value] = {"position": position, "title": title, "kind": kind, "statement": statement}
        yield page.record(RecordKind.OTHER_TITLE, values, line)


def _called(sentence: str) -> Iterator[str]:
    """The titles after `also called`. A comma ends them, unless a short list goes on to its last item."""
    for match in _ALSO.finditer(_ACRONYM_IN_BRACKETS.sub("", sentence)):
        segments = [segment.strip() for segment in match["titles"].split(",")]
        last = next((place for place, segment in enumerate(segments) if re.match(r"(?:or|and)\b", segment)), 0)
        listed = segments[: last + 1]
        within_first = re.search(r"\b(?:or|and)\b", segments[0]) is not None
        if within_first or any(len(segment.split()) > 2 for segment in listed[1:-1]) or len(listed[-1].split()) > 3:
            listed = segments[:1]
        for title in re.split(r"\b(?:or|and)\b|,", ",".join(listed)):
            cleaned = re.sub(r"^(?:the|simply|historically) ", "", title.strip(' ,“”"‘’'))
            if _names_workers(cleaned):
                yield cleaned


_ACRONYM_IN_BRACKETS = re.compile(r" \([A-Z][A-Za-z&]{0,6}s?\)")


def _names_workers(title: str) -> bool:
    """Whether words can be a title of workers: a plural of a few words that starts with none of a sentence's hinges."""
    words = title.split()
    return (
        0 < len(words) <= 7
        and title != "sales"
        and len(title) <= 70
        and title.endswith(("s", "men", "women", "staff", "crew", "police"))
        and words[0].lower() not in ("in", "at", "for", "on", "with", "by", "as", "to", "of", "who", "that", "others")
    )


def certification_records(page: ProfilePage, sections: list[Section]) -> Iterator[Record]:
    """The credentials that the text on how to become one names; those of the qualities are none."""
    for position, found in enumerate(named_credentials(_statements(sections)), start=1):
        values: dict[str, Value] = {
            "position": position,
            "acronym": found.acronym,
            "name": found.name,
            "kind": found.kind,
            "issuer": found.issuer,
            "statement": found.statement,
        }
        yield page.record(RecordKind.CERTIFICATION, values, found.line)


def _statements(sections: list[Section]) -> Iterator[Statement]:
    for section in sections:
        if "how_to_become_one" not in (section.identifier, section.parent) or section.identifier == "qualities":
            continue
        lead = ""
        for block in section.blocks:
            read = sentences(block.text)
            for sentence in read:
                yield Statement(sentence, block.line, lead if block.kind == "item" else "")
            if block.kind == "paragraph" and read:
                lead = read[-1]
