"""The closed choices of a profile: every word that it may hold where its field table lists the words."""

from __future__ import annotations

from enum import StrEnum


class Element(StrEnum):
    """对象要素: the facts that a situation asks of every subject (第四条)."""

    PROBLEM = "问题"
    APPOINTMENT = "任前"
    SANCTION = "处分"


class Relation(StrEnum):
    """关系: how an interviewer and the subject's unit are related (第五条)."""

    ANY = "任意"
    OWN_UNIT = "本单位"
    SAME_COUNTY = "同县区"
    IN_CHARGE = "分管"


class Reading(StrEnum):
    """读法: whether a line of the matrix is the text's, or holds under a wider reading only."""

    NARROW = "窄"
    WIDE = "宽"


class Stricter(StrEnum):
    """从严方向: which direction of a parameter asks for more."""

    MORE = "大"
    LESS = "小"
    TRUE = "真"
    FALSE = "假"


class Status(StrEnum):
    """状态 of a profile."""

    IN_FORCE = "现行"
    DRAFT = "草案"
    REPEALED = "废止"
    FICTIONAL = "虚构"


class NoticeChange(StrEnum):
    """重新通知: what, when it changes after a notice, is told anew (第七条（二）)."""

    DAY = "日期"
    PLACE = "地点"
