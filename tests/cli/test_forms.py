"""Forms out and back in: rendered blank, typed into, saved again by another program, read, recorded."""

from __future__ import annotations

import shutil
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.documents.filling import Paper, resaved
from yuetan.actions.filled.values import MOMENT_EXPECTED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.bench import Bench

NOTIFIED, OWING = "JS-202606-YK7C5", "JS-202606-E6NCN"
SUBJECTS = ("CZJ-002", "CZJ-003", "CZJ-004")
OFFICE = shutil.which("soffice") is not None
NO_OFFICE = "重新保存的测试未运行：缺少 soffice（Debian 软件包 libreoffice-writer-nogui）"
WAYS = [(), pytest.param(("odt", "docx"), marks=pytest.mark.skipif(not OFFICE, reason=NO_OFFICE))]
SAID = {"解释说明": "投标资格审核不严。\n本人负有领导责任。", "整改措施": "修订办法；逐项复核 <全部> 合同。"}
AS_YAML = """谈话:
  时间: 2026-06-22T15:10:00
  地点: 市纪委监委第一会议室
  记录人: 李某某
  说明主题原因: true
  教育提醒: "严格执行规定。\\n引以为戒。"
  签字: [约谈人, 约谈对象, 记录人]
约谈对象:
  - 姓名: 冯辛未
    到场: true
    陈述: {解释说明: "投标资格审核不严。\\n本人负有领导责任。", 整改措施: "修订办法；逐项复核 <全部> 合同。"}
"""
MEASURES = (
    ("审核“不严”", "把关不严", "逐项复核", "吴乙酉", "2026年7月", "已完成", "制度一份"),
    *((f"问题{number}", "原因", "措施", "", "长期坚持", "进行中", "") for number in range(2, 8)),
)
REMARK = "其余两项与巡察整改一并办理。"
COLUMNS = ("问题", "原因", "措施", "责任人", "时限", "完成情况", "佐证")


def blank(home: Bench, one: str, kind: str) -> Paper:
    """The form as the archive gives it."""
    [path] = home.json("render", one, kind, "--blank")["documents"]
    with open(path, "rb") as file:  # noqa: PTH123
        return Paper(file.read())


def written(tmp_path: Path, content: bytes, *ways: str) -> str:
    """The form saved, through LibreOffice where ways are named."""
    path = tmp_path / "填好的.docx"
    path.write_bytes(resaved({"填好的": content}, tmp_path / "office", *ways)["填好的"] if ways else content)
    return str(path)


def minutes_of(paper: Paper) -> Paper:
    """What every form of minutes needs."""
    paper.beside("记录人", "李某某").beside("说明主题及原因", "已说明").below(
        "教育和提醒", "严格执行规定。\n引以为戒。"
    )
    return paper.beside("约谈人签字", "卫某 2026年6月22日").beside("记录人签字", "李某某")


def filled(home: Bench) -> Paper:
    paper = minutes_of(blank(home, NOTIFIED, "约谈记录")).beside("时间", "2026年6月22日下午3点10分")
    for item, text in SAID.items():
        paper.below(f"冯辛未：{item}", text)
    return paper.beside("约谈对象冯辛未签字", "冯辛未")


def reported(home: Bench, day: str = "2026年6月23日") -> Paper:
    paper = blank(home, OWING, "整改落实情况报告").measures(*MEASURES)
    paper.beside("其他需要说明情况", REMARK)
    return paper.beside("报告人签字", "吴乙酉").beside("报告人签字", day, places=2)


def minutes_recorded(home: Bench, one: str) -> tuple[dict[str, Any], list[Any]]:
    record = home.record(one)
    return record["谈话"], [(row["到场"], row.get("陈述")) for row in record["约谈对象"]]


