"""A sentence in, mentions of claims out. The order of EXTRACTORS is the order in which they take their numbers."""

from .base import Extractor
from .dates import dates
from .decades import decades
from .money import monies
from .percent import percents
from .relative_year import relative_years
from .year import years

EXTRACTORS: tuple[Extractor, ...] = (percents, dates, monies, decades, relative_years, years)
