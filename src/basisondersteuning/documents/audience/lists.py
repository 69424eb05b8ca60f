"""Words by which a name is known to be more, or less, than a name. Lists of this tool; they are never complete."""

from __future__ import annotations

_PREFIXES = """
van de der den dem het t s ten ter te in op aan bij uit over onder voor la le les du des da di do dos del
della von zu zum zur el al ould ben bin ibn abu y e en
"""
PREFIXES = frozenset(_PREFIXES.split())
"""Words within a surname that are no name by themselves."""

_TITLES = """
de heer dhr mevrouw mevr mw meneer mijnheer juf juffrouw meester dr drs ir ing mr prof bc ba ma msc bsc
stichting samenwerkingsverband swv wijkteam sociaal school basisschool schoolbestuur bestuur team praktijk
gemeente ggd ggz dienst ambulante centrum jeugd gezin het
"""
TITLES = frozenset(_TITLES.split())
"""Words in the name of a person or an organisation that are never searched by themselves."""

_ORDINARY = """
elke anders ben bent door fee toon mark job kim lieve minne vlinder wil roos storm bloem ster sterre zon lente
winter zomer mei april juni juli mees merel linde iris jasmijn fleur lelie viool valk arend raaf beer wolf vos
haan leeuw tijger lam hoop vrede veer lot lies bas jet pit sterk mus klaver rein puck lief max bo jo ot ib po
so vo per dot wit groot klein jong oud boer bakker visser smid koning keizer prins graaf berg dijk dam brouwer
kok kuiper timmerman schipper slager bos veld heide vries bruin zwart blauw groen rood lang kort dik vliet
akker boom tak blad steen zand water vaart brug poort hoek kamp post wal kerk school toren molen hout snijder
schilder koopman ruiter jager wever kooi haas hond duif zwaan kraai mol spin worm bol bal stok hand hart hoofd
neus oog oor rond recht krom zoet zuur warm koud licht donker vroeg laat goed best snel stil mooi maas rijn
waal zee meer strand eik els beuk wilg den peer appel kers boon kool peper zout suiker dag week maand jaar
maandag zondag noord oost zuid west vlag schouw burger ridder knecht meester horst laan pas pad weg straat
huis hof tuin wijk plein poel kolk sloot beek grift buiten binnen vader moeder ouder oma opa tante oom broer
zus pleegmoeder pleegvader stiefmoeder stiefvader voogd verzorger mama papa leerling kind leerkracht leraar
juf groep klas directeur dir ortho orthopedagoog begeleider intern gedrag rekenen lezen taal spelling leer
leren expert specialist deskundige logopedist fysio arts smw zorg coach assistent onderwijs bestuur consulent
duo invaller stagiair gym kring
"""
ORDINARY = frozenset(_ORDINARY.split())
"""Ordinary Dutch words that are also names, or that people are called by in a record: searched only with a capital."""

_ABBREVIATIONS = """
ib ot po so vo nb ok tv pc cd hb rt rk pa mt mr mb gz iq km cm kg jgz tlv opp bso avi dmt iep ass tos hgw gmr kdv adhd gw gl lk ll
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""Abbreviations in schools that are never taken for the initials of someone."""

_CALLED = """
juf juffrouw meester meneer mijnheer mevrouw mevr mw dhr heer vader moeder mama papa opa oma tante oom familie fam broer zus
"""
CALLED = frozenset(_CALLED.split())
"""Words before a name: after these an ordinary word in small letters is taken for a name too."""

_FAMILY = "vader moeder mama papa opa oma tante oom broer zus familie fam"
FAMILY = frozenset(_FAMILY.split())
"""Of these words those that `van` and another name can follow: `vader van Daan`."""

_FUNCTION = (
    """
wil ben bent door elke anders per goed best snel laat vroeg stil warm koud hoop zie leer leren lezen rekenen zorg en in op van
"""
    + _ABBREVIATIONS
)
FUNCTION = frozenset(_FUNCTION.split())
"""Ordinary words that may well come after `juf` or `vader` without being a name: `vader wil`."""
