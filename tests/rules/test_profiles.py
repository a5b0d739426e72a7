"""Every rule of a 办法 stands at an article of every profile that ships, or the profile is said not to adopt it."""

from __future__ import annotations

import pytest

from tests.profiles import shipped_profile, shipped_profiles
from yuetan.rules import RULES

NAMES = [profile.name for profile in shipped_profiles()]
CODES = tuple(dict.fromkeys(rule.code for rule in RULES if not rule.code.startswith("S")))
"""S rules ask whether a record can be trusted: no article is at stake."""
NOT_ADOPTED: dict[str, dict[str, str]] = {
    "lianyungang-2015": {},
    "yunxi-2024": {},
}
"""By profile, the codes for which its 办法 has no article, each with the reason: `"W5": "县里没有两种读法"`."""


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_stands_at_an_article_or_is_named_as_not_adopted(name: str) -> None:
    profile, left_out = shipped_profile(name), NOT_ADOPTED[name]
    nowhere = [code for code in CODES if profile.provision(code) is None and code not in left_out]
    assert nowhere == [], f"put them at an article in schemas/regulations/{name}.yaml, or name them in NOT_ADOPTED"
    assert [code for code in left_out if code not in CODES or profile.provision(code) is not None] == []
    assert [code for code, reason in left_out.items() if not reason.strip()] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_article_names_a_rule_that_is_none(name: str) -> None:
    assert [code for article in shipped_profile(name).articles for code in article.rules if code not in CODES] == []
