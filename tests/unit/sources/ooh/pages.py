"""Pages in the handbook's layout, about occupations that do not exist."""

from dataclasses import dataclass, field

from app.sources.ooh.page_records import profile_records
from app.sources.records import Record, RecordKind, Sheet, SourceFile

SHEET = Sheet(SourceFile("kite-makers.html", "0" * 64, 1))

HELP = """<div><div id="qf-wage"><p>In May 2024, the median annual wage for all workers was $49,500.</p></div>
<div id="qf-outlook"><p>The average growth rate for all occupations is&nbsp;3 percent.</p></div></div>
<!-- ABOUT SECTIONS END -->"""

END = """<footer><p>Kite House</p></footer></body></html>"""


def row(label: str, figure: str) -> str:
    return f"<tr>\n<td>{label}</td>\n<td>\n {figure}\n</td>\n</tr>"


def table(*rows: tuple[str, str]) -> str:
    return '<table class="ooh-tab-table"><tbody>' + "".join(row(*cells) for cells in rows) + "</tbody></table>"


def outlook_row(title: str, code: str, *figures: str, depth: int = 0) -> str:
    mark = f' class="sub{depth}"' if depth else ""
    linked = f'<a href="https://data.example/matrix?{code}">Get data</a>' if code != "—" else "—"
    return (
        f"<tr><th><p{mark}><strong>    {title}</strong></p></th><td>{code}</td>"
        + "".join(f"<td>{figure}</td>" for figure in figures)
        + f"<td>{linked}</td></tr>"
    )


