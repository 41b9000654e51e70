"""Words that say what a capitalised word is: part of a person's name, a place, an organisation, or a plain word.

None of these lists is complete. They settle the commonest cases; the rest is judged by where the words stand.
"""

from __future__ import annotations

from assistant.words import STOPWORDS
from ingest.accounts import ORGANISATION
from ingest.redaction.first_names import FIRST_NAMES

MONTHS = frozenset("january february march april may june july august september october november december".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
HONORIFICS = frozenset(
    "mr mrs ms mx miss dr doctor prof professor cllr councillor sir dame lord lady rev reverend revd canon bishop"
    " archbishop rabbi imam father sister brother pastor baroness baron sgt sergeant pc inspector superintendent"
    " alderman cllrs uncle auntie aunt ald hon judge justice captain capt colonel major fr".split()
)
PARTICLES = frozenset(
    "de den der van von al bin la le da dos del di du ter ten el ibn bint ap ab af zu zum y e dal do die das het"
    " und".split()
)
# What a person is called by the work that they do, or by their part in a meeting.
ROLES = frozenset(
    "officer officers executive director directors manager managers chair chairman chairwoman chairperson"
    " councillor councillors trustee trustees volunteer volunteers worker workers nurse nurses doctor gp teacher"
    " headteacher leader leaders commissioner commissioners funder founder cofounder co-founder convenor co-"
    " convenor convener facilitator organiser organizer coordinator co-ordinator researcher academic lecturer"
    " student carer parent mother father resident activist campaigner consultant practitioner servant mayor vicar"
    " priest curate minister secretary treasurer president ceo coo cfo cto chief head lead deputy member woman man"
    " person lady gentleman guest colleague friend employee adviser advisor analyst lawyer solicitor barrister"
    " entrepreneur journalist author artist editor administrator assistant clerk host chaplain caseworker"
    " psychologist psychiatrist therapist counsellor midwife paramedic constable sergeant inspector superintendent"
    " planner architect engineer economist accountant tenant landlord patron ambassador partner representative rep"
    " delegate panellist presenter speaker evaluator mentor pharmacist principal dean professor apprentice intern"
    " steward pensioner teenager mum dad grandmother grandfather neighbour shopkeeper farmer builder provider"
    " developer designer specialist expert supervisor".split()
)
# The last word of an organisation's name.
SURNAME_HEADS = frozenset("church house day post temple bank parish press bill england wales kitchen act".split())
HEADS = frozenset(
    "council borough authority government ministry department university college school academy trust collective"
    " network foundation partnership project programme centre center group society service services association"
    " alliance ltd limited cic plc board committee team forum fund hub institute agency police nhs commission"
    " federation union initiative assembly party church mosque temple synagogue parish diocese hospital hospice"
    " surgery clinic refuge charity coalition campaign company co-op cooperative co-operative bank foodbank"
    " kitchen house housing homes club lottery parliament movement campaign bureau consortium collaborative"
    " collaboration exchange lab labs studio studios museum library theatre gallery press news radio tv times post"
    " journal review report act bill strategy plan framework model inquiry deal scheme award awards festival"
    " conference summit week day cell cells rule rules index survey helpline together forward action aid ready"
    " trustees works wellbeing enterprise enterprises ventures industries consulting associates solutions systems"
    " communities community neighbours people youth citizens uk england wales scotland britain international"
    " cymru".split()
)
SITES = frozenset(
    "street road lane avenue close square place park gardens estate hall court terrace hill green bridge station"
    " town city village county valley river bay beach forest wood common market high shire north south east west"
    " quarter island islands ward".split()
)
# Those of them that are no surnames.
STREETS = frozenset(
    "street road avenue square gardens estate terrace station town city village valley beach islands".split()
)
# The words after a place: "Tollbridge council's approach".
AFTER_PLACE = frozenset(
    "council councils borough district hospital university college school schools estate road street park station"
    " town city residents library market area region county village based community communities neighbourhood"
    " foodbank foodbanks office trust project model programme team site scheme group website".split()
)
PLACES = frozenset(
    "aberdeen aberystwyth barking barnet barnsley barrow basildon bath bedford belfast bethnal bexley birmingham"
    " blackburn blackpool bolton bournemouth bradford brent brighton bristol bromley burnley bury camden cambridge"
    " canterbury cardiff carlisle chelmsford cheltenham chester cornwall coventry crawley croydon cumbria dagenham"
    " darlington derby derbyshire devon doncaster dorset dover dudley dundee durham ealing eastbourne edinburgh"
    " enfield essex exeter falkirk gateshead glasgow gloucester gloucestershire greenwich grimsby guildford"
    " hackney halifax hammersmith hampshire haringey harlow harrogate hartlepool hastings hereford herefordshire"
    " hertfordshire hillingdon hounslow huddersfield hull inverness ipswich islington kensington kent kirklees"
    " knowsley lambeth lancashire lancaster leeds leicester leicestershire lewes lewisham lincoln lincolnshire"
    " liverpool london luton maidstone manchester margate merseyside merthyr merton middlesbrough milton keynes"
    " newcastle newham newport norfolk northampton northumberland northumbria norwich nottingham nottinghamshire"
    " oldham oxford oxfordshire peterborough plymouth portsmouth preston reading redbridge rochdale rotherham"
    " salford salisbury scarborough sheffield shropshire slough solihull somerset southampton southend southwark"
    " staffordshire stevenage stirling stockport stockton stoke suffolk sunderland surrey sussex swansea swindon"
    " tameside teesside telford thames thurrock torbay tottenham tower hamlets trafford truro tyneside wakefield"
    " walsall waltham wandsworth warrington warwick warwickshire watford westminster weymouth wigan wiltshire"
    " winchester wirral wolverhampton worcester worcestershire wrexham york yorkshire england scotland wales"
    " ireland britain uk europe london's france germany spain italy portugal greece poland romania bulgaria"
    " hungary austria switzerland belgium netherlands holland denmark norway sweden finland iceland russia ukraine"
    " turkey syria iraq iran afghanistan pakistan india bangladesh china japan korea vietnam australia canada"
    " america mexico brazil chile argentina nigeria ghana kenya uganda ethiopia eritrea somalia sudan egypt"
    " morocco africa asia israel palestine gaza lebanon jamaica caribbean paris berlin amsterdam brussels dublin"
    " rome madrid barcelona vienna copenhagen oslo stockholm helsinki whitehall holyrood stormont downing midlands"
    " highlands humber mersey cotswolds pennines tollbridge".split()
) - {"tollbridge", "london's"}
# Capitalised words that name neither a person nor a place: peoples, faiths, festivals, makers and well-known bodies.
THINGS = frozenset(
    "english welsh scottish irish british european french german spanish italian polish romanian ukrainian"
    " russian turkish syrian afghan pakistani indian bengali bangladeshi punjabi urdu arabic chinese japanese"
    " vietnamese somali sudanese nigerian ghanaian african american australian caribbean jamaican roma gypsy latin"
    " greek hebrew christian muslim islam jewish hindu sikh buddhist quaker methodist catholic anglican protestant"
    " christmas easter ramadan eid diwali hanukkah pentecost internet covid coronavirus brexit windrush zoom"
    " whatsapp facebook google microsoft teams slack twitter instagram linkedin tiktok youtube netflix amazon"
    " apple excel powerpoint airbnb uber eventbrite mural miro padlet trello slido chatgpt wikipedia labour"
    " conservative conservatives tory tories liberal democrats treasury commons lords parliament brussels"
    " victorian oxfam unicef mencap barnardo's barnardo barnardos sainsbury nesta locality shelter crisis scope"
    " mind samaritans tesco sainsbury's asda marie sainsburys nspcc guardian bbc ofsted bame lgbt lgbtq gdpr mps"
    " mp gps nhs dwp hmrc ofcom unison grenfell hillsborough chatham beveridge bitcoin python olympics paralympics"
    " google's bible koran quran torah commonplace".split()
) - {"google's", "marie"}
# Words of this field that a general dictionary lacks.
FIELD = frozenset(
    "participant participants foodbank foodbanks webinar webinars lockdown lockdowns wellbeing convenor convenors"
    " borough boroughs pandemic silos breakout breakouts commissioning commissioner commissioners safeguarding"
    " stakeholder stakeholders funder funders neighbourhood neighbourhoods organisation organisations programme"
    " programmes outreach grassroots workstream workstreams coproduction co-production codesign co-design"
    " volunteering fundraising upskilling signposting mutuals mutualism localism placemaking subsidiarity"
    " austerity universalism personalisation cofounder hubs trusteeship crowdfunding microgrants refugee refugees"
    " homelessness carers childcare eldercare healthcare healthwatch pathfinders changemakers storytelling"
    " storytellers bureaucracy bureaucracies gatekeepers ebbs lifespan peer-led user-led reimagining rethinking"
    " recap offline online feedback agenda agendas minutes action actions aob hello hi dear thanks thank regards"
    " slides handout handouts flipchart podcast podcasts blog blogs email emails website websites newsletter"
    " newsletters app apps data wi-fi wifi tech".split()
)
# Words that never belong to a name, and so end one.
FUNCTION = (
    STOPWORDS
    | frozenset(
        "i us ok okay yes no oh however meanwhile moreover furthermore therefore thus hence nonetheless"
        " nevertheless although though because unless since ever still even else instead indeed perhaps maybe"
        " often sometimes always never usually yesterday today tomorrow tonight later earlier afterwards recently"
        " finally lastly firstly secondly thirdly soon now next last first second third eventually originally"
        " initially ultimately clearly sadly happily conversely similarly equally consequently accordingly"
        " likewise additionally specifically importantly interestingly unfortunately previously besides across"
        " along among amongst around despite inside outside near onto per plus throughout toward towards upon"
        " within without like unlike via versus vs two three four five six seven eight nine ten hundred both few"
        " several are is was were been being be am has have had does did let's that's it's there's here's what's"
        " who's don't can't won't according asked ask asking thanks thank welcome meet dear hello hi hey with by"
        " re cc nor yet anyone everyone nobody someone somebody everybody anybody nothing everything something"
        " anything".split()
    )
) - {"will", "may", "don", "per"}
ACRONYM_LABELS = frozenset("NB PS RE FYI AOB TBC TBA Q A QA FAQ FAQS NOTE OK TODO VS ETC PDF URL CC".split())
# Short words in capitals that are no one's initials.
ACRONYMS = frozenset(
    "UK EU US UN USA AI IT PR HR TV GP PM MP CE UKRI NHS BBC CEO COO CFO CIC CVS LGA CAB DWP NGO VCS VCSE BAME"
    " LGBT GCSE SEND ICB ICS PCN CCG HMRC MOD NAO ONS RNIB RSA UCL LSE SME PPE VAT HGV ESOL STEM PTSD ADHD AGM EDI"
    " ESG KPI ROI SLA TOR USB WHO AND THE FOR NOT ALL BUT NEW ARE WAS HIV AIDS CSR HLS DNA CV PhD BA MA BSc MSc"
    " MBE OBE CBE".split()
)


def is_organisations(word: str) -> bool:
    """Whether a lower-case word is one that organisations, events and sections are called by."""
    return word in HEADS or (word in ORGANISATION and word not in FIRST_NAMES)
