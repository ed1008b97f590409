"""Where each sentence of the seed document is answered: for review, side by side with the document.

One `Sentence` for each sentence, in the order of the document, with what it states: a URL, a JSON pointer into the
answer, and the value that has to stand there. Two steps are allowed in a pointer besides those of RFC 6901, so that a
reader need not count and the order of a list does not matter where it means nothing:

- `{key=value}` is the only entry of a list that has this value under that key;
- `*` is every entry of a list, and the value is the list of what stands in each.

`test_document.py` resolves the pointers, and holds this file to its rules: no sentence is left out, and each number,
month, name, acronym, quantifier and modal verb of a sentence stands among its values, in fields that are no prose.
"""

# ruff: noqa: RUF001  (the apostrophes are the document's own)

from dataclasses import dataclass

OCCUPATION = "/v1/occupations/29-2071"
EMPLOYMENT = f"{OCCUPATION}/employment?program=ooh"
EMPLOYERS = f"{OCCUPATION}/employment/by-industry"
WAGES = f"{OCCUPATION}/wages"
WAGES_BY_INDUSTRY = f"{OCCUPATION}/wages/by-industry"
PROJECTIONS = f"{OCCUPATION}/projections"
CERTIFICATIONS = f"{OCCUPATION}/certifications"
PREPARATION = f"{OCCUPATION}/preparation"
CHARACTERISTICS = f"{OCCUPATION}/characteristics"
PROFILE = f"{OCCUPATION}/profile"
RELATED = f"{OCCUPATION}/related"
CONTACTS = f"{OCCUPATION}/contacts"
ORGANIZATIONS = "/v1/organizations"
MEASURES = "/v1/measures"

Value = str | int | float | bool | None | list["Value"]


@dataclass(frozen=True)
class Fact:
    """What has to stand at a place of an answer."""

    url: str
    pointer: str
    value: Value


@dataclass(frozen=True)
class Sentence:
    """A sentence of the document, and the facts that it states."""

    line: int
    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Heading:
    """A heading: it states nothing."""

    line: int
    text: str


@dataclass(frozen=True)
class CareerTest:
    """The sentence that sends the reader to a test of interests: it states nothing of the occupation."""

    line: int
    text: str


def at(url: str, within: str, /, **values: Value) -> tuple[Fact, ...]:
    """Facts about one thing: the fields of the object that the pointer `within` leads to."""
    return tuple(Fact(url, f"{within}/{field}", value) for field, value in values.items())


# --- Things that several sentences speak of --------------------------------------------------------------------------

_LONG_TITLE = Fact(PROFILE, "/data/title", "Medical Records and Health Information Technicians")
_SHORT_TITLE = Fact(PROFILE, "/data/other_titles/{kind=short_title}/title", "Health information technicians")
_RHIT = at(
    CERTIFICATIONS,
    "/data/{acronym=RHIT}",
    acronym="RHIT",
    name="Registered Health Information Technician",
)
_CTR = at(CERTIFICATIONS, "/data/{acronym=CTR}", acronym="CTR", name="Certified Tumor Registrar")
_FULL_TIME = at(
    CHARACTERISTICS,
    "/data/schedule/hours/{feature=full_time}",
    quantifier="most",
    feature="full_time",
    repeated_on_line=35,
)
_SHIFTS = at(
    CHARACTERISTICS,
    "/data/schedule/shifts/{feature=evening_or_overnight_shifts}",
    modality="may",
    shifts=["evening", "overnight"],
    setting="healthcare facilities that are always open, such as hospitals",
    setting_condition="always_open",
    setting_examples=["hospitals"],
    repeated_on_line=35,
)
_RULES = "/data/certification/rules"
_PATHS = "/data/education_paths"
_DRIVERS = "/data/{projection_round=2018-28}/outlook/drivers"
_PROSPECTS = "/data/{projection_round=2018-28}/outlook/prospects"
_QUALITIES = "/data/qualities"


def employer(label: str, rank: int, percent: float, code: str) -> tuple[Fact, ...]:
    """A row of the table of the largest employers."""
    return at(
        EMPLOYERS,
        f"/data/{{industry_label={label}}}",
        industry_label=label,
        industry_code=code,
        percent_of_occupation=percent,
        rank=rank,
        reference_period="2018",
        employment=None,
    )


def industry_wage(label: str, annual_median: int, code: str) -> tuple[Fact, ...]:
    """A row of the table of median wages by industry."""
    return at(
        WAGES_BY_INDUSTRY,
        f"/data/{{industry_label={label}}}",
        industry_label=label,
        industry_code=code,
        annual_median=annual_median,
        reference_period="2018-05",
        area_code="99",
    )