@dataclass
class PageText:
    """The parts of a page that the tests change."""

    title: str = "Kite Makers"
    address: str = "https://www.bls.gov/ooh/production/kite-makers.htm"
    facts: dict[str, str] = field(
        default_factory=lambda: {
            "2024     Median Pay": "$41,230     per year\n<br>$19.82     per hour",
            "Typical Entry-Level Education": "Bachelor's degree",
            "Work Experience in a Related Occupation": "None",
            "On-the-job Training": "Short-term on-the-job training",
            "Number of Jobs, 2024": "12,300",
            "Job Outlook, 2024–34": "-4% (Decline)",
            "Employment Change, 2024–34": "-500",
        }
    )
    duties: str = "<p>Kite makers typically do the following:</p><ul><li>Cut sails</li><li>Tie&nbsp;bridles</li></ul>"
    environment: str = (
        "<p>Kite makers held about 12,300 jobs in 2024. The largest employers of kite makers were as follows:</p>"
        + table(("Toy manufacturing", "41%"), ("Self-employed workers", "7"))
    )
    become: str = "<h3>Education</h3><p>Kite makers typically need a degree.</p>"
    qualities: str = "<p><strong><em>Patience.</em></strong> Kites take time.</p>"
    pay: str = (
        "<p>\nThe median annual wage for kite makers was $41,230 in May 2024. The median wage is the "
        "wage at which half "
        "earned more. The lowest 10 percent earned less than $25,010, and the highest 10 percent earned more than "
        "$77,890.\n</p><p>In May 2024, the median annual wages for kite makers in the top industries in "
        "which they worked "
        "were as follows:</p>" + table(("Toy manufacturing", "$43,210"), ("Retail trade", "39,990"))
    )
    outlook: str = (
        "<p>Employment of kite makers is projected to decline 4 percent from 2024 to 2034.\n</p><p>Despite declining "
        "employment, about 1,200 openings for kite makers are projected each year, on average, over the decade.</p>"
        "<h3>Employment</h3><p>Fewer people fly kites.</p>"
    )
    outlook_rows: str = outlook_row("Kite makers", "51-9998", "12,300", "11,800", "-4", "-500")
    similar: str = (
        '<tr><td><a href="/ooh/production/tailors.htm"><img src="t.jpg"></a></td><td><strong>'
        '<a href="/ooh/production/tailors.htm">Tailors</a></strong></td><td><p>Tailors sew.</p></td>'
        '<td><span title="3. High school">High school diploma or equivalent</span></td>'
        '<td><span title="38000">$38,000</span></td></tr>'
    )
    contacts: str = (
        '<p>For more information about kites, including lines, visit</p><p><a href="https://kites.example/">'
        "Kite Society</a></p><h3>O*NET</h3>"
        '<p><a href="https://www.onetonline.org/link/summary/51-9998.00">Kite Makers</a></p>'
    )
    citation: str = "Suggested citation:"
    modified: str = "Thursday, August 28, 2025"
    end: str = END

    def html(self) -> str:
        facts = "".join(
            f"<tr><th><a class='thickbox' href='#x'>{label}</a></th><td>{value}</td></tr>"
            for label, value in self.facts.items()
        )
        chart = (
            '<div class="ooh-chart"><div><h3>{0}</h3><p>{1}</p><dl><dt><span>Production occupations</span></dt>'
            '<dd><div class="value"><p><span>{2}</span></p></div></dd><dt>&nbsp;</dt><dd '
            'class="legend"></dd></dl></div></div>'
        )
        panes = {
            1: ("Summary", f"<table id='quickfacts'><tbody>{facts}</tbody></table><p>Kites.</p>"),
            2: ("what-they-do", f"<p>Kite makers, also called kiters, build kites.</p><h3>Duties</h3>{self.duties}"),
            3: ("work-environment", f"{self.environment}<h3>Work Schedules</h3><p>Most work when it is calm.</p>"),
            4: ("become-one", f"<p>How.</p>{self.become}<h3>Important Qualities</h3><p>Examples:</p>{self.qualities}"),
            5: ("pay", chart.format(self.title, "Median annual wages, May 2024", "$40,000") + self.pay),
            6: (
                "job-outlook",
                chart.format(self.title, "Percent change in employment, projected 2024–34", "-1%")
                + self.outlook
                + self.outlook_table(),
            ),
            7: (
                "state-area-data",
                '<h3>Projections Central</h3><p>See <a href="http://states.example/">states</a>.</p>',
            ),
            8: ("similar-jobs", f"<p>This table.</p>{self.similar_table()}"),
            9: ("more-information", self.contacts),
        }
        tabs = "".join(f'<li><a href="#tab-{number}">Tab</a></li>' for number in panes)
        body = "".join(self.pane(number, *pane) for number, pane in panes.items())
        return (
            f"<!DOCTYPE html><html><head><title>{self.title} : Occupational Outlook Handbook</title>"
            f'<link rel="canonical" href="{self.address}"><meta name="description" content="They build '
            f'kites."></head><body>\n'
            f'<div id="ooh-breadcrumbs"><a href="/ooh/">Occupational Outlook Handbook</a> <a '
            f'href="/ooh/p">Production</a></div>'
            f'<h1>   {self.title}</h1><ul id="tabs">{tabs}</ul><div id="panes">{body}</div>'
            f'<div class="citation"><strong>{self.citation}</strong><p>Handbook, Kites.</p></div>'
            f'<p class="update"><strong>Last Modified Date:</strong> {self.modified}</p>{HELP}{self.end}'
        )

    @staticmethod
    def pane(number: int, mark: str, content: str) -> str:
        return (
            f'<div id="tab-{number}"><article>\n<h2 id="{mark}"><span>Heading</span> '
            f'<a class="thickbox" href="#h">About this section</a></h2>{content}</article>'
            f'<nav><div class="tab-footer"><a href="#tab-1">Back</a></div></nav></div>\n'
        )

    def outlook_table(self) -> str:
        return (
            '<table id="outlook-table"><caption>Data</caption><thead><tr><th rowspan="2">Occupational Title</th>'
            '<th rowspan="2">SOC Code</th><th rowspan="2">Employment, 2024</th><th rowspan="2">Projected '
            "Employment, 2034</th>"
            '<th colspan="2">Change, 2024–34</th><th rowspan="2" colspan="2">Employment by Industry</th></tr>'
            "<tr><th>Percent</th><th>Numeric</th></tr></thead><tfoot><tr><td>SOURCE</td></tr></tfoot>"
            f"<tbody>{self.outlook_rows}</tbody></table>"
        )

    def similar_table(self) -> str:
        return (
            '<table id="similar-occupations"><thead><tr><th></th><th>Occupation</th><th>Job Duties</th>'
            '<th>ENTRY-LEVEL EDUCATION <a class="thickbox"><img></a></th><th>2024 MEDIAN PAY</th></tr></thead>'
            f"<tbody>{self.similar}</tbody></table>"
        )


def read(page: PageText, edition: str = "2024-34") -> list[Record]:
    return list(profile_records(page.html(), SHEET, edition))


def of_kind(records: list[Record], kind: RecordKind) -> list[Record]:
    return [record for record in records if record.kind is kind]


def values_of(records: list[Record], kind: RecordKind, *names: str) -> list[tuple[object, ...]]:
    return [tuple(record.values.get(name) for name in names) for record in of_kind(records, kind)]
