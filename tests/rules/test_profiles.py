"""Every rule of a 办法 stands at an article of every profile that ships, or the profile is said not to adopt it."""

from __future__ import annotations

import pytest

from tests.profiles import shipped_profile, shipped_profiles
from tests.rules.every_case import NOT_ADOPTED
from yuetan.rules import RULES

NAMES = [profile.name for profile in shipped_profiles()]
CODES = tuple(dict.fromkeys(rule.code for rule in RULES if not rule.code.startswith("S")))
"""S rules ask whether a record can be trusted: no article is at stake."""


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_stands_at_an_article_or_is_named_as_not_adopted(name: str) -> None:
    profile, left_out = shipped_profile(name), NOT_ADOPTED.get(name, {})
    nowhere = [code for code in CODES if profile.provision(code) is None and code not in left_out]
    assert nowhere == [], (
        f"put them at an article in schemas/regulations/{name}.yaml, or in NOT_ADOPTED of the article's test file"
    )
    assert [code for code in left_out if code not in CODES or profile.provision(code) is not None] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_article_names_a_rule_that_is_none(name: str) -> None:
    assert [code for article in shipped_profile(name).articles for code in article.rules if code not in CODES] == []


def test_only_profiles_that_ship_are_said_not_to_adopt_a_rule() -> None:
    assert set(NOT_ADOPTED) <= set(NAMES)
