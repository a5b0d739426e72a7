"""The verbs of an interview's life: one commit each, refusals that write nothing, JSON, dry runs, who is meant."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pytest
from docx import Document

from tests.cli.bench import FINDING_KEYS, WRITER_KEYS, process

if TYPE_CHECKING:
    from tests.cli.bench import Bench

DIGESTS = ("摘要: ", "模板: ", "版本: ")


class Step(NamedTuple):
    """A command that is lawful on the sample archive, and what it adds to the record's file."""

    action: str
    record: str
    words: tuple[str, ...]
    added: tuple[str, ...]
    paper: str = ""

    @property
    def line(self) -> tuple[str, ...]:
        return (self.action, self.record, *self.words)


TALK = (
    *("--at", "2026-06-22T15:00", "--recorder", "钱丙辰", "--explained"),
    *("--reminder", "引以为戒。", "--said", "解释说明=认识到问题。"),
)
STEPS = (
    Step("edit", "JS-202606-NL39L", ("--set", "主题=规范公务接待"), ("主题: 规范公务接待",)),
    Step(
        "approve",
        "RQ-202606-RL7ZA",
        ("--approver", "某书记", "--date", "2026-06-23"),
        ("审批:", "日期: 2026-06-23", "审批人: 某书记", "意见: 同意"),
    ),
    Step(
        "notify",
        "JS-202606-NL39L",
        (),
        (
            *("通知:", "- 日期: 2026-06-24", "对象:", "- SWB-001", "送达: 党组", "送达单位: 市委办公室", "方式: 书面"),
            *("文号: 示纪约〔2026〕77号", "主题: 公务接待管理问题", "时间: 2026-07-06T14:30:00"),
            *("地点: 市纪委监委第一会议室", "文书:", "- 种类: 约谈通知书", "日期: 2026-06-24", "对象: SWB-001"),
        ),
        "约谈通知书-示纪约〔2026〕77号-市委办公室.docx",
    ),
    Step(
        "minutes",
        "JS-202606-YK7C5",
        (*TALK, "--said", "整改措施=逐项整改。", "--signed", "约谈人"),
        (
            *("陈述:", "解释说明: 认识到问题。", "整改措施: 逐项整改。", "谈话:"),
            *("时间: 2026-06-22T15:00:00", "地点: 市纪委监委第一会议室", "记录人: 钱丙辰", "说明主题原因: true"),
            *("教育提醒: 引以为戒。", "签字:", "- 约谈人", "文书:", "- 种类: 约谈记录", "日期: 2026-06-22"),
        ),
        "约谈记录-JS-202606-YK7C5.docx",
    ),
    Step(
        "rectify",
        "JS-202606-E6NCN",
        ("--formed", "2026-06-23", "--sent", "2026-06-23", "--received", "2026-06-24", "--verdict", "到位"),
        ("整改:", "- 形成日期: 2026-06-23", "报送日期: 2026-06-23", "收到日期: 2026-06-24", "评价: 到位"),
    ),
    Step(
        "close",
        "JS-202605-PLL9Z",
        ("--conclusion", "整改到位", "--file-number", "2026-07"),
        ("办结:", "日期: 2026-06-24", "结论: 整改到位", "档号: '2026-07'"),
    ),
    Step(
        "cancel",
        "HF-202606-EQ7W2",
        ("--why", "对象已调离本市"),
        ("撤销:", "日期: 2026-06-24", "原因: 对象已调离本市"),
    ),
    Step(
        "postpone",
        "RQ-202606-RL7ZA",
        ("--why", "对象住院", "--date", "昨天"),
        ("待定:", "日期: 2026-06-23", "原因: 对象住院"),
    ),
    Step(
        "reschedule",
        "JS-202606-QEJMB",
        ("--at", "7月8日 下午3点", "--place", "市纪委监委第二会议室"),
        ("时间: 2026-07-08T15:00:00", "地点: 市纪委监委第二会议室"),
    ),
    Step(
        "amend",
        "JS-202501-34TFW",
        ("--set", "谈话.记录人=钱丙寅", "--why", "笔误"),
        ("记录人: 钱丙寅", "更正:", "- 日期: 2026-06-24", "原因: 笔误"),
    ),
)
NEW = (
    *("new", "警示", "--subject", "CZJ-002", "--interviewer", "JW-002", "--at", "2026-07-08T09:30"),
    *("--place", "第二会议室", "--topic", "公务接待管理", "--source", "监督检查", "--whose", "本单位"),
    *("--problem", "审批把关不严", "--consulted", "市委组织部", "--consulted-on", "2026-06-23"),
)
each_step = pytest.mark.parametrize("step", STEPS, ids=[step.action for step in STEPS])


