"""Places that are known by name alone: nations, English counties, boroughs, cities and towns; some countries.

A package of the world's places would be 35 MB. A place that is not here is found by where it stands ("in Tollbridge").
"""

from __future__ import annotations

_SINGLE = """
uk england scotland wales britain ireland usa us eu europe africa asia america london birmingham manchester liverpool leeds
sheffield bristol newcastle nottingham leicester coventry bradford cardiff belfast edinburgh glasgow aberdeen dundee
inverness swansea newport wrexham derby stoke wolverhampton plymouth southampton portsmouth norwich cambridge oxford
york hull sunderland middlesbrough gateshead durham darlington hartlepool stockton redcar preston blackpool blackburn burnley
bolton bury oldham rochdale salford stockport tameside trafford wigan warrington wirral knowsley sefton halifax huddersfield
wakefield kirklees calderdale barnsley doncaster rotherham lincoln grimsby scunthorpe scarborough harrogate northampton
peterborough luton bedford watford stevenage ipswich colchester chelmsford southend basildon harlow thurrock brighton
eastbourne hastings worthing crawley guildford woking maidstone canterbury margate dover medway slough swindon gloucester
cheltenham exeter torquay torbay truro bournemouth poole salisbury winchester basingstoke worcester hereford shrewsbury
telford dudley walsall sandwell solihull stafford carlisle lancaster morecambe surrey kent sussex essex hertfordshire
bedfordshire buckinghamshire berkshire oxfordshire hampshire wiltshire dorset somerset devon cornwall gloucestershire
worcestershire herefordshire shropshire staffordshire warwickshire northamptonshire leicestershire rutland nottinghamshire
derbyshire lincolnshire norfolk suffolk cambridgeshire cheshire lancashire cumbria northumberland yorkshire merseyside
teesside tyneside humberside cleveland northumbria barking dagenham barnet bexley brent bromley camden croydon ealing enfield
greenwich hackney hammersmith haringey harrow havering hillingdon hounslow islington kensington chelsea lambeth lewisham
merton newham redbridge richmond southwark sutton wandsworth westminster tottenham brixton peckham whitehall holyrood
stormont brussels paris berlin amsterdam dublin copenhagen helsinki oslo stockholm lisbon madrid barcelona rome vienna
france germany spain italy portugal netherlands belgium denmark norway sweden finland iceland poland romania ukraine russia
greece turkey syria iraq iran israel palestine gaza afghanistan pakistan india bangladesh china japan korea australia canada
mexico brazil chile argentina nigeria ghana kenya uganda ethiopia somalia sudan egypt morocco jamaica
"""
_SEVERAL = (
    "united kingdom|great britain|northern ireland|united states|new zealand|south africa|hong kong|new york|isle of wight"
    "|isle of man|milton keynes|tower hamlets|waltham forest|city of london|barking and dagenham|hammersmith and fulham"
    "|kensington and chelsea|kingston upon thames|richmond upon thames|kingston upon hull|newcastle upon tyne|stoke on trent"
    "|stoke-on-trent|southend on sea|southend-on-sea|brighton and hove|tyne and wear|bath and north east somerset"
    "|redcar and cleveland|telford and wrekin|windsor and maidenhead|cheshire west and chester|cheshire east"
    "|blackburn with darwen|dumfries and galloway|perth and kinross|argyll and bute|greater manchester|greater london"
    "|west midlands|east midlands|west yorkshire|south yorkshire|north yorkshire|east riding|county durham|east sussex"
    "|west sussex|east anglia|home counties|lake district|peak district|west country|st helens|st albans|bury st edmunds"
    "|merthyr tydfil|rhondda cynon taf|neath port talbot|north east|north west|south east|south west|black country"
    "|st austell|king's lynn|tunbridge wells|leamington spa|weston-super-mare|bethnal green|shepherd's bush|east end"
    "|west end|downing street"
)
PLACES = frozenset(_SINGLE.split()) | frozenset(_SEVERAL.split("|"))
# Of them, the ones that "and" joins.
JOINED = frozenset(name for name in PLACES if " and " in name)
ABBREVIATED = frozenset({"uk", "us", "eu", "usa"})  # places only in capitals


def is_place(name: str) -> bool:
    """Whether a name, as spelt in a text, is a place's. "us" is none."""
    small = " ".join(name.casefold().replace("’", "'").split())
    return small in PLACES and (small not in ABBREVIATED or name.isupper())
