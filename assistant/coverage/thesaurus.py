"""Words that people put in each other's place on an agenda, as the field uses them: "business" for "the private sector".

Each line holds words, or several joined, that mark one subject. They are set by hand, and are English only.
"""

from __future__ import annotations

from functools import lru_cache

from assistant.coverage.roots import roots

GROUPS = """
money, funding, funds, finance, budget, grants, income, fundraising, cash, pay, paid, donation
cost, price, spend, spent, expense, expensive, afford, fee
wage, salary, pay, paid, earnings
contract, tender, procurement, commissioning, bid, bidding
business, companies, a company, firms, private sector, commercial, corporate, industry, employers, private company,
    local company, traders, enterprise
charity, voluntary sector, third sector, social sector, community sector, voluntary group, voluntary organisation,
    voluntary agency, voluntary services, not for profit, nonprofit, civil society, vcse, vcs
council, councillors, local authority, local government, public sector, statutory sector, statutory agency,
    statutory services, statutory side, town hall, public bodies, public services, civic centre
children, kids, young people, youth, teenagers, child, youngsters, young person, adolescents
older people, older person, older residents, older adults, elderly, old age, old people, pensioners, ageing, seniors,
    adult social care, adult care
social care, care services, looking after, care home, home care, carers, care worker
school, education, teachers, pupils, classroom, head teacher, academy
university, academic, higher education
health, nhs, hospital, gp, medical, doctor, clinic, nurse, patients, primary care, surgery
vaccine, immunisation, jab, inoculation
mental health, anxiety, depression, wellbeing, well being, mental illness
covid, pandemic, coronavirus, lockdown, virus
crisis, emergency, disaster
collaboration, partnership, partner, work together, working jointly, joint work, jointly, cooperation, co operation,
    join forces, joined up, pull together, alliance, team up
leader, leadership, lead, leading, in charge
chief executive, boss, director, head of, manager
relationship, relational, friend, friendship, bonds, ties, get on with, get on, get along, rapport
connect, connection, link, network
listen, hear, heard, voice, have a say
engagement, involve, participation, consult, consultation, take part
residents, local people, neighbours, citizens, inhabitants, the public
excluded, unheard, marginalised, left out, not heard, hard to reach, seldom heard
leave, left, depart, departure, move on, moves on, moving on, step down, resign, retire, turnover, succession
key people, key individuals, important people, key person
die, died, death, bereavement, grief
power, powerful, powerless
unequal, imbalance, inequality, unfair, disparity
digital, online, internet, technology, virtual, whatsapp, zoom
evaluate, evaluation, measure, measurement, metrics, monitoring, assess
impact, effect, outcome
start, begin, began, launch, founded, origin, set up, establish, created
grow, growth, expand, scale up, spread, roll out, rolled out
foodbank, food bank
food, meals, hunger, foodbank, food bank
housing, homes, tenants, landlord, social landlord, homeless, rent, housing association, social housing, estate
bame, ethnic, ethnicity, race, racial, racism, black
women, woman, gender, girls, female
disability, disabled
poverty, poor, hardship, deprivation, deprived, cost of living
police, policing, crime, offending
vulnerable, exploited, exploitation, abuse, safeguarding
climate, net zero, carbon, global warming
government, minister, whitehall, westminster, parliament, prime minister, mp, politician, national politics
influence, lobby, campaign, persuade, advocacy, shape
compete, competition, competitive, rivalry, rivals, outbid, bid for, bid against, chase, go after, same money, same pot,
    same funding
isolation, isolated, lonely, loneliness
staff, personnel, workforce, employees, colleagues
volunteer, helper, unpaid help
training, course, skills
conflict, disagreement, argument, dispute, tension
challenge, difficulty, obstacle, barrier, problem, hurdle
risk, danger, threat, worry, fear, concern
bureaucracy, red tape, paperwork, form filling, ticking of boxes, box ticking
purpose, vision, aim, goal, mission
strategy, plan
small, smaller, grassroots, tiny, little
big, large, larger, bigger
genuine, real, true, proper
tokenistic, tokenism, lip service, sham
fast, quick, rapid, speed
honest, honesty, open, openness, transparent, candid
respect, recognition, valued, appreciation, esteem
faith, church, mosque, religion, religious, parish, synagogue, temple
arts, culture, music, theatre
transport, bus, buses, travel, trains, railway
refugees, asylum, migrants, immigration
sustain, keep going, lasting, endure, survive, carry on, continue, maintain, keep up, outlive
momentum, impetus, lose steam, run out of steam
beneficiaries, people served, people serve, those we serve, people we serve, service users, clients, end users
choose, chosen, select, pick, recruit, appoint
face to face, in person, in the flesh
silos, silo
share, pass on
data, information
paper, report, publication
story, narrative
experiment, pilot, trial, try out, trying out
chat, conversation, dialogue, talk
values, principles
accountable, accountability, answerable
steward, stewardship
area, borough, town, city, neighbourhood, locality
meeting, session, event, gathering
small group, working group, cell, circle
tired, burnout, exhaustion, workload
shop, high street, market, retail
park, green space, garden, allotment, open space
job, employment, jobless, unemployment, unemployed
debt, arrears, owing, bills
library, books, reading
sport, exercise, football, gym, fitness
drugs, alcohol, addiction, substance misuse
road, street, traffic, parking, pavement
cycling, bicycle, bike
rubbish, waste, litter, recycling, refuse, fly tipping
energy, heating, fuel, electricity, insulation
law, legal, rules, regulation
building, premises, hall, venue, hub, community centre
land, property, asset
award, prize
advice, guidance
carer, caring
family, families, parents, mother, father
nursery, childcare, early years
domestic abuse, domestic violence
racism, discrimination, prejudice
decide, decision, decision making
mistake, failure, went wrong, go wrong, fail
success, achievement, worked well, went well, succeed
idea, suggestion, proposal
rural, village, countryside
newspaper, press, media, radio, journalist
"""
# What stands for a word in these documents, and is not asked for by it: "the crisis" of a note is mostly that of Covid, while
# a topic's "housing crisis" is not.
ONE_WAY = dict.fromkeys(("covid", "pandemic", "coronavirus", "lockdown"), ("crisis", "emergency"))


@lru_cache(maxsize=1)
def groups() -> tuple[frozenset[tuple[str, ...]], ...]:
    """The groups, each word or phrase as the roots of its words."""
    found = []
    for line in GROUPS.replace(",\n    ", ", ").strip().splitlines():
        found.append(frozenset(roots(said) for said in line.split(",") if said.strip()))
    return tuple(found)


@lru_cache(maxsize=1)
def by_form() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """Every form, with all those that stand in a group with it."""
    found: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for group in groups():
        for form in group:
            found[form] = found.get(form, frozenset()) | group
    for said, others in ONE_WAY.items():
        found[roots(said)] = found.get(roots(said), frozenset()) | {roots(other) for other in others}
    return found
