"""Front-end files: light only, named after their content, complete."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from court_app import assets
from court_app.assets import AssetsMissing, asset_path, build, flatten


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A checkout with one packaged style sheet, one packaged script, and a source folder of our own."""
    style, script = tmp_path / "tabler.min.css", tmp_path / "htmx.min.js"
    style.write_text("a{color:light-dark(#111,#eee)}\n/*# sourceMappingURL=tabler.min.css.map */\n")
    script.write_text("var a=1;\n//# sourceMappingURL=htmx.min.js.map")
    (tmp_path / "src").mkdir()
    monkeypatch.setattr(assets, "PACKAGED", (style, script))
    monkeypatch.setattr(assets, "SOURCE", tmp_path / "src")
    monkeypatch.setattr(assets, "VENDOR", tmp_path / "vendor")
    assets.manifest.cache_clear()
    yield tmp_path
    assets.manifest.cache_clear()


@pytest.mark.parametrize(
    ("written", "served"),
    [
        ("a{color:light-dark(#111,#eee)}", "a{color:#111}"),
        ("a{color:light-dark( #111 , #eee )}", "a{color:#111}"),
        ("--x:light-dark(rgb(1,2,3),oklch(92% 0 0deg))", "--x:rgb(1,2,3)"),
        (
            "--x:light-dark(color-mix(in oklab,var(--a) 40%,var(--b)),#000)!important",
            "--x:color-mix(in oklab,var(--a) 40%,var(--b))!important",
        ),
        ("mix(light-dark(var(--a),var(--b)) 32%,red)", "mix(var(--a) 32%,red)"),
        ("light-dark(light-dark(#1,#2),#3)", "#1"),
        ("light-dark(#1,light-dark(#2,#3))", "#1"),
        ("light-dark(#1,#2) light-dark(#3,#4)", "#1 #3"),
        ("--light-darken:oklch(from var(--a) l c h)", "--light-darken:oklch(from var(--a) l c h)"),
        ("a{color:red}", "a{color:red}"),
    ],
)
def test_of_two_colours_the_light_one_is_kept(written: str, served: str) -> None:
    assert flatten(written) == served


@pytest.mark.parametrize("written", ["light-dark(#111)", "light-dark(#111,#222", "light-dark("])
def test_a_pair_of_colours_that_cannot_be_read_stops_the_build(written: str) -> None:
    with pytest.raises(ValueError, match="light-dark"):
        flatten(written)


def test_a_served_style_sheet_knows_only_the_light_colours_and_no_source_map(bench: Path) -> None:
    built = build()

    assert (bench / "vendor" / built["tabler.min.css"]).read_text() == "a{color:#111}\n"


def test_a_served_script_is_the_packaged_one_without_its_source_map(bench: Path) -> None:
    built = build()

    assert (bench / "vendor" / built["htmx.min.js"]).read_text() == "var a=1;"


def test_our_own_style_sheet_and_script_are_served_beside_the_packaged_ones(bench: Path) -> None:
    (bench / "src" / "court.css").write_text("b{}")
    (bench / "src" / "court.js").write_text("let b")
    (bench / "src" / "notes.md").write_text("not served")

    built = build()

    assert set(built) == {"tabler.min.css", "htmx.min.js", "court.css", "court.js"}


def test_every_served_file_stands_there_compressed_with_the_same_content(bench: Path) -> None:
    built = build()

    for hashed in built.values():
        plain = (bench / "vendor" / hashed).read_bytes()
        assert gzip.decompress((bench / "vendor" / f"{hashed}.gz").read_bytes()) == plain


def test_a_changed_file_gets_a_new_name_and_the_others_keep_theirs(bench: Path) -> None:
    (bench / "src" / "court.css").write_text("b{}")
    before = build()

    (bench / "src" / "court.css").write_text("b{color:red}")
    after = build()

    assert after["court.css"] != before["court.css"]
    assert after["htmx.min.js"] == before["htmx.min.js"]


def test_the_same_files_are_built_into_the_same_bytes(bench: Path) -> None:
    build()
    first = {path.name: path.read_bytes() for path in (bench / "vendor").iterdir()}

    build()

    assert {path.name: path.read_bytes() for path in (bench / "vendor").iterdir()} == first


def test_nothing_of_an_older_build_is_left(bench: Path) -> None:
    (bench / "src" / "court.css").write_text("b{}")
    build()
    (bench / "src" / "court.css").unlink()

    built = build()

    served = {name for hashed in built.values() for name in (hashed, f"{hashed}.gz")}
    assert {path.name for path in (bench / "vendor").iterdir()} == {"manifest.json", *served}


def test_the_manifest_names_every_file_as_it_is_served(bench: Path) -> None:
    built = build()

    assert json.loads((bench / "vendor" / "manifest.json").read_text()) == built
    assert asset_path("htmx.min.js") == f"vendor/{built['htmx.min.js']}"


def test_after_a_new_build_the_new_name_is_given_out(bench: Path) -> None:
    (bench / "src" / "court.css").write_text("b{}")
    build()
    old = asset_path("court.css")

    (bench / "src" / "court.css").write_text("b{color:red}")
    build()

    assert asset_path("court.css") != old


def test_who_asks_for_an_unknown_file_is_told_which_there_are(bench: Path) -> None:
    build()

    with pytest.raises(AssetsMissing, match=r"court\.css.*htmx\.min\.js, tabler\.min\.css"):
        asset_path("court.css")


def test_who_asks_before_the_build_is_told_how_to_build(bench: Path) -> None:
    with pytest.raises(AssetsMissing, match="script/bootstrap"):
        asset_path("htmx.min.js")


def test_a_package_that_is_not_installed_stops_the_build_by_name(bench: Path) -> None:
    (bench / "htmx.min.js").unlink()

    with pytest.raises(AssetsMissing, match=r"htmx\.min\.js"):
        build()


def test_the_files_of_this_checkout_are_served_without_the_function_old_browsers_do_not_know() -> None:
    served = assets.VENDOR / assets.manifest()["tabler.min.css"]

    assert "light-dark(" not in served.read_text(encoding="utf-8")
