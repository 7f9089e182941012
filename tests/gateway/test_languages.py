"""`Accept-Language` in the normalised form, which is forwarded to the LMS and used in keys of the public cache."""

import pytest

from gateway.protocol.languages import languages_of
from tests.support.gateway import Gateway


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ""),
        ("es", "es"),
        ("en-US,en;q=0.9", "en-us,en;q=0.9"),
        ("en-us, en ; q=0.1", "en-us,en;q=0.9"),
        ("de;q=0.5, fr, es-419;q=0.7", "fr,es-419;q=0.9,de;q=0.8"),
        ("fr,de", "fr,de;q=0.9"),
        ("en;q=0.4", "en"),
        ("en, EN;q=0.3, en", "en"),
        ("en, fr;q=0", "en"),
        ("en, *;q=0.1", "en"),
        ("de;q=0.1, *;q=0.5, fr", "fr"),
        ("*", ""),
        ("en;q=2, fr;q=x, ;;, \u00e9, en_US, waytoolongsubtag, pt-br", "pt-br"),
        ("a,b,c,d,e,f,g,h,i,j", "a,b;q=0.9,c;q=0.8,d;q=0.7,e;q=0.6,f;q=0.5,g;q=0.4,h;q=0.3"),
    ],
)
def test_the_order_is_all_that_is_kept(header: str, expected: str) -> None:
    assert languages_of(header) == expected
    assert languages_of(expected) == expected


@pytest.mark.parametrize("part", ["a", "a" * 8, "en-" + "a" * 8, "x" + "-abcdefgh" * 900, ",", ";q=", "en;q=0.5,"])
def test_no_header_is_long_or_slow(part: str) -> None:
    for separator in ("", ",", "-", " "):
        assert len(languages_of(separator.join([part] * (8192 // len(part))))) <= 100


def test_a_tag_that_the_bound_cuts_is_left_out() -> None:
    header = "en," + "fr;q=0.5," * 54 + "es-419"
    assert len(header) > 490
    assert languages_of("de," + header + "-abcdefgh" * 10) == "de,en;q=0.9,fr;q=0.8"


def test_the_lms_gets_the_order_alone(gateway: Gateway) -> None:
    query = "{ viewer { isAuthenticated } catalog(first: 1) { totalCount } }"
    answer = gateway.ask(query, headers={"Accept-Language": "pt-BR, pt;q=0.7, zz" + "a" * 3000})
    assert [call.headers["accept-language"] for call in answer.calls][:1] == ["pt-br,pt;q=0.9"]
