"""An interview (约谈): one YAML file, everything about a subject standing with the subject.

The order of the fields is the order of the keys in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yuetan.model.choices import Mode, Opinion, Part
from yuetan.model.field import CODE, key
from yuetan.model.paper import Attachment, Paper
from yuetan.model.rectification import Accountability, Extension, Rectification, Reminder
from yuetan.model.talk import Notice, Schedule, Talk

ID_PATTERN = r"[A-Z]{2,4}-[0-9]{6}-[2-9A-HJ-NP-Z]{5}"
ID_WORDS = "“类型代码-起草年月-五位字符”，如 JS-202603-7K3FQ"
TOKEN_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # noqa: S105 - letters without look-alikes
WRITTEN_MATERIAL = "书面材料"
"""A key of 陈述 that may stand beside what the situation asks for and never replaces it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """审批, where the profile asks for it."""

    day: date = key("日期", "批准的日期", required=True)
    approver: str | None = key("审批人", "谁批准的")
    opinion: Opinion = key("意见", "同意或不同意", default=Opinion.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """商请: whom the coordinating body consulted, and when."""

    unit: str = key("单位", "商请的单位，如 市委组织部", required=True)
    day: date | None = key("日期", "商请的日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordination:
    """协调: who arranged the interview (第七条（一）), and whom it consulted (第五条（六）)."""

    unit: str = key("单位", "联系协调的单位，如 市委办公室、市纪委", required=True)
    consulted: Consultation | None = key("商请", "商请的组织（人事）部门和日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """安排依据: why the inspection body holds a 日常约谈 itself (第五条（七）)."""

    arrangement: str | None = key("市委安排", "市委何时怎样安排的")
    need: str | None = key("工作需要", "为什么工作需要")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """委托: by whom the interviewer was sent."""

    person: str = key("人", "委托人的编号", required=True, pattern=CODE, pattern_words="人员编号，如 JW-001")
    day: date | None = key("日期", "委托的日期")
    basis: str | None = key("依据", "委托的依据")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interviewer:
    """约谈人: who conducts the interview (主谈), or sits in (参加)."""

    id: str = key("编号", "人员编号", required=True, pattern=CODE, pattern_words="人员编号，如 JW-001")
    name: str | None = key("姓名", "当日的姓名")
    unit: str | None = key("单位", "当日的单位名称")
    post: str | None = key("职务", "当日的职务")
    part: Part = key("分工", "主谈或参加", default=Part.CONDUCTS)
    item: str | None = key("依据", "依第五条哪一项有权约谈，如 第五条第（七）项")
    delegation: Delegation | None = key("委托", "受谁委托")
    present: bool | None = key("到场", "是否到场；不写即到场")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """问题: what a 警示约谈 is about (第四条（三）). Nothing about the informant belongs here."""

    source: str | None = key("来源", "问题线索从哪里来，如 监督检查")
    source_note: str | None = key("来源说明", "来源为其他时说明")
    whose: tuple[str, ...] = key("归属", "谁的问题：本人、分管部门、本单位", default=())
    gist: str | None = key("概述", "问题概述，不得含反映人的任何信息")
    clue: str | None = key("线索编号", "不透露任何信息的线索编号")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """任前: the post-to-be (第四条（二））."""

    unit: str | None = key("拟任单位", "拟任职的单位")
    post: str | None = key("拟任职务", "拟任的职务")
    rank: str | None = key("拟任职级", "拟任的职级，如 副处")
    city_managed: bool | None = key("拟任市管", "拟任职务是否市管")
    kind: str | None = key("情形", "提拔，或调整到重要领导岗位")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """处分: what a 回访约谈 follows (第四条（四））."""

    category: str | None = key("类别", "党纪、政纪或政务")
    decision: str | None = key("决定", "处分决定，如 党内警告")
    day: date | None = key("日期", "处分决定的日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconduct:
    """违纪: a breach by the subject (第八条（二）) and how it was handled."""

    act: str = key("行为", "如 隐瞒、编造、歪曲事实、回避问题、追查反映人、打击报复", required=True)
    day: date | None = key("日期", "发生或发现的日期")
    handling: tuple[str, ...] = key("处理", "批评教育、组织处理、纪律处分", default=())
    body: str | None = key("机关", "作出处理的机关")
    handled: date | None = key("处理日期", "作出处理的日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """约谈对象: one person interviewed, with everything about him or her."""

    id: str = key("编号", "人员编号", required=True, pattern=CODE, pattern_words="人员编号，如 FGW-002")
    name: str | None = key("姓名", "当日的姓名")
    unit: str | None = key("单位", "当日的单位名称")
    post: str | None = key("职务", "当日的职务")
    note: str | None = key("说明", "对象不是办法所列的人时，说明为什么约谈")
    problem: Problem | None = key("问题", "针对的问题")
    appointment: Appointment | None = key("任前", "拟任的职务")
    sanctions: tuple[Sanction, ...] = key("处分", "受到的处分", default=())
    present: bool | None = key("到场", "是否到场；false 为缺席，另行约谈")
    statements: Mapping[str, str] | None = key("陈述", "对象的汇报、解释和说明，按情形分项")
    misconduct: tuple[Misconduct, ...] = key("违纪", "违反第八条第（二）项的行为及处理", default=())
    rectifications: tuple[Rectification, ...] = key("整改", "后续报告的各轮，以最后一轮为准", default=())
    extension: Extension | None = key("延期", "延期申请及结果（期限不因此改变）")
    reminders: tuple[Reminder, ...] = key("催办", "催办记录", default=())
    accountability: Accountability | None = key("追责", "责任追究")

    def rounds(self, document: str, *, first: bool) -> tuple[tuple[int, Rectification], ...]:
        """Index and round of each round of a follow-up document; those that name none are of the `first` one."""
        return tuple(
            (index, one)
            for index, one in enumerate(self.rectifications)
            if one.document == document or (one.document is None and first)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """办结."""

    day: date = key("日期", "办结的日期", required=True)
    conclusion: str | None = key("结论", "结论")
    file_number: str | None = key("档号", "归档的档号")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellation:
    """撤销: from any state before held."""

    day: date = key("日期", "撤销的日期", required=True)
    reason: str = key("原因", "为什么撤销", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """更正: a closed record changes only so."""

    day: date = key("日期", "更正的日期", required=True)
    reason: str = key("原因", "为什么更正", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """例外: a breach that happened, acknowledged by who may. It keeps showing, counted apart."""

    code: str = key("规则", "规则代码，如 B7.2", required=True)
    path: str | None = key("路径", "哪一处，如 通知[0]；不写即整份记录")
    reason: str = key("原因", "为什么", required=True)
    approver: str | None = key("批准", "谁批准的")
    day: date | None = key("日期", "批准的日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """约谈: one interview, its facts as they were."""

    id: str = key("编号", "本次约谈的编号", required=True, pattern=ID_PATTERN, pattern_words=ID_WORDS)
    kind: str = key("类型", "约谈情形，如 警示约谈", required=True)
    drafted: date = key("起草", "起草的日期", required=True)
    regulation: str | None = key("规范", "依据的规范，仅在不同于本单位当日规范时写")
    topic: str | None = key("主题", "约谈主题")
    reason: str | None = key("事由", "告知约谈对象的事由")
    mode: Mode | None = key("方式", "个别谈话或集体谈话")
    collective_reason: str | None = key("集体原因", "为什么采取集体谈话")
    approval: Approval | None = key("审批", "审批（规范要求时）")
    coordination: tuple[Coordination, ...] = key("协调", "联系协调的单位及其商请", default=())
    basis: Basis | None = key("安排依据", "纪检监察机关进行日常约谈的依据")
    interviewers: tuple[Interviewer, ...] = key("约谈人", "约谈人", default=())
    subjects: tuple[Subject, ...] = key("约谈对象", "约谈对象", required=True)
    schedule: Schedule | None = key("安排", "时间和地点的安排")
    notices: tuple[Notice, ...] = key("通知", "各次通知，对同一对象以最后一次为准", default=())
    talk: Talk | None = key("谈话", "约谈的实施")
    closing: Closing | None = key("办结", "办结")
    cancellation: Cancellation | None = key("撤销", "撤销")
    amendments: tuple[Amendment, ...] = key("更正", "办结后的更正", default=())
    exemptions: tuple[Exemption, ...] = key("例外", "已确认的违反", default=())
    papers: tuple[Paper, ...] = key("文书", "已出具的文书", default=())
    attachments: tuple[Attachment, ...] = key("附件", "附件", default=())

    @property
    def day(self) -> date | None:
        """*That day*: of the talk, else of the last notice's time, else of the schedule."""
        if self.talk is not None:
            return self.talk.time.date()
        for notice in reversed(self.notices):
            if notice.time is not None:
                return notice.time.date()
        if self.schedule is not None and self.schedule.time is not None:
            return self.schedule.time.date()
        return None

    @property
    def judged_day(self) -> date:
        """The day whose regulation judges the record: that day, else the day of drafting."""
        return self.day or self.drafted

    @property
    def held(self) -> bool:
        """Whether the talk took place."""
        return self.talk is not None

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self.cancellation is not None

    @property
    def present_subjects(self) -> tuple[tuple[int, Subject], ...]:
        """Index and subject of everyone who is not recorded as absent."""
        return tuple((i, subject) for i, subject in enumerate(self.subjects) if subject.present is not False)

    def last_notice(self, subject_id: str) -> tuple[int, Notice] | None:
        """Index and notice of the last notice to this subject."""
        for index in range(len(self.notices) - 1, -1, -1):
            if subject_id in self.notices[index].subjects:
                return index, self.notices[index]
        return None
