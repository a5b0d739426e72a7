"""The closed choices of the format: every word that a record may hold where the field table lists the words.

A choice that the regulation defines (situations, sources, verdicts, ways of handling) is data of its profile and no
member here. A member is its own text, so that it may stand wherever text may.
"""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """方式 of an interview (第五条（八）)."""

    INDIVIDUAL = "个别谈话"
    COLLECTIVE = "集体谈话"


class Part(StrEnum):
    """分工: whoever conducts the interview, or sits in."""

    CONDUCTS = "主谈"
    ATTENDS = "参加"


class Opinion(StrEnum):
    """意见 of an approval."""

    APPROVED = "同意"
    REFUSED = "不同意"


class Addressee(StrEnum):
    """送达: to whom a notice goes (第七条（二）). A record may say it in other words: 党委, 对象本人."""

    PARTY_GROUP = "党组"
    PERSON = "本人"


class Way(StrEnum):
    """方式 of a notice or a reminder. A record may know others."""

    WRITTEN = "书面"
    TELEPHONE = "电话"


class Signer(StrEnum):
    """签字: who signs the minutes (第七条（三）)."""

    INTERVIEWER = "约谈人"
    SUBJECT = "约谈对象"
    RECORDER = "记录人"


class OfficeRole(StrEnum):
    """角色 of an office: the commission, which gathers what the others report, or one that reports."""

    GATHERING = "汇总"
    REPORTING = "报送"


class UnitKind(StrEnum):
    """类别 of a unit: the kinds of which 第五条 speaks."""

    CITY_COMMITTEE = "市委"
    CITY_GOVERNMENT = "市政府"
    CITY_CONGRESS = "市人大"
    CITY_CONFERENCE = "市政协"
    CITY_COURT = "市法院"
    CITY_PROCURATORATE = "市检察院"
    CITY_COMMISSION = "市纪委"
    COMMITTEE_DEPARTMENT = "市委部委"
    CITY_OFFICE = "市委办局"
    SUBORDINATE_UNIT = "市直属单位"
    COUNTY_COMMITTEE = "县区党委"
    COUNTY_GOVERNMENT = "县区政府"
    COUNTY_CONGRESS = "县区人大"
    COUNTY_CONFERENCE = "县区政协"
    COUNTY_COURT = "县区法院"
    COUNTY_PROCURATORATE = "县区检察院"
    PROVINCIAL_UNIT = "驻连部省属单位"
    MASS_ORGANISATION = "群团"
    DEVELOPMENT_ZONE = "开发区"
    STATE_ENTERPRISE = "国企"
    OTHER = "其他"


class Role(StrEnum):
    """角色 of a post in its unit."""

    PRINCIPAL = "主要负责人"
    LEADERSHIP = "班子成员"
    MIDDLE = "中层干部"
    STAFF = "工作人员"


class Managed(StrEnum):
    """管理: by which level a cadre is managed (第三条)."""

    CITY = "市管"
    PROVINCE = "省管"
    COUNTY = "县管"
    OTHER = "其他"


class Change(StrEnum):
    """变动: how somebody came to a post; of a post-to-be only the first two (第四条（二）)."""

    PROMOTION = "提拔"
    TRANSFER = "调整"
    OTHER = "其他"
