"""The meetings that are played: invented schools and teams, goals like those of real ones."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """What is typed, in the order of the meeting. A turn is an idea, "" for a pass, or "=3"."""

    day: dt.date
    school: str
    team: str
    chair: str
    theme: str
    school_goal: str
    people: tuple[str, ...]
    question: str
    measure: str
    turns: tuple[str, ...]
    parked: str
    ballots: tuple[str, ...]
    run_off: tuple[str, ...]
    chosen: str
    why: str
    lesson: str
    steps: tuple[tuple[str, str, str], ...]
    evaluation: tuple[str, str, str, str, str]
    next_meeting: str
    scores: str


TECHNICAL_READING = Story(
    day=dt.date(2026, 9, 15),
    school="De Wilgen",
    team="Groep 3 en 4",
    chair="Marieke",
    theme="Technisch lezen",
    school_goal="Meer leesplezier, minder uitvallers",
    people=("Marieke", "Joost", "Fatima", "Anouk"),
    question="Hoe zorgen we dat minder kinderen in groep 3 en 4 uitvallen op technisch lezen?",
    measure="minder D- en E-scores bij de volgende toets",
    turns=(
        "Elke dag twintig minuten hardop lezen in duo's",
        "Tutorlezen met kinderen uit groep 7",
        "Nieuwe woorden eerst voorlezen, dan samen, dan alleen",
        "Herhaald lezen van dezelfde korte tekst",
        "Leesboeken op niveau in elke klas",
        "=2",
        "Flitsrijtjes aan het begin van de les",
        "Ouders uitnodigen voor een leeskwartier",
        "Kinderen hun eigen leestempo laten bijhouden",
        "Een leesclub na de lunch",
        "Toneellezen in kleine groepjes",
        "",
        "Instructietafel: vier keer per week tien minuten extra",
    ),
    parked="Het rooster zit al zo vol",
    ballots=("1 4 11", "1 1 4", "1 11 4", "4 1 2"),
    run_off=(),
    chosen="1",
    why="Iedereen leest elke dag, en het kan morgen beginnen",
    lesson="Elke ochtend om half negen lezen de kinderen twintig minuten in duo's.\n"
    "De sterke lezer leest eerst een stukje voor, daarna lezen ze samen, daarna de ander.\n"
    "De leerkracht luistert elke dag bij twee duo's mee en noteert wat opvalt.",
    steps=(
        ("Duo's maken op leesniveau", "Marieke en Joost", "18-9"),
        ("Boekjes op niveau klaarzetten in beide groepen", "Fatima", "18-9"),
        ("Leeskaart maken waarop duo's hun tempo bijhouden", "Anouk en Fatima", "22-9"),
    ),
    evaluation=(
        "Leerlingen met een D- of E-score op technisch lezen",
        "20 %",
        "15 %",
        "Leestoets begin en eind van de periode",
        "Joost",
    ),
    next_meeting="13-10",
    scores="4 4 5 4",
)

PREPARING_A_TALK = Story(
    day=dt.date(2026, 10, 6),
    school="De Wilgen",
    team="Bovenbouw",
    chair="Bilal",
    theme="Spreekbeurten",
    school_goal="",
    people=("Bilal", "Sanne", "Jeroen", "Zoë", "Hatice"),
    question="Hoe leren we groep 8 om voor een spreekbeurt feiten uit meer bronnen te combineren?",
    measure="het aantal bronnen dat we terughoren",
    turns=(
        "Een bronnenkaart: wat zegt bron A, wat zegt bron B?",
        "Samen één onderwerp voordoen op het bord",
        "Verplicht een boek, een website en een mens als bron",
        "Kinderen elkaar laten interviewen over hun onderwerp",
        "Een les over wat een betrouwbare bron is",
        "Mindmap voordat er een zin geschreven wordt",
        "=1",
        "Eerst een proefspreekbeurt van twee minuten in een groepje",
        "Steekwoorden in plaats van hele zinnen op het spiekbriefje",
        "Een bibliotheekmedewerker in de klas",
        "=5",
        "Punten geven voor vragen die je nog hebt",
    ),
    parked="Wie beoordeelt de spreekbeurten eigenlijk?",
    ballots=("1 5 2", "1 7 2", "1 5 7", "5 1 5", "2 7 9"),
    run_off=("1", "5", "1", "1", "5"),
    chosen="1",
    why="Het maakt zichtbaar wat ze combineren, en wij zien het ook",
    lesson="Les 1: we doen de bronnenkaart voor met een onderwerp van de leerkracht.\n"
    "Les 2: in drietallen vullen ze een kaart met twee bronnen over hetzelfde onderwerp.\n"
    "Les 3: ieder maakt een kaart voor de eigen spreekbeurt en bespreekt hem met een maatje.",
    steps=(
        ("Bronnenkaart ontwerpen en kopiëren", "Sanne en Zoë", "9-10"),
        ("Voorbeeldles uitproberen in groep 7", "Jeroen", "16-10"),
        ("Elkaars les bekijken", "Bilal en Hatice", "na de herfstvakantie"),
    ),
    evaluation=(
        "Spreekbeurten met feiten uit minstens twee bronnen",
        "6 van 24",
        "18 van 24",
        "Turven tijdens de spreekbeurten",
        "Hatice en Sanne",
    ),
    next_meeting="10-11",
    scores="5 4 4 5 3",
)

READING_COMPREHENSION = Story(
    day=dt.date(2026, 11, 10),
    school="De Wilgen",
    team="Middenbouw",
    chair="Fatima",
    theme="Begrijpend lezen",
    school_goal="Betrokken kinderen in elke les",
    people=("Fatima", "Joost", "Merel", "Anouk", "Youssef", "Lotte"),
    question="Hoe helpen we meer kinderen in groep 6 om een tekst écht te begrijpen?",
    measure="dat een ander het aan de kinderen kan zien",
    turns=(
        "Hardop denkend voordoen bij elke tekst",
        "Twee weken één thema, met rijkere teksten",
        "Woordenschat vooraf",
        "In duo's lezen met hulpvragen",
        "Minder vragen achteraf, meer praten tijdens het lezen",
        "Kinderen zelf vragen laten bedenken",
        "=4",
        "Samenvatten in één tekening",
        "Voorlezen als start van elke leesles",
        "",
        "Teksten kiezen die bij de wereldles passen",
        "Een leesgesprek in de kring, elke vrijdag",
        "Moeilijke zinnen samen uit elkaar halen",
    ),
    parked="De methode past niet meer",
    ballots=("1 4 2", "1 4 4", "4 2 1", "2 1 5", "4 1 9", "2 4 1"),
    run_off=("1", "4", "4", "1", "4", "1"),
    chosen="1 4",
    why="Ze passen bij elkaar: wij doen het voor, zij doen het samen na",
    lesson="Elke week kiezen we één tekst. Op maandag denkt de leerkracht hardop bij het begin.\n"
    "Op dinsdag en donderdag lezen duo's verder met drie hulpvragen:\n"
    "wat weet je al, wat snap je niet, wat denk je dat er komt?",
    steps=(
        ("Drie teksten kiezen bij het thema water", "Merel + Youssef", "13-11"),
        ("Kaartjes met hulpvragen maken", "Anouk en Lotte", "13-11"),
        ("Bij elkaar in de les kijken", "Fatima en Joost", "24-11"),
        ("Filmpje van één leesles bespreken", "Lotte", "1-12"),
    ),
    evaluation=(
        "Kinderen die zichtbaar betrokken zijn in de leesles",
        "11 van 26",
        "20 van 26",
        "Observatie van twee lessen met de kijklijst",
        "Joost en Merel",
    ),
    next_meeting="8-12",
    scores="5 4 5 4 4 5",
)

STORIES = (TECHNICAL_READING, PREPARING_A_TALK, READING_COMPREHENSION)
