"""Which sectors a text names: plain rules on words, about organisations and roles, never about a person."""

from __future__ import annotations

import re
from functools import lru_cache

# A sector, and the words by which a document introduces somebody from it or names one of its bodies. A word that as
# well means something else ("service", "community", "home") is here only with the word that settles it.
SECTORS = {
    "business": r"business(?:es)?|compan(?:y|ies)|private sector|corporates?|firms?|employers?|developers?|retailers?"
    r"|supermarkets?|banks?|chambers? of commerce|entrepreneurs?|(?-i:Ltd|PLC|plc)|enterprise cent(?:re|er)s?",
    "children's services": r"children['’]?s (?:social care|services?|centres?|homes?)|youth (?:services?|work(?:ers?)?|clubs?|justice|focus)"
    r"|nurser(?:y|ies)|early years|fostering|social care for children",
    "council and public services": r"councils?|councillors?|local authorit(?:y|ies)|local government|boroughs? council|statutory"
    r"|public (?:sector|services?|servants?|bod(?:y|ies))|civil servants?|mayors?|town halls?|government|ministr(?:y|ies)"
    r"|(?-i:MPs?)|director of (?:children['’]?s |adult |social )?services|social services|combined authorit(?:y|ies)",
    "faith": r"faith (?:groups?|organisations?|communit(?:y|ies)|leaders?|sector)|church(?:es)?|mosques?|synagogues?|temples?"
    r"|gurdwaras?|parish(?:es)?|dioceses?|bishops?|vicars?|imams?|rabbis?|chaplains?|ministers? of religion",
    "funders": r"funders?|grant[- ]?makers?|grant[- ]giving|philanthrop\w+|endowments?|foundations?(?= (?:trust|fund))"
    r"|community foundations?|(?-i:Foundation)|lottery|(?-i:Carnegie UK)|donors?",
    "health and care": r"(?-i:NHS|GPs?|ICBs?|CCGs?)|hospitals?|health (?:services?|care|and care|boards?|visitors?|sector|trusts?)|healthcare"
    r"|public health|mental health (?:services?|trusts?|teams?)|social care|adult care|care (?:homes?|workers?|providers?|sector|strategy)|doctors?"
    r"|nurses?|surger(?:y|ies)|clinics?|clinicians?|hospices?|pharmac(?:y|ies|ists?)",
    "housing": r"housing (?:associations?|sector|providers?|officers?|teams?|departments?|services?|trusts?)|landlords?"
    r"|social housing|tenants?['’]? (?:associations?|groups?)|homeless(?:ness)? (?:services?|charit(?:y|ies)|teams?)",
    "media and arts": r"theatres?|museums?|galler(?:y|ies)|orchestras?|newspapers?|broadcasters?|journalists?|arts (?:sector|cent(?:re|er)s?|organisations?)"
    r"|artists?|choirs?",
    "police and justice": r"police|policing|probation|prisons?|courts?|magistrates?|criminal justice|youth offending|fire (?:service|brigade)s?",
    "schools and universities": r"schools?|teachers?|headteachers?|head teachers?|colleges?|universit(?:y|ies)|academics?|professors?"
    r"|lecturers?|education sector|academ(?:y|ies)",
    "voluntary and community sector": r"charit(?:y|ies)|voluntary|volunteers?|third sector|social sector|community sector"
    r"|not[- ]for[- ]profits?|nonprofits?|social enterprises?|community (?:groups?|organisations?|businesses|resources)|civil society"
    r"|grassroots|(?-i:CVS|CIC|VCS|VCSE|NGOs?)|food ?banks?|neighbourhood groups?|mutual aid|faith groups?|women['’]?s organisations?"
    r"|tenants?['’]? (?:associations?|groups?)|residents?['’]? (?:associations?|groups?)|youth (?:clubs?|focus)",
}


def sectors_of(*texts: str) -> tuple[str, ...]:
    """The sectors that these texts name, sorted: how a speaker or document is introduced, or a sentence."""
    told = "\n".join(text for text in texts if text)
    lower = told.casefold()
    return tuple(
        name for name, starts, rule in _rules() if any(start in lower for start in starts) and rule.search(told)
    )


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Each sector with what its words begin with, which is quickly looked for, and with its rule."""
    return tuple(
        (name, _starts(words), re.compile(rf"(?<![\w’'-])(?:{words})(?![\w-])", re.IGNORECASE))
        for name, words in sorted(SECTORS.items())
    )


def _starts(words: str) -> tuple[str, ...]:
    """The plain letters with which each way to match begins."""
    found, depth, start = set(), 0, 0
    plain = re.sub(r"\(\?-i:((?:[^()]|\([^()]*\))*)\)", r"\1", words)
    for i, ch in enumerate(f"{plain}|"):
        depth += (ch == "(") - (ch == ")")
        if ch == "|" and depth == 0:
            letters = re.match(r"[\w ’'-]+(?![?*])|\w+(?=\w[?*])", plain[start:i])
            found.add(letters[0].casefold() if letters else "")
            start = i + 1
    return tuple(sorted(found))
