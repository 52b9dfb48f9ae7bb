import pytest

from danchu.law.basis import SOURCES, Article, Convention, WardSetting, cite_en, cite_vi


@pytest.mark.parametrize(
    ("article", "screen", "paper", "english"),
    [
        (
            Article("L10", 21, 1),
            "khoản 1 Điều 21 Luật Thực hiện dân chủ ở cơ sở",
            "khoản 1 Điều 21 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15",
            "Article 21, clause 1, Law 10/2022/QH15",
        ),
        (
            Article("D59", 5, 4, "b"),
            "điểm b khoản 4 Điều 5 Nghị định 59/2023/NĐ-CP",
            "điểm b khoản 4 Điều 5 Nghị định số 59/2023/NĐ-CP",
            "Article 5, clause 4, point b, Decree 59/2023/NĐ-CP",
        ),
        (
            Article("BLDS", 148),
            "Điều 148 Bộ luật Dân sự",
            "Điều 148 Bộ luật Dân sự số 91/2015/QH13",
            "Article 148, Civil Code 91/2015/QH13",
        ),
    ],
)
def test_article_is_cited_for_screen_paper_and_english(article, screen, paper, english):
    assert article.vi() == screen
    assert article.paper_vi() == paper
    assert article.en() == english


@pytest.mark.parametrize("key", ["L10.22", "L10.21.1", "D59.5.4b", "L10.51.2dd", "VB08.12.2"])
def test_key_reads_back(key):
    assert Article.parse(key).key == key


def test_point_dd_is_the_letter_of_the_law():
    assert Article.parse("L10.51.2dd") == Article("L10", 51, 2, "đ")
    assert Article.parse("L10.51.2dd").vi().startswith("điểm đ khoản 2 Điều 51")


@pytest.mark.parametrize("key", ["", "L10", "L10.x", "L10.5b", "X9.1", "L10.21.1 "])
def test_nonsense_is_no_citation(key):
    with pytest.raises(ValueError, match=r"not a citation|unknown source"):
        Article.parse(key)


def test_point_without_clause_is_refused():
    with pytest.raises(ValueError, match="a point stands in a clause"):
        Article("L10", 21, point="b")


def test_silent_law_borrows_no_article():
    for basis, words in (
        (Convention("roll"), "luật không quy định"),
        (WardSetting("head.term"), "luật không quy định"),
    ):
        assert words in basis.vi()
        assert basis.paper_vi() == basis.vi()
        assert "Điều" not in basis.vi()
        assert basis.en()


def test_several_bases_stand_in_one_line():
    bases = (Article("L10", 17, 2), Convention("x"))

    assert cite_vi(bases) == f"{bases[0].vi()}; {bases[1].vi()}"
    assert cite_en(bases) == f"{bases[0].en()}; {bases[1].en()}"


def test_every_source_has_both_names():
    for source in SOURCES.values():
        assert source.vi()
        assert source.number in source.paper_vi()
        assert source.number in source.en()
