"""Small O*NET releases and classifications in the publishers' layouts: our own words and figures, no publisher's row.

The examples of the OpenAPI document that the seed has nothing for are taken from them, and are marked so.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from sqlalchemy import Engine

from app.sources.finding import find_files
from app.sources.recognition import ReadOptions
from app.store.loads import LoadOptions, load_files, sort_files

_NAMED = "O*NET-SOC Code"
_RATING = (
    f"{_NAMED}|Element ID|Element Name|Scale ID|Data Value|N|Standard Error|Lower CI Bound|Upper CI Bound|"
    "Recommend Suppress|Not Relevant|Date|Domain Source"
)
_ANSWERS = _RATING.replace("Scale ID|", "Scale ID|Category|")
_PLAIN_RATING = f"{_NAMED}|Element ID|Element Name|Scale ID|Data Value|Date|Domain Source"
_RELATED = f"{_NAMED}|Related O*NET-SOC Code|Index"

# Of each file its header and its rows; a bar stands for a tab, which no cell holds.
FILES: dict[str, tuple[str, ...]] = {
    "Occupation Data": (
        f"{_NAMED}|Title|Description",
        "15-1299.01|Web Keepers|Keep sites on the web running.",
        "15-1299.08|System Planners|Plan how systems fit together.",
        "29-2072.00|Medical Records Specialists|Keep the records of patients in order.",
        "29-9021.00|Medical Registrars|Keep registers of diseases.",
    ),
    "Alternate Titles": (
        f"{_NAMED}|Alternate Title|Short Title|Source(s)",
        "15-1299.01|Webmaster|n/a|08",
        "29-2072.00|Health Information Technician|HIT|04, 08",
        "29-2072.00|Records Clerk 100%_sure|n/a|10",
    ),
    "Sample of Reported Titles": (
        f"{_NAMED}|Reported Job Title|Shown in My Next Move",
        "29-2072.00|Coder|Y",
        "29-2072.00|File Clerk|N",
    ),
    "Skills": (
        _RATING,
        "15-1299.01|2.A.1.a|Reading|IM|3.50|8|0.1900|3.1300|3.8700|N|n/a|08/2023|Analyst",
        "15-1299.08|2.A.1.a|Reading|IM|4.00|8|0.0000|4.0000|4.0000|N|n/a|08/2023|Analyst",
        "29-2072.00|2.A.1.a|Reading|IM|4.12|8|0.1250|3.8700|4.3700|N|n/a|08/2023|Analyst",
        "29-2072.00|2.A.1.a|Reading|LV|4.25|8|0.1637|3.9300|4.5700|N|N|08/2023|Analyst",
        "29-2072.00|2.B.1.a|Awareness|IM|2.62|8|0.5600|1.5200|3.7200|Y|n/a|08/2023|Analyst",
        "29-2072.00|2.B.1.a|Awareness|LV|0.75|8|n/a|n/a|n/a|N|Y|08/2023|Analyst",
    ),
    "Knowledge": (_RATING, "29-2072.00|2.C.1.b|Clerical|IM|4.40|25|0.2100|3.9700|4.8300|N|n/a|08/2023|Incumbent"),
    "Abilities": (_RATING, "29-2072.00|1.A.1.a.1|Listening|IM|3.62|8|0.1830|3.2600|3.9800|N|n/a|08/2023|Analyst"),
    "Work Activities": (
        _RATING,
        "29-2072.00|4.A.3.b.6|Recording|IM|4.55|25|0.1500|4.2400|4.8600|N|n/a|08/2023|Incumbent",
    ),
    "Work Context": (
        _ANSWERS,
        "29-2072.00|4.C.1.a.2.c|Speaking in public|CX|n/a|1.40|24|0.1200|1.1500|1.6500|N|n/a|08/2023|Incumbent",
        "29-2072.00|4.C.1.a.2.c|Speaking in public|CXP|1|70.83|24|9.5000|48.9000|86.0000|N|n/a|08/2023|Incumbent",
    ),
    "Education, Training, and Experience": (
        _ANSWERS.replace("|Not Relevant", ""),
        "29-2072.00|2.D.1|Required education|RL|2|20.00|25|8.1000|8.2000|41.1000|N|08/2023|Incumbent",
        "29-2072.00|2.D.1|Required education|RL|5|52.00|25|10.2000|32.4000|71.0000|N|08/2023|Incumbent",
    ),
    "Interests": (_PLAIN_RATING, "29-2072.00|1.B.1.f|Conventional|OI|6.67|11/2023|Analyst"),
    "Work Values": (_PLAIN_RATING, "29-2072.00|1.B.2.d|Independence|EX|3.33|06/2008|Analyst"),
    "Work Styles": (
        _PLAIN_RATING,
        "29-2072.00|1.D.1.a|Innovation|WI|-0.40|12/2025|AI/Expert",
        "29-2072.00|1.D.3.b|Attention to detail|WI|2.60|12/2025|AI/Expert",
    ),
    "Task Statements": (
        f"{_NAMED}|Task ID|Task|Task Type|Incumbents Responding|Date|Domain Source",
        "15-1299.01|14|Watch over the site.|n/a|n/a|03/2014|Analyst",
        "29-2072.00|7|Give each record its codes.|Core|25|08/2023|Incumbent",
        "29-2072.00|8|File records.|Supplemental|24|08/2023|Incumbent",
    ),
    "Task Ratings": (
        _ANSWERS.replace("Element ID|Element Name", "Task ID").replace("|Not Relevant", ""),
        "29-2072.00|7|FT|6|64.00|25|9.8000|42.7000|81.0000|N|08/2023|Incumbent",
        "29-2072.00|7|IM|n/a|4.70|25|0.1100|4.4700|4.9300|N|08/2023|Incumbent",
        "29-2072.00|8|RT|n/a|48.00|24|n/a|n/a|n/a|Y|08/2023|Incumbent",
    ),
    "Emerging Tasks": (
        f"{_NAMED}|Task|Category|Original Task ID|Original Task|Date|Domain Source",
        "29-2072.00|Check codes that a program proposes.|New|n/a|n/a|08/2025|Occupational Expert",
        "29-2072.00|File records on paper and on screen.|Revision|8|File records.|08/2025|Occupational Expert",
    ),
    "Tasks to DWAs": (f"{_NAMED}|Task ID|DWA ID|Date|Domain Source", "29-2072.00|7|4.A.3.b.6.I08.D04|07/2014|Analyst"),
    "IWA Reference": ("Element ID|IWA ID|IWA Title", "4.A.3.b.6|4.A.3.b.6.I08|Keep records."),
    "DWA Reference": (
        "Element ID|IWA ID|DWA ID|DWA Title",
        "4.A.3.b.6|4.A.3.b.6.I08|4.A.3.b.6.I08.D04|Enter codes into records.",
    ),
    "Technology Skills": (
        f"{_NAMED}|Example|Commodity Code|Commodity Title|Hot Technology|In Demand",
        "15-1299.01|Acme Terraform|43232401|Configuration software|Y|Y",
        "15-1299.08|Acme Terraform|43232401|Configuration software|Y|N",
        "29-2072.00|Acme Codebook|43232306|Query software|N|Y",
        "29-2072.00|Terraformer games|43232399|Other software|N|N",
    ),
    # Of a later layout, so that the one release has an example of each column.
    "Software Skills": (
        f"{_NAMED}|Workplace Example|Element ID|Element Name|Hot Technology|In Demand",
        "15-1299.08|Acme Mapper|2.E.1.b|Mapping software|N|N",
    ),
    "Tools Used": (f"{_NAMED}|Example|Commodity Code|Commodity Title", "29-2072.00|Scanners|43211711|Scanners"),
    "UNSPSC Reference": (
        "Commodity Code|Commodity Title|Class Code|Class Title|Family Code|Family Title|Segment Code|Segment Title",
        "43211711|Scanners|43211700|Input devices|43210000|Equipment|43000000|Information technology",
        "43232306|Query software|43232300|Data management|43230000|Software|43000000|Information technology",
        "43232401|Configuration software|43232400|Development|43230000|Software|43000000|Information technology",
    ),
    "Related Occupations": (
        f"{_NAMED}|Related O*NET-SOC Code|Relatedness Tier|Index",
        "29-2072.00|29-9021.00|Primary-Short|1",
        "29-2072.00|15-1299.01|Supplemental|2",
    ),
    "Career Changers Matrix": (_RELATED, "29-2072.00|29-9021.00|1"),
    "Job Zones": (f"{_NAMED}|Job Zone|Date|Domain Source", "29-2072.00|3|08/2023|Analyst"),
    "Job Zone Reference": (
        "Job Zone|Name|Experience|Education|Job Training|Examples|SVP Range",
        "3|Zone Three: some preparation|Some experience.|A certificate.|A year.|Coders.|(6.0 to < 7.0)",
    ),
    "Content Model Reference": (
        "Element ID|Element Name|Description",
        "1|Workers|What they bring with them.",
        "1.A.1.a.1|Listening|To understand what is said.",
        "1.B.1.f|Conventional|To like work with rules.",
        "2.A.1|Content skills|What is needed to learn.",
        "2.A.1.a|Reading|To understand what is written at work.",
        "2.B.1.a|Awareness|To notice what others feel.",
        "2.D.1|Required education|The level of education that the work asks for.",
        "4.A.3.b.6|Recording|To put down what was found.",
    ),
    "Scales Reference": (
        "Scale ID|Scale Name|Minimum|Maximum",
        "FT|How often (categories)|0|100",
        "IM|Importance|1|5",
        "LV|Level|0|7",
        "RL|Required education (categories)|0|100",
    ),
    "Education, Training, and Experience Categories": (
        "Element ID|Element Name|Scale ID|Category|Category Description",
        "2.D.1|Required education|RL|2|A diploma of a high school",
        "2.D.1|Required education|RL|5|A certificate after high school",
    ),
    "Task Categories": ("Scale ID|Category|Category Description", "FT|6|Several times a day"),
    "Level Scale Anchors": (
        "Element ID|Element Name|Scale ID|Anchor Value|Anchor Description",
        "2.A.1.a|Reading|LV|2.00|Follow a form step by step",
        "2.A.1.a|Reading|LV|4.00|Follow a memo on new rules",
    ),
    "Occupation Level Metadata": (
        f"{_NAMED}|Item|Response|N|Percent|Date",
        "29-2072.00|Data Collection Mode|Web|25|80.0|08/2023",
        "29-2072.00|Response Rate|n/a|n/a|71.5|08/2023",
    ),
    "Survey Booklet Locations": ("Element ID|Element Name|Survey Item Number|Scale ID", "2.A.1.a|Reading|SK01a|IM"),
    "Interests Illustrative Activities": (
        "Element ID|Element Name|Interest Type|Activity",
        "1.B.1.f|Conventional|General|Keep an inventory.",
    ),
    "Interests Illustrative Occupations": (
        f"Element ID|Element Name|Interest Type|{_NAMED}",
        "1.B.1.f|Conventional|General|29-2072.00",
    ),
    "RIASEC Keywords": ("Element ID|Element Name|Keyword|Keyword Type", "1.B.1.f|Conventional|Order|Action"),
    "Skills to Work Activities": (
        "Skills Element ID|Skills Element Name|Work Activities Element ID|Work Activities Element Name",
        "2.A.1.a|Reading|4.A.3.b.6|Recording",
    ),
}
# From 30.3 on many files have other names and headers; software is sorted by elements instead of UNSPSC.
RENAMED_FILES: dict[str, tuple[str, ...]] = {
    **{name: FILES[name] for name in ("Occupation Data", "Sample of Reported Titles", "Knowledge", "Task Statements")},
    "Job Titles": (f"{_NAMED}|Job Title|Short Title|Source(s)", "29-2072.00|Health Information Technician|HIT|04, 08"),
    "Essential Skills": FILES["Skills"][:5],
    "Transferable Skills": (FILES["Skills"][0], *FILES["Skills"][5:]),
    "Career Interest Types": FILES["Interests"],
    "Software Skills": (
        f"{_NAMED}|Workplace Example|Element ID|Element Name|Hot Technology|In Demand",
        "15-1299.01|Acme Terraform|2.E.1.c|Configuration software|Y|Y",
        "29-2072.00|Acme Codebook|2.E.1.a|Query software|N|Y",
        "29-2072.00|Acme Codebook|2.E.1.b|Medical software|N|N",
    ),
    "Tasks to DWAs": (
        f"{_NAMED}|Task ID|DWA Element ID|Date|Domain Source",
        "29-2072.00|7|4.A.3.b.6.I08.D04|07/2014|Analyst",
    ),
    "GWAs to IWAs": ("GWA Element ID|IWA Element ID|IWA Element Name", "4.A.3.b.6|4.A.3.b.6.I08|Keep records."),
    "GWAs to IWAs to DWAs": (
        "GWA Element ID|IWA Element ID|DWA Element ID|DWA Element Name",
        "4.A.3.b.6|4.A.3.b.6.I08|4.A.3.b.6.I08.D04|Enter codes into records.",
    ),
    **{
        f"{start} to {end}": (
            f"{start} Element ID|{start} Element Name|{end} Element ID|{end} Element Name",
            f"{one}|{other}",
        )
        for start, end, one, other in (
            ("Essential Skills", "Work Activities", "2.A.1.a|Reading", "4.A.3.b.6|Recording"),
            ("Essential Skills", "Work Context", "2.A.1.a|Reading", "4.C.1.a.2.c|Speaking in public"),
            ("Transferable Skills", "Work Activities", "2.B.1.a|Awareness", "4.A.3.b.6|Recording"),
            ("Transferable Skills", "Work Context", "2.B.1.a|Awareness", "4.C.1.a.2.c|Speaking in public"),
            ("Work Styles", "Work Activities", "1.D.1.a|Innovation", "4.A.3.b.6|Recording"),
            ("Work Styles", "Work Context", "1.D.1.a|Innovation", "4.C.1.a.2.c|Speaking in public"),
            ("Specific Interest Areas", "Career Interest Types", "1.B.3.a|Engines", "1.B.1.f|Conventional"),
        )
    },
    "Career Interest Type Keywords": FILES["RIASEC Keywords"],
}
_OLD_RATING = _RATING.replace("|Not Relevant", "")
# A release in the SOC of 2010, when the code of the seed's occupation was in use.
OLD_FILES: dict[str, tuple[str, ...]] = {
    "Occupation Data": (
        f"{_NAMED}|Title|Description",
        "29-2071.00|Medical Records and Health Information Technicians|Keep records.",
    ),
    "Skills": (_OLD_RATING, "29-2071.00|2.A.1.a|Reading|IM|3.88|8|0.1300|3.6300|4.1300|N|08/2018|Analyst"),
}
DEFINITIONS = (
    "SOC Group,SOC Code,SOC Title,SOC Definition",
    "Major,29-0000,Healthcare Practitioners and Technical Occupations,",
    "Minor,29-2000,Health Technologists and Technicians,",
    "Broad,29-2070,Medical Records Specialists,",
    "Detailed,29-2072,Medical Records Specialists,Put the records of patients in order.",
)
REVISION = (
    "SOCCode2010,SOCTitle2010,SOCCode2018,SOCTitle2018",
    "29-2071,Medical Records and Health Information Technicians (#),29-2072,Medical Records Specialists",
    "29-2071,Medical Records and Health Information Technicians (#),29-9021,Medical Registrars (##)",
    '29-9099,"Healthcare Workers, All Other (#)",29-9021,Medical Registrars (##)',
)
_SCHEMES = ("OES2018Estimates", "SOC2018", "OES2019Estimates", "SOC2010")
HYBRIDS = (
    ",".join(f"{scheme}{part}" for scheme in _SCHEMES for part in ("Code", "Title")) + ",Notes",
    "29-2071,Technicians,29-2072,Specialists,29-2098,Specialists and Others,29-2071,Technicians,Hybrid",
)


def write_release(
    folder: Path, number: str, files: dict[str, tuple[str, ...]] | None = None, *, lacking: Collection[str] = ()
) -> Path:
    """Write a release into a folder of the name that the publisher gives it; returns that folder."""
    path = folder / f"db_{number.replace('.', '_')}_text"
    path.mkdir(parents=True)
    for name, rows in (FILES if files is None else files).items():
        if name not in lacking:
            text = "".join(row.replace("|", "\t") + "\r\n" for row in rows)
            (path / f"{name}.txt").write_bytes(text.encode())
    return path


def write_classifications(folder: Path) -> list[Path]:
    """Write the definitions of the SOC 2018, its revision from 2010, and OEWS's list of codes."""
    paths = []
    for name, rows in (
        ("soc_2018_definitions.csv", DEFINITIONS),
        ("soc2010_to_2018.csv", REVISION),
        ("oes_hybrids.csv", HYBRIDS),
    ):
        paths.append(folder / name)
        paths[-1].write_text("\n".join(rows) + "\n", encoding="utf-8")
    return paths


def load(writer: Engine, paths: Sequence[Path], workspace: Path) -> None:
    """Load files as the command does, all of which readers must know."""
    found = sort_files(find_files(paths, workspace), ReadOptions())
    assert not found.unknown, [str(unknown) for _, unknown in found.unknown]
    load_files(writer, found.known, LoadOptions(), lambda _part, _rows: None, lambda: None)


def load_illustration(writer: Engine, folder: Path) -> None:
    """Load what examples of the OpenAPI document are taken from: a whole release and the classifications."""
    workspace = folder / "workspace"
    workspace.mkdir()
    load(writer, [write_release(folder, "30.1"), *write_classifications(folder)], workspace)