def added(home: Bench) -> tuple[str, ...]:
    """The lines that the last commit added, without what changes with the templates and the version."""
    lines = home.git("show", "-U0", "--format=", "HEAD").split("\n")
    found = (line[1:].strip() for line in lines if line.startswith("+") and not line.startswith("+++"))
    return tuple(line for line in found if not line.startswith(DIGESTS))


@each_step
def test_a_lawful_step_is_one_commit_of_its_own_file(home: Bench, step: Step) -> None:
    said = home.json(*step.line)
    assert sorted(said) == WRITER_KEYS
    assert (said["version"], said["action"], said["ids"]) == (1, step.action, [step.record])
    assert said["commit"] == home.git("rev-parse", "HEAD")
    assert said["files"] == [home.file(step.record)]
    assert [name.rpartition("/")[2] for name in said["documents"]] == ([step.paper] if step.paper else [])
    assert all(sorted(finding) == FINDING_KEYS for finding in said["findings"])
    assert home.git("rev-list", "--count", "HEAD") == "2"
    home.committed(step.action, step.record)
    assert added(home) == step.added


@each_step
def test_a_dry_run_shows_the_change_and_writes_nothing(seen: Bench, step: Step) -> None:
    before = seen.trace()
    said = seen.done(*step.line, "--dry-run")
    assert said.out.startswith("试运行，什么都没有写。将要做的改动：\n")
    shown = [line[1:].strip() for line in said.out.split("\n") if line.startswith("+") and not line.startswith("+++")]
    assert tuple(line for line in shown if not line.startswith(DIGESTS)) == step.added
    assert ("将生成文书：" in said.out) == bool(step.paper)
    assert step.paper in said.out
    assert seen.trace() == before


def test_a_draft_is_one_commit_under_a_fresh_id(home: Bench) -> None:
    said = home.json(*NEW)
    [record_id] = said["ids"]
    assert sorted(said) == WRITER_KEYS
    assert (said["action"], said["documents"], said["findings"]) == ("new", [], [])
    home.committed("new", record_id)
    record = home.record(record_id)
    assert (record["类型"], record["约谈人"][0]["编号"], record["约谈对象"][0]["姓名"]) == (
        "警示约谈",
        "JW-002",
        "陈辛巳",
    )


def test_a_draft_tried_shows_the_file_and_writes_nothing(seen: Bench) -> None:
    before = seen.trace()
    said = seen.done(*NEW, "--dry-run")
    assert "+主题: 公务接待管理\n" in said.out
    assert seen.trace() == before


def test_a_receipt_is_one_commit_after_its_notice(home: Bench) -> None:
    home.done("notify", "JS-202606-NL39L")
    before = home.trace()
    assert "+    签收: 2026-06-24\n" in home.done("receipt", "JS-202606-NL39L", "--dry-run").out
    assert home.trace() == before
    said = home.json("receipt", "JS-202606-NL39L")
    assert sorted(said) == WRITER_KEYS
    assert (said["action"], said["documents"]) == ("receipt", [])
    home.committed("receipt", "JS-202606-NL39L")
    assert added(home) == ("签收: 2026-06-24",)


