"""Contacts for more information: groups of links, each with what it is good for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.sources.ooh.markup import Block, Link
from app.sources.ooh.profile_page import ProfilePage, published
from app.sources.ooh.sections import Section, slug
from app.sources.ooh.sentences import plain, sentences
from app.sources.records import Record, RecordKind, Value

_TOPIC = re.compile(
    r"^(?:For|To find|To get|To learn|Visit)?\s*(?:more |additional |specific |general |further )*"
    r"(?P<offers>(?:a variety of )?information|details|a list|lists?|a career video|career videos|a profile[\w ]*|"
    r"resources) (?:about|on|of|regarding|for|concerning|from)\s*(?P<topic>.+?),? "
    r"(?:visit|see|contact|check|go to|refer to)\b",
    re.IGNORECASE,
)
_INCLUDES = re.compile(r"^(?P<topic>.+?),? including (?P<includes>.+)$")
_OFFERS = (("video", "video"), ("list", "list"), ("profile", "profile"))
# Under these headings the links lead to pages of one organization, which the heading stands for.
_ORGANIZATION_OF_HEADING = {
    "O*NET": "O*NET OnLine",
    "CareerOneStop": "CareerOneStop",
    "Occupational Requirements Survey": "U.S. Bureau of Labor Statistics",
}
_RELATED_BLS = re.compile(r"Related (?:BLS|Career Outlook)", re.IGNORECASE)


@dataclass(slots=True)
class ContactGroup:
    """What a group of links is for, in the page's words, and the links."""

    statement: str
    heading: str | None
    line: int
    links: list[Link] = field(default_factory=list)


def contact_groups(sections: list[Section]) -> list[ContactGroup]:
    """The groups of the tab: an introduction and the links after it, or a sentence with its own links."""
    groups: list[ContactGroup] = []
    for section in sections:
        heading = section.heading if section.parent else None
        current: ContactGroup | None = None
        for block in section.blocks:
            rest = _without_links(block)
            if block.links and not rest:
                if current is None:
                    current = ContactGroup(heading or section.heading, heading, section.line)
                    groups.append(current)
                current.links += block.links
            elif block.links:
                groups.append(ContactGroup(block.text, heading, block.line, list(block.links)))
                current = None
            else:
                current = ContactGroup(block.text, heading, block.line)
                groups.append(current)
    return [group for group in groups if group.links]


def _without_links(block: Block) -> str:
    text = block.text
    for link in block.links:
        text = text.replace(link.text, "", 1)
    text = plain(re.sub(r"\((?:PDF|HTML|video|scroll down[^)]*)\)", "", text, flags=re.IGNORECASE))
    return text.strip(" .,;:|–—-")


def topic_of(statement: str) -> tuple[str, str | None, str]:
    """What a group informs about, what the topic includes, and what it offers: information, list, video, profile."""
    match = _TOPIC.search(statement)
    if match is None:
        words = (sentences(statement) or [statement])[0].rstrip(".:")
        return re.sub(r",? (?:visit|see|contact)$", "", words), None, "information"
    offers = next((name for word, name in _OFFERS if word in match["offers"].lower()), "information")
    topic = match["topic"].strip()
    included = _INCLUDES.match(topic)
    return topic, included["includes"] if included else None, offers


def topic_slug(topic: str) -> str:
    """A topic as an identifier, without what it is said to include."""
    included = _INCLUDES.match(topic)
    return slug(included["topic"] if included else topic)[:80].rstrip("_")


def organization_of(link: Link, heading: str | None) -> tuple[str, str | None]:
    """The organization that a link leads to, and the link's own words where they are not its name."""
    if heading is not None:
        known = _ORGANIZATION_OF_HEADING.get(heading)
        if known is None and _RELATED_BLS.match(heading):
            known = "U.S. Bureau of Labor Statistics"
        if known is not None and known != link.text:
            return known, link.text
    return link.text.rstrip(" ,.;:"), None


def contact_records(page: ProfilePage, sections: list[Section]) -> Iterator[Record]:
    """The organizations of the tab, then who is good for what."""
    tab = [section for section in sections if "more_information" in (section.identifier, section.parent)]
    groups = contact_groups(tab)
    if not groups:
        page.faults.keep_as_text(tab[0].line if tab else 1, "contacts", "", "a link for more information")
    known: set[str] = set()
    for group in groups:
        for link in group.links:
            name, _ = organization_of(link, group.heading)
            if slug(name) not in known:
                known.add(slug(name))
                row: dict[str, Value] = {"organization": slug(name), "name": name}
                yield Record(RecordKind.ORGANIZATION, published(row, link.line), page.sheet, link.line)
    for group_position, group in enumerate(groups, start=1):
        topic, includes, offers = topic_of(group.statement)
        for position, link in enumerate(group.links, start=1):
            name, title = organization_of(link, group.heading)
            values: dict[str, Value] = {
                "group_position": group_position,
                "topic": topic,
                "topic_slug": topic_slug(topic),
                "topic_includes": includes,
                "offers": offers,
                "position": position,
                "organization": slug(name),
                "link_title": title,
                "url": link.url,
                "statement": group.statement,
                "group_heading": group.heading,
                "group_document_line": group.line,
            }
            yield page.record(RecordKind.CONTACT, values, link.line)
