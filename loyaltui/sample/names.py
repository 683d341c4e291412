"""Invented people for the sample café: names of mixed origins, phones and e-mails that reach nobody."""

from collections.abc import Iterator
from itertools import product
from random import Random
from typing import NamedTuple

from loyaltui.core.text import fold


class Origin(NamedTuple):
    """Given and family names that go together; `share` of a hundred customers."""

    share: int
    given: str
    family: str


ORIGINS = (
    Origin(
        44,
        "Aoife Ciarán Orla Pádraig Gráinne Declan Fionnuala Eoin Maeve Cormac Deirdre Oisín Bríd Tadhg Nuala Donal "
        "Caoimhe Fergus Róisín Brendan Una Malachy Sorcha Colm Mairéad Liam Noreen Darragh Eimear Conall",
        "Byrne Doyle Gallagher Nolan Quinn Keane Foley Brennan Daly Hickey Moran Flynn Burke Power Sheehan Kinsella "
        "Tierney Heffernan Mulcahy Lacey de&Búrca O'Hara O'Dea Conneely McGrath Geraghty Scanlon Whelan",
    ),
    Origin(
        14,
        "Łukasz Agnieszka Małgorzata Paweł Zofia Grzegorz Kinga Mateusz Bożena Szymon Elżbieta Rafał",
        "Nowak Wójcik Zając Wróbel Mazur Sikora Pawlak Szewczyk Dudek Pietrzak Baran Żak",
    ),
    Origin(
        10,
        "Ananya Rohan Lakshmi Arjun Kavya Vikram Meera Sanjay Divya Harish",
        "Nair Iyer Menon Deshpande Kulkarni Reddy Joshi Pillai Bhatt Chandran",
    ),
    Origin(
        8,
        "Chiamaka Tunde Folasade Emeka Ngozi Babajide Yetunde Ifeanyi Adaeze Kelechi",
        "Okafor Adeyemi Eze Balogun Nwosu Olawale Ibekwe Ogunleye Ajayi Uzor",
    ),
    Origin(
        6,
        "Begoña Íñigo Marisol Joaquín Nuria Andrés Rocío Gonzalo",
        "Núñez Ibáñez Peña Quiroga Echeverría Lozano Castaño Gil&Marín",
    ),
    Origin(5, "Mei Jian Xiaoyu Hao Lin Yifan Qing", "Zhao Sun Tang Liang Guo Shen Xu"),
    Origin(5, "Thaís João Luciana Caetano Inês Raquel", "Magalhães Gonçalves Araújo Brandão Assunção Teixeira"),
    Origin(5, "Oksana Taras Halyna Bohdan Iryna Ostap", "Tkachenko Melnyk Kravets Lysenko Hrytsenko Marchuk"),
    Origin(3, "Zoë Björn François Jürgen Søren Márta", "Vögel Lefèvre Sørensen Kovács Åkesson Dvořák"),
)
DOMAINS = ("example.com", "example.org")
DRAMA = "+3532091"  # numbers that Ireland keeps for stories: 020 91x xxxx, never given to anybody


def names(rng: Random, count: int) -> list[str]:
    """Different names, in random order, as mixed as the town is."""
    found: list[str] = []
    for origin in ORIGINS:
        all_of_it = [
            f"{given} {family}".replace("&", " ")
            for given, family in product(origin.given.split(), origin.family.split())
        ]
        wanted = origin.share * count // 100 + 1
        found += rng.sample(all_of_it, min(wanted, len(all_of_it)))
    rng.shuffle(found)
    return found[:count]


def phones(rng: Random, count: int) -> Iterator[str]:
    """Different phone numbers of the range reserved for drama."""
    return (f"{DRAMA}{number:05d}" for number in rng.sample(range(100_000), count))


def email(rng: Random, name: str) -> str:
    """An e-mail address at a domain that is nobody's."""
    local = ".".join("".join(ch for ch in word if ch.isascii() and ch.isalnum()) for word in fold(name).split())
    return f"{local.strip('.') or 'friend'}@{rng.choice(DOMAINS)}"


def card(number: int) -> str:
    """The shop's own card: 29, a running number and the check digit of a bar code (EAN-13)."""
    body = f"29{number:010d}"
    weighed = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return f"{body}{-weighed % 10}"