@pytest.mark.parametrize("ways", WAYS, ids=["typed", "re-saved"])
def test_minutes_typed_into_the_form_are_recorded(home: Bench, tmp_path: Path, ways: tuple[str, ...]) -> None:
    home.done("minutes", NOTIFIED, "--from", written(tmp_path, filled(home).saved(), *ways))
    home.committed("minutes", NOTIFIED)
    assert minutes_recorded(home, NOTIFIED) == (
        {
            "时间": datetime(2026, 6, 22, 15, 10),
            "地点": "市纪委监委第一会议室",
            "记录人": "李某某",
            "说明主题原因": True,
            "教育提醒": "严格执行规定。\n引以为戒。",
            "签字": ["约谈人", "约谈对象", "记录人"],
        },
        [(True, SAID)],
    )


def test_the_same_minutes_from_yaml_and_from_word_give_the_same_record(home: Bench, tmp_path: Path) -> None:
    from_word = home.done("minutes", NOTIFIED, "--from", written(tmp_path, filled(home).saved()), "--dry-run").out
    (tmp_path / "记录.yaml").write_text(AS_YAML, encoding="utf-8")
    from_yaml = home.done("minutes", NOTIFIED, "--from", str(tmp_path / "记录.yaml"), "--dry-run").out
    assert from_word.partition("试运行")[2] == from_yaml.partition("试运行")[2]
    assert "+      解释说明" in from_yaml


def test_a_dry_run_shows_what_was_understood_and_writes_nothing(home: Bench, tmp_path: Path) -> None:
    file = written(tmp_path, filled(home).saved())
    before = home.trace()
    shown = home.done("minutes", NOTIFIED, "--from", file, "--dry-run").out.split("\n")
    assert home.trace() == before
    assert shown[0] == "从 填好的.docx 读到："
    assert shown[1].split() == ["位置", "栏目", "内容"]
    lines = [line.split(maxsplit=2) for line in shown]
    assert ["第1个表格第2行", "时间", "2026年6月22日（星期一）下午3时10分"] in lines
    assert ["第1个表格第10行", "冯辛未：解释说明", "投标资格审核不严。 ⏎ 本人负有领导责任。"] in lines


def test_each_cell_that_cannot_be_taken_is_named_and_nothing_is_written(home: Bench, tmp_path: Path) -> None:
    paper = filled(home).beside("时间", "6月22日下午").beside("说明主题及原因", "见附件")
    said = home.refused("minutes", NOTIFIED, "--from", written(tmp_path, paper.saved()))
    assert said.err.split("\n")[:3] == [
        "错误：填好的.docx 有 2 处不能读入：",
        f"  第1个表格第2行“时间”：写着“6月22日下午”，{MOMENT_EXPECTED}",
        "  第1个表格第8行“说明主题及原因”：写着“见附件”，应写“是”（已说明）或“否”（未说明）",
    ]


def test_the_form_of_another_interview_is_refused(home: Bench, tmp_path: Path) -> None:
    file = written(tmp_path, blank(home, "JS-202606-RRN7P", "约谈记录").saved())
    said = home.refused("minutes", NOTIFIED, "--from", file)
    assert "“约谈对象”：写着“郑癸卯”，应为冯辛未" in said.err


def collective(home: Bench) -> str:
    words = [word for code in SUBJECTS for word in ("--subject", code)]
    more = ["--collective-reason", "同一问题", "--source", "监督检查", "--whose", "本人", "--problem", "报销审核不严"]
    more += ["--consulted", "市委组织部", "--consulted-on", "2026-06-23", "--topic", "报销审核", "--reason", "报销审核"]
    where = ["--interviewer", "JW-002", "--companion", "JW-008", "--at", "2026-07-08T09:30", "--place", "第一会议室"]
    [one] = home.json("new", "警示", *words, *more, *where)["ids"]
    home.done("notify", one)
    return str(one)


