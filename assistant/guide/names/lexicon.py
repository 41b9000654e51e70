"""Words that tell what a capitalised word is: a body, an office, a place, an undertaking, or a plain word.

None of these lists is complete. They settle the commonest cases; the rest is judged by where the words stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from assistant.words import STOPWORDS

MONTHS = frozenset("january february march april may june july august september october november december".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
HONORIFICS = frozenset(
    "mr mrs ms mx miss dr doctor prof professor cllr councillor sir dame lord lady baroness baron rev reverend revd"
    " sister brother father fr imam rabbi canon bishop pastor sgt sergeant pc"
    " inspector superintendent capt captain colonel".split()
)
LETTERS_AFTER = frozenset("MP MPs MSP MS AM OBE MBE CBE KBE DBE PhD Jr QC KC FRSA".split())
PARTICLES = frozenset("de den der van von al bin ibn la le da dos del di du ter ten el ap".split())
# What a person is called by the work that they do or the part that they have.
ROLES = frozenset(
    "officer executive director manager chair chairman chairwoman chairperson councillor trustee volunteer worker nurse"
    " doctor gp teacher headteacher leader commissioner funder founder co-founder cofounder convenor convener co-convenor"
    " co-convener facilitator organiser organizer coordinator co-ordinator researcher academic lecturer student carer"
    " resident activist campaigner consultant practitioner mayor vicar priest minister secretary treasurer president ceo"
    " coo cfo chief head lead deputy member guest colleague adviser advisor analyst lawyer solicitor barrister"
    " entrepreneur journalist author artist editor administrator assistant clerk host chaplain caseworker psychologist"
    " psychiatrist therapist counsellor midwife paramedic constable sergeant inspector superintendent planner architect"
    " engineer economist accountant ambassador partner representative delegate panellist presenter speaker evaluator"
    " mentor pharmacist principal dean professor apprentice intern steward developer designer specialist expert"
    " supervisor participant co-chair vice-chair fellow ambassador guru thinker writer".split()
)
# Offices that surnames are made of too.
SURNAME_ROLES = frozenset("chair head mayor dean nurse clerk constable priest page fellow guest speaker".split())
# The last word of an organisation's name.
BODIES = frozenset(
    "council borough authority government ministry department university college school academy trust collective network"
    " foundation partnership centre center group society service services association alliance ltd limited cic plc llp"
    " board committee team forum institute agency police commission federation union party church mosque temple synagogue"
    " parish diocese hospital hospice surgery clinic refuge charity coalition company co-op cooperative co-operative bank"
    " foodbank kitchen hub lab labs studio studios museum library theatre gallery press bureau consortium collaborative"
    " taskforce office unit resources focus enterprise enterprises ventures consulting associates solutions"
    " neighbours works together international cymru parliament treasury club brigade choir cooperatives volunteers"
    " housing homes house exchange watch aid link links voices voice advice mind concern".split()
)
# Such a word, with "the" before and nothing more, stands for one that was named in full: "the Council".
SHORTENED = frozenset(
    "council trust collective foundation network partnership association alliance society commission board committee"
    " forum institute centre group agency federation consortium coalition charity university college school hub"
    " department ministry federation assembly programme project initiative campaign fund".split()
)
# The last word of the name of an undertaking: a programme, an approach, a plan, a thing that is held.
UNDERTAKINGS = frozenset(
    "programme program project initiative scheme campaign movement framework approach model strategy plan fund assembly"
    " conference summit festival week day review act bill inquiry deal award awards report charter manifesto pledge"
    " challenge course toolkit pilot survey index call protocol rule method compact agenda convention lottery".split()
)
# What stands after the name of one, in small letters.
KIND_OF_UNDERTAKING = (
    "initiative|programme|program|project|scheme|campaign|movement|protests?|marches|framework|approach|model|method"
    "|app|application|platform|software|tool|toolkit|strategy|fund|course|conference|festival|event|workshops?|pilot"
    "|pledge"
)
KIND_OF_BODY = (
    "charity|charities|organisation|organization|company|firm|body|agency|trust|foundation|council|collective|network"
    "|partnership|association|alliance|consortium|think ?tank|enterprise|group|society|institute|university|college"
    "|school|hospital|church|mosque|hub|team|shop|caf[eé]|choir|centre|business|union|federation|co-op|cooperative|coalition|forum|funder|consultancy"
)
KIND_OF_PLACE = (
    "borough|county|city|town|village|district|parish|ward|region|area|neighbourhood|estate|island|suburb|country"
)
# The last word of the name of a place, where the words before it are no person's.
SITES = frozenset(
    "street road lane avenue square gardens estate terrace station town village valley beach island islands midlands end"
    " quarter coast bay park streets common heath quay docks hills moor moors isle wood woods marshes shire county riverside".split()
)
# Those that are no surnames.
SURE_SITES = SITES - frozenset("end common heath hills hill wood woods moor moors marshes green".split())
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western greater inner outer central upper lower mid north-east"
    " north-west south-east south-west northeast northwest southeast southwest".split()
)
# Capitalised words that name none of the four: peoples, faiths, illnesses, feasts, times.
THINGS = frozenset(
    "english welsh scottish irish british european american african asian caribbean french german spanish italian"
    " polish romanian ukrainian russian turkish syrian afghan pakistani indian bengali bangladeshi chinese japanese"
    " somali nigerian australian canadian roma gypsy traveller latin greek hebrew arabic urdu punjabi christian muslim"
    " islam jewish hindu sikh buddhist quaker methodist catholic anglican protestant christmas easter ramadan eid diwali"
    " hanukkah covid covid-19 covid19 coronavirus brexit internet web victorian edwardian god bible koran quran torah mps"
    " gps bame bme lgbt lgbtq lgbtq+ cvs vcs vcse vcfse ngo ngos ceo ceos faq faqs aob agm pdf id ids hr it pr tv ai ok"
    " qa q&a ppe gdpr i i'm i'd i've i'll i’m i’d i’ve i’ll mr mrs ms dr mp rt hon nb ps re eg ie am pm bst gmt".split()
)
# What opens a sentence before a name that is no part of it.
BEFORE_NAMES = frozenset(
    "later afterwards yesterday today tomorrow meanwhile finally perhaps maybe welcome thanks note next earlier eventually"
    " recently together next sadly happily hello dear remember meet thank congratulations since while although though"
    " unlike like across throughout around among amongst between via within during following behind inside outside near beyond nobody everybody anyone everyone".split()
)
NUMBERS = frozenset("one two three four five six seven eight nine ten hundred".split())
# Well-known products, which are no one's initiative but are named as things that people use.
PRODUCTS = frozenset(
    "zoom slack facebook whatsapp twitter instagram linkedin youtube tiktok eventbrite mural miro padlet trello chatgpt"
    " wikipedia messenger snapchat mailchimp".split()
)
# Given names that are as common as words are, so that the dictionary alone would take them for words.
GIVEN = frozenset(
    "adam alan albert alex alice alison amanda amber amy andrea andrew andy angela angus anita ann anna anne annie anthony"
    " april arthur barbara barry becky ben benjamin bernard beth betty bill billy bob bobby brian bruce carl carla carlos"
    " carol caroline catherine charles charlie charlotte chris christian christina christine christopher cindy claire clara"
    " claudia colin connie craig dan daniel danny darren dave david dawn dean debbie deborah denise dennis derek diana diane"
    " don donald donna doris dorothy doug douglas duncan ed eddie edgar edith edward eileen elaine eleanor elena elizabeth"
    " ella ellen emily emma eric ernest esther eugene eva eve evelyn faith felix fiona florence frances francis frank fred"
    " freddie gary gavin george gerald gloria gordon grace graham greg hannah harold harriet harry harvey heather heidi helen"
    " helena henry herbert holly hope howard hugh ian irene iris isaac isabel ivy jack jackie jacob jake james jamie jan jane"
    " janet janice jason jay jean jeff jennifer jenny jeremy jerry jess jesse jessica jill jim jimmy jo joan joanna joe joel"
    " john johnny jon jonathan jordan joseph josh joshua joy joyce juan judith judy julia julian julie june justin karen kate"
    " katherine kathleen kathy katie kay keith kelly ken kenneth kevin kim kyle lance larry laura lauren laurence lawrence"
    " leah lee leo leon leonard leslie lewis lily linda lisa liz lois lorna louis louise lucas lucy luke lynn mabel madeleine"
    " maggie marcus margaret maria marie mario marion mark martha martin marvin mary matt matthew maureen max may megan mel"
    " melanie melissa michael michelle miguel mike miles molly monica morgan moses nancy naomi natalie natasha nathan neil"
    " nicholas nick nicola nicole nigel nina noah nora norman oliver olivia oscar owen pam pamela pat patricia patrick patsy"
    " paul paula penny pete peter phil philip phillip polly rachel ralph randy ray raymond rebecca richard rick ricky rita"
    " rob robert roberta robin rod roger roland roman ron ronald rosa rose rosemary rosie ross roy rupert russell ruth ryan"
    " sally sam samantha samuel sandra sandy sara sarah scott sean sharon sheila shirley sidney simon sofia sonia sophia"
    " sophie stan stanley stella stephanie stephen steve steven stuart sue susan suzanne sylvia ted teresa terry theresa"
    " thomas tim timothy tina toby todd tom tommy tony tracy trevor tyler valerie vanessa vera vernon vicky victor victoria"
    " vince vincent violet virginia vivian walter warren wayne wendy will william winston zoe".split()
)
COMMON = 1_500  # times in the dictionary: rarer, and it may as well be a name


@lru_cache(maxsize=50_000)
def is_plain(word: str) -> bool:
    """Whether a word is plain English, so that a capital is all that makes a name of it. "Kids" is, "Wyler" is not."""
    small = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    if small in STOPWORDS or small in ROLES:
        return True
    if small in GIVEN or not small:
        return False
    if "-" in small:
        return all(is_plain(part) for part in small.split("-") if part)
    return any(_times(form) >= COMMON for form in (small, *_bases(small), *_respelt(small)))


def _bases(word: str) -> list[str]:
    """What a plural or a longer word is made from, if it is."""
    found = [word.removesuffix("s")] if word.endswith("s") and len(word) > 4 else []
    if re.fullmatch(r".{3,}(?:tion|sion|ment|ness|ship|ity|ance|ence|able|ible|ful|less|ive|ing|ed|ly|al|ous)s?", word):
        found += [word[:-3], f"{word[:-3]}e", word[:-2], word[:-4]] if _times(word) else []
    return [base for base in found if len(base) > 3 and base not in GIVEN]


def _respelt(word: str) -> list[str]:
    """The American spelling, which the dictionary has."""
    found = [word.replace("our", "or"), re.sub(r"is(?=e|ing|ation)", "iz", word), re.sub(r"mme(s?)$", r"m\1", word)]
    return [one for one in (*found, re.sub(r"tre(s?)$", r"ter\1", word)) if one != word]


def _times(word: str) -> int:
    return _dictionary().get(word, 0)


@lru_cache(maxsize=1)
def _dictionary() -> Mapping[str, int]:
    from spellchecker import SpellChecker  # takes 0.1 s to load

    words: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return words