def contact(topic: str, organization: str, name: str, position: int) -> tuple[Fact, ...]:
    """An organization under the heading of a group of contacts."""
    return (
        Fact(CONTACTS, f"/data/{{topic_slug={topic}}}/organizations/{{name={name}}}/position", position),
        Fact(CONTACTS, f"/data/{{topic_slug={topic}}}/organizations/{{organization={organization}}}/name", name),
        Fact(f"{ORGANIZATIONS}/{organization}", "/data/name", name),
        Fact(f"{ORGANIZATIONS}/{organization}", f"/data/contact_for/{{topic_slug={topic}}}/soc_code", "29-2071"),
    )


# --- The document ----------------------------------------------------------------------------------------------------

DOCUMENT: tuple[Sentence | Heading | CareerTest, ...] = (
    # How many, and where they work
    Sentence(
        1,
        "Medical records and health information technicians held about 215,500 jobs in 2018.",
        (
            _LONG_TITLE,
            *at(
                EMPLOYMENT,
                "/data/{reference_period=2018}",
                soc_code="29-2071",
                quantifier="about",
                employment=215500,
                reference_period="2018",
                basis="jobs_including_self_employed",
                area_code="99",
                industry_code="000000",
                rounded_to=100,
            ),
            *at(OCCUPATION, "/data/employment", employment=215500, basis="jobs_including_self_employed"),
        ),
    ),
    Sentence(
        1,
        "The largest employers of medical records and health information technicians were as follows:",
        (
            _LONG_TITLE,
            Fact(EMPLOYERS, "/data/*/rank", [1, 2, 3, 4, 5]),
            Fact(EMPLOYERS, "/data/*/soc_code", ["29-2071"] * 5),
            Fact(EMPLOYERS, "/data/*/basis", ["jobs_including_self_employed"] * 5),
            Fact(EMPLOYERS, "/data/*/reference_period", ["2018"] * 5),
        ),
    ),
    Sentence(
        2,
        "Hospitals; state, local, and private | 34% |",
        (
            *employer("Hospitals; state, local, and private", 1, 34, "622000"),
            *at(EMPLOYERS, "/data/{rank=1}", ownership_code="235"),
        ),
    ),
    Sentence(3, "Offices of physicians | 19 |", employer("Offices of physicians", 2, 19, "621100")),
    Sentence(
        4,
        "Professional, scientific, and technical services | 8 |",
        employer("Professional, scientific, and technical services", 3, 8, "54"),
    ),
    Sentence(
        5,
        "Administrative and support services | 7 |",
        employer("Administrative and support services", 4, 7, "561000"),
    ),
    Sentence(
        6,
        "Nursing care facilities (skilled nursing facilities) | 5 |",
        employer("Nursing care facilities (skilled nursing facilities)", 5, 5, "623100"),
    ),
    # Work environment and schedule
    Sentence(
        7,
        "Medical records and health information technicians typically work in offices and may spend many hours in "
        "front of computer monitors.",
        (
            _LONG_TITLE,
            *at(
                CHARACTERISTICS,
                "/data/work_environment/setting/{feature=office}",
                feature="office",
                frequency="typically",
                setting="offices",
            ),
            *at(
                CHARACTERISTICS,
                "/data/work_environment/physical/{feature=computer_monitors}",
                feature="computer_monitors",
                modality="may",
                duration="many hours",
                setting="in front of computer monitors",
            ),
        ),
    ),
    Sentence(
        7,
        "Some technicians may work from home.",
        at(
            CHARACTERISTICS,
            "/data/work_environment/remote/{feature=work_from_home}",
            feature="work_from_home",
            quantifier="some",
            modality="may",
            setting="home",
        ),
    ),
    Heading(8, "Work Schedules"),
    Sentence(9, "Most health information technicians work full time.", (_SHORT_TITLE, *_FULL_TIME)),
    Sentence(
        9,
        "In healthcare facilities that are always open, such as hospitals, technicians may work evening or overnight "
        "shifts.",
        _SHIFTS,
    ),
    # Preparation
    Sentence(
        10,
        "Health information technicians typically need a postsecondary certificate to enter the occupation, although "
        "some may need an associate’s degree.",
        (
            _SHORT_TITLE,
            *at(
                PREPARATION,
                "/data/entry_education",
                path="typical_entry",
                education_level="postsecondary_nondegree_award",
                education_label="postsecondary certificate",
                frequency="typically",
                modality="need",
            ),
            *at(
                PREPARATION,
                f"{_PATHS}/{{path=typical_entry}}",
                education_level="postsecondary_nondegree_award",
                frequency="typically",
                modality="need",
                said_of="to enter the occupation",
            ),
            *at(
                PREPARATION,
                f"{_PATHS}/{{path=alternative}}",
                education_level="associates_degree",
                education_label="associate’s degree",
                quantifier="some",
                modality="may_need",
            ),
            *at(OCCUPATION, "/data/entry_education", education_level="postsecondary_nondegree_award"),
        ),
    ),
    Sentence(
        10,
        "Certification is often required.",
        at(
            PREPARATION,
            f"{_RULES}/{{rule=often_required}}",
            requirement="certification",
            frequency="often",
            modality="required",
            subject="health information technicians",
        ),
    ),
    Heading(11, "Education"),
    Sentence(
        12,
        "Postsecondary certificate and associate’s degree programs in health information technology typically include "
        "courses in medical terminology, anatomy and physiology, communication, health data requirements and "
        "standards, classification and coding systems, healthcare reimbursement methods, healthcare statistics, and "
        "computer systems.",
        (
            Fact(
                PREPARATION,
                "/data/coursework/postsecondary/*/subject",
                [
                    "medical terminology",
                    "anatomy and physiology",
                    "communication",
                    "health data requirements and standards",
                    "classification and coding systems",
                    "healthcare reimbursement methods",
                    "healthcare statistics",
                    "computer systems",
                ],
            ),
            Fact(
                PREPARATION,
                "/data/coursework/postsecondary/*/program_levels",
                [["postsecondary_nondegree_award", "associates_degree"]] * 8,
            ),
            Fact(PREPARATION, "/data/coursework/postsecondary/*/field", ["health information technology"] * 8),
            Fact(PREPARATION, "/data/coursework/postsecondary/*/frequency", ["typically"] * 8),
            Fact(PREPARATION, "/data/coursework/postsecondary/*/modality", ["include"] * 8),
        ),
    ),
    Sentence(
        12,
        "Applicants to health information technology programs may increase their chances of admission by taking high "
        "school courses in health, computer science, math, and biology.",
        (
            Fact(
                PREPARATION,
                "/data/coursework/high_school/*/subject",
                ["health", "computer science", "math", "biology"],
            ),
            Fact(PREPARATION, "/data/coursework/high_school/*/program_levels", [["high_school"]] * 4),
            Fact(PREPARATION, "/data/coursework/high_school/*/field", ["health information technology"] * 4),
            Fact(PREPARATION, "/data/coursework/high_school/*/modality", ["may"] * 4),
            Fact(
                PREPARATION,
                "/data/coursework/high_school/*/benefit",
                ["increase their chances of admission"] * 4,
            ),
            Fact(
                PREPARATION,
                "/data/coursework/high_school/*/said_of",
                ["applicants to health information technology programs"] * 4,
            ),
        ),
    ),
    Sentence(
        13,
        "A high school diploma or equivalent and previous experience in a healthcare setting are enough to qualify for "
        "some positions, but most jobs for health information technicians require postsecondary education.",
        (
            _SHORT_TITLE,
            *at(
                PREPARATION,
                f"{_PATHS}/{{path=sufficient_for_some}}",
                education_level="high_school_diploma",
                education_label="high school diploma or equivalent",
                with_experience="previous experience in a healthcare setting",
                modality="enough",
                quantifier="some",
                said_of="some positions",
            ),
            *at(
                PREPARATION,
                "/data/experience/{path=sufficient_for_some}",
                experience="previous experience in a healthcare setting",
                education_level="high_school_diploma",
            ),
            *at(
                PREPARATION,
                f"{_PATHS}/{{path=required_for_most}}",
                education_level="postsecondary_education",
                modality="require",
                quantifier="most",
                said_of="most jobs",
            ),
        ),
    ),
    # Certification
    Heading(14, "Licenses, Certifications, and Registrations"),
    Sentence(
        15,
        "Most employers prefer to hire health information technicians who have certification, or they may expect "
        "applicants to earn certification shortly after being hired.",
        (
            _SHORT_TITLE,
            *at(
                PREPARATION,
                f"{_RULES}/{{rule=employer_preference}}",
                quantifier="most",
                set_by=["employers"],
                modality="prefer",
                subject="health information technicians",
                requirement="certification",
                requirement_detail="have certification",
                timing="when hiring",
            ),
            *at(
                PREPARATION,
                f"{_RULES}/{{rule=employer_expectation}}",
                quantifier="most",
                set_by=["employers"],
                modality="may_expect",
                subject="applicants",
                requirement="certification",
                requirement_detail="earn certification",
                timing="shortly after being hired",
            ),
        ),
    ),
    Sentence(
        15,
        "A health information technician can earn certification from several organizations.",
        at(
            PREPARATION,
            f"{_RULES}/{{rule=several_issuers}}",
            quantifier="several",
            set_by=["organizations"],
            modality="can",
            subject="health information technicians",
            requirement_detail="earn certification",
        ),
    ),
    Sentence(
        15,
        "Certifications include the Registered Health Information Technician (RHIT) and the Certified Tumor Registrar "
        "(CTR), among others.",
        (
            *_RHIT,
            *_CTR,
            Fact(CERTIFICATIONS, "/data/*/acronym", ["RHIT", "CTR"]),
            Fact(PREPARATION, "/data/certification/credentials/*/acronym", ["RHIT", "CTR"]),
            Fact(PREPARATION, f"{_RULES}/{{rule=others_exist}}/quantifier", "others"),
        ),
    ),
    Sentence(
        16,
        "Some organizations base certification on passing an exam.",
        at(
            PREPARATION,
            f"{_RULES}/{{requirement=exam}}",
            rule="requirement",
            quantifier="some",
            set_by=["organizations"],
            modality="base_on",
            requirement="exam",
            requirement_detail="passing an exam",
        ),
    ),
    Sentence(
        16,
        "Others require graduation from an accredited program.",
        at(
            PREPARATION,
            f"{_RULES}/{{requirement=accredited_program}}",
            rule="requirement",
            quantifier="others",
            set_by=["organizations"],
            modality="require",
            requirement="accredited_program",
            requirement_detail="graduation from an accredited program",
        ),
    ),
    Sentence(
        16,
        "Many coding certifications also require coding experience in a work setting.",
        at(
            PREPARATION,
            f"{_RULES}/{{requirement=experience}}",
            rule="requirement",
            quantifier="many",
            said_of="many coding certifications",
            modality="also_require",
            requirement="experience",
            requirement_detail="coding experience in a work setting",
        ),
    ),
    Sentence(
        16,
        "Once certified, technicians typically must renew their certification regularly and take continuing education "
        "courses.",
        (
            *at(
                PREPARATION,
                f"{_RULES}/{{rule=renewal}}",
                subject="technicians",
                timing="once certified",
                frequency="typically",
                modality="must",
                interval="regularly",
                requirement_detail="renew their certification",
            ),
            *at(
                PREPARATION,
                f"{_RULES}/{{rule=continuing_education}}",
                subject="technicians",
                timing="once certified",
                frequency="typically",
                modality="must",
                interval=None,
                requirement_detail="take continuing education courses",
            ),
            Fact(CERTIFICATIONS, "/data/*/renewal/renew/required", [True, True]),
            Fact(CERTIFICATIONS, "/data/*/renewal/renew/interval", ["regularly", "regularly"]),
            Fact(CERTIFICATIONS, "/data/*/renewal/continuing_education/required", [True, True]),
        ),
    ),
    Sentence(
        17,
        "A few states and facilities require cancer registrars to be certified.",
        (
            *at(
                CERTIFICATIONS,
                "/data/{acronym=CTR}/may_be_required_by/{rule=may_be_required}",
                quantifier="a_few",
                set_by=["states", "facilities"],
                modality="require",
                subject="cancer registrars",
                requirement="certification",
                requirement_detail="be certified",
            ),
            Fact(
                CERTIFICATIONS,
                "/data/{acronym=CTR}/may_be_required_by/{rule=may_be_required}/applies_to/specialty",
                "cancer_registrars",
            ),
            Fact(CERTIFICATIONS, "/data/{acronym=RHIT}/may_be_required_by", []),
        ),
    ),
    Sentence(
        17,
        "Certification as a Certified Tumor Registrar (CTR) requires completion of a formal education program and "
        "experience, along with passing an exam.",
        (
            *_CTR,
            Fact(
                CERTIFICATIONS,
                "/data/{acronym=CTR}/requirements/*/requirement",
                ["formal_education_program", "experience", "exam"],
            ),
            Fact(
                CERTIFICATIONS,
                "/data/{acronym=CTR}/requirements/*/requirement_detail",
                ["completion of a formal education program", "experience", "passing an exam"],
            ),
            Fact(
                CERTIFICATIONS,
                "/data/{acronym=CTR}/requirements/*/provenance/origin",
                ["published", "published", "published"],
            ),
        ),
    ),
    Heading(18, "Advancement"),
    Sentence(
        19,
        "Technicians may advance to a position as a medical or health services manager after completing a bachelor’s "
        "or master’s degree program and taking the required certification courses.",
        (
            *at(
                PREPARATION,
                "/data/advancement/{to_title=medical or health services manager}",
                to_title="medical or health services manager",
                to_soc_code="11-9111",
                modality="may",
                education_levels=["bachelors_degree", "masters_degree"],
                requires_certification_courses=True,
                certification_courses="the required certification courses",
            ),
            *at(
                PREPARATION,
                f"{_PATHS}/{{education_level=bachelors_degree}}",
                path="advancement",
                education_label="bachelor’s degree",
                modality="may",
                with_courses="the required certification courses",
            ),
            *at(
                PREPARATION,
                f"{_PATHS}/{{education_level=masters_degree}}",
                path="advancement",
                education_label="master’s degree",
                modality="may",
                with_courses="the required certification courses",
            ),
            *at(
                RELATED,
                "/data/{relation=advancement}",
                related_title="medical or health services manager",
                related_soc_code="11-9111",
            ),
        ),
    ),
    Sentence(
        19,
        "Requirements vary by facility.",
        at(PREPARATION, "/data/advancement/{to_title=medical or health services manager}", varies_by="facility"),
    ),
    # Interests
    Sentence(
        20,
        "Health information technicians typically have an interest in the Persuading and Organizing interest areas, "
        "according to the Holland Code framework.",
        (
            _SHORT_TITLE,
            Fact(CHARACTERISTICS, "/data/interests/*/interest", ["Persuading", "Organizing"]),
            Fact(CHARACTERISTICS, "/data/interests/*/framework", ["Holland Code", "Holland Code"]),
            Fact(CHARACTERISTICS, "/data/interests/*/frequency", ["typically", "typically"]),
        ),
    ),
    Sentence(
        20,
        "The Persuading interest area indicates a focus on influencing, motivating, and selling to other people.",
        at(
            CHARACTERISTICS,
            "/data/interests/{interest=Persuading}",
            interest="Persuading",
            meaning_focus=["influencing", "motivating", "selling"],
            meaning_object="other people",
            meaning="influencing, motivating, and selling to other people",
        ),
    ),
    Sentence(
        20,
        "The Organizing interest area indicates a focus on working with information and processes to keep things "
        "arranged in orderly systems.",
        at(
            CHARACTERISTICS,
            "/data/interests/{interest=Organizing}",
            interest="Organizing",
            meaning_focus=["working with information", "working with processes"],
            meaning_purpose="to keep things arranged in orderly systems",
            meaning="working with information and processes to keep things arranged in orderly systems",
        ),
    ),
    CareerTest(
        21,
        "If you are not sure whether you have a Persuading or Organizing interest which might fit with a career as a "
        "health information technician, you can take a career test to measure your interests.",
    ),
    # Qualities
    Sentence(
        22,
        "Health information technicians should also possess the following specific qualities:",
        (
            _SHORT_TITLE,
            Fact(CHARACTERISTICS, f"{_QUALITIES}/*/position", [1, 2, 3, 4, 5]),
            Fact(
                CHARACTERISTICS,
                f"{_QUALITIES}/*/quality",
                ["Analytical skills", "Detail oriented", "Integrity", "Interpersonal skills", "Technical skills"],
            ),
            Fact(CHARACTERISTICS, f"{_QUALITIES}/*/expected", ["should"] * 5),
        ),
    ),
    Sentence(
        23,
        "Analytical skills.",
        (Fact(CHARACTERISTICS, f"{_QUALITIES}/{{position=1}}/quality", "Analytical skills"),),
    ),
    Sentence(
        23,
        "Health information technicians must be able to understand and follow medical records and diagnoses, and then "
        "decide how best to code them in a patient’s medical records.",
        (
            _SHORT_TITLE,
            *at(
                CHARACTERISTICS,
                f"{_QUALITIES}/{{quality=Analytical skills}}",
                necessity="must_be_able_to",
                tasks=["understand and follow medical records and diagnoses", "decide how best to code them"],
                objects=["medical records", "diagnoses"],
                condition="in a patient’s medical records",
            ),
        ),
    ),
    Sentence(
        24,
        "Detail oriented.",
        (Fact(CHARACTERISTICS, f"{_QUALITIES}/{{position=2}}/quality", "Detail oriented"),),
    ),
    Sentence(
        24,
        "Health information technicians must be accurate when recording and coding patient information.",
        (
            _SHORT_TITLE,
            *at(
                CHARACTERISTICS,
                f"{_QUALITIES}/{{quality=Detail oriented}}",
                necessity="must_be",
                condition="accurate",
                tasks=["recording patient information", "coding patient information"],
                objects=["patient information"],
            ),
        ),
    ),
    Sentence(
        25,
        "Integrity.",
        (Fact(CHARACTERISTICS, f"{_QUALITIES}/{{position=3}}/quality", "Integrity"),),
    ),
    Sentence(
        25,
        "Health information technicians work with patient data that are required, by law, to be kept confidential.",
        (
            _SHORT_TITLE,
            Fact(CHARACTERISTICS, f"{_QUALITIES}/{{quality=Integrity}}/tasks/0", "work with patient data"),
            *at(
                CHARACTERISTICS,
                f"{_QUALITIES}/{{quality=Integrity}}",
                objects=["patient data"],
                condition="required, by law, to be kept confidential",
            ),
        ),
    ),
    Sentence(
        25,
        "They must exercise caution when working with this information in order to protect patient confidentiality.",
        (
            Fact(
                CHARACTERISTICS,
                f"{_QUALITIES}/{{quality=Integrity}}/tasks/1",
                "exercise caution when working with this information",
            ),
            *at(
                CHARACTERISTICS,
                f"{_QUALITIES}/{{quality=Integrity}}",
                necessity="must",
                purpose="to protect patient confidentiality",
            ),
        ),
    ),
    Sentence(
        26,
        "Interpersonal skills.",
        (Fact(CHARACTERISTICS, f"{_QUALITIES}/{{position=4}}/quality", "Interpersonal skills"),),
    ),
    Sentence(
        26,
        "Health information technicians need to be able to discuss patient information, discrepancies, and data "
        "requirements with other professionals such as physicians and finance personnel.",
        (
            _SHORT_TITLE,
            *at(
                CHARACTERISTICS,
                f"{_QUALITIES}/{{quality=Interpersonal skills}}",
                necessity="need_to_be_able_to",
                tasks=["discuss patient information", "discuss discrepancies", "discuss data requirements"],
                objects=["patient information", "discrepancies", "data requirements"],
                with_whom=["other professionals", "physicians", "finance personnel"],
                condition=None,
            ),
        ),
    ),
    Sentence(
        27,
        "Technical skills.",
        (Fact(CHARACTERISTICS, f"{_QUALITIES}/{{position=5}}/quality", "Technical skills"),),
    ),
    Sentence(
        27,
        "Health information technicians must be able to use coding and classification software and the EHR system that "
        "their healthcare organization or physician practice has adopted.",
        (
            _SHORT_TITLE,
            *at(
                CHARACTERISTICS,
                f"{_QUALITIES}/{{quality=Technical skills}}",
                necessity="must_be_able_to",
                tasks=["use coding and classification software", "use the EHR system"],
                objects=["coding and classification software", "EHR system"],
                condition="that their healthcare organization or physician practice has adopted",
            ),
        ),
    ),
    # Pay
    Sentence(
        28,
        "The median annual wage for medical records and health information technicians was $40,350 in May 2018.",
        (
            _LONG_TITLE,
            *at(
                WAGES,
                "/data/{reference_period=2018-05}",
                soc_code="29-2071",
                annual_median=40350,
                reference_period="2018-05",
                area_code="99",
                industry_code="000000",
            ),
            *at(OCCUPATION, "/data/pay", annual_median=40350, reference_period="2018-05"),
        ),
    ),
    Sentence(
        28,
        "The median wage is the wage at which half the workers in an occupation earned more than that amount and half "
        "earned less.",
        (
            Fact(f"{MEASURES}/annual_median", "/data/percentile", 50),
            *at(
                f"{MEASURES}/annual_median",
                "/data/published_definitions/{label=median}",
                percentile=50,
                share_above_percent=50,
                share_below_percent=50,
            ),
        ),
    ),
    Sentence(
        28,
        "The lowest 10 percent earned less than $26,550, and the highest 10 percent earned more than $66,260.",
        (
            *at(WAGES, "/data/{reference_period=2018-05}", annual_p10=26550, annual_p90=66260),
            *at(OCCUPATION, "/data/pay", annual_p10=26550, annual_p90=66260),
            Fact(f"{MEASURES}/annual_p10", "/data/percentile", 10),
            *at(
                f"{MEASURES}/annual_p10",
                "/data/published_definitions/{label=lowest 10 percent}",
                percentile=10,
                share_below_percent=10,
                comparison="less_than",
            ),
            Fact(f"{MEASURES}/annual_p90", "/data/percentile", 90),
            *at(
                f"{MEASURES}/annual_p90",
                "/data/published_definitions/{label=highest 10 percent}",
                percentile=90,
                share_above_percent=10,
                comparison="more_than",
            ),
        ),
    ),
    Sentence(
        29,
        "In May 2018, the median annual wages for medical records and health information technicians in the top "
        "industries in which they worked were as follows:",
        (
            _LONG_TITLE,
            Fact(WAGES_BY_INDUSTRY, "/data/*/reference_period", ["2018-05"] * 5),
            Fact(WAGES_BY_INDUSTRY, "/data/*/soc_code", ["29-2071"] * 5),
            Fact(
                WAGES_BY_INDUSTRY,
                "/data/*/industry_label",
                [
                    "Hospitals; state, local, and private",
                    "Professional, scientific, and technical services",
                    "Administrative and support services",
                    "Nursing care facilities (skilled nursing facilities)",
                    "Offices of physicians",
                ],
            ),
        ),
    ),
    Sentence(
        30,
        "Hospitals; state, local, and private | $43,470 |",
        (
            *industry_wage("Hospitals; state, local, and private", 43470, "622000"),
            *at(WAGES_BY_INDUSTRY, "/data/{industry_code=622000}", ownership_code="235"),
        ),
    ),
    Sentence(
        31,
        "Professional, scientific, and technical services | 41,890 |",
        industry_wage("Professional, scientific, and technical services", 41890, "54"),
    ),
    Sentence(
        32,
        "Administrative and support services | 41,800 |",
        industry_wage("Administrative and support services", 41800, "561000"),
    ),
    Sentence(
        33,
        "Nursing care facilities (skilled nursing facilities) | 37,630 |",
        industry_wage("Nursing care facilities (skilled nursing facilities)", 37630, "623100"),
    ),
    Sentence(34, "Offices of physicians | 35,520 |", industry_wage("Offices of physicians", 35520, "621100")),
    Sentence(35, "Most health information technicians work full time.", (_SHORT_TITLE, *_FULL_TIME)),
    Sentence(
        35,
        "In healthcare facilities that are always open, such as hospitals, technicians may work evening or overnight "
        "shifts.",
        _SHIFTS,
    ),
    # Outlook
    Sentence(
        36,
        "Employment of medical records and health information technicians is projected to grow 11 percent from 2018 "
        "to 2028, much faster than the average for all occupations.",
        (
            _LONG_TITLE,
            *at(
                PROJECTIONS,
                "/data/{projection_round=2018-28}",
                soc_code="29-2071",
                employment_change_percent=11,
                base_year=2018,
                projection_year=2028,
                base_employment=215500,
            ),
            *at(
                PROJECTIONS,
                "/data/{projection_round=2018-28}/outlook",
                category="much_faster_than_average",
                label="much faster than the average",
            ),
            *at(
                PROJECTIONS,
                "/data/{projection_round=2018-28}/outlook/compared_with",
                title="all occupations",
                soc_code="00-0000",
            ),
            *at(OCCUPATION, "/data/outlook", employment_change_percent=11, category="much_faster_than_average"),
        ),
    ),
    Sentence(
        37,
        "An aging population will require more medical services, and health information technicians will be needed to "
        "organize and manage the older generations’ health information data.",
        (
            _SHORT_TITLE,
            *at(
                PROJECTIONS,
                f"{_DRIVERS}/{{driver=aging population}}",
                driver="aging population",
                effect="more medical services required",
                certainty="will",
                applies_to=None,
            ),
            *at(
                PROJECTIONS,
                f"{_DRIVERS}/{{driver=older generations’ health information data}}",
                driver="older generations’ health information data",
                cause="aging population",
                effect="health information technicians needed to organize and manage the data",
                certainty="will",
                applies_to=None,
            ),
        ),
    ),
    Sentence(
        37,
        "This will mean more claims for reimbursement from insurance companies.",
        at(
            PROJECTIONS,
            f"{_DRIVERS}/{{effect=more claims for reimbursement}}",
            driver="more medical services for an aging population",
            effect="more claims for reimbursement",
            effect_scope="insurance companies",
            certainty="will",
        ),
    ),
    Sentence(
        38,
        "Additional records, coupled with widespread use of electronic health records (EHRs) by all types of "
        "healthcare providers, will lead to an increased need for technicians to organize and manage the associated "
        "information in all areas of the healthcare industry.",
        (
            *at(
                PROJECTIONS,
                f"{_DRIVERS}/{{driver=additional records}}",
                driver="additional records",
                effect="increased need for technicians to organize and manage the associated information",
                effect_scope="all areas of the healthcare industry",
                certainty="will",
            ),
            *at(
                PROJECTIONS,
                f"{_DRIVERS}/{{driver_acronym=EHRs}}",
                driver="widespread use of electronic health records",
                driver_acronym="EHRs",
                driver_scope="all types of healthcare providers",
                effect="increased need for technicians to organize and manage the associated information",
                effect_scope="all areas of the healthcare industry",
                certainty="will",
            ),
        ),
    ),
    Sentence(
        39,
        "Cancer registrars are expected to continue to be in high demand.",
        (
            *at(
                PROJECTIONS,
                f"{_DRIVERS}/{{driver=demand for cancer registrars}}",
                driver="demand for cancer registrars",
                effect="continues to be high",
                certainty="expected",
            ),
            *at(
                PROJECTIONS,
                f"{_DRIVERS}/{{driver=demand for cancer registrars}}/applies_to",
                specialty="cancer_registrars",
                title="Cancer registrars",
                soc_code="29-9021",
            ),
        ),
    ),
    Sentence(
        39,
        "As the population ages, there will likely be more types of special purpose registries because many illnesses "
        "are detected and treated later in life.",
        (
            *at(
                PROJECTIONS,
                f"{_DRIVERS}/{{driver=the population ages}}",
                driver="the population ages",
                cause="many illnesses are detected and treated later in life",
                effect="more types of special purpose registries",
                certainty="likely",
            ),
            Fact(PROJECTIONS, f"{_DRIVERS}/{{driver=the population ages}}/applies_to/specialty", "cancer_registrars"),
        ),
    ),
    Heading(40, "Job Prospects"),
    Sentence(
        41,
        "Prospects will be best for those with a certification in health information, such as the Registered Health "
        "Information Technician (RHIT) or the Certified Tumor Registrar (CTR).",
        (
            *at(
                PROJECTIONS,
                f"{_PROSPECTS}/{{name=a certification in health information}}",
                favors="certification",
                listed_as="general",
                prospects="best",
                certainty="will",
            ),
            *at(
                PROJECTIONS,
                f"{_PROSPECTS}/{{acronym=RHIT}}",
                favors="certification",
                listed_as="example",
                name="Registered Health Information Technician",
                acronym="RHIT",
                prospects="best",
                certainty="will",
            ),
            *at(
                PROJECTIONS,
                f"{_PROSPECTS}/{{acronym=CTR}}",
                favors="certification",
                listed_as="example",
                name="Certified Tumor Registrar",
                acronym="CTR",
                prospects="best",
                certainty="will",
            ),
        ),
    ),
    Sentence(
        41,
        "As EHR systems continue to become more common, health information technicians with computer skills will be "
        "needed to use them.",
        (
            _SHORT_TITLE,
            *at(
                PROJECTIONS,
                f"{_PROSPECTS}/{{name=computer skills}}",
                favors="skill",
                listed_as="general",
                name="computer skills",
                prospects="needed",
                certainty="will",
                condition="As EHR systems continue to become more common",
                purpose="to use EHR systems",
            ),
        ),
    ),
    # Whom to ask
    Sentence(
        42,
        "For more information about health information technicians, including details about certification, visit",
        (
            Fact(CONTACTS, "/data/*/group_position", [1, 2, 3, 4]),
            *at(
                CONTACTS,
                "/data/{group_position=1}",
                topic_slug="health_information_technicians",
                topic="health information technicians, including details about certification",
                topic_includes="details about certification",
                offers="information",
                applies_to=None,
            ),
            Fact(
                CONTACTS,
                "/data/{group_position=1}/organizations/*/organization",
                ["ahima", "aapc", "pahcs", "nha"],
            ),
        ),
    ),
    Sentence(
        43,
        "American Health Information Management Association",
        contact("health_information_technicians", "ahima", "American Health Information Management Association", 1),
    ),
    Sentence(
        44,
        "American Academy of Professional Coders",
        contact("health_information_technicians", "aapc", "American Academy of Professional Coders", 2),
    ),
    Sentence(
        45,
        "Professional Association of Healthcare Coding Specialists",
        contact(
            "health_information_technicians",
            "pahcs",
            "Professional Association of Healthcare Coding Specialists",
            3,
        ),
    ),
    Sentence(
        46,
        "National Healthcareer Association",
        contact("health_information_technicians", "nha", "National Healthcareer Association", 4),
    ),
    Sentence(
        47,
        "For more information about medical coding and billing, visit",
        (
            *at(
                CONTACTS,
                "/data/{group_position=2}",
                topic_slug="medical_coding_and_billing",
                topic="medical coding and billing",
                topic_includes=None,
                offers="information",
            ),
            Fact(CONTACTS, "/data/{group_position=2}/organizations/*/organization", ["mbcc"]),
        ),
    ),
    Sentence(
        48,
        "MB&CC (formerly known as Medical Billing & Coding)",
        (
            *contact("medical_coding_and_billing", "mbcc", "MB&CC", 1),
            Fact(
                CONTACTS,
                "/data/{topic_slug=medical_coding_and_billing}/organizations/{name=MB&CC}/former_name",
                "Medical Billing & Coding",
            ),
            Fact(f"{ORGANIZATIONS}/mbcc", "/data/former_name", "Medical Billing & Coding"),
        ),
    ),
    Sentence(
        49,
        "For more information about cancer registrars, visit",
        (
            *at(
                CONTACTS,
                "/data/{group_position=3}",
                topic_slug="cancer_registrars",
                topic="cancer registrars",
                topic_includes=None,
                offers="information",
            ),
            Fact(CONTACTS, "/data/{group_position=3}/applies_to/specialty", "cancer_registrars"),
            Fact(CONTACTS, "/data/{group_position=3}/organizations/*/organization", ["ncra"]),
        ),
    ),
    Sentence(
        50,
        "National Cancer Registrars Association",
        contact("cancer_registrars", "ncra", "National Cancer Registrars Association", 1),
    ),
    Sentence(
        51,
        "For a list of accredited training programs, visit",
        (
            *at(
                CONTACTS,
                "/data/{group_position=4}",
                topic_slug="accredited_training_programs",
                topic="accredited training programs",
                topic_includes=None,
                offers="list",
            ),
            Fact(CONTACTS, "/data/{group_position=4}/organizations/*/organization", ["cahiim"]),
        ),
    ),
    Sentence(
        52,
        "Commission on Accreditation for Health Informatics and Information Management Education",
        contact(
            "accredited_training_programs",
            "cahiim",
            "Commission on Accreditation for Health Informatics and Information Management Education",
            1,
        ),
    ),
)
