"""The handbook's text, word for word, and the other names that it uses."""

from tests.checked_client import CheckedClient
from tests.starter_cells import SEED_FOLDER

OF_ONE = "/v1/occupations/29-2071/profile"


def test_the_sections_are_the_document_line_by_line(client: CheckedClient) -> None:
    sections = client.answer(OF_ONE)["data"]["sections"]
    document = (SEED_FOLDER / "document.txt").read_text(encoding="utf-8").splitlines()
    covered: dict[int, str] = {}
    for section in sections:
        assert section["text"] == "\n".join(line["text"] for line in section["lines"])
        assert section["lines"][0]["document_line"] == section["first_line"]
        assert section["lines"][-1]["document_line"] == section["last_line"]
        for line in section["lines"]:
            assert line["document_line"] not in covered
            covered[line["document_line"]] = line["text"]
        if section["heading_line"] is not None:
            assert section["heading_origin"] == "published"
            covered[section["heading_line"]] = section["heading"]
        else:
            assert (section["heading_origin"], bool(section["heading_origin_basis"])) == ("curated", True)
    assert covered == dict(enumerate(document, start=1))


def test_sections_stand_in_order_and_their_parents_exist(client: CheckedClient) -> None:
    sections = client.answer(OF_ONE)["data"]["sections"]
    assert [s["position"] for s in sections] == list(range(1, len(sections) + 1))
    slugs = [s["section"] for s in sections]
    assert len(set(slugs)) == len(slugs)
    assert {s["parent_section"] for s in sections} - {None} <= set(slugs)


def test_health_information_technicians_are_the_same_occupation(client: CheckedClient) -> None:
    (title,) = client.answer(OF_ONE)["data"]["other_titles"]
    assert (title["title"], title["kind"]) == ("Health information technicians", "short_title")
    assert title["provenance"]["document_line"] == 9


def test_without_a_profile_the_predecessors_is_named(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-2072/profile")
    assert (body["data"]["sections"], body["data"]["source"]) == ([], None)
    assert (body["absence"]["reason"], body["absence"]["nearest"][0]["url"]) == ("not_loaded", OF_ONE)