REFUSALS = (
    (("new", "警示", "--subject", "CZJ-002", "--interviewer", "CZJ-003"), "B5（第五条）", "JW-001|李丁卯（市纪委书记"),
    (("new", "闲聊", "--subject", "CZJ-002"), "没有“闲聊”这一情形", "日常约谈（日常、RC）"),
    (("new", "警示", "--subject", "没有这人"), "名册中没有“没有这人”", "yuetan roster list"),
    (("edit", "JS-202501-34TFW", "--set", "主题=甲"), "已办结，不能再修改", "yuetan amend JS-202501-34TFW"),
    (("edit", "JS-202606-NL39L", "--set", "题目=甲"), "没有“题目”这个键", "是不是“主题”？"),
    (("edit", "JS-202606-NL39L"), "没有写要改什么", "--set 路径=值"),
    (("approve", "JS-202606-E6NCN"), "待整改，不能审批", "补记用 yuetan edit JS-202606-E6NCN"),
    (("approve", "RQ-202606-RL7ZA", "--opinion", "也许"), "只能是同意、不同意之一", "改正后再试"),
    (("notify", "JS-202606-NL39L", "--date", "2026-06-25"), "2026-06-25 在今天（2026-06-24）之后", "检查 --date"),
    (("notify", "JS-202606-NL39L", "--to", "家里"), "通知不能送给“家里”", "--to 写 党组 或 本人"),
    (("receipt", "JS-202606-NL39L"), "已起草，不能登记签收", "先用 yuetan notify JS-202606-NL39L"),
    (
        ("minutes", "JS-202606-RRN7P", "--at", "2026-06-29T09:00"),
        "2026-06-29 在今天（2026-06-24）之后",
        "约谈之后再登记",
    ),
    (("minutes", "JS-202606-YK7C5"), "没有写记录的内容", "--blank > 记录.yaml"),
    (("rectify", "JS-202606-HX2UR", "--verdict", "好"), "没有“好”这一评价", "到位、措施不到位、整改不力"),
    (("rectify", "JS-202606-NL39L", "--formed", "2026-06-24"), "不能登记后续报告", "还没有约谈"),
    (("close", "JS-202606-HX2UR"), "整改落实情况报告还没有评价，不能办结", "yuetan rectify JS-202606-HX2UR"),
    (("cancel", "JS-202606-E6NCN", "--why", "不谈了"), "不能撤销", "已经约谈的不能撤销"),
    (("postpone", "JS-202606-E6NCN", "--why", "住院"), "不能延后", "已经约谈的不能延后"),
    (("reschedule", "JS-202606-QEJMB", "--at", "2026-07-08"), "没有写明时间", "2026-03-10T09:30"),
    (("amend", "JS-202606-HX2UR", "--set", "谈话.地点=甲", "--why", "误"), "不能更正", "yuetan edit JS-202606-HX2UR"),
    (("amend", "JS-202501-34TFW", "--set", "编号=JS-202501-AAAAA", "--why", "误"), "“编号”不能这样改", "编号终身不变"),
)


@pytest.mark.parametrize(
    ("words", "why", "instead"), REFUSALS, ids=[f"{words[0]}-{index}" for index, (words, _, _) in enumerate(REFUSALS)]
)
def test_an_unlawful_step_is_refused_and_writes_nothing(
    seen: Bench, words: tuple[str, ...], why: str, instead: str
) -> None:
    said = seen.refused(*words)
    assert why in said.err
    assert any(part in said.err for part in instead.split("|"))


def test_a_late_notice_is_refused_with_the_nearest_lawful_days(seen: Bench) -> None:
    said = seen.refused("--today", "2026-07-04", "notify", "JS-202606-NL39L")
    assert "B7.2（第七条第（二）项）" in said.err
    assert "送达日 2026-07-04，约谈日 2026-07-06，只提前2天，应不少于3天" in said.err
    assert "最迟 7月3日（周五）通知" in said.err
    assert "最早可于7月7日约谈" in said.err


def test_a_refusal_in_json_carries_the_findings(seen: Bench) -> None:
    document = seen.json("--today", "2026-07-04", "notify", "JS-202606-NL39L")
    assert sorted(document) == ["error", "findings", "version"]
    [finding] = document["findings"]
    assert sorted(finding) == FINDING_KEYS
    assert (finding["code"], finding["level"], finding["provision"]) == ("B7.2", "error", "第七条第（二）项")


