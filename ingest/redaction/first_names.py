"""First names that a list of English words holds too, so that the list alone does not show that they are names.

Other first names need no list: no dictionary has them.
"""

from __future__ import annotations

# First names that are words too: a capital at the start of a sentence does not tell them apart.
WORD_NAMES = frozenset(
    "amber angel april art august autumn bill blessing charity chase chip chuck clark clement comfort"
    " constance crystal dawn destiny drew earl ernest eve faith favour felicity flora ford frank fortune gay gift"
    " ginger grace grant guy happiness herb honor honour hope hunter innocent jade jewel joy june king lane love"
    " lucky mark may melody mercy merry miles misty nell norm olive page paige pansy patience peace pearl pierce"
    " piers poppy praise precious prince promise prosper prudence randy reed rich rod rose ruby sage savannah"
    " sherry skip stew summer sunday tawny unity verity victor victory vin will willow wisdom woody".split()
)
# First names so common that a list of words, all in lower case, holds them as well; few of them are words.
NAMES = frozenset(
    "adam adrian agnes ahmed aisha alan albert alex alexander alfred ali alice alison amanda amina amy anders"
    " andrea andrew andy angela angus ann anna anne annie anthony antonia arthur bailey barbara barry basil beau becky"
    " ben benjamin bernard beth betty beverly billy blake bob bobby bonnie brad brandon brenda brent brian bruce"
    " caleb cameron carl carla carlos carly carmen carol caroline carolyn carrie casper catherine cathy charles"
    " charlie charlotte cheryl chloe chris christian christina christine christopher cindy claire clara clarence"
    " claudia clay cliff clive cody colin connie connor conor craig curt curtis cynthia daisy dale dan daniel"
    " danny darren dave david dean debbie deborah del denise dennis derek diana diane dick dominic don donald"
    " donna doris dorothy doug douglas duncan dylan ed eddie edgar edith edward eileen elaine eleanor elena elise"
    " elizabeth ella ellen eloise elsie emily emma eric erica esther ethan eugene eva evan evelyn fanny fatima"
    " felix fergus fiona florence frances francesca francis frankie fred freddie gail gary gene geoff geoffrey"
    " george gerald gerard gillian gladys glenn gloria gordon graham greg gregory gwen hannah hans harold harriet"
    " harry harvey hassan hazel heather heidi helen helena henry herbert hilary hillary holly howard hugh hugo ian"
    " ibrahim imogen irene iris isaac isabel isabella isla ivy jack jackie jacob jacqueline jacques jake james"
    " jamie jan jane janet janice jared jasmine jason jay jean jeff jeffrey jennifer jenny jeremy jerry jess jesse"
    " jessica jet jill jim jimmy jo joan joanna joanne jodie joe joel joey john johnny jon jonathan jordan jorge"
    " joseph josh joshua joyce juan judith judy jules julia julian julie juliet justin karen karl kate katherine"
    " kathleen kathryn kathy katie katy kay keith kelly ken kenneth kerry kevin kim kirsty kit kyle lance larry"
    " laura laurel lauren laurence lawrence leah lee leo leon leonard les leslie lewis liam libby lillian lily"
    " linda lisa liz lizzie lola lorraine louis louisa louise luca lucas lucy luke lydia lynn mac maddie madeleine"
    " maggie malcolm marcus margaret maria marian marie marilyn mario marion marjorie martha martin marvin mary"
    " mason mats matt matthew maureen maurice max meg megan mel melanie melissa mia michael michelle mick mike"
    " millie mohammed molly monica morgan moses muhammad nancy naomi natalie natasha nathan neil nellie neville"
    " niamh nicholas nick nicola nicole nigel nina noah noel nora norman ola oliver olivia oscar owen pablo pam"
    " pamela pat patricia patrick paul paula pauline peggy penny pete peter phil philip phillip phoebe polly priya"
    " rachel ralph ray raymond rebecca reuben rhiannon rhys richard rick ricky rita rob robert robin robyn rodney"
    " roger roman ron ronald rory rosa rosemary rosie ross roy rupert russell ruth ryan sally sam samantha samuel"
    " sandra sandy sara sarah scott sean sebastian serena shane sharon sheila shirley sid sidney simon simone"
    " sonia sonny sophia sophie spencer stacey stan stanley stella stephanie stephen steve steven stuart sue susan"
    " susanna suzanne sylvia tanya tara ted terence teresa terry tess theo theodore theresa thomas tim timothy"
    " tina toby todd tom tommy tony tracey tracy trevor tyler una ursula valerie vanessa vera veronica vicky"
    " victoria vince vincent violet virginia vivian vivienne walker wally walter warren wayne wendy wesley wilfred"
    " william winston yusuf yvonne zach zachary zoe".split()
)
FIRST_NAMES = NAMES | WORD_NAMES