@pytest.mark.parametrize("ways", WAYS, ids=["typed", "re-saved"])
def test_three_subjects_each_in_their_own_room(home: Bench, tmp_path: Path, ways: tuple[str, ...]) -> None:
    one = collective(home)
    names = [row["姓名"] for row in home.record(one)["约谈对象"]]
    paper = minutes_of(blank(home, one, "约谈记录"))
    paper.beside("约谈对象", f"{names[2]}（缺席）", nth=2)
    for name in names[:2]:
        for item, text in SAID.items():
            paper.below(f"{name}：{item}", f"{name}说：{text}")
        paper.beside(f"约谈对象{name}签字", name)
    home.done("--today", "2026-07-09", "minutes", one, "--from", written(tmp_path, paper.saved(), *ways))
    talk, said = minutes_recorded(home, one)
    assert talk["时间"] == datetime(2026, 7, 8, 9, 30)
    assert talk["签字"] == ["约谈人", "约谈对象", "记录人"]
    assert said == [
        *((True, {item: f"{name}说：{text}" for item, text in SAID.items()}) for name in names[:2]),
        (False, None),
    ]


@pytest.mark.parametrize("ways", WAYS, ids=["typed", "re-saved"])
def test_a_report_is_registered_with_its_day(home: Bench, tmp_path: Path, ways: tuple[str, ...]) -> None:
    file = written(tmp_path, reported(home).saved(), *ways)
    shown = home.done("rectify", OWING, "--from", file, "--received", "2026-06-24").out
    home.committed("rectify", OWING)
    [round_] = home.record(OWING)["约谈对象"][0]["整改"]
    assert [str(round_[name]) for name in ("形成日期", "收到日期")] == ["2026-06-23", "2026-06-24"]
    given = [{name: text for name, text in zip(COLUMNS, row, strict=True) if text} for row in MEASURES]
    assert round_["事项"] == given
    assert round_["其他说明"] == REMARK
    lines = [line.split(maxsplit=2) for line in shown.split("\n")]
    assert ["第2个表格第2行", "问题", "审核“不严”"] in lines
    assert ["第2个表格第8行", "问题", "问题7"] in lines


def test_a_report_whose_day_cannot_be_told_is_refused(home: Bench, tmp_path: Path) -> None:
    said = home.refused("rectify", OWING, "--from", written(tmp_path, reported(home, "6月下旬").saved()))
    assert "第3个表格第2行“形成日期”：写着“6月下旬”，应写明年、月、日" in said.err


def test_only_forms_are_given_blank(seen: Bench) -> None:
    said = seen.refused("render", NOTIFIED, "约谈通知书", "--blank")
    assert said.err == "错误：约谈通知书不是供填写的表单\n下一步：--blank 用于：约谈记录、整改落实情况报告\n"


def test_a_blank_form_read_back_says_only_what_was_known(home: Bench, tmp_path: Path) -> None:
    file = written(tmp_path, blank(home, NOTIFIED, "约谈记录").saved())
    shown = home.run("minutes", NOTIFIED, "--from", file, "--dry-run").out
    labels = [line.split()[1] for line in shown.split("\n") if line.startswith("第")]
    assert labels == ["约谈对象", "时间", "地点", "约谈人", "约谈人"]


@pytest.mark.parametrize("one", ["JS-202606-E6NCN", "JS-202606-HX2UR"])
def test_issued_minutes_read_back_change_nothing(home: Bench, tmp_path: Path, one: str) -> None:
    [path] = home.json("render", one, "约谈记录")["documents"]
    copy = shutil.copy(path, tmp_path / "记录.docx")
    before = home.record(one)
    home.done("minutes", one, "--from", str(copy))
    after = home.record(one)
    assert after.pop("文书")[:-1] == before.pop("文书", [])
    assert after == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "是旧格式的 .doc 或 .wps 文件"),
        ("坏.docx", b"PK\x03\x04" + b"\0" * 600, "已损坏"),
        ("字.docx", "约谈记录".encode(), "不是 Word 文件（.docx）"),
    ],
)
def test_what_is_no_form_is_refused(seen: Bench, tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert words in seen.refused("minutes", NOTIFIED, "--from", str(tmp_path / name)).err
    assert words in seen.refused("rectify", OWING, "--from", str(tmp_path / name)).err