def test_a_breach_that_happened_is_recorded_as_an_exception(home: Bench) -> None:
    words = ("--today", "2026-07-04", "notify", "JS-202606-NL39L", "--override", "确已如此", "--approved-by", "某书记")
    document = home.json(*words)
    assert [(finding["code"], finding["acknowledged"]) for finding in document["findings"]] == [("B7.2", True)]
    assert [
        {key: item for key, item in row.items() if key not in ("路径", "日期")}
        for row in home.record("JS-202606-NL39L")["例外"]
    ] == [{"规则": "B7.2", "原因": "确已如此", "批准": "某书记"}]
    assert home.json("check", "JS-202606-NL39L", "--select", "B7.2")["summary"]["error"] == 0


def test_an_approval_of_an_exception_needs_its_reason(seen: Bench) -> None:
    said = seen.refused("notify", "JS-202606-NL39L", "--approved-by", "某书记")
    assert "--approved-by 要和 --override 一起用" in said.err


@pytest.mark.parametrize(
    ("words", "missing", "option"),
    [
        (("new",), "情形", "yuetan new 警示"),
        (("new", "警示"), "约谈对象", "--subject"),
        (("cancel", "JS-202606-NL39L"), "撤销的原因", "--why"),
        (("postpone", "JS-202606-NL39L"), "延后的原因", "--why"),
        (("reschedule", "JS-202606-NL39L"), "新的时间", "--at"),
        (("amend", "JS-202501-34TFW", "--set", "主题=甲"), "更正的原因", "--why"),
        (("notify",), "约谈…", "--help"),
    ],
)
def test_without_a_terminal_a_missing_value_is_an_error(
    seen: Bench, words: tuple[str, ...], missing: str, option: str
) -> None:
    said = seen.refused(*words)
    assert said.err.startswith("错误：缺少")
    assert missing in said.err
    assert option in said.err


