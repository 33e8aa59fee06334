import pytest

from engagement.register.vocabulary import (
    GRADES,
    ConsentBasis,
    ContractStatus,
    KeyQuestion,
    MarketKind,
    Rating,
    ServiceKind,
    is_social_care,
    key_question_from_cqc,
    kind_from_service_types,
    market_kind,
    rating_words,
    read_rating,
    standing_rating,
)


def test_a_word_is_its_value_and_reads_from_value_or_label():
    assert Rating.GOOD == "good"
    assert f"{Rating.NOT_RATED}" == "not_rated"
    assert Rating.values() == ("inadequate", "requires_improvement", "good", "outstanding", "not_rated")
    assert ServiceKind.read(" Shared  lives ") is ServiceKind.SHARED_LIVES
    assert ServiceKind.read("micro_provider") is ServiceKind.MICRO_PROVIDER
    assert ServiceKind.read("Dentist") is None
    assert Rating("good") is Rating.GOOD


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (["Homecare agencies", "Residential homes", "Nursing homes"], ServiceKind.NURSING_HOME),
        (["Homecare agencies", "Residential homes"], ServiceKind.RESIDENTIAL_HOME),
        (["Supported living", "Homecare agencies"], ServiceKind.HOME_CARE),
        (["Shared lives", "Supported living"], ServiceKind.SUPPORTED_LIVING),
        (["Supported housing"], ServiceKind.EXTRA_CARE),
        (["Shared lives"], ServiceKind.SHARED_LIVES),
        (["Education disability services"], ServiceKind.OTHER_SOCIAL_CARE),
        (["Education disability services", "Residential homes"], ServiceKind.RESIDENTIAL_HOME),
        (["Service type - Care home service with nursing"], ServiceKind.NURSING_HOME),
        (["Service type - Care home service without nursing"], ServiceKind.RESIDENTIAL_HOME),
        (["Service type - Domiciliary care service"], ServiceKind.HOME_CARE),
        (["Service type - Extra Care housing services"], ServiceKind.EXTRA_CARE),
        (["Service type - Supported living service"], ServiceKind.SUPPORTED_LIVING),
        (["Service type - Shared Lives"], ServiceKind.SHARED_LIVES),
        (["Service type - Specialist college service"], ServiceKind.OTHER_SOCIAL_CARE),
        (["\u00a0residential  HOMES "], ServiceKind.RESIDENTIAL_HOME),
        (["Rehabilitation (illness/injury)", "Nursing homes"], ServiceKind.NURSING_HOME),
        ([""], None),
        ([], None),
    ],
)
def test_the_kind_of_a_location_comes_from_all_its_service_types(texts, kind):
    assert kind_from_service_types(texts) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Doctors/GPs", "Doctors/Gps", "Dentist", "Clinic", "Hospice", "Home hospice care", "Hospital",
        "Hospitals - Mental health/capacity", "Mobile doctors", "Diagnosis/screening", "Long-term conditions",
        "Phone/online advice", "Community services - Healthcare", "Community services - Mental Health",
        "Community services - Learning disabilities", "Community services - Nursing", "Ambulances",
        "Rehabilitation (illness/injury)", "Rehabilitation (substance abuse)", "Urgent care centres",
        "Community based services for people with a learning disability", "Prison Healthcare Services",
        "Community health care services - Nurses Agency only", "Hospice services at home",
        "Residential substance misuse treatment and/or rehabilitation service",
    ],
)  # fmt: skip
def test_health_care_alone_is_not_adult_social_care(text):
    assert kind_from_service_types([text]) is None


def test_only_three_kinds_stand_in_the_market_table():
    assert [kind for kind in ServiceKind if market_kind(kind)] == [
        ServiceKind.NURSING_HOME,
        ServiceKind.RESIDENTIAL_HOME,
        ServiceKind.HOME_CARE,
    ]
    assert [(kind.singular, kind.plural) for kind in MarketKind] == [
        ("nursing home", "nursing homes"),
        ("residential home", "residential homes"),
        ("home care agency", "home care agencies"),
    ]


def test_social_care_is_told_by_category_then_type_then_directorate():
    assert is_social_care(primary_inspection_category="Residential social care") is True
    assert is_social_care(primary_inspection_category="Community based adult social care services") is True
    assert (
        is_social_care(
            primary_inspection_category="Hospice services", inspection_directorate="Adult social care"
        )
        is False
    )
    assert is_social_care(location_type="Social Care Org") is True
    assert is_social_care(location_type="Primary Dental Care") is False
    assert is_social_care(inspection_directorate="Adult social care") is True
    assert is_social_care(inspection_directorate="Unspecified") is None
    assert is_social_care() is None


@pytest.mark.parametrize("grade", GRADES)
def test_the_four_grades_are_read_whatever_their_capitals(grade):
    assert read_rating(f" {grade.label.upper()} ").rating is grade
    assert grade.is_rated


@pytest.mark.parametrize(
    "text",
    [
        "", "No published rating", "Not rated", "Not Rated", "Not applicable", "Inspected but not rated",
        "Insufficient evidence to rate", "Regulations met", "Regulations not met",
    ],
)  # fmt: skip
def test_a_text_without_a_grade_is_not_yet_rated_and_says_why(text):
    read = read_rating(text)
    assert read.rating is Rating.NOT_RATED
    assert read.reason.endswith(".")
    assert not read.rating.is_rated


@pytest.mark.parametrize(
    ("published", "kind", "location", "words"),
    [
        (None, ServiceKind.NURSING_HOME, None, "Not yet rated"),
        (None, ServiceKind.OTHER_SOCIAL_CARE, None, "Not yet rated"),
        (None, ServiceKind.DAY_CARE, None, "Not rated by CQC"),
        (Rating.NOT_RATED, ServiceKind.MICRO_PROVIDER, "", "Not rated by CQC"),
        (None, ServiceKind.DAY_CARE, "1-100", "Not yet rated"),
        (Rating.GOOD, ServiceKind.DAY_CARE, None, "Good"),
        (Rating.GOOD, ServiceKind.NURSING_HOME, "1-100", "Good"),
    ],
)
def test_a_service_without_a_grade_waits_for_one_only_where_cqc_rates_it(published, kind, location, words):
    assert rating_words(standing_rating(published, kind, location)) == words


def test_a_text_that_cqc_does_not_use_is_no_rating():
    read = read_rating("Bad")
    assert read.rating is None
    assert read.reason == "“Bad” is not a rating that CQC gives."


def test_key_questions():
    texts = ("Overall", "safe", "Effective", "Caring", "Responsive", "Well-led")
    assert [key_question_from_cqc(text) for text in texts] == list(KeyQuestion)
    assert key_question_from_cqc("Well led") is KeyQuestion.WELL_LED
    assert key_question_from_cqc("Is it safe?") is KeyQuestion.SAFE
    assert key_question_from_cqc("Older people") is None


def test_having_a_contract_or_none_is_public_and_trouble_with_it_is_exempt_when_named():
    public = [status for status in ContractStatus if not status.is_exempt_when_named]
    assert public == [ContractStatus.NONE, ContractStatus.ACTIVE]


def test_nobody_is_invited_without_a_basis():
    refused = [basis for basis in ConsentBasis if not basis.allows_contact]
    assert refused == [ConsentBasis.NOT_RECORDED, ConsentBasis.WITHDRAWN]
