"""A regulation profile: what one 办法 says, as data. No number and no situation's name is in code.

A profile is one YAML file under ``schemas/regulations/``, declared here with the same field table as the records, so
that unknown or misplaced keys are errors and its JSON Schema is generated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yuetan.model.choices import Managed, Role, Signer, UnitKind
from yuetan.model.field import key
from yuetan.regulation.choices import Element, NoticeChange, Reading, Relation, Status, Stricter

_MONTH_DAY = r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """条文: one provision, its gist in our own words, and the rules that stand on it."""

    number: str = key("条款", "如 第七条第（二）项", required=True)
    gist: str = key("要旨", "用自己的话概括的要求", required=True)
    rules: tuple[str, ...] = key("规则", "依据本条的规则代码", default=())
    unjudged: str | None = key("不能机判", "机器不能判断的部分和原因")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """取值: a value from a day on."""

    since: date = key("自", "从哪一天起", required=True)
    value: str | int | bool | date = key("值", "取什么值", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """参数: a dated number or reading, its article and reason."""

    name: str = key("名称", "如 通知.提前", required=True)
    values: tuple[DatedValue, ...] = key("取值", "各时期的值", required=True)
    article: str = key("条款", "依据的条款", required=True)
    reason: str = key("理由", "为什么取这个值", required=True)
    unit: str | None = key("单位", "天、月、次等")
    choice: bool | None = key("可选择", "办法没有写明、可作两种理解的为 true")
    options: tuple[str, ...] = key("可选值", "可选择的参数允许的值", default=())
    stricter: Stricter | None = key("从严方向", "哪个方向更严")
    stricter_order: tuple[str, ...] = key("从宽到严", "文字取值由宽到严的次序", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """后续: a document that a situation owes after the talk."""

    document: str = key("文书", "如 整改落实情况报告", required=True)
    term: str = key("期限参数", "期限的参数名，如 整改.期限", required=True)
    verdicts: tuple[str, ...] = key("评价", "可用的评价", default=())
    failing: tuple[str, ...] = key("不合格评价", "须追责的评价", default=())
    recipients: tuple[str, ...] = key("报送", "报给哪些机关（机关名见 机关）", default=())
    article: str = key("条款", "依据的条款", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """情形: one situation of 第四条."""

    name: str = key("名称", "如 警示约谈", required=True)
    short: str = key("简称", "如 警示", required=True)
    code: str = key(
        "代码", "两至四个大写字母，如 JS", required=True, pattern=r"[A-Z]{2,4}", pattern_words="两至四个大写字母"
    )
    article: str = key("条款", "依据的条款", required=True)
    rule: str = key("规则", "判断其内容的规则代码，如 B4.3", required=True)
    element: Element | None = key("对象要素", "每个对象必须写明的一组事实")
    statements: Mapping[str, str] = key("陈述", "对象必须陈述的各项及其含义", required=True)
    optional_statements: tuple[str, ...] = key("陈述可选", "陈述中可以不写的项", default=())
    reminder: bool = key("教育提醒", "是否必须记明教育提醒", default=False)
    yearly: bool = key("计入年度", "是否计入第六条的年度次数", default=False)
    sources: tuple[str, ...] = key("问题来源", "办法列明的问题来源", default=())
    other_source: str | None = key("其他来源", "须写来源说明的来源")
    complaint_sources: tuple[str, ...] = key("信访来源", "属于信访举报的来源", default=())
    whose: tuple[str, ...] = key("问题归属", "可用的归属", default=())
    kinds: tuple[str, ...] = key("任职情形", "可用的任前情形", default=())
    ranks: tuple[str, ...] = key("任职职级", "办法所指的职级", default=())
    sanction_categories: tuple[str, ...] = key("处分类别", "可用的处分类别", default=())
    consulted: str | None = key("须商请", "必须商请的机关（机关名见 机关）")
    basis: tuple[str, ...] = key("须安排依据", "由专门机关进行时须写明的依据", default=())
    follow_ups: tuple[FollowUp, ...] = key("后续", "谈话后的文书", default=())

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of the documents owed after the talk."""
        return tuple(row.document for row in self.follow_ups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """一类人: who is meant, by unit kind, role, party post and management. What is not written does not limit."""

    everyone: bool | None = key("不限", "任何人，名册中没有的也算")
    kinds: tuple[UnitKind, ...] = key("类别", "单位类别", default=())
    roles: tuple[Role, ...] = key("角色", "角色", default=())
    party_posts: tuple[str, ...] = key("党内职务", "党内职务", default=())
    managed: tuple[Managed, ...] = key("管理", "管理", default=())
    not_roles: tuple[Role, ...] = key("角色除外", "不包括的角色", default=())
    not_party_posts: tuple[str, ...] = key("党内职务除外", "不包括的党内职务", default=())
    unit_names: tuple[str, ...] = key("单位名称", "单位名称，类别不足以区分时写", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """权限: one line of the matrix of 第五条."""

    label: str = key("标识", "本行的代号，如 一甲", required=True)
    item: str = key("条款", "如 第五条第（一）项", required=True)
    situations: tuple[str, ...] = key("情形", "适用的情形名称", required=True)
    interviewers: tuple[Who, ...] = key("约谈人", "谁可以约谈（任一）", required=True)
    subjects: tuple[Who, ...] = key("对象", "可以约谈谁（任一）", required=True)
    relation: Relation = key("关系", "约谈人与对象单位的关系", default=Relation.ANY)
    reading: Reading = key("读法", "窄：照办法；宽：仅在较宽的理解下", default=Reading.NARROW)
    reaches: bool = key("定对象", "是否由此确定谁是年度约谈的对象", default=True)
    needs_basis: bool = key("须依据", "依本行约谈是否须写明安排依据", default=False)
    settled_by: str | None = key("读法参数", "决定宽窄的参数名")
    settled_value: str | bool | None = key("读法取值", "参数取此值时本行按窄读")
    article: str | None = key("说明", "用自己的话说明")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinator:
    """协调: who coordinates for whom (第七条（一）)."""

    body: str = key("机关", "机关名见 机关", required=True)
    people: tuple[Who, ...] = key("范围", "为哪些人协调；空为其余", default=())
    consulted: str | None = key("商请", "须商请的机关")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """机关: a body by date, by its names or by what its name contains."""

    name: str = key("名称", "在本规范中的叫法", required=True)
    names: tuple[str, ...] = key("全称", "可写的名称", default=())
    contains: tuple[str, ...] = key("名称含", "名称含有其一即是", default=())
    kinds: tuple[UnitKind, ...] = key("类别", "名册中这类单位即是", default=())
    since: date | None = key("自", "从哪一天起存在")
    until: date | None = key("至", "到哪一天（含当天）")
    successor: str | None = key("后继", "此后由谁承接")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """期间: one report period of the year, its months and its due day."""

    code: str = key("代码", "H1、H2、M01 … 或 Y", required=True)
    name: str = key("名称", "如 上半年", required=True)
    first: str = key("起", "起始月日，如 01-01", required=True, pattern=_MONTH_DAY, pattern_words="“月-日”，如 01-01")
    last: str = key(
        "止",
        "截止月日，如 06-30；平年没有的日子按该月末日",
        required=True,
        pattern=_MONTH_DAY,
        pattern_words="“月-日”，如 06-30",
    )
    due: str = key(
        "期限",
        "报送期限月日，如 06-30；次年写 +01-05",
        required=True,
        pattern=r"\+?" + _MONTH_DAY,
        pattern_words="“月-日”，如 06-30；次年的写 +01-05",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedence:
    """先后: what must precede what."""

    first: str = key("先", "先有哪一组事实，如 审批", required=True)
    then: str = key("后", "才有哪一组事实，如 通知", required=True)
    rule: str = key("规则", "规则代码", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """规范: one 办法 as data."""

    name: str = key("规范", "本规范的代号，即文件名", required=True)
    title: str = key("名称", "办法的名称", required=True)
    document: str | None = key("文号", "发文字号")
    status: Status = key("状态", "现行、草案、废止或虚构", required=True)
    since: date = key("自", "施行日期", required=True)
    until: date | None = key("至", "失效日期（含当天）")
    parent: str | None = key("上位规范", "参照的上位规范")
    interpreters: tuple[str, ...] = key("解释机关", "谁有权解释", default=())
    managed: tuple[Managed, ...] = key("对象管理", "对象一般由哪一级管理，如 市管（第三条）", required=True)
    situations: tuple[Situation, ...] = key("情形", "各情形", required=True)
    articles: tuple[Article, ...] = key("条文", "各条款", required=True)
    parameters: tuple[Parameter, ...] = key("参数", "各参数", required=True)
    mandates: tuple[Mandate, ...] = key("权限", "谁约谈谁", required=True)
    coordinators: tuple[Coordinator, ...] = key("协调", "谁联系协调；最后一行为其余", default=())
    bodies: tuple[Body, ...] = key("机关", "各机关", default=())
    periods: tuple[Period, ...] = key("报送期间", "各期间", required=True)
    recipients: tuple[str, ...] = key("报送机关", "报给哪些机关", default=())
    misconduct: tuple[str, ...] = key("违纪行为", "对象可能违反的行为", default=())
    complaint_misconduct: tuple[str, ...] = key("信访违纪行为", "仅涉及信访举报时的行为", default=())
    handlings: tuple[str, ...] = key("处理方式", "违纪的处理方式", default=())
    precedences: tuple[Precedence, ...] = key("先后", "什么必须在什么之前", default=())
    signers: tuple[Signer, ...] = key("签字", "约谈记录须由谁签字", default=())
    neutral_words: Mapping[str, str] | None = key("中性表述", "会暴露信访来源的词及建议的说法")
    changes: tuple[NoticeChange, ...] = key("重新通知", "哪些变化须重新通知：日期、地点", default=())

    def in_force(self, day: date) -> bool:
        """Whether the 办法 is in force that day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def situation(self, kind: str) -> Situation | None:
        """The situation by name, short name or code."""
        return next((s for s in self.situations if kind in (s.name, s.short, s.code)), None)

    def provision(self, code: str) -> str | None:
        """The article on which a rule stands; None where the profile names none."""
        return next((article.number for article in self.articles if code in article.rules), None)

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of this name."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)