def test_a_process_without_a_terminal_never_waits_for_an_answer(seen: Bench) -> None:
    done = process(seen.folder, "cancel", "JS-202606-NL39L", stdin="对象调离\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "缺少撤销的原因" in done.stderr


@pytest.mark.parametrize(
    "word",
    ["JS-202606-NL39L", "JS-202606-N", "js-202606-nl", "ＪＳ-202606-NL", "SWB-001", "冯辛未", "示纪约[2026]75号"],
)
def test_an_interview_is_named_by_prefix_number_or_person(seen: Bench, word: str) -> None:
    named = "JS-202606-YK7C5" if word in ("冯辛未", "示纪约[2026]75号") else "JS-202606-NL39L"
    if word == "SWB-001":
        said = seen.refused("edit", word, "--set", "主题=甲", "--dry-run")
        assert f"“{word}”不止一份" in said.err
        assert f"{named} 警示约谈 2026-07-06 褚乙丑" in said.err
    else:
        assert seen.json("edit", word, "--set", "主题=甲", "--dry-run")["ids"] == [named]


def test_the_same_minutes_once_more_change_nothing(home: Bench) -> None:
    words = ("minutes", "JS-202606-YK7C5", *TALK, "--said", "整改措施=逐项整改。")
    home.done(*words)
    head = home.git("rev-parse", "HEAD")
    again = home.done(*words)
    assert "没有改动。" in again.out + again.err
    assert home.git("rev-parse", "HEAD") == head


def test_who_stayed_away_alone_is_minutes_too(seen: Bench) -> None:
    said = seen.run("minutes", "JS-202606-RRN7P", "--absent", "郑癸卯")
    assert "没有写记录的内容" not in said.err
    assert "没有写明实际约谈的时间" in said.err


def test_a_prefix_of_many_lists_some_and_says_how_many(seen: Bench) -> None:
    said = seen.refused("edit", "JS-2026", "--set", "主题=甲")
    assert "“JS-2026”不止一份" in said.err
    candidates = said.err.partition("写完整的编号：")[2].split("；")
    held = list((seen.folder / "records" / "interviews" / "2026").rglob("JS-*.yaml"))
    assert candidates[-1].endswith(f" 等 {len(held)} 份\n")
    assert [candidate[:7] for candidate in candidates] == ["JS-2026"] * 8


def test_several_ids_are_one_commit_each(home: Bench) -> None:
    document = home.json("cancel", "JS-202606-NL39L", "HF-202606-EQ7W2", "JS-202606-NL39L", "--why", "一并撤销")
    assert document["ids"] == ["JS-202606-NL39L", "HF-202606-EQ7W2"]
    home.committed("cancel", "JS-202606-NL39L", "HF-202606-EQ7W2")
    assert home.git("rev-list", "--count", "HEAD") == "3"


def test_one_unlawful_id_among_several_stops_all(seen: Bench) -> None:
    said = seen.refused("cancel", "JS-202606-NL39L", "JS-202606-E6NCN", "--why", "一并撤销")
    assert "JS-202606-E6NCN" in said.err


def test_numbers_run_on_over_several_notices(home: Bench) -> None:
    home.done("notify", "JS-202606-NL39L", "HF-202606-EQ7W2")
    numbers = [home.record(one)["通知"][-1]["文号"] for one in ("JS-202606-NL39L", "HF-202606-EQ7W2")]
    assert numbers == ["示纪约〔2026〕77号", "示纪约〔2026〕78号"]


def test_a_notice_by_telephone_has_neither_number_nor_paper(home: Bench) -> None:
    document = home.json("notify", "JS-202606-NL39L", "--by", "电话", "--to", "本人")
    assert document["documents"] == []
    assert "文号" not in home.record("JS-202606-NL39L")["通知"][-1]


def test_the_paper_of_a_notice_opens_and_names_what_was_recorded(home: Bench) -> None:
    [path] = home.json("notify", "JS-202606-NL39L")["documents"]
    paper = Document(BytesIO((home.folder / path).read_bytes()))
    words = "\n".join(
        [
            *(paragraph.text for paragraph in paper.paragraphs),
            *(cell.text for table in paper.tables for row in table.rows for cell in row.cells),
        ]
    )
    assert "示纪约〔2026〕77号" in words
    assert "褚乙丑" in words


def test_whatever_else_is_staged_or_changed_stays_out_of_the_commit(home: Bench) -> None:
    other, loose = home.file("HF-202606-EQ7W2"), home.file("HF-202606-8EWM8")
    for path in (other, loose):
        with (home.folder / path).open("a", encoding="utf-8") as file:
            file.write("# 手写的说明\n")
    home.git("add", other)
    home.done("cancel", "JS-202606-NL39L", "--why", "调离")
    assert home.git("diff", "--name-only", "HEAD^", "HEAD") == home.file("JS-202606-NL39L")
    assert home.git("diff", "--name-only", "--cached") == other
    assert home.git("diff", "--name-only") == loose


def test_a_file_changed_by_hand_is_not_overwritten(home: Bench) -> None:
    path = home.folder / home.file("JS-202606-NL39L")
    path.write_text(path.read_text(encoding="utf-8") + "# 手写的说明\n", encoding="utf-8")
    head, text = home.git("rev-parse", "HEAD"), path.read_bytes()
    said = home.run("cancel", "JS-202606-NL39L", "--why", "调离")
    assert (said.status, said.out) == (3, "")
    assert "有手工改动没有提交，没有动它" in said.err
    assert (home.git("rev-parse", "HEAD"), path.read_bytes()) == (head, text)


def test_the_option_for_another_archive_stands_anywhere_and_below_the_root(
    seen: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    from yuetan.cli.main import main

    monkeypatch.chdir(seen.folder.parent)
    assert main(["list", "--state", "待整改", "-C", str(seen.folder)]) == 0
    everywhere = seen.capture.readouterr().out
    monkeypatch.chdir(seen.folder / "records" / "units")
    assert main(["list", "--state", "待整改"]) == 0
    assert seen.capture.readouterr().out == everywhere
    assert "JS-202606-E6NCN" in everywhere
