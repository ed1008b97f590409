"""The rules for credentials in prose, on sentences that are written here."""

import pytest

from app.sources.ooh.credentials import Statement, named_credentials
from app.sources.ooh.sentences import sentences


def named(*texts: str) -> list[tuple[str, str | None]]:
    return [(found.name, found.acronym) for found in named_credentials(Statement(text, 1) for text in texts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pilots of kites need a kite driver’s license (KDL).", [("kite driver’s license", "KDL")]),
        ("Some become Certified Kite Makers (CKMs).", [("Certified Kite Maker", "CKM")]),
        ("A Senior Kite (SK) license is issued by the U.S. Kite Office.", [("Senior Kite", "SK")]),
        (
            "Many require kiteopulmonary rescue (KPR) or basic kite support (BKS) certification.",
            [("kiteopulmonary rescue", "KPR"), ("basic kite support", "BKS")],
        ),
        (
            "They may need certification in kite tomography (KT) or line tension (LT).",
            [("kite tomography", "KT"), ("line tension", "LT")],
        ),
        ("Employers may require CPR certification.", [("CPR", "CPR")]),
        ("They need certification in CPR (cardiopulmonary resuscitation).", [("CPR", "CPR")]),
        ("Staff should be certified in first aid.", [("first aid", None)]),
        ("A valid driver’s license may be required.", [("driver’s license", None)]),
        ("New makers receive the KFA Certificate of Proven Skill.", [("KFA Certificate of Proven Skill", None)]),
        ("Makers then use the title “Kite Maker Proven” (KMP).", [("Kite Maker Proven", "KMP")]),
        ("Many get a flight instructor certificate.", [("flight instructor certificate", None)]),
    ],
)
def test_named(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "All states require kite makers to be licensed.",
        "To be licensed, they pass the Kite Registration Examination.",
        "They need a Doctor of Kites (DK) degree and a license.",
        "Some earn a certificate from the Kite Makers Association (KMA).",
        "Applicants must pass the Kite Entry Test (KET) exam to be certified.",
        "Candidates may hold information technology (IT) certifications.",
        "They use computer-aided design (CAD).",
        "They use the software “Kite Maker Proven” (KMP).",
        "Some employers offer certification, and others prefer certification.",
        "Other licenses vary by state.",
        "Information on certifications is available from CareerOneStop.",
    ],
)
def test_not_named(text: str) -> None:
    assert named(text) == []


def test_an_acronym_is_spelled_out_from_elsewhere_on_the_page() -> None:
    found = named("Kite tower operator (KTO) certificates are common.", "All crews have KTO certificates.")
    assert found == [("Kite tower operator", "KTO")]


def test_each_is_reported_once_with_its_first_sentence() -> None:
    first, second = "They need a driver’s license.", "The driver’s license must be valid."
    (found,) = named_credentials([Statement(first, 3), Statement(second, 4)])
    assert (found.statement, found.line) == (first, 3)


def test_the_issuer_is_the_one_that_the_sentence_names() -> None:
    (found,) = named_credentials([Statement("A Kite Pilot Credential (KPC) issued by the U.S. Kite Guard helps.", 1)])
    assert found.issuer == "U.S. Kite Guard"


def test_sentences_do_not_end_at_abbreviations() -> None:
    assert sentences("They serve in the U.S. Kite Guard. Others hold a Ph.D. in kites. Done.") == [
        "They serve in the U.S. Kite Guard.",
        "Others hold a Ph.D. in kites.",
        "Done.",
    ]
