import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.ui import motif, wall

counts = st.lists(
    st.tuples(st.sampled_from(["full", "hollow", "dot", "none"]), st.integers(0, 150)), min_size=1, max_size=4
).filter(lambda kinds: sum(n for _, n in kinds) > 0)


def blocks(drawing):
    return {layer.kind: layer.path.count("M") for layer in drawing.layers}


@given(counts)
def test_one_block_is_one_household(kinds):
    drawing = wall.build(kinds)

    assert sum(layer.path.count("M") for layer in drawing.layers) == sum(n for _, n in kinds)
    assert [layer.count for layer in drawing.layers] == [n for _, n in kinds if n]


@given(counts)
def test_no_two_households_share_a_place(kinds):
    drawing = wall.build([("full", n) for _, n in kinds])
    places = re.findall(r"M(\d+) (\d+)", "".join(layer.path for layer in drawing.layers))

    assert len(set(places)) == len(places)
    assert all(int(x) < drawing.width and int(y) < drawing.height for x, y in places)


def test_columns_fill_from_the_left():
    drawing = wall.build([("full", 7), ("none", 5)], wide=False)

    assert drawing.layers[0].path.startswith("M0 0h9v9h-9zM0 12")
    assert "M12 0" in drawing.layers[0].path


def test_line_runs_right_behind_the_household_that_completes_the_number():
    drawing = wall.build([("full", 287), ("hollow", 19), ("dot", 6), ("none", 108)], needed=211)

    assert drawing.mark == "M262.5 -8V10.5H250.5V121"
    assert drawing.mark_at == "52.40%"
    assert not drawing.flag_left


def test_flag_flips_left_past_sixty_percent():
    assert wall.build([("full", 300)], needed=200).flag_left
    assert not wall.build([("full", 300)], needed=151).flag_left
    assert wall.bar([("full", 900)], needed=600).flag_left


def test_bar_shares_its_width():
    drawing = wall.bar([("full", 450), ("dot", 0), ("none", 450)], needed=451)

    assert [(layer.kind, layer.path) for layer in drawing.layers] == [
        ("full", "M0 0H500V36H0z"),
        ("none", "M500 0H1000V36H500z"),
    ]
    assert drawing.mark == "M501.1 -8V40"


@pytest.mark.parametrize("draw", [wall.build, wall.bar])
@pytest.mark.parametrize("kinds", [[], [("full", 0)], [("full", -1), ("none", 5)]])
def test_impossible_counts_are_refused(draw, kinds):
    with pytest.raises(ValueError, match="households"):
        draw(kinds)


@pytest.mark.parametrize("count", [0, 1, 5, 12, 30])
def test_one_lit_tile_per_khu_pho(count):
    assert len(motif.lit_tiles(count)) == count
    assert len(motif.lit_strip(count, 13)) == min(count, 13)


def test_no_more_lit_tiles_than_places():
    assert len(motif.lit_tiles(60)) == 30


def test_five_lit_tiles_do_not_touch():
    places = list(motif.lit_tiles(5))

    assert all(abs(a - c) + abs(b - d) > 1 for a, b in places for c, d in places if (a, b) != (c, d))
